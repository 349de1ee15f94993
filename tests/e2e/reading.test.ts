import { describe, expect } from 'vitest';
import { readCard } from './harness/card.ts';
import { hover, leave, marks, screenshot } from './harness/page.ts';
import { it } from './harness/suite.ts';

/** Of the bundled pack, word for word from its source. */
const QUOTE = 'The people we are dealing with, like Ebrahim Raisi, are responsible for the 1988 massacre.';

describe('a reader of the demo page', () => {
  it('sees which names are known', async ({ page, server }) => {
    await page.goto(`${server.origin}/demo-news.html`);
    await expect.poll(() => marks(page)).toContain('Maryam Rajavi');
  });

  it('sees no mark on other bearers of a name', async ({ page, server }) => {
    await page.goto(`${server.origin}/demo-news.html#lookalikes`);
    await expect.poll(() => marks(page)).toContain('برجام');
    const marked = await marks(page);
    expect(marked).not.toContain('David Jones');
    expect(marked).not.toContain('Nayeri');
    expect(marked.filter((words) => words === 'MEK').length).toBeLessThan(2);
  });

  it('reads who somebody is, with a quote to the letter', async ({ driver, page, server }) => {
    await page.goto(`${server.origin}/demo-news.html`);
    await expect.poll(() => marks(page)).toContain('Ebrahim Raisi');
    await hover(page, 'Ebrahim Raisi');
    await expect.poll(() => readCard(driver, page)).toMatchObject({ name: 'Ebrahim Raisi', busy: false });
    expect((await readCard(driver, page))?.allText).toContain(QUOTE);
    await screenshot(page, `card-light-${driver.kind}`);
    await driver.setColorScheme(page, 'dark');
    await screenshot(page, `card-dark-${driver.kind}`);
    await driver.setColorScheme(page, 'light');
  });

  it('sees no marks in the card itself, which would show its words to the page', async ({
    driver,
    page,
    server,
  }) => {
    await page.goto(`${server.origin}/inline.html`);
    await expect.poll(() => marks(page)).toContain('Ebrahim Raisi');
    const before = await marks(page);
    await hover(page, 'Ebrahim Raisi');
    await expect.poll(() => readCard(driver, page)).toMatchObject({ busy: false });
    // A name that is added after the card: when it is marked, all that came before has been read.
    await page.evaluate(() => document.body.append('Betty Boothroyd came last.'));
    await expect.poll(() => marks(page)).toContain('Betty Boothroyd');
    expect(await marks(page)).toEqual([...before, 'Betty Boothroyd']);
  });

  it('closes the card with Escape', async ({ driver, page, server }) => {
    await page.goto(`${server.origin}/demo-news.html`);
    await expect.poll(() => marks(page)).toContain('Ebrahim Raisi');
    await hover(page, 'Ebrahim Raisi');
    await expect.poll(() => readCard(driver, page)).not.toBeNull();
    await page.keyboard.press('Escape');
    await expect.poll(() => readCard(driver, page)).toBeNull();
  });

  it('closes the card by going elsewhere', async ({ driver, page, server }) => {
    await page.goto(`${server.origin}/demo-news.html`);
    await expect.poll(() => marks(page)).toContain('Ebrahim Raisi');
    await hover(page, 'Ebrahim Raisi');
    await expect.poll(() => readCard(driver, page)).not.toBeNull();
    await leave(page);
    await expect.poll(() => readCard(driver, page)).toBeNull();
  });
});

describe('marks', () => {
  it('stand on names that are cut by elements, comments, line breaks and soft hyphens', async ({
    page,
    server,
  }) => {
    await page.goto(`${server.origin}/inline.html`);
    await expect
      .poll(() => marks(page))
      .toEqual([
        'Ebrahim Raisi',
        'Maryam Rajavi',
        'Mostafa Pourmohammadi',
        'Hossein-Ali Nayeri',
        'Navid Afkari',
        'Betty Booth\u00adroyd',
        'Amnesty International',
      ]);
  });

  it('stand on running text and not on fields, scripts, styles and text that is being written', async ({
    page,
    server,
  }) => {
    await page.goto(`${server.origin}/unread.html`);
    await expect.poll(() => marks(page)).toEqual(['Ebrahim Raisi']);
  });

  it('follow a page that adds, changes and removes its text', async ({ page, server }) => {
    await page.goto(`${server.origin}/dynamic.html`);
    await expect.poll(() => marks(page)).toEqual(['Maryam Rajavi']);
    await page.evaluate('addName()');
    await expect.poll(() => marks(page)).toEqual(['Maryam Rajavi', 'Ebrahim Raisi']);
    await page.evaluate('editName()');
    await expect.poll(() => marks(page)).toEqual(['Maryam Rajavi', 'Roger Gale', 'Ebrahim Raisi']);
    await page.evaluate('removeName()');
    await expect.poll(() => marks(page)).toEqual(['Roger Gale', 'Ebrahim Raisi']);
    await page.evaluate('replaceAll()');
    await expect.poll(() => marks(page)).toEqual(['Mostafa Pourmohammadi']);
  });

  it('stand on Persian names', async ({ page, server }) => {
    await page.goto(`${server.origin}/rtl.html`);
    await expect.poll(() => marks(page)).toEqual(['مریم رجوی', 'ابراهیم رئیسی', 'Roger Gale']);
  });
});

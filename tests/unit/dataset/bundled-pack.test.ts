/** The pack that is shipped. Its words were weighed by people; what can be counted and compared is held here. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkIntegrity } from '../../../src/dataset/integrity.ts';
import { parsePack } from '../../../src/dataset/parse.ts';
import type { Localized } from '../../../src/dataset/parts.ts';
import { formatProblem } from '../../../src/dataset/problem.ts';
import type { Pack } from '../../../src/dataset/schema.ts';
import { checkVerbatim, notChecked } from '../../../src/dataset/verbatim.ts';

const FILE = new URL('../../../assets/packs/uk-conference-2020.json', import.meta.url);
const SOURCE = new URL('../../../../shared/source/000_23d228ec27f1a167.txt', import.meta.url);

const parsed = parsePack(readFileSync(FILE, 'utf8'));
if (!parsed.ok) throw new Error(parsed.problems.map(formatProblem).join('\n'));
const pack: Pack = parsed.pack;

const entity = (id: string) => pack.entities.find((each) => each.id === id);
const quote = (id: string) => pack.quotes.find((each) => each.id === id);

it('holds 44 entities, 29 patterns, 14 quotes and one source', () => {
  const counts = [pack.entities, pack.patterns, pack.quotes, pack.sources].map(({ length }) => length);
  expect(counts).toEqual([44, 29, 14, 1]);
});

it('is careful with its sources', () => {
  expect(checkIntegrity(pack).map(formatProblem)).toEqual([]);
});

it.skipIf(!existsSync(SOURCE))('has every word as its source has it (skipped without the source)', () => {
  const bytes = readFileSync(SOURCE);
  const document = {
    text: bytes.toString('utf8'),
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
  expect(checkVerbatim(pack, document).map(formatProblem)).toEqual([]);
  expect(notChecked(pack, document)).toEqual([]);
});

it('advises quiet mode', () => {
  expect(pack.sensitive).toBe(true);
});

describe('its names', () => {
  it('are graded, all of them', () => {
    const ungraded = pack.entities.flatMap(({ aliases }) => aliases.filter(({ grade }) => !grade));
    expect(ungraded).toEqual([]);
  });

  it('leave out the languages that nobody has verified', () => {
    const langs = new Set(pack.entities.flatMap(({ aliases }) => aliases.map(({ lang }) => lang)));
    expect(langs).not.toContain('ru');
    expect(langs).not.toContain('zh');
  });

  it('keep the case of initials', () => {
    const initials = pack.entities
      .flatMap(({ aliases }) => aliases)
      .filter(({ text }) => /^(\p{Lu}\.?){2,6}$/u.test(text));
    expect(initials.length).toBeGreaterThan(15);
    expect(initials.filter(({ caseSensitive }) => !caseSensitive)).toEqual([]);
  });

  it('never match a bare word that means something else by itself', () => {
    const strong = pack.entities.flatMap(({ aliases }) =>
      aliases.filter(({ grade }) => grade === 'strong').map(({ text }) => text),
    );
    for (const word of ['Raisi', 'رئیسی', 'MEK', 'Amnesty', 'Khamenei', 'David Jones', 'nuclear deal']) {
      expect(strong).not.toContain(word);
    }
  });
});

describe('its cards', () => {
  it('never give as the status what the article says of Ebrahim Raisi', () => {
    expect(entity('ebrahim-raisi')).toMatchObject({
      sourceRole: { span: { exact: 'current Minister of Justice Ebrahim Raisi' }, verdict: 'wrong' },
      status: { text: { en: expect.stringContaining('died in a helicopter crash on 19 May 2024') } },
    });
  });

  it('give no status where nothing newer was verified', () => {
    expect(entity('maryam-rajavi')?.status).toBeUndefined();
    expect(entity('ken-maginnis')?.status).toBeUndefined();
  });

  it('use the words of one side between quotation marks only', () => {
    const loaded = /massacre|regime|mullah|tyranny|atrocit|appeasement|martyr|slaughter|hypocrite/i;
    const own = pack.entities.flatMap((each): Localized[] => [
      each.name,
      ...(each.status ? [each.status.text] : []),
      ...each.background.map(({ text }) => text),
      ...each.since.map(({ text }) => text),
      ...each.disputed.flatMap(({ others }) => (others ? [others.text] : [])),
    ]);
    const notes = pack.quotes.flatMap(({ note }) => (note ? [note] : []));
    const unquoted = [...own, ...notes].map(({ en = '' }) => en.replace(/“[^”]*”/g, ''));
    expect(unquoted.filter((text) => loaded.test(text))).toEqual([]);
  });

  it('rest on public references first and then on the article, and say whose view the article gives', () => {
    expect(entity('massacre-1988')?.background.map(({ basis }) => basis.kind)).toEqual([
      'references',
      'references',
      'source',
    ]);
    expect(pack.sources[0]).toMatchObject({ kind: 'advocacy', side: { id: 'ncri-supporters' } });
  });
});

describe('its quotes', () => {
  it('give the words of Baroness Boothroyd as Maryam Rajavi reports them, without a date', () => {
    expect(quote('q04')).toMatchObject({
      speaker: 'baroness-boothroyd',
      quotedBy: 'maryam-rajavi',
      manner: 'reported',
      containedIn: 'q03',
    });
    expect(quote('q04')).not.toHaveProperty('date');
  });

  it('mark what is printed wrongly and what the article put in', () => {
    const words = (id: string, key: 'sic' | 'inserted') =>
      quote(id)?.[key].map(({ start, end }) => {
        const part = quote(id)?.parts.find((each) => each.start <= start && end <= each.end);
        return part?.exact.slice(start - part.start, end - part.start);
      });
    expect(words('q06', 'sic')).toEqual(['ourself']);
    expect(words('q14', 'sic')).toEqual(['the international cannot ignore']);
    expect(words('q09', 'inserted')).toEqual(['[regime Supreme Leader Ali] ']);
  });

  it('come whole: two parts where a paragraph begins with a new mark, eight in the message', () => {
    expect(quote('q11')?.parts).toHaveLength(2);
    expect(quote('q03')?.parts).toHaveLength(8);
    expect(quote('q02')?.containedIn).toBe('q05');
  });
});

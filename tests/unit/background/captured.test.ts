import { describe, expect, it } from 'vitest';
import { capturedFrom } from '../../../src/background/captured.ts';
import type { Selected } from '../../../src/messages/selected.ts';

const CLICKED = {
  selectionText: 'The water had been cold.',
  url: 'https://news.example.org/inquiry?utm_source=feed',
  title: 'Inquiry | News',
  today: '2026-11-23',
};
const SELECTED: Selected = {
  exact: 'The water had\nbeen cold.',
  prefix: 'She said: ',
  suffix: ' Nobody answered.',
  fragment: { textStart: 'The water had been', textEnd: 'cold.' },
  blocks: [],
  start: 0,
  end: 0,
  title: 'Inquiry',
  canonical: 'https://news.example.org/inquiry',
  lang: 'EN-gb',
  dates: ['2024-05-21'],
  times: [],
  jsonLd: [],
};

describe('what was selected', () => {
  it('is what the page shows, with the address that the browser knows', () => {
    expect(capturedFrom(CLICKED, SELECTED, [])).toEqual({
      exact: SELECTED.exact,
      prefix: SELECTED.prefix,
      suffix: SELECTED.suffix,
      fragment: SELECTED.fragment,
      pageTitle: 'Inquiry',
      url: CLICKED.url,
      canonicalUrl: SELECTED.canonical,
      pageDate: '2024-05-21',
      accessDate: '2026-11-23',
      lang: 'en-GB',
      speakers: [],
    });
  });

  it('is what the browser tells of it where the page may not be read', () => {
    expect(capturedFrom(CLICKED, undefined, [])).toEqual({
      exact: CLICKED.selectionText,
      prefix: '',
      suffix: '',
      pageTitle: CLICKED.title,
      url: CLICKED.url,
      accessDate: '2026-11-23',
      speakers: [],
    });
  });

  it('is never from tomorrow', () => {
    expect(capturedFrom(CLICKED, { ...SELECTED, dates: ['2026-11-24'] }, [])).not.toHaveProperty('pageDate');
  });

  it.each(['', 'english!', 'x'.repeat(40)])('has no language where the page says "%s"', (lang) => {
    expect(capturedFrom(CLICKED, { ...SELECTED, lang }, [])).not.toHaveProperty('lang');
  });
});

import { describe, expect, it } from 'vitest';
import { checkIntegrity } from '../../../src/dataset/integrity.ts';
import { formatProblem } from '../../../src/dataset/problem.ts';
import type { Entity, Pack } from '../../../src/dataset/schema.ts';
import { harbour } from '../../support/packs.ts';

function linesOf(pack: Pack): string[] {
  return checkIntegrity(pack).map(formatProblem);
}

/** The invented pack with other fields in one entity. */
function withEntity(id: string, change: (entity: Entity) => Partial<Entity>): Pack {
  const entities = harbour.entities.map((each) => (each.id === id ? { ...each, ...change(each) } : each));
  return { ...harbour, entities };
}

const at = (id: string) => `entities[${harbour.entities.findIndex((each) => each.id === id)}]`;

it('the invented pack is careful with its sources', () => {
  expect(linesOf(harbour)).toEqual([]);
});

it('a reference that no statement rests on is told', () => {
  const [id, reference] = Object.entries(harbour.references)[0] ?? [];
  const pack = { ...harbour, references: { ...harbour.references, 'r-idle': reference ?? never(id) } };
  expect(linesOf(pack)).toEqual(['references.r-idle: used nowhere; expected a statement that rests on it']);
});

describe('a role that does not hold', () => {
  const status = (text: string, date = '2019-11-02') =>
    withEntity('osric-vane', () => ({
      status: { text: { en: text }, date, references: ['r-register'] },
    }));

  it.each([
    ['as the pack words it', 'Harbour master of Port Ellery', 'harbour master of'],
    ['as the source prints it', 'Still the current harbour master', 'the current harbour'],
    ['in other letters', 'HARBOUR-MÁSTER of Port Ellery', 'harbour master of'],
    ['in part', 'Member of the board and Harbour Master of Port Ellery', 'harbour master of'],
  ])('may not come back as the status, %s', (_, text, shared) => {
    expect(linesOf(status(text))).toEqual([
      `${at('osric-vane')}.status.text.en: "${shared}" found, words of a role that does not hold; expected what is verified instead`,
    ]);
  });

  it('may not come back even when it is a single word', () => {
    const pack = withEntity('mara-tennick', ({ sourceRole, status: known }) => ({
      ...(sourceRole && { sourceRole: { ...sourceRole, text: { en: 'Chair' } } }),
      ...(known && { status: { ...known, text: { en: 'Chair since 2019' } } }),
    }));
    expect(linesOf(pack)).toHaveLength(1);
  });

  it('is one that a dispute over the same words calls wrong, whatever the role says of itself', () => {
    const pack = status('Harbour master of Port Ellery');
    const entities = pack.entities.map(({ sourceRole, ...entity }) => {
      if (sourceRole === undefined) return entity;
      const { verdict: _, ...role } = sourceRole;
      return { ...entity, sourceRole: role };
    });
    expect(linesOf({ ...pack, entities })).toHaveLength(1);
    const undisputed = entities.map((entity) => ({ ...entity, disputed: [] }));
    const references = Object.fromEntries(
      Object.entries(harbour.references).filter(([id]) => id !== 'r-watch'),
    );
    expect(linesOf({ ...pack, entities: undisputed, references }).join()).not.toContain('status');
  });

  it('is not mended by a status that is older', () => {
    const line = `${at('osric-vane')}.status.date: 2017 found; expected a date not before 2019-05-03, as the role does not hold`;
    expect(linesOf(status('Retired', '2017'))).toEqual([line]);
    expect(linesOf(status('Retired', '2019'))).toEqual([]);
  });
});

it('a role cannot be newer than the source that prints it', () => {
  const pack = withEntity('osric-vane', ({ sourceRole }) => ({
    ...(sourceRole && { sourceRole: { ...sourceRole, asOf: '2019-05-04' } }),
  }));
  expect(linesOf(pack)[0]).toContain('.sourceRole.asOf: 2019-05-04 found; expected 2019-05-03');
});

it('a status needs a reference that is not of a party to the matter', () => {
  const pack = withEntity('osric-vane', () => ({
    status: { text: { en: 'Retired' }, date: '2019-11-02', references: ['r-union'] },
  }));
  expect(linesOf(pack)).toEqual([
    `${at('osric-vane')}.status.references: only references of a party to the matter found; expected at least one of another kind`,
  ]);
});

it('nothing is verified, and nothing has happened, after the day of the check', () => {
  expect(linesOf({ ...harbour, checked: '2020-09-08' })).toEqual([
    `${at('mara-tennick')}.status.date: 2021-06 found; expected 2020-09-08, the day of the check, or earlier`,
    `${at('mara-tennick')}.since[0].date: 2021-06 found; expected 2020-09-08, the day of the check, or earlier`,
    `${at('harbour-inquiry')}.status.date: 2020-09-09 found; expected 2020-09-08, the day of the check, or earlier`,
    `${at('harbour-inquiry')}.since[0].date: 2020-09-09 found; expected 2020-09-08, the day of the check, or earlier`,
  ]);
});

describe('a verdict', () => {
  const verdict = (value: 'wrong' | 'confirmed' | 'opinion' | 'unverified', references?: string[]) =>
    withEntity('gull-street-fire', ({ disputed }) => ({
      disputed: disputed.map(({ id, said, verdict: own, others }) =>
        id === 'd-weather'
          ? { id, said, verdict: value, ...(references && { others: { text: { en: 'No.' }, references } }) }
          : { id, said, verdict: own, ...(others && { others }) },
      ),
    }));
  const where = `${at('gull-street-fire')}.disputed[1].others`;

  it('needs somebody who gives it, unless it is an opinion or nobody could verify it', () => {
    expect(linesOf(verdict('wrong'))).toEqual([`${where}: missing; expected what others say, for "wrong"`]);
    expect(linesOf(verdict('opinion'))).toEqual([]);
    expect(linesOf(verdict('unverified'))).toEqual([]);
  });

  it('is not "confirmed" by a party to the matter alone', () => {
    expect(linesOf(verdict('confirmed', ['r-union']))).toEqual([
      `${where}: only references of a party to the matter found; expected at least one of another kind, for "confirmed"`,
    ]);
    expect(linesOf(verdict('confirmed', ['r-union', 'r-watch']))).toEqual([]);
  });
});

it('a quote within another has its words', () => {
  const quotes = harbour.quotes.map((quote) =>
    quote.id === 'h04' ? { ...quote, containedIn: 'h02' } : quote,
  );
  expect(linesOf({ ...harbour, quotes })).toEqual([
    'quotes[3].containedIn: "h02" found; expected a quote that holds the words of h04',
  ]);
});

function never(id: string | undefined): never {
  throw new Error(`no reference ${id}`);
}

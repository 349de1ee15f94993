/** The rows that a query finds, fetched in pages as they come into view. The last result stays until the next is there. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { EntityQuery, EntityRowView, Manager } from '../../../store/manager-api.ts';

/** Rows in one question to the store. */
const PAGE = 200;

export interface Rows {
  total: number;
  at(index: number): EntityRowView | undefined;
}

interface Result extends Rows {
  query: EntityQuery;
  pages: Map<number, EntityRowView[]>;
}

export interface Found {
  /** Missing until the first answer. */
  rows?: Rows;
  error?: unknown;
  /** The answer to another query is awaited. */
  waiting: boolean;
  /** These rows come into view: they are fetched where they are not there. */
  want: (first: number, end: number) => void;
}

/** @param revision of what is stored: another one, another answer to the same query */
export function useRows(store: Pick<Manager, 'rows'>, query: EntityQuery, revision: number): Found {
  const [result, setResult] = useState<Result>();
  const [error, setError] = useState<unknown>();
  const [waiting, setWaiting] = useState(true);
  const [, setTurn] = useState(0);
  const asked = useRef(new Set<number>());
  const key = JSON.stringify(query);
  // `key` stands for the query
  useEffect(() => {
    const left = new AbortController();
    setWaiting(true);
    store.rows(query, 0, PAGE).then(
      ({ total, rows }) => {
        if (left.signal.aborted) return;
        const pages = new Map([[0, rows]]);
        asked.current = new Set([0]);
        setError(undefined);
        setWaiting(false);
        setResult({
          query,
          total,
          pages,
          at: (index) => pages.get(Math.floor(index / PAGE))?.[index % PAGE],
        });
      },
      (reason: unknown) => {
        if (left.signal.aborted) return;
        setWaiting(false);
        setError(reason);
      },
    );
    return () => left.abort();
  }, [store, key, revision]);

  const want = useCallback(
    (first: number, end: number) => {
      if (result === undefined) return;
      const known = asked.current;
      // One page more on either side: scrolled slowly, the next is there before it is seen.
      const last = Math.floor(Math.max(0, result.total - 1) / PAGE);
      const from = Math.max(0, Math.floor(first / PAGE) - 1);
      const to = Math.min(last, Math.floor(end / PAGE) + 1);
      for (let page = from; page <= to; page += 1) {
        if (known.has(page)) continue;
        known.add(page);
        store.rows(result.query, page * PAGE, (page + 1) * PAGE).then(
          ({ rows }) => {
            result.pages.set(page, rows);
            setTurn((turn) => turn + 1);
          },
          (reason: unknown) => {
            known.delete(page);
            setError(reason);
          },
        );
      }
    },
    [store, result],
  );
  return {
    ...(result === undefined ? {} : { rows: result }),
    ...(error === undefined ? {} : { error }),
    waiting,
    want,
  };
}

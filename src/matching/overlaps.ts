/** Which of several overlapping mentions stands: the first added, then the longest, then the better grade. */
import type { Supported } from './resolution.ts';

const RANK = { strong: 0, context: 1, pattern: 2, never: 3 } as const;

export class Overlaps {
  /** By token. */
  readonly #taken = new Map<number, Supported>();
  /** Span and entity of each winner. */
  readonly #claims = new Set<string>();
  readonly #winners: Supported[] = [];
  readonly #losers: Supported[] = [];

  /** Adds what does not overlap, or has the same span as what stands there and another entity. Gives what was added. */
  add(more: readonly Supported[]): Supported[] {
    const added: Supported[] = [];
    const sorted = [...more].sort(
      (a, b) =>
        b.last - b.first - (a.last - a.first) || RANK[a.mention] - RANK[b.mention] || a.first - b.first,
    );
    for (const each of sorted) {
      if (this.#place(each)) added.push(each);
      else this.#losers.push(each);
    }
    return added.sort((a, b) => a.first - b.first);
  }

  /** Mentions that stand right before. */
  near({ first }: { first: number }): Supported[] {
    const found: Supported[] = [];
    for (let token = first - 1; token >= first - 2; token--) {
      const there = this.#taken.get(token);
      if (there !== undefined) found.push(there);
    }
    return found;
  }

  winners(): Supported[] {
    return this.#winners.sort((a, b) => a.first - b.first || RANK[a.mention] - RANK[b.mention]);
  }

  losers(): { candidate: Supported; because: 'overlapped' }[] {
    return this.#losers.map((candidate) => ({ candidate, because: 'overlapped' }));
  }

  #place(each: Supported): boolean {
    for (let token = each.first; token < each.last; token++) {
      const there = this.#taken.get(token);
      if (there !== undefined && (there.first !== each.first || there.last !== each.last)) return false;
    }
    const claim = `${each.first} ${each.entity}`;
    if (this.#claims.has(claim)) return false;
    this.#claims.add(claim);
    for (let token = each.first; token < each.last; token++) this.#taken.set(token, each);
    this.#winners.push(each);
    return true;
  }
}

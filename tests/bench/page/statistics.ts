/** Every single sample, so that whoever reads a median can look at what it was made of. */
export class Samples {
  readonly all: Record<string, number[]> = {};

  add(name: string, ...values: number[]): void {
    const rounded = values.map((value) => Math.round(value * 1_000) / 1_000);
    this.all[name] = [...(this.all[name] ?? []), ...rounded];
  }
}

/** @returns 0 for none */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

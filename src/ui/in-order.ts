/** Answers that cross: what was asked earlier and is answered later says nothing any more. */
type Newest = <T>(answer: Promise<T>, take: (value: T) => void, fail: () => void) => Promise<void>;

/** @returns hands on each answer, or that there is none, but for those to questions before one that was answered already */
export function inOrder(): Newest {
  let asked = 0;
  let answered = 0;
  return async (answer, take, fail) => {
    const mine = ++asked;
    const [value] = await Promise.allSettled([answer]);
    if (mine < answered) return;
    answered = mine;
    if (value.status === 'fulfilled') take(value.value);
    else fail();
  };
}

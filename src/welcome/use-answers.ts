/** The answers as they stand: the reader's own on this page, else what is stored already. */
import { useEffect, useState } from 'preact/hooks';
import type { AskAsUi, Choices } from '../messages/ui.ts';
import type { Answers } from './api.ts';

export interface AnswersNow {
  /** Missing until what is stored is known. */
  answers?: Answers;
  answer: (part: Partial<Answers>) => void;
}

export function useAnswers(ask: AskAsUi, choices: Choices | undefined): AnswersNow {
  const [bundled, setBundled] = useState<boolean>();
  const [own, setOwn] = useState<Partial<Answers>>({});
  useEffect(() => {
    ask('packs', {}).then(
      (packs) => setBundled(packs.some((pack) => pack.bundled)),
      // The question is asked all the same, and the answer tried.
      () => setBundled(true),
    );
  }, [ask]);
  const known = choices !== undefined && bundled !== undefined;
  return {
    ...(known ? { answers: { ...stored(choices, bundled), ...own } } : {}),
    answer: (part) => setOwn({ ...own, ...part }),
  };
}

function stored({ defaultMode, readingMode }: Choices, bundled: boolean): Answers {
  return {
    where: defaultMode === 'off' ? 'chosen' : 'all',
    mode: defaultMode === 'off' ? readingMode : defaultMode,
    pack: bundled ? 'bundled' : 'none',
  };
}

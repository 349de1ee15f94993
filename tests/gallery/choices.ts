/** The reader's choices, as the pages in the gallery find them. */
import type { AskAsUi, Choices, UiRequests } from '../../src/messages/ui.ts';

export const CHOICES: Choices = {
  defaultMode: 'off',
  readingMode: 'marks',
  rules: [],
  muted: [],
  refused: [],
  pause: null,
  privateWindows: 'quiet',
  badge: true,
  markStyle: 'underline',
};

/** A background that knows these choices, gives these answers, and does nothing else. */
export function answering(choices: Partial<Choices>, answers: Partial<Answers> = {}): AskAsUi {
  const known: Partial<Answers> = { choices: { ...CHOICES, ...choices }, ...answers };
  return async (name) => (known[name] ?? null) as never;
}

type Answers = { [Name in keyof UiRequests]: UiRequests[Name]['answer'] };

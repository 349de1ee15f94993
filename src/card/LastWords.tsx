/** A card whose extension has gone. It asks the browser for nothing: `browser.i18n` throws by then. */
import type { VNode } from 'preact';
import type { Words } from '../dataset/card-content.ts';
import { directionOf } from '../i18n.ts';

interface LastWordsProps {
  words: Words;
  name: string;
  /** What the button says, in the language of the words. */
  closing: string;
  close: () => void;
}

export function LastWords({ words, name, closing, close }: LastWordsProps): VNode {
  return (
    <div
      class="card"
      role="dialog"
      aria-label={name}
      tabIndex={-1}
      lang={words.lang}
      dir={directionOf(words.lang)}
    >
      <p role="status" class="trouble">
        {words.text}{' '}
        <button type="button" onClick={close}>
          {closing}
        </button>
      </p>
    </div>
  );
}

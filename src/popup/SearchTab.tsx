/** Search over all packs, as one types: a combobox by the pattern of the ARIA authoring guide, its list always open. */
import { Search } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../card/Icon.tsx';
import { TYPE_ICONS } from '../card/type-icon.ts';
import { count, formatNumber, t } from '../i18n.ts';
import type { AskAsUi, SearchAnswer, SearchResult } from '../messages/ui.ts';
import type { Place } from '../ui/Contents.tsx';

/** More than anybody reads; who wants another types on. */
const LIMIT = 50;

interface SearchTabProps {
  ask: AskAsUi;
  open: (place: Place) => void;
  /** The field takes the focus. */
  focus: boolean;
}

export function SearchTab({ ask, open, focus }: SearchTabProps): VNode {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  /** Enter was pressed before the answer to what had been typed: what it opens is not known yet. */
  const [entered, setEntered] = useState(false);
  const { answer, isCurrent, failed } = useSearch(ask, text);
  const base = useId();
  const list = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const found = answer?.found ?? [];
  // Before the field can be seen: what is typed at once is not lost.
  useLayoutEffect(() => {
    if (focus) input.current?.focus();
  }, [focus]);

  useEffect(() => {
    if (!entered || !isCurrent) return;
    setEntered(false);
    const [first] = answer?.found ?? [];
    if (first !== undefined) open(first);
  }, [entered, isCurrent, answer, open]);

  const choose = (at: number) => {
    setChosen(at);
    list.current?.children[at]?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  };
  const follow = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowDown: chosen + 1, ArrowUp: chosen - 1 };
    const next = steps[event.key];
    const result = found[chosen];
    if (next !== undefined && found.length > 0) choose((next + found.length) % found.length);
    else if (event.key === 'Enter' && !isCurrent) setEntered(true);
    else if (event.key === 'Enter' && result !== undefined) open(result);
    else if (event.key === 'Escape' && text !== '') setText('');
    else return;
    event.preventDefault();
  };
  return (
    <div class="search">
      <div class="field">
        <Icon of={Search} />
        <input
          ref={input}
          type="text"
          role="combobox"
          aria-label={t('search.label')}
          aria-expanded={found.length > 0}
          aria-controls={`${base}-list`}
          aria-autocomplete="list"
          {...(found.length > 0 ? { 'aria-activedescendant': `${base}-${chosen}` } : {})}
          placeholder={t('search.placeholder')}
          autocomplete="off"
          spellcheck={false}
          maxLength={500}
          value={text}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setChosen(0);
            setEntered(false);
          }}
          onKeyDown={follow}
        />
      </div>
      <p class="soft" role="status">
        {failed ? t('popup.failed') : summaryOf(answer, text)}
      </p>
      <div role="listbox" id={`${base}-list`} aria-label={t('search.results')} ref={list}>
        {found.map((result, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's
          <div
            key={result.entity}
            role="option"
            id={`${base}-${at}`}
            tabIndex={-1}
            aria-selected={at === chosen}
            data-type={result.type}
            onClick={() => open(result)}
          >
            <Result result={result} />
          </div>
        ))}
      </div>
    </div>
  );
}

function Result({ result: { name, type, alias, pack } }: { result: SearchResult }): VNode {
  return (
    <>
      <Icon of={TYPE_ICONS[type]} />
      <span class="words">
        <span>
          <bdi>{name}</bdi>
          <span class="hidden">, {t(`type.${type}`)}</span>
        </span>
        <span class="soft because">
          {alias !== undefined && (
            <>
              <bdi>{alias}</bdi> ·{' '}
            </>
          )}
          <bdi>{pack}</bdi>
        </span>
      </span>
    </>
  );
}

function summaryOf(answer: SearchAnswer | undefined, text: string): string {
  if (text.trim() === '') return t('search.hint');
  if (answer === undefined) return '';
  const { found, total } = answer;
  if (total === 0) return t('search.none', { text });
  if (found.length === total) return count('search.found', total);
  return t('search.some', { shown: formatNumber(found.length), total: formatNumber(total) });
}

interface Found {
  /** To the last text that was answered: the list does not blink while one types. */
  answer?: SearchAnswer;
  /** It is the answer to the text as it stands. */
  isCurrent: boolean;
  failed: boolean;
}

function useSearch(ask: AskAsUi, text: string): Found {
  const [last, setLast] = useState<{ text: string; answer?: SearchAnswer }>({ text: '' });
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const left = new AbortController();
    if (text.trim() === '') setLast({ text });
    else {
      ask('search', { text, limit: LIMIT }).then(
        (answer) => {
          if (left.signal.aborted) return;
          setLast({ text, answer });
          setFailed(false);
        },
        () => left.signal.aborted || setFailed(true),
      );
    }
    return () => left.abort();
  }, [ask, text]);
  const { answer } = last;
  return { ...(answer === undefined ? {} : { answer }), isCurrent: last.text === text, failed };
}

/** Tabs by the pattern of the ARIA authoring guide: one stop for Tab, arrows go between them. */
import type { ComponentChildren, VNode } from 'preact';
import { useId, useState } from 'preact/hooks';
import { uiDirection } from '../i18n.ts';

interface Tab {
  id: string;
  label: string;
  /** Shown behind the label, such as a number. */
  aside?: string;
  /** `pressed`: the tab was pressed; the arrows only pass by, and the focus must stay with the tabs. */
  panel: (pressed: boolean) => ComponentChildren;
}

export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }): VNode {
  const [chosen, setChosen] = useState(0);
  const [pressed, setPressed] = useState(false);
  const base = useId();
  const shown = tabs[chosen];
  const step = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
    const forward = uiDirection() === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const back = uiDirection() === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    const by = event.key === forward ? 1 : event.key === back ? -1 : 0;
    if (by === 0) return;
    const next = (chosen + by + tabs.length) % tabs.length;
    setChosen(next);
    setPressed(false);
    const stop = event.currentTarget.children[next];
    if (stop instanceof HTMLElement) stop.focus();
  };
  return (
    <>
      <div role="tablist" aria-label={label} class="tabs" onKeyDown={step}>
        {tabs.map((tab, i) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${base}-${tab.id}`}
            aria-selected={i === chosen}
            aria-controls={`${base}-panel`}
            tabIndex={i === chosen ? 0 : -1}
            onClick={() => {
              setChosen(i);
              setPressed(true);
            }}
          >
            {tab.label}
            {tab.aside && <span class="soft">{tab.aside}</span>}
          </button>
        ))}
      </div>
      {shown && (
        <div role="tabpanel" id={`${base}-panel`} aria-labelledby={`${base}-${shown.id}`} class="panel">
          {shown.panel(pressed)}
        </div>
      )}
    </>
  );
}

/** The options page: its sections beside each other in a list of links, one of them shown. */
import type { VNode } from 'preact';
import { useCallback, useEffect, useRef } from 'preact/hooks';
import { t } from '../i18n.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { openDropped } from './manager/import/open-source.ts';
import type { OptionsApi } from './section.ts';
import { SECTIONS } from './sections.ts';
import { useFileDrop } from './use-file-drop.ts';
import { useHash } from './use-hash.ts';

export function Options({ api }: { api: OptionsApi }): VNode | null {
  const [id = '', ...rest] = useHash().slice(1).split('/');
  const section = SECTIONS.find((each) => each.id === id) ?? SECTIONS[0];
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(section);
  const isFileOver = useFileDrop(
    useCallback(
      (files) => {
        // What comes of it is seen there.
        location.hash = '#import';
        openDropped(api.manager, files);
      },
      [api],
    ),
  );
  useEffect(() => {
    document.title =
      section === undefined ? t('options.title') : `${section.label()} – ${t('options.title')}`;
    if (before.current === section) return;
    before.current = section;
    // The keyboard and a screen reader go where the eyes go.
    heading.current?.focus();
  }, [section]);
  if (section === undefined) return null;
  const View = section.view;
  return (
    <div class={isFileOver ? 'frame file-over' : 'frame'}>
      <div class="beside">
        <header>
          <h1>{t('options.title')}</h1>
          <nav aria-label={t('options.sections')}>
            <ul>
              {SECTIONS.filter(({ unlisted }) => unlisted !== true).map((each) => (
                <li key={each.id}>
                  <a href={`#${each.id}`} aria-current={each === section ? 'page' : undefined}>
                    {each.label()}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </header>
        <NoticeBar notices={api.notices} />
      </div>
      <main>
        <h2 ref={heading} tabIndex={-1}>
          {section.label()}
        </h2>
        <View key={section.id} api={api} path={rest.join('/')} />
      </main>
    </div>
  );
}

/** The card around its content: why it is shown, what the reader can do about it, and what is in the way. */
import { ArrowLeft, Pin, PinOff, X } from 'lucide';
import type { ComponentChildren, VNode } from 'preact';
import type { CardContent, RelatedView } from '../dataset/card-content.ts';
import { t, uiDirection } from '../i18n.ts';
import type { OpenRequest } from '../messages/card-seam.ts';
import { becauseText } from './because-text.ts';
import { CardBody, CardHead, Kind } from './CardBody.tsx';
import { candidates, newest, openQuotes } from './entities.ts';
import { Foot } from './Foot.tsx';
import { Icon } from './Icon.tsx';
import { NoticeBar, offersAgain } from './NoticeBar.tsx';
import type { CopyWords } from './Quote.tsx';
import { type CardEvent, type CardState, changeTo, noticesOf, type View } from './state.ts';
import { Text } from './Text.tsx';
import type { Write } from './writer.ts';

export interface CardProps {
  state: CardState;
  view: View;
  /** What the reader pointed at. */
  because: OpenRequest['because'];
  found: number;
  send: (event: CardEvent) => void;
  copy: CopyWords;
  /** Missing where nothing is to be changed from the card. */
  write?: Write | undefined;
  /** Missing where the card cannot open the side panel. */
  openPanel?: (entity: string) => void;
}

export function Card(props: CardProps): VNode {
  const { view } = props;
  const groups = candidates(view.contents);
  const group = groups[view.chosen] ?? groups[0];
  return (
    <div
      class="card"
      role="dialog"
      aria-label={group?.[0]?.name.text ?? view.name}
      aria-busy={view.status === 'skeleton'}
      tabIndex={-1}
      lang={t('uiLang')}
      dir={uiDirection()}
      data-type={group?.[0]?.type ?? view.type}
    >
      <Bar key={`bar ${view.turn}`} type={group?.[0]?.type ?? view.type} {...props} />
      <div class="scroll" key={view.turn}>
        {groups.length > 1 && <Which groups={groups} {...props} />}
        {group === undefined ? <Without {...props} /> : <Sections group={group} {...props} />}
      </div>
      {group !== undefined && <Foot group={group} {...props} />}
    </div>
  );
}

/** Stays in reach while the content is scrolled. */
function Bar({ type, state, send }: CardProps & Pick<View, 'type'>): VNode {
  const byHand = state.pinned || state.openedBy !== 'pointer';
  return (
    <div class="bar">
      {state.views.length > 1 && (
        <button type="button" class="back" onClick={() => send({ type: 'back' })}>
          <Icon of={ArrowLeft} class="lead way" />
          {t('card.back')}
        </button>
      )}
      <Kind type={type} />
      <IconButton
        icon={state.pinned ? PinOff : Pin}
        label={t(state.pinned ? 'card.unpin' : 'card.pin')}
        press={() => send({ type: 'pin' })}
      />
      {byHand && <IconButton icon={X} label={t('card.close')} press={() => send({ type: 'close' })} />}
    </div>
  );
}

interface IconButtonProps {
  icon: typeof Pin;
  label: string;
  press: () => void;
}

function IconButton({ icon, label, press }: IconButtonProps): VNode {
  return (
    <button type="button" class="icon-button" aria-label={label} title={label} onClick={press}>
      <Icon of={icon} />
    </button>
  );
}

function Which({ groups, view, send }: CardProps & { groups: readonly CardContent[][] }): VNode {
  return (
    <fieldset class="which">
      <legend class="soft">{t('card.which')}</legend>
      {groups.map(([content], index) => (
        <button
          key={content?.key}
          type="button"
          aria-pressed={index === view.chosen}
          onClick={() => send({ type: 'choose', index })}
        >
          {content && <Text words={content.name} />}
        </button>
      ))}
    </fieldset>
  );
}

/** One section for each pack that knows the entity. */
function Sections({ group, ...props }: CardProps & { group: readonly CardContent[] }): VNode {
  const { state, view, send, copy } = props;
  const [first] = group;
  if (first === undefined) return <Without {...props} />;
  const open = openQuotes(group);
  const follow = (from: CardContent) => (related: RelatedView) =>
    send({
      type: 'follow',
      view: {
        entities: [`${from.pack.id}/${related.id}`],
        name: related.name.text,
        type: related.type,
      },
    });
  return (
    <>
      <CardHead content={first} current={newest(group)} />
      {state.views[0] === view && <Why group={group} type={first.type} {...props} />}
      {group.map((content) => (
        <div key={content.key}>
          {group.length > 1 && (
            <p class="pack-name">
              <Text words={content.pack.title} />
            </p>
          )}
          <CardBody content={content} open={open} copy={copy} follow={follow(content)} />
        </div>
      ))}
    </>
  );
}

interface WhyProps extends CardProps {
  group: readonly CardContent[];
  type: CardContent['type'];
}

function Why({ group, type, because, found, state, write }: WhyProps): VNode {
  const notice = noticesOf(state, group).find(({ kind }) => kind === 'notThisPerson');
  return (
    <div class="why">
      {notice === undefined ? (
        <p>
          <span class="hidden">{t('because.label')}: </span>
          {becauseText(because, found)}
        </p>
      ) : (
        <NoticeBar notice={notice} write={write} />
      )}
      {write && (notice === undefined || offersAgain(notice)) && (
        <button type="button" onClick={() => write(changeTo(group, 'notThisPerson'), true)}>
          {t(`card.notThis.${type}`)}
        </button>
      )}
    </div>
  );
}

/** Nothing to show, and why. */
function Without({ view, send }: CardProps): VNode {
  const { name } = view;
  if (view.status === 'skeleton') {
    return (
      <div class="skeleton">
        <p role="status" class="hidden">
          {t('card.loading', { name })}
        </p>
        <h2>
          <bdi>{name}</bdi>
        </h2>
        <i />
        <i />
        <i />
      </div>
    );
  }
  return (
    <Trouble>
      {view.status === 'gone' && t('card.gone', { name })}
      {view.status === 'failed' && (
        <>
          {t('card.failed')}{' '}
          <button type="button" onClick={() => send({ type: 'retry' })}>
            {t('card.retry')}
          </button>
        </>
      )}
    </Trouble>
  );
}

function Trouble({ children }: { children: ComponentChildren }): VNode {
  return (
    <p role="status" class="trouble">
      {children}
    </p>
  );
}

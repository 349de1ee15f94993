/** On this page: the mentions, or why there are none to show; and what the reader has hidden. */
import type { VNode } from 'preact';
import type { Place } from '../ui/Contents.tsx';
import { Nothing } from '../ui/Nothing.tsx';
import { Unread } from '../ui/Unread.tsx';
import type { Jumps } from '../ui/use-jumps.ts';
import type { Site } from '../ui/use-site.ts';
import type { ViewApi } from '../ui/view-api.ts';
import { HiddenHere } from './HiddenHere.tsx';
import { MentionList } from './MentionList.tsx';

interface PageTabProps {
  site: Site;
  api: ViewApi;
  jumps: Jumps;
  open: (place: Place) => void;
}

export function PageTab({ site, api, jumps, open }: PageTabProps): VNode {
  const { mentions, unread } = site.state;
  if (unread !== undefined) return <Unread why={unread} site={site} api={api} />;
  return (
    <>
      {mentions.length === 0 ? (
        <Nothing api={api} />
      ) : (
        <MentionList mentions={mentions} jumps={jumps} open={open} />
      )}
      <HiddenHere api={api} site={site.state.site} />
    </>
  );
}

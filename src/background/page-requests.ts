/** Answers what the script in a page asks. Each handler gets a parsed request and who asked, taken from the browser. */
import { browser } from 'wxt/browser';
import type { CardContent } from '../dataset/card-content.ts';
import { report, SidelightError } from '../errors.ts';
import type { EntityKey } from '../matching/types.ts';
import type { PageSender } from '../messages/gate.ts';
import type { PageRequestName, PageRequests } from '../messages/page.ts';
import { MARK_STYLES, type MarkStyle } from '../settings/schema.ts';
import { siteOf } from '../sites/site.ts';
import { annotateBlocks, NOTHING, packOf, withoutQuiet } from './annotate.ts';
import { allowedEntities, openDocument, withDocument } from './documents.ts';
import { marksStyle } from './marks-style.ts';
import { modeOf, type PageInTab } from './mode.ts';
import { entryFor } from './page-writes.ts';
import { openPanel } from './panel.ts';
import { policyOf } from './policy.ts';
import type { Services } from './services.ts';
import { startInTab } from './tabs.ts';

type Handlers = {
  [Name in PageRequestName]: (
    services: Services,
    request: PageRequests[Name]['request'],
    sender: PageSender,
  ) => Promise<PageRequests[Name]['answer']>;
};

export const pageHandlers: Handlers = {
  async hello({ settings }, { document }, sender) {
    const { mode } = await modeOf(pageOf(sender), await settings(sender));
    if (mode !== 'off') await openDocument(sender.tabId, sender.frameId, document);
    return { mode };
  },

  async annotate({ library, settings, allowance, badge }, request, sender) {
    const { tabId, frameId, topUrl } = sender;
    if (!allowance.take(tabId, request.text.length)) {
      throw new SidelightError('refused', 'This page has sent more text than a reader could read.');
    }
    const chosen = await settings(sender);
    const { mode } = await modeOf(pageOf(sender), chosen);
    if (mode === 'off') return NOTHING;
    const index = await library.index();
    const policy = policyOf(chosen, topUrl);
    const answer = await withDocument(tabId, frameId, request.document, (record) =>
      annotateBlocks(index, request, topUrl, record, policy),
    );
    badge.update(tabId);
    if (mode !== 'marks') return { ...answer, mentions: [], targets: [] };
    return withoutQuiet(answer, await library.quietOnly());
  },

  async style({ settings }, { document, on }, { tabId, frameId }) {
    const injection = (style: MarkStyle) => ({
      target: { tabId, frameIds: [frameId] },
      css: marksStyle(document, style),
      // One of the author's does not reach into shadow trees.
      origin: 'USER' as const,
    });
    // Whichever was put in before: the reader may have chosen another meanwhile.
    await Promise.all(MARK_STYLES.map((style) => browser.scripting.removeCSS(injection(style))));
    if (on) await browser.scripting.insertCSS(injection((await settings()).markStyle));
    return null;
  },

  async visibility({ badge }, { document, shown, hidden }, { tabId, frameId }) {
    await withDocument(tabId, frameId, document, (record) => {
      record.hidden = [...record.hidden.filter((block) => !shown.includes(block)), ...hidden];
    });
    badge.update(tabId);
    return null;
  },

  async frames(_, __, { tabId }) {
    await startInTab(tabId, { allFrames: true });
    return null;
  },

  async describe({ library }, { document, entities }, { tabId, frameId }) {
    const quietOnly = await library.quietOnly();
    const cards = await withDocument(tabId, frameId, document, async (record) => {
      const allowed = allowedEntities(record);
      const asked = entities.filter((entity) => allowed.has(entity) && !quietOnly.has(packOf(entity)));
      const found = (await Promise.all(asked.map((key) => library.describe(key)))).filter(
        (card) => card !== null,
      );
      record.offered = [...new Set([...record.offered, ...found.flatMap(offeredBy)])];
      return found;
    });
    return cards.length > 0 ? cards : null;
  },

  async loadCard(_, __, { tabId, frameId }) {
    await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: ['/card.js'] });
    return null;
  },

  async write({ settings, save, writes }, { document, write }, sender) {
    const { tabId, frameId, topUrl } = sender;
    const site = siteOf(topUrl);
    if (site === '') throw new SidelightError('refused', 'A page without a site has no rules.');
    if (!writes.take(tabId, 1)) {
      throw new SidelightError('refused', 'This page has changed more than a reader could.');
    }
    const chosen = await settings(sender);
    const entry = await withDocument(tabId, frameId, document, (record) =>
      entryFor(write, site, chosen, record),
    );
    if (entry !== undefined) await save([entry], sender);
    return null;
  },

  async openPanel(_, { entity }, { tabId, windowId }) {
    await openPanel(tabId, windowId, entity);
    return null;
  },

  async trouble(_, { text }) {
    report(new Error(`In a page: ${text}`));
    return null;
  },
};

function pageOf({ tabId, topUrl, isPrivate }: PageSender): PageInTab {
  return { tabId, url: topUrl, isPrivate };
}

function offeredBy({ pack, related, quotesAbout, quotesBy }: CardContent): EntityKey[] {
  const quotes = [...quotesAbout, ...quotesBy];
  const people = quotes.flatMap(({ speaker, quotedBy }) => [speaker.id, ...(quotedBy ? [quotedBy.id] : [])]);
  return [...related.map(({ id }) => id), ...people].map((id) =>
    id.includes('/') ? id : `${pack.id}/${id}`,
  );
}

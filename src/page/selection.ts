/**
 * Reads the words that the reader has selected, with what stands around them and what the page says of itself. Looks only:
 * nothing is written, selected, moved or listened to.
 */
import { CAPS, MOST, type Selected, SURROUNDINGS } from '../messages/selected.ts';
import { closestOf, elementAround, isIn, isText, isVisible, page, walkerIn } from './dom.ts';
import { fragmentOf } from './fragment.ts';
import { isReadable, type ReadBlock, readBlockAround } from './text.ts';

/** Blocks before the words, and after them, in which a speaker may be named. */
const NEIGHBOURS = 2;

export function readSelection(): Selected {
  const range = selectedRange();
  const place = range === undefined ? undefined : placeOf(range);
  const fragment = range === undefined ? undefined : fragmentOf(range.cloneRange());
  return {
    ...(place === undefined ? NO_WORDS : wordsAt(place)),
    ...(fragment === undefined ? {} : { fragment }),
    ...saidByPage(place),
  };
}

/** Of several, which Firefox alone allows, the first. */
function selectedRange(): Range | undefined {
  const selection = page.selection();
  if (selection === null || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  return range.collapsed ? undefined : range;
}

interface Place {
  /** All blocks that the words stand in. */
  blocks: [ReadBlock, ...ReadBlock[]];
  /** In the first block's text. */
  start: number;
  /** In the last block's text. */
  end: number;
}

type Words = Omit<Selected, keyof Said>;

const NO_WORDS: Words = { exact: '', prefix: '', suffix: '', blocks: [], start: 0, end: 0 };

function placeOf(range: Range): Place | undefined {
  const blocks: ReadBlock[] = [];
  let start = 0;
  let end = 0;
  let length = 0;
  for (const text of textsOf(range)) {
    const from = text === range.startContainer ? range.startOffset : 0;
    const to = text === range.endContainer ? range.endOffset : text.length;
    if (from >= to || !isSeen(text)) continue;
    let block = blocks.at(-1);
    if (block === undefined || !block.nodes.includes(text)) {
      block = readBlockAround(text);
      if (block === undefined) continue;
      if (blocks.length === 0) start = startOf(block, text) + from;
      blocks.push(block);
      length += block.text.length;
    }
    end = startOf(block, text) + to;
    if (length > CAPS.words) break;
  }
  const [first, ...more] = blocks;
  return first === undefined ? undefined : { blocks: [first, ...more], start, end };
}

function startOf({ nodes, starts }: ReadBlock, text: Text): number {
  return starts[nodes.indexOf(text)] ?? 0;
}

/** The texts of which some part is in a range, but for white space. */
function* textsOf(range: Range): Generator<Text> {
  const root = range.commonAncestorContainer;
  if (isText(root)) return yield root;
  const walker = walkerIn(root);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (isText(node) && node.data.trim() !== '' && range.intersectsNode(node)) yield node;
  }
}

/** Whether it was selected with the rest: what is hidden, or says that it is not to be selected, was not. */
function isSeen(text: Text): boolean {
  const element = elementAround(text);
  return element !== null && isVisible(element) && getComputedStyle(element).userSelect !== 'none';
}

function wordsAt({ blocks, start, end }: Place): Words {
  const [first] = blocks;
  const last = blocks.at(-1) ?? first;
  const lines = blocks.map((block) =>
    seenText(block, block === first ? start : 0, block === last ? end : block.text.length).trim(),
  );
  const before = neighbours(first, 'previousNode').reverse();
  const texts = [...before, ...blocks, ...neighbours(last, 'nextNode')].map(({ text }) => text);
  const length = (some: readonly string[]) => some.reduce((sum, text) => sum + text.length + 1, 0);
  const places = {
    blocks: texts,
    start: length(texts.slice(0, before.length)) + start,
    end: length(texts.slice(0, before.length + blocks.length - 1)) + end,
  };
  return {
    exact: lines.join('\n').slice(0, CAPS.words),
    prefix: seenText(first, 0, start).slice(-SURROUNDINGS),
    suffix: seenText(last, end, last.text.length).slice(0, SURROUNDINGS),
    ...(length(texts) > CAPS.blocks ? { blocks: [], start: 0, end: 0 } : places),
  };
}

/** What is seen of a part of a block, with white space as the page shows it. */
function seenText({ text, nodes, starts }: ReadBlock, start: number, end: number): string {
  let seen = '';
  for (const [at, node] of nodes.entries()) {
    const from = Math.max(start, starts[at] ?? 0);
    const to = Math.min(end, starts[at + 1] ?? text.length);
    if (from >= to || !isSeen(node)) continue;
    const words = text.slice(from, to);
    const shown = keepsSpace(node) ? words : words.replace(/[ \t\n\r\f]+/g, ' ');
    seen += seen.endsWith(' ') && !keepsSpace(node) ? shown.replace(/^ /, '') : shown;
  }
  return seen;
}

function keepsSpace(text: Text): boolean {
  const element = elementAround(text);
  return element !== null && getComputedStyle(element).whiteSpaceCollapse !== 'collapse';
}

/** The nearest blocks before or after one, the nearest first. */
function neighbours(block: ReadBlock, direction: 'previousNode' | 'nextNode'): ReadBlock[] {
  const [edge] = direction === 'nextNode' ? block.nodes.slice(-1) : block.nodes;
  const root = page.body();
  if (edge === undefined || root === null || !isIn(root, edge)) return [];
  const walker = walkerIn(root);
  walker.currentNode = edge;
  const found: ReadBlock[] = [];
  let known = block;
  while (found.length < NEIGHBOURS) {
    const node = walker[direction]();
    if (node === null) break;
    if (!isText(node) || node.data.trim() === '' || known.nodes.includes(node) || !isReadable(node)) continue;
    const read = readBlockAround(node);
    if (read === undefined) continue;
    known = read;
    found.push(read);
  }
  return found;
}

type Said = Pick<Selected, 'title' | 'canonical' | 'lang' | 'dates' | 'times' | 'jsonLd'>;

function saidByPage(place: Place | undefined): Said {
  const [text] = place?.blocks[0].nodes ?? [];
  const around = (text === undefined ? null : elementAround(text)) ?? page.root();
  const article = (around && closestOf(around, 'article, [role=article], main')) ?? page.root();
  const [canonical] = page.all('link[rel~=canonical i]');
  const given = (elements: readonly Element[], name: string) =>
    elements.flatMap((element) => element.getAttribute(name)?.trim().slice(0, CAPS.date) || []);
  return {
    title: page.title().slice(0, CAPS.title),
    canonical: canonical instanceof HTMLLinkElement ? canonical.href.slice(0, CAPS.address) : '',
    lang: ((around && closestOf(around, '[lang]'))?.getAttribute('lang') ?? '').slice(0, CAPS.lang),
    dates: given(page.all(PUBLISHED), 'content').slice(0, MOST.dates),
    times: given(
      page.all('time[datetime]').filter((time) => article === null || isIn(article, time)),
      'datetime',
    ).slice(0, MOST.times),
    jsonLd: page
      .all('script[type="application/ld+json" i]')
      .map(({ textContent }) => textContent ?? '')
      .filter((json) => json.includes('"datePublished"') && json.length <= CAPS.jsonLd)
      .slice(0, MOST.jsonLd),
  };
}

/** Open Graph and microdata. */
const PUBLISHED = 'meta[property="article:published_time" i], meta[itemprop=datePublished i]';

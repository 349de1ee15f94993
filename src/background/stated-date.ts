/** The day on which a page says that it was published. Nothing is guessed: where a page says two, it has said none. */
import type { Selected } from '../messages/selected.ts';

/** What was published, of the types of schema.org. */
const PUBLISHED = /(?:Article|Posting|Report|WebPage|CreativeWork|Review|Interview)$/;

/** @returns `2020`, `2020-09` or `2020-09-10`, as the page writes it, without a change of its time zone */
export function statedDate({
  dates,
  jsonLd,
  times,
}: Pick<Selected, 'dates' | 'jsonLd' | 'times'>): string | undefined {
  return theOne(dates) ?? theOne(jsonLd.flatMap(datesIn)) ?? theOne(times);
}

function theOne(stated: readonly string[]): string | undefined {
  const days = new Set(stated.flatMap((each) => dayOf(each) ?? []));
  const [day] = days;
  return days.size === 1 ? day : undefined;
}

function dayOf(stated: string): string | undefined {
  const [, day] = /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:$|[T ])/.exec(stated.trim()) ?? [];
  const isDay = day !== undefined && new Date(day).toJSON()?.startsWith(day);
  return isDay ? day : undefined;
}

function datesIn(json: string): string[] {
  try {
    return publishedIn(JSON.parse(json));
  } catch {
    // A script that is no JSON says nothing.
    return [];
  }
}

function publishedIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.slice(0, 100).flatMap(nodeDates);
  return nodeDates(value);
}

function nodeDates(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { '@graph': graph, '@type': type, datePublished }: Record<string, unknown> = { ...value };
  const isPublished = [type].flat().some((name) => typeof name === 'string' && PUBLISHED.test(name));
  return [
    ...(isPublished && typeof datePublished === 'string' ? [datePublished] : []),
    ...(Array.isArray(graph) ? graph.slice(0, 100).flatMap(nodeDates) : []),
  ];
}

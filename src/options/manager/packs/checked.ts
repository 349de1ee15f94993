/** Days after which roles and events may well have changed since a pack was held against its references. */
const LONG = 365;
const DAY_MS = 86_400_000;

/** @param checked `2026-11-23` */
export function isLongAgo(checked: string, today: Date): boolean {
  return today.getTime() - Date.parse(checked) > LONG * DAY_MS;
}

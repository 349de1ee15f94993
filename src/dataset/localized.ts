/** Texts in several languages: which one to show. */
import type { Words } from './card-content.ts';
import type { Localized } from './parts.ts';

/**
 * The text in the first of `langs` that it is written in (`pt` serves `pt-BR` and the other way round),
 * else in English, else in whatever it has.
 */
export function pickText(texts: Localized, langs: readonly string[]): Words {
  const written = Object.keys(texts);
  const wanted = [...langs, 'en'];
  const lang =
    wanted.map((want) => written.find((have) => primary(have) === primary(want))).find(Boolean) ?? written[0];
  // A parsed text has at least one language.
  if (lang === undefined) throw new RangeError('a text without a language');
  return { text: texts[lang] ?? '', lang };
}

function primary(tag: string): string {
  return tag.split('-', 1)[0]?.toLowerCase() ?? '';
}

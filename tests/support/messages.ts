/**
 * The part of the browser's API that the words of the interface need, from the locale files: a test page and a unit
 * test have no extension around them. A page imports it before anything that speaks.
 */
import en from '../../assets/locales/en.json' with { type: 'json' };
import fa from '../../assets/locales/fa.json' with { type: 'json' };

type Messages = { [key: string]: string | Messages };

const locales = { en: flatten(en), fa: flatten(fa) };
export type Locale = keyof typeof locales;

let speaking: Locale = 'en';

export function speak(locale: Locale): void {
  speaking = locale;
}

/** As `@wxt-dev/i18n` writes them into the build: nested keys joined by "_", plural forms by " | ". */
function flatten(messages: Messages, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(messages)) {
    if (typeof value === 'string') flat.set(prefix + key, value);
    else if (isPlural(value)) flat.set(prefix + key, Object.values(value).join(' | '));
    else for (const [inner, message] of flatten(value, `${prefix}${key}_`)) flat.set(inner, message);
  }
  return flat;
}

function isPlural(messages: Messages): boolean {
  return Object.keys(messages).every((key) => key === 'n' || /^\d$/.test(key));
}

function getMessage(key: string, substitutions: readonly string[] = []): string {
  const message = locales[speaking].get(key) ?? '';
  return message.replace(/\$([1-9])/g, (_, place: string) => substitutions[Number(place) - 1] ?? '');
}

interface Speaking {
  browser?: { runtime: { id: string }; i18n: { getMessage: typeof getMessage } };
  navigator?: { languages: readonly string[] };
}

const here: Speaking = globalThis;
here.browser ??= { runtime: { id: 'sidelight' }, i18n: { getMessage } };
// Where there is a fake browser already, it has no messages.
here.browser.i18n.getMessage = getMessage;
// Node has none before version 21.
here.navigator ??= { languages: ['en-US'] };

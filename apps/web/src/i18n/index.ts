import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { ja } from './ja';
import { learnLanguage } from './learn';

export const LANGUAGES = ['ja', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof ja };
    returnNull: false;
  }
}

/** A wish about the screen, not about a person: it may stay in the browser. */
const WISH = 'banso.language';

const isLanguage = (value: unknown): value is Language => value === 'ja' || value === 'en';

function wished(): Language {
  try {
    const stored = localStorage.getItem(WISH);
    return isLanguage(stored) ? stored : 'ja';
  } catch {
    // Storage is closed to us, as on some managed desktops: Japanese then.
    return 'ja';
  }
}

export const currentLanguage = (): Language => (isLanguage(i18next.language) ? i18next.language : 'ja');

export async function changeLanguage(language: Language): Promise<void> {
  // First of all: whoever goes on before the words have come finds them on the next page.
  try {
    localStorage.setItem(WISH, language);
  } catch {
    // The wish then lasts as long as the page.
  }
  await learnLanguage(language);
  await i18next.changeLanguage(language);
}

export async function startI18n(): Promise<void> {
  const language = wished();
  i18next.on('languageChanged', (now) => {
    document.documentElement.lang = now;
  });
  await i18next.use(initReactI18next).init({
    lng: language,
    // English is complete: the compiler sees to it.
    fallbackLng: false,
    resources: {},
    // React escapes what it shows.
    interpolation: { escapeValue: false },
    returnNull: false,
    // A key on the screen is a fault, and the browser tests hear of it.
    saveMissing: true,
    // oxlint-disable-next-line no-console -- nobody else would hear of it
    missingKeyHandler: (_languages, _namespace, key) => console.error(`no words for ${key}`),
  });
  await learnLanguage(language);
}

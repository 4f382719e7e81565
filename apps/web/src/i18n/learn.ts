import i18next from 'i18next';
import { first, words } from 'virtual:words';

const NAMESPACE = 'translation';

/** The language of the words that are being fetched, and what is known in it. */
const known: Record<'ja' | 'en', Map<string, Promise<void>>> = { ja: new Map(), en: new Map() };
/** Every section that a screen has asked for: another language has to have them too. */
const wanted = new Set(first);
let spoken: 'ja' | 'en' = 'ja';

async function fetchSection(language: 'ja' | 'en', section: string): Promise<void> {
  const load = words[language][section];
  if (!load) return;
  const found = await load();
  // The few sentences of a role's frame lie in several sections.
  const isFew = section.startsWith('@');
  i18next.addResourceBundle(language, NAMESPACE, isFew ? found : { [section]: found }, true);
}

function learn(language: 'ja' | 'en', sections: Iterable<string>): Promise<unknown> {
  const fetched = known[language];
  return Promise.all(
    Array.from(sections, (section) => {
      const coming = fetched.get(section) ?? fetchSection(language, section);
      fetched.set(section, coming);
      // A broken line is no reason to never try again.
      coming.catch(() => fetched.delete(section));
      return coming;
    }),
  );
}

/** Everything that has been on the screen, in another language. */
export async function learnLanguage(language: 'ja' | 'en'): Promise<void> {
  let asked: number;
  do {
    asked = wanted.size;
    await learn(language, wanted);
    // What came onto the screen meanwhile came in the old language.
  } while (wanted.size > asked);
  spoken = language;
}

/** A part of the app, once its words are there too. The build writes the calls. */
export async function withWords<Part>(sections: readonly string[], part: Promise<Part>): Promise<Part> {
  for (const section of sections) wanted.add(section);
  const [loaded] = await Promise.all([part, learn(spoken, sections)]);
  return loaded;
}

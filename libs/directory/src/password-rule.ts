import { toHiragana } from '@banso/platform';
import { badInput, type InputFault } from '@banso/kernel';
import { guessEstimate } from './guesses.js';
import { KNOWN_WORDS } from './known-words.js';

/**
 * Length is what makes guessing hopeless (ASVS 5.0, 6.2): fifteen characters, a short sentence. Nothing is asked of
 * their kind, no change is forced: both make people write `Password1!` and count it up.
 */
export const MIN_CHOSEN_PASSWORD = 15;
export const MAX_PASSWORD = 128;
/** Different characters that have to be left beside known words and counting. */
const MIN_OWN_CHARACTERS = 5;
/** To try so many at 15 ms each takes a processor five hundred years, should the digests be stolen. */
const MIN_GUESSES = 1e12;

/** Everybody who attacks this product tries its name first. */
const PRODUCT = ['banso', 'bansou', 'ばんそう', '伴走'];
/** The alphabet and counting; runs of four are followed in both directions. */
const ROWS = ['01234567890', 'abcdefghijklmnopqrstuvwxyz'];
const RUN = 4;
const RUNS = ROWS.flatMap((row) => [row, Array.from(row).reverse().join('')]).flatMap((row) =>
  Array.from({ length: row.length - RUN + 1 }, (_, i) => row.slice(i, i + RUN)),
);

/** Signs that stand for letters in half of all leaked passwords. */
const LOOK_ALIKE: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
};

const lower = (text: string): string => toHiragana(text.normalize('NFKC').toLowerCase());
const bare = (text: string): string => text.replace(/[^\p{L}\p{M}\p{N}ー]/gu, '');
const spelled = (text: string): string => Array.from(text, (sign) => LOOK_ALIKE[sign] ?? sign).join('');

/** Longest first, so that `passwords` does not leave an `s`. */
const byLength = (words: readonly string[]): string[] =>
  [...new Set(words)].sort((a, b) => b.length - a.length);

const KNOWN = byLength(KNOWN_WORDS);

/** How many different characters no known word and no run accounts for. */
function ownCharacters(text: string, words: readonly string[]): number {
  let rest = text;
  for (const word of words) rest = rest.replaceAll(word, ' ');
  const inRun = new Set<number>();
  for (let i = 0; i + RUN <= rest.length; i++)
    if (RUNS.includes(rest.slice(i, i + RUN))) for (let j = 0; j < RUN; j++) inRun.add(i + j);
  const left = Array.from(rest).filter((sign, i) => sign !== ' ' && !inRun.has(i));
  return new Set(left).size;
}

const isThin = (password: string, words: readonly string[]): boolean =>
  [bare(password), bare(spelled(password))].some((text) => ownCharacters(text, words) < MIN_OWN_CHARACTERS);

/** The words of a name, as a person would type them. */
const wordsOf = (text: string): string[] => {
  const whole = lower(text);
  return [bare(whole), ...whole.split(/[^\p{L}\p{M}\p{N}ー]+/u)].filter(
    (word) => Array.from(word).length >= (/^[\x20-\x7e]*$/.test(word) ? 3 : 2),
  );
};

/**
 * What is wrong with a password that somebody chose; null when it will do.
 * @param context names that belong to the person: sign-in name, own name, town
 */
export async function passwordFault(
  password: string,
  context: readonly string[],
): Promise<Omit<InputFault, 'path'> | null> {
  const length = Array.from(password.normalize('NFC')).length;
  if (length < MIN_CHOSEN_PASSWORD) return { rule: 'password-short', facts: { min: MIN_CHOSEN_PASSWORD } };
  if (length > MAX_PASSWORD) return { rule: 'too-long', facts: { max: MAX_PASSWORD } };
  const typed = lower(password);
  if (isThin(typed, KNOWN)) return { rule: 'password-common' };
  const personal = byLength([...PRODUCT, ...context.flatMap(wordsOf)]);
  if (isThin(typed, byLength([...KNOWN, ...personal]))) return { rule: 'password-personal' };
  const guesses = await guessEstimate();
  if (guesses(typed, personal) >= MIN_GUESSES) return null;
  return { rule: guesses(typed, []) < MIN_GUESSES ? 'password-common' : 'password-personal' };
}

/** Refuses a password that would be guessed. */
export async function requireGoodPassword(
  path: string,
  password: string,
  context: readonly string[],
): Promise<void> {
  const fault = await passwordFault(password, context);
  if (fault) throw badInput({ path, ...fault });
}

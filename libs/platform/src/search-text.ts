/**
 * How a word is compared with what somebody types: full and half width, upper and lower case, katakana and hiragana are
 * alike, and so are old and new forms of a character, the ways of writing 茅ヶ崎, and words with and without spaces,
 * hyphens and long marks. For search only; stored text stays as it was written. Postgres does the same with the same
 * tables (`search_fold`), and a test compares both.
 */
const KATAKANA = Array.from({ length: 0x30f4 - 0x30a1 + 1 }, (_, i) => String.fromCharCode(0x30a1 + i)).join(
  '',
);
const HIRAGANA = Array.from(KATAKANA, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60)).join('');
const PLAIN_FROM = `${KATAKANA}ヵヶ`;
const PLAIN_TO = `${HIRAGANA}かけ`;

export const toHiragana = (text: string): string =>
  text.normalize('NFKC').replace(/[ァ-ヶ]/g, (kana) => PLAIN_TO[PLAIN_FROM.indexOf(kana)] ?? kana);

/** The form of today, and what else is written for it in names of people and places. */
const VARIANTS: readonly (readonly [now: string, before: string])[] = [
  ['高', '髙'],
  ['崎', '﨑嵜碕'],
  ['辺', '邉邊'],
  ['徳', '德'],
  ['瀬', '瀨'],
  ['沢', '澤'],
  ['斉', '齋齊斎'],
  ['浜', '濱濵'],
  ['島', '嶋嶌'],
  ['桜', '櫻'],
  ['国', '國'],
  ['真', '眞'],
  ['恵', '惠'],
  ['広', '廣'],
  ['竜', '龍'],
  ['条', '條'],
  ['会', '會'],
  ['学', '學'],
  ['館', '舘'],
  ['曽', '曾'],
  ['柳', '栁'],
  ['槙', '槇'],
  ['桧', '檜'],
  ['淵', '渕渊'],
  ['富', '冨'],
  ['峰', '峯'],
  ['薮', '藪'],
  ['塩', '鹽'],
  ['寿', '壽'],
  ['渋', '澁'],
  ['滝', '瀧'],
  ['県', '縣'],
  ['円', '圓'],
  ['栄', '榮'],
  ['静', '靜'],
  ['与', '與'],
  ['万', '萬'],
  ['穂', '穗'],
  ['弥', '彌'],
  ['寛', '寬'],
  ['吉', '𠮷'],
  ['関', '關'],
  ['鉄', '鐵'],
  ['芦', '蘆'],
  ['鶴', '靍靏'],
  ['黒', '黑'],
  ['梅', '楳'],
  ['礼', '禮'],
  ['実', '實'],
  ['豊', '豐'],
];

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const pairs = VARIANTS.flatMap(([now, before]) => Array.from(before, (old) => [old, now] as const));

/** Character by character: what stands, and what it is compared as. */
export const FOLDED_FROM = `${UPPER}${KATAKANA}ヵヶ${pairs.map(([old]) => old).join('')}`;
export const FOLDED_TO = `${UPPER.toLowerCase()}${HIRAGANA}がが${pairs.map(([, now]) => now).join('')}`;
const FOLDED = new Map(Array.from(FOLDED_FROM, (from, i) => [from, Array.from(FOLDED_TO)[i] ?? from]));

/** Spaces, long marks, hyphens, dots, and what says which form of a character is meant. The hyphen stands last. */
export const UNCOUNTED = ` \t\n\r\f\v\u00ad\u200b-\u200d\u2028\u2029\ufeff\ufe00-\ufe0f\u{e0100}-\u{e01ef}ー・·‐‑‒–—―−~〜_-`;
const UNCOUNTED_ONES = new RegExp(`[${UNCOUNTED}]`, 'gu');

/** A large ケ between two of these is read が, as in 茅ケ崎; at the end somebody is still typing. */
export const HAN = '々〇㐀-䶿一-鿿';
const KE_OF_PLACES = new RegExp(`(?<=[${HAN}])ケ(?=[${HAN}]|$)`, 'gu');

export const foldForSearch = (text: string): string =>
  Array.from(
    text.normalize('NFKC').replace(KE_OF_PLACES, 'ヶ').replace(UNCOUNTED_ONES, ''),
    (letter) => FOLDED.get(letter) ?? letter,
  ).join('');

/** True in SQL where one of the columns contains the folded text of the parameter. */
export const containsInSql = (columns: readonly string[], parameter: string): string =>
  `(${columns.map((column) => `strpos(search_fold(${column}), ${parameter}) > 0`).join(' OR ')})`;

/** What a folded word is looked up by: its pairs of characters, or itself where it is but one. */
export function gramsOf(folded: string): string[] {
  const letters = Array.from(folded);
  if (letters.length < 2) return letters;
  return [...new Set(letters.slice(1).map((letter, i) => `${letters[i]}${letter}`))];
}

/** A character with whatever changes it: a mark of half-width kana, a mark that is put on, the form that is meant. */
const CLUSTERS = /[^](?:ﾞ|ﾟ|\u3099|\u309a|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}])*/gu;

/** Where a text has the folded word, in the text's own characters; null when it has it not. */
export function placeOf(text: string, folded: string): readonly [from: number, to: number] | null {
  if (folded === '') return null;
  const starts: number[] = [];
  let whole = '';
  for (const { 0: cluster, index } of text.matchAll(CLUSTERS)) {
    const next = text.slice(index + cluster.length);
    const isKe =
      cluster.normalize('NFKC') === 'ケ' && new RegExp(`[${HAN}]$`, 'u').test(text.slice(0, index));
    const letters = isKe && new RegExp(`^([${HAN}]|$)`, 'u').test(next) ? 'が' : foldForSearch(cluster);
    for (let n = 0; n < letters.length; n++) starts.push(index);
    whole += letters;
  }
  const at = whole.indexOf(folded);
  if (at < 0) return null;
  const last = starts[at + folded.length - 1] ?? 0;
  const end = starts.find((start) => start > last) ?? text.length;
  return [starts[at] ?? 0, end];
}

/**
 * How a name is compared with what a user types: full and half width, upper and lower case, katakana and hiragana
 * are alike, and so are the two ways of writing 茅ヶ崎. For search only; stored text stays as it was written.
 */
const KATAKANA = Array.from({ length: 0x30f4 - 0x30a1 + 1 }, (_, i) => String.fromCharCode(0x30a1 + i)).join(
  '',
);
const HIRAGANA = Array.from(KATAKANA, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60)).join('');
const FROM = `${KATAKANA}ヵヶ`;
const TO = `${HIRAGANA}かけ`;

export const toHiragana = (text: string): string =>
  text.normalize('NFKC').replace(/[ァ-ヶ]/g, (kana) => TO[FROM.indexOf(kana)] ?? kana);

export const foldForSearch = (text: string): string => toHiragana(text).toLowerCase().replace(/\s+/g, '');

/** The same folding of a column, in SQL; NFKC has made every space a plain one. */
const foldedInSql = (column: string): string =>
  `replace(lower(translate(normalize(${column}, NFKC), '${FROM}', '${TO}')), ' ', '')`;

/** True in SQL where one of the columns contains the folded text of the parameter. */
export const containsInSql = (columns: readonly string[], parameter: string): string =>
  `(${columns.map((column) => `strpos(${foldedInSql(column)}, ${parameter}) > 0`).join(' OR ')})`;

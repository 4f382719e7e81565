/** What stands in the place of a passage that was taken out. */
export const BLACKED_OUT = '■■■';

export interface Redacted {
  readonly text: string;
  /** Passages that were taken out. */
  readonly passages: number;
}

const DIGIT = '[0-9０-９]';
const DASH = '[-‐‑–−－ー()（）\\s]';

/** What tells a person whatever the name is: mail, pages, telephones, post codes, and who is spoken of politely. */
const PATTERNS: readonly RegExp[] = [
  /[\w.+-]+[@＠][\w-]+(?:\.[\w-]+)+/g,
  /https?:\/\/[^\s、。）)」]+/g,
  new RegExp(`(?<!${DIGIT})[0０](?:${DIGIT}${DASH}{0,2}){8,9}${DIGIT}(?!${DIGIT})`, 'g'),
  new RegExp(`〒\\s?${DIGIT}{3}${DASH}?${DIGIT}{4}`, 'g'),
  /(?!皆|各)[\p{Script=Han}々]{1,5}(?=[ 　]?(?:さん|様|氏)(?!名|式|子))/gu,
];

const escaped = (name: string): string => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A name as people write it: with a blank between its parts, a wide one, or none. */
const nameAsWritten = (name: string): string => name.trim().split(/\s+/u).map(escaped).join('[ 　]?');

/** Takes known names, and everything that looks like a way to reach somebody, out of a text. A person has to read it all the same. */
export function redact(text: string, names: readonly string[]): Redacted {
  const known = [...new Set(names.map((name) => name.trim()))]
    .filter((name) => name.length > 1)
    .sort((a, b) => b.length - a.length);
  const byName = known.length > 0 ? [new RegExp(known.map(nameAsWritten).join('|'), 'giu')] : [];
  let passages = 0;
  const blacked = [...byName, ...PATTERNS].reduce(
    (rest, pattern) =>
      rest.replaceAll(pattern, () => {
        passages += 1;
        return BLACKED_OUT;
      }),
    text,
  );
  return { text: blacked, passages };
}

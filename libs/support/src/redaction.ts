/** What stands in the place of a passage that was taken out. */
export const BLACKED_OUT = '■■■';

/** Why a passage was taken out: marked as internal, a name, or a way to reach somebody. */
export const CUT_KINDS = ['INTERNAL', 'NAME', 'CONTACT'] as const;
export type CutKind = (typeof CUT_KINDS)[number];

export interface Cut {
  readonly kind: CutKind;
  /** What stood there; only for whoever decides whether the rest may leave. */
  readonly text: string;
}

export interface Redacted {
  readonly text: string;
  /** Passages that were taken out. */
  readonly passages: number;
  readonly cuts: readonly Cut[];
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

/** Letters that people write for one another in names. */
const VARIANTS: readonly string[] = [
  '髙高',
  '﨑崎',
  '德徳',
  '瀨瀬',
  '邉邊辺',
  '澤沢',
  '濱浜',
  '齋斎齊斉',
  '眞真',
  '廣広',
  '國国',
  '嶋島',
  '冨富',
  'ヶケが',
];

const escaped = (name: string): string => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

const anyVariant = (name: string): string =>
  Array.from(name)
    .map((letter) => {
      const same = VARIANTS.find((group) => group.includes(letter));
      return same ? `[${same}]` : escaped(letter);
    })
    .join('');

/** A name as people write it: with a blank between its parts, a wide one, or none, and in old or new letters. */
const nameAsWritten = (name: string): string => name.trim().split(/\s+/u).map(anyVariant).join('[ 　]?');

const MARK = /\[\[|［［|\]\]|］］/g;
const opens = (mark: string): boolean => mark === '[[' || mark === '［［';

interface Piece {
  readonly text: string;
  readonly internal: boolean;
}

/**
 * Splits a text at `[[` and `]]`, which enclose what stays inside. A mark without its partner counts to the end, or from
 * the beginning: rather too much stays inside than too little.
 */
function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let depth = 0;
  let from = 0;
  for (const { 0: mark, index } of text.matchAll(MARK)) {
    const piece = text.slice(from, index);
    if (depth === 0 && !opens(mark)) {
      // Everything so far was meant: where it began is not known.
      const before = pieces.splice(0).map((one) => one.text);
      pieces.push({ text: [...before, piece].join(''), internal: true });
    } else pieces.push({ text: piece, internal: depth > 0 });
    depth = opens(mark) ? depth + 1 : Math.max(0, depth - 1);
    from = index + mark.length;
  }
  pieces.push({ text: text.slice(from), internal: depth > 0 });
  return joined(pieces.filter((piece) => piece.text !== ''));
}

/** Neighbours of one kind are one piece. */
const joined = (pieces: readonly Piece[]): Piece[] =>
  pieces.reduce<Piece[]>((done, piece) => {
    const last = done.at(-1);
    if (last?.internal !== piece.internal) return [...done, piece];
    return [...done.slice(0, -1), { ...piece, text: last.text + piece.text }];
  }, []);

/** For readers inside: everything, with what stays inside told in words. */
export const insideWords = (text: string): string =>
  piecesOf(text)
    .map((piece) => (piece.internal ? `〔内部：${piece.text}〕` : piece.text))
    .join('');

/**
 * Takes what is marked as internal, known names, and everything that looks like a way to reach somebody, out of a text.
 * A person has to read it all the same.
 */
export function redact(text: string, names: readonly string[]): Redacted {
  const known = [...new Set(names.map((name) => name.trim()))]
    .filter((name) => name.length > 1)
    .sort((a, b) => b.length - a.length);
  const byName = known.length > 0 ? [new RegExp(known.map(nameAsWritten).join('|'), 'giu')] : [];
  const cuts: Cut[] = [];
  const cut = (kind: CutKind, passage: string): string => {
    cuts.push({ kind, text: passage });
    return BLACKED_OUT;
  };
  const outside = piecesOf(text)
    .map((piece) => (piece.internal ? cut('INTERNAL', piece.text) : piece.text))
    .join('');
  const nameless = byName.reduce(
    (rest, pattern) => rest.replaceAll(pattern, (passage) => cut('NAME', passage)),
    outside,
  );
  const blacked = PATTERNS.reduce(
    (rest, pattern) => rest.replaceAll(pattern, (passage) => cut('CONTACT', passage)),
    nameless,
  );
  return { text: blacked, passages: cuts.length, cuts };
}

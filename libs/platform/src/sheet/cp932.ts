import type { SheetCharacter } from './sheet.js';

/** Stands for what the character set does not have. */
const MISSING = '〓';

/**
 * Signs for which Windows uses another character of the same shape: what is written is read back as that one.
 * Whoever takes the file is told.
 */
const SAME_SHAPE: Readonly<Record<string, string>> = {
  '〜': '～',
  '−': '－',
  '‖': '∥',
  '—': '―',
  '¢': '￠',
  '£': '￡',
  '¬': '￢',
  '¥': '￥',
  '‾': '￣',
  '–': '―',
  '\u00a0': ' ',
};

const isLead = (byte: number): boolean => (byte >= 0x81 && byte <= 0x9f) || (byte >= 0xe0 && byte <= 0xfc);
const isPrivate = (code: number): boolean => code >= 0xe000 && code <= 0xf8ff;

/**
 * Every character that has bytes of its own, made from the decoder that reads such files: what is written is read back
 * the same. Where a character stands twice, the place that Windows writes is taken: IBM's before NEC's copy of it.
 */
function tableOf(): ReadonlyMap<string, number> {
  const decoder = new TextDecoder('shift_jis');
  const table = new Map<string, number>();
  const put = (bytes: readonly number[], value: number): void => {
    const character = decoder.decode(Uint8Array.from(bytes));
    const code = character.codePointAt(0) ?? 0;
    if (character.length !== 1 || code === 0xfffd || isPrivate(code) || table.has(character)) return;
    table.set(character, value);
  };
  for (let byte = 0x01; byte <= 0x7f; byte++) put([byte], byte);
  for (let byte = 0xa1; byte <= 0xdf; byte++) put([byte], byte);
  const leads = Array.from({ length: 256 }, (_, byte) => byte).filter(isLead);
  const isCopy = (lead: number): boolean => lead === 0xed || lead === 0xee;
  for (const lead of [...leads.filter((one) => !isCopy(one)), ...leads.filter(isCopy)])
    for (let trail = 0x40; trail <= 0xfc; trail++) if (trail !== 0x7f) put([lead, trail], lead * 256 + trail);
  return table;
}

let table: ReadonlyMap<string, number> | null = null;

/** What a character becomes: itself, one of the same shape, or nothing at all (null). */
function writtenAs(character: string): string | null {
  table ??= tableOf();
  if (table.has(character)) return character;
  const other = SAME_SHAPE[character];
  return other !== undefined && table.has(other) ? other : null;
}

/** The characters of a cell that do not stay as they are, each once. */
export const unlikeInCp932 = (text: string): { character: string; written: string | null }[] =>
  [...new Set(text)].flatMap((character) => {
    const written = writtenAs(character);
    return written === character ? [] : [{ character, written }];
  });

/** Text in the character set of Windows in Japanese; what it does not have is 〓. */
export function cp932Of(text: string): Buffer {
  const bytes: number[] = [];
  table ??= tableOf();
  for (const character of text) {
    const value = table.get(writtenAs(character) ?? MISSING) ?? 0x3f;
    if (value > 0xff) bytes.push(value >> 8, value & 0xff);
    else bytes.push(value);
  }
  return Buffer.from(bytes);
}

/** Which cells of a table do not stay as they are. */
export const charactersOf = (rows: readonly (readonly string[])[]): SheetCharacter[] =>
  rows.flatMap((row, i) =>
    row.flatMap((text, k) =>
      unlikeInCp932(text).map((found) => ({ row: i + 1, head: rows[0]?.[k] ?? '', ...found })),
    ),
  );

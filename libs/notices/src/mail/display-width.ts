/** Columns that a character takes where Japanese is shown: what is not narrow is wide. */
export function widthOf(text: string): number {
  let columns = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (/\p{Mn}|\p{Me}|\p{Cf}/u.test(character)) continue;
    columns += code < 0x250 || (code >= 0xff61 && code <= 0xff9f) ? 1 : 2;
  }
  return columns;
}

/** May not stand at the beginning of a line, or at its end. */
const NOT_FIRST = /^[、。，．,.）」』】〉》!?！？：:；;ー〜～々ぁぃぅぇぉっゃゅょァィゥェォッャュョ)\]]/u;
const NOT_LAST = /[（「『【〈《(［[]$/u;
/** What is not parted: words and numbers of Latin letters, and addresses. */
const PARTS = /https?:\/\/\S+|[\p{Script=Latin}\d./:@_-]+|\s+|\P{Mark}\p{Mark}*/gu;

/** A paragraph in lines of at most so many columns; an address that is longer has a line of its own. */
export function wrapped(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of text.match(PARTS) ?? []) {
    if (widthOf(line + part) <= columns) {
      line += part;
      continue;
    }
    const kept = keptTogether(line, part);
    lines.push(line.slice(0, line.length - kept.length).trimEnd());
    line = (kept + part).trimStart();
    while (widthOf(line) > columns && !line.startsWith('http')) {
      const head = headOf(line, columns);
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  lines.push(line.trimEnd());
  return lines.filter((one, index) => one !== '' || index === 0);
}

/** What goes on to the next line with a character that may not begin it. */
function keptTogether(line: string, next: string): string {
  const characters = Array.from(line);
  const last = characters.at(-1) ?? '';
  const moves = NOT_FIRST.test(next) || NOT_LAST.test(line);
  return moves && characters.length > 1 && /[^\p{Script=Latin}\d\s]/u.test(last) ? last : '';
}

function headOf(line: string, columns: number): string {
  let head = '';
  for (const character of line) {
    if (widthOf(head + character) > columns) break;
    head += character;
  }
  return head;
}

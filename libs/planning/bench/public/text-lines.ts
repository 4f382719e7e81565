/** A benchmark file that does not say what it should, with the line where that shows. */
export class BadFile extends Error {
  constructor(
    readonly file: string,
    readonly line: number,
    readonly what: string,
  ) {
    super(`${file}, line ${line}: ${what}`);
    this.name = 'BadFile';
  }
}

/** A line of numbers and words of a text file. */
export interface Line {
  /** Counted from 1. */
  readonly number: number;
  readonly text: string;
  readonly words: readonly string[];
}

/** The lines of a text that are not blank. */
export function linesOf(text: string): readonly Line[] {
  return text
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({ number: index + 1, text: line.trim() }))
    .filter(({ text: trimmed }) => trimmed !== '')
    .map((line) => ({ ...line, words: line.text.split(/\s+/) }));
}

/** The numbers of a line. Throws BadFile if a word is none or there are fewer than `least`. */
export function numbersOf(file: string, line: Line, least: number, what: string): readonly number[] {
  const bad = line.words.find((word) => !Number.isFinite(Number(word)));
  if (bad !== undefined) throw new BadFile(file, line.number, `${what}: “${bad}” is not a number`);
  if (line.words.length < least)
    throw new BadFile(file, line.number, `${what} has ${least} numbers, here are ${line.words.length}`);
  return line.words.map(Number);
}

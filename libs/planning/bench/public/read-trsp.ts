import { BadFile, type Line, linesOf, numbersOf } from './text-lines.js';

/** A row of the file: the depot, a technician at home or a request. */
export interface TrspRow {
  readonly number: number;
  readonly x: number;
  readonly y: number;
  readonly open: number;
  readonly close: number;
  readonly service: number;
  readonly skills: readonly number[];
  readonly tools: readonly number[];
  /** Number of parts of each type: carried at the start, or needed. */
  readonly parts: readonly number[];
}

/** An instance of the technician routing and scheduling problem of Pillac et al. (2013). */
export interface TrspInstance {
  readonly name: string;
  readonly depot: TrspRow;
  readonly technicians: readonly TrspRow[];
  readonly requests: readonly TrspRow[];
}

/**
 * Reads the flat format: a name, a line with the numbers of technicians, skills, tools and types of parts, and
 * rows “id x y opening closing service [skills] [tools] [parts]”: depot 0, technicians, requests. Throws
 * BadFile, also on a section of distances, which this reader does not know.
 */
export function readTrsp(text: string, file: string): TrspInstance {
  const lines = linesOf(text);
  const name = lines[0]?.text;
  if (name === undefined) throw new BadFile(file, 1, 'the file is empty');
  const matrix = lines.find(({ text: line }) => line.startsWith('DISTANCES'));
  if (matrix)
    throw new BadFile(file, matrix.number, 'a section DISTANCES is not supported, only coordinates');
  const numeric = lines.slice(1).filter(({ text: line }) => /^-?\d/.test(line));
  const [countLine, ...rowLines] = numeric;
  if (!countLine)
    throw new BadFile(file, lines.at(-1)?.number ?? 1, 'the numbers of technicians and skills are missing');
  const [crew = 0, , , types = 0] = numbersOf(file, countLine, 4, 'technicians, skills, tools and parts');
  const rows = rowLines.map((line) => rowOf(file, line));
  const [depot, ...others] = rows;
  if (!depot || others.length <= crew)
    throw new BadFile(
      file,
      lines.at(-1)?.number ?? 1,
      `the depot, ${crew} technicians and requests are needed`,
    );
  others.forEach(({ parts }, index) => {
    if (parts.length !== types)
      throw new BadFile(file, rowLines[index + 1]?.number ?? 1, `${types} numbers of parts are needed`);
  });
  return { name, depot, technicians: others.slice(0, crew), requests: others.slice(crew) };
}

function rowOf(file: string, line: Line): TrspRow {
  const [plain = '', ...rest] = line.text.split('[');
  const numbers = numbersOf(file, { ...line, words: plain.trim().split(/\s+/) }, 6, 'a row');
  const [number = 0, x = 0, y = 0, open = 0, close = 0, service = 0] = numbers;
  if (close < open) throw new BadFile(file, line.number, `the window closes at ${close}, before ${open}`);
  const lists = rest.map((list) => {
    if (!list.includes(']')) throw new BadFile(file, line.number, 'a list has no closing bracket');
    const words = list
      .replace(/\].*$/, '')
      .split(/[\s,;]+/)
      .filter((word) => word !== '');
    return numbersOf(file, { ...line, words }, 0, 'a list');
  });
  const [skills, tools, parts] = lists;
  if (!skills || !tools || !parts)
    throw new BadFile(file, line.number, 'lists of skills, tools and parts in brackets are needed');
  return { number, x, y, open, close, service, skills, tools, parts };
}

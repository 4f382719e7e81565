import { BadFile, type Line, linesOf, numbersOf } from './text-lines.js';

export interface SolomonCustomer {
  readonly x: number;
  readonly y: number;
  readonly demand: number;
  readonly ready: number;
  readonly due: number;
  readonly service: number;
}

/** An instance of Solomon (1987) or of Gehring and Homberger (1999). */
export interface SolomonInstance {
  readonly name: string;
  readonly vehicles: number;
  readonly capacity: number;
  /** The depot first. */
  readonly customers: readonly SolomonCustomer[];
}

/**
 * Reads the text format of Solomon: a name, then VEHICLE with number and capacity, then CUSTOMER with seven
 * numbers a line: number, x, y, demand, ready time, due date, service time. Throws BadFile.
 */
export function readSolomon(text: string, file: string): SolomonInstance {
  const lines = linesOf(text);
  const name = lines[0]?.text;
  if (name === undefined) throw new BadFile(file, 1, 'the file is empty');
  const isNumeric = ({ words }: Line): boolean => words.every((word) => Number.isFinite(Number(word)));
  const numeric = lines.slice(1).filter((line) => {
    if (isNumeric(line)) return true;
    if (/^-?[\d.]/.test(line.text)) numbersOf(file, line, 0, 'a line of numbers');
    return false;
  });
  const [fleetLine, ...customerLines] = numeric;
  if (!fleetLine) throw new BadFile(file, lines.at(-1)?.number ?? 1, 'the number of vehicles is missing');
  const [vehicles = 0, capacity = 0] = numbersOf(file, fleetLine, 2, 'VEHICLE');
  if (vehicles < 1 || capacity < 0)
    throw new BadFile(file, fleetLine.number, 'there must be at least one vehicle and no capacity below 0');
  const customers = customerLines.map((line, index) => {
    const [number = 0, x = 0, y = 0, demand = 0, ready = 0, due = 0, service = 0] = numbersOf(
      file,
      line,
      7,
      'a customer',
    );
    if (number !== index) throw new BadFile(file, line.number, `expected customer ${index}, found ${number}`);
    if (due < ready) throw new BadFile(file, line.number, `due date ${due} is before ready time ${ready}`);
    return { x, y, demand, ready, due, service };
  });
  if (customers.length < 2)
    throw new BadFile(file, lines.at(-1)?.number ?? 1, 'there are no customers besides the depot');
  return { name, vehicles, capacity, customers };
}

import { BadFile, type Line, linesOf, numbersOf } from './text-lines.js';

export interface PvrpCustomer {
  /** Number in the file; the depot is 0. */
  readonly number: number;
  readonly x: number;
  readonly y: number;
  readonly service: number;
  readonly demand: number;
  readonly frequency: number;
  /** Each allowed choice of days, counted from 0. */
  readonly combinations: readonly (readonly number[])[];
}

/** An instance of the periodic vehicle routing problem in the format of Cordeau et al. (1997). */
export interface PvrpInstance {
  readonly name: string;
  /** Vehicles on each day. */
  readonly vehicles: number;
  readonly days: number;
  /** By day: longest route with its services; 0 = no limit. */
  readonly longest: readonly number[];
  readonly capacity: readonly number[];
  readonly depot: { readonly x: number; readonly y: number };
  readonly customers: readonly PvrpCustomer[];
}

/** The number of the periodic problem among Cordeau's types. */
const PERIODIC = 1;

/**
 * Reads “type m n t”, t lines “D Q”, the depot, and n lines “i x y d q f a combinations…”, where bit t - 1
 * of a combination is the first day. Throws BadFile.
 */
export function readPvrp(text: string, file: string): PvrpInstance {
  const lines = linesOf(text);
  const head = lines[0];
  if (!head) throw new BadFile(file, 1, 'the file is empty');
  const [type = 0, vehicles = 0, count = 0, days = 0] = numbersOf(file, head, 4, 'type, m, n and t');
  if (type !== PERIODIC) throw new BadFile(file, head.number, `type ${type} is not 1, the periodic problem`);
  if (vehicles < 1 || count < 1 || days < 1 || days > 30)
    throw new BadFile(file, head.number, 'm and n must be at least 1, t from 1 to 30');
  if (lines.length < 2 + days + count)
    throw new BadFile(file, lines.at(-1)?.number ?? 1, `${2 + days + count} lines are needed`);
  const limits = lines.slice(1, 1 + days).map((line) => numbersOf(file, line, 2, 'D and Q'));
  const [depotLine, ...rest] = lines.slice(1 + days, 2 + days + count);
  const [, x = 0, y = 0] = depotLine ? numbersOf(file, depotLine, 3, 'the depot') : [];
  return {
    name: file.replace(/^.*\//, ''),
    vehicles,
    days,
    longest: limits.map(([longest = 0]) => longest),
    capacity: limits.map(([, capacity = 0]) => capacity),
    depot: { x, y },
    customers: rest.map((line) => customerOf(file, line, days)),
  };
}

function customerOf(file: string, line: Line, days: number): PvrpCustomer {
  const numbers = numbersOf(file, line, 7, 'a customer');
  const [number = 0, x = 0, y = 0, service = 0, demand = 0, frequency = 0, choices = 0] = numbers;
  if (numbers.length < 7 + choices)
    throw new BadFile(file, line.number, `customer ${number} has ${choices} combinations, not all are here`);
  if (choices < 1) throw new BadFile(file, line.number, `customer ${number} has no combination of days`);
  const combinations = numbers.slice(7, 7 + choices).map((mask) => {
    const chosen = Array.from({ length: days }, (_, day) => day).filter(
      (day) => ((mask >> (days - 1 - day)) & 1) === 1,
    );
    if (mask >= 2 ** days || chosen.length !== frequency)
      throw new BadFile(
        file,
        line.number,
        `customer ${number}: combination ${mask} is not ${frequency} of ${days} days`,
      );
    return chosen;
  });
  return { number, x, y, service, demand, frequency, combinations };
}

/** A row of a program: the sum of its columns lies between the two; ±Infinity = no limit. */
export interface Row {
  readonly lower: number;
  readonly upper: number;
}

/** A column of a program: from 0 to `upper`, with its price and its values in rows. */
export interface Column {
  readonly cost: number;
  readonly upper: number;
  /** Whether only whole numbers are allowed. */
  readonly isWhole: boolean;
  readonly rows: readonly number[];
  readonly values: readonly number[];
}

/** A mixed-integer program: the cheapest columns that keep all rows. */
export interface Program {
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
}

/**
 * Says what nothing in a program costs less than; Infinity = nothing keeps all rows, -Infinity = not known. Asks
 * now and then whether to give up. The planner brings none of its own.
 */
export type ProgramSolver = (program: Program, isOver: () => boolean) => number;

/** Puts a program together; rows are made when they are first named. */
export class ProgramMaker implements Program {
  readonly rows: Row[] = [];
  readonly columns: Column[] = [];
  private readonly numbers = new Map<string, number>();

  /** The number of a row, which gets these limits if it is new. */
  row(name: string, lower: number, upper: number): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    this.numbers.set(name, this.rows.length);
    this.rows.push({ lower, upper });
    return this.rows.length - 1;
  }

  add(cost: number, upper: number, isWhole: boolean, entries: ReadonlyMap<number, number>): void {
    this.columns.push({ cost, upper, isWhole, rows: [...entries.keys()], values: [...entries.values()] });
  }
}

import { type Actor, type Clock, DomainError, type Page, type PageRequest, type Role } from '@banso/kernel';
import type { Sheet, SheetKind, SheetValue, Tx } from '@banso/platform';
import { z } from 'zod';
import type { Locale, Spoken } from '../words.js';

/** The most rows of one file: whoever needs more asks for a part at a time. */
export const MOST_ROWS = 5_000;
const PAGE = 100;

/** Who asks, when and in which language. */
export interface Asking {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly clock: Clock;
  readonly locale: Locale;
}

export interface ListColumn<Row> {
  readonly head: Spoken;
  readonly kind?: SheetKind;
  readonly width?: number;
  readonly of: (row: Row) => SheetValue | undefined;
  /** Left out for these; everybody has it unless said. */
  readonly notFor?: readonly Role[];
}

/** A list as it is about to be written. */
export interface ListTable<Row> {
  readonly rows: readonly Row[];
  readonly columns: readonly ListColumn<Row>[];
  /** Whose history says that it was taken away; empty for what is public. */
  readonly records: readonly (readonly [type: string, id: string])[];
}

/** Says of which rows the columns are. */
export const tableOf = <Row>(table: {
  readonly rows: readonly Row[];
  readonly columns: readonly ListColumn<NoInfer<Row>>[];
  readonly records: ListTable<Row>['records'];
}): ListTable<Row> => table;

/** The sheet, and the records in whose history the taking stands. */
export interface MadeList {
  readonly sheet: Sheet;
  readonly records: ListTable<never>['records'];
}

/** A list of a screen as a file: the same query, for the same reader, with the same filter. */
export interface ListExport {
  readonly name: Spoken;
  /** Who has such a screen. */
  readonly roles: readonly Role[];
  make(asking: Asking, filter: unknown): Promise<MadeList>;
}

export function listExport<Filter extends z.ZodType, Row>(
  {
    name,
    roles,
    filter: schema,
  }: { readonly name: Spoken; readonly roles: readonly Role[]; readonly filter: Filter },
  make: (asking: Asking, filter: z.output<Filter>) => Promise<ListTable<Row>>,
): ListExport {
  return {
    name,
    roles,
    async make(asking, given) {
      const filter = schema.safeParse(given);
      if (!filter.success) throw new DomainError('BAD_INPUT', 'list.filter');
      const { rows, columns, records } = await make(asking, filter.data);
      const shown = columns.filter(({ notFor = [] }) => !notFor.some((role) => role === asking.actor.role));
      const sheet: Sheet = {
        name: name[asking.locale],
        columns: shown.map(({ head, kind = 'text', width }) => ({
          head: head[asking.locale],
          kind,
          ...(width !== undefined && { width }),
        })),
        rows: rows.map((row) => shown.map(({ of }) => of(row) ?? null)),
      };
      return { sheet, records };
    },
  };
}

const tooMany = (rows: number) =>
  new DomainError('BAD_INPUT', 'list.too-many-rows', { rows, most: MOST_ROWS });

/** Every page of a list, or a refusal that says how many there are. */
export async function everyPage<Row>(list: (page: PageRequest) => Promise<Page<Row>>): Promise<Row[]> {
  const rows: Row[] = [];
  let after: string | null = null;
  for (;;) {
    const page: Page<Row> = await list({ first: PAGE, after });
    if (page.total > MOST_ROWS) throw tooMany(page.total);
    rows.push(...page.rows);
    const last = page.rows.at(-1);
    if (!page.hasNext || last === undefined) return rows;
    after = page.cursorOf(last);
  }
}

export function requireFew<Row>(rows: readonly Row[]): readonly Row[] {
  if (rows.length > MOST_ROWS) throw tooMany(rows.length);
  return rows;
}

export const spoken = (ja: string, en: string): Spoken => ({ ja, en });

/** The identifier, last: by it a row is found again, also by what reads the file back. */
export const codeColumn = <Row extends { readonly id: string }>(): ListColumn<Row> => ({
  head: spoken('コード', 'Code'),
  width: 38,
  of: ({ id }) => id,
});

/** How the screen has sorted it. */
export const sorting = <Sort extends string>(sorts: readonly Sort[]) => ({
  sortBy: z.enum(sorts).nullish(),
  descending: z.boolean().nullish(),
});

/** Filters as the screens have them. */
export const given = {
  oneOf: <Code extends string>(codes: readonly Code[]) => z.array(z.enum(codes)).max(60).nullish(),
  text: z.string().max(200).nullish(),
  flag: z.boolean().nullish(),
};

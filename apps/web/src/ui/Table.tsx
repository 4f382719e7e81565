import { type ReactNode, useId } from 'react';
import { Mixed } from './Mixed';
import { classes } from './classes';
import { ariaSort, SortChoice, SortHead } from './SortHead';
import type { Sorting } from './sorting';

export interface Column<Row> {
  readonly key: string;
  readonly title: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** Names the row for readers of a screen. */
  readonly heads?: boolean;
  readonly numeric?: boolean;
  readonly nowrap?: boolean;
  /** Holds a box or buttons: as narrow as they are. */
  readonly control?: boolean;
  /** What the server calls it where the list can be sorted by it. */
  readonly sort?: string;
}

interface Props<Row> {
  readonly caption: string;
  /** The caption is for listeners only where a heading right above says the same. */
  readonly captionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** On a phone each row is a card, its cells under each other: for rows that are read one by one. */
  readonly cards?: boolean;
  /** By what the rows are sorted now, where that can be chosen. */
  readonly sorting?: Sorting<string>;
}

/** The roles of a table again: a table that is not laid out as one loses them. */
const ROLES = {
  table: 'table',
  rows: 'rowgroup',
  row: 'row',
  column: 'columnheader',
  head: 'rowheader',
  cell: 'cell',
};

/** A plain table; where it is wider than the screen it scrolls in its own region. */
export function Table<Row>({
  caption,
  captionHidden = true,
  columns,
  rows,
  keyOf,
  cards = false,
  sorting,
}: Props<Row>) {
  const captionId = useId();
  const sortable = columns.flatMap(({ title, sort }) => (sort ? [{ title, sort }] : []));
  const role = (part: keyof typeof ROLES) => cards && { role: ROLES[part] };
  return (
    <ScrollRegion labelledBy={captionId}>
      {cards && sorting && <SortChoice columns={sortable} sorting={sorting} />}
      <table
        {...role('table')}
        className={classes(
          'w-full border-collapse text-left text-dns-16N-130 dense:text-dns-14N-130',
          cards && 'max-sm:block',
        )}
      >
        <caption
          id={captionId}
          className={
            captionHidden ? 'sr-only' : classes('pb-2 text-left text-std-16B-170', cards && 'max-sm:block')
          }
        >
          <Mixed>{caption}</Mixed>
        </caption>
        <thead {...role('rows')} className={classes(cards && 'max-sm:sr-only')}>
          <tr {...role('row')} className="border-b-2 border-solid-gray-600 bg-solid-gray-50">
            {columns.map((column) => (
              <th
                key={column.key}
                {...role('column')}
                scope="col"
                aria-sort={sorting && ariaSort(column.sort, sorting)}
                className={classes(
                  'px-2 py-3 align-bottom text-dns-16B-130 whitespace-nowrap sm:px-3 dense:py-1.5 dense:text-dns-14B-130',
                  column.numeric && 'text-right',
                )}
              >
                <Head column={column} cards={cards} sorting={sorting} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...role('rows')} className={classes(cards && 'max-sm:block')}>
          {rows.map((row) => (
            <tr
              key={keyOf(row)}
              {...role('row')}
              className={classes(
                'border-b border-solid-gray-200 hover:bg-key-50',
                cards && 'max-sm:flex max-sm:flex-col max-sm:gap-2 max-sm:py-4 max-sm:hover:bg-transparent',
              )}
            >
              {columns.map((column) =>
                cards ? (
                  <CardCell key={column.key} column={column} row={row} />
                ) : (
                  <Cell key={column.key} column={column} row={row} />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

interface HeadProps<Row> {
  readonly column: Column<Row>;
  readonly cards: boolean;
  readonly sorting: Sorting<string> | undefined;
}

/** Heads of cards are for listeners only: nothing to press is hidden there. */
function Head<Row>({ column: { title, sort }, cards, sorting }: HeadProps<Row>) {
  if (!sort || !sorting) return title;
  return (
    <>
      <span className={classes(cards && 'max-sm:hidden')}>
        <SortHead title={title} sort={sort} sorting={sorting} />
      </span>
      {cards && <span className="sm:hidden">{title}</span>}
    </>
  );
}

interface CellProps<Row> {
  readonly column: Column<Row>;
  readonly row: Row;
}

function Cell<Row>({ column, row }: CellProps<Row>) {
  const look = classes(
    'px-2 py-3 align-top sm:px-3 dense:py-1',
    column.numeric && 'text-right tabular-nums',
    column.nowrap && 'whitespace-nowrap',
    column.control && 'w-px whitespace-nowrap',
    // Japanese may break after any character: without it a crowded column would be one wide.
    !column.nowrap && !column.numeric && !column.control && 'min-w-24',
  );
  if (column.heads)
    return (
      <th scope="row" className={classes(look, 'font-400', !column.nowrap && 'min-w-40')}>
        <Mixed>{column.cell(row)}</Mixed>
      </th>
    );
  return (
    <td className={look}>
      <Mixed>{column.cell(row)}</Mixed>
    </td>
  );
}

/** A line of a card on a phone, with its title before it; a cell on anything wider. */
function CardCell<Row>({ column, row }: CellProps<Row>) {
  const content = column.cell(row);
  const isEmpty = content === null || content === false || content === '';
  const look = classes(
    'p-0 align-top max-sm:grid max-sm:grid-cols-[6rem_1fr] max-sm:gap-3 sm:px-3 sm:py-3 dense:sm:py-1',
    isEmpty && 'max-sm:hidden',
    column.numeric && 'tabular-nums sm:text-right',
    column.nowrap && 'sm:whitespace-nowrap',
    column.control && 'sm:w-px sm:whitespace-nowrap',
    !column.nowrap && !column.numeric && !column.control && 'sm:min-w-24',
  );
  const title = (
    <span aria-hidden="true" className="text-solid-gray-700 sm:hidden">
      {column.title}
    </span>
  );
  const inside = (
    <>
      {title}
      <div className="min-w-0">
        <Mixed>{content}</Mixed>
      </div>
    </>
  );
  if (column.heads)
    return (
      <th
        role={ROLES.head}
        scope="row"
        className={classes(look, 'font-400 max-sm:-order-1 max-sm:font-700', !column.nowrap && 'sm:min-w-40')}
      >
        {inside}
      </th>
    );
  return (
    <td role={ROLES.cell} className={look}>
      {inside}
    </td>
  );
}

/** Scrolls sideways by itself, with the keyboard too: the page never does. */
export function ScrollRegion({
  labelledBy,
  children,
}: {
  readonly labelledBy: string;
  readonly children: ReactNode;
}) {
  return (
    <div
      role="group"
      aria-labelledby={labelledBy}
      tabIndex={0}
      className="relative max-w-full overflow-x-auto"
    >
      {children}
    </div>
  );
}

import { type ReactNode, useId } from 'react';
import { classes } from './classes';

export interface Column<Row> {
  readonly key: string;
  readonly title: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** Names the row for readers of a screen. */
  readonly heads?: boolean;
  readonly numeric?: boolean;
  readonly nowrap?: boolean;
}

interface Props<Row> {
  readonly caption: string;
  /** The caption is for listeners only where a heading right above says the same. */
  readonly captionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
}

/** A plain table; where it is wider than the screen it scrolls in its own region. */
export function Table<Row>({ caption, captionHidden = true, columns, rows, keyOf }: Props<Row>) {
  const captionId = useId();
  return (
    <ScrollRegion labelledBy={captionId}>
      <table className="w-full border-collapse text-left text-dns-16N-130">
        <caption id={captionId} className={captionHidden ? 'sr-only' : 'pb-2 text-left text-std-16B-170'}>
          {caption}
        </caption>
        <thead>
          <tr className="border-b-2 border-solid-gray-600 bg-solid-gray-50">
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={classes(
                  'px-2 py-3 align-bottom text-dns-16B-130 whitespace-nowrap sm:px-3',
                  column.numeric && 'text-right',
                )}
              >
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} className="border-b border-solid-gray-200 hover:bg-key-50">
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Cell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  const look = classes(
    'px-2 py-3 align-top sm:px-3',
    column.numeric && 'text-right tabular-nums',
    column.nowrap && 'whitespace-nowrap',
    // Japanese may break after any character: without it a crowded column would be one wide.
    !column.nowrap && !column.numeric && 'min-w-24',
  );
  if (column.heads)
    return (
      <th scope="row" className={classes(look, 'font-400', !column.nowrap && 'min-w-40')}>
        {column.cell(row)}
      </th>
    );
  return <td className={look}>{column.cell(row)}</td>;
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

import { beyondOwnRows, type Tx } from '@banso/platform';
import type { Scope } from './import-column.js';

/** A row of a table as Postgres would say it in JSON. */
export interface Image {
  readonly table: string;
  readonly row: Readonly<Record<string, unknown>>;
}

/** The tables of which imports keep images, each with its key: no name of a file or a request gets into a statement. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  specialist: ['id'],
  skill_assessment: ['id'],
  day_off: ['id'],
  support_request: ['id'],
  support_request_event: ['id'],
};

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

function keyOf(table: string): readonly string[] {
  const key = KEYS[table];
  if (!key) throw new Error(`No images are kept of ${table}`);
  return key;
}

/** The rows of these scopes as they are. */
export async function imagesOf(tx: Tx, scopes: readonly Scope[]): Promise<Image[]> {
  const images: Image[] = [];
  for (const { table, where } of scopes) {
    const columns = Object.keys(where);
    const condition = columns.map((column, i) => `t.${quoted(column)}::text = $${i + 1}`).join(' AND ');
    const rows = await tx.query<{ row: Image['row'] }[]>(
      `SELECT to_jsonb(t) AS row FROM ${quoted(table)} t WHERE ${condition}
       ORDER BY ${keyOf(table)
         .map((column) => `t.${quoted(column)}`)
         .join(', ')}`,
      Object.values(where),
    );
    images.push(...rows.map(({ row }) => ({ table, row })));
  }
  return images;
}

/** The same whatever the order of the columns. */
const told = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

export const sameImages = (one: readonly Image[], other: readonly Image[]): boolean =>
  told(one) === told(other);

const sameRow = (one: Image, other: Image): boolean =>
  one.table === other.table && keyOf(one.table).every((column) => one.row[column] === other.row[column]);

/**
 * Makes rows what they were: what came is taken out, what went is put back, what changed is set back, each with the very
 * values. Done as background work, which alone may; that nobody has changed them since is asked before.
 */
export async function restore(tx: Tx, after: readonly Image[], before: readonly Image[]): Promise<void> {
  await beyondOwnRows(tx, async () => {
    const came = after.filter((image) => !before.some((other) => sameRow(image, other)));
    // What refers to another row was made after it.
    for (const image of came.toReversed()) await remove(tx, image);
    for (const image of before) {
      const now = after.find((other) => sameRow(image, other));
      if (!now) await insert(tx, image);
      else if (!sameImages([now], [image])) await update(tx, image);
    }
  });
}

const keyCondition = (table: string): string =>
  keyOf(table)
    .map((column) => `t.${quoted(column)} = image.${quoted(column)}`)
    .join(' AND ');

const imageFrom = (table: string): string => `jsonb_populate_record(NULL::${quoted(table)}, $1::jsonb) image`;

async function remove(tx: Tx, { table, row }: Image): Promise<void> {
  await tx.query(`DELETE FROM ${quoted(table)} t USING ${imageFrom(table)} WHERE ${keyCondition(table)}`, [
    JSON.stringify(row),
  ]);
}

async function insert(tx: Tx, { table, row }: Image): Promise<void> {
  const columns = Object.keys(row).map(quoted).join(', ');
  await tx.query(
    `INSERT INTO ${quoted(table)} (${columns}) OVERRIDING SYSTEM VALUE SELECT ${columns} FROM ${imageFrom(table)}`,
    [JSON.stringify(row)],
  );
}

async function update(tx: Tx, { table, row }: Image): Promise<void> {
  const changed = Object.keys(row).filter((column) => !keyOf(table).includes(column));
  const columns = changed.map((column) => `${quoted(column)} = image.${quoted(column)}`);
  await tx.query(
    `UPDATE ${quoted(table)} t SET ${columns.join(', ')} FROM ${imageFrom(table)} WHERE ${keyCondition(table)}`,
    [JSON.stringify(row)],
  );
}

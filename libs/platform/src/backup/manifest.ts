import { createHash } from 'node:crypto';
import { z } from 'zod';

/** Raised when an older software could not read what is written. */
export const FORMAT = 1;

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const identifier = z.string().regex(/^[a-z_][a-z0-9_]*$/);

/** What a backup says of itself; its rows and files are judged by it. */
export const manifestSchema = z.object({
  format: z.number().int(),
  /** Of the software that wrote it. */
  version: z.string(),
  postgresVersion: z.string(),
  /** The moment that the backup shows, by the clock of the database. */
  takenAt: z.iso.datetime(),
  /** Changes that the schema had had, in their order. */
  schemaChanges: z.array(z.string()),
  tables: z.array(
    z.object({
      name: identifier,
      columns: z.array(identifier),
      rows: z.number().int(),
      /** Of the rows as COPY writes them. */
      sha256: hash,
    }),
  ),
  sequences: z.array(z.object({ name: identifier, value: z.string().regex(/^-?\d+$/), used: z.boolean() })),
  /** Attachments; null where a bucket keeps them. */
  files: z.array(z.object({ key: z.uuid(), sha256: hash })).nullable(),
  /** Attachments that were no longer there as their rows say. */
  filesMissing: z.array(z.uuid()),
  /** The ends of the chains of the audit log. */
  auditHeads: z.array(z.object({ chain: z.string(), number: z.number().int(), hash })),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type BackedUpTable = Manifest['tables'][number];

export const MANIFEST = 'manifest.json';
export const MANIFEST_SUM = 'manifest.json.sha256';
export const tableMember = (name: string): string => `tables/${name}.copy.gz`;
export const fileMember = (key: string): string => `files/${key}`;

export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/** Columns by name: their order differs between databases that had their changes in another order. */
export const copyOf = ({ name, columns }: Pick<BackedUpTable, 'name' | 'columns'>): string =>
  `COPY public."${name}" (${columns.map((column) => `"${column}"`).join(', ')})`;

/** Reckons the digest of what passes, and counts its lines. */
export class Tally {
  private readonly hash = createHash('sha256');
  rows = 0;

  async *of(content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of content) {
      this.hash.update(chunk);
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) this.rows++;
      yield chunk;
    }
  }

  get sha256(): string {
    return this.hash.copy().digest('hex');
  }
}

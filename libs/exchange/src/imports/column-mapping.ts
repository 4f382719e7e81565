import type { ReadTable } from '@banso/platform';
import type { ImportColumn } from './import-column.js';

/** The head of the file for each column that it has. */
export type Mapping = Readonly<Record<string, string>>;

const bare = (head: string): string =>
  head
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s*※・（）()]/gu, '');

/** Each head once: the second 備考 is 備考 (2), a nameless one says where it stands. */
export function namedHeads(headers: ReadTable['headers']): string[] {
  const heads: string[] = [];
  headers.forEach((head, i) => {
    const name = head.slice(0, 100) || `(${i + 1})`;
    let one = name;
    for (let n = 2; heads.includes(one); n++) one = `${name} (${n})`;
    heads.push(one);
  });
  return heads;
}

/** What stands for what: as last time, or by the name of the column. Nobody is asked twice about the same file. */
export function guessMapping(
  columns: readonly ImportColumn[],
  heads: readonly string[],
  remembered: Mapping | null,
): Mapping {
  const taken = new Set<string>();
  const mapping: Record<string, string> = {};
  const take = (column: string, head: string | undefined): void => {
    if (head === undefined || taken.has(head) || column in mapping) return;
    mapping[column] = head;
    taken.add(head);
  };
  for (const { name } of columns)
    take(
      name,
      heads.find((head) => head === remembered?.[name]),
    );
  for (const { name, head: own, aliases = [] } of columns) {
    const names = [name, own.ja, own.en, ...aliases].map(bare);
    take(
      name,
      heads.find((head) => !taken.has(head) && names.includes(bare(head))),
    );
  }
  return mapping;
}

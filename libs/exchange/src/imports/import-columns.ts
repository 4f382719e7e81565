import type { Actor, Clock } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import type { ImportColumn } from './import-column.js';
import { type ImportKind, workOf } from './import-kinds.js';
import { learn } from './known.js';

/** What a file of this kind may bring, for the reader who brings it. */
export async function importColumns(
  tx: Tx,
  actor: Actor,
  { kind, clock }: { readonly kind: ImportKind; readonly clock: Clock },
): Promise<readonly ImportColumn[]> {
  return workOf(kind, await learn(tx, actor, clock)).columns;
}

import { agreementsByIds } from '@banso/engagement';
import type { SearchSource } from '@banso/search';
import { consultationsByIds, supportRequestsByIds } from '@banso/support';
import { specialistsByIds } from '@banso/talent';

/** In the order of the ids: what is found stands in the order in which it was found. */
function inOrder<T extends { readonly id: string }>(ids: readonly string[], rows: readonly T[]): T[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** What may be found: each is loaded through its own lib, which says who sees it. */
export const SEARCH_SOURCES: readonly SearchSource[] = [
  {
    kind: 'SUPPORT_REQUEST',
    load: async (tx, actor, ids) =>
      inOrder(ids, await supportRequestsByIds(tx, actor, ids)).map((row) => ({
        id: row.id,
        title: row.title,
        number: row.number,
        texts: [row.number, row.trouble, row.outcome],
        municipalityId: row.municipalityId,
        status: row.status,
      })),
  },
  {
    kind: 'CONSULTATION',
    load: async (tx, actor, ids) =>
      inOrder(ids, await consultationsByIds(tx, actor, ids)).map((row) => ({
        id: row.id,
        title: row.question,
        number: row.number,
        texts: [row.number, row.answer],
        municipalityId: row.municipalityId,
        status: row.status,
      })),
  },
  {
    kind: 'SPECIALIST',
    load: async (tx, actor, ids) =>
      inOrder(ids, await specialistsByIds(tx, actor, ids)).map((row) => ({
        id: row.id,
        title: row.name,
        texts: [row.kana, row.nameEn],
      })),
  },
  {
    kind: 'AGREEMENT',
    load: async (tx, actor, ids) =>
      inOrder(ids, await agreementsByIds(tx, actor, ids)).map((row) => ({
        id: row.id,
        title: row.title,
        number: row.number,
        texts: [row.number],
        status: row.status,
      })),
  },
];

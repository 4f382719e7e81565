import type { Actor } from '@banso/kernel';
import { reachOf } from '@banso/notices';
import type { Tx } from '@banso/platform';
import { supportRequestsByIds } from '@banso/support';
import type { VisitChange } from '../plan-answers.js';

/** Who is told of a publication, of how many visits, and how they are reached. */
export interface ToldParty {
  readonly municipalityId: string | null;
  readonly specialistId: string | null;
  readonly visits: number;
  readonly people: number;
  readonly byMail: number;
}

/** Towns first, then specialists. */
export async function toldOf(tx: Tx, actor: Actor, changes: readonly VisitChange[]): Promise<ToldParty[]> {
  const requests = await supportRequestsByIds(tx, actor, [
    ...new Set(changes.map(({ supportRequestId }) => supportRequestId)),
  ]);
  const townOf = new Map(requests.map(({ id, municipalityId }) => [id, municipalityId]));
  const towns = counted(changes.flatMap(({ supportRequestId }) => townOf.get(supportRequestId) ?? []));
  // Told as it is published: whoever comes now, or would have come to what is called off.
  const specialists = counted(changes.flatMap(({ before, after }) => (after ?? before)?.specialistId ?? []));
  const reach = await reachOf(tx, actor.prefectureId, {
    towns: [...towns.keys()],
    specialists: [...specialists.keys()],
  });
  const reachedBy = new Map(reach.map((one) => [one.id, one]));
  const partyOf = (id: string, visits: number) => ({
    visits,
    people: reachedBy.get(id)?.people ?? 0,
    byMail: reachedBy.get(id)?.byMail ?? 0,
  });
  return [
    ...[...towns].map(([id, visits]) => ({ municipalityId: id, specialistId: null, ...partyOf(id, visits) })),
    ...[...specialists].map(([id, visits]) => ({
      municipalityId: null,
      specialistId: id,
      ...partyOf(id, visits),
    })),
  ];
}

function counted(ids: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

import type { RunRow } from '../plans.documents';
import { differs, keyOf, slotOf } from './calendar-changes';
import type { Comparison, PlanChange } from './compare.documents';

type Slot = NonNullable<PlanChange['before']>;

/** What a run says of the published visits that it may move: where they stood, or that they would be called off. */
interface Standing {
  readonly proposed: ReadonlySet<string>;
  readonly from: ReadonlyMap<string, Slot>;
  readonly calledOff: readonly PlanChange[];
}

function standingOf({ proposedVisits, unplacedVisits }: RunRow): Standing {
  const keyed = proposedVisits.map((visit) => ({
    key: keyOf({ supportRequestId: visit.supportRequest.id, visitNo: visit.visitNo }),
    replaces: visit.replaces,
  }));
  return {
    proposed: new Set(keyed.map(({ key }) => key)),
    from: new Map(keyed.flatMap(({ key, replaces }) => (replaces ? [[key, slotOf(replaces)] as const] : []))),
    calledOff: unplacedVisits.flatMap(({ replaces, supportRequest, visitNo }): PlanChange[] =>
      replaces
        ? [
            {
              kind: 'CANCELLED',
              visitNo,
              supportRequest,
              supportRequestId: supportRequest.id,
              before: slotOf(replaces),
              after: null,
            },
          ]
        : [],
    ),
  };
}

/**
 * What differs between two runs for those who are visited. A run that may move published visits plans them, one
 * that may not takes them as given: there they stay where they are, and that is no difference by itself.
 */
export function changesBetween(
  { changes, unchanged }: Pick<Comparison, 'changes' | 'unchanged'>,
  before: RunRow,
  after: RunRow,
): { readonly changes: PlanChange[]; readonly unchanged: number } {
  if (before.movePublished === after.movePublished) return { changes: [...changes], unchanged };
  const mover = standingOf(before.movePublished ? before : after);
  const isAfter = after.movePublished;
  const onlyMover: PlanChange['kind'] = isAfter ? 'NEW' : 'CANCELLED';
  const told = changes.flatMap((change): PlanChange[] => {
    if (change.kind !== onlyMover) return [change];
    if (!mover.proposed.has(keyOf(change))) return [];
    const stood = mover.from.get(keyOf(change));
    if (!stood) return [change];
    const slots = isAfter ? { before: stood, after: change.after } : { before: change.before, after: stood };
    return differs(slots.before, slots.after).length > 0 ? [{ ...change, ...slots, kind: 'MOVED' }] : [];
  });
  const calledOff = mover.calledOff.map((change): PlanChange =>
    isAfter ? change : { ...change, kind: 'NEW', before: null, after: change.before },
  );
  return { changes: [...told, ...calledOff], unchanged: unchanged + changes.length - told.length };
}

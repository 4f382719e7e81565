import { tokyo } from '../../../i18n/dates';
import type { RunRow } from '../plans.documents';
import type { PlanChange } from './compare.documents';

type Slot = NonNullable<PlanChange['before']>;

/** A slot as both plans and the calendar tell it. */
export const slotOf = ({
  mode,
  startsAt,
  endsAt,
  nightBefore,
  nightAfter,
  specialist,
}: Omit<Slot, 'specialistId'>): Slot => ({
  mode,
  startsAt,
  endsAt,
  nightBefore,
  nightAfter,
  specialist,
  specialistId: specialist?.id ?? '',
});

/** What would become of the published plan, from what the run itself says of each visit. */
export function changesOfCalendar({ proposedVisits, unplacedVisits }: RunRow): PlanChange[] {
  const made = proposedVisits.map((visit): PlanChange => ({
    kind: visit.replaces ? 'MOVED' : 'NEW',
    visitNo: visit.visitNo,
    supportRequestId: visit.supportRequest.id,
    supportRequest: { ...visit.supportRequest, municipality: visit.municipality },
    before: visit.replaces && slotOf(visit.replaces),
    after: slotOf(visit),
  }));
  const gone = unplacedVisits.flatMap(({ supportRequest, visitNo, replaces }): PlanChange[] =>
    replaces
      ? [
          {
            kind: 'CANCELLED',
            visitNo,
            supportRequestId: supportRequest.id,
            supportRequest,
            before: slotOf(replaces),
            after: null,
          },
        ]
      : [],
  );
  return [...made, ...gone].filter(({ before, after }) => differs(before, after).length > 0);
}

const DIFFERENCES = ['person', 'day', 'time', 'mode', 'night'] as const;
type Difference = (typeof DIFFERENCES)[number];

/** In which respects a visit lies elsewhere; a visit that is new or gone differs in all of them. */
export function differs(before: Slot | null, after: Slot | null): Difference[] {
  if (!before || !after) return [...DIFFERENCES];
  const [was, is] = [tokyo(before.startsAt), tokyo(after.startsAt)];
  const found: [Difference, boolean][] = [
    ['person', before.specialistId !== after.specialistId],
    ['day', was.date !== is.date],
    ['time', was.time !== is.time || tokyo(before.endsAt).time !== tokyo(after.endsAt).time],
    ['mode', before.mode !== after.mode],
    ['night', before.nightBefore !== after.nightBefore || before.nightAfter !== after.nightAfter],
  ];
  return found.flatMap(([difference, holds]) => (holds ? [difference] : []));
}

/** Names a visit across plans. */
export const keyOf = ({
  supportRequestId,
  visitNo,
}: Pick<PlanChange, 'supportRequestId' | 'visitNo'>): string => `${supportRequestId} ${visitNo}`;

/** Published visits for which a run has no place: they stay unless they are called off by name. */
export const callOffsOf = ({
  unplacedVisits,
}: RunRow): { readonly key: string; readonly visitId: string }[] =>
  unplacedVisits.flatMap(({ supportRequest, visitNo, replacesVisitId }) =>
    replacesVisitId === null
      ? []
      : [{ key: keyOf({ supportRequestId: supportRequest.id, visitNo }), visitId: replacesVisitId }],
  );

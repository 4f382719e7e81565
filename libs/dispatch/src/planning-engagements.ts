import { type Actor, datesBetween, daysBetween, WEEKDAYS, weekdayOf } from '@banso/kernel';
import { engagementFacts, type EngagementFacts, type PlacedTime } from '@banso/engagement';
import type { PlanningSpecialist } from '@banso/planning';
import type { Tx } from '@banso/platform';
import { dutyHours, type Period } from './planning-calendar.js';

type Engaged = Pick<PlanningSpecialist, 'blocked' | 'gates' | 'term' | 'monthlyCap'>;
type Block = NonNullable<PlanningSpecialist['blocked']>[number];

/** What placements, appointments and training leave of people's time, in the planner's words. */
export async function engagementsOf(
  tx: Tx,
  actor: Actor,
  scope: {
    readonly period: Period;
    readonly specialistIds: readonly string[];
    readonly towns: readonly string[];
  },
): Promise<(specialistId: string) => Engaged> {
  const factsOf = await engagementFacts(tx, actor, scope);
  return (id) => engaged(scope.period, factsOf(id));
}

/** Absent where there is nothing to say: then the planner knows of no restriction. */
export function engaged(period: Period, facts: EngagementFacts): Engaged {
  const { term, gated, monthlyCap } = facts;
  const blocked = blocksOf(period, facts);
  return {
    ...(blocked.length > 0 && { blocked }),
    ...(gated.length > 0 && { gates: gated.map((town) => ({ town, fromDay: null })) }),
    ...(term && {
      term: {
        firstDay: daysBetween(period.from, term.from),
        lastDay: daysBetween(period.from, term.to),
      },
    }),
    ...(monthlyCap !== null && { monthlyCap }),
  };
}

function blocksOf(period: Period, { placed, gaps }: EngagementFacts): Block[] {
  return datesBetween(period.from, period.to).flatMap((date): Block[] => {
    const unemployed = gaps.some(({ from, to }) => from <= date && date <= to);
    return (['AM', 'PM'] as const).flatMap((half): Block[] => {
      const hours = dutyHours(period, date, half);
      if (unemployed) return [{ ...hours, kind: 'OTHER' }];
      return placed.some((time) => takes(time, date, half)) ? [{ ...hours, kind: 'PLACEMENT' }] : [];
    });
  });
}

const takes = ({ weekly, startsOn, endsOn }: PlacedTime, date: string, half: 'AM' | 'PM'): boolean =>
  startsOn <= date &&
  date <= endsOn &&
  weekly.some((each) => each === `${WEEKDAYS[weekdayOf(date)]}_${half}`);

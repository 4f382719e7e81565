import type { Assignment, Score } from '../plan.js';
import { dayOf, type Problem } from '../problem.js';
import { measure, type Figures } from '../figures.js';
import { scoreOf } from '../score.js';

/** One visit that differs between two plans; null = it has no place there. */
export interface Change {
  readonly requestId: string;
  readonly visitNo: number;
  readonly before: Assignment | null;
  readonly after: Assignment | null;
}

/** What is different about a visit. */
export type Difference = 'ADDED' | 'DROPPED' | 'SPECIALIST' | 'DAY' | 'TIME' | 'MODE' | 'COMPANION' | 'NIGHT';

/** Two plans by the same measures. */
export interface Comparison {
  readonly changes: readonly Change[];
  readonly before: { readonly score: Score; readonly figures: Figures };
  readonly after: { readonly score: Score; readonly figures: Figures };
}

/** What differs between two plans of one problem, visit by visit and in figures. */
export function comparePlans(
  problem: Problem,
  before: readonly Assignment[],
  after: readonly Assignment[],
): Comparison {
  return {
    changes: changesBetween(before, after),
    before: { score: scoreOf(problem, before), figures: measure(problem, before) },
    after: { score: scoreOf(problem, after), figures: measure(problem, after) },
  };
}

/** Visits added, dropped or moved, by time of the former place, then of the new one. */
export function changesBetween(
  before: readonly Assignment[],
  after: readonly Assignment[],
): readonly Change[] {
  const old = new Map(before.map((visit) => [keyOf(visit), visit]));
  const fresh = new Map(after.map((visit) => [keyOf(visit), visit]));
  const changes = [...new Set([...old.keys(), ...fresh.keys()])].flatMap((key): Change[] => {
    const one = old.get(key) ?? null;
    const other = fresh.get(key) ?? null;
    const visit = one ?? other;
    if (!visit || (one && other && isSamePlace(one, other))) return [];
    return [{ requestId: visit.requestId, visitNo: visit.visitNo, before: one, after: other }];
  });
  return changes.sort((a, b) => momentOf(a) - momentOf(b) || (a.requestId < b.requestId ? -1 : 1));
}

/** In which respects a visit is different; TIME only where the day is the same. */
export function differencesIn({ before, after }: Change): readonly Difference[] {
  if (!before || !after) return before ? ['DROPPED'] : after ? ['ADDED'] : [];
  const sameDay = dayOf(before.start) === dayOf(after.start);
  const found: readonly (readonly [Difference, boolean])[] = [
    ['SPECIALIST', before.specialistId !== after.specialistId],
    ['DAY', !sameDay],
    ['TIME', sameDay && before.start !== after.start],
    ['MODE', before.mode !== after.mode],
    ['COMPANION', (before.companionId ?? null) !== (after.companionId ?? null)],
    ['NIGHT', !hasSameNights(before, after)],
  ];
  return found.flatMap(([difference, applies]) => (applies ? [difference] : []));
}

export const keyOf = ({ requestId, visitNo }: Pick<Assignment, 'requestId' | 'visitNo'>): string =>
  `${requestId} ${visitNo}`;

function isSamePlace(a: Assignment, b: Assignment): boolean {
  return (
    a.specialistId === b.specialistId &&
    a.start === b.start &&
    a.mode === b.mode &&
    (a.companionId ?? null) === (b.companionId ?? null) &&
    hasSameNights(a, b)
  );
}

function hasSameNights(a: Assignment, b: Assignment): boolean {
  return (
    (a.nightBefore ?? false) === (b.nightBefore ?? false) &&
    (a.nightAfter ?? false) === (b.nightAfter ?? false)
  );
}

const momentOf = ({ before, after }: Change): number => (before ?? after)?.start ?? 0;

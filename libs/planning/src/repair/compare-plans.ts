import type { Assignment, Score } from '../plan.js';
import type { Problem } from '../problem.js';
import { measure, type Figures } from '../figures.js';
import { scoreOf } from '../score.js';

/** One visit that differs between two plans; null = it has no place there. */
export interface Change {
  readonly requestId: string;
  readonly visitNo: number;
  readonly before: Assignment | null;
  readonly after: Assignment | null;
}

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

export const keyOf = ({ requestId, visitNo }: Pick<Assignment, 'requestId' | 'visitNo'>): string =>
  `${requestId} ${visitNo}`;

function isSamePlace(a: Assignment, b: Assignment): boolean {
  return (
    a.specialistId === b.specialistId &&
    a.start === b.start &&
    a.mode === b.mode &&
    (a.companionId ?? null) === (b.companionId ?? null) &&
    (a.nightBefore ?? false) === (b.nightBefore ?? false) &&
    (a.nightAfter ?? false) === (b.nightAfter ?? false)
  );
}

const momentOf = ({ before, after }: Change): number => (before ?? after)?.start ?? 0;

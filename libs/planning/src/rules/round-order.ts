import { dayOf } from '../problem.js';
import type { PlanView } from '../plan-view.js';
import type { SoftRule } from './rule.js';
import { value } from './words.js';

/** Requests of one campaign take turns: nobody gets round n while another still waits for round n - 1. */
export const roundOrder: SoftRule = {
  id: 'round-order',
  level: 'soft',
  shown: true,
  sentence: {
    ja: (facts) =>
      `第${value(facts, 'visitNo')}回が、前の回を待っている${value(facts, 'overtaken')}件の申請より先になります`,
    en: (facts) =>
      `Visit ${value(facts, 'visitNo')} comes before ${value(facts, 'overtaken')} other requests of the campaign ` +
      'have had the round before',
  },
  violations(view) {
    return [...view.campaigns].flatMap(([campaignId, requests]) => {
      const rounds = daysByRound(
        view,
        requests.map(({ id }) => id),
      );
      return requests.flatMap(({ id: requestId }) =>
        view.siblings(requestId).flatMap(({ visit }) => {
          if (!visit) return [];
          const { visitNo } = visit;
          const day = dayOf(visit.start);
          const later = countLater(rounds.get(visitNo - 1) ?? [], day);
          const own = ownDay(view, requestId, visitNo - 1);
          const overtaken = later - (own !== null && own > day ? 1 : 0);
          if (overtaken <= 0) return [];
          return [
            {
              facts: { requestId, visitNo, campaignId, overtaken },
              cost: view.weights.roundBroken * overtaken,
            },
          ];
        }),
      );
    });
  },
};

/** Days on which each round is held, sorted; Infinity = left out. */
function daysByRound(view: PlanView, requestIds: readonly string[]): ReadonlyMap<number, readonly number[]> {
  const rounds = new Map<number, number[]>();
  const add = (round: number, day: number): void => {
    const days = rounds.get(round);
    if (days) days.push(day);
    else rounds.set(round, [day]);
  };
  for (const requestId of requestIds) {
    for (const [round, day] of roundsOf(view, requestId)) add(round, day);
  }
  for (const days of rounds.values()) days.sort((a, b) => a - b);
  return rounds;
}

/** Day of each visit of a request, to place or fixed; Infinity = left out. */
export function roundsOf(view: PlanView, requestId: string): ReadonlyMap<number, number> {
  const days = new Map<number, number>(view.numbersOf(requestId).map((visitNo) => [visitNo, Infinity]));
  for (const { visitNo, start, visit } of view.siblings(requestId)) {
    if (visitNo === null || (visit !== null && !days.has(visitNo))) continue;
    days.set(visitNo, dayOf(start));
  }
  return days;
}

function ownDay(view: PlanView, requestId: string, visitNo: number): number | null {
  return roundsOf(view, requestId).get(visitNo) ?? null;
}

/** Of sorted days, how many lie after a day. */
function countLater(days: readonly number[], day: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? 0) > day) high = middle;
    else low = middle + 1;
  }
  return days.length - low;
}

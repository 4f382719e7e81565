import type { PlanView } from '../plan-view.js';
import type { Turn } from './ground.js';
import { campaignOf, type Worth } from './job-ground.js';

/** Pairs of visits of a campaign of which one should come before the other. */
export function turnsOf(view: PlanView, worth: Worth, firstMultiplier: number): readonly Turn[] {
  const cost = worth('round-order') * view.weights.roundBroken;
  const { requests, days } = view.problem;
  const index = new Map(requests.map(({ id }, position) => [id, position]));
  const turns: Turn[] = [];
  if (cost === 0) return turns;
  let next = firstMultiplier;
  requests.forEach((request, job) => {
    view.numbersOf(request.id).forEach((visitNo, unit) => {
      for (const rival of campaignOf(view, request)) {
        const rivalUnit = view.numbersOf(rival.id).indexOf(visitNo - 1);
        if (rivalUnit < 0) continue;
        turns.push({
          later: { job, unit },
          earlier: { job: index.get(rival.id) ?? 0, unit: rivalUnit },
          cost,
          laterAt: next,
          earlierAt: next + days + 1,
        });
        next += 2 * (days + 1);
      }
    });
  });
  return turns;
}

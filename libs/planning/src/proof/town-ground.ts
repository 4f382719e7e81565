import type { PlanView } from '../plan-view.js';
import type { PlanningRequest } from '../problem.js';
import { townsServed } from '../rules/town-left-out.js';
import type { Job } from './ground.js';
import type { Worth } from './job-ground.js';

/**
 * A town that gets nothing has a price. If one request alone can still be served there it is part of that
 * request; if several can, it is left out of the bound.
 */
export function townPrices(view: PlanView, worth: Worth) {
  const served = townsServed(view);
  const { requests, towns = {} } = view.problem;
  const { townLeftOut, oneItPersonTown } = view.weights;
  const priceOf = (request: PlanningRequest): number => {
    if (served.has(request.town)) return 0;
    const more = towns[request.town]?.oneItPerson === true ? oneItPersonTown : 0;
    return worth('town-left-out') * (townLeftOut + more);
  };
  const settle = (jobs: readonly Job[]): { readonly jobs: readonly Job[]; readonly constant: number } => {
    const open = new Map<string, number>();
    const asking = new Map<string, number>();
    jobs.forEach((job, index) => {
      const town = requests[index]?.town ?? '';
      if (job.units === 0) return;
      asking.set(town, job.nothingCost);
      if (job.doers.length > 0) open.set(town, (open.get(town) ?? 0) + 1);
    });
    let constant = 0;
    for (const [town, price] of asking) if (!open.has(town)) constant += price;
    const settled = jobs.map((job, index) => {
      const alone = job.doers.length > 0 && open.get(requests[index]?.town ?? '') === 1;
      return alone ? job : { ...job, nothingCost: 0 };
    });
    return { jobs: settled, constant };
  };
  return { priceOf, settle };
}

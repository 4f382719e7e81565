import type { Doer, Job, Stand } from './ground.js';

/** Of so many whom the town does not know; the very first specialist of a request is no change. */
export const changePrice = (job: Job, newcomers: number): number =>
  job.changeCost * Math.max(0, newcomers - (job.knowsSomebody ? 0 : 1));

/** What it costs that a visit does not stay where it stands. */
export function movePrice(job: Job, stand: Stand | null, person: Doer, day: number): number {
  if (stand === null) return 0;
  if (stand.specialist !== person.specialist) return job.movedSpecialist;
  return stand.day === day ? 0 : job.movedDay;
}

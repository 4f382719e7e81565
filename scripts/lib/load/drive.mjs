/** Lets arrivals happen at their time and keeps how long each answer took, from when it was meant to be asked for. */
import { createHistogram } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

/** @typedef {{ at: number, ms: number, name: string, ok: boolean, code: string }} Done at: when it was meant to begin */

/**
 * @param {import('./model.mjs').Arrival[]} arrivals
 * @param {ReturnType<typeof import('./people.mjs').actions>} act
 * @returns {Promise<Done[]>}
 */
export async function drive(arrivals, act) {
  /** @type {Done[]} */
  const done = [];
  /** @type {Promise<void>[]} */
  const underWay = [];
  const begun = performance.now();
  for (const { at, what, n } of arrivals) {
    const early = at - (performance.now() - begun);
    if (early > 0) await sleep(early);
    // The first step was meant for the time of arrival, however late this loop is; a further one follows the answer.
    let meant = at;
    underWay.push(
      act[what](n, async (name, work) => {
        const answer = await work();
        const now = performance.now() - begun;
        done.push({ at: meant, ms: now - meant, name, ok: answer.ok, code: answer.code });
        meant = now;
        return answer;
      }),
    );
  }
  await Promise.all(underWay);
  return done;
}

/** @param {Done[]} done @returns {{ name: string, count: number, p50: number, p95: number, p99: number, max: number, failed: Record<string, number> }[]} those that were answered; what was not by its code */
export function summed(done) {
  const names = [...new Set(done.map(({ name }) => name))].sort();
  return names.map((name) => {
    const own = done.filter((one) => one.name === name);
    const histogram = createHistogram();
    for (const { ms } of own.filter(({ ok }) => ok)) histogram.record(Math.max(1, Math.round(ms * 1000)));
    /** @type {Record<string, number>} */
    const failed = {};
    for (const { code } of own.filter(({ ok }) => !ok)) failed[code] = (failed[code] ?? 0) + 1;
    const at = (/** @type {number} */ part) => (histogram.count ? histogram.percentile(part) / 1000 : 0);
    return {
      name,
      count: histogram.count,
      p50: at(50),
      p95: at(95),
      p99: at(99),
      max: histogram.count ? histogram.max / 1000 : 0,
      failed,
    };
  });
}

/** As fast as answers come, so many at once. @param {(n: number) => Promise<boolean>} ask @param {{ atOnce: number, seconds: number }} how @returns {Promise<number>} answers a second */
export async function throughput(ask, { atOnce, seconds }) {
  const end = performance.now() + seconds * 1000;
  let answered = 0;
  let n = 0;
  const one = async () => {
    while (performance.now() < end) if (await ask(n++)) answered++;
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return answered / seconds;
}

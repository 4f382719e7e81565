import { gapOf } from '@banso/dispatch';
import { ratesOfTiers, totalOf } from '@banso/planning';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { THEME } from '../../../libs/dispatch/test/given-calendar.js';
import { clerk, expert, hub, MATSUYAMA } from '../../../test/people.js';
import { PlanningWorkers } from '../test/planning-workers.js';
import { until } from '../test/workbench.js';

/** Steps of improvement that keep a search busy for some seconds. */
const LONG = 100_000;
/** More steps than anybody waits for. */
const ENDLESS = 5_000_000;

let at: PlanningWorkers;

beforeAll(async () => {
  at = await PlanningWorkers.open();
}, 120_000);
beforeEach(() => at.clear());
afterEach(() => at.killAll());
afterAll(() => at.close());

describe('a planning run', () => {
  it('keeps with its plan what it proved that no plan can beat', async () => {
    await at.start();
    const run = await at.askForRun(20_000);
    await at.proposed(run);
    const { score, bound } = await at.stateOf(run);
    const tiers = score?.tiers ?? [];
    const least = (bound ?? []).map((points) => points ?? 0);
    const rates = ratesOfTiers(tiers.length);
    expect(bound).toHaveLength(3);
    expect(bound).not.toContain(null);
    expect(least[0]).toBeLessThanOrEqual(tiers[0] ?? -1);
    expect(totalOf(least, rates)).toBeGreaterThan(0);
    expect(totalOf(least, rates)).toBeLessThanOrEqual(totalOf(tiers, rates));
    expect(gapOf(tiers, bound)?.total).toBeLessThan(1);
  }, 180_000);

  it('stops when the hub has cancelled it', async () => {
    await at.start();
    const run = await at.askForRun(LONG);
    await at.inTheMiddle(run);
    await at.calendar.runs.cancel(at.staff, run.id);
    await until('the work put down', async () => {
      const [row] = await at.database.dataSource.query(
        `SELECT done_at FROM outbox WHERE job = 'dispatch.execute-planning-run'`,
      );
      return row.done_at !== null;
    });
    expect(await at.calendar.proposals(run)).toEqual([]);
    expect(await at.stateOf(run)).toMatchObject({ status: 'CANCELLED' });
  }, 180_000);

  it('uses the best plan so far when the hub stops it, and repeats that plan to the visit', async () => {
    await at.start();
    const run = await at.askForRun(ENDLESS);
    await at.inTheMiddle(run);
    await at.calendar.runs.stop(at.staff, run.id);
    await at.proposed(run);
    await at.expectOneEnd(run);
    const { bestSeed: seed, stoppedAtIterations: stopAtIterations, starts } = await at.stateOf(run);
    expect(starts).toBeGreaterThan(0);
    expect(stopAtIterations).toBeGreaterThan(0);
    const again = await at.askForRun(ENDLESS, { seed, starts: 1, stopAtIterations });
    await at.proposed(again);
    expect(await at.stateOf(again)).toMatchObject({
      starts: 1,
      bestSeed: seed,
      stoppedAtIterations: stopAtIterations,
    });
    expect(await at.planOf(again)).toEqual(await at.planOf(run));
  }, 240_000);

  it('uses the best plan so far when the time is over', async () => {
    await at.start({ BANSO_PLANNING_MINUTES: '0.1' });
    const run = await at.askForRun(ENDLESS);
    await at.proposed(run);
    await at.expectOneEnd(run);
    expect((await at.stateOf(run)).stoppedAtIterations).toBeGreaterThan(0);
  }, 180_000);

  it('gives the same plan from the same seeds, whichever search ends first', async () => {
    await at.start();
    const plans = [];
    for (let i = 0; i < 2; i++) {
      const run = await at.askForRun(300, { starts: 3 });
      await at.proposed(run);
      plans.push([await at.planOf(run), (await at.stateOf(run)).bestSeed]);
    }
    expect(plans[1]).toEqual(plans[0]);
  }, 180_000);

  it('solves the runs of two prefectures side by side; stopping one leaves the other alone', async () => {
    const ehime = await hub(at.database.db, '38');
    await expert(at.database.db, ehime, { themes: [THEME] });
    await at.calendar.request(await clerk(at.database.db, MATSUYAMA), ehime, { visits: 3 });
    await at.start();
    const [here, there] = [await at.askForRun(ENDLESS), await at.askForRun(ENDLESS, {}, ehime)];
    await at.inTheMiddle(here);
    await at.inTheMiddle(there, ehime);
    await at.calendar.runs.stop(at.staff, here.id);
    await at.proposed(here);
    expect(await at.stateOf(there, ehime)).toMatchObject({ status: 'SOLVING' });
    await at.calendar.runs.stop(ehime, there.id);
    await at.proposed(there, ehime);
    expect(await at.calendar.proposals(there)).toHaveLength(3);
  }, 240_000);
});

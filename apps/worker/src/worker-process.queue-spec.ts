import { afterAll, afterEach, beforeAll, beforeEach, describe, it, expect } from '@jest/globals';
import { ended, PlanningWorkers } from '../test/planning-workers.js';

/** Steps of improvement that keep a search busy for some seconds, so that there is a middle to kill it in. */
const LONG = 100_000;

let at: PlanningWorkers;

beforeAll(async () => {
  at = await PlanningWorkers.open();
}, 120_000);
beforeEach(() => at.clear());
afterEach(() => at.killAll());
afterAll(() => at.close());

describe('a worker', () => {
  it('solves a run, and ends at once when it is told to', async () => {
    const worker = await at.start();
    const run = await at.askForRun(500);
    await at.proposed(run);
    await at.expectOneEnd(run);
    expect(await ended(worker, 'SIGTERM')).toBe(0);
  }, 180_000);

  it('ends when whoever started it is gone', async () => {
    const worker = await at.start();
    const end = ended(worker);
    worker.disconnect();
    expect(await end).toBe(0);
  }, 60_000);

  it('that is told to end in the middle of a search leaves it to the next at once', async () => {
    const first = await at.start();
    const run = await at.askForRun(LONG);
    await at.inTheMiddle(run);
    expect(await ended(first, 'SIGTERM')).toBe(0);
    await at.start();
    await at.proposed(run);
    await at.expectOneEnd(run);
  }, 240_000);
});

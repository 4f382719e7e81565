import { afterAll, afterEach, beforeAll, beforeEach, describe, it } from '@jest/globals';
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
  it('that is killed in the middle of a search costs time and nothing else', async () => {
    const first = await at.start();
    const run = await at.askForRun(LONG);
    await at.inTheMiddle(run);
    await ended(first, 'SIGKILL');
    await at.start();
    await at.proposed(run);
    await at.expectOneEnd(run);
  }, 240_000);
});

import { afterAll, afterEach, beforeAll, beforeEach, describe, it } from '@jest/globals';
import { ended, PlanningWorkers } from '../test/planning-workers.js';
import { wipeQueue } from '../test/workbench.js';

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
  it('that is killed while the queue loses its memory, too', async () => {
    const first = await at.start();
    await at.start();
    const run = await at.askForRun(LONG);
    await at.inTheMiddle(run);
    await ended(first, 'SIGKILL');
    await wipeQueue(at.settings);
    await at.proposed(run);
    await at.expectOneEnd(run);
  }, 240_000);
});

import { setImmediate } from 'node:timers/promises';
import { ReckonerHere, ReckoningPool } from '@banso/dispatch';
import { FixedClock, type HubStaff } from '@banso/kernel';
import { type Assignment, iterations, type Problem, solve } from '@banso/planning';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Calendar, THEME } from '../../../../libs/dispatch/test/given-calendar.js';
import { generate } from '../../../../libs/planning/bench/generate.js';
import { type RunningApi, startApi } from '../../../../test/api.js';
import { clerk, expert, hub, PASSWORD } from '../../../../test/people.js';

const problem: Problem = generate({ requests: 300, specialists: 30, days: 70, seed: 1 });
const plan = solve(problem, { seed: 1, stop: iterations(0) });
const placed = (at: number): Assignment => {
  const visit = plan.assignments[at];
  if (!visit) throw new Error('a visit is placed');
  return visit;
};

/** Who is done first: a long reckoning, or somebody who only needs the event loop now and then. */
async function firstBeside(reckoner: ReckonerHere | ReckoningPool): Promise<string[]> {
  const order: string[] = [];
  const long = reckoner
    .reckon('placedBecause', [problem, plan.assignments, placed(0)])
    .then((because) => order.push(because ? 'reckoned' : 'not in the plan'));
  for (let turn = 0; turn < 3; turn += 1) await setImmediate();
  order.push('others');
  await long;
  return order;
}

describe('long reckonings', () => {
  const pool = new ReckoningPool();
  afterAll(() => pool.close());

  it('leave the event loop to others, by order of completion', async () => {
    expect(await firstBeside(pool)).toEqual(['others', 'reckoned']);
    expect(await firstBeside(new ReckonerHere())).toEqual(['reckoned', 'others']);
  });

  it('answer in a thread what they would answer here', async () => {
    const here = new ReckonerHere();
    const visit = placed(3);
    const ask = { requestId: visit.requestId, specialistId: visit.specialistId, day: 3 };
    for (const reckoner of [pool, here]) {
      expect(await reckoner.reckon('placedBecause', [problem, plan.assignments, visit])).toEqual(
        await here.reckon('placedBecause', [problem, plan.assignments, visit]),
      );
      expect(await reckoner.reckon('whyNot', [problem, plan.assignments, ask])).toEqual(
        await here.reckon('whyNot', [problem, plan.assignments, ask]),
      );
    }
  });

  it('are given up after their time, and say so', async () => {
    const hasty = new ReckoningPool({ timeLimitMs: 1 });
    await expect(hasty.reckon('placedBecause', [problem, plan.assignments, placed(0)])).rejects.toMatchObject(
      { code: 'CONFLICT', reason: 'reckoning.too-long' },
    );
    await hasty.close();
  });

  it('are refused when too many wait', async () => {
    const full = new ReckoningPool({ threads: 1, mostWaiting: 1 });
    const asked = await Promise.allSettled(
      [0, 1, 2].map((at) => full.reckon('placedBecause', [problem, plan.assignments, placed(at)])),
    );
    expect(asked.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    expect(asked[2]).toMatchObject({ reason: { code: 'CONFLICT', reason: 'service.busy' } });
    await full.close();
  });

  it('fail like anything else that is wrong with the code', async () => {
    await expect(pool.reckon('measure', [{} as Problem, []])).rejects.toMatchObject({ name: 'TypeError' });
    expect(await pool.reckon('measure', [problem, plan.assignments])).toMatchObject({
      placed: plan.assignments.length,
    });
  });
});

describe('over HTTP', () => {
  let api: RunningApi;
  let staff: HubStaff & { loginId: string };
  let runId: string;
  const ask = `query($runId: ID!, $id: ID!) {
    explainVisit(runId: $runId, supportRequestId: $id, visitNo: 1) { price { tiers } } }`;

  beforeAll(async () => {
    api = await startApi();
    const { db, dataSource } = api.database;
    const calendar = new Calendar(db, new FixedClock(new Date('2026-12-01T00:00:00Z')));
    staff = await hub(db);
    await expert(db, staff, { themes: [THEME] });
    await calendar.request(await clerk(db), staff, { visits: 1 });
    runId = (await calendar.plan(staff)).id;
    await dataSource.query('UPDATE planning_run SET problem = $2, plan = plan || $3 WHERE id = $1', [
      runId,
      JSON.stringify(problem),
      JSON.stringify({ assignments: plan.assignments, unplaced: plan.unplaced }),
    ]);
  }, 60_000);
  afterAll(() => api.close());

  it('nobody’s sign-in waits for the questions of somebody else', async () => {
    const asker = await api.as(staff);
    const firsts = plan.assignments.filter(({ visitNo }) => visitNo === 1);
    const order: string[] = [];
    const questions = Promise.all(
      firsts.slice(0, 3).map(({ requestId }) => asker.ask(ask, { runId, id: requestId })),
    ).then((answers) => {
      order.push('answered');
      return answers;
    });
    const signIn = `mutation { signIn(loginId: "${staff.loginId}", password: "${PASSWORD}") { __typename } }`;
    expect((await api.anonymous().send(signIn)).errors).toEqual([]);
    order.push('signed in');
    const answers = await questions;
    expect(order).toEqual(['signed in', 'answered']);
    expect(answers).toHaveLength(3);
    for (const { explainVisit } of answers) expect(explainVisit.price.tiers).toHaveLength(3);
  });
});

import { FixedClock, type HubStaff, type MunicipalityStaff, type SpecialistUser } from '@banso/kernel';
import { DEFAULT_POLICY } from '@banso/planning';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { clerk, expert, hub } from '../../../test/people.js';
import { Calendar, ENTITIES, START } from '../test/given-calendar.js';
import { planningPolicy, planningPolicyHistory } from './planning-policy.queries.js';
import { PlanningPolicyService } from './planning-policy.service.js';
import { getRecordedRun } from './planning-run.queries.js';

const clock = new FixedClock(new Date(START));
let database: FreshDatabase;
let calendar: Calendar;
let policies: PlanningPolicyService;
let staff: HubStaff;
let ehime: HubStaff;
let town: MunicipalityStaff;
let specialist: SpecialistUser;

beforeAll(async () => {
  database = await freshDatabase(ENTITIES);
  calendar = new Calendar(database.db, clock);
  policies = new PlanningPolicyService(database.db, clock);
  staff = await hub(database.db);
  ehime = await hub(database.db, '38');
  town = await clerk(database.db);
  specialist = await expert(database.db, staff);
});
beforeEach(() => calendar.clear());
afterAll(() => database.drop());

const WISH = {
  version: 0,
  tiers: [['visit-left-out'], ['travel-minutes', 'disturbance']],
  weights: [{ weight: 'movedDay', points: 70 }],
  frozenWorkingDays: 3,
  reserveHalfDaysPerWeek: 2,
};
const inForce = (actor: HubStaff) => database.db.read(actor, (tx) => planningPolicy(tx, actor));

describe('the planning policy', () => {
  it('has safe defaults until somebody sets it', async () => {
    expect(await inForce(staff)).toMatchObject({
      ...DEFAULT_POLICY,
      version: 0,
      frozenWorkingDays: 5,
      setByName: null,
    });
  });

  it('is set by the hub for its own prefecture; every version is kept', async () => {
    expect(await policies.set(staff, WISH)).toMatchObject({ version: 1, setByName: staff.name });
    await policies.set(staff, { ...WISH, version: 1, frozenWorkingDays: 4 });
    expect(await inForce(staff)).toMatchObject({ version: 2, frozenWorkingDays: 4 });
    expect((await inForce(staff)).weights).toEqual({ ...DEFAULT_POLICY.weights, movedDay: 70 });
    expect(await inForce(ehime)).toMatchObject({ version: 0 });
    const history = await database.db.read(staff, (tx) => planningPolicyHistory(tx, staff, {}));
    expect(history.rows.map(({ version, frozenWorkingDays }) => [version, frozenWorkingDays])).toEqual([
      [2, 4],
      [1, 3],
    ]);
    const theirs = await database.db.read(ehime, (tx) => planningPolicyHistory(tx, ehime, {}));
    expect(theirs.total).toBe(0);
  });

  it('is refused to others', async () => {
    for (const actor of [town, specialist]) {
      await expect(policies.set(actor, WISH)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(database.db.read(actor, (tx) => planningPolicy(tx, actor))).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
    }
  });

  it('is not written over unseen, also when two set it at once', async () => {
    const asked = await Promise.allSettled([1, 2, 3].map(() => policies.set(staff, WISH)));
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(policies.set(staff, WISH)).rejects.toMatchObject({
      code: 'CONFLICT',
      reason: 'record.changed-meanwhile',
    });
    expect(await inForce(staff)).toMatchObject({ version: 1 });
  });

  it.each([
    ['a rule that nobody knows', { tiers: [['visit-left-out', 'no-such-rule']] }, 'tiers.0.1', 'soft-rule'],
    ['a hard rule', { tiers: [['visit-left-out', 'deadline']] }, 'tiers.0.1', 'soft-rule'],
    ['a rule in two tiers', { tiers: [['visit-left-out'], ['visit-left-out']] }, 'tiers', 'repeated'],
    ['an order in which nobody is served', { tiers: [['balance']] }, 'tiers', 'serves-nobody'],
    [
      'a price of nothing for visits left out',
      { weights: [{ weight: 'visitLeftOut', points: 0 }] },
      'weights',
      'serves-nobody',
    ],
    ['an empty tier', { tiers: [['visit-left-out'], []] }, 'tiers.1', 'too-small'],
    [
      'a price below nothing',
      { weights: [{ weight: 'balance', points: -1 }] },
      'weights.0.points',
      'too-small',
    ],
    ['a price that nobody knows', { weights: [{ weight: 'x', points: 1 }] }, 'weights.0.weight', 'unknown'],
    [
      'a price named twice',
      { weights: [1, 2].map((points) => ({ weight: 'balance', points })) },
      'weights',
      'repeated',
    ],
    ['frozen days below nothing', { frozenWorkingDays: -1 }, 'frozenWorkingDays', 'too-small'],
  ])('refuses %s', async (_, wrong, path, rule) => {
    await expect(policies.set(staff, { ...WISH, ...wrong })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      details: { faults: [expect.objectContaining({ path, rule })] },
    });
    expect(await inForce(staff)).toMatchObject({ version: 0 });
  });

  it('goes into the problem of a run, and stays there when it changes', async () => {
    await policies.set(staff, WISH);
    const { id } = await calendar.plan(staff);
    await policies.set(staff, { ...WISH, version: 1, tiers: [['visit-left-out']] });
    const run = await database.db.read(staff, (tx) => getRecordedRun(tx, staff, id));
    expect(run.policy).toMatchObject({ version: 1, tiers: WISH.tiers });
    expect(run.problem).toMatchObject({
      policy: { tiers: WISH.tiers, weights: { movedDay: 70 } },
      reserve: { halfDaysPerWeek: 2 },
    });
    expect(run.score?.tiers).toHaveLength(2);
  });
});

import {
  FixedClock,
  type HubStaff,
  localDateOf,
  type MunicipalityStaff,
  type SpecialistUser,
} from '@banso/kernel';
import { SupportRequestIntakeService } from '@banso/support';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { clerk, expert, hub, MIHARA } from '../../../test/people.js';
import { Calendar, DECEMBER, ENTITIES, START, THEME } from '../test/given-calendar.js';
import type { PartWish } from './plan-answers.js';
import type { PlanningRun } from './planning-run.entity.js';
import { getPlanningRun } from './planning-run.queries.js';
import type { ProposedVisit } from './proposed-visit.entity.js';

const clock = new FixedClock(new Date(START));
/** Everything that publishing writes. */
const WRITTEN = [
  'visit',
  'visit_event',
  'plan_publication',
  'planning_run',
  'proposed_visit',
  'unplaced_visit',
  'support_request',
  'support_request_event',
  'support_team',
  'outbox',
];

let database: FreshDatabase;
let calendar: Calendar;
let staff: HubStaff;
let kure: MunicipalityStaff;
let mihara: MunicipalityStaff;
let specialist: SpecialistUser;

beforeAll(async () => {
  database = await freshDatabase(ENTITIES);
  calendar = new Calendar(database.db, clock);
  staff = await hub(database.db);
  kure = await clerk(database.db);
  mihara = await clerk(database.db, MIHARA);
  specialist = await expert(database.db, staff, { themes: [THEME] });
});
beforeEach(async () => {
  clock.moveTo(new Date(START));
  await calendar.clear();
});
afterAll(() => database.drop());

const partOf = (...visits: readonly ProposedVisit[]): PartWish => ({
  only: visits.map(({ id }) => id),
  callOff: [],
});
const publish = (run: PlanningRun, part: PartWish) => calendar.publishing.publish(staff, run.id, part);
const statusOf = async ({ id }: PlanningRun): Promise<string> =>
  (await database.db.read(staff, (tx) => getPlanningRun(tx, staff, id))).status;

async function everything(): Promise<Record<string, unknown>> {
  const tables = WRITTEN.map(async (table) => [
    table,
    await database.dataSource.query(`SELECT to_jsonb(t) AS row FROM ${table} t ORDER BY to_jsonb(t)::text`),
  ]);
  return Object.fromEntries(await Promise.all(tables)) as Record<string, unknown>;
}

/** Asks for a part of a plan, hears no, and finds every row as it was. */
async function refused(run: PlanningRun, part: PartWish, reason: string): Promise<void> {
  const before = await everything();
  await expect(publish(run, part)).rejects.toMatchObject({ reason });
  expect(await everything()).toEqual(before);
}

/** A plan with a new visit for each of two towns. */
async function planOfTwo(): Promise<{ run: PlanningRun; one: ProposedVisit; other: ProposedVisit }> {
  for (const town of [kure, mihara]) await calendar.request(town, staff, { visits: 1, mode: 'ONLINE' });
  const run = await calendar.plan(staff);
  const [one, other] = await calendar.proposals(run);
  if (!one || !other) throw new Error('two visits are proposed');
  return { run, one, other };
}

const dayOff = (date: string): Promise<unknown> =>
  database.dataSource.query(
    `INSERT INTO day_off (id, prefecture_id, specialist_id, date, part) VALUES (gen_random_uuid(), '34', $1, $2, 'DAY')`,
    [specialist.specialistId, date],
  );

describe('a part of a plan that is refused', () => {
  it('leaves every row as it was when one of several published visits was confirmed since', async () => {
    for (const town of [kure, mihara]) await calendar.request(town, staff, { visits: 1, mode: 'ONLINE' });
    const visits = await calendar.publish(staff, { from: '2026-12-14', to: '2026-12-25' });
    for (const date of new Set(visits.map(({ startsAt }) => localDateOf(startsAt)))) await dayOff(date);
    const run = await calendar.plan(staff, DECEMBER, { movePublished: true });
    const moves = await calendar.proposals(run);
    expect(moves.map(({ replacesVisitId }) => replacesVisitId).sort()).toEqual(
      visits.map(({ id }) => id).sort(),
    );
    // The last one that is taken, so that the others have been taken before it.
    const confirmed =
      visits
        .map(({ id }) => id)
        .sort()
        .at(-1) ?? '';
    await calendar.visits.accept(specialist, confirmed);
    await refused(run, partOf(...moves), 'plan.overtaken');
    expect(
      await publish(run, partOf(...moves.filter((move) => move.replacesVisitId !== confirmed))),
    ).toMatchObject({
      moved: 1,
    });
  });

  it('leaves every row as it was when the specialist is away meanwhile', async () => {
    const { run, one, other } = await planOfTwo();
    await dayOff(localDateOf(one.startsAt));
    await refused(run, partOf(one, other), 'plan.overtaken');
    await refused(run, partOf(one), 'plan.overtaken');
  });

  it('leaves every row as it was when a request was withdrawn, and the other one may still be published', async () => {
    const { run, one, other } = await planOfTwo();
    const town = one.municipalityId === MIHARA ? mihara : kure;
    await new SupportRequestIntakeService(database.db, clock).withdraw(town, one.supportRequestId, '中止');
    await refused(run, partOf(one, other), 'plan.overtaken');
    expect(await publish(run, partOf(other))).toMatchObject({ visits: 1 });
    expect(await calendar.visitsOf(staff)).toMatchObject([{ supportRequestId: other.supportRequestId }]);
  });

  it('leaves every row as it was when a name is not of this plan', async () => {
    const { run, one } = await planOfTwo();
    await refused(run, { ...partOf(one), callOff: [one.id] }, 'visit.not-found');
    await refused(run, { only: [one.id, run.id], callOff: [] }, 'proposed-visit.not-found');
  });

  it('leaves other plans for the same days on the table', async () => {
    const { run, one } = await planOfTwo();
    const rival = await calendar.plan(staff);
    await dayOff(localDateOf(one.startsAt));
    await refused(run, partOf(one), 'plan.overtaken');
    expect(await statusOf(rival)).toBe('PROPOSED');
  });
});

describe('a part of a plan that is published', () => {
  it('sets aside other plans for the same days, like the whole', async () => {
    const { run, one } = await planOfTwo();
    const rival = await calendar.plan(staff);
    await publish(run, partOf(one));
    expect(await statusOf(rival)).toBe('DISCARDED');
    expect(await statusOf(run)).toBe('PUBLISHED');
  });

  it('counts a visit that was named twice once', async () => {
    const { run, one } = await planOfTwo();
    expect(await publish(run, partOf(one, one))).toMatchObject({ visits: 1, version: 1 });
    expect(await calendar.visitsOf(staff)).toHaveLength(1);
  });

  it('is the only one when parts of two plans and the whole are asked for at once', async () => {
    const { run, one } = await planOfTwo();
    const rival = await calendar.plan(staff);
    const [, theirs] = await calendar.proposals(rival);
    if (!theirs) throw new Error('two visits are proposed');
    const asked = await Promise.allSettled([
      publish(run, partOf(one)),
      publish(rival, partOf(theirs)),
      calendar.publishing.publish(staff, run.id),
    ]);
    const done = asked.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
    expect(done).toMatchObject([{ version: 1 }]);
    for (const answer of asked)
      if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'INVALID_STATE' });
    expect(await calendar.visitsOf(staff)).toHaveLength(done[0]?.visits ?? 0);
    const adopted = [...(await calendar.proposals(run)), ...(await calendar.proposals(rival))].filter(
      (proposal) => proposal.adopted,
    );
    expect(adopted).toHaveLength(done[0]?.visits ?? 0);
  });
});

import {
  FixedClock,
  type HubStaff,
  localDateOf,
  type MunicipalityStaff,
  type SpecialistUser,
} from '@banso/kernel';
import { getSupportRequest } from '@banso/support';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { clerk, expert, hub, MIHARA } from '../../../test/people.js';
import { Calendar, DECEMBER, ENTITIES, START, THEME } from '../test/given-calendar.js';
import { planThatMakesRoom } from '../test/given-part.js';
import type { PlanningRun } from './planning-run.entity.js';
import { getPlanningRun } from './planning-run.queries.js';
import { REASON_OF_PLAN } from './publish.service.js';
import type { Visit } from './visit.entity.js';
import { visitHistoriesOf } from './visit.queries.js';

const clock = new FixedClock(new Date(START));
/** Beyond the days on which nothing published moves any more. */
const LATER = { from: '2026-12-14', to: '2026-12-25' };
let database: FreshDatabase;
let calendar: Calendar;
let staff: HubStaff;
let ehime: HubStaff;
let kure: MunicipalityStaff;
let mihara: MunicipalityStaff;
let specialist: SpecialistUser;

beforeAll(async () => {
  database = await freshDatabase(ENTITIES);
  calendar = new Calendar(database.db, clock);
  staff = await hub(database.db);
  ehime = await hub(database.db, '38');
  kure = await clerk(database.db);
  mihara = await clerk(database.db, MIHARA);
  specialist = await expert(database.db, staff, { themes: [THEME] });
});
beforeEach(async () => {
  clock.moveTo(new Date(START));
  await calendar.clear();
});
afterAll(() => database.drop());

const only = (...ids: readonly (string | undefined)[]) => ({ only: ids.map((id) => id ?? ''), callOff: [] });
const callOff = (...ids: readonly string[]) => ({ only: [], callOff: [...ids] });
const dayOff = (date: string) =>
  database.dataSource.query(
    `INSERT INTO day_off (id, prefecture_id, specialist_id, date, part) VALUES (gen_random_uuid(), '34', $1, $2, 'DAY')`,
    [specialist.specialistId, date],
  );
const visitNow = async ({ id }: Visit) => (await calendar.visitsOf(staff)).find((one) => one.id === id);
const runNow = ({ id }: PlanningRun) => database.db.read(staff, (tx) => getPlanningRun(tx, staff, id));

/** A published visit of each town, the later one last. */
async function published(): Promise<[Visit, Visit]> {
  for (const town of [kure, mihara]) await calendar.request(town, staff, { visits: 1, mode: 'ONLINE' });
  const [one, other] = await calendar.publish(staff, LATER);
  if (!one || !other) throw new Error('two visits are published');
  return [one, other];
}

/** A plan that has a place for neither of them: the only specialist is away for good. */
async function planWithoutPlaces(): Promise<PlanningRun> {
  for (let day = 7; day <= 25; day += 1) await dayOff(`2026-12-${String(day).padStart(2, '0')}`);
  return calendar.plan(staff, DECEMBER, { movePublished: true });
}

/** A plan that moves both: the day on which they lie is a day off. */
async function planWithMoves(visits: readonly Visit[]): Promise<PlanningRun> {
  for (const date of new Set(visits.map(({ startsAt }) => localDateOf(startsAt)))) await dayOff(date);
  return calendar.plan(staff, DECEMBER, { movePublished: true });
}

describe('a plan adopted in part', () => {
  it('publishes the chosen visits, and the rest is no longer proposed', async () => {
    await calendar.request(kure, staff, { visits: 1 });
    await calendar.request(mihara, staff, { visits: 1 });
    const run = await calendar.plan(staff);
    const [one] = await calendar.proposals(run);
    expect(await calendar.publishing.publish(staff, run.id, only(one?.id))).toMatchObject({ visits: 1 });
    expect(await calendar.visitsOf(staff)).toHaveLength(1);
    expect((await calendar.proposals(run)).map(({ adopted }) => adopted).sort()).toEqual([false, true]);
    const again = await calendar.plan(staff);
    expect(await calendar.proposals(again)).toHaveLength(1);
  });

  it('moves the published visits that were named, and leaves the others where they are', async () => {
    const [one, other] = await published();
    const run = await planWithMoves([one, other]);
    const move = (await calendar.proposals(run)).find(({ replacesVisitId }) => replacesVisitId === one.id);
    const preview = await calendar.publishing.previewPart(staff, run.id, only(move?.id));
    expect(preview).toMatchObject({
      changes: [{ kind: 'MOVED', visitId: one.id, before: { startsAt: one.startsAt } }],
      possible: true,
      alsoNeeded: [],
      violations: [],
    });
    expect(await calendar.publishing.publish(staff, run.id, only(move?.id))).toMatchObject({
      visits: 0,
      moved: 1,
      cancelled: 0,
    });
    expect((await visitNow(one))?.startsAt).toEqual(move?.startsAt);
    expect(await visitNow(other)).toMatchObject({ status: 'PUBLISHED', startsAt: other.startsAt });
  });

  it('leaves a visit alone for which it has no place, unless that is named', async () => {
    const [one, other] = await published();
    const run = await planWithoutPlaces();
    expect(await calendar.proposals(run)).toEqual([]);
    await expect(calendar.publishing.publish(staff, run.id, only())).rejects.toMatchObject({
      reason: 'plan.empty',
    });
    expect(await calendar.publishing.publish(staff, run.id, callOff(one.id))).toMatchObject({
      visits: 0,
      moved: 0,
      cancelled: 1,
    });
    expect(await visitNow(one)).toMatchObject({ status: 'CANCELLED', cancelSide: 'HUB' });
    expect(await visitNow(other)).toMatchObject({ status: 'PUBLISHED', startsAt: other.startsAt });
    const [last] = (await database.db.read(staff, (tx) => visitHistoriesOf(tx, [one.id]))).slice(-1);
    expect(last).toMatchObject({ toStatus: 'CANCELLED', reason: REASON_OF_PLAN, actorName: staff.name });
    const request = (visit: Visit) =>
      database.db.read(staff, (tx) => getSupportRequest(tx, staff, visit.supportRequestId));
    expect(await request(one)).toMatchObject({ status: 'SCHEDULING' });
    expect(await request(other)).toMatchObject({ status: 'IN_SUPPORT' });
  });

  it('names what the chosen visits cannot do without, before anything is written', async () => {
    const { run, fresh, mover, moved } = await planThatMakesRoom(calendar, {
      hub: staff,
      towns: [kure, mihara],
      later: LATER,
      plan: DECEMBER,
    });
    const preview = await calendar.publishing.previewPart(staff, run.id, only(fresh));
    expect(preview).toMatchObject({
      changes: [{ kind: 'NEW' }],
      possible: true,
      alsoNeeded: [{ kind: 'MOVED', visitId: moved.id }],
      needed: only(mover),
    });
    expect(preview.violations.map(({ ruleId }) => ruleId)).toContain('no-overlap');
    expect(preview.violations[0]?.sentence.ja).toMatch(/[ぁ-ん]/);
    await expect(calendar.publishing.publish(staff, run.id, only(fresh))).rejects.toMatchObject({
      code: 'CONFLICT',
      reason: 'plan.part-needs-more',
      details: { needed: [mover], callOff: [], visits: 1 },
    });
    expect(await visitNow(moved)).toMatchObject({ startsAt: moved.startsAt });
    expect(await runNow(run)).toMatchObject({ status: 'PROPOSED' });
    expect(await calendar.publishing.publish(staff, run.id, only(fresh, mover))).toMatchObject({
      visits: 1,
      moved: 1,
    });
  });

  it('names a calling-off that it cannot do without', async () => {
    const { run, fresh, mover, moved } = await planThatMakesRoom(calendar, {
      hub: staff,
      towns: [kure, mihara],
      later: LATER,
      plan: DECEMBER,
    });
    // The plan as if it had no place for the one that makes room.
    await database.dataSource.query(
      `INSERT INTO unplaced_visit (run_id, support_request_id, visit_no, prefecture_id, reasons, replaces_visit_id, replaces)
       SELECT run_id, support_request_id, visit_no, prefecture_id, '[]', replaces_visit_id, replaces
       FROM proposed_visit WHERE id = $1`,
      [mover],
    );
    await database.dataSource.query('DELETE FROM proposed_visit WHERE id = $1', [mover]);
    expect(await calendar.publishing.previewPart(staff, run.id, only(fresh))).toMatchObject({
      alsoNeeded: [{ kind: 'CANCELLED', visitId: moved.id, after: null }],
      needed: callOff(moved.id),
    });
    await expect(calendar.publishing.publish(staff, run.id, only(fresh))).rejects.toMatchObject({
      reason: 'plan.part-needs-more',
      details: { needed: [], callOff: [moved.id], visits: 1 },
    });
    const both = { ...only(fresh), callOff: [moved.id] };
    expect(await calendar.publishing.publish(staff, run.id, both)).toMatchObject({ visits: 1, cancelled: 1 });
    expect(await visitNow(moved)).toMatchObject({ status: 'CANCELLED' });
  });

  it('needs nothing of a visit that has gone elsewhere since', async () => {
    const { run, fresh, moved } = await planThatMakesRoom(calendar, {
      hub: staff,
      towns: [kure, mihara],
      later: LATER,
      plan: DECEMBER,
    });
    await calendar.visits.cancel(staff, moved.id, { side: 'TOWN', reason: '中止' });
    expect(await calendar.publishing.previewPart(staff, run.id, only(fresh))).toMatchObject({
      possible: true,
      alsoNeeded: [],
    });
    expect(await calendar.publishing.publish(staff, run.id, only(fresh))).toMatchObject({
      visits: 1,
      moved: 0,
    });
  });

  it('is refused where the named visit was confirmed or moved since', async () => {
    const [one] = await published();
    const run = await planWithoutPlaces();
    await calendar.visits.accept(specialist, one.id);
    await expect(calendar.publishing.publish(staff, run.id, callOff(one.id))).rejects.toMatchObject({
      code: 'CONFLICT',
      reason: 'plan.overtaken',
    });
    expect(await visitNow(one)).toMatchObject({ status: 'CONFIRMED' });
    expect(await runNow(run)).toMatchObject({ status: 'PROPOSED' });
  });

  it('knows only its own visits', async () => {
    const [one] = await published();
    await calendar.request(kure, staff, { visits: 1 });
    const run = await calendar.plan(staff);
    const unknown = { code: 'NOT_FOUND', reason: 'proposed-visit.not-found' };
    await expect(calendar.publishing.publish(staff, run.id, only(run.id))).rejects.toMatchObject(unknown);
    await expect(calendar.publishing.previewPart(staff, run.id, only(run.id))).rejects.toMatchObject(unknown);
    // Published, but none that this plan leaves without a place.
    await expect(calendar.publishing.publish(staff, run.id, callOff(one.id))).rejects.toMatchObject({
      code: 'NOT_FOUND',
      reason: 'visit.not-found',
    });
    await expect(calendar.publishing.publish(staff, run.id, only())).rejects.toMatchObject({
      reason: 'plan.empty',
    });
  });

  it('is the hub’s own', async () => {
    const [one] = await published();
    const run = await planWithoutPlaces();
    const part = callOff(one.id);
    for (const act of [
      (actor: HubStaff | MunicipalityStaff) => calendar.publishing.publish(actor, run.id, part),
      (actor: HubStaff | MunicipalityStaff) => calendar.publishing.previewPart(actor, run.id, part),
    ]) {
      await expect(act(ehime)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(act(kure)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    expect(await visitNow(one)).toMatchObject({ status: 'PUBLISHED' });
  });

  it('happens once, also when several ask at the same moment', async () => {
    const [one, other] = await published();
    const run = await planWithoutPlaces();
    const asked = await Promise.allSettled(
      [one, other, one].map(({ id }) => calendar.publishing.publish(staff, run.id, callOff(id))),
    );
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const statuses = (await calendar.visitsOf(staff)).map(({ status }) => status).sort();
    expect(statuses).toEqual(['CANCELLED', 'PUBLISHED']);
    await expect(calendar.publishing.publish(staff, run.id, callOff(other.id))).rejects.toMatchObject({
      code: 'INVALID_STATE',
    });
    await expect(calendar.publishing.previewPart(staff, run.id, callOff(other.id))).rejects.toMatchObject({
      code: 'INVALID_STATE',
    });
  });
});

import {
  FixedClock,
  type HubStaff,
  type MunicipalityStaff,
  type SpecialistUser,
  systemActor,
} from '@banso/kernel';
import { bidRestrictionNotesOf, ConflictService, getSupportRequest, requestsToPlan } from '@banso/support';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { clerk, expert, hub, MATSUYAMA, MIHARA } from '../../../test/people.js';
import { Calendar, ENTITIES, START, THEME } from '../test/given-calendar.js';
import { CandidateService } from './candidate.service.js';
import { settleConflict } from './conflicted-visits.js';
import { planningProblem } from './planning-problem.js';
import { getVisit, visitHistoriesOf } from './visit.queries.js';

const SECRET = '株式会社せとデータ';
const clock = new FixedClock(new Date(START));
let database: FreshDatabase;
let calendar: Calendar;
let conflicts: ConflictService;
let staff: HubStaff;
let town: MunicipalityStaff;
let she: SpecialistUser;
let he: SpecialistUser;

beforeAll(async () => {
  database = await freshDatabase(ENTITIES);
  calendar = new Calendar(database.db, clock);
  conflicts = new ConflictService(database.db, clock);
  staff = await hub(database.db);
  town = await clerk(database.db);
  she = await expert(database.db, staff, { themes: [THEME] });
  he = await expert(database.db, staff, { themes: [THEME] });
});
beforeEach(async () => {
  clock.moveTo(new Date(START));
  await calendar.clear();
  await database.dataSource.query('TRUNCATE specialist_firm CASCADE');
});
afterAll(() => database.drop());

const tie = (person = she) =>
  conflicts.recordFirm(staff, {
    specialistId: person.specialistId,
    relation: 'EMPLOYER',
    name: SECRET,
    source: '誓約書',
  });
const buys = (
  id: string,
  phase = 'SPECIFICATION',
  names: readonly string[] = ['せとデータ（株）'],
  version = 0,
) => conflicts.setProcurement(town, id, { version, phase, vendors: names.map((name) => ({ name })) });
const settle = (id: string) =>
  database.db.system('34', (tx, actor) => settleConflict(tx, id, { actor, at: clock.now() }));
const byWhom = async () => new Set((await calendar.visitsOf(staff)).map(({ specialistId }) => specialistId));

/** A request with two visits published, all by one person. */
const publishedBy = async (person: SpecialistUser) => {
  const other = person === she ? he : she;
  await database.db.system(null, (tx) =>
    tx.query('UPDATE specialist SET active = (id <> $1)', [other.specialistId]),
  );
  const request = await calendar.request(town, staff);
  const visits = await calendar.publish(staff);
  await database.db.system(null, (tx) => tx.query('UPDATE specialist SET active = true'));
  expect(await byWhom()).toEqual(new Set([person.specialistId]));
  return { request, visits };
};

describe('the planner', () => {
  it('is told who is in conflict by ids of rows, and gives the visits to somebody else', async () => {
    const request = await calendar.request(town, staff);
    await tie();
    await buys(request.id, 'SPECIFICATION', [SECRET, '別の会社']);
    const system = systemActor('34');
    const problem = await database.db.read(system, async (tx) =>
      planningProblem(tx, system, {
        period: { from: '2026-12-07', to: '2026-12-25' },
        today: clock.today(),
        requests: await requestsToPlan(tx, system),
        held: [],
      }),
    );
    const [vendor, ...others] = problem.requests[0]?.vendors ?? [];
    expect(vendor).toMatch(/^[0-9a-f-]{36}$/);
    expect(others).toEqual([]);
    const firmsOf = (id: string) => problem.specialists.find((one) => one.id === id)?.employers;
    expect([firmsOf(she.specialistId), firmsOf(he.specialistId)]).toEqual([[vendor], undefined]);
    await calendar.publish(staff);
    expect(await byWhom()).toEqual(new Set([he.specialistId]));
  });

  it('says to the hub whom it leaves out and why, by name; nobody else may ask', async () => {
    const request = await calendar.request(town, staff);
    await tie();
    await buys(request.id);
    const candidates = new CandidateService(database.db, clock);
    const { excluded } = await candidates.rank(staff, request.id);
    expect(excluded.find(({ specialistId }) => specialistId === she.specialistId)).toMatchObject({
      ruleId: 'conflict-of-interest',
      sentence: {
        ja: expect.stringMatching(/せとデータ（株）.*利益相反/),
        en: expect.stringContaining('せとデータ'),
      },
    });
    for (const actor of [town, he])
      await expect(candidates.rank(actor, request.id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('keeps no name of a vendor in a run, in the outbox or in what a run found', async () => {
    const request = await calendar.request(town, staff);
    await tie();
    await tie(he);
    await buys(request.id);
    const run = await calendar.plan(staff);
    const [kept] = await database.dataSource.query<{ words: string }[]>(
      `SELECT concat((SELECT string_agg(r::text, ' ') FROM planning_run r), (SELECT string_agg(o::text, ' ') FROM outbox o),
         (SELECT string_agg(u::text, ' ') FROM unplaced_visit u)) AS words`,
    );
    expect(run.status).toBe('PROPOSED');
    expect(kept?.words).toContain('conflict-of-interest');
    expect(kept?.words).not.toContain('せと');
  });

  it('refuses by hand, and refuses to publish what has come into conflict since', async () => {
    const request = await calendar.request(town, staff);
    await tie();
    await tie(he);
    await buys(request.id, 'SPECIFICATION', []);
    const run = await calendar.plan(staff);
    const [proposal] = await calendar.proposals(run);
    await buys(request.id, 'SPECIFICATION', [SECRET], 1);
    const { id = '', specialistId, startsAt, mode } = proposal ?? {};
    const { applied, violations } = await calendar.edits.move(staff, id, {
      specialistId: specialistId === he.specialistId ? she.specialistId : he.specialistId,
      startsAt,
      mode,
    });
    expect(applied).toBe(false);
    expect(violations.map(({ ruleId }) => ruleId)).toContain('conflict-of-interest');
    await expect(calendar.publishing.publish(staff, run.id)).rejects.toMatchObject({
      reason: 'plan.overtaken',
      details: { rules: ['conflict-of-interest'] },
    });
  });

  it('offers an urgent visit and a stand-in only of people who may come', async () => {
    const request = await calendar.request(town, staff, { urgency: 'URGENT', visits: 1 });
    await tie();
    await buys(request.id);
    const { options } = await calendar.repairs.urgentOptions(staff, request.id);
    const people = options.flatMap(({ changes }) => changes.map(({ after }) => after?.specialistId));
    expect(people.length).toBeGreaterThan(0);
    expect(people).not.toContain(she.specialistId);

    const { visits } = await publishedBy(he);
    const absence = { specialistId: he.specialistId, from: '2026-12-07', to: '2026-12-25' };
    const standIns = async () => {
      const repair = await calendar.repairs.absenceOptions(staff, absence);
      return repair.options.flatMap(({ changes }) =>
        changes
          .filter(({ supportRequestId }) => supportRequestId === visits[0]?.supportRequestId)
          .map(({ after }) => after?.specialistId),
      );
    };
    expect(await standIns()).toContain(she.specialistId);
    await buys(visits[0]?.supportRequestId ?? '');
    expect(await standIns()).not.toContain(she.specialistId);
  });
});

describe('a conflict that is found when the visits are published', () => {
  it('hides them from her at once, and calls the coming ones off for the planner to place anew', async () => {
    const { request, visits } = await publishedBy(she);
    expect(await calendar.visitsOf(she)).toHaveLength(2);
    const [first] = visits;
    clock.moveTo(new Date((first?.endsAt.getTime() ?? 0) + 60_000));
    await calendar.visits.complete(she, first?.id ?? '');
    await tie();
    await buys(request.id);
    expect(await calendar.visitsOf(she)).toEqual([]);
    for (const visit of visits)
      await expect(database.db.read(she, (tx) => getVisit(tx, she, visit.id))).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    await expect(calendar.visits.accept(she, visits[1]?.id ?? '')).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await settle(request.id);
    await settle(request.id);
    const after = await calendar.visitsOf(staff);
    expect(after.map(({ status }) => status)).toEqual(['DONE', 'CANCELLED']);
    const history = await database.db.read(town, (tx) => visitHistoriesOf(tx, [visits[1]?.id ?? '']));
    expect(history.at(-1)).toMatchObject({ toStatus: 'CANCELLED', actorRole: 'SYSTEM' });
    expect(JSON.stringify(history)).not.toContain('せと');
    await calendar.publish(staff, { from: '2026-12-14', to: '2027-01-29' });
    const standing = (await calendar.visitsOf(staff)).filter(({ status }) => status === 'PUBLISHED');
    expect(standing.map(({ specialistId }) => specialistId)).toEqual([he.specialistId]);
  });

  it('gives a case without any visit left back to the planner', async () => {
    const { request } = await publishedBy(she);
    await buys(request.id);
    await tie();
    await settle(request.id);
    expect(await database.db.read(staff, (tx) => getSupportRequest(tx, staff, request.id))).toMatchObject({
      status: 'SCHEDULING',
    });
  });
});

describe('a firm that is declared while her visits are published', () => {
  it('leaves none of them standing, whichever is first', async () => {
    for (let round = 0; round < 4; round++) {
      await calendar.clear();
      await database.dataSource.query('TRUNCATE specialist_firm, procurement CASCADE');
      await database.dataSource.query('UPDATE specialist SET active = (id <> $1)', [he.specialistId]);
      const request = await calendar.request(town, staff);
      await buys(request.id);
      const run = await calendar.plan(staff);
      await database.dataSource.query('UPDATE specialist SET active = true');
      const declare = async () => {
        await tie();
        await settle(request.id);
      };
      const publish = () => calendar.publishing.publish(staff, run.id);
      const wishes = round % 2 === 0 ? [publish(), declare()] : [declare(), publish()];
      const answers = await Promise.allSettled(wishes);
      const [published, declared] = round % 2 === 0 ? answers : answers.reverse();
      expect(declared).toMatchObject({ status: 'fulfilled' });
      if (published?.status === 'rejected')
        expect(published.reason).toMatchObject({
          reason: 'plan.overtaken',
          details: { rules: ['conflict-of-interest'] },
        });
      const visits = await calendar.visitsOf(staff);
      expect(visits.map(({ status }) => status)).toEqual(
        published?.status === 'rejected' ? [] : ['CANCELLED', 'CANCELLED'],
      );
      expect(await calendar.visitsOf(she)).toEqual([]);
      expect(await database.db.read(staff, (tx) => getSupportRequest(tx, staff, request.id))).toMatchObject({
        status: 'SCHEDULING',
      });
    }
  });
});

describe('a visit in which a specification is worked on', () => {
  const notesFor = (actor: HubStaff | MunicipalityStaff | SpecialistUser, id: string) =>
    database.db.read(actor, (tx) => bidRestrictionNotesOf(tx, actor, [id]));

  it('leaves a note for the town and the hub, once, of the firms as they were then', async () => {
    const { request, visits } = await publishedBy(she);
    await buys(request.id, 'SPECIFICATION', ['別の会社']);
    const line = await tie();
    const [first] = visits;
    clock.moveTo(new Date((first?.endsAt.getTime() ?? 0) + 60_000));
    const done = await Promise.allSettled([1, 2].map(() => calendar.visits.complete(she, first?.id ?? '')));
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await conflicts.removeFirm(staff, line.id, '退職した会社と取り違えた');
    for (const actor of [town, staff]) {
      const notes = await notesFor(actor, request.id);
      expect(notes).toEqual([
        expect.objectContaining({
          cause: 'VISIT',
          causeId: first?.id,
          specialistId: she.specialistId,
          advisedAt: first?.startsAt,
          firms: [{ name: SECRET, corporateNumber: null, relation: 'EMPLOYER' }],
        }),
      ]);
      expect(notes[0]?.textJa).toContain(`・${SECRET}：所属先`);
    }
    for (const actor of [
      she,
      await clerk(database.db, MIHARA),
      await clerk(database.db, MATSUYAMA),
      await hub(database.db, '38'),
    ])
      expect(await notesFor(actor, request.id)).toEqual([]);
  });

  it('leaves none in another phase', async () => {
    const { request, visits } = await publishedBy(she);
    await tie();
    await buys(request.id, 'MARKET_RESEARCH', ['別の会社']);
    clock.moveTo(new Date((visits[0]?.endsAt.getTime() ?? 0) + 60_000));
    await calendar.visits.complete(she, visits[0]?.id ?? '');
    expect(await notesFor(staff, request.id)).toEqual([]);
  });
});

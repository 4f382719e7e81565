import {
  FixedClock,
  type HubStaff,
  instantAt,
  localDateOf,
  type MunicipalityStaff,
  type SpecialistUser,
  systemActor,
  weekdayOf,
} from '@banso/kernel';
import type { Problem } from '@banso/planning';
import { type SupportRequest, requestsToPlan } from '@banso/support';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { days, givenAgreement, type GivenAgreement, JointWork } from '../../../test/joint-rows.js';
import { clerk, expert, hub, KURE, MIHARA } from '../../../test/people.js';
import { Calendar, DECEMBER, ENTITIES, START, THEME } from '../test/given-calendar.js';
import { CandidateService } from './candidate.service.js';
import { planningProblem } from './planning-problem.js';
import { explainUnplacedOf } from './unplaced-reasons.js';
import { visitsInTheWay } from './visits-in-the-way.js';

const TERM = { startsOn: '2026-12-01', endsOn: '2027-03-31' };
const clock = new FixedClock(new Date(START));
const system = systemActor('34');
let database: FreshDatabase;
let calendar: Calendar;
let work: JointWork;
let staff: HubStaff;
let kure: MunicipalityStaff;
let mihara: MunicipalityStaff;
let she: SpecialistUser;
let agreement: GivenAgreement;

beforeAll(async () => {
  database = await freshDatabase(ENTITIES);
  calendar = new Calendar(database.db, clock);
  work = new JointWork(database.db, clock);
  staff = await hub(database.db);
  kure = await clerk(database.db);
  mihara = await clerk(database.db, MIHARA);
  she = await expert(database.db, staff, { themes: [THEME] });
  agreement = await givenAgreement(database.db, '34', { towns: [KURE, MIHARA], cap: 1, ...TERM });
}, 60_000);
beforeEach(async () => {
  clock.moveTo(new Date(START));
  await calendar.clear();
  await database.db.owner((tx) =>
    tx.query('TRUNCATE placement, employment, training_completion, training_rule CASCADE'),
  );
});
afterAll(() => database.drop());

const placed = () =>
  work.placements.plan(staff, {
    specialistId: she.specialistId,
    municipalityId: MIHARA,
    agreementId: agreement.id,
    post: 'CIO補佐官',
    weekly: days('MON', 'TUE', 'WED'),
    ...TERM,
  });
const employed = (startsOn: string, endsOn: string | null = null) =>
  work.employments.record(staff, she.specialistId, {
    form: 'FIXED_TERM',
    partyId: agreement.partyId,
    agreementId: agreement.id,
    startsOn,
    endsOn,
  });

const herPart = async (requests: readonly SupportRequest[] = []) => {
  const problem: Problem = await database.db.read(system, async (tx) =>
    planningProblem(tx, system, {
      period: DECEMBER,
      today: clock.today(),
      requests: requests.length > 0 ? requests : await requestsToPlan(tx, system),
      held: [],
    }),
  );
  return problem.specialists.find(({ id }) => id === she.specialistId);
};
const at = (date: string) => instantAt(date, 600);
const weekday = (instant: Date) => weekdayOf(localDateOf(instant));

describe('a placement', () => {
  it('takes its half-days out of the calendar, for every way of planning, and says so', async () => {
    const { id } = await placed();
    const request = await calendar.request(kure, staff, { visits: 2, minGapDays: 1 });
    const { blocked = [], term, gates, monthlyCap } = (await herPart()) ?? {};
    // Three weeks of three days of two half-days, also on days on which the offices are closed.
    expect(blocked).toHaveLength(18);
    expect(blocked[0]).toEqual({ kind: 'PLACEMENT', start: 510, end: 720 });
    expect([term, gates, monthlyCap]).toEqual([undefined, undefined, undefined]);

    const run = await calendar.plan(staff);
    const proposals = await calendar.proposals(run);
    expect(proposals.map(({ startsAt }) => weekday(startsAt) >= 4)).toEqual([true, true]);
    const why = await calendar.explanations.whyNot(staff, {
      runId: run.id,
      supportRequestId: request.id,
      specialistId: she.specialistId,
      date: '2026-12-07',
    });
    expect(why.possible).toBe(false);
    expect(why.sentence?.ja).toContain('常駐');
    expect(why.sentence?.en).toContain('placement');
    const moved = await calendar.edits.move(staff, proposals[0]?.id ?? '', {
      specialistId: she.specialistId,
      startsAt: at('2026-12-08'),
      mode: 'ON_SITE',
    });
    expect(moved.applied).toBe(false);
    expect(moved.violations.map(({ sentence }) => sentence.ja).join()).toContain('常駐');

    await calendar.publishing.publish(staff, run.id);
    const urgent = await calendar.request(kure, staff, { visits: 1, urgency: 'URGENT' });
    const { options } = await calendar.repairs.urgentOptions(staff, urgent.id);
    const starts = options.flatMap((option) =>
      option.changes.flatMap(({ after }) => (after ? [after.startsAt] : [])),
    );
    expect(starts.length).toBeGreaterThan(0);
    expect(starts.every((start) => weekday(start) >= 4)).toBe(true);
    expect(
      await database.db.read(staff, async (tx) =>
        visitsInTheWay(tx, staff, [await work.placements.cancel(staff, id, 'x')]),
      ),
    ).toEqual([]);
  });

  it('made after a plan overtakes it; made after its publication it moves nothing, and lists what is in the way', async () => {
    await calendar.request(kure, staff, {
      visits: 3,
      minGapDays: 1,
      wished: [
        { date: '2026-12-07', half: 'AM' },
        { date: '2026-12-08', half: 'AM' },
        { date: '2026-12-10', half: 'AM' },
      ],
      onlyWished: true,
    });
    const stale = await calendar.plan(staff);
    const first = await placed();
    await expect(calendar.publishing.publish(staff, stale.id)).rejects.toMatchObject({
      reason: 'plan.overtaken',
    });
    await work.placements.cancel(staff, first.id, '誤り');
    await calendar.runs.discard(staff, stale.id);
    const published = await calendar.publish(staff);
    expect(published).toHaveLength(3);
    const placement = await placed();
    const inTheWay = await database.db.read(staff, (tx) => visitsInTheWay(tx, staff, [placement]));
    expect(inTheWay.map(({ visit }) => localDateOf(visit.startsAt))).toEqual(['2026-12-07', '2026-12-08']);
    expect(await calendar.visitsOf(staff)).toEqual(published);
  });
});

describe('training that is missing', () => {
  it('keeps the jointly hired from towns, by the rule of the prefecture, and says so', async () => {
    await employed('2026-12-01');
    const [atKure, atMihara] = [
      await calendar.request(kure, staff, { visits: 1 }),
      await calendar.request(mihara, staff, { visits: 1 }),
    ];
    expect((await herPart())?.gates).toEqual([{ town: null, fromDay: null }]);
    const run = await calendar.plan(staff);
    expect(await calendar.proposals(run)).toEqual([]);
    const reasons = await database.db.read(staff, (tx) => explainUnplacedOf(tx, staff, [run.id]));
    expect(JSON.stringify(reasons)).toContain('事前研修');
    expect(JSON.stringify(reasons)).toContain('training');
    const ranking = await new CandidateService(database.db, clock).rank(staff, atKure.id);
    expect(
      ranking.excluded.map(({ ruleId, sentence }) => [
        ruleId,
        /事前研修/.test(sentence.ja),
        /training/.test(sentence.en),
      ]),
    ).toEqual([['training-gate', true, true]]);
    await work.trained(staff, she.specialistId, [MIHARA]);
    expect((await herPart())?.gates).toEqual([{ town: KURE, fromDay: null }]);
    await calendar.runs.discard(staff, run.id);
    const next = await calendar.plan(staff);
    expect((await calendar.proposals(next)).map(({ supportRequestId }) => supportRequestId)).toEqual([
      atMihara.id,
    ]);
    await work.trained(staff, she.specialistId, [KURE], false);
    expect((await herPart([atKure]))?.gates).toBeUndefined();
  });

  it('keeps nobody where the rule says so, and others only where it names everybody', async () => {
    await calendar.request(kure, staff, { visits: 1 });
    expect((await herPart())?.gates).toBeUndefined();
    await work.trainings.setRule(staff, { version: 0, gating: ['B'], gatedVisits: 'EVERYBODY' });
    expect((await herPart())?.gates).toEqual([{ town: KURE, fromDay: null }]);
    await employed('2026-12-01');
    await work.trainings.setRule(staff, { version: 1, gating: ['A', 'B'], gatedVisits: 'NOBODY' });
    expect((await herPart())?.gates).toBeUndefined();
  });
});

describe('an appointment', () => {
  it('is the term in which somebody is sent; its agreement caps the days of a month', async () => {
    await work.trainings.setRule(staff, { version: 0, gating: [], gatedVisits: 'NOBODY' });
    const first = await employed('2026-12-14', '2026-12-18');
    await employed('2026-12-21', '2026-12-23');
    const request = await calendar.request(kure, staff, { visits: 2, minGapDays: 1 });
    const part = await herPart();
    expect(part).toMatchObject({ term: { firstDay: 7, lastDay: 16 }, monthlyCap: 1 });
    // Nobody employs her on the weekend between.
    expect(part?.blocked?.map(({ kind }) => kind)).toEqual(['OTHER', 'OTHER', 'OTHER', 'OTHER']);
    const run = await calendar.plan(staff);
    const [only, ...more] = await calendar.proposals(run);
    expect(more).toEqual([]);
    expect(localDateOf(only?.startsAt ?? new Date(0)) >= '2026-12-14').toBe(true);
    const why = await calendar.explanations.whyNot(staff, {
      runId: run.id,
      supportRequestId: request.id,
      specialistId: she.specialistId,
      date: '2026-12-08',
    });
    expect([why.sentence?.ja, why.sentence?.en]).toEqual([
      expect.stringContaining('委嘱期間'),
      expect.stringContaining('Outside the agreement'),
    ]);
    await work.employments.takeBack(staff, first.id, '誤り');
    expect((await herPart())?.term).toEqual({ firstDay: 14, lastDay: 16 });
  });
});

describe('an absence', () => {
  it('is not repaired with somebody who is placed then', async () => {
    await placed();
    const he = await expert(database.db, staff, { themes: [THEME] });
    const tuesday = { date: '2026-12-08', half: 'AM' as const };
    await calendar.request(kure, staff, { visits: 1, wished: [tuesday], onlyWished: true });
    const [visit] = await calendar.publish(staff);
    expect([visit?.specialistId, localDateOf(visit?.startsAt ?? new Date(0))]).toEqual([
      he.specialistId,
      tuesday.date,
    ]);
    const absence = { specialistId: he.specialistId, from: tuesday.date, to: tuesday.date };
    const hers = async () =>
      (await calendar.repairs.absenceOptions(staff, absence)).options
        .flatMap(({ changes }) => changes)
        .filter(({ after }) => after?.specialistId === she.specialistId).length;
    expect(await hers()).toBe(0);
    // Without the placement she is the one who steps in.
    await database.db.owner((tx) => tx.query('TRUNCATE placement CASCADE'));
    expect(await hers()).toBeGreaterThan(0);
  });
});

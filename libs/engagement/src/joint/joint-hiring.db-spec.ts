import { directoryEntities } from '@banso/directory';
import {
  addDays,
  DomainError,
  FixedClock,
  type HubStaff,
  type MunicipalityStaff,
  type SpecialistUser,
} from '@banso/kernel';
import { talentEntities } from '@banso/talent';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../../test/database.js';
import {
  days,
  givenAgreement,
  type GivenAgreement,
  JointWork,
  OFFICE_WEEK,
  personInput,
} from '../../../../test/joint-rows.js';
import { clerk, expert, hub, KURE, MIHARA } from '../../../../test/people.js';
import { engagementEntities } from '../engagement-entities.js';
import type { Placement } from '../placement.entity.js';
import { answersOf, getSurvey, sumDemand } from './demand.queries.js';
import { weekShareOf } from './placement-actions.js';
import { settleDuePlacement, sweepDuePlacements } from './placement-course.js';
import { getPlacement, listPlacements, placementHistoriesOf, placementsOf } from './placement.queries.js';
import { applicantsOf } from './recruitment.queries.js';
import { judgedMoves } from './rotation.queries.js';
import { getMeeting, missingAt, sharedLinesOf } from './sharing.queries.js';

const ETAJIMA = '342157';
/** The fifteen of 2025-08. */
const TOWNS = (
  '342025 342033 342041 342084 342106 342114 342131 342157 ' +
  '343021 343048 343072 343099 343684 343692 344311'
).split(' ');
const TERM = { startsOn: '2026-10-01', endsOn: '2028-09-30' };
/** Monday 12 October 2026, nine in the morning in Japan. */
const START = new Date('2026-10-12T00:00:00Z');

const clock = new FixedClock(START);
let database: FreshDatabase;
let work: JointWork;
let staff: HubStaff;
let ehime: HubStaff;
let mihara: MunicipalityStaff;
let kure: MunicipalityStaff;
let she: SpecialistUser;
let agreement: GivenAgreement;

beforeAll(async () => {
  database = await freshDatabase([...directoryEntities, ...talentEntities, ...engagementEntities]);
  const { db } = database;
  work = new JointWork(db, clock);
  staff = await hub(db);
  ehime = await hub(db, '38');
  mihara = await clerk(db, MIHARA);
  kure = await clerk(db, KURE);
  she = await expert(db, staff);
  agreement = await givenAgreement(db, '34', { towns: TOWNS, ...TERM });
}, 60_000);
beforeEach(async () => {
  clock.moveTo(START);
  await database.db.owner((tx) =>
    tx.query(
      'TRUNCATE placement, training_completion, training_rule, training_module, rotation, sharing_meeting, outbox CASCADE',
    ),
  );
});
afterAll(() => database.drop());

const place = (specialistId: string, municipalityId: string, wish: object = {}): Promise<Placement> =>
  work.placements.plan(staff, {
    specialistId,
    municipalityId,
    agreementId: agreement.id,
    post: 'CIO補佐官',
    weekly: days(...OFFICE_WEEK),
    ...TERM,
    ...wish,
  });

/** What came of several attempts at once or of one: `done`, or why not; in the order of the words. */
async function outcomes(...attempts: readonly Promise<unknown>[]): Promise<string[]> {
  const settled = await Promise.allSettled(attempts);
  return settled
    .map((one) => {
      if (one.status === 'fulfilled') return 'done';
      if (!(one.reason instanceof DomainError)) throw one.reason;
      return one.reason.details.faults?.[0]?.rule ?? one.reason.reason;
    })
    .sort();
}

/** More looks than any server needs to let so few statements arrive. */
const MOST_LOOKS = 5_000;

/**
 * What came of attempts that met at one row: it is held until each of them waits for it, so that they are at once
 * whatever the machine does. An attempt that goes past the row without waiting fails the test.
 */
async function atOnce(
  table: 'specialist' | 'rotation' | 'applicant' | 'demand_survey',
  id: string,
  attempts: readonly (() => Promise<unknown>)[],
): Promise<string[]> {
  const holder = database.dataSource.createQueryRunner();
  await holder.startTransaction();
  await holder.query(`SELECT 1 FROM ${table} WHERE id = $1 FOR NO KEY UPDATE`, [id]);
  const seen = { settled: 0 };
  const count = () => void seen.settled++;
  const started = attempts.map((attempt) => attempt());
  for (const one of started) void one.then(count, count);
  let waiting = 0;
  for (let look = 0; look < MOST_LOOKS && waiting < attempts.length && seen.settled === 0; look++) {
    const [row] = await database.dataSource.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    waiting = row?.n ?? 0;
  }
  await holder.commitTransaction();
  await holder.release();
  const came = await outcomes(...started);
  expect({ waiting, came }).toEqual({ waiting: attempts.length, came });
  return came;
}

const refusal = async (attempt: Promise<unknown>): Promise<DomainError> => {
  const error: unknown = await attempt.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof DomainError)) throw error ?? new Error('was not refused');
  return error;
};

const settle = (id: string) =>
  database.db.system('34', (tx, actor) => settleDuePlacement(tx, id, { actor, at: clock.now() }));
const now = (id: string) => database.db.read(staff, (tx) => getPlacement(tx, staff, id));
const reasonsOf = async (id: string) =>
  (await database.db.read(staff, (tx) => placementHistoriesOf(tx, [id]))).map(({ toStatus, reason }) => [
    toStatus,
    reason,
  ]);

describe('§6.7 the training gate', () => {
  it('refuses to start while A or B of the very town is missing, names what is missing, and starts after', async () => {
    const placement = await place(she.specialistId, MIHARA);
    const both = await refusal(work.placements.start(staff, placement.id));
    expect([both.reason, both.details['missing'], both.details['missingEn']]).toEqual([
      'placement.training-missing',
      ['A 行政の基礎知識', 'B 市町の取組状況（三原市）'],
      ['A Basics of administration', 'B The situation of the town (Mihara City)'],
    ]);
    await work.trained(staff, she.specialistId, [ETAJIMA]);
    const ofTown = await refusal(work.placements.start(staff, placement.id));
    expect(ofTown.details['missing']).toEqual(['B 市町の取組状況（三原市）']);
    await work.trained(staff, she.specialistId, [MIHARA], false);
    const start = () => work.placements.start(staff, placement.id);
    expect(await atOnce('specialist', she.specialistId, [start, start])).toEqual([
      'done',
      'placement.not-in-state',
    ]);
    expect((await now(placement.id)).status).toBe('ACTIVE');
  });

  it('is either open or shut when its training is taken back at the same moment', async () => {
    const placement = await place(she.specialistId, MIHARA);
    await work.trained(staff, she.specialistId, [MIHARA]);
    const [{ id }] = await database.dataSource.query(
      `SELECT id FROM training_completion WHERE module_code = 'B' AND removed_at IS NULL`,
    );
    const came = await atOnce('specialist', she.specialistId, [
      () => work.placements.start(staff, placement.id),
      () => work.trainings.takeBack(staff, id, '別人の記録'),
    ]);
    // Taken back after the start it changes nothing of it; taken back before, it keeps the gate shut.
    const isOpen = (await now(placement.id)).status === 'ACTIVE';
    expect(came).toEqual(['done', isOpen ? 'done' : 'placement.training-missing']);
  });

  it('opens by the date: the day starts what is ready, and says once why the rest waits', async () => {
    const placement = await place(she.specialistId, MIHARA, { startsOn: '2026-10-19' });
    expect((await refusal(work.placements.start(staff, placement.id))).reason).toBe('placement.not-yet');
    await settle(placement.id);
    clock.moveTo(new Date('2026-10-18T15:00:00Z'));
    await database.db.system(null, (tx) => sweepDuePlacements(tx, clock.now()));
    const asked = await database.dataSource.query(
      `SELECT payload->>'placementId' AS id FROM outbox WHERE job = 'engagement.settle-placement'`,
    );
    expect(asked).toEqual([{ id: placement.id }]);
    await settle(placement.id);
    await settle(placement.id);
    await work.trained(staff, she.specialistId, [MIHARA]);
    await Promise.all([settle(placement.id), settle(placement.id)]);
    expect(await reasonsOf(placement.id)).toEqual([
      ['PLANNED', null],
      ['PLANNED', 'placement.training-missing'],
      ['ACTIVE', 'placement.day-come'],
    ]);
    clock.moveTo(new Date('2028-09-30T15:00:00Z'));
    await settle(placement.id);
    expect((await now(placement.id)).status).toBe('ENDED');
  });

  it('is a rule of the prefecture: other modules, or none; taken back, it closes again', async () => {
    const rule = { gating: ['A', 'C'], gatedVisits: 'NOBODY' as const };
    const module = { code: 'C', scope: 'PERSON' as const, name: '情報セキュリティ', nameEn: 'Security' };
    expect(await outcomes(work.trainings.setRule(staff, { version: 0, ...rule }))).toEqual(['unknown']);
    expect(
      await outcomes(work.trainings.define(staff, module), work.trainings.define(staff, module)),
    ).toEqual(['done', 'done']);
    expect(await outcomes(work.trainings.define(staff, { ...module, scope: 'TOWN' }))).toEqual([
      'training.scope-stays',
    ]);
    const set = () => work.trainings.setRule(staff, { version: 0, ...rule });
    expect(await outcomes(set(), set())).toEqual(['done', 'training-rule.overtaken']);
    const placement = await place(she.specialistId, MIHARA);
    const done = { specialistId: she.specialistId, completedOn: '2026-10-01', evidence: '修了証' };
    const complete = () => work.trainings.complete(staff, { ...done, moduleCode: 'A' });
    expect(await outcomes(complete(), complete())).toEqual(['done', 'training.already-done']);
    const { id } = await work.trainings.complete(staff, { ...done, moduleCode: 'C' });
    const takeBack = () => work.trainings.takeBack(staff, id, '別人の記録');
    expect(await outcomes(takeBack(), takeBack())).toEqual(['done', 'training.removed']);
    expect((await refusal(work.placements.start(staff, placement.id))).details['missing']).toEqual([
      'C 情報セキュリティ',
    ]);
    await work.trainings.setRule(staff, { version: 1, gating: [], gatedVisits: 'NOBODY' });
    expect((await work.placements.start(staff, placement.id)).status).toBe('ACTIVE');
    expect(
      await outcomes(
        work.trainings.complete(staff, { ...done, moduleCode: 'B' }),
        work.trainings.complete(staff, { ...done, moduleCode: 'A', municipalityId: MIHARA }),
        work.trainings.complete(staff, { ...done, moduleCode: 'B', municipalityId: '382019' }),
        work.trainings.complete(staff, { ...done, moduleCode: 'X' }),
        work.trainings.complete(staff, { ...done, moduleCode: 'A', completedOn: '2026-10-13' }),
      ),
    ).toEqual(['no-town', 'not-future', 'required', 'unknown', 'unknown']);
  });
});

describe('§6.7 one person at several towns', () => {
  it('is in Mihara three days and in Etajima two: 60 and 40 percent, 100 together', async () => {
    await work.trained(staff, she.specialistId, [MIHARA, ETAJIMA]);
    const placed = [
      await place(she.specialistId, MIHARA, { weekly: days('MON', 'TUE', 'WED') }),
      await place(she.specialistId, ETAJIMA, { weekly: days('THU', 'FRI') }),
    ];
    for (const { id } of placed) await work.placements.start(staff, id);
    const all = await database.db.read(staff, (tx) => placementsOf(tx, staff, [she.specialistId]));
    expect(all.map((one) => [one.municipalityId, weekShareOf(staff, one, all, clock.today())])).toEqual(
      expect.arrayContaining([
        [MIHARA, 60],
        [ETAJIMA, 40],
      ]),
    );
    expect(all.map((one) => weekShareOf(mihara, one, all, clock.today()))).toEqual([null, null]);
  });

  it('never has one half-day twice, not even when two ask at once; what is not worked is not placed', async () => {
    const part = (town: string) => place(she.specialistId, town, { weekly: days('MON') });
    const towns = [MIHARA, ETAJIMA].map((town) => () => part(town));
    expect(await atOnce('specialist', she.specialistId, towns)).toEqual([
      'done',
      'placement.half-days-taken',
    ]);
    const [first] = await database.db.read(staff, (tx) => placementsOf(tx, staff, [she.specialistId]));
    expect(await outcomes(work.placements.cancel(staff, first?.id ?? '', '誤り'))).toEqual(['done']);
    const { details } = await refusal(place(she.specialistId, MIHARA, { weekly: ['SAT_AM', 'MON_AM'] }));
    expect(details['halves']).toEqual(['SAT_AM']);
    expect(
      await outcomes(
        place(she.specialistId, MIHARA, { endsOn: '2028-10-01' }),
        place(she.specialistId, '342157', {
          agreementId: (await givenAgreement(database.db, '34', { towns: [MIHARA], ...TERM })).id,
        }),
        place(she.specialistId, MIHARA, {
          agreementId: (
            await givenAgreement(database.db, '34', { towns: [MIHARA], status: 'DRAFT', ...TERM })
          ).id,
        }),
        place(she.specialistId, '382019'),
      ),
    ).toEqual([
      'municipality.not-found',
      'placement.agreement-not-in-force',
      'placement.outside-agreement',
      'placement.town-no-party',
    ]);
  });

  it('ends on a day of the term, and is called off only while it is planned', async () => {
    await work.trained(staff, she.specialistId, [MIHARA]);
    const { id } = await place(she.specialistId, MIHARA);
    const end = (on: string) => work.placements.end(staff, id, { on, reason: '異動' });
    expect(await outcomes(end('2026-12-31'))).toEqual(['placement.not-in-state']);
    await work.placements.start(staff, id);
    expect(await outcomes(end('2028-10-01'), work.placements.cancel(staff, id, 'x'))).toEqual([
      'outside-term',
      'placement.not-in-state',
    ]);
    expect(await end('2026-12-31')).toMatchObject({ status: 'ACTIVE', endsOn: '2026-12-31' });
    expect(await outcomes(end('2026-10-11'), end('2026-10-11'))).toEqual(['done', 'placement.not-in-state']);
  });
});

describe('who sees and does what', () => {
  it('the hub organises; a town and a person read their own; another prefecture knows nothing', async () => {
    const { id } = await place(she.specialistId, MIHARA);
    const seen = async (actor: HubStaff | MunicipalityStaff | SpecialistUser) =>
      (await database.db.read(actor, (tx) => listPlacements(tx, actor, {}, {}))).total;
    expect([await seen(staff), await seen(mihara), await seen(she)]).toEqual([1, 1, 1]);
    expect([await seen(ehime), await seen(kure)]).toEqual([0, 0]);
    for (const actor of [mihara, she] as const)
      expect((await refusal(work.placements.start(actor, id))).code).toBe('FORBIDDEN');
    for (const actor of [ehime, kure] as const)
      expect((await refusal(work.placements.start(actor, id))).reason).toBe('placement.not-found');
    expect(
      (
        await refusal(
          work.placements.plan(ehime, {
            ...TERM,
            specialistId: she.specialistId,
            municipalityId: MIHARA,
            agreementId: agreement.id,
            post: 'x',
            weekly: [],
          }),
        )
      ).reason,
    ).toBe('specialist.not-found');
  });

  it('appoints one way at a time, and keeps what was', async () => {
    const facts = {
      form: 'FIXED_TERM' as const,
      grade: '主任級',
      partyId: agreement.partyId,
      agreementId: agreement.id,
    };
    const record = (startsOn: string, endsOn: string | null) =>
      work.employments.record(staff, she.specialistId, { ...facts, startsOn, endsOn });
    expect(await outcomes(record('2026-04-01', '2027-03-31'), record('2027-03-31', null))).toEqual([
      'done',
      'employment.overlaps',
    ]);
    const [kept] = await database.dataSource.query('SELECT id, starts_on::text AS "from" FROM employment');
    const end = (on: string) => work.employments.end(staff, kept.id, { on, reason: '任期の変更' });
    expect(await outcomes(end(addDays(kept.from, -1)))).toEqual(['employment.not-then']);
    await end(addDays(kept.from, 30));
    await record(addDays(kept.from, 31), addDays(kept.from, 60));
    const takeBack = () => work.employments.takeBack(staff, kept.id, '誤り');
    expect(await outcomes(takeBack(), takeBack())).toEqual(['done', 'employment.removed']);
    expect(
      (await refusal(work.employments.record(mihara, she.specialistId, { ...facts, startsOn: '2030-01-01' })))
        .code,
    ).toBe('FORBIDDEN');
    expect((await refusal(work.employments.takeBack(ehime, kept.id, 'x'))).reason).toBe(
      'employment.not-found',
    );
  });
});

describe('§6.7 sixteen people in fifteen towns', () => {
  it('meet once a month with one issue and one borrowed idea each, and move on 1 April through the next gate', async () => {
    const people: string[] = [];
    for (let n = 0; n < 16; n++) people.push(await work.person(staff));
    const shared = people[15] ?? '';
    for (const [n, town] of TOWNS.entries()) {
      const person = people[n] ?? '';
      await work.trained(staff, person, [town]);
      await place(person, town);
    }
    await work.trained(staff, shared, [MIHARA, ETAJIMA]);
    await place(shared, MIHARA, { weekly: days('MON', 'TUE', 'WED') });
    await place(shared, ETAJIMA, { weekly: days('THU', 'FRI') });
    const { rows } = await database.db.read(staff, (tx) => listPlacements(tx, staff, {}, { first: 100 }));
    for (const { id } of rows) await work.placements.start(staff, id);
    expect([rows.length, new Set(rows.map((one) => one.specialistId)).size]).toEqual([17, 16]);
    expect(new Set(rows.map((one) => one.municipalityId)).size).toBe(15);

    // The meeting.
    const call = () => work.meetings.call(staff, { heldOn: '2026-10-30' });
    expect(await outcomes(call(), call())).toEqual(['done', 'sharing-meeting.same-day']);
    const [{ id: meetingId }] = await database.dataSource.query('SELECT id FROM sharing_meeting');
    const meeting = await database.db.read(staff, (tx) => getMeeting(tx, staff, meetingId));
    const missing = async (actor: HubStaff | MunicipalityStaff) =>
      (await database.db.read(actor, (tx) => missingAt(tx, actor, [meeting]))).length;
    expect([await missing(staff), await missing(mihara), await missing(ehime)]).toEqual([17, 0, 0]);
    const bring = (placementId: string, words = '', seen: string | null = null) =>
      work.meetings.bring(staff, {
        meetingId,
        placementId,
        seen,
        issue: `課題${words}`,
        idea: `工夫${words}`,
      });
    for (const { id } of rows.slice(1)) await bring(id);
    expect(await missing(staff)).toBe(1);
    const last = rows[0]?.id ?? '';
    expect(await outcomes(bring(last, '1', '0'), bring(last, '2', '0'))).toEqual([
      'done',
      'record.changed-meanwhile',
    ]);
    expect(await missing(staff)).toBe(0);
    const read = (actor: HubStaff | MunicipalityStaff | SpecialistUser) =>
      database.db.read(actor, (tx) => sharedLinesOf(tx, actor, [meetingId]));
    expect((await read(staff)).filter(({ issue, idea }) => issue && idea)).toHaveLength(17);
    expect((await read(she)).filter(({ issue, idea }) => issue && idea)).toHaveLength(17);
    const ofMihara = await read(mihara);
    expect(ofMihara.filter(({ idea }) => idea)).toHaveLength(17);
    expect(ofMihara.filter(({ issue }) => issue).map((one) => one.municipalityId)).toEqual([MIHARA, MIHARA]);
    expect(await read(ehime)).toEqual([]);
    expect(
      (await refusal(work.meetings.bring(she, { meetingId, placementId: last, issue: 'x', idea: 'x' })))
        .reason,
    ).toBe('placement.not-found');

    // The rotation.
    const [first, second] = [
      rows.find((one) => one.specialistId === people[0]),
      rows.find((one) => one.specialistId === people[1]),
    ];
    if (!first || !second) throw new Error('two are placed');
    const target = {
      agreementId: agreement.id,
      post: 'CIO補佐官',
      weekly: days(...OFFICE_WEEK),
      endsOn: TERM.endsOn,
    };
    const swap = (endsOn = TERM.endsOn) => ({
      title: '令和9年4月のローテーション',
      on: '2027-04-01',
      moves: [
        {
          specialistId: first.specialistId,
          leavesId: first.id,
          goesTo: { ...target, municipalityId: second.municipalityId },
        },
        {
          specialistId: second.specialistId,
          leavesId: second.id,
          goesTo: { ...target, municipalityId: first.municipalityId, endsOn },
        },
      ],
    });
    const { id } = await work.rotations.draft(staff, swap('2028-10-01'));
    const before = await database.dataSource.query('SELECT * FROM placement ORDER BY id');
    const whole = await refusal(work.rotations.apply(staff, id));
    expect([whole.reason, whole.details['moves']]).toEqual(['rotation.not-possible', 1]);
    expect(await database.dataSource.query('SELECT * FROM placement ORDER BY id')).toEqual(before);
    const draft = await work.rotations.draft(staff, { id, ...swap() });
    const judged = await database.db.read(staff, (tx) => judgedMoves(tx, staff, draft));
    expect(judged.map(({ obstacles, gate }) => [obstacles, gate?.facts['missing']])).toEqual([
      [[], ['B 市町の取組状況（竹原市）']],
      [[], ['B 市町の取組状況（呉市）']],
    ]);
    expect(
      await atOnce('rotation', id, [
        () => work.rotations.apply(staff, id),
        () => work.rotations.apply(staff, id),
      ]),
    ).toEqual(['done', 'rotation.not-in-state']);
    expect(await outcomes(work.rotations.apply(ehime, id))).toEqual(['rotation.not-found']);
    expect((await now(first.id)).endsOn).toBe('2027-03-31');
    const [, next] = await database.db.read(staff, (tx) => placementsOf(tx, staff, [first.specialistId]));
    expect(next).toMatchObject({
      municipalityId: second.municipalityId,
      status: 'PLANNED',
      startsOn: '2027-04-01',
    });
    clock.moveTo(new Date('2027-03-31T15:00:00Z'));
    await settle(first.id);
    await settle(next?.id ?? '');
    expect([(await now(first.id)).status, (await now(next?.id ?? '')).status]).toEqual(['ENDED', 'PLANNED']);
    await work.trained(staff, first.specialistId, [second.municipalityId], false);
    await settle(next?.id ?? '');
    expect((await now(next?.id ?? '')).status).toBe('ACTIVE');
    const another = await work.rotations.draft(staff, { ...swap(), on: '2028-04-01' });
    expect((await refusal(work.rotations.apply(mihara, another.id))).reason).toBe('rotation.not-found');
    expect(
      await outcomes(work.rotations.withdraw(staff, another.id), work.rotations.withdraw(staff, another.id)),
    ).toEqual(['done', 'rotation.not-in-state']);
  }, 30_000);
});

describe('§6.7 looking for people together', () => {
  it('asks the towns, sums what they want, and closes', async () => {
    const { id: surveyId } = await work.surveys.open(staff, {
      title: '令和9年度 需要調査',
      fiscalYear: 2027,
      profiles: ['ENGINEER', 'SERVICE_DESIGNER'],
      deadlineOn: '2026-10-31',
    });
    const line = (profileId: string, people: number, sharePercent: number) => ({
      profileId,
      people,
      sharePercent,
    });
    const answer = (actor: MunicipalityStaff, lines: readonly ReturnType<typeof line>[], seen = '0') =>
      work.surveys.answer(actor, { surveyId, seen, lines: [...lines], note: null });
    await answer(kure, [line('ENGINEER', 1, 100)]);
    const two = () => answer(mihara, [line('ENGINEER', 2, 60), line('SERVICE_DESIGNER', 1, 40)]);
    const other = () => answer(mihara, [line('ENGINEER', 1, 20)]);
    expect(await atOnce('demand_survey', surveyId, [two, other])).toEqual([
      'done',
      'record.changed-meanwhile',
    ]);
    const [{ version }] = await database.dataSource.query(
      `SELECT max(id) AS version FROM audit_entry WHERE record_type = 'demand_answer' AND record_id = $1`,
      [`${surveyId}/${MIHARA}`],
    );
    await answer(mihara, [line('ENGINEER', 2, 60), line('SERVICE_DESIGNER', 1, 40)], version);
    expect(
      await outcomes(answer(mihara, [line('ENGINEER', 1, 60)], '0'), answer(kure, [line('MANAGER', 1, 1)])),
    ).toEqual(['record.changed-meanwhile', 'unknown']);
    const read = (actor: HubStaff | MunicipalityStaff | SpecialistUser) =>
      database.db.read(actor, (tx) => answersOf(tx, actor, [surveyId]));
    const survey = await database.db.read(staff, (tx) => getSurvey(tx, staff, surveyId));
    expect(sumDemand(survey, await read(staff))).toEqual([
      { profileId: 'ENGINEER', towns: 2, people: 3, percent: 220 },
      { profileId: 'SERVICE_DESIGNER', towns: 1, people: 1, percent: 40 },
    ]);
    expect((await read(kure)).map((one) => one.municipalityId)).toEqual([KURE]);
    expect([await read(she), await read(ehime)]).toEqual([[], []]);
    const reader: MunicipalityStaff = { ...kure, duties: ['MANAGER'] };
    expect((await refusal(answer(reader, []))).code).toBe('FORBIDDEN');
    clock.moveTo(new Date('2026-10-31T15:00:00Z'));
    expect(await outcomes(answer(kure, []))).toEqual(['survey.over']);
    expect(await outcomes(work.surveys.close(staff, surveyId), work.surveys.close(staff, surveyId))).toEqual([
      'done',
      'survey.closed',
    ]);
    expect((await refusal(work.surveys.close(ehime, surveyId))).reason).toBe('survey.not-found');
  });

  it('takes an applicant from the first word to the pool, appointed in the same step', async () => {
    const { id: recruitmentId } = await work.recruitments.open(staff, {
      title: '共同採用 第1回',
      profileId: 'ENGINEER',
      people: 1,
      closesOn: '2026-12-25',
      retentionNote: '選考の終わりから1年（架空）',
    });
    const receive = () =>
      work.recruitments.receive(staff, recruitmentId, {
        name: '応募 花子',
        kana: 'オウボ ハナコ',
        nameEn: 'Hanako Obo',
        contact: 'hanako@example.jp',
        appliedOn: '2026-10-10',
      });
    const [{ id }, other] = [await receive(), await receive()];
    const hire = (actor: HubStaff = staff) =>
      work.recruitments.hire(actor, id, {
        specialist: personInput(staff, '応募 花子'),
        employment: {
          form: 'FIXED_TERM',
          partyId: agreement.partyId,
          agreementId: agreement.id,
          startsOn: '2027-04-01',
        },
      });
    const people = async () =>
      (await database.dataSource.query('SELECT count(*)::int AS n FROM specialist'))[0].n;
    const before = await people();
    expect(await outcomes(hire())).toEqual(['applicant.not-in-state']);
    expect(await people()).toBe(before);
    for (const step of ['SCREENING', 'OFFERED'] as const) await work.recruitments.move(staff, id, { step });
    expect(await outcomes(hire(ehime))).toEqual(['applicant.not-found']);
    expect(await atOnce('applicant', id, [() => hire(), () => hire()])).toEqual([
      'applicant.not-in-state',
      'done',
    ]);
    expect(await people()).toBe(before + 1);
    expect(await outcomes(work.recruitments.move(staff, other.id, { step: 'REJECTED' }))).toEqual([
      'required',
    ]);
    const decline = () =>
      work.recruitments.move(staff, other.id, { step: 'DECLINED', reason: '他に決まった' });
    expect(await outcomes(decline(), decline())).toEqual(['applicant.not-in-state', 'done']);
    await work.recruitments.close(staff, recruitmentId);
    expect(await outcomes(receive(), work.recruitments.close(staff, recruitmentId))).toEqual([
      'recruitment.closed',
      'recruitment.closed',
    ]);
    const known = async (actor: HubStaff | MunicipalityStaff | SpecialistUser) =>
      (await database.db.read(actor, (tx) => applicantsOf(tx, actor, [recruitmentId]))).length;
    expect([await known(staff), await known(mihara), await known(she), await known(ehime)]).toEqual([
      2, 0, 0, 0,
    ]);
  });
});

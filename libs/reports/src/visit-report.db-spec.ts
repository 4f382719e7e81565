import {
  addDays,
  FixedClock,
  type HubStaff,
  localDateOf,
  type MunicipalityStaff,
  type SpecialistUser,
  systemActor,
} from '@banso/kernel';
import { getVisit, type Visit, visitHistoriesOf } from '@banso/dispatch';
import { versionsOf } from '@banso/platform';
import { getSupportRequest } from '@banso/support';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { clerk, expert, hub, MIHARA } from '../../../test/people.js';
import { Calendar, ENTITIES, START, THEME } from '../../dispatch/test/given-calendar.js';
import { reportInput } from '../test/report-input.js';
import { remind } from './due/reminding.js';
import { DEFAULT_DAYS } from './due/report-policy.entity.js';
import { ReportPolicyService } from './due/report-policy.service.js';
import { reportTasks } from './due/report-tasks.js';
import { reportsEntities } from './reports-entities.js';
import { EvaluationService } from './visit/evaluation.service.js';
import { listSteps, reportOfVisit, stepFigures } from './visit/visit-report.queries.js';
import { VisitReportService } from './visit/visit-report.service.js';

const clock = new FixedClock(new Date(START));
const RATINGS = { usefulness: 5, clarity: 4, progress: 5, again: 5, words: '助かりました' };
let database: FreshDatabase;
let calendar: Calendar;
let reports: VisitReportService;
let evaluations: EvaluationService;
let staff: HubStaff;
let ehime: HubStaff;
let town: MunicipalityStaff;
let otherTown: MunicipalityStaff;
let specialist: SpecialistUser;
let colleague: SpecialistUser;
let first: Visit;
let second: Visit;

beforeAll(async () => {
  database = await freshDatabase([...ENTITIES, ...reportsEntities]);
  const { db } = database;
  calendar = new Calendar(db, clock);
  reports = new VisitReportService(db, clock);
  evaluations = new EvaluationService(db, clock);
  staff = await hub(db);
  ehime = await hub(db, '38');
  town = await clerk(db);
  otherTown = await clerk(db, MIHARA);
  specialist = await expert(db, staff, { themes: [THEME] });
  colleague = await expert(db, staff);
});
beforeEach(async () => {
  clock.moveTo(new Date(START));
  await calendar.clear();
  await database.db.owner((tx) => tx.query('TRUNCATE notice, report_policy CASCADE'));
  await calendar.request(town, staff);
  const [one, two] = await calendar.publish(staff);
  if (!one || !two) throw new Error('two visits are published');
  [first, second] = [one, two];
  clock.moveTo(first.endsAt);
});
afterAll(() => database.drop());

const written = (visit: Visit, more: object = {}) => reportInput(visit, more);
const versionOf = async (id: string) =>
  (await database.db.read(staff, (tx) => versionsOf(tx, staff, 'visit_report', [id]))).get(id);
const requestStatus = async () =>
  (await database.db.read(staff, (tx) => getSupportRequest(tx, staff, first.supportRequestId))).status;
const visitStatus = async (visit: Visit) =>
  (await database.db.read(staff, (tx) => getVisit(tx, staff, visit.id))).status;
const told = async (): Promise<string[]> => {
  const rows: { kind: string }[] = await database.db.owner((tx) =>
    tx.query(`SELECT kind FROM notice WHERE kind LIKE '%REPORT%' AND about_id::text = $1 ORDER BY at, kind`, [
      first.id,
    ]),
  );
  return rows.map(({ kind }) => kind);
};

describe('a draft', () => {
  it('is kept from the end of the visit on, by whoever came or the hub, and read by no town', async () => {
    clock.moveTo(new Date(first.endsAt.getTime() - 1));
    await expect(reports.save(specialist, first.id, written(first))).rejects.toMatchObject({
      reason: 'visit-report.too-early',
    });
    clock.moveTo(first.endsAt);
    const draft = await reports.save(specialist, first.id, {
      ...written(first),
      result: null,
      done: '',
      topics: [],
      steps: [{ what: '', owner: 'TOWN' }],
    });
    expect(draft).toMatchObject({ status: 'DRAFT', result: null });
    expect(await visitStatus(first)).toBe('PUBLISHED');
    for (const [actor, code] of [
      [town, 'FORBIDDEN'],
      [{ ...staff, duties: ['AUDITOR' as const] }, 'FORBIDDEN'],
      [otherTown, 'NOT_FOUND'],
      [colleague, 'NOT_FOUND'],
      [ehime, 'NOT_FOUND'],
    ] as const)
      await expect(reports.save(actor, first.id, written(first))).rejects.toMatchObject({ code });
    const read = (actor: typeof town | typeof staff | SpecialistUser) =>
      database.db.read(actor, (tx) => reportOfVisit(tx, actor, first.id));
    expect(await read(town)).toBeNull();
    expect(await read(colleague)).toBeNull();
    expect(await read(staff)).toMatchObject({ id: draft.id });
  });

  it('is not written over unseen: of two drafts the second is told', async () => {
    const draft = await reports.save(specialist, first.id, written(first));
    const seen = await versionOf(draft.id);
    await reports.save(specialist, first.id, written(first, { seen, done: '電話から' }));
    await expect(
      reports.save(staff, first.id, written(first, { seen, done: '県から' })),
    ).rejects.toMatchObject({
      reason: 'record.changed-meanwhile',
    });
    const both = await Promise.allSettled(
      ['一', '二'].map((done) => reports.save(specialist, second.id, written(second, { done }))),
    );
    // The second visit is not over yet.
    expect(both.every(({ status }) => status === 'rejected')).toBe(true);
    clock.moveTo(second.endsAt);
    const raced = await Promise.allSettled(
      ['一', '二'].map((done) => reports.save(specialist, second.id, written(second, { done }))),
    );
    expect(raced.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it.each([
    ['endedAt', { endedAt: new Date('2020-01-01T00:00:00Z') }],
    ['startedAt', { startedAt: new Date('2020-01-01T00:00:00Z') }],
    ['done', { done: 'x'.repeat(4_001) }],
    ['steps', { steps: Array.from({ length: 11 }, () => ({ what: 'x', owner: 'TOWN' })) }],
    ['attendance.0.people', { attendance: [{ section: 'x', people: 0 }] }],
    ['steps.0.owner', { steps: [{ what: 'x', owner: 'NOBODY' }] }],
  ])('says what is wrong with %s', async (path, more) => {
    await expect(reports.save(specialist, first.id, written(first, more))).rejects.toMatchObject({
      code: 'BAD_INPUT',
      details: { faults: [expect.objectContaining({ path })] },
    });
  });
});

describe('handing in', () => {
  it('makes the visit done and reported, and begins the next steps', async () => {
    await expect(
      reports.submit(
        specialist,
        first.id,
        written(first, {
          result: null,
          done: '',
          topics: [],
          steps: [{ what: '', owner: 'HUB', dueOn: '2020-01-01' }],
        }),
      ),
    ).rejects.toMatchObject({
      details: {
        faults: [
          { path: 'result', rule: 'required' },
          { path: 'done', rule: 'required' },
          { path: 'steps.0.what', rule: 'required' },
          expect.objectContaining({ path: 'steps.0.dueOn', rule: 'too-early' }),
        ],
      },
    });
    expect(await visitStatus(first)).toBe('PUBLISHED');
    await reports.submit(specialist, first.id, written(first));
    expect(await visitStatus(first)).toBe('REPORTED');
    expect(await requestStatus()).toBe('IN_SUPPORT');
    await expect(reports.submit(specialist, first.id, written(first))).rejects.toMatchObject({
      reason: 'visit-report.not-in-state',
    });
    const open = await database.db.read(town, (tx) => listSteps(tx, town, { statuses: ['OPEN'] }, {}));
    expect(open.rows.map(({ what, owner }) => [what, owner])).toEqual([
      ['配信の曜日を決める', 'TOWN'],
      ['配信の手順書を送る', 'SPECIALIST'],
    ]);
    for (const actor of [otherTown, ehime, colleague])
      expect((await database.db.read(actor, (tx) => listSteps(tx, actor, {}, {}))).total).toBe(0);
    expect(await told()).toEqual(['VISIT_REPORTED']);
  });

  it('by the hub says so in the history; at once it happens once', async () => {
    const raced = await Promise.allSettled([
      reports.submit(staff, first.id, written(first)),
      reports.submit(staff, first.id, written(first)),
      calendar.visits.complete(specialist, first.id),
    ]);
    expect(raced.slice(0, 2).filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const history = await database.db.read(staff, (tx) => visitHistoriesOf(tx, [first.id]));
    expect(history.map(({ toStatus }) => toStatus)).toEqual(['PUBLISHED', 'DONE', 'REPORTED']);
    expect(history.at(-1)).toMatchObject({ actorRole: 'HUB_STAFF', actorName: staff.name });
  });
});

describe('the town', () => {
  beforeEach(() => reports.submit(specialist, first.id, written(first)));

  it('sends it back with a reason, and it is written again; steps that are gone are dropped', async () => {
    await expect(reports.return(town, first.id, { reason: ' ' })).rejects.toMatchObject({
      code: 'BAD_INPUT',
    });
    await expect(reports.return(staff, first.id, { reason: 'x' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    const back = await reports.return(town, first.id, { reason: '出席が違います' });
    expect(back).toMatchObject({ status: 'RETURNED', returnReason: '出席が違います' });
    expect(await visitStatus(first)).toBe('DONE');
    expect(await database.db.read(town, (tx) => reportOfVisit(tx, town, first.id))).toBeNull();
    const [keep] = back.steps;
    await reports.submit(
      specialist,
      first.id,
      written(first, { seen: await versionOf(back.id), steps: [{ ...keep, what: '曜日を変える' }] }),
    );
    const steps = await database.db.read(town, (tx) => listSteps(tx, town, {}, {}));
    expect(steps.rows.map(({ id, what }) => [id, what])).toEqual([[keep?.id, '曜日を変える']]);
    expect(await told()).toEqual(['VISIT_REPORTED', 'VISIT_REPORT_RETURNED']);
  });

  it('confirms with a word of thanks; against a return only one counts', async () => {
    for (const [actor, code] of [
      [specialist, 'FORBIDDEN'],
      [{ ...town, duties: ['MANAGER' as const] }, 'FORBIDDEN'],
      [otherTown, 'NOT_FOUND'],
      [ehime, 'NOT_FOUND'],
    ] as const)
      await expect(reports.confirm(actor, first.id, {})).rejects.toMatchObject({ code });
    await expect(reports.confirm(staff, first.id, {})).rejects.toMatchObject({
      details: { faults: [{ path: 'reason', rule: 'required' }] },
    });
    const raced = await Promise.allSettled([
      reports.confirm(town, first.id, { thanks: 'ありがとうございました' }),
      reports.return(town, first.id, { reason: '違います' }),
      reports.confirm(staff, first.id, { reason: '町に連絡がつかない' }),
    ]);
    expect(raced.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(['RECEIVED', 'DONE']).toContain(await visitStatus(first));
  });

  it('evaluates a visit once it is confirmed, one time', async () => {
    await expect(evaluations.ofVisit(town, first.id, RATINGS)).rejects.toMatchObject({
      reason: 'evaluation.confirm-first',
    });
    await reports.confirm(staff, first.id, { reason: '町に連絡がつかない', thanks: 'x' });
    expect(await database.db.read(town, (tx) => reportOfVisit(tx, town, first.id))).toMatchObject({
      standInReason: '町に連絡がつかない',
      thanks: null,
      confirmedByRole: 'HUB_STAFF',
    });
    await expect(evaluations.ofVisit(town, first.id, { ...RATINGS, clarity: 6 })).rejects.toMatchObject({
      code: 'BAD_INPUT',
    });
    const raced = await Promise.allSettled([1, 2].map(() => evaluations.ofVisit(town, first.id, RATINGS)));
    expect(raced.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('closes its own steps, others theirs; the hub says how it knows', async () => {
    const { rows } = await database.db.read(town, (tx) => listSteps(tx, town, {}, {}));
    const [ofTown, ofSpecialist] = rows.map(({ id }) => id);
    await expect(reports.closeStep(town, ofSpecialist ?? '', {})).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(reports.closeStep(specialist, ofTown ?? '', {})).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(reports.closeStep(otherTown, ofTown ?? '', {})).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(reports.closeStep(staff, ofTown ?? '', {})).rejects.toMatchObject({ code: 'BAD_INPUT' });
    expect(await reports.closeStep(town, ofTown ?? '', {})).toMatchObject({ status: 'CLOSED' });
    await expect(reports.closeStep(town, ofTown ?? '', {})).rejects.toMatchObject({
      reason: 'report-step.not-open',
    });
    clock.moveTo(new Date(first.endsAt.getTime() + 91 * 86_400_000));
    await reports.closeStep(specialist, ofSpecialist ?? '', {});
    const on = localDateOf(first.endsAt);
    expect(
      await database.db.read(staff, (tx) => stepFigures(tx, staff, { from: on, to: on }, clock.now())),
    ).toEqual({ agreed: 2, inTime: 1, late: 1, running: 0 });
    expect(
      await database.db.read(ehime, (tx) => stepFigures(tx, ehime, { from: on, to: on }, clock.now())),
    ).toEqual({ agreed: 0, inTime: 0, late: 0, running: 0 });
  });
});

describe('a case', () => {
  it('waits for reports, then for the town, then for its evaluation, and is completed', async () => {
    await reports.submit(specialist, first.id, written(first));
    await reports.confirm(town, first.id, {});
    expect(await requestStatus()).toBe('IN_SUPPORT');
    clock.moveTo(second.endsAt);
    await calendar.visits.complete(specialist, second.id);
    expect(await requestStatus()).toBe('AWAITING_REPORT');
    await reports.submit(specialist, second.id, written(second));
    expect(await requestStatus()).toBe('AWAITING_CONFIRMATION');
    await expect(evaluations.ofCase(town, first.supportRequestId, RATINGS)).rejects.toMatchObject({
      reason: 'request.not-in-state',
    });
    const back = await reports.return(town, second.id, { reason: '直してください' });
    expect(await requestStatus()).toBe('AWAITING_REPORT');
    await reports.submit(specialist, second.id, written(second, { seen: await versionOf(back.id) }));
    await reports.confirm(town, second.id, {});
    expect(await requestStatus()).toBe('AWAITING_EVALUATION');
    for (const [actor, code] of [
      [specialist, 'FORBIDDEN'],
      [staff, 'FORBIDDEN'],
      [otherTown, 'NOT_FOUND'],
      [ehime, 'NOT_FOUND'],
    ] as const)
      await expect(evaluations.ofCase(actor, first.supportRequestId, RATINGS)).rejects.toMatchObject({
        code,
      });
    const raced = await Promise.allSettled([
      evaluations.ofCase(town, first.supportRequestId, RATINGS),
      evaluations.ofCase(town, first.supportRequestId, RATINGS),
      evaluations.waive(staff, first.supportRequestId, { reason: '町に連絡がつかない' }),
    ]);
    expect(raced.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await requestStatus()).toBe('COMPLETED');
  });

  it('goes on once when two of its reports are confirmed at the same moment', async () => {
    clock.moveTo(second.endsAt);
    await Promise.all([first, second].map((visit) => reports.submit(specialist, visit.id, written(visit))));
    expect(await requestStatus()).toBe('AWAITING_CONFIRMATION');
    await Promise.all([first, second].map((visit) => reports.confirm(town, visit.id, {})));
    expect(await requestStatus()).toBe('AWAITING_EVALUATION');
  });
});

describe('what is owed', () => {
  const tasks = (actor: typeof staff | typeof town | SpecialistUser) =>
    database.db.read(actor, (tx) => reportTasks(tx, actor, { now: clock.now() }));
  const sweep = () =>
    database.db.system('34', (tx) => remind(tx, { actor: systemActor('34'), at: clock.now() }));
  const inDays = (days: number) => clock.moveTo(new Date(first.endsAt.getTime() + days * 86_400_000));

  it('is told to whom it concerns, each reminder once, however often and by how many it is swept', async () => {
    const since = localDateOf(first.endsAt);
    expect(await tasks(specialist)).toMatchObject([
      { kind: 'REPORT', visitId: first.id, since, dueOn: addDays(since, 7), overdue: false },
    ]);
    expect(await tasks(staff)).toHaveLength(1);
    for (const actor of [town, otherTown, colleague, ehime]) expect(await tasks(actor)).toEqual([]);
    await sweep();
    expect(await told()).toEqual([]);
    for (const days of [1, 3, 8]) {
      inDays(days);
      await Promise.all([sweep(), sweep()]);
      await sweep();
    }
    expect(await told()).toEqual([
      'VISIT_REPORT_DUE',
      'VISIT_REPORT_DUE',
      'VISIT_REPORT_LATE',
      'VISIT_REPORT_OVERDUE',
    ]);
    await reports.submit(specialist, first.id, written(first));
    // The other visit may be over by now.
    expect((await tasks(specialist)).filter(({ visitId }) => visitId === first.id)).toEqual([]);
    expect(await tasks(town)).toMatchObject([{ kind: 'CONFIRMATION', visitId: first.id, overdue: false }]);
  });

  it('is due in as many days as the prefecture says', async () => {
    const policy = new ReportPolicyService(database.db, clock);
    const days = { ...DEFAULT_DAYS, reportDays: 3, secondNudgeDays: 2 };
    await expect(policy.set(town, days)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(policy.set(staff, { ...days, reportDays: 0 })).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(policy.set(staff, { ...days, secondNudgeDays: 4 })).rejects.toMatchObject({
      details: { faults: [expect.objectContaining({ rule: 'nudge-after-due' })] },
    });
    await policy.set(staff, { ...days, seen: '0' });
    await expect(policy.set(staff, { ...DEFAULT_DAYS, seen: '0' })).rejects.toMatchObject({
      reason: 'record.changed-meanwhile',
    });
    expect(await tasks(specialist)).toMatchObject([{ dueOn: addDays(localDateOf(first.endsAt), 3) }]);
  });
});

import { randomUUID } from 'node:crypto';
import { directoryEntities } from '@banso/directory';
import { dispatchEntities } from '@banso/dispatch';
import { engagementEntities } from '@banso/engagement';
import {
  type Actor,
  FixedClock,
  type HubStaff,
  instantAt,
  type LocalDate,
  type SpecialistUser,
} from '@banso/kernel';
import { reportsEntities } from '@banso/reports';
import { AllocationTaxService, settlementEntities } from '@banso/settlement';
import { supportEntities } from '@banso/support';
import { talentEntities } from '@banso/talent';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { clerk, expert, hub as hubOf, KURE, MATSUYAMA, MIHARA, OSAKIKAMIJIMA } from '../../../test/people.js';
import { countingStatements } from '../../../test/statements.js';
import { givenAgreement, givenPlacement } from '../../settlement/test/given-agreement.js';
import { givenVisit, type VisitWish } from '../../settlement/test/given-visit.js';
import { coverage, type TownCoverage } from './coverage.js';
import { daysUsed } from './days.js';
import { effects, listRepeats, listStepEnds } from './effects.js';
import { overviewEntities } from './overview-entities.js';
import { townStanding } from './standing.js';
import { targetsOf } from './targets/target.queries.js';
import { TargetService } from './targets/target.service.js';
import { taxReadiness } from './tax-readiness.js';
import { listWaits, type Wait, waits } from './waits.js';
import { yearBefore, yearOf } from './year.js';

const TODAY = '2026-11-22';
const clock = new FixedClock(instantAt(TODAY, 600));
const THIS = yearOf(2026, TODAY);
let database: FreshDatabase;
let hiroshima: HubStaff;
let ehime: HubStaff;
let she: SpecialistUser;
let he: SpecialistUser;

beforeAll(async () => {
  database = await freshDatabase([
    ...directoryEntities,
    ...talentEntities,
    ...engagementEntities,
    ...supportEntities,
    ...dispatchEntities,
    ...reportsEntities,
    ...settlementEntities,
    ...overviewEntities,
  ]);
  hiroshima = await hubOf(database.db);
  ehime = await hubOf(database.db, '38');
  she = await expert(database.db, hiroshima, {});
  he = await expert(database.db, ehime, {});
});
afterAll(() => database.drop());
beforeEach(() =>
  database.db.owner((tx) => tx.query('TRUNCATE support_request, planning_run, placement, agreement CASCADE')),
);

const read = <T>(actor: Actor, work: Parameters<typeof database.db.read<T>>[1]): Promise<T> =>
  database.db.read(actor, work);
const visit = (date: LocalDate, wish: Partial<VisitWish> = {}): Promise<string> =>
  givenVisit(database.db, {
    prefectureId: '34',
    specialistId: she.specialistId,
    municipalityId: KURE,
    date,
    ...wish,
  });
const townOf = async (id: string, year = THIS): Promise<TownCoverage | undefined> => {
  const { rows } = await read(hiroshima, (tx) => coverage(tx, hiroshima, year));
  return rows.find(({ municipalityId }) => municipalityId === id);
};
const reasonOf = (work: () => Promise<unknown>) =>
  Promise.resolve()
    .then(work)
    .then(
      () => 'done',
      (error: { reason?: string }) => error.reason ?? 'bug',
    );

describe('全市町村訪問', () => {
  it('counts a town once that had a visit on site made in the year, whatever has been written since', async () => {
    for (const status of ['DONE', 'REPORTED', 'RECEIVED', 'SETTLED'] as const)
      await visit(`2026-0${5 + ['DONE', 'REPORTED', 'RECEIVED', 'SETTLED'].indexOf(status)}-11`, { status });
    const found = await read(hiroshima, (tx) => coverage(tx, hiroshima, THIS));
    expect(found).toMatchObject({
      towns: 23,
      visited: 1,
      onlineOnly: 0,
      notVisited: 22,
      onSite: 4,
      online: 0,
    });
    expect(await townOf(KURE)).toMatchObject({
      reach: 'VISITED',
      onSite: 4,
      lastOn: '2026-08-11',
      daysSince: 103,
    });
    // Those that nobody has visited stand first.
    expect(found.rows.at(-1)?.municipalityId).toBe(KURE);
  });

  it.each([
    ['a cancelled visit', '2026-06-01', { status: 'CANCELLED' }, 'NOT_VISITED'],
    ['a visit to come', '2026-12-01', { status: 'CONFIRMED' }, 'NOT_VISITED'],
    ['a slot that is held', '2026-12-01', { status: 'HELD' }, 'NOT_VISITED'],
    ['a visit online', '2026-06-01', { mode: 'ONLINE' }, 'ONLINE_ONLY'],
    ['the last day of the year before', '2026-03-31', {}, 'NOT_VISITED'],
    ['the first day of the year', '2026-04-01', {}, 'VISITED'],
    ['the first day of the next year', '2027-04-01', {}, 'NOT_VISITED'],
    ['another town', '2026-06-01', { municipalityId: MIHARA }, 'NOT_VISITED'],
  ] as const)('judges %s', async (_, date, wish, reach) => {
    await visit(date, wish);
    expect((await townOf(KURE))?.reach).toBe(reach);
  });

  it('shows the year before beside it, and when a town was last visited at all', async () => {
    await visit('2026-03-31');
    expect(await townOf(KURE)).toMatchObject({ onSite: 0, onSiteBefore: 1, lastOn: '2026-03-31' });
    const { before } = await read(hiroshima, (tx) => coverage(tx, hiroshima, THIS));
    expect(before).toMatchObject({ towns: 23, visited: 1 });
    // A visit online is no visit on site, and a later one is not known in a year that is over.
    await visit('2026-05-01', { mode: 'ONLINE' });
    await visit('2026-06-01');
    expect(await townOf(KURE, yearBefore(THIS))).toMatchObject({ lastOn: '2026-03-31', daysSince: 0 });
  });

  it('knows no visit and no town of another prefecture, in one statement', async () => {
    await visit('2026-06-01', {
      prefectureId: '38',
      municipalityId: MATSUYAMA,
      specialistId: he.specialistId,
    });
    const { answer, count } = await countingStatements(() =>
      read(hiroshima, (tx) => coverage(tx, hiroshima, THIS)),
    );
    expect(answer).toMatchObject({ towns: 23, visited: 0, onSite: 0 });
    expect(count).toBeLessThan(8);
    expect(await read(ehime, (tx) => coverage(tx, ehime, THIS))).toMatchObject({ towns: 20, visited: 1 });
  });
});

/** A request as its course would have left it. */
async function request(wish: {
  readonly receivedAt: Date;
  readonly contactAt?: Date;
  readonly contactBy?: string;
  readonly status?: string;
  readonly municipalityId?: string;
  readonly themeId?: string | null;
}): Promise<string> {
  const { receivedAt, contactAt, contactBy = 'HUB_STAFF', status = 'SCHEDULING' } = wish;
  const { municipalityId = KURE, themeId = 'T01' } = wish;
  const id = randomUUID();
  const prefectureId = municipalityId.slice(0, 2);
  await database.db.system(prefectureId, async (tx) => {
    await tx.query(
      `INSERT INTO support_request (id, prefecture_id, municipality_id, status, title, trouble, theme_id, urgency, mode,
         visits, visit_minutes, min_gap_days, wished, only_wished, entrust_selection, contact_section, created_at,
         submitted_at, updated_at)
       VALUES ($1, $2, $3, $4, 'x', 'x', $5, 'NORMAL', 'ON_SITE', 1, 60, 0, '[]', false, true, 'x', $6, $6, $6)`,
      [id, prefectureId, municipalityId, status, themeId, receivedAt],
    );
    const event = (to: string, role: string, at: Date) =>
      tx.query(
        `INSERT INTO support_request_event (id, prefecture_id, support_request_id, to_status, actor_role, actor_name, at)
         VALUES (gen_random_uuid(), $1, $2, $3, $4, 'x', $5)`,
        [prefectureId, id, to, role, at],
      );
    await event('AWAITING_INTAKE', 'MUNICIPALITY_STAFF', receivedAt);
    if (contactAt) await event('IN_TRIAGE', contactBy, contactAt);
  });
  return id;
}

const at = (date: LocalDate, minutes = 600): Date => instantAt(date, minutes);
const attach = (visitId: string, requestId: string) =>
  database.db.system('34', (tx) =>
    tx.query('UPDATE visit SET support_request_id = $2 WHERE id = $1', [visitId, requestId]),
  );
const waitOf = async (wait: Wait, size: 'SMALL' | 'LARGE' | null = null) => {
  const { figures } = await read(hiroshima, (tx) => waits(tx, hiroshima, THIS));
  return figures.find((one) => one.wait === wait && one.size === size);
};

describe('待ち', () => {
  it('runs in days of Japan from the receipt to the hub’s first step and to the first visit', async () => {
    // Five minutes before midnight, and ten minutes later: one day.
    const id = await request({ receivedAt: at('2026-06-01', 1435), contactAt: at('2026-06-02', 5) });
    await attach(await visit('2026-06-21'), id);
    const other = await request({ receivedAt: at('2026-06-01'), contactAt: at('2026-06-02') });
    await attach(await visit('2026-06-11', { mode: 'ONLINE', status: 'RECEIVED' }), other);
    expect(await waitOf('CONTACT')).toMatchObject({
      met: 2,
      median: 1,
      ninetieth: 1,
      longest: 1,
      waiting: 0,
    });
    expect(await waitOf('VISIT')).toMatchObject({ met: 2, median: 10, ninetieth: 20, longest: 20 });
    const page = { first: 10 };
    const rows = await read(hiroshima, (tx) => listWaits(tx, hiroshima, { year: THIS, filter: {} }, page));
    expect(rows.rows.map(({ contactDays, visitDays }) => [contactDays, visitDays]).sort()).toEqual([
      [1, 10],
      [1, 20],
    ]);
  });

  it('does not count as contact what others did, nor as a visit what was cancelled or is to come', async () => {
    const id = await request({
      receivedAt: at('2026-10-01'),
      contactAt: at('2026-10-03'),
      contactBy: 'MUNICIPALITY_STAFF',
      status: 'AWAITING_INTAKE',
    });
    await attach(await visit('2026-10-09', { status: 'CANCELLED' }), id);
    await attach(await visit('2026-12-09', { status: 'PUBLISHED' }), id);
    expect(await waitOf('CONTACT')).toMatchObject({ met: 0, median: null, waiting: 1, longestSoFar: 52 });
    expect(await waitOf('VISIT')).toMatchObject({ met: 0, median: null, waiting: 1 });
  });

  it('lets nobody wait whose request is over, and takes the year of the receipt', async () => {
    await request({ receivedAt: at('2026-10-01'), status: 'WITHDRAWN' });
    await request({ receivedAt: at('2026-03-31'), contactAt: at('2026-04-02') });
    expect(await waitOf('CONTACT')).toMatchObject({ met: 0, waiting: 0 });
    const { received, before } = await read(hiroshima, (tx) => waits(tx, hiroshima, THIS));
    expect(received).toBe(1);
    expect(before.find(({ wait, size }) => wait === 'CONTACT' && size === null)).toMatchObject({
      met: 1,
      median: 2,
    });
  });

  it('is told apart by size, and each figure has exactly its rows', async () => {
    for (const days of [0, 1, 2, 30])
      await request({
        receivedAt: at('2026-05-01'),
        contactAt: at(`2026-05-${String(days + 1).padStart(2, '0')}`),
      });
    await request({
      receivedAt: at('2026-05-01'),
      contactAt: at('2026-05-06'),
      municipalityId: OSAKIKAMIJIMA,
    });
    await request({ receivedAt: at('2026-05-01'), status: 'AWAITING_INTAKE', municipalityId: OSAKIKAMIJIMA });
    await request({ receivedAt: at('2026-05-01'), contactAt: at('2026-05-02'), municipalityId: MATSUYAMA });
    expect(await waitOf('CONTACT')).toMatchObject({
      met: 5,
      median: 2,
      ninetieth: 30,
      longest: 30,
      waiting: 1,
    });
    expect(await waitOf('CONTACT', 'LARGE')).toMatchObject({ met: 4, median: 1, waiting: 0 });
    expect(await waitOf('CONTACT', 'SMALL')).toMatchObject({ met: 1, median: 5, waiting: 1 });
    const totalOf = async (filter: Parameters<typeof listWaits>[2]['filter']) =>
      (await read(hiroshima, (tx) => listWaits(tx, hiroshima, { year: THIS, filter }, { first: 1 }))).total;
    expect(await totalOf({})).toBe(6);
    expect(await totalOf({ wait: 'CONTACT', state: 'MET' })).toBe(5);
    expect(await totalOf({ wait: 'CONTACT', state: 'WAITING', size: 'SMALL' })).toBe(1);
    expect(await totalOf({ size: 'LARGE' })).toBe(4);
    // Page by page nothing is left out or shown twice.
    const pageAfter = (after: string | null) =>
      read(hiroshima, (tx) => listWaits(tx, hiroshima, { year: THIS, filter: {} }, { first: 4, after }));
    const first = await pageAfter(null);
    const last = first.rows.at(-1);
    const second = await pageAfter(last ? first.cursorOf(last) : null);
    expect([first.hasNext, second.hasNext]).toEqual([true, false]);
    const seen = [...first.rows, ...second.rows].map(({ id }) => id);
    expect(seen).toHaveLength(6);
    expect(new Set(seen).size).toBe(6);
    const wrong = { first: 4, after: Buffer.from('["x","y"]').toString('base64url') };
    expect(
      await reasonOf(() =>
        read(hiroshima, (tx) => listWaits(tx, hiroshima, { year: THIS, filter: {} }, wrong)),
      ),
    ).toBe('input.invalid');
  });
});

describe('使用日数', () => {
  const rowOf = async (specialistId = she.specialistId) => {
    const { rows } = await read(hiroshima, (tx) => daysUsed(tx, hiroshima, THIS, yearBefore(THIS)));
    return rows.find((row) => row.specialistId === specialistId);
  };

  it('counts halves of days with visits that were made, and days to come apart', async () => {
    await visit('2026-06-01');
    await visit('2026-06-02', { wholeDay: true });
    await visit('2026-06-03', { status: 'CANCELLED' });
    await visit('2026-12-01', { status: 'CONFIRMED' });
    await visit('2026-12-02', { status: 'HELD' });
    await visit('2026-03-31');
    expect(await rowOf()).toMatchObject({
      usedDays: 1.5,
      plannedDays: 0.5,
      usedDaysBefore: 0.5,
      basis: 'REGISTER',
      contractDays: 144,
      leftDays: 142,
    });
  });

  it('takes what was agreed for the year, once for an agreement, and a day once for visit and post', async () => {
    const agreement = await givenAgreement(database.db, {
      prefectureId: '34',
      startsOn: '2025-10-01',
      endsOn: '2026-09-30',
      monthly: { days: 4, rule: 'GUIDELINE' },
      parties: [
        { name: '広島県', kind: 'PREFECTURE', part: 'SENDER' },
        { name: '呉市', kind: 'MUNICIPALITY', municipalityId: KURE, part: 'HOST' },
      ],
    });
    const of = { prefectureId: '34', agreementId: agreement.id, specialistId: she.specialistId };
    const term = { startsOn: '2025-10-01', endsOn: '2026-09-30' };
    const placementId = await givenPlacement(database.db, { ...of, municipalityId: KURE, ...term });
    await givenPlacement(database.db, { ...of, municipalityId: MIHARA, ...term });
    await visit('2026-06-01');
    await database.db.system('34', (tx) =>
      tx.query(
        `INSERT INTO attendance (id, prefecture_id, placement_id, specialist_id, municipality_id, worked_on, half_days,
           travel_yen, recorded_by_name, recorded_at, removed_at)
         SELECT gen_random_uuid(), '34', $1, $2, $3, day::date, 2, 1200, 'x', now(), removed
         FROM (VALUES ('2026-06-01', NULL), ('2026-06-02', now()), ('2026-03-31', NULL)) days (day, removed)`,
        [placementId, she.specialistId, KURE],
      ),
    );
    expect(await rowOf()).toMatchObject({
      basis: 'AGREEMENT',
      contractDays: 24,
      usedDays: 1,
      usedDaysBefore: 1,
      leftDays: 23,
      costYen: 1200,
    });
  });

  it('knows nobody of another prefecture', async () => {
    expect(await rowOf(he.specialistId)).toBeUndefined();
  });
});

describe('効果', () => {
  const step = async (
    agreedOn: LocalDate,
    { status = 'OPEN', closedOn }: { status?: string; closedOn?: LocalDate } = {},
  ) => {
    const requestId = await request({ receivedAt: at('2026-04-02'), themeId: null });
    const visitId = await visit(agreedOn, { status: 'RECEIVED' });
    await attach(visitId, requestId);
    await database.db.system('34', async (tx) => {
      const report = randomUUID();
      await tx.query(
        `INSERT INTO visit_report (id, prefecture_id, municipality_id, support_request_id, visit_id, specialist_id, status,
           topics, done, steps, started_at, ended_at, mode, attendance, created_at, updated_at)
         VALUES ($1, '34', $2, $3, $4, $5, 'CONFIRMED', '[]', 'x', '[]', $6, $7, 'ON_SITE', '[]', $6, $6)`,
        [report, KURE, requestId, visitId, she.specialistId, at(agreedOn), at(agreedOn, 660)],
      );
      await tx.query(
        `INSERT INTO report_step (id, prefecture_id, municipality_id, support_request_id, report_id, position, what, owner,
           due_on, status, agreed_on, closed_at)
         VALUES (gen_random_uuid(), '34', $1, $2, $3, 1, 'x', 'TOWN', $4, $5, $4, $6)`,
        [KURE, requestId, report, agreedOn, status, closedOn ? at(closedOn) : null],
      );
    });
  };
  const found = () => read(hiroshima, (tx) => effects(tx, hiroshima, { year: THIS, today: TODAY }));

  it('tells steps done within 90 days from late, running and dropped ones; each count has its rows', async () => {
    await step('2026-05-01', { status: 'CLOSED', closedOn: '2026-07-30' });
    await step('2026-05-02', { status: 'CLOSED', closedOn: '2026-08-01' });
    await step('2026-08-23');
    await step('2026-08-24');
    await step('2026-05-03', { status: 'DROPPED', closedOn: '2026-05-04' });
    await step('2026-03-31', { status: 'CLOSED', closedOn: '2026-04-02' });
    const { steps, before } = await found();
    expect(steps).toEqual({ agreed: 5, inTime: 1, late: 2, running: 1, dropped: 1 });
    expect(before.steps).toMatchObject({ agreed: 1, inTime: 1 });
    for (const [end, count] of [
      ['IN_TIME', 1],
      ['LATE', 2],
      ['RUNNING', 1],
      ['DROPPED', 1],
    ] as const) {
      const asked = { year: THIS, today: TODAY, end };
      const list = await read(hiroshima, (tx) => listStepEnds(tx, hiroshima, asked, { first: 5 }));
      expect([end, list.total]).toEqual([end, count]);
    }
    const others = { year: THIS, today: TODAY };
    expect((await read(ehime, (tx) => listStepEnds(tx, ehime, others, {}))).total).toBe(0);
  });

  it('shows a mean from five ratings and three towns on, and no theme that the others would give away', async () => {
    const rate = async (municipalityId: string, themeId: string, points: number, on = '2026-06-01') => {
      const id = await request({ receivedAt: at('2026-04-02'), themeId, municipalityId });
      await database.db.system('34', (tx) =>
        tx.query(
          `INSERT INTO support_evaluation (id, prefecture_id, municipality_id, support_request_id, usefulness, clarity,
             progress, again, evaluated_by_name, evaluated_at) VALUES (gen_random_uuid(), '34', $1, $2, $3, $3, $3, $3, 'x', $4)`,
          [municipalityId, id, points, at(on)],
        ),
      );
    };
    for (const town of [KURE, KURE, MIHARA, MIHARA]) await rate(town, 'T01', 4);
    expect((await found()).ratings).toMatchObject({ answers: 4, towns: 2, hidden: true, usefulness: null });
    await rate(OSAKIKAMIJIMA, 'T01', 5);
    await rate(KURE, 'T01', 1, '2026-03-31');
    expect((await found()).ratings).toMatchObject({ answers: 5, towns: 3, hidden: false, usefulness: 4.2 });
    expect((await found()).themes).toMatchObject([{ themeId: 'T01', hidden: false, usefulness: 4.2 }]);
    // One rating of another theme would be the difference between the whole and the rest.
    await rate(KURE, 'T02', 1);
    const { themes, ratings } = await found();
    expect(ratings).toMatchObject({ answers: 6, usefulness: 3.7 });
    expect(themes.map(({ hidden, usefulness }) => [hidden, usefulness])).toEqual([
      [true, null],
      [true, null],
    ]);
  });

  it('sees a need again when its town asked for the same theme within a year', async () => {
    await request({ receivedAt: at('2026-02-01') });
    await request({ receivedAt: at('2026-06-01') });
    await request({ receivedAt: at('2026-06-02'), themeId: 'T02' });
    await request({ receivedAt: at('2026-06-03'), municipalityId: MIHARA });
    await request({ receivedAt: at('2026-06-04'), status: 'WITHDRAWN' });
    await request({ receivedAt: at('2025-01-01'), themeId: 'T03' });
    await request({ receivedAt: at('2026-06-05'), themeId: 'T03' });
    await request({ receivedAt: at('2026-06-05'), themeId: null });
    await request({ receivedAt: at('2026-06-06'), themeId: null });
    const { repeats, requests } = await found();
    expect({ repeats, requests }).toEqual({ repeats: 1, requests: 4 });
    const list = await read(hiroshima, (tx) => listRepeats(tx, hiroshima, THIS, {}));
    expect([list.total, list.rows.map(({ receivedOn, earlierOn }) => [receivedOn, earlierOn])]).toEqual([
      1,
      [['2026-06-01', '2026-02-01']],
    ]);
  });
});

describe('特別交付税の根拠', () => {
  it('is ready by the line: a measure, a person, confirmed reports and a bill', async () => {
    const agreement = await givenAgreement(database.db, {
      prefectureId: '34',
      startsOn: '2026-04-01',
      endsOn: '2027-03-31',
      parties: [
        { name: '広島県', kind: 'PREFECTURE', part: 'SENDER' },
        { name: '呉市', kind: 'MUNICIPALITY', municipalityId: KURE, part: 'HOST' },
      ],
    });
    await database.db.system('34', async (tx) => {
      const [matrix, line] = [randomUUID(), randomUUID()];
      await tx.query(
        `INSERT INTO cost_matrix (id, prefecture_id, agreement_id, version, valid_from, reason, set_by_name, set_at)
         VALUES ($1, '34', $2, 1, '2026-04-01', 'x', 'x', now())`,
        [matrix, agreement.id],
      );
      await tx.query(
        `INSERT INTO cost_line (id, prefecture_id, agreement_id, matrix_id, position, item, label, clause_no, amount_rule,
           yen, share_rule, remainder_party_id) VALUES ($1, '34', $2, $3, 1, 'SALARY', '給料', 5, 'MONTHLY', 100000, 'FIXED', $4)`,
        [line, agreement.id, matrix, agreement.party('呉市')],
      );
      await tx.query(
        `INSERT INTO cost_share (prefecture_id, agreement_id, line_id, party_id, weight) VALUES ('34', $1, $2, $3, 1)`,
        [agreement.id, line, agreement.party('呉市')],
      );
    });
    const found = () => read(hiroshima, (tx) => taxReadiness(tx, hiroshima, { year: THIS, today: TODAY }));
    const lacks = async () => (await found()).rows.map(({ missing }) => missing);
    expect(await lacks()).toEqual([['MEASURE', 'INVOICE']]);
    await new AllocationTaxService(database.db, clock).state(hiroshima, {
      measure: '架空の措置',
      bearer: 'MUNICIPALITY',
      firstYear: 2026,
      lastYear: 2026,
      ratePerMille: 500,
      items: ['SALARY'],
      appointmentForms: [],
      source: '架空の通知',
    });
    expect(await lacks()).toEqual([['PERSON', 'INVOICE']]);
    await givenPlacement(database.db, {
      prefectureId: '34',
      agreementId: agreement.id,
      specialistId: she.specialistId,
      municipalityId: KURE,
      startsOn: '2026-04-01',
      endsOn: '2027-03-31',
    });
    expect(await lacks()).toEqual([['INVOICE']]);
    const visitId = await visit('2026-06-01', { status: 'REPORTED' });
    expect(await lacks()).toEqual([['REPORT', 'INVOICE']]);
    expect((await found()).lacking.map(({ lines }) => lines)).toEqual([0, 0, 1, 1]);
    await database.db.system('34', async (tx) => {
      await tx.query(`UPDATE visit SET status = 'RECEIVED' WHERE id = $1`, [visitId]);
      const invoice = randomUUID();
      await tx.query(
        `INSERT INTO invoice (id, prefecture_id, agreement_id, party_id, municipality_id, status, number, from_on, to_on,
           total_yen, drafted_by_name, drafted_at, issued_by_name, issued_at)
         VALUES ($1, '34', $2, $3, $4, 'ISSUED', 'F8-0001', '2026-04-01', '2026-10-31', 700000, 'x', now(), 'x', now())`,
        [invoice, agreement.id, agreement.party('呉市'), KURE],
      );
      await tx.query(
        `INSERT INTO invoice_line (id, prefecture_id, invoice_id, position, item, label, clause_no, matrix_version, from_on,
           to_on, total_yen, share_weight, share_sum, remainder_yen, yen, formula_ja, formula_en)
         VALUES (gen_random_uuid(), '34', $1, 1, 'SALARY', '給料', 5, 1, '2026-04-01', '2026-10-31', 700000, 1, 1, 0, 700000, 'x', 'x')`,
        [invoice],
      );
    });
    expect(await found()).toMatchObject({ lines: 1, ready: 1, yen: 700_000, readyYen: 700_000 });
    expect(await read(ehime, (tx) => taxReadiness(tx, ehime, { year: THIS, today: TODAY }))).toMatchObject({
      lines: 0,
    });
  });
});

describe('目標', () => {
  const service = () => new TargetService(database.db, clock);
  const input = { fiscalYear: 2026, kind: 'LEADER', target: 8, secured: 5, countedOn: TODAY, source: 'x' };
  const all = () => read(hiroshima, (tx) => targetsOf(tx, hiroshima, THIS));
  beforeEach(() => database.db.owner((tx) => tx.query('TRUNCATE overview_target')));

  it('is set in versions, each kept, and says how much is missing', async () => {
    await service().set(hiroshima, input);
    await service().set(hiroshima, { ...input, seen: '1', secured: 6 });
    await service().set(hiroshima, {
      fiscalYear: 2026,
      kind: 'STAFF',
      municipalityId: KURE,
      target: 100,
      trained: 88,
      headcount: 100,
      countedOn: TODAY,
      source: 'x',
    });
    await service().set(hiroshima, { ...input, fiscalYear: 2027 });
    expect(await all()).toMatchObject([
      {
        current: { kind: 'LEADER', version: 2, secured: 6 },
        missing: 2,
        reached: 75,
        history: [{ version: 2 }, { version: 1, secured: 5 }],
      },
      { current: { kind: 'STAFF', municipalityId: KURE }, missing: 12, reached: 88 },
    ]);
    expect(await read(ehime, (tx) => targetsOf(tx, ehime, THIS))).toEqual([]);
  });

  it('is not written over unseen, whoever comes first', async () => {
    await service().set(hiroshima, input);
    expect(await reasonOf(() => service().set(hiroshima, input))).toBe('record.changed-meanwhile');
    const two = await Promise.all(
      [7, 9].map((target) => reasonOf(() => service().set(hiroshima, { ...input, target, seen: '1' }))),
    );
    expect(two.sort()).toEqual(['done', 'record.changed-meanwhile']);
    expect((await all())[0]?.history).toHaveLength(2);
  });

  it.each([
    ['more than all', { kind: 'STAFF', target: 101 }],
    ['a count without its day', { countedOn: null }],
    ['no source', { source: ' ' }],
    ['a coverage of one town', { kind: 'COVERAGE', target: 90, secured: null, municipalityId: KURE }],
    ['more trained than there are', { kind: 'STAFF', target: 50, secured: null, trained: 3, headcount: 2 }],
  ])('refuses %s in words', async (_, wrong) => {
    expect(await reasonOf(() => service().set(hiroshima, { ...input, ...wrong }))).toBe('input.invalid');
  });

  it('is for whoever coordinates the own prefecture', async () => {
    const auditor = await hubOf(database.db, '34', ['AUDITOR']);
    const kure = await clerk(database.db, KURE);
    for (const actor of [auditor, kure, she])
      expect(await reasonOf(() => service().set(actor, input))).toMatch(/^access\./);
    expect(await reasonOf(() => service().set(hiroshima, { ...input, municipalityId: MATSUYAMA }))).toBe(
      'municipality.not-found',
    );
    expect(await reasonOf(() => read(kure, (tx) => targetsOf(tx, kure, THIS)))).toBe('access.forbidden');
  });
});

describe('who sees what', () => {
  it('is the hub; a town sees its own figures beside the middle of the others', async () => {
    const kure = await clerk(database.db, KURE);
    await visit('2026-06-01');
    await visit('2026-06-02', { municipalityId: MIHARA });
    await visit('2026-06-03', { municipalityId: MIHARA });
    for (let n = 0; n < 4; n++)
      await request({
        receivedAt: at('2026-05-01'),
        contactAt: at('2026-05-08'),
        municipalityId: n % 2 ? MIHARA : OSAKIKAMIJIMA,
      });
    const standing = () => read(kure, (tx) => townStanding(tx, kure, THIS));
    expect(await standing()).toMatchObject({
      onSite: 1,
      lastOn: '2026-06-01',
      received: 0,
      contactDays: null,
      all: { towns: 23, visitedTowns: 2, medianOnSite: 0, medianContactDays: null },
      sameSize: { medianContactDays: null },
    });
    await request({ receivedAt: at('2026-05-01'), contactAt: at('2026-05-03') });
    const now = await standing();
    expect(now).toMatchObject({ received: 1, contactDays: 2, all: { medianContactDays: 7 } });
    expect(JSON.stringify(now)).not.toContain(MIHARA);
    for (const actor of [kure, she])
      for (const work of [
        (tx: Parameters<typeof coverage>[0]) => coverage(tx, actor, THIS),
        (tx: Parameters<typeof coverage>[0]) => waits(tx, actor, THIS),
        (tx: Parameters<typeof coverage>[0]) => daysUsed(tx, actor, THIS, yearBefore(THIS)),
        (tx: Parameters<typeof coverage>[0]) => effects(tx, actor, { year: THIS, today: TODAY }),
        (tx: Parameters<typeof coverage>[0]) => taxReadiness(tx, actor, { year: THIS, today: TODAY }),
      ])
        expect(await reasonOf(() => read(actor, async (tx) => work(tx)))).toBe('access.forbidden');
    expect(await reasonOf(() => read(hiroshima, async (tx) => townStanding(tx, hiroshima, THIS)))).toBe(
      'access.forbidden',
    );
  });
});

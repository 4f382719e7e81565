import { addDays, FixedClock, type HubStaff, localDateOf, type MunicipalityStaff } from '@banso/kernel';
import { enqueue, openFileKeeping, OutboxExecutor } from '@banso/platform';
import { sweepReports } from '@banso/reports';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { extractText, getDocumentProxy } from 'unpdf';
import { handlersOf } from '../apps/worker/src/handlers.js';
import { Calendar, THEME } from '../libs/dispatch/test/given-calendar.js';
import { type Caller, type RunningApi, startApi } from './api.js';
import { temporaryFolder } from './folder.js';
import { clerk, expert, hub, MIHARA } from './people.js';
import { requestInput, today } from './requests.js';

const DRAFT = 'mutation($input: SupportRequestInput!) { draftSupportRequest(input: $input) { id } }';
const SUBMIT = 'mutation($id: ID!) { submitSupportRequest(id: $id) { number } }';
const TAKE = 'mutation($id: ID!) { acceptSupportRequest(id: $id) { status } }';
const CASE = 'query($id: ID!) { supportRequest(id: $id) { status history { toStatus } } }';
const PLAN = 'mutation($input: PlanningRunInput!) { requestPlanningRun(input: $input) { id } }';
const PUBLISH = 'mutation($id: ID!) { publishPlan(id: $id) { visits } }';
const VISITS = `query($filter: VisitFilter) { visits(filter: $filter) { edges { node {
  id status startsAt endsAt supportRequestId } } } }`;
const VISIT = `query($id: ID!) { visit(id: $id) { status startsAt viewerActions reportActions
  history { toStatus } report { status confirmedByName internalNote } evaluation { usefulness } } }`;
const ACCEPT = 'mutation($id: ID!) { acceptVisit(id: $id) { status } }';
const REPORT = `mutation($id: ID!, $input: VisitReportInput!) {
  submitVisitReport(visitId: $id, input: $input) { status } }`;
const CONFIRM = `mutation($id: ID!) { confirmVisitReport(visitId: $id, thanks: "助かりました。") { status } }`;
const RATE_VISIT = `mutation($id: ID!, $ratings: RatingsInput!) {
  evaluateVisit(visitId: $id, ratings: $ratings) { usefulness } }`;
const RATE_CASE = `mutation($id: ID!, $ratings: RatingsInput!) {
  evaluateSupport(supportRequestId: $id, ratings: $ratings) { usefulness } }`;
const RULE = 'mutation($input: TravelRuleInput!) { setTravelRule(input: $input) { version } }';
const CLAIM = `id status version number totalYen fromOn toOn startsFrom endsAt shareRule
  journey { legs { onDate fromName toName mode meters minutes fareYen } } visits { visitId }`;
const START = `mutation($visitIds: [ID!]!) { startTravelClaim(visitIds: $visitIds) { ${CLAIM} } }`;
const REVISE = `mutation($input: TravelClaimInput!) { reviseTravelClaim(input: $input) { ${CLAIM} } }`;
const HAND_IN = `mutation($id: ID!) { submitTravelClaim(id: $id) { ${CLAIM} } }`;
const APPROVE = `mutation($id: ID!) { approveTravelClaim(id: $id) { ${CLAIM} } }`;
const INBOX = `query($state: InboxState) { inbox(first: 100, filter: { state: $state }) {
  edges { node { kind aboutId facts { number place } } } } }`;
const CLAIM_PAPER = 'mutation($id: ID!) { makeTravelClaimPaper(id: $id) { content } }';
const REPORT_PAPER = 'mutation($id: ID!) { makeVisitReportPaper(visitId: $id) { content } }';
const FILE = 'query($id: ID!) { visitCalendarFile(id: $id) { name text } }';
const EXPORT = `mutation($filter: ListFilterInput) {
  exportList(list: VISITS, format: CSV, filter: $filter) { rows content characterCount } }`;

const RATINGS = { usefulness: 5, clarity: 4, progress: 4, again: 5, words: '次も頼みたい' };
const TRAVEL_RULE = {
  partyId: null,
  validFrom: '2025-04-01',
  ruleId: 'FIXED_RATE',
  title: '広島県職員等の旅費に関する条例（架空の額）',
  amounts: ['perDiemYen', 'dayTripYen', 'lodgingYen', 'carYenPerKm'].map((key) => ({ key, yen: 30 })),
  ceilings: [],
  receiptFor: [],
  source: '試験のための額',
  checked: true,
  version: 0,
};
/** Whole weeks, so that a working day stays one. */
const WEEKS_BACK = 12;

type Row = Record<string, any>;

/** From what a town asks to the last yen of the way to it, through the doors that people use. */
describe('the whole life of a visit', () => {
  let api: RunningApi;
  let calendar: Calendar;
  let hiroshima: HubStaff & { loginId: string };
  let kure: MunicipalityStaff & { loginId: string; name: string };
  let staff: Caller;
  let town: Caller;
  let specialist: Caller;
  let strangers: readonly Caller[];
  let requestId: string;
  let number: string;
  let first: Row;
  let second: Row;
  let claim: Row;

  beforeAll(async () => {
    api = await startApi();
    const { db } = api.database;
    calendar = new Calendar(db, new FixedClock(new Date()));
    hiroshima = await hub(db);
    kure = await clerk(db);
    [staff, town] = [await api.as(hiroshima), await api.as(kure)];
    specialist = await api.as(await expert(db, hiroshima, { themes: [THEME] }));
    strangers = [
      await api.as(await clerk(db, MIHARA)),
      await api.as(await expert(db, hiroshima)),
      await api.as(await hub(db, '38')),
    ];
  }, 60_000);
  afterAll(() => api.close());

  const visitsOf = async (caller: Caller): Promise<Row[]> =>
    (await caller.ask(VISITS, { filter: {} }))['visits'].edges.map(({ node }: Row) => node);
  const visit = async (caller: Caller, id: string): Promise<Row> =>
    (await caller.ask(VISIT, { id }))['visit'];
  const statusOf = async (id: string): Promise<string> => (await visit(staff, id))['status'];
  const caseStatus = async (): Promise<string> =>
    (await staff.ask(CASE, { id: requestId }))['supportRequest'].status;
  const inbox = async (caller: Caller, state: 'OPEN' | null = null): Promise<Row[]> =>
    (await caller.ask(INBOX, { state }))['inbox'].edges.map(({ node }: Row) => node);
  const kinds = async (caller: Caller, state: 'OPEN' | null = null): Promise<string[]> =>
    (await inbox(caller, state)).map(({ kind }) => kind);

  /** Everything that waits, as a worker would do it that has just been sent each of it; says which jobs there were. */
  async function workOff(): Promise<string[]> {
    const { db } = api.database;
    const failures: string[] = [];
    const handlings = handlersOf(db, new FixedClock(new Date()), {
      files: openFileKeeping({ BANSO_FILES: temporaryFolder() }),
    });
    const executor = new OutboxExecutor(db, handlings, (job, what) => failures.push(`${job}: ${what}`));
    const done: string[] = [];
    for (;;) {
      const [open]: [{ id: string; job: string }[], number] = await db.system(null, (tx) =>
        tx.query(
          `UPDATE outbox SET sends = 1, running_until = '-infinity'
           WHERE done_at IS NULL AND dead_at IS NULL RETURNING id, job`,
        ),
      );
      if (open.length === 0) return done;
      for (const { id } of open) await executor.execute({ outboxId: id, send: 1 });
      if (failures.length > 0) throw new Error(failures.join('; '));
      done.push(...open.map(({ job }) => job));
    }
  }

  const report = ({ startsAt, endsAt }: Row) => ({
    result: 'AS_PLANNED',
    topics: ['助言'],
    done: '配信の目的を整理した。',
    steps: [
      { what: '配信の曜日を決める', owner: 'TOWN', dueOn: addDays(localDateOf(new Date(startsAt)), 14) },
    ],
    startedAt: startsAt,
    endedAt: endsAt,
    mode: 'ON_SITE',
    attendance: [{ section: '広報係', people: 3 }],
    internalNote: '担当が一人で抱えている',
  });

  it('begins with a request that the hub takes on and a plan that everybody is told of', async () => {
    const input = requestInput({ themeId: THEME, title: '広報LINEを見直したい', visitMinutes: 120 });
    requestId = (await town.ask(DRAFT, { input }))['draftSupportRequest'].id;
    ({ number } = (await town.ask(SUBMIT, { id: requestId }))['submitSupportRequest']);
    expect((await staff.ask(TAKE, { id: requestId }))['acceptSupportRequest'].status).toBe('SCHEDULING');
    const period = { from: addDays(today(), 1), to: addDays(today(), 45) };
    const { requestPlanningRun: run } = await staff.ask(PLAN, { input: { ...period, iterations: 100 } });
    await calendar.solve({ id: run.id, prefectureId: '34' }, hiroshima);
    expect((await staff.ask(PUBLISH, { id: run.id }))['publishPlan'].visits).toBe(2);
    await workOff();
    expect(await caseStatus()).toBe('IN_SUPPORT');
    for (const caller of [specialist, town]) expect(await kinds(caller, 'OPEN')).toContain('PLAN_PUBLISHED');
    expect(await kinds(staff)).toContain('REQUEST_ARRIVED');
  });

  it('is accepted, and stands in the calendars of both sides alike', async () => {
    for (const { id } of await visitsOf(specialist)) {
      for (const caller of [town, staff])
        expect(await caller.send(ACCEPT, { id })).toMatchObject({ data: null });
      expect((await specialist.ask(ACCEPT, { id }))['acceptVisit'].status).toBe('CONFIRMED');
      for (const stranger of strangers)
        expect(await stranger.refusal(VISIT, { id })).toMatchObject({ code: 'NOT_FOUND' });
    }
    await workOff();
    expect((await kinds(town)).filter((kind) => kind === 'VISIT_CONFIRMED')).toHaveLength(2);
    const [one] = await visitsOf(town);
    const { name, text } = (await town.ask(FILE, { id: one?.['id'] }))['visitCalendarFile'];
    expect(name).toMatch(/\.ics$/);
    const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent');
    expect(event?.getFirstPropertyValue('uid')).toBe(`${one?.['id']}@banso`);
    expect(event?.getFirstPropertyValue('status')).toBe('CONFIRMED');
    const mine = (await specialist.ask(FILE, { id: one?.['id'] }))['visitCalendarFile'];
    expect(mine.text).toContain(`UID:${one?.['id']}@banso`);
  });

  it('cannot be reported before it is over; then it takes one report', async () => {
    const [ahead] = await visitsOf(specialist);
    expect(await specialist.refusal(REPORT, { id: ahead?.['id'], input: report(ahead ?? {}) })).toMatchObject(
      {
        code: expect.stringMatching(/BAD_INPUT|INVALID_STATE/),
      },
    );
    expect(await specialist.send(START, { visitIds: [ahead?.['id']] })).toMatchObject({ data: null });
    await api.database.db.system('34', (tx) =>
      tx.query(
        `UPDATE visit SET starts_at = starts_at - $1::interval, ends_at = ends_at - $1::interval,
           busy_from = busy_from - $1::interval WHERE support_request_id = $2`,
        [`${WEEKS_BACK * 7} days`, requestId],
      ),
    );
    [first, second] = (await visitsOf(specialist)) as [Row, Row];
    const input = report(first);
    for (const caller of [town, staff, ...strangers])
      expect(await caller.send(CONFIRM, { id: first['id'] })).toMatchObject({ data: null });
    const answers = await Promise.all([1, 2].map(() => specialist.send(REPORT, { id: first['id'], input })));
    expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
    expect(await statusOf(first['id'])).toBe('REPORTED');
    await workOff();
    const asked = (await inbox(town, 'OPEN')).filter(({ kind }) => kind === 'VISIT_REPORTED');
    expect(asked).toMatchObject([{ aboutId: first['id'], facts: { number, place: '呉市' } }]);
  });

  it('is confirmed and evaluated by its town; nobody else’s notes are read on the way', async () => {
    const { id } = first;
    expect(await visit(town, id)).toMatchObject({ report: { status: 'SUBMITTED', internalNote: null } });
    expect((await town.ask(CONFIRM, { id }))['confirmVisitReport'].status).toBe('CONFIRMED');
    expect((await town.ask(RATE_VISIT, { id, ratings: RATINGS }))['evaluateVisit'].usefulness).toBe(5);
    expect(await visit(town, id)).toMatchObject({
      status: 'RECEIVED',
      report: { status: 'CONFIRMED', confirmedByName: kure.name },
      evaluation: { usefulness: 5 },
    });
    expect(await workOff()).toContain('dispatch.visit-received');
    expect(await kinds(specialist)).toContain('VISIT_REPORT_CONFIRMED');
    // Nothing was paid yet.
    expect(await statusOf(id)).toBe('RECEIVED');
    expect(await town.send(RATE_CASE, { id: requestId, ratings: RATINGS })).toMatchObject({ data: null });
  });

  /** Written from what the plan meant, handed in, granted. */
  async function granted(visitId: string): Promise<Row> {
    const { startTravelClaim: draft } = await specialist.ask(START, { visitIds: [visitId] });
    expect(draft).toMatchObject({ status: 'DRAFT', visits: [{ visitId }] });
    const { id, version, fromOn, toOn, startsFrom, endsAt, shareRule } = draft;
    const ways = ['行き', '帰り'].map((way) => ({
      onDate: fromOn,
      fromName: way,
      toName: '呉市',
      mode: 'TRAIN',
      fareYen: 510,
    }));
    const journey = { legs: ways, nights: [], receipts: [{ kind: 'TRAIN', onDate: fromOn, yen: 1_020 }] };
    const input = { id, version, fromOn, toOn, startsFrom, endsAt, shareRule, ...journey };
    const { reviseTravelClaim: written } = await specialist.ask(REVISE, { input });
    expect(written.totalYen).toBeGreaterThanOrEqual(1_020);
    expect(await staff.refusal(APPROVE, { id })).toMatchObject({ code: 'NOT_FOUND' });
    expect((await specialist.ask(HAND_IN, { id }))['submitTravelClaim'].status).toBe('SUBMITTED');
    expect(await specialist.refusal(APPROVE, { id })).toMatchObject({ code: 'FORBIDDEN' });
    return (await staff.ask(APPROVE, { id }))['approveTravelClaim'];
  }

  it('is settled when its travel is granted after the town has confirmed it', async () => {
    await staff.ask(RULE, { input: TRAVEL_RULE });
    claim = await granted(first['id']);
    expect(claim).toMatchObject({ status: 'APPROVED', number: expect.any(String) });
    expect(await statusOf(first['id'])).toBe('SETTLED');
    await workOff();
    expect(await kinds(staff)).toContain('TRAVEL_CLAIM_SUBMITTED');
    expect(await kinds(specialist)).toContain('TRAVEL_CLAIM_APPROVED');
  });

  it('is settled by the worker when the town confirms after its travel was granted', async () => {
    const { id } = second;
    await specialist.ask(REPORT, { id, input: report(second) });
    await granted(id);
    expect(await statusOf(id)).toBe('REPORTED');
    await town.ask(CONFIRM, { id });
    expect(await statusOf(id)).toBe('RECEIVED');
    expect(await workOff()).toContain('dispatch.visit-received');
    expect(await statusOf(id)).toBe('SETTLED');
  });

  it('is on paper, as another program reads it', async () => {
    const read = async ({ content }: Row): Promise<string> => {
      const bytes = new Uint8Array(Buffer.from(content, 'base64'));
      const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: true });
      return text.replaceAll(/\s/g, '');
    };
    const { makeVisitReportPaper } = await town.ask(REPORT_PAPER, { id: first['id'] });
    const words = await read(makeVisitReportPaper);
    for (const word of [number, '呉市', '配信の目的を整理した。']) expect(words).toContain(word);
    expect(words).not.toContain('担当が一人で抱えている');
    const { makeTravelClaimPaper } = await staff.ask(CLAIM_PAPER, { id: claim['id'] });
    const figures = await read(makeTravelClaimPaper);
    for (const word of [claim['number'], '呉市', '510']) expect(figures).toContain(word);
    expect(await town.refusal(CLAIM_PAPER, { id: claim['id'] })).toMatchObject({
      code: expect.stringMatching(/NOT_FOUND|FORBIDDEN/),
    });
  });

  it('ends with its case: completed, told to everybody, on nobody’s desk', async () => {
    expect(await caseStatus()).toBe('AWAITING_EVALUATION');
    await api.database.db.system(null, (tx) => enqueue(tx, sweepReports, {}, { prefectureId: null }));
    await workOff();
    expect(await kinds(town, 'OPEN')).toContain('EVALUATION_ASKED');
    await town.ask(RATE_CASE, { id: requestId, ratings: RATINGS });
    await workOff();
    const { supportRequest } = await town.ask(CASE, { id: requestId });
    expect(supportRequest.status).toBe('COMPLETED');
    expect(supportRequest.history.map(({ toStatus }: Row) => toStatus)).toEqual([
      'DRAFT',
      'AWAITING_INTAKE',
      'IN_TRIAGE',
      'SELECTING',
      'SCHEDULING',
      'IN_SUPPORT',
      'AWAITING_REPORT',
      'AWAITING_CONFIRMATION',
      'AWAITING_EVALUATION',
      'COMPLETED',
    ]);
    expect(await kinds(staff)).toContain('SUPPORT_COMPLETED');
    const open = [...(await kinds(town, 'OPEN')), ...(await kinds(specialist, 'OPEN'))];
    for (const kind of ['VISIT_REPORTED', 'EVALUATION_ASKED', 'VISIT_REPORT_DUE'])
      expect(open).not.toContain(kind);
    for (const { id } of [first, second])
      expect((await visit(specialist, id))['history'].map(({ toStatus }: Row) => toStatus)).toEqual([
        'PUBLISHED',
        'CONFIRMED',
        'DONE',
        'REPORTED',
        'RECEIVED',
        'SETTLED',
      ]);
  });

  it('leaves a line in the list of each side, and none in anybody else’s', async () => {
    const filter = { statuses: ['SETTLED'] };
    for (const caller of [staff, town, specialist]) {
      const { exportList: file } = await caller.ask(EXPORT, { filter });
      expect(file).toMatchObject({ rows: 2, characterCount: 0 });
      const text = Buffer.from(file.content, 'base64').toString('utf8');
      expect(text.startsWith('\uFEFF')).toBe(true);
      expect(text).toContain('広報LINEを見直したい');
      expect(text.split(number)).toHaveLength(3);
      expect(text.match(/SETTLED/g)).toHaveLength(2);
    }
    for (const stranger of strangers)
      expect(await stranger.refusal(EXPORT, { filter })).toMatchObject({ reason: 'list.empty' });
    const { text } = (await specialist.ask(FILE, { id: first['id'] }))['visitCalendarFile'];
    const event = new ICAL.Event(
      new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent') ?? undefined,
    );
    expect(event.uid).toBe(`${first['id']}@banso`);
    expect(event.startDate.toString().slice(0, 10)).toBe(localDateOf(new Date(first['startsAt'])));
  });
});

import { addDays, FixedClock, type HubStaff, type MunicipalityStaff } from '@banso/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Calendar, THEME } from '../../../../libs/dispatch/test/given-calendar.js';
import { planThatMakesRoom } from '../../../../libs/dispatch/test/given-part.js';
import { type Caller, type RunningApi, startApi } from '../../../../test/api.js';
import { clerk, expert, hub } from '../../../../test/people.js';
import { today } from '../../../../test/requests.js';

const VERSION = `query($id: ID!) { planPublication(publicationId: $id) { publication { version cause }
  changes { kind visitNo supportRequest { title } before { startsAt } after { startsAt specialist { name } } } } }`;
const RUN = `query($id: ID!) { planningRun(id: $id) { status viewerActions publication { version visits moved cancelled }
  proposedVisits { id adopted supportRequest { id } } unplacedVisits { replacesVisitId } } }`;
const PUBLISH = `mutation($id: ID!, $only: [ID!], $callOff: [ID!]) {
  publishPlan(id: $id, only: $only, callOff: $callOff) { version visits moved cancelled cause } }`;
const PART = `query($id: ID!, $only: [ID!]!, $callOff: [ID!]!) { planPart(id: $id, only: $only, callOff: $callOff) {
  possible needed { only callOff } changes { kind visitId } alsoNeeded { kind visitId } violations { sentence { ja en } } } }`;
const VISITS = 'query($filter: VisitFilter) { visits(filter: $filter) { edges { node { id status } } } }';
const REQUEST = 'query($id: ID!) { supportRequest(id: $id) { status } }';

describe('publishing a part of a plan, over HTTP', () => {
  let api: RunningApi;
  let calendar: Calendar;
  let hiroshima: HubStaff & { loginId: string };
  let kure: MunicipalityStaff;
  let town: Caller;
  let staff: Caller;
  let strangers: { caller: Caller; code: string }[];
  let specialistId: string;
  let ask: (wish?: object) => Promise<string>;
  const period = { from: addDays(today(), 1), to: addDays(today(), 45) };
  /** Beyond the days on which nothing published moves any more. */
  const later = { from: addDays(today(), 20), to: period.to };

  beforeAll(async () => {
    api = await startApi();
    const { db } = api.database;
    calendar = new Calendar(db, new FixedClock(new Date()));
    hiroshima = await hub(db);
    const officer = await clerk(db);
    kure = officer;
    const she = await expert(db, hiroshima, { themes: [THEME] });
    ({ specialistId } = she);
    [staff, town] = [await api.as(hiroshima), await api.as(officer)];
    strangers = [
      { caller: await api.as(await hub(db, '38')), code: 'NOT_FOUND' },
      { caller: town, code: 'FORBIDDEN' },
      { caller: await api.as(she), code: 'FORBIDDEN' },
      { caller: api.anonymous(), code: 'SIGN_IN_REQUIRED' },
    ];
    ask = async (wish = {}) =>
      (await calendar.request(kure, hiroshima, { visits: 1, mode: 'ONLINE', ...wish })).id;
  }, 60_000);
  beforeEach(() => calendar.clear());
  afterAll(() => api.close());

  const runOf = async (id: string) => (await staff.ask(RUN, { id }))['planningRun'];
  const visits = async (caller: Caller): Promise<{ id: string; status: string }[]> => {
    const { visits: page } = await caller.ask(VISITS, { filter: {} });
    return page.edges.map(({ node }: { node: { id: string; status: string } }) => node);
  };

  /** A plan of two new visits. */
  async function planOfTwo(): Promise<{ id: string; one: string; other: string }> {
    await ask();
    await ask();
    const { id } = await calendar.plan(hiroshima, period);
    const [one, other] = (await runOf(id)).proposedVisits;
    return { id, one: one.id, other: other.id };
  }

  /** A plan that has a place for none of two published visits: the only specialist is away for good. */
  async function planWithoutPlaces(): Promise<{ id: string; one: string; other: string }> {
    await ask();
    await ask();
    await calendar.publish(hiroshima, later);
    await api.database.dataSource.query(
      `INSERT INTO day_off (id, prefecture_id, specialist_id, date, part)
       SELECT gen_random_uuid(), '34', $1, day::date, 'DAY' FROM generate_series($2::date, $3::date, '1 day') day`,
      [specialistId, period.from, period.to],
    );
    const { id } = await calendar.plan(hiroshima, period, { movePublished: true });
    const [one, other] = (await runOf(id)).unplacedVisits;
    return { id, one: one.replacesVisitId, other: other.replacesVisitId };
  }

  it('is for the hub of the prefecture alone', async () => {
    const { id, one } = await planOfTwo();
    const part = { id, only: [one], callOff: [] };
    for (const { caller, code } of strangers) {
      expect(await caller.refusal(PUBLISH, part)).toMatchObject({ code });
      expect(await caller.refusal(PART, part)).toMatchObject({ code });
    }
    expect(await runOf(id)).toMatchObject({ status: 'PROPOSED', publication: null });
    expect(await visits(town)).toEqual([]);
  });

  it('shows the town what was chosen, and nothing of the rest', async () => {
    const { id, one } = await planOfTwo();
    const { publishPlan } = await staff.ask(PUBLISH, { id, only: [one] });
    expect(publishPlan).toEqual({ version: 1, visits: 1, moved: 0, cancelled: 0, cause: 'PLAN' });
    expect(await visits(town)).toMatchObject([{ status: 'PUBLISHED' }]);
    const run = await runOf(id);
    expect(run).toMatchObject({ status: 'PUBLISHED', publication: { version: 1, visits: 1 } });
    const requests = run.proposedVisits.map(
      async ({ id: visitId, adopted, supportRequest }: Record<string, any>) => {
        expect(adopted).toBe(visitId === one);
        const { supportRequest: now } = await staff.ask(REQUEST, { id: supportRequest.id });
        expect(now.status).toBe(adopted ? 'IN_SUPPORT' : 'SCHEDULING');
      },
    );
    await Promise.all(requests);
  });

  it('is kept as a version that says what it made of each visit, to the hub of the prefecture alone', async () => {
    const { id, one } = await planOfTwo();
    await staff.ask(PUBLISH, { id, only: [one] });
    const { planPublications } = await staff.ask('{ planPublications(first: 1) { edges { node { id } } } }');
    const version = { id: planPublications.edges[0].node.id };
    const { planPublication } = await staff.ask(VERSION, version);
    expect(planPublication).toMatchObject({
      publication: { version: 1, cause: 'PLAN' },
      changes: [{ kind: 'NEW', visitNo: 1, before: null, after: { specialist: expect.anything() } }],
    });
    for (const { caller, code } of strangers)
      expect(await caller.refusal(VERSION, version)).toMatchObject({ code });
    expect(await staff.refusal(VERSION, { id: 'x' })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('happens once, whether asked again or at the same moment', async () => {
    const { id, one, other } = await planOfTwo();
    const wishes = [{ only: [one] }, { only: [other] }, { only: [one] }, {}];
    const answers = await Promise.all(wishes.map((wish) => staff.send(PUBLISH, { id, ...wish })));
    const codes = answers.map(({ errors }) => errors[0]?.extensions['code'] ?? 'GRANTED');
    expect(codes.sort()).toEqual(['GRANTED', 'INVALID_STATE', 'INVALID_STATE', 'INVALID_STATE']);
    const granted = answers.find(({ errors }) => errors.length === 0)?.data?.['publishPlan'];
    expect(await visits(town)).toHaveLength(granted.visits);
    expect(await staff.refusal(PUBLISH, { id, only: [other] })).toMatchObject({ code: 'INVALID_STATE' });
    expect(await visits(town)).toHaveLength(granted.visits);
  });

  it('calls off what is named, and leaves what is not', async () => {
    const { id, one, other } = await planWithoutPlaces();
    const part = { id, only: [], callOff: [one] };
    expect((await staff.ask(PART, part))['planPart']).toMatchObject({
      possible: true,
      changes: [{ kind: 'CANCELLED', visitId: one }],
      alsoNeeded: [],
      needed: { only: [], callOff: [] },
    });
    for (const { caller, code } of strangers)
      expect(await caller.refusal(PUBLISH, part)).toMatchObject({ code });
    expect((await staff.ask(PUBLISH, part))['publishPlan']).toMatchObject({
      visits: 0,
      moved: 0,
      cancelled: 1,
    });
    const now = await visits(town);
    expect(now).toContainEqual({ id: one, status: 'CANCELLED' });
    expect(now).toContainEqual({ id: other, status: 'PUBLISHED' });
  });

  it('says what else must follow, before and in the refusal, and takes both together', async () => {
    const given = { hub: hiroshima, towns: [kure, kure], later, plan: period } as const;
    const { run, fresh, mover, moved } = await planThatMakesRoom(calendar, given);
    const part = { id: run.id, only: [fresh], callOff: [] };
    const { planPart } = await staff.ask(PART, part);
    expect(planPart).toMatchObject({
      possible: true,
      alsoNeeded: [{ kind: 'MOVED', visitId: moved.id }],
      needed: { only: [mover], callOff: [] },
    });
    expect(planPart.violations[0].sentence.en).toMatch(/[a-z]/);
    const { data, errors } = await staff.send(PUBLISH, part);
    expect(data).toBeNull();
    expect(errors[0]?.message).toMatch(/（1件）/);
    expect(errors[0]?.extensions).toMatchObject({ code: 'CONFLICT', reason: 'plan.part-needs-more' });
    expect(await visits(town)).toEqual([{ id: moved.id, status: 'PUBLISHED' }]);
    expect(await runOf(run.id)).toMatchObject({ status: 'PROPOSED', publication: null });
    const { publishPlan } = await staff.ask(PUBLISH, { ...part, only: [fresh, mover] });
    expect(publishPlan).toMatchObject({ visits: 1, moved: 1, cancelled: 0 });
  });

  it('refuses nothing at all, and names that are not of this plan', async () => {
    const { id, one } = await planOfTwo();
    expect(await staff.refusal(PUBLISH, { id, only: [] })).toEqual({
      code: 'INVALID_STATE',
      reason: 'plan.empty',
    });
    expect(await staff.refusal(PUBLISH, { id, only: [id] })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await staff.refusal(PUBLISH, { id, callOff: [one] })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await staff.refusal(PUBLISH, { id, only: ['one'] })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await runOf(id)).toMatchObject({ status: 'PROPOSED' });
  });
});

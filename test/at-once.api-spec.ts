import { addDays } from '@banso/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Caller, type GraphQLAnswer, type RunningApi, startApi } from './api.js';
import { clerk, hub as hubStaff, KURE, MIHARA } from './people.js';
import { requestInput, today, workingDayIn } from './requests.js';
import { withMaintenance } from './template.js';
import { type Tenants, tenants } from './tenants.js';

const TIMES = 4;

describe('the same wish, several times at one moment', () => {
  let api: RunningApi;
  let world: Tenants;
  let hub: Caller;
  let town: Caller;
  let specialist: Caller;

  beforeAll(async () => {
    // Fewer connections than callers: whoever waits for one must not starve whoever holds one.
    api = await startApi({ DATABASE_POOL: '2' });
    world = await tenants(api);
    [hub, town, specialist] = [
      world.insiders.hub.caller,
      world.insiders.town.caller,
      world.insiders.specialist.caller,
    ];
  }, 60_000);
  afterAll(() => api.close());

  const atOnce = (
    caller: Caller,
    query: string,
    variables: Record<string, unknown>,
  ): Promise<GraphQLAnswer[]> =>
    Promise.all(Array.from({ length: TIMES }, () => caller.send(query, variables)));

  const count = async (from: string): Promise<number> => {
    const [row] = await api.database.dataSource.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM ${from}`,
    );
    return row?.n ?? 0;
  };

  /** One is granted, and the others hear why not. */
  function expectOnce(answers: readonly GraphQLAnswer[], ...refusals: string[]): void {
    const codes = answers.map(({ errors }) => errors[0]?.extensions['code'] ?? 'GRANTED');
    expect(codes.filter((code) => code === 'GRANTED')).toHaveLength(1);
    expect(refusals).toEqual(expect.arrayContaining(codes.filter((code) => code !== 'GRANTED')));
    for (const { errors } of answers) if (errors[0]) expect(errors[0].message).toMatch(/[ぁ-ん]/);
  }

  it('publishes a plan once', async () => {
    const published = await count('visit');
    const answers = await atOnce(hub, 'mutation($id: ID!) { publishPlan(id: $id) { version } }', {
      id: world.rows['run'],
    });
    expectOnce(answers, 'INVALID_STATE', 'CONFLICT');
    expect(await count(`plan_publication WHERE run_id = '${world.rows['run']}'`)).toBe(1);
    expect((await count('visit')) - published).toBe(2);
  });

  it('accepts a visit once', async () => {
    const id = world.rows['visit'];
    expectOnce(
      await atOnce(specialist, 'mutation($id: ID!) { acceptVisit(id: $id) { status } }', { id }),
      'INVALID_STATE',
    );
    expect(await count(`visit_event WHERE visit_id = '${id}' AND to_status = 'CONFIRMED'`)).toBe(1);
  });

  it('submits a request once, with one number, and accepts it once', async () => {
    const id = world.rows['draft'];
    const submit = 'mutation($id: ID!) { submitSupportRequest(id: $id) { number } }';
    const last = async () =>
      (await api.database.dataSource.query(`SELECT last FROM number_series WHERE kind = 'R'`))[0];
    const before = await last();
    expectOnce(await atOnce(town, submit, { id }), 'INVALID_STATE');
    expect(await last()).toEqual({ last: before.last + 1 });
    expectOnce(
      await atOnce(hub, 'mutation($id: ID!) { acceptSupportRequest(id: $id) { status } }', { id }),
      'INVALID_STATE',
    );
    expect(
      await count(`support_request_event WHERE support_request_id = '${id}' AND to_status = 'SELECTING'`),
    ).toBe(1);
  });

  it('answers a question once, and makes one request of it', async () => {
    const id = world.rows['waiting'];
    expectOnce(
      await atOnce(specialist, 'mutation($id: ID!) { answerConsultation(id: $id, answer: "x") { status } }', {
        id,
      }),
      'INVALID_STATE',
    );
    const turn = `mutation($id: ID!, $input: SupportRequestInput!) {
      turnConsultationIntoRequest(id: $id, input: $input) { supportRequestId } }`;
    expectOnce(await atOnce(town, turn, { id, input: requestInput() }), 'INVALID_STATE');
    expect(await count(`support_request WHERE consultation_id = '${id}'`)).toBe(1);
  });

  it('puts specialists before the town once', async () => {
    const [id, person] = [world.rows['selecting'], world.rows['specialist']];
    const shortlist =
      'mutation($id: ID!, $s: [ID!]!) { shortlistSpecialists(id: $id, specialistIds: $s) { status } }';
    expectOnce(await atOnce(hub, shortlist, { id, s: [person] }), 'INVALID_STATE');
    const rank = 'mutation($id: ID!, $s: [ID!]!) { rankShortlist(id: $id, specialistIds: $s) { status } }';
    expectOnce(await atOnce(town, rank, { id, s: [person] }), 'INVALID_STATE');
    const answer = 'mutation($id: ID!) { answerOffer(id: $id, accept: true) { status } }';
    expectOnce(await atOnce(specialist, answer, { id }), 'INVALID_STATE');
    expect(await count(`shortlist_entry WHERE support_request_id = '${id}'`)).toBe(1);
  });

  it('notes a day off once', async () => {
    const input = { specialistId: world.rows['specialist'], date: workingDayIn(150), part: 'DAY' };
    const add = 'mutation($input: DayOffInput!) { addDayOff(input: $input) { id } }';
    expectOnce(await atOnce(specialist, add, { input }), 'CONFLICT');
    expect(await count(`day_off WHERE date = '${input.date}'`)).toBe(1);
  });

  it('asks for one planning run', async () => {
    const input = { from: addDays(today(), 1), to: addDays(today(), 10) };
    const order = 'mutation($input: PlanningRunInput!) { requestPlanningRun(input: $input) { number } }';
    expectOnce(await atOnce(hub, order, { input }), 'CONFLICT');
    expect(await count(`planning_run WHERE status = 'QUEUED'`)).toBe(1);
    expect(
      await count(`outbox WHERE job = 'dispatch.execute-planning-run' AND done_at IS NULL`),
    ).toBeGreaterThan(0);
  });

  it('sets a planning policy once for one version', async () => {
    const input = {
      version: 0,
      tiers: [['visit-left-out'], ['disturbance']],
      weights: [],
      frozenWorkingDays: 5,
      reserveHalfDaysPerWeek: 0,
    };
    const set = 'mutation($input: PlanningPolicyInput!) { setPlanningPolicy(input: $input) { version } }';
    expectOnce(await atOnce(hub, set, { input }), 'CONFLICT');
    expect(await count('planning_policy')).toBe(1);
  });

  it('writes what is known of a town down once; the others are told', async () => {
    const set = 'mutation($input: TownProfileInput!) { setTownProfile(input: $input) { itStaff } }';
    const input = { municipalityId: KURE, itStaff: 1, busy: [], seen: '0' };
    expectOnce(await atOnce(hub, set, { input }), 'CONFLICT');
    expect(await count(`town_profile WHERE it_staff = 1`)).toBe(1);
  });

  it('writes a travel time down once; the others are told', async () => {
    const set = 'mutation($input: TravelTimeInput!) { setTravelTime(input: $input) { minutes source } }';
    const input = { fromId: MIHARA, toId: KURE, minutes: 70, note: 'x', seen: '0' };
    expectOnce(await atOnce(hub, set, { input }), 'CONFLICT');
    expect(await count(`travel_override WHERE minutes = 70`)).toBe(1);
  });

  it('answers sixty screens at once through two connections', async () => {
    const screen = `{ visits { edges { node { supportRequest { title history { at } shortlist { specialistId } }
      municipality { name } specialist { name skills { level skill { name } } } history { at } } } }
      consultations { edges { node { question theme { name } history { at } } } } }`;
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => [hub, town, specialist])
        .flat()
        .map((one) => one.send(screen)),
    );
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
  }, 60_000);

  it('says that somebody else is at it when a row stays locked', async () => {
    const holder = api.database.dataSource.createQueryRunner();
    await holder.startTransaction();
    await holder.query('SELECT 1 FROM support_request WHERE id = $1 FOR UPDATE', [world.rows['open']]);
    const refused = await hub.refusal(
      'mutation($id: ID!) { reselectSpecialist(id: $id, reason: "x") { id } }',
      {
        id: world.rows['open'],
      },
    );
    await holder.rollbackTransaction();
    await holder.release();
    expect(refused).toEqual({ code: 'CONFLICT', reason: 'service.busy' });
  }, 30_000);
});

describe('a database without room', () => {
  it('is said to have none; reading goes on, and the same wish is fulfilled when there is room again', async () => {
    const api = await startApi();
    const { dataSource } = api.database;
    const town = await api.as(await clerk(api.database.db));
    const draft = () =>
      town.send('mutation($input: SupportRequestInput!) { draftSupportRequest(input: $input) { id } }', {
        input: requestInput(),
      });
    await dataSource.query(`CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$`);
    await dataSource.query(
      'CREATE TRIGGER no_room BEFORE INSERT ON support_request FOR EACH ROW EXECUTE FUNCTION no_room()',
    );
    expect((await draft()).errors).toMatchObject([
      {
        message: expect.stringContaining('入力した内容は画面に残っています'),
        extensions: { code: 'UNAVAILABLE', reason: 'service.full' },
      },
    ]);
    // Also when it is time to note that somebody is still there.
    await dataSource.query(`UPDATE session SET last_seen_at = last_seen_at - interval '10 minutes'`);
    await dataSource.query('CREATE TRIGGER no_room BEFORE UPDATE ON session EXECUTE FUNCTION no_room()');
    expect((await town.ask('{ places { name } }'))['places'].length).toBeGreaterThan(20);
    await dataSource.query('DROP TRIGGER no_room ON session');
    await dataSource.query('DROP TRIGGER no_room ON support_request');
    expect((await draft()).errors).toEqual([]);
    await api.close();
  }, 30_000);
});

describe('a database that goes away', () => {
  it('is said to be away while it is, and served from again when it is back', async () => {
    const api = await startApi();
    const caller = await api.as(await hubStaff(api.database.db));
    const name = new URL(api.database.url).pathname.slice(1);
    const letIn = (whether: boolean) =>
      withMaintenance(async (client) => {
        await client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS ${String(whether)}`);
        await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [
          name,
        ]);
      });
    await letIn(false);
    // Nobody can be known meanwhile, at any door: each answers in words and says when to come again.
    const asked = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: caller.cookie ?? '' },
      body: JSON.stringify({ query: '{ places { name } }' }),
    });
    const ready = await fetch(`${api.url}/readyz`);
    for (const answer of [asked, ready])
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await ready.json()).toMatchObject({ status: 'away' });
    expect(await asked.json()).toMatchObject({
      errors: [
        {
          message: 'データベースにつながりません。しばらくしてからもう一度お試しください。',
          extensions: { code: 'UNAVAILABLE', reason: 'service.away' },
        },
      ],
    });
    await letIn(true);
    expect((await caller.ask('{ places { name } }'))['places'].length).toBeGreaterThan(20);
    await api.close();
  }, 30_000);
});

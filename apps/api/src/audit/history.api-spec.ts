import { ALL_HUB_WORK } from '@banso/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ReadingLog } from '@banso/platform';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { type Caller, type RunningApi, startApi } from '../../../../test/api.js';
import { valueOf } from '../../../../test/arguments.js';
import { documentOf, operationsIn } from '../../../../test/documents.js';
import { clerk, expert, hub, KURE, MIHARA, OSAKIKAMIJIMA } from '../../../../test/people.js';
import { requestInput, workingDayIn } from '../../../../test/requests.js';

const HISTORY = `query($recordType: HistoryRecord!, $id: ID!, $first: Int, $after: String) {
  history(recordType: $recordType, id: $id, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { id kind actorRole actorName operation table changes { field before after } } } } }`;
const EXPORT = `mutation($recordType: HistoryRecord!, $id: ID!) {
  exportHistory(recordType: $recordType, id: $id) { name content } }`;

describe('the history of a record', () => {
  let api: RunningApi;
  let staff: Caller;
  let town: Caller;
  let others: Record<'ehime' | 'nextTown' | 'specialist', Caller>;
  let specialistId: string;

  beforeAll(async () => {
    api = await startApi();
    const { db } = api.database;
    const hiroshima = await hub(db);
    const she = await expert(db, hiroshima);
    specialistId = she.specialistId;
    staff = await api.as(hiroshima);
    town = await api.as(await clerk(db, KURE));
    others = {
      ehime: await api.as(await hub(db, '38')),
      nextTown: await api.as(await clerk(db, MIHARA)),
      specialist: await api.as(she),
    };
  }, 60_000);
  afterAll(() => api.close());

  const query = <Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> =>
    api.database.dataSource.query(sql, parameters);

  /** Calls a mutation with right values, but for those given. */
  async function call(caller: Caller, name: string, given: Record<string, unknown>): Promise<any> {
    const found = operationsIn(api.app.get(GraphQLSchemaHost).schema).find(([, one]) => one.name === name);
    if (!found) throw new Error(`${name} is no operation`);
    const variables = Object.fromEntries(
      found[1].args.map((one) => [
        one.name,
        one.name in given ? given[one.name] : valueOf(one.name, one.type, 'x'),
      ]),
    );
    return (await caller.ask(documentOf(...found, 1), variables))[name];
  }
  const history = async (caller: Caller, recordType: string, id: string, page = {}) =>
    (await caller.ask(HISTORY, { recordType, id, ...page }))['history'];
  const lines = async (caller: Caller, recordType: string, id: string): Promise<any[]> =>
    (await history(caller, recordType, id, { first: 100 })).edges.map((edge: any) => edge.node);

  it('has an entry of every change that comes through the API, under the name of its operation', async () => {
    const person = (await query<any>('SELECT * FROM specialist WHERE id = $1', [specialistId]))[0];
    const facts = { name: person.name, kana: 'せんもん', nameEn: 'x', profileId: 'ENGINEER', baseId: KURE };
    const about = {
      employment: 'x',
      employmentEn: 'x',
      modes: ['ONLINE'],
      monthlyDays: 3,
      weekly: ['MON_AM'],
    };
    const specialist = { ...facts, ...about, active: true, nights: 0 };
    const input = requestInput({ themeId: null });
    const steps: (readonly [Caller, string, (id: string) => Record<string, unknown>])[] = [
      [town, 'draftSupportRequest', () => ({ input, municipalityId: null })],
      [town, 'reviseSupportRequest', (id) => ({ id, input: { ...input, title: '改めた題' } })],
      [town, 'sendSupportRequestForApproval', (id) => ({ id })],
      [town, 'returnSupportRequest', (id) => ({ id, reason: '直し' })],
      [town, 'submitSupportRequest', (id) => ({ id, approvalNumber: '1' })],
      [staff, 'beginTriage', (id) => ({ id })],
      [staff, 'classifySupportRequest', (id) => ({ id, themeId: 'T01' })],
      [staff, 'acceptSupportRequest', (id) => ({ id })],
      [town, 'withdrawSupportRequest', (id) => ({ id, reason: '不要' })],
      [town, 'askExpert', () => ({ municipalityId: null })],
      [staff, 'registerSpecialist', () => ({ input: specialist })],
      [staff, 'reviseSpecialist', () => ({ id: specialistId, input: { ...specialist, monthlyDays: 4 } })],
      [
        staff,
        'addDayOff',
        () => ({ input: { specialistId, date: workingDayIn(90), part: 'DAY', reason: null } }),
      ],
      [staff, 'setTravelTime', () => ({})],
      [staff, 'clearTravelTime', () => ({ fromId: KURE, toId: OSAKIKAMIJIMA })],
      [staff, 'setTownProfile', () => ({ input: { municipalityId: KURE, itStaff: 2, busy: [], seen: '0' } })],
    ];
    let id = '';
    for (const [caller, name, variables] of steps) {
      const answer = await call(caller, name, variables(id));
      if (name === 'draftSupportRequest') id = answer.id;
      const [count] = await query<{ n: number }>(
        `SELECT count(*)::int AS n FROM audit_entry WHERE operation = $1 AND kind IN ('CREATE', 'UPDATE', 'DELETE')`,
        [name],
      );
      expect({ name, logged: (count?.n ?? 0) > 0 }).toEqual({ name, logged: true });
    }
    const revised = (await lines(town, 'SUPPORT_REQUEST', id)).find((line) =>
      line.operation?.startsWith('revise'),
    );
    expect(revised).toMatchObject({ kind: 'UPDATE', actorRole: 'MUNICIPALITY_STAFF' });
    expect(revised.changes).toContainEqual({
      field: 'title',
      before: JSON.stringify(input.title),
      after: '"改めた題"',
    });
    const forHub = await lines(staff, 'SUPPORT_REQUEST', id);
    expect(forHub.map(({ operation }) => operation)).not.toContain('reviseSupportRequest');
    expect(forHub.map(({ operation }) => operation)).toContain('submitSupportRequest');
  });

  it('has no entry of what was refused', async () => {
    const count = () => query(`SELECT count(*) FROM audit_entry WHERE kind <> 'VIEW'`);
    const before = await count();
    await expect(call(others.nextTown, 'askExpert', { municipalityId: KURE })).rejects.toThrow();
    await expect(call(others.ehime, 'reviseSpecialist', { id: specialistId })).rejects.toThrow();
    expect(await count()).toEqual(before);
  });

  it('tells who looked: once an hour, to the hub only, and whatever way they came', async () => {
    const { id } = await call(town, 'draftSupportRequest', { input: requestInput(), municipalityId: null });
    await call(town, 'submitSupportRequest', { id, approvalNumber: null });
    await staff.ask('query($id: ID!) { supportRequest(id: $id) { title } }', { id });
    await api.app.get(ReadingLog).flush();
    const views = async () =>
      (await lines(staff, 'SUPPORT_REQUEST', id)).filter(({ kind }) => kind === 'VIEW');
    const hubViews = async () => (await views()).filter(({ actorRole }) => actorRole === 'HUB_STAFF');
    expect(await hubViews()).toEqual([]);
    await staff.ask('{ supportRequests { edges { node { trouble } } } }');
    await staff.ask('query($id: ID!) { supportRequest(id: $id) { trouble } }', { id });
    await api.app.get(ReadingLog).flush();
    expect(await hubViews()).toHaveLength(1);
    expect((await lines(town, 'SUPPORT_REQUEST', id)).map(({ kind }) => kind)).not.toContain('VIEW');
  });

  it('counts views that could not be written, and tries again first', async () => {
    const readings = new ReadingLog(api.database.db);
    const actor = {
      role: 'HUB_STAFF',
      duties: ALL_HUB_WORK,
      accountId: 'reader',
      prefectureId: '34',
      name: 'x',
    } as const;
    await query('ALTER FUNCTION audit_reading(text, text[], text[]) RENAME TO audit_reading_away');
    readings.viewed(actor, 'specialist', specialistId);
    await readings.flush();
    expect(readings.lost).toBe(0);
    await query('ALTER FUNCTION audit_reading_away(text, text[], text[]) RENAME TO audit_reading');
    await readings.flush();
    expect(await query(`SELECT record_id FROM audit_entry WHERE account_id = 'reader'`)).toHaveLength(1);
    await query('ALTER FUNCTION audit_reading(text, text[], text[]) RENAME TO audit_reading_away');
    readings.viewed(actor, 'specialist', 'another');
    for (let attempt = 0; attempt < 5; attempt++) await readings.flush();
    await query('ALTER FUNCTION audit_reading_away(text, text[], text[]) RENAME TO audit_reading');
    expect(readings.lost).toBe(1);
  });

  it('is taken away as a file by the hub, which is an entry itself', async () => {
    const { exportHistory: file } = await staff.ask(EXPORT, { recordType: 'SPECIALIST', id: specialistId });
    expect(file.name).toBe(`history-specialist-${specialistId}.csv`);
    expect(file.content.startsWith('\uFEFF"番号"')).toBe(true);
    expect((await lines(staff, 'SPECIALIST', specialistId))[0]).toMatchObject({
      kind: 'EXPORT',
      operation: 'exportHistory',
    });
    for (const caller of [town, others.specialist])
      expect(await caller.refusal(EXPORT, { recordType: 'SPECIALIST', id: specialistId })).toMatchObject({
        code: 'FORBIDDEN',
      });
  });

  it('comes in pages', async () => {
    const first = await history(staff, 'SPECIALIST', specialistId, { first: 1 });
    expect(first).toMatchObject({ pageInfo: { hasNextPage: true } });
    const next = await history(staff, 'SPECIALIST', specialistId, {
      first: 1,
      after: first.pageInfo.endCursor,
    });
    expect(Number(next.edges[0].node.id)).toBeLessThan(Number(first.edges[0].node.id));
    expect(
      await staff.refusal(HISTORY, { recordType: 'SPECIALIST', id: specialistId, after: 'x' }),
    ).toMatchObject({
      code: 'BAD_INPUT',
    });
  });

  it('does not exist for another town or prefecture, and a town reads its own cases only', async () => {
    const { id } = await call(town, 'draftSupportRequest', { input: requestInput(), municipalityId: null });
    for (const caller of [others.ehime, others.nextTown, staff])
      expect(await caller.refusal(HISTORY, { recordType: 'SUPPORT_REQUEST', id })).toMatchObject({
        code: 'NOT_FOUND',
      });
    expect(await others.ehime.refusal(EXPORT, { recordType: 'SPECIALIST', id: specialistId })).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await town.refusal(HISTORY, { recordType: 'SPECIALIST', id: specialistId })).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await others.specialist.refusal(HISTORY, { recordType: 'SUPPORT_REQUEST', id })).toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('never holds a secret', async () => {
    const secrets = await query<{ secret: string }>(
      'SELECT password_hash AS secret FROM account UNION SELECT token_hash FROM session',
    );
    expect(secrets.length).toBeGreaterThan(5);
    const [found] = await query<{ n: number }>(
      `SELECT count(*)::int AS n FROM audit_entry e, unnest($1::text[]) secret
       WHERE position(secret IN e::text) > 0 OR position('argon2' IN e::text) > 0`,
      [secrets.map(({ secret }) => secret)],
    );
    expect(found?.n).toBe(0);
  });
});

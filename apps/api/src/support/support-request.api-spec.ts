import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Caller, type RunningApi, startApi } from '../../../../test/api.js';
import { countingStatements } from '../../../../test/statements.js';
import { clerk, expert, hub, MATSUYAMA, MIHARA } from '../../../../test/people.js';
import { requestInput } from '../../../../test/requests.js';

const DRAFT =
  'mutation($input: SupportRequestInput!) { draftSupportRequest(input: $input) { id status viewerActions } }';
const SUBMIT =
  'mutation($id: ID!) { submitSupportRequest(id: $id) { id number status history { toStatus actorName reason } } }';
const READ = 'query($id: ID!) { supportRequest(id: $id) { id status viewerActions } }';

describe('support requests over HTTP', () => {
  let api: RunningApi;
  let town: Caller;
  let otherTown: Caller;
  let otherPrefecture: Caller;
  let staff: Caller;
  let specialist: Caller;

  beforeAll(async () => {
    api = await startApi();
    const { db } = api.database;
    const hiroshima = await hub(db);
    town = await api.as(await clerk(db));
    otherTown = await api.as(await clerk(db, MIHARA));
    otherPrefecture = await api.as(await clerk(db, MATSUYAMA));
    staff = await api.as(hiroshima);
    specialist = await api.as(await expert(db, hiroshima));
  }, 60_000);
  afterAll(() => api.close());

  const draft = async (): Promise<string> =>
    (await town.ask(DRAFT, { input: requestInput() }))['draftSupportRequest'].id;
  const submitted = async (): Promise<string> => {
    const id = await draft();
    await town.ask(SUBMIT, { id });
    return id;
  };

  it('walks from a draft to the hub', async () => {
    const id = await draft();
    expect(await staff.refusal(READ, { id })).toMatchObject({ code: 'NOT_FOUND' });
    const { submitSupportRequest: sent } = await town.ask(SUBMIT, { id });
    expect(sent.number).toMatch(/^R\d+-\d{4}$/);
    expect(sent.history.map((event: { toStatus: string }) => event.toStatus)).toEqual([
      'DRAFT',
      'AWAITING_INTAKE',
    ]);
    const { supportRequest } = await staff.ask(READ, { id });
    expect(supportRequest.viewerActions).toContain('ACCEPT');
    expect(supportRequest.viewerActions).not.toContain('SUBMIT');
    const { acceptSupportRequest } = await staff.ask(
      'mutation($id: ID!) { acceptSupportRequest(id: $id) { status } }',
      { id },
    );
    expect(acceptSupportRequest.status).toBe('SCHEDULING');
  });

  it('does not exist for anybody else', async () => {
    const id = await submitted();
    for (const stranger of [otherTown, otherPrefecture, specialist]) {
      expect(await stranger.refusal(READ, { id })).toEqual({
        code: 'NOT_FOUND',
        reason: 'request.not-found',
      });
      const { supportRequests } = await stranger.ask(
        '{ supportRequests { totalCount edges { node { id } } } }',
      );
      expect(supportRequests).toEqual({ totalCount: 0, edges: [] });
    }
    expect(await otherTown.refusal(SUBMIT, { id })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is sent once, however often and however fast', async () => {
    const id = await draft();
    const answers = await Promise.all(Array.from({ length: 8 }, () => town.send(SUBMIT, { id })));
    expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
    for (const { errors } of answers.filter((answer) => answer.errors.length > 0))
      expect(errors[0]?.extensions['code']).toBe('INVALID_STATE');
  });

  it('gives numbers without gaps or repeats', async () => {
    const ids = [await draft(), await draft(), await draft(), await draft()];
    const answers = await Promise.all(ids.map((id) => town.ask(SUBMIT, { id })));
    const numbers = answers
      .map((answer) => Number(answer['submitSupportRequest'].number.split('-')[1]))
      .sort((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, i) => (numbers[0] ?? 0) + i));
  });

  it('needs as many SQL statements for twenty rows as for one', async () => {
    for (let i = 0; i < 20; i++) await submitted();
    const list = `query($first: Int) { supportRequests(first: $first) { totalCount pageInfo { hasNextPage } edges { node {
      id municipality { name } theme { name } specialist { name } history { at } shortlist { position } viewerActions } } } }`;
    const statements = async (first: number): Promise<number> => {
      const { answer, count } = await countingStatements(() => town.ask(list, { first }));
      expect(answer['supportRequests'].edges).toHaveLength(first);
      return count;
    };
    const [one, twenty] = [await statements(1), await statements(20)];
    expect(one).toBeGreaterThan(5);
    expect(twenty).toBe(one);
  });

  it('lists the newest first, or whoever has waited longest', async () => {
    const order = async (oldestFirst: boolean): Promise<string[]> => {
      const { supportRequests } = await town.ask(
        'query($oldestFirst: Boolean) { supportRequests(first: 100, filter: { oldestFirst: $oldestFirst }) { edges { node { id } } } }',
        { oldestFirst },
      );
      return supportRequests.edges.map((edge: { node: { id: string } }) => edge.node.id);
    };
    const newest = await order(false);
    expect(newest.length).toBeGreaterThan(2);
    expect(await order(true)).toEqual([...newest].reverse());
  });

  it('pages through all rows once', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Record<string, any> = await town.ask(
        'query($after: String) { supportRequests(first: 7, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id } } } }',
        { after },
      );
      const { edges, pageInfo } = page['supportRequests'];
      seen.push(...edges.map((edge: { node: { id: string } }) => edge.node.id));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after);
    const { supportRequests } = await town.ask('{ supportRequests(first: 1) { totalCount } }');
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(supportRequests.totalCount);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Caller, type RunningApi, startApi } from '../../../../test/api.js';
import { clerk, expert, hub, MATSUYAMA, MIHARA } from '../../../../test/people.js';
import { requestInput } from '../../../../test/requests.js';

const MAKE = `mutation($id: ID!, $audience: Audience!) {
  makeRequestSheet(id: $id, audience: $audience) { audience passages lines { field value } } }`;

describe('a request for readers outside', () => {
  let api: RunningApi;
  let id: string;
  let name: string;
  let insiders: { hub: Caller; town: Caller };
  let outsiders: Caller[];
  let specialist: Caller;

  beforeAll(async () => {
    api = await startApi();
    const { db } = api.database;
    const [staff, kure] = [await hub(db), await clerk(db)];
    const she = await expert(db, staff);
    name = kure.name;
    insiders = { hub: await api.as(staff), town: await api.as(kure) };
    specialist = await api.as(she);
    outsiders = await Promise.all(
      [await clerk(db, MIHARA), await clerk(db, MATSUYAMA), await hub(db, '38')].map((one) => api.as(one)),
    );
    const trouble = `${kure.name}が呉市の窓口で 0823-25-1234 に出ている。${she.name}に聞きたい。`;
    const drafted = await insiders.town.ask(
      'mutation($i: SupportRequestInput!) { draftSupportRequest(input: $i) { id } }',
      { i: requestInput({ trouble }) },
    );
    id = drafted['draftSupportRequest'].id;
    await insiders.town.ask('mutation($id: ID!) { submitSupportRequest(id: $id) { number } }', { id });
  }, 60_000);
  afterAll(() => api.close());

  const sheetFor = async (caller: Caller, audience: string): Promise<Record<string, string | null>> => {
    const { makeRequestSheet } = await caller.ask(MAKE, { id, audience });
    return Object.fromEntries(
      makeRequestSheet.lines.map(({ field, value }: { field: string; value: string | null }) => [
        field,
        value,
      ]),
    );
  };

  it('shows everything inside, blacks out for other towns, and tells the public only what it is about', async () => {
    for (const caller of Object.values(insiders)) {
      expect(await sheetFor(caller, 'INTERNAL')).toMatchObject({
        TOWN: '呉市',
        CONTACT: '総務課 情報係',
        TROUBLE: expect.stringContaining(name),
      });
      expect(await sheetFor(caller, 'OTHER_TOWNS')).toMatchObject({
        NUMBER: null,
        TOWN: '市',
        CONTACT: null,
        SPECIALIST: null,
        TROUBLE: '■■■が■■■の窓口で ■■■ に出ている。■■■に聞きたい。',
        SUBMITTED: expect.stringMatching(/^\d{4}-\d{2}$/),
      });
      const everybody = await sheetFor(caller, 'PUBLIC');
      expect(everybody).toMatchObject({ TITLE: null, TROUBLE: null, OUTCOME: null, MODE: 'ON_SITE' });
      expect(JSON.stringify(everybody)).not.toMatch(/呉|窓口で|0823/);
    }
  });

  it('is made by the town and its hub only, and every time is in the history', async () => {
    for (const caller of outsiders)
      expect(await caller.refusal(MAKE, { id, audience: 'PUBLIC' })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await specialist.refusal(MAKE, { id, audience: 'PUBLIC' })).toMatchObject({ code: 'FORBIDDEN' });
    const count = async (): Promise<number> =>
      (
        await api.database.dataSource.query(
          `SELECT count(*)::int AS n FROM audit_entry WHERE kind = 'EXPORT' AND record_id = $1`,
          [id],
        )
      )[0].n;
    const before = await count();
    await sheetFor(insiders.town, 'PUBLIC');
    expect(await count()).toBe(before + 1);
  });
});

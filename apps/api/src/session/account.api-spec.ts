import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningApi, startApi } from '../../../../test/api.js';
import { clerk, PASSWORD } from '../../../../test/people.js';
import { requestInput } from '../../../../test/requests.js';

describe('your own account', () => {
  let api: RunningApi;

  beforeAll(async () => {
    api = await startApi();
  }, 60_000);
  afterAll(() => api.close());

  const CHANGE = 'mutation($i: PasswordChangeInput!) { changePassword(input: $i) }';

  it('changes its password and says in both languages what is wrong with a bad one', async () => {
    const person = await clerk(api.database.db);
    const she = await api.as(person);
    const other = await api.as(person);
    const bad = { i: { presentPassword: PASSWORD, newPassword: 'too short' } };
    expect((await she.send(CHANGE, bad)).errors[0]?.message).toContain('15 文字以上');
    const english = await api.as(person, 'en');
    expect((await english.send(CHANGE, bad)).errors[0]?.message).toContain('at least 15 characters');
    await she.ask(CHANGE, { i: { presentPassword: PASSWORD, newPassword: 'wooden boats carry rice' } });
    expect(await she.ask('{ viewer { role } }')).toEqual({ viewer: { role: 'MUNICIPALITY_STAFF' } });
    expect(await other.ask('{ viewer { role } }')).toEqual({ viewer: null });
  });

  it('hands out all that is held about its person, and nothing of others or of what signs in', async () => {
    const [person, other] = [await clerk(api.database.db), await clerk(api.database.db)];
    for (const one of [person, other])
      await (
        await api.as(one)
      ).ask('mutation($i: SupportRequestInput!) { draftSupportRequest(input: $i) { id } }', {
        i: requestInput({ title: `${one.name}の依頼` }),
      });
    const TAKE = 'mutation { exportMyData { name content } }';
    const { exportMyData } = await (await api.as(person)).ask(TAKE);
    const { rows } = JSON.parse(exportMyData.content);
    expect(rows.account).toEqual([expect.objectContaining({ login_id: person.loginId })]);
    expect(rows.support_request).toEqual([expect.objectContaining({ title: `${person.name}の依頼` })]);
    expect(rows.support_request_event.length).toBeGreaterThan(0);
    expect(exportMyData.content).not.toContain(other.name);
    expect(exportMyData.content).not.toMatch(/argon2|token_hash|password/);
    expect(await api.anonymous().refusal(TAKE)).toMatchObject({ code: 'SIGN_IN_REQUIRED' });
    const [{ n }] = await api.database.dataSource.query(
      `SELECT count(*)::int AS n FROM audit_entry WHERE kind = 'EXPORT' AND record_id = $1`,
      [person.accountId],
    );
    expect(n).toBe(1);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningApi, startApi } from '../../../../test/api.js';
import { clerk, PASSWORD } from '../../../../test/people.js';

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
});

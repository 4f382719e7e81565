import { GraphQLSchemaHost } from '@nestjs/graphql';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateSync } from 'otplib';
import { type Caller, type RunningApi, startApi } from '../../../../test/api.js';
import { variablesOf } from '../../../../test/arguments.js';
import { documentOf, operationsIn } from '../../../../test/documents.js';
import { clerk, hub, PASSWORD } from '../../../../test/people.js';
import { operationsOf } from '../access.js';
import { RESOLVERS } from '../resolvers.js';

const SIGN_IN =
  'mutation($l: String!, $p: String!, $c: String) { signIn(loginId: $l, password: $p, code: $c) { name } }';
const BEGIN = 'mutation($p: String!) { beginTotp(presentPassword: $p) { key address } }';
const CONFIRM = 'mutation($c: String!) { confirmTotp(code: $c) { codes } }';
const MISSING = '{ viewer { secondFactorMissing } mySecondFactor { demanded totpSince recoveryCodesLeft } }';
const NOBODY = '00000000-0000-4000-8000-000000000000';

describe('a second factor, where the hub must have one', () => {
  let api: RunningApi;

  beforeAll(async () => {
    api = await startApi({ BANSO_SECOND_FACTOR: 'hub' });
  }, 60_000);
  afterAll(() => api.close());

  async function setUp(caller: Caller): Promise<{ key: string; codes: string[] }> {
    const { beginTotp } = await caller.ask(BEGIN, { p: PASSWORD });
    const code = generateSync({ secret: beginTotp.key });
    const { confirmTotp } = await caller.ask(CONFIRM, { c: code });
    return { key: beginTotp.key, codes: confirmTotp.codes };
  }

  it('leaves somebody of the hub nothing but setting it up, whatever they ask for', async () => {
    const her = await api.as(await hub(api.database.db));
    expect(await her.ask(MISSING)).toEqual({
      viewer: { secondFactorMissing: true },
      mySecondFactor: { demanded: true, totpSince: null, recoveryCodesLeft: 0 },
    });
    const open: string[] = [];
    const admitted = operationsOf(RESOLVERS);
    for (const [kind, operation] of operationsIn(api.app.get(GraphQLSchemaHost).schema)) {
      if (admitted.get(operation.name)?.includes('PUBLIC')) continue;
      const { errors } = await her.send(documentOf(kind, operation, 1), variablesOf(operation, NOBODY));
      if (errors[0]?.extensions['reason'] !== 'second-factor.set-up-first') open.push(operation.name);
    }
    expect(open.sort()).toEqual([
      'beginPasskey',
      'beginTotp',
      'confirmTotp',
      'mySecondFactor',
      'registerPasskey',
    ]);
    await setUp(her);
    expect(await her.ask(`${MISSING.slice(0, -1)} mySessions { id } }`)).toMatchObject({
      viewer: { secondFactorMissing: false },
      mySecondFactor: { recoveryCodesLeft: 10 },
    });
  });

  it('is offered to a town, and asked for in both languages once it is there', async () => {
    const person = await clerk(api.database.db);
    const she = await api.as(person);
    await she.ask('{ mySessions { id } }');
    const { codes } = await setUp(she);
    const enter = (code: string | null, language = 'ja', password = PASSWORD) =>
      api.anonymous(language).send(SIGN_IN, { l: person.loginId, p: password, c: code });
    const said = async (code: string | null, language?: string, password?: string) =>
      (await enter(code, language, password)).errors[0];
    expect(await said(null)).toMatchObject({
      message: expect.stringContaining('6桁'),
      extensions: { code: 'SIGN_IN_FAILED', reason: 'sign-in.code-needed' },
    });
    expect((await said('000000', 'en'))?.message).toContain('The code is not right');
    expect(await said(codes[0] ?? '', 'ja', 'not this one')).toMatchObject({
      extensions: { reason: 'sign-in.failed' },
    });
    expect((await enter(codes[0] ?? '')).errors).toEqual([]);
    expect((await said(codes[0] ?? ''))?.extensions['reason']).toBe('sign-in.code-wrong');
    const proof = { i: { presentPassword: PASSWORD, code: '000000' } };
    for (const mutation of ['removeTotp(input: $i)', 'reissueRecoveryCodes(input: $i) { codes }']) {
      const { errors } = await she.send(`mutation($i: SecondFactorProofInput!) { ${mutation} }`, proof);
      expect(errors[0]?.message).toContain('「コード」が正しくない');
    }
  });
});

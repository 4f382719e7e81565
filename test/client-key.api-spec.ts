import { randomUUID } from 'node:crypto';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { FixedClock } from '@banso/kernel';
import { CLIENT_KEY_HOURS, forgetClientKeys, ReadingLog } from '@banso/platform';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningApi, startApi } from './api.js';
import { variablesOf } from './arguments.js';
import { LAST_WRITTEN } from './fingerprint.js';
import { documentOf, type Operation, operationsIn } from './documents.js';
import { requestInput } from './requests.js';
import { Wishes } from './wishes.js';

/** About one's own sessions, or by a link that works once: a repetition opens another one, or finds nothing left. */
const SAFE_BY_NATURE = [
  'signIn',
  'signOut',
  'signOutEverywhere',
  'endSession',
  'switchMembership',
  'changePassword',
  'beginTotp',
  'confirmTotp',
  'reissueRecoveryCodes',
  'removeTotp',
  'beginPasskey',
  'registerPasskey',
  'removePasskey',
  'beginPasskeySignIn',
  'signInWithPasskey',
  'acceptInvitation',
  'joinByInvitation',
  'resetPassword',
  'beginIdentitySignIn',
  'beginIdentityLink',
  'beginIdentityJoin',
  'unlinkIdentity',
];

const DRAFT = 'mutation($i: SupportRequestInput!) { draftSupportRequest(input: $i) { id title createdAt } }';

/** `BANSO_MEASURE=200`: so often a hundred ask at one moment. */
const ROUNDS = Number(process.env['BANSO_MEASURE'] ?? 1);

describe('a wish under a key of its client', () => {
  let api: RunningApi;
  let wishes: Wishes;
  let tables: readonly string[];

  beforeAll(async () => {
    api = await startApi();
    wishes = await Wishes.of(api, new FixedClock(new Date()));
    const rows = await api.database.dataSource.query<{ name: string }[]>(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = 'public' AND c.relkind = 'r'
         AND c.relname NOT IN ('travel_estimate', 'session', 'client_key', 'migration')`,
    );
    tables = rows.map(({ name }) => name);
  }, 60_000);
  afterAll(() => api.close());

  const mutations = (): Operation[] =>
    operationsIn(api.app.get(GraphQLSchemaHost).schema).flatMap(([kind, operation]) =>
      kind === 'mutation' && !SAFE_BY_NATURE.includes(operation.name) ? [operation] : [],
    );

  /** What was last written to every table. */
  async function everything(): Promise<unknown> {
    // Who looked at the answer is written down a moment later.
    await api.app.get(ReadingLog).flush();
    const written = tables.map((name) => `(SELECT ${LAST_WRITTEN} FROM "${name}" t) AS "${name}"`);
    return (await api.database.dataSource.query(`SELECT ${written.join(', ')}`))[0];
  }

  const rowsOf = async (where: string): Promise<number> => {
    const [row] = await api.database.dataSource.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM ${where}`,
    );
    return row?.n ?? 0;
  };

  /** The arguments with what the wish says, wherever its names stand. */
  function said(value: unknown, words: Record<string, unknown>): unknown {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, name in words ? words[name] : said(inner, words)]),
    );
  }

  it('has one effect and one answer, for every mutation of the schema', async () => {
    const faults: unknown[] = [];
    for (const operation of mutations()) {
      const { by, args } = await wishes.granted(operation.name);
      const variables = said(variablesOf(operation, String(args['id'])), args) as Record<string, unknown>;
      const [caller, document, key] = [
        wishes.callers[by],
        documentOf('mutation', operation, 2),
        randomUUID(),
      ];
      const first = await caller.send(document, variables, key);
      const after = await everything();
      const second = await caller.send(document, variables, key);
      const fault = first.errors[0] ?? second.errors[0];
      if (fault) {
        faults.push([operation.name, variables, fault]);
        continue;
      }
      // An answer that is none of GraphQL's has no errors either.
      expect([operation.name, first.status]).toEqual([operation.name, 200]);
      expect([operation.name, second.data]).toEqual([operation.name, first.data]);
      expect([operation.name, await everything()]).toEqual([operation.name, after]);
      expect([operation.name, await rowsOf(`client_key WHERE operation = '${operation.name}'`)]).toEqual([
        operation.name,
        1,
      ]);
      // Under the same key nothing else is done.
      const other = await caller.send(DRAFT, { i: requestInput() }, key);
      expect([operation.name, other.errors[0]?.extensions['reason']]).toEqual([
        operation.name,
        operation.name === 'draftSupportRequest' || by === 'town'
          ? 'client-key.used-otherwise'
          : expect.stringMatching(/^(client-key.used-otherwise|access.forbidden)$/),
      ]);
    }
    expect(faults).toEqual([]);
  }, 240_000);

  it('is done once however many ask at one moment', async () => {
    const atOnce = async (document: string, variables: object) => {
      const key = randomUUID();
      const answers = await Promise.all(
        Array.from({ length: 100 }, () => wishes.callers.town.send(document, { ...variables }, key)),
      );
      expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
      expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
    };
    const draft = await wishes.draft();
    const before = await rowsOf('support_request');
    for (let round = 0; round < ROUNDS; round++)
      await atOnce(DRAFT, { i: requestInput({ title: '同時に百回' }) });
    await atOnce('mutation($id: ID!) { submitSupportRequest(id: $id) { number status } }', { id: draft });
    expect(await rowsOf('support_request')).toBe(before + ROUNDS);
  }, 1_800_000);

  it('belongs to its account: the same key of a colleague is another wish', async () => {
    const { hub, colleague } = wishes.callers;
    const document =
      'mutation($i: ConsultationInput!, $m: ID) { askExpert(input: $i, municipalityId: $m) { id } }';
    const variables = { i: { themeId: 'T01', question: 'x', contactSection: 'x' }, m: '342025' };
    const key = randomUUID();
    const [one, other] = [
      await hub.send(document, variables, key),
      await colleague.send(document, variables, key),
    ];
    expect([one.errors, other.errors]).toEqual([[], []]);
    expect(other.data?.['askExpert'].id).not.toBe(one.data?.['askExpert'].id);
  });

  it('counts the changes of one document, each by itself', async () => {
    const document = `mutation($i: SupportRequestInput!) {
      one: draftSupportRequest(input: $i) { id } two: draftSupportRequest(input: $i) { id } }`;
    const key = randomUUID();
    const first = await wishes.callers.town.send(document, { i: requestInput() }, key);
    expect(first.errors).toEqual([]);
    expect(first.data?.['one'].id).not.toBe(first.data?.['two'].id);
    expect((await wishes.callers.town.send(document, { i: requestInput() }, key)).data).toEqual(first.data);
  });

  it('leaves nothing behind when it was refused, and may be put right under the same key', async () => {
    const key = randomUUID();
    const { town } = wishes.callers;
    const before = await rowsOf('client_key');
    expect(
      (await town.send(DRAFT, { i: requestInput({ visits: 0 }) }, key)).errors[0]?.extensions,
    ).toMatchObject({
      code: 'BAD_INPUT',
    });
    expect(await rowsOf('client_key')).toBe(before);
    expect((await town.send(DRAFT, { i: requestInput() }, key)).errors).toEqual([]);
  });

  it('needs a uuid', async () => {
    for (const key of ['1', 'x'.repeat(36), 'a'.repeat(300)]) {
      const { errors } = await wishes.callers.town.send(DRAFT, { i: requestInput() }, key);
      expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', reason: 'client-key.malformed' });
    }
  });

  it('is kept without a word of it that could be read, and forgotten after a day', async () => {
    const key = randomUUID();
    const title = '誰にも読めない件名';
    await wishes.callers.town.send(DRAFT, { i: requestInput({ title }) }, key);
    const [dump] = await api.database.dataSource.query<{ all: string }[]>(
      `SELECT string_agg(encode(answer, 'escape') || encode(key_digest, 'escape') || operation, '') AS all FROM client_key`,
    );
    for (const secret of [title, key, 'title', Buffer.from(title).toString('hex')])
      expect(dump?.all).not.toContain(secret);
    const held = await rowsOf('client_key');
    const { db } = api.database;
    const hours = (n: number) => new Date(Date.now() + n * 3_600_000);
    expect(await db.system(null, (tx) => forgetClientKeys(tx, hours(CLIENT_KEY_HOURS - 1)))).toBe(0);
    expect(await db.system(null, (tx) => forgetClientKeys(tx, hours(CLIENT_KEY_HOURS + 1)))).toBe(held);
  });
});

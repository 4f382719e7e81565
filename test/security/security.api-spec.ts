import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { hub } from '../people.js';
import { type Tenants, tenants } from '../tenants.js';
import { DocumentAttacks } from './document-attacks.js';
import { FailureAttacks } from './failure-attacks.js';
import { ForgeryAttacks } from './forgery-attacks.js';
import { Fuzz } from './fuzz.js';
import { Ledger } from './ledger.js';
import { Server } from './served.js';
import { SessionAttacks } from './session-attacks.js';
import { TransportAttacks } from './transport-attacks.js';

/** `npm run security -- --seed 7 --count 100000` looks elsewhere, and further; `npm test` takes a first look. */
const SEED = Number(process.env['BANSO_SECURITY_SEED'] ?? 1);
const COUNT = Number(process.env['BANSO_SECURITY_COUNT'] ?? 500);
const REPORT = process.env['BANSO_SECURITY_REPORT'];
const LANES = 8;

describe('the platform under attack', () => {
  const ledger = new Ledger((finding) => process.stdout.write(`✗ ${finding}\n`));
  const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
  let server: Server;
  let strict: Server | null = null;
  let world: Tenants;

  beforeAll(async () => {
    // One proxy's word on addresses is taken, so that one machine can guess from many.
    server = await Server.start({ BANSO_PROXY_HOPS: '1', BANSO_ALLOWED_HOSTS: 'banso.example.lg.jp' });
    world = await tenants(server);
    if (REPORT) strict = await Server.start({ BANSO_TRUSTED_DOCUMENTS: 'on' }, server.database);
  }, 120_000);
  afterAll(async () => {
    if (REPORT) writeFileSync(REPORT, `${ledger.table()}\n`);
    await Promise.all([server.stop(), strict?.stop()]);
    await server.database.drop();
  });

  let told = 0;
  const expectNothing = () => {
    const found = ledger.findings.slice(told);
    told = ledger.findings.length;
    expect(found.slice(0, 20)).toEqual([]);
    expect([server.alive, strict?.alive]).toEqual([true, REPORT ? true : undefined]);
  };

  it('gives nothing to whoever knocks', async () => {
    const target = { server, schema, world, ledger, thorough: REPORT !== undefined };
    for (const Attack of [DocumentAttacks, ForgeryAttacks, TransportAttacks]) await new Attack(target).run();
    expectNothing();
  }, 600_000);

  it('gives nothing to thieves of sessions and guessers of passwords', async () => {
    await new SessionAttacks(server, ledger).run();
    expectNothing();
  }, 120_000);

  /** apps/api/src/trusted-documents.api-spec.ts asks it of every `npm test`. */
  it('runs nothing but the operations of its own screens where people work', async () => {
    const bodies = [
      { query: '{ serverInfo { demo } }' },
      { documentId: '0'.repeat(64) },
      { documentId: 'constructor' },
      {},
    ].map((body) => JSON.stringify(body));
    for (const body of strict ? bodies : []) {
      const answer = await strict?.send({ headers: { 'content-type': 'application/json' }, body });
      const faults = answer?.status === 400 ? [] : [`got ${answer?.status}`];
      ledger.note('untrusted documents', body, answer?.ms ?? 0, faults);
    }
    expectNothing();
  });

  it('refuses what it cannot use in words, whatever is sent, and shows nobody the words of others', async () => {
    await new Fuzz(server, schema, world, ledger).run({ seed: SEED, count: COUNT, lanes: LANES }, (done) =>
      process.stdout.write(`  ${done} / ${COUNT}, ${ledger.findings.length} findings\n`),
    );
    // A wall through which nothing comes would prove nothing.
    expect(ledger.answered('fuzz: arguments')).toBeGreaterThan(COUNT / 50);
    expectNothing();
  }, 7_200_000);

  it('says an incident number when it fails itself, and fails in time', async () => {
    const { loginId } = await hub(server.database.db);
    const failing = new FailureAttacks(server, ledger, (await server.as({ loginId })).cookie ?? '');
    await failing.masking();
    if (REPORT) await failing.deadlines();
    expectNothing();
  }, 120_000);
});

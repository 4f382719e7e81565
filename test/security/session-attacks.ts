import { createHash } from 'node:crypto';
import { clerk, MIHARA, PASSWORD } from '../people.js';
import { dataOf, faultsOf, type Ledger } from './ledger.js';
import type { Received, Server } from './served.js';

const JSON_TYPE = { 'content-type': 'application/json' };
const VIEWER = '{ viewer { role } }';
const SIGN_IN = 'mutation($l: String!, $p: String!) { signIn(loginId: $l, password: $p) { role } }';

/** What thieves and guessers try with sessions and passwords. The server takes one proxy's word on addresses. */
export class SessionAttacks {
  constructor(
    private readonly server: Server,
    private readonly ledger: Ledger,
  ) {}

  async run(): Promise<void> {
    await this.fixation();
    await this.stolen();
    await this.guesses();
  }

  private book(group: string, what: string, answer: Received, wrong: string | false): void {
    this.ledger.note(group, what, answer.ms, [
      ...faultsOf(answer, { most: 5_000 }),
      ...(wrong ? [wrong] : []),
    ]);
  }

  private ask(query: string, headers: Record<string, string>, variables = {}): Promise<Received> {
    return this.server.send({
      headers: { ...JSON_TYPE, ...headers },
      body: JSON.stringify({ query, variables }),
    });
  }

  private signIn(loginId: string, password: string, headers: Record<string, string> = {}): Promise<Received> {
    return this.ask(SIGN_IN, headers, { l: loginId, p: password });
  }

  private async expectNobody(group: string, what: string, headers: Record<string, string>): Promise<void> {
    const answer = await this.ask(VIEWER, headers);
    this.book(group, what, answer, dataOf(answer)?.['viewer'] != null && 'is somebody');
  }

  private readonly cookieOf = ({ headers }: Received): string =>
    [headers['set-cookie'] ?? []].flat().map(String)[0]?.split(';')[0] ?? '';

  private async fixation(): Promise<void> {
    const group = 'session fixation';
    const { loginId } = await clerk(this.server.database.db);
    const planted = [
      'banso_session=planted',
      `banso_session=${'A'.repeat(43)}`,
      'banso_session=',
      '__Host-banso_session=x',
    ];
    for (const cookie of planted) {
      const answer = await this.signIn(loginId, PASSWORD, { cookie });
      const given = this.cookieOf(answer);
      this.book(group, cookie, answer, (given === '' || given === cookie) && 'keeps the planted session');
      await this.expectNobody(group, `${cookie} afterwards`, { cookie });
    }
    const first = this.cookieOf(await this.signIn(loginId, PASSWORD));
    const second = await this.signIn(loginId, PASSWORD, { cookie: first });
    this.book(group, 'signing in again', second, this.cookieOf(second) === first && 'keeps the session');
    await this.expectNobody(group, 'the session before', { cookie: first });
    const flags = String(second.headers['set-cookie']);
    this.book(
      group,
      'the flags',
      second,
      !/HttpOnly/.test(flags) || !/SameSite=Lax/.test(flags) ? 'has weak flags' : false,
    );
    await this.expectNobody(group, 'a token in a header', { authorization: `Bearer ${first.split('=')[1]}` });
  }

  private async stolen(): Promise<void> {
    const group = 'stolen and ended sessions';
    const { db, dataSource } = this.server.database;
    const person = await clerk(db);
    const fresh = async () => this.cookieOf(await this.signIn(person.loginId, PASSWORD));
    const token = (cookie: string) => cookie.split('=')[1] ?? '';
    const digest = (cookie: string) => createHash('sha256').update(token(cookie)).digest('hex');

    const out = await fresh();
    await this.ask('mutation { signOut }', { cookie: out });
    await this.expectNobody(group, 'after signing out', { cookie: out });
    const [everywhere, other] = [await fresh(), await fresh()];
    await this.ask('mutation { signOutEverywhere(keepThis: false) }', { cookie: other });
    for (const cookie of [everywhere, other])
      await this.expectNobody(group, 'after signing out everywhere', { cookie });
    const over = await fresh();
    await dataSource.query(`UPDATE session SET expires_at = now() WHERE token_hash = $1`, [digest(over)]);
    await this.expectNobody(group, 'after its time', { cookie: over });
    const idle = await fresh();
    await dataSource.query(
      `UPDATE session SET last_seen_at = now() - interval '9 hours' WHERE token_hash = $1`,
      [digest(idle)],
    );
    await this.expectNobody(group, 'after a long pause', { cookie: idle });

    const alive = await fresh();
    const mine = token(alive);
    const last = mine.at(-1) === 'A' ? 'E' : 'A';
    const forged: Readonly<Record<string, string>> = {
      'one letter changed': mine.slice(0, -1) + last,
      'cut short': mine.slice(0, -1),
      longer: `${mine}A`,
      'the digest of it': digest(alive),
      'upper case': mine.toUpperCase(),
      'an injection': "' OR '1'='1",
      'a pattern': '%',
      'a long one': 'x'.repeat(7_000),
    };
    for (const [what, value] of Object.entries(forged))
      await this.expectNobody(group, what, { cookie: `banso_session=${encodeURIComponent(value)}` });
    const still = await this.ask(VIEWER, { cookie: alive });
    this.book(group, 'the true one', still, dataOf(still)?.['viewer'] == null && 'was lost');
    await dataSource.query('UPDATE account SET disabled_at = now() WHERE id = $1', [person.accountId]);
    await this.expectNobody(group, 'of a disabled account', { cookie: alive });
    const again = await this.signIn(person.loginId, PASSWORD);
    this.book(group, 'signing in to a disabled account', again, dataOf(again) !== null && 'was let in');
  }

  private async guesses(): Promise<void> {
    const group = 'guesses at sign-in';
    const { loginId } = await clerk(this.server.database.db, MIHARA);
    const from = (address: string) => ({ 'x-forwarded-for': address });
    const office = from('203.0.113.7');
    await this.signIn(loginId, PASSWORD, office);
    const texts = new Set<string>();
    for (let i = 0; i < 60; i++) {
      const answer = await this.signIn(loginId, `guess ${i}`, from(`198.51.100.${i}`));
      this.book(group, `guess ${i} from its own address`, answer, dataOf(answer) !== null && 'was let in');
    }
    const late = await this.signIn(loginId, PASSWORD, from('198.51.100.200'));
    this.book(
      group,
      'the right password after sixty guesses, from a new address',
      late,
      !late.text.includes('sign-in.too-many') && 'is still tried',
    );
    const owner = await this.signIn(loginId, PASSWORD, office);
    this.book(
      group,
      'the person at the usual place meanwhile',
      owner,
      dataOf(owner) === null && 'is locked out',
    );
    for (let i = 0; i < 14; i++) {
      const unknown = await this.signIn('nobody-at-all', `guess ${i}`, from('192.0.2.9'));
      const known = await this.signIn(loginId, `guess ${i}`, from('192.0.2.10'));
      texts.add(known.text).add(unknown.text);
      this.book(
        group,
        `known or not, guess ${i}`,
        known,
        known.status !== unknown.status && 'tells who exists',
      );
    }
    this.ledger.note(group, 'what is said', 0, texts.size > 2 ? [`${texts.size} different answers`] : []);
    const line = await Promise.all(
      Array.from({ length: 14 }, (_, i) => this.signIn(loginId, 'guess', from(`2001:db8:0:7::${i + 1}`))),
    );
    for (const answer of line)
      this.book(group, 'the addresses of one line', answer, dataOf(answer) !== null && 'was let in');
    const spoofed = await this.signIn(loginId, PASSWORD, from('203.0.113.7, 192.0.2.10'));
    this.book(group, 'an address said before the proxy', spoofed, dataOf(spoofed) !== null && 'is believed');
  }
}

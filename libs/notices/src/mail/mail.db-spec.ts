import { randomUUID } from 'node:crypto';
import { directoryEntities } from '@banso/directory';
import {
  type Actor,
  FixedClock,
  type HubStaff,
  type MunicipalityStaff,
  type SpecialistUser,
} from '@banso/kernel';
import { talentEntities } from '@banso/talent';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Email } from 'postal-mime';
import { awayOn } from '../../../../apps/worker/src/mail/away-on.js';
import { type FreshDatabase, freshDatabase } from '../../../../test/database.js';
import { MailCatcher } from '../../../../test/mail-catcher.js';
import { clerk, expert, hub, KURE } from '../../../../test/people.js';
import { NoticeSetting } from '../notice-setting.entity.js';
import { noticesEntities } from '../notices-entities.js';
import { noticesSettled, notify, type Told } from '../notify.js';
import { settle, spread } from '../spreading.js';
import { bounceIn, takeBounce } from './bounce.js';
import { writeDigests } from './digest.js';
import { MailCarrier } from './mail-carrier.js';
import { markHanding, takeMail } from './mail.queries.js';

/** Tuesday, ten in the morning in Japan. */
const clock = new FixedClock(new Date('2026-11-24T01:00:00Z'));
const ADDRESSES = { LGWAN: 'https://banso.lgwan.jp', INTERNET: 'https://banso.example.jp' };
let database: FreshDatabase;
let catcher: MailCatcher;
let staff: HubStaff;
let town: MunicipalityStaff;
let specialist: SpecialistUser;

beforeAll(async () => {
  database = await freshDatabase([...directoryEntities, ...talentEntities, ...noticesEntities]);
  staff = await hub(database.db);
  town = await clerk(database.db, KURE);
  specialist = await expert(database.db, staff, { daysOff: [{ date: '2026-11-26', part: 'DAY' }] });
}, 60_000);
beforeEach(async () => {
  await database.dataSource.query(
    'TRUNCATE notice, inbox_item, mail, mail_suppression, notice_setting, outbox',
  );
  await addressOf(town, 'kure@example.lg.jp');
  clock.moveTo(new Date('2026-11-24T01:00:00Z'));
  catcher = await MailCatcher.open();
});
afterEach(() => catcher.close());
afterAll(() => database.drop());

const query = <Row = any>(sql: string, values: unknown[] = []): Promise<Row[]> =>
  database.dataSource.query(sql, values);
const addressOf = (
  actor: Actor & { accountId: string },
  address: string,
  more: Partial<NoticeSetting> = {},
) =>
  database.dataSource.manager.save(
    NoticeSetting,
    Object.assign(NoticeSetting.unchosen(actor.accountId), { address, confirmedAt: clock.now(), ...more }),
  );
let key = 0;
const about = { type: 'VISIT', id: randomUUID() } as const;
const FACTS = {
  number: 'R8-0231',
  place: '呉市役所 3階',
  startsAt: '2026-12-01T01:00:00Z',
  endsAt: '2026-12-01T03:00:00Z',
  person: '髙﨑 德瀨',
};
/** Told, spread, and nothing more. */
async function tell(more: Partial<Told> = {}, mail = true): Promise<void> {
  const told: Told = {
    kind: 'VISIT_MOVED',
    about,
    to: { municipalityId: KURE },
    facts: FACTS,
    key: `${++key}`,
    ...more,
  };
  await database.db.write(staff, (tx) => notify(tx, { actor: staff, at: clock.now() }, told));
  const [{ id }] = (await query<{ id: string }>('SELECT id FROM notice WHERE key = $1', [told.key])) as [
    { id: string },
  ];
  await database.db.system('34', (tx) => spread(tx, id, { now: clock.now(), mail }));
}
const inform = (more: Partial<Told> = {}) => tell({ kind: 'REQUEST_DECIDED', ...more });
const carrier = () =>
  new MailCarrier(database.db, {
    smtpUrl: catcher.url,
    from: 'banso@pref.example.lg.jp',
    addresses: ADDRESSES,
  });
const carry = () => carrier().runOnce();
const digests = () => database.db.system(null, (tx) => writeDigests(tx, clock.now(), awayOn));
const mails = () =>
  query('SELECT id, purpose, status, attempts, doubts, answer, next_at > now() AS later FROM mail');
const suppressed = () =>
  query('SELECT address, reason, answer FROM mail_suppression WHERE lifted_at IS NULL');
const due = () => query(`UPDATE mail SET next_at = now(), lease_until = '-infinity'`);
const header = (email: Email | undefined, name: string): string =>
  email?.headers.find((one) => one.key === name)?.value ?? '';

describe('what needs an action', () => {
  it('leaves at once, plain and complete, as other software reads it', async () => {
    await tell();
    expect(await carry()).toBe(1);
    const [email] = await catcher.read();
    expect(email).toMatchObject({
      subject: '【要対応】呉市役所 3階 12月1日 訪問の日時が変わりました R8-0231',
      from: { address: 'banso@pref.example.lg.jp' },
      to: [{ address: 'kure@example.lg.jp' }],
      attachments: [],
    });
    for (const said of [
      'R8-0231',
      '令和8年12月1日（火） 10:00〜12:00',
      '呉市役所 3階',
      '髙﨑 德瀨',
      '新しい日時を確かめてください。',
    ])
      expect(email?.text).toContain(said);
    expect(email?.text).toMatch(/^https:\/\/banso\.lgwan\.jp\/notices\/[\w-]{22}$/m);
    expect(header(email, 'auto-submitted')).toBe('auto-generated');
    expect(header(email, 'list-unsubscribe')).toBe('<https://banso.lgwan.jp/notices/settings>');
    expect(email?.html).toBeUndefined();
    const [mail] = await mails();
    expect(email?.messageId).toBe(`<${mail.id}@pref.example.lg.jp>`);
    expect(catcher.caught[0]?.raw.toString()).toMatch(/^Content-Type: text\/plain; charset=utf-8\r$/m);
    expect(mail).toMatchObject({ status: 'SENT', attempts: 1, doubts: 0 });
    expect(await carry()).toBe(0);
  });

  it('goes to nobody who gave no address, has not confirmed it, wants none of it, or has left', async () => {
    await addressOf(specialist, 'sp@example.jp', { confirmedAt: null });
    await tell({ to: { specialistId: specialist.specialistId } });
    await addressOf(staff, 'hub@example.lg.jp', { stopped: ['VISIT_MOVED'] });
    await tell({ to: { hubDuty: 'COORDINATOR' } });
    expect(await mails()).toEqual([]);
    // A town may not do without what asks it to act.
    await addressOf(town, 'kure@example.lg.jp', { stopped: ['VISIT_MOVED'] });
    await tell();
    expect(await mails()).toHaveLength(1);
    await query('UPDATE account SET disabled_at = now() WHERE id = $1', [town.accountId]);
    await carry();
    await query('UPDATE account SET disabled_at = NULL WHERE id = $1', [town.accountId]);
    expect([await mails(), catcher.caught]).toMatchObject([[{ status: 'DROPPED', answer: 'GONE' }], []]);
    await tell({}, false);
    expect(await mails()).toHaveLength(1);
  });

  it('does not leave any more when it has been done meanwhile', async () => {
    await tell();
    clock.moveTo(new Date(+clock.now() + 60_000));
    await database.db.write(staff, (tx) => noticesSettled(tx, { actor: staff, at: clock.now() }, about));
    const [job] = await query(`SELECT payload FROM outbox WHERE job LIKE '%settle%'`);
    await database.db.system('34', (tx) => settle(tx, job.payload, clock.now()));
    await carry();
    expect(await mails()).toMatchObject([{ status: 'DROPPED', answer: 'DONE' }]);
    expect(catcher.caught).toEqual([]);
  });

  it('is in the language and for the network of its reader', async () => {
    await addressOf(specialist, 'sp@example.jp', { language: 'en' });
    await tell({ to: { specialistId: specialist.specialistId } });
    await carry();
    const [email] = await catcher.read();
    expect(email?.subject).toMatch(/^\[Action\]/);
    expect(email?.text).toMatch(/^https:\/\/banso\.example\.jp\/notices\//m);
  });
});

describe('the digest', () => {
  it('comes once a day at the hour of the person, with what happened before it', async () => {
    await inform();
    await inform();
    // It is ten: of today's digest at nine nothing is left.
    await digests();
    expect(await mails()).toEqual([]);
    clock.moveTo(new Date('2026-11-24T23:59:00Z'));
    await digests();
    expect(await mails()).toEqual([]);
    clock.moveTo(new Date('2026-11-25T00:00:00Z'));
    await Promise.all([digests(), digests()]);
    await inform();
    clock.moveTo(new Date('2026-11-25T03:00:00Z'));
    await digests();
    await carry();
    const [email] = await catcher.read();
    expect(catcher.caught).toHaveLength(1);
    expect(email?.subject).toBe('【お知らせ】11月25日のまとめ 2件');
    expect(email?.text?.match(/R8-0231/g)).toHaveLength(2);
    clock.moveTo(new Date('2026-11-26T00:00:00Z'));
    await digests();
    await carry();
    expect((await catcher.read())[1]?.subject).toBe('【お知らせ】11月26日のまとめ 1件');
  });

  it('is quiet while the offices are closed, and catches up on the next working day', async () => {
    // Friday noon before a weekend; the 28th is a Saturday.
    clock.moveTo(new Date('2026-11-27T03:00:00Z'));
    await inform();
    for (const day of ['28', '29']) {
      clock.moveTo(new Date(`2026-11-${day}T01:00:00Z`));
      await digests();
    }
    expect(await mails()).toEqual([]);
    clock.moveTo(new Date('2026-11-30T00:00:00Z'));
    await digests();
    expect(await mails()).toMatchObject([{ purpose: 'DIGEST' }]);
    // Labour Thanksgiving Day was a Monday.
    await query('TRUNCATE mail CASCADE');
    clock.moveTo(new Date('2026-11-20T03:00:00Z'));
    await inform();
    clock.moveTo(new Date('2026-11-23T01:00:00Z'));
    await digests();
    expect(await mails()).toEqual([]);
  });

  it('is quiet on a day that a specialist has taken off', async () => {
    await addressOf(specialist, 'sp@example.jp');
    clock.moveTo(new Date('2026-11-25T03:00:00Z'));
    await inform({ to: { specialistId: specialist.specialistId } });
    clock.moveTo(new Date('2026-11-26T01:00:00Z'));
    await digests();
    expect(await mails()).toEqual([]);
    clock.moveTo(new Date('2026-11-27T00:00:00Z'));
    await digests();
    expect(await mails()).toMatchObject([{ purpose: 'DIGEST' }]);
  });

  it('leaves out what was seen to or is not wanted any more, and says what is still open', async () => {
    await inform();
    await inform({ kind: 'REQUEST_ANSWERED' });
    await inform({ kind: 'REQUEST_RECEIVED' });
    await tell();
    await carry();
    await query(`UPDATE inbox_item SET done_at = now(), done_how = 'MARKED' WHERE kind = 'REQUEST_RECEIVED'`);
    await addressOf(town, 'kure@example.lg.jp', { stopped: ['REQUEST_ANSWERED'] });
    clock.moveTo(new Date('2026-11-25T00:00:00Z'));
    await digests();
    await carry();
    const email = (await catcher.read())[1];
    expect(email?.subject).toMatch(/1件$/);
    expect(email?.text).toContain('受信箱に未対応の通知が1件あります。');
    await query('UPDATE inbox_item SET for_digest = true, mail_id = NULL');
    await addressOf(town, 'kure@example.lg.jp', { digest: false });
    clock.moveTo(new Date('2026-11-26T00:00:00Z'));
    await digests();
    expect(await mails()).toHaveLength(2);
  });
});

describe('a mail server', () => {
  it('that cannot take a mail now is asked again later, with the same id', async () => {
    await tell();
    catcher.refuse = () => ({ at: 'RCPT', code: 451, message: '4.3.0 try later' });
    await carry();
    expect(await mails()).toMatchObject([{ status: 'QUEUED', answer: '451 4.3.0', later: true, doubts: 0 }]);
    expect(await carry()).toBe(0);
    catcher.refuse = () => ({ at: 'DATA', code: 452, message: '4.2.2 mailbox full' });
    await due();
    await carry();
    catcher.refuse = () => null;
    await due();
    await carry();
    expect(await mails()).toMatchObject([{ status: 'SENT', attempts: 3, doubts: 0 }]);
    expect(await suppressed()).toEqual([]);
    expect(catcher.caught).toHaveLength(1);
  });

  it('that knows no such address is not asked again; other refusals stop the one mail alone', async () => {
    await tell();
    catcher.refuse = () => ({ at: 'DATA', code: 554, message: '5.7.1 looks like spam' });
    await carry();
    expect([await mails(), await suppressed()]).toMatchObject([
      [{ status: 'FAILED', answer: '554 5.7.1' }],
      [],
    ]);
    catcher.refuse = (to) =>
      to.startsWith('kure') ? { at: 'RCPT', code: 550, message: '5.1.1 no such user' } : null;
    await tell();
    await carry();
    expect(await suppressed()).toEqual([
      { address: 'kure@example.lg.jp', reason: 'REFUSED', answer: '550 5.1.1' },
    ]);
    await tell();
    await carry();
    expect((await mails()).map(({ status, answer }) => `${status} ${answer}`).sort()).toEqual([
      'DROPPED SUPPRESSED',
      'FAILED 550 5.1.1',
      'FAILED 554 5.7.1',
    ]);
    expect(catcher.caught).toEqual([]);
  });

  it('that is away costs time and no mail', async () => {
    await tell();
    const away = new MailCarrier(database.db, {
      smtpUrl: 'smtp://127.0.0.1:1',
      from: 'banso@pref.example.lg.jp',
      addresses: ADDRESSES,
    });
    await expect(away.runOnce()).rejects.toThrow();
    expect(await mails()).toMatchObject([{ status: 'QUEUED', answer: 'no answer', doubts: 0, later: true }]);
    await due();
    await carry();
    expect(await mails()).toMatchObject([{ status: 'SENT' }]);
  });
});

describe('a carrier', () => {
  it('that dies before the last dot leaves nothing at the server; the mail goes out once', async () => {
    await tell();
    const mail = await database.db.system(null, (tx) => takeMail(tx, randomUUID()));
    expect(await carry()).toBe(0);
    await due();
    await carry();
    expect(await mails()).toMatchObject([{ id: mail?.id, status: 'SENT', doubts: 0 }]);
    expect(catcher.caught).toHaveLength(1);
  });

  it('that dies after it leaves a mail in doubt: it goes out again under the same id, and is counted', async () => {
    await tell();
    await carry();
    // As if the answer had never been written down.
    await query(`UPDATE mail SET status = 'HANDING', sent_at = NULL`);
    await carry();
    const ids = (await catcher.read()).map(({ messageId }) => messageId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    expect(await mails()).toMatchObject([{ status: 'SENT', doubts: 1 }]);
  });

  it('whose lease has run out hands nothing over any more', async () => {
    await tell();
    const frozen = randomUUID();
    const mail = await database.db.system(null, (tx) => takeMail(tx, frozen));
    await due();
    catcher.beforeAnswer = async () => {
      expect(await database.db.system(null, (tx) => markHanding(tx, mail?.id ?? '', frozen, 'x'))).toBe(
        false,
      );
    };
    await carry();
    expect(catcher.caught).toHaveLength(1);
    // Somebody else takes it while it is under way: the mail ends without its dot.
    await tell();
    const slow = carrier();
    await query(`CREATE FUNCTION overtake() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF NEW.status = 'HANDING' THEN RETURN NULL; END IF; RETURN NEW; END $$`);
    await query('CREATE TRIGGER overtake BEFORE UPDATE ON mail FOR EACH ROW EXECUTE FUNCTION overtake()');
    await slow.runOnce();
    await query('DROP TRIGGER overtake ON mail');
    expect(catcher.caught).toHaveLength(1);
    await due();
    await carry();
    expect(catcher.caught).toHaveLength(2);
  });

  it('shares the work with others: no mail is taken twice', async () => {
    for (let i = 0; i < 12; i++) await tell();
    await Promise.all([carry(), carry(), carry()]);
    expect(catcher.caught).toHaveLength(12);
    expect((await mails()).every(({ status, attempts }) => status === 'SENT' && attempts === 1)).toBe(true);
  });
});

describe('a delivery report', () => {
  const report = (id: string, { status = '5.1.1', action = 'failed', to = 'kure@example.lg.jp' } = {}) =>
    [
      'From: MAILER-DAEMON@mx.example.jp',
      'Message-ID: <dsn-1@mx.example.jp>',
      'Content-Type: multipart/report; report-type=delivery-status;',
      ' boundary="b"',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'Sorry.',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.example.jp',
      '',
      `Final-Recipient: rfc822; ${to}`,
      `Action: ${action}`,
      `Status: ${status}`,
      '--b',
      'Content-Type: text/rfc822-headers',
      '',
      `Message-ID: <${id}@pref.example.lg.jp>`,
      'Subject: x',
      '--b--',
    ].join('\r\n');
  const take = async (eml: string) => {
    const bounce = bounceIn(eml);
    return bounce ? database.db.system(null, (tx) => takeBounce(tx, bounce)) : null;
  };

  it('of one of our mails stops its address; of none, of a delay or of another address does not', async () => {
    await tell();
    await carry();
    const [{ id }] = await mails();
    expect(await take(report(id, { action: 'delayed', status: '4.4.1' }))).toBeNull();
    expect(await take(report(randomUUID()))).toBe(false);
    expect(await take(report(id, { to: 'other@example.lg.jp' }))).toBe(false);
    expect(await take('Subject: 休みます\r\n\r\nMessage-ID: x')).toBeNull();
    expect(await suppressed()).toEqual([]);
    expect(await take(report(id))).toBe(true);
    expect(await take(report(id))).toBe(true);
    expect(await suppressed()).toEqual([
      { address: 'kure@example.lg.jp', reason: 'BOUNCED', answer: '5.1.1' },
    ]);
    expect(await mails()).toMatchObject([{ status: 'BOUNCED' }]);
  });
});

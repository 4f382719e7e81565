import { randomUUID } from 'node:crypto';
import { directoryEntities } from '@banso/directory';
import {
  type Actor,
  FixedClock,
  type HubStaff,
  type MunicipalityStaff,
  type TenantActor,
} from '@banso/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { clerk, hub, KURE, operator } from '../../../test/people.js';
import { InboxService } from './inbox.service.js';
import { codeOf } from './mail/composing.js';
import { MailDeliveryService } from './mail/mail-delivery.service.js';
import { shortId } from './mail/mail-text.js';
import { NOTICE_KIND_NAMES, ruleOf } from './notice-kinds.js';
import { kindsFor, NoticeSettingService } from './notice-setting.service.js';
import { noticesEntities } from './notices-entities.js';
import { notify } from './notify.js';
import { spread } from './spreading.js';

const clock = new FixedClock(new Date('2026-11-24T01:00:00Z'));
let database: FreshDatabase;
let inbox: InboxService;
let settings: NoticeSettingService;
let delivery: MailDeliveryService;
let staff: HubStaff;
let kure: MunicipalityStaff;
let colleague: MunicipalityStaff;

beforeAll(async () => {
  database = await freshDatabase([...directoryEntities, ...noticesEntities]);
  inbox = new InboxService(database.db, clock);
  settings = new NoticeSettingService(database.db, clock, true);
  delivery = new MailDeliveryService(database.db, clock, true);
  staff = await hub(database.db);
  kure = await clerk(database.db, KURE);
  colleague = await clerk(database.db, KURE);
}, 60_000);
beforeEach(() =>
  database.dataSource.query('TRUNCATE notice, inbox_item, mail, mail_suppression, notice_setting, outbox'),
);
afterAll(() => database.drop());

const query = <Row = any>(sql: string, values: unknown[] = []): Promise<Row[]> =>
  database.dataSource.query(sql, values);
async function tell(kind: 'VISIT_MOVED' | 'REQUEST_DECIDED' = 'VISIT_MOVED'): Promise<void> {
  const told = {
    kind,
    about: { type: 'VISIT', id: 'x' },
    to: { municipalityId: KURE },
    facts: {},
    key: randomUUID(),
  } as const;
  await database.db.write(staff, (tx) => notify(tx, { actor: staff, at: clock.now() }, told));
  const [row] = await query<{ id: string }>('SELECT id FROM notice WHERE key = $1', [told.key]);
  await database.db.system('34', (tx) => spread(tx, row?.id ?? '', { now: clock.now(), mail: true }));
}
const open = async (actor: Actor) => (await inbox.list(actor, { state: 'OPEN' }, {})).rows;

describe('the inbox', () => {
  it('keeps what asks for something until it is marked; each person marks their own', async () => {
    await tell();
    await tell('REQUEST_DECIDED');
    expect(await inbox.count(kure)).toEqual({ action: 1, inform: 1 });
    const [first] = (await inbox.list(kure, { asks: 'ACTION' }, {})).rows;
    const id = first?.id ?? '';
    expect(await inbox.get(kure, shortId(id))).toMatchObject({ id, doneAt: null });
    expect(await inbox.count(kure)).toEqual({ action: 1, inform: 1 });
    for (let n = 0; n < 2; n++)
      expect(await inbox.mark(kure, { ids: [id], done: true })).toMatchObject([{ doneHow: 'MARKED' }]);
    expect(await inbox.count(kure)).toEqual({ action: 0, inform: 1 });
    expect(await inbox.count(colleague)).toEqual({ action: 1, inform: 1 });
    await inbox.mark(kure, { ids: [id], done: false });
    expect(await open(kure)).toHaveLength(2);
    const all = (await open(kure)).map((item) => item.id);
    await Promise.all([
      inbox.mark(kure, { ids: all, done: true }),
      inbox.mark(kure, { ids: all.reverse(), done: true }),
    ]);
    expect(await open(kure)).toEqual([]);
  });

  it('is nobody else’s: not a colleague’s, the hub’s, another seat’s of the same person, or an operator’s', async () => {
    await tell();
    const [item] = await open(kure);
    const id = item?.id ?? '';
    const elsewhere: TenantActor = { ...kure, role: 'HUB_STAFF', duties: ['COORDINATOR'] };
    for (const actor of [colleague, staff, elsewhere, await operator(database.db)]) {
      await expect(inbox.get(actor, id)).rejects.toMatchObject({ reason: 'inbox-item.not-found' });
      await expect(inbox.mark(actor, { ids: [id], done: true })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    for (const wrong of ['', 'x', '../..'])
      await expect(inbox.get(kure, wrong)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    for (const ids of [[], ['x'], Array.from({ length: 101 }, () => randomUUID())])
      await expect(inbox.mark(kure, { ids, done: true })).rejects.toMatchObject({ code: 'BAD_INPUT' });
    // All or nothing.
    await expect(inbox.mark(kure, { ids: [id, randomUUID()], done: true })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await open(kure)).toHaveLength(1);
  });
});

describe('notice settings', () => {
  const WISH = {
    language: 'en',
    network: null,
    digest: true,
    digestMinute: 480,
    stopped: [] as string[],
  } as const;

  it('are one’s own, and stop no mail that one has to act on', async () => {
    expect((await settings.get(kure)).setting).toMatchObject({
      language: 'ja',
      digestMinute: 540,
      digest: true,
    });
    await Promise.all([settings.set(kure, WISH), settings.set(kure, WISH)]);
    expect((await settings.get(kure)).setting).toMatchObject({ language: 'en', digestMinute: 480 });
    expect((await settings.get(colleague)).setting.language).toBe('ja');
    await settings.set(kure, { ...WISH, stopped: ['REQUEST_DECIDED', 'NO_SUCH_KIND'] });
    expect((await settings.get(kure)).setting.stopped).toEqual(['REQUEST_DECIDED']);
    await expect(settings.set(kure, { ...WISH, stopped: ['VISIT_MOVED'] })).rejects.toMatchObject({
      reason: 'notice.must-stay',
    });
    expect((await settings.set(staff, { ...WISH, stopped: ['VISIT_MOVED'] })).setting.stopped).toEqual([
      'VISIT_MOVED',
    ]);
    // What somebody chose in another seat is not undone in this one.
    expect((await settings.set(staff, { ...WISH, stopped: ['REQUEST_ARRIVED'] })).setting.stopped).toEqual([
      'VISIT_MOVED',
      'REQUEST_ARRIVED',
    ]);
    const kinds = (actor: HubStaff | MunicipalityStaff) => kindsFor(actor).map(({ kind }) => kind);
    expect(kinds(kure)).toContain('REQUEST_RECEIVED');
    expect(kinds(kure)).not.toContain('REQUEST_ARRIVED');
    expect(kinds(staff)).toContain('REQUEST_ARRIVED');
    expect(NOTICE_KIND_NAMES.filter((kind) => ruleOf(kind).toldTo.length === 0)).toEqual([]);
    for (const digestMinute of [-1, 1440, 1.5])
      await expect(settings.set(kure, { ...WISH, digestMinute })).rejects.toMatchObject({
        code: 'BAD_INPUT',
      });
  });

  it('send nothing to an address but its code until that has been entered', async () => {
    for (const wrong of [
      '',
      'x',
      'a@b',
      'a@example.jp\r\nBcc: b@example.jp',
      'a b@example.jp',
      `${'a'.repeat(250)}@example.jp`,
    ])
      await expect(settings.giveAddress(kure, wrong)).rejects.toMatchObject({ code: 'BAD_INPUT' });
    const { setting } = await settings.giveAddress(kure, ' ｋｕｒｅ@example.lg.jp ');
    expect(setting).toMatchObject({ address: 'kure@example.lg.jp', confirmedAt: null });
    await tell();
    expect(await query('SELECT purpose FROM mail')).toEqual([{ purpose: 'CONFIRM' }]);
    const code = codeOf(setting.codeMailId ?? '');
    expect(code).toMatch(/^\d{8}$/);
    const wrong = code === '00000000' ? '00000001' : '00000000';
    for (let n = 0; n < 5; n++)
      await expect(settings.confirmAddress(kure, wrong)).rejects.toMatchObject({ reason: 'mail.code-wrong' });
    await expect(settings.confirmAddress(kure, code)).rejects.toMatchObject({ reason: 'mail.code-spent' });
    const again = await settings.giveAddress(kure, 'kure@example.lg.jp');
    await expect(settings.confirmAddress(kure, code)).rejects.toMatchObject({ reason: 'mail.code-wrong' });
    await expect(
      settings.confirmAddress(colleague, codeOf(again.setting.codeMailId ?? '')),
    ).rejects.toMatchObject({
      reason: 'mail.code-spent',
    });
    const { setting: confirmed } = await settings.confirmAddress(
      kure,
      codeOf(again.setting.codeMailId ?? ''),
    );
    expect(confirmed.confirmedAt).not.toBeNull();
    await tell();
    expect(await query(`SELECT purpose FROM mail WHERE purpose = 'ACTION'`)).toHaveLength(1);
    for (let n = 0; n < 3; n++) await settings.giveAddress(kure, 'kure@example.lg.jp');
    await expect(settings.giveAddress(kure, 'kure@example.lg.jp')).rejects.toMatchObject({
      reason: 'mail.too-many-codes',
    });
    const off = new NoticeSettingService(database.db, clock, false);
    await expect(off.giveAddress(colleague, 'x@example.jp')).rejects.toMatchObject({ reason: 'mail.off' });
    expect((await settings.removeAddress(kure)).setting.address).toBeNull();
  });
});

describe('mail of a prefecture', () => {
  it('is seen by its hub, which lifts a stop once; another hub knows nothing of it', async () => {
    await settings.giveAddress(kure, 'kure@example.lg.jp');
    await query(
      `INSERT INTO mail_suppression (id, address, reason, answer) VALUES ($1, 'KURE@example.lg.jp', 'REFUSED', '550 5.1.1')`,
      [randomUUID()],
    );
    const ehime = await hub(database.db, '38');
    const { suppressions, waiting } = await delivery.get(staff);
    expect(suppressions).toMatchObject([
      { address: 'KURE@example.lg.jp', personName: kure.name, answer: '550 5.1.1' },
    ]);
    expect(waiting).toBe(1);
    expect(await delivery.get(ehime)).toMatchObject({ waiting: 0, suppressions: [] });
    expect((await settings.get(kure)).trouble).toMatchObject({ reason: 'REFUSED' });
    const id = suppressions[0]?.id ?? '';
    await expect(delivery.get(kure)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(delivery.lift({ ...staff, duties: ['AUDITOR'] }, id)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(delivery.lift(ehime, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const outcomes = await Promise.allSettled([delivery.lift(staff, id), delivery.lift(staff, id)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await settings.get(kure)).trouble).toBeNull();
  });
});

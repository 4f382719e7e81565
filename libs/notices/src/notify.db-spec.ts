import { randomUUID } from 'node:crypto';
import { directoryEntities } from '@banso/directory';
import { type Actor, FixedClock, type HubStaff, type MunicipalityStaff } from '@banso/kernel';
import { talentEntities } from '@banso/talent';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { clerk, expert, hub, KURE, MATSUYAMA, MIHARA } from '../../../test/people.js';
import { InboxItem } from './inbox-item.entity.js';
import { noticesEntities } from './notices-entities.js';
import { noticesSettled, notify, type Told } from './notify.js';
import { settle, spread } from './spreading.js';

const clock = new FixedClock(new Date('2026-11-24T00:00:00Z'));
let database: FreshDatabase;
let staff: HubStaff;
let auditor: HubStaff;
let town: MunicipalityStaff;
let other: MunicipalityStaff;

beforeAll(async () => {
  database = await freshDatabase([...directoryEntities, ...talentEntities, ...noticesEntities]);
  staff = await hub(database.db);
  auditor = await hub(database.db, '34', ['AUDITOR']);
  town = await clerk(database.db, KURE);
  other = await clerk(database.db, MIHARA);
}, 60_000);
beforeEach(() => database.dataSource.query('TRUNCATE notice, inbox_item, outbox'));
afterAll(() => database.drop());

const about = { type: 'VISIT', id: randomUUID() } as const;
const told = (more: Partial<Told> = {}): Told => ({
  kind: 'VISIT_MOVED',
  about,
  to: { municipalityId: KURE },
  facts: { number: 'R8-0231', place: '呉市', startsAt: '2026-12-01T01:00:00Z' },
  key: 'a',
  ...more,
});
const tell = (actor: Actor, more: Partial<Told> = {}) =>
  database.db.write(actor, (tx) => notify(tx, { actor, at: clock.now() }, told(more)));
const rows = <Row = Record<string, unknown>>(sql: string): Promise<Row[]> => database.dataSource.query(sql);

const spreading = () => ({ now: clock.now(), mail: false });

/** What the worker does with what was asked for. */
async function work(prefectureId = '34'): Promise<void> {
  const asked = await rows<{ id: string; job: string; payload: any }>(
    'SELECT id, job, payload FROM outbox WHERE done_at IS NULL ORDER BY created_at, job DESC',
  );
  for (const { id, job, payload } of asked) {
    await database.db.system(prefectureId, async (tx) => {
      if (job.endsWith('spread-notice')) await spread(tx, payload.noticeId, spreading());
      else await settle(tx, payload, clock.now());
    });
    await database.dataSource.query('UPDATE outbox SET done_at = now() WHERE id = $1', [id]);
  }
}
const inboxOf = (actor: Actor) => database.db.read(actor, (tx) => tx.find(InboxItem));

describe('notify', () => {
  it('reaches everybody whom it is for, each once, and nobody else', async () => {
    const specialist = await expert(database.db, staff);
    const colleague = await clerk(database.db, KURE);
    await tell(staff);
    await tell(town, { key: 'b', kind: 'REQUEST_ARRIVED', to: { hubDuty: 'COORDINATOR' } });
    await tell(specialist, { key: 'c', to: { specialistId: specialist.specialistId } });
    await tell(staff, { key: 'd', kind: 'PLAN_RUN_DONE', to: { accountId: staff.accountId } });
    await work();
    const kinds = async (actor: Actor) => (await inboxOf(actor)).map(({ kind }) => kind).sort();
    expect(await kinds(town)).toEqual(['VISIT_MOVED']);
    expect(await kinds(colleague)).toEqual(['VISIT_MOVED']);
    expect(await kinds(specialist)).toEqual(['VISIT_MOVED']);
    expect(await kinds(staff)).toEqual(['PLAN_RUN_DONE', 'REQUEST_ARRIVED']);
    expect(await kinds(auditor)).toEqual([]);
    expect(await kinds(other)).toEqual([]);
    expect((await inboxOf(town))[0]).toMatchObject({ needsAction: true, doneAt: null, role: town.role });
  });

  it('is said once under one key, also by two at once, and spread once', async () => {
    await Promise.all([tell(staff), tell(town), tell(staff, { kind: 'VISIT_CANCELLED' })]);
    expect(await rows('SELECT 1 FROM notice')).toHaveLength(1);
    expect(await rows('SELECT 1 FROM outbox')).toHaveLength(1);
    const [notice] = await rows<{ id: string }>('SELECT id FROM notice');
    const once = () => database.db.system('34', (tx) => spread(tx, notice?.id ?? '', spreading()));
    await Promise.all([once(), once()]);
    expect(await inboxOf(town)).toHaveLength(1);
  });

  it('leaves nothing when the change is undone', async () => {
    await expect(
      database.db.write(staff, async (tx) => {
        await notify(tx, { actor: staff, at: clock.now() }, told());
        throw new Error('undone');
      }),
    ).rejects.toThrow('undone');
    expect([await rows('SELECT 1 FROM notice'), await rows('SELECT 1 FROM outbox')]).toEqual([[], []]);
  });

  it('stays in the own prefecture: the same key is free elsewhere, a foreign town is refused', async () => {
    const ehime = await hub(database.db, '38');
    const matsuyama = await clerk(database.db, MATSUYAMA);
    await tell(staff);
    await tell(ehime, { to: { municipalityId: MATSUYAMA } });
    await expect(tell(staff, { key: 'x', to: { municipalityId: MATSUYAMA } })).rejects.toThrow();
    await expect(tell(staff, { key: 'y', to: { specialistId: randomUUID() } })).rejects.toThrow();
    await database.db.system('34', async (tx) => {
      for (const { id } of await tx.query<{ id: string }[]>('SELECT id FROM notice'))
        await spread(tx, id, spreading());
    });
    expect(await inboxOf(matsuyama)).toEqual([]);
    await work('38');
    expect(await inboxOf(matsuyama)).toHaveLength(1);
  });

  it('carries no line break, and is never too long to be told', async () => {
    await tell(staff, {
      facts: { place: `呉市\r\nBcc: x@example.jp${'あ'.repeat(300)}`, number: '\0', note: null },
    });
    const [notice] = await rows<{ facts: { place: string; number: string | null } }>(
      'SELECT facts FROM notice',
    );
    expect(notice?.facts.place).toMatch(/^呉市 Bcc: x@example\.jpあ+$/);
    expect(notice?.facts.place).toHaveLength(200);
    expect(notice?.facts.number).toBeNull();
  });

  it('is not for whoever has left or may not sign in', async () => {
    const gone = await clerk(database.db, KURE);
    await database.dataSource.query('UPDATE membership SET ended_at = now() WHERE account_id = $1', [
      gone.accountId,
    ]);
    await tell(staff);
    await work();
    expect(await rows(`SELECT 1 FROM inbox_item WHERE account_id = '${gone.accountId}'`)).toEqual([]);
  });
});

describe('noticesSettled', () => {
  const done = (kinds: Told['kind'][] | null = null) =>
    database.db.write(staff, (tx) => noticesSettled(tx, { actor: staff, at: clock.now() }, about, kinds));

  it('closes what was told before, of those kinds, whether it has been spread or not', async () => {
    const before = clock.now();
    await tell(staff);
    await tell(staff, { key: 'other', kind: 'VISIT_CANCELLED' });
    clock.moveTo(new Date(before.getTime() + 60_000));
    await done(['VISIT_MOVED']);
    await tell(staff, { key: 'later' });
    // The settling overtakes the spreading.
    const [settling] = await rows<{ payload: any }>(`SELECT payload FROM outbox WHERE job LIKE '%settle%'`);
    await database.db.system('34', (tx) => settle(tx, settling?.payload, clock.now()));
    await work();
    const found = (await inboxOf(town)).map(({ kind, at, doneHow }) => [kind, +at - +before, doneHow]);
    expect(found.sort()).toEqual([
      ['VISIT_CANCELLED', 0, null],
      ['VISIT_MOVED', 0, 'SETTLED'],
      ['VISIT_MOVED', 60_000, null],
    ]);
    clock.moveTo(before);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, FixedClock } from '@banso/kernel';
import { applyRetention, RetentionService } from '@banso/dispatch';
import {
  checkAudit,
  GUARDS,
  OTHER_CLASSES,
  RETENTION_CLASSES,
  RETENTION_OF,
  type RetentionKind,
  sealEntries,
} from '@banso/platform';
import { ENTITIES } from '../apps/api/src/entities.js';
import { letGoHandler, sweepRetentionHandler } from '../apps/worker/src/dispatch/retention.handlers.js';
import { type FreshDatabase, freshDatabase } from './database.js';
import { actorsOf, CIRCLES, fillCircles } from './row-security/circles.js';

const WORD = 'CANARY-WORD';

const [kure, , matsuyama] = CIRCLES;
if (!kure || !matsuyama) throw new Error('No circles');

describe('how long records are kept', () => {
  let database: FreshDatabase;
  let service: RetentionService;
  // Six years after what the circles hold.
  const clock = new FixedClock(new Date('2032-12-31T00:00:00Z'));
  const staff: Actor = actorsOf(kure).hub;
  const far: Actor = actorsOf(matsuyama).hub;
  const query = <Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> =>
    database.dataSource.query(sql, parameters);
  const count = async (table: string, where: string): Promise<number> =>
    (await query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table} WHERE ${where}`))[0]?.n ?? 0;
  const run = (prefectureId: string) =>
    database.db.system(prefectureId, (tx) => applyRetention(tx, prefectureId, clock));
  const due = async (actor: Actor): Promise<Partial<Record<RetentionKind, number>>> =>
    Object.fromEntries(
      (await service.list(actor)).filter((one) => one.due > 0).map((one) => [one.kind, one.due]),
    );

  beforeAll(async () => {
    database = await freshDatabase(ENTITIES);
    service = new RetentionService(database.db, clock);
    await fillCircles(database.dataSource);
    await query('DELETE FROM retention_rule; ');
    await query('DELETE FROM retention_run');
    await query(`UPDATE support_request SET status = 'TERMINATED', trouble = '${WORD}'`);
    await query(`UPDATE support_request_event SET actor_name = '${WORD}'`);
    await query(`UPDATE consultation SET status = 'CLOSED', question = '${WORD}'`);
    await query(`UPDATE planning_run SET status = 'DISCARDED', finished_at = requested_at, problem = '{}'`);
    await query(`UPDATE agreement SET status = 'EXPIRED', starts_on = '2026-01-01', ends_on = '2026-12-01'`);
    await query(`UPDATE placement SET status = 'ENDED', starts_on = '2026-01-01', ends_on = '2026-12-01'`);
    await query(`UPDATE attendance SET note = '${WORD}', recorded_by_name = '${WORD}'`);
    await query(`UPDATE day_off SET reason = '${WORD}'`);
    await query(`UPDATE unavailability_rule SET reason = '${WORD}', ended_on = starts_on`);
    await query(`UPDATE invitation SET for_name = '${WORD}'`);
    await query('UPDATE membership SET ended_at = created_at');
    await database.db.system(null, (tx) => sealEntries(tx));
  }, 60_000);
  afterAll(() => database.drop());

  it('is said of every table', async () => {
    const tables = await query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
    );
    // Whoever adds one says in libs/platform/src/retention how long its rows are kept.
    expect(tables.map(({ name }) => name).filter((name) => !(name in RETENTION_OF))).toEqual([]);
    expect(Object.keys(RETENTION_OF).filter((name) => !tables.some((table) => table.name === name))).toEqual(
      [],
    );
    expect(Object.keys(GUARDS).filter((name) => !(name in RETENTION_OF))).toEqual([]);
    for (const name of Object.values(RETENTION_OF))
      expect(typeof name === 'string' ? name in RETENTION_CLASSES : name[0] in OTHER_CLASSES).toBe(true);
  });

  it('is chosen by the hub within limits, and not over what a colleague chose', async () => {
    const choose = (actor: Actor, days: number, seen = '0') =>
      service.set(actor, { kind: 'DAYS_OFF', days, seen });
    for (const days of [30, 1827, 1.5])
      await expect(choose(staff, days)).rejects.toMatchObject({ code: 'BAD_INPUT' });
    for (const actor of [actorsOf(kure).town, { ...staff, duties: ['AUDITOR'] } as Actor])
      await expect(choose(actor, 40)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const set = await choose(staff, 40);
    expect(set).toMatchObject({ days: 40, isDefault: false, setByName: '試験' });
    await expect(choose(staff, 50)).rejects.toMatchObject({ reason: 'record.changed-meanwhile' });
    expect(await choose(staff, 60, set.version)).toMatchObject({ days: 60 });
    expect(await count('audit_entry', `row_id = '34/DAYS_OFF'`)).toBe(2);
    const [ours, theirs] = await Promise.all([service.list(staff), service.list(far)]);
    const daysOff = (states: typeof ours) => states.find(({ kind }) => kind === 'DAYS_OFF')?.days;
    expect([daysOff(ours), daysOff(theirs)]).toEqual([60, 366]);
  });

  it('is applied to one prefecture: words go, from the log too, days and figures stay', async () => {
    const before = await due(staff);
    expect(before).toMatchObject({ AGREEMENTS: 14, APPLICANTS: 4, DAYS_OFF: 8, INVITATIONS: 2, PEOPLE: 2 });
    expect(before.CASES).toBeGreaterThan(5);
    const elsewhere = await due(far);
    const [first] = await Promise.all([run('34'), run('34')]);
    expect(first?.more).toBe(false);
    await run('34');
    // Nothing but people, whom somebody looks at first.
    expect(await due(staff)).toEqual({ PEOPLE: 2 });
    expect(await due(far)).toEqual(elsewhere);

    const runs = await query<{ kind: RetentionKind; rows: number }>(
      `SELECT kind, rows FROM retention_run WHERE prefecture_id = '34'`,
    );
    expect(runs).toHaveLength(Object.keys(RETENTION_CLASSES).length - 1);
    for (const { kind, rows } of runs) expect([kind, rows]).toEqual([kind, before[kind] ?? 0]);
    expect(await count('retention_run', `prefecture_id = '38'`)).toBe(0);

    const ours = `prefecture_id = '34'`;
    expect(await count('support_request', `${ours} AND trouble = '（保存期間満了）' AND visits = 1`)).toBe(2);
    expect(await count('day_off', ours)).toBe(0);
    // One that was made and one that is held, of each town.
    expect(await count('visit', ours)).toBe(4);
    for (const [table] of Object.entries(RETENTION_OF)) {
      const tenant = GUARDS[table]?.within !== undefined && table !== 'expert_field_theme';
      if (tenant)
        expect([table, await count(`${table} t`, `t.${ours} AND t::text LIKE '%${WORD}%'`)]).toEqual([
          table,
          0,
        ]);
    }
    expect(await count('support_request', `trouble = '${WORD}'`)).toBe(2);
    await database.db.system(null, (tx) => sealEntries(tx));
    expect(await checkAudit(database.db)).toMatchObject({ broken: [], waiting: 0 });
  });

  it('is asked of each prefecture once a day, however often the clock rings', async () => {
    const sweep = sweepRetentionHandler(clock);
    const asked = () => count('outbox', `job = 'dispatch.let-go'`);
    for (let n = 0; n < 2; n++) await database.db.system(null, (tx, actor) => sweep.run(tx, actor, {}));
    expect(await asked()).toBe(2);
    const handler = letGoHandler(clock);
    await database.db.system('38', (tx, actor) => handler.run(tx, actor, {}));
    expect(await due(far)).toEqual({ PEOPLE: 2 });
    // Nothing was left for another batch.
    expect(await asked()).toBe(2);
  });

  it('shows what the last run let go', async () => {
    const states = await service.list(staff);
    const daysOff = states.find(({ kind }) => kind === 'DAYS_OFF');
    expect(daysOff?.lastRun).toMatchObject({ ranOn: '2032-12-31', rows: 8, days: 60 });
    await expect(service.list(actorsOf(kure).town)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

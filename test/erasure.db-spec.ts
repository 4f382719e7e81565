import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, FixedClock } from '@banso/kernel';
import { ErasureService, HistoryService } from '@banso/dispatch';
import {
  checkAudit,
  ERASURE_STEPS,
  KEPT_AT_ERASURE,
  PERSONAL_COLUMNS,
  sealEntries,
  sqlState,
} from '@banso/platform';
import { ENTITIES } from '../apps/api/src/entities.js';
import { type FreshDatabase, freshDatabase } from './database.js';
import { actorsOf, CIRCLES, fillCircles } from './row-security/circles.js';

const NAME = '金糸雀 かなえ';
const NAMES = [NAME, '金糸雀かなえ', 'キンシカナエ', 'Kanae Canaria', 'kanae.canaria'] as const;
const [, , KANA, ENGLISH, LOGIN] = NAMES;
const SECRET = 'CANARY-SECRET';
const SAID = `${NAME} がそう言いました "${ENGLISH}"`;
const WISH = { reason: '本人の請求', basis: '個人情報保護法 第98条' };

const [kure, mihara, matsuyama] = CIRCLES;
if (!kure || !mihara || !matsuyama) throw new Error('No circles');

describe('erasing somebody who left', () => {
  let database: FreshDatabase;
  let erasures: ErasureService;
  let histories: HistoryService;
  const clock = new FixedClock(new Date('2026-12-10T00:00:00Z'));
  const approver: Actor = actorsOf(mihara).hub;
  const query = <Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> =>
    database.dataSource.query(sql, parameters);
  const { accountId, specialistId, prefectureId } = kure;
  const seal = () => database.db.system(null, (tx) => sealEntries(tx));
  const check = () => checkAudit(database.db);

  beforeAll(async () => {
    database = await freshDatabase(ENTITIES);
    erasures = new ErasureService(database.db, clock);
    histories = new HistoryService(database.db);
    await fillCircles(database.dataSource);
    await query('DELETE FROM person_erasure');
    await query(
      `INSERT INTO membership (id, account_id, role, prefecture_id, specialist_id) VALUES ($1, $2, 'SPECIALIST', $3, $4)`,
      [randomUUID(), accountId, prefectureId, specialistId],
    );
    // The person's rows say their name wherever a name or a word may stand.
    await query(
      `UPDATE account SET display_name = $2, name_en = $3, login_id = $4, password_hash = $5 WHERE id = $1`,
      [accountId, NAME, ENGLISH, LOGIN, SECRET],
    );
    await query(`UPDATE specialist SET name = $2, kana = $3, name_en = $4, employment = $5 WHERE id = $1`, [
      specialistId,
      NAME,
      KANA,
      ENGLISH,
      SECRET,
    ]);
    for (const [table, by] of Object.entries({
      support_request_event: 'actor_id',
      consultation_event: 'actor_id',
      visit_event: 'actor_id',
      procurement_event: 'actor_id',
      agreement_event: 'actor_id',
      plan_publication: 'published_by',
      planning_policy: 'set_by',
      planning_run: 'requested_by',
      town_profile: 'set_by',
      invitation: 'issued_by',
    })) {
      const name = by === 'actor_id' ? 'actor_name' : `${by}_name`;
      const town = ['town_profile', 'invitation'].includes(table) ? 'municipality_id' : null;
      await query(
        `UPDATE ${table} t SET ${by} = $1, ${name} = $2 WHERE ${
          town
            ? `${town} = '${kure.municipalityId}'`
            : `t.ctid = (SELECT min(o.ctid) FROM ${table} o WHERE o.prefecture_id = $3)`
        }${town ? ' AND $3::text IS NOT NULL' : ''}`,
        [accountId, NAME, prefectureId],
      );
    }
    await query(
      `UPDATE invitation SET for_name = $1, used_by = $2, used_at = now() WHERE municipality_id = $3`,
      [NAME, accountId, kure.municipalityId],
    );
    await query(`UPDATE support_request_event SET reason = $1 WHERE actor_id = $2`, [SAID, accountId]);
    await query(
      `UPDATE support_request SET filed_by = $1, trouble = $2, contact_section = $2 WHERE municipality_id = $3`,
      [accountId, SAID, kure.municipalityId],
    );
    await query(`UPDATE consultation SET question = $1, answer = $1 WHERE specialist_id = $2`, [
      SAID,
      specialistId,
    ]);
    await query(
      `UPDATE consultation SET assignment = jsonb_build_object('who', $1::text) WHERE specialist_id = $2`,
      [SAID, specialistId],
    );
    await query(
      `UPDATE planning_run SET problem = jsonb_build_object('who', $1::text) WHERE requested_by = $2`,
      [SAID, accountId],
    );
    await query(`UPDATE attendance SET note = $1, recorded_by_name = $2 WHERE specialist_id = $3`, [
      SECRET,
      NAME,
      specialistId,
    ]);
    await query(`UPDATE day_off SET reason = $1 WHERE specialist_id = $2`, [SECRET, specialistId]);
    await query(`UPDATE bid_restriction_note SET text_ja = $1, text_en = $1 WHERE specialist_id = $2`, [
      SAID,
      specialistId,
    ]);
    await query(`UPDATE specialist_firm SET name = $1, recorded_by_name = $2 WHERE specialist_id = $3`, [
      SECRET,
      NAME,
      specialistId,
    ]);
    await query(`UPDATE skill_assessment SET note = $1, assessed_by = $2 WHERE specialist_id = $3`, [
      SAID,
      NAME,
      specialistId,
    ]);
    // A colleague wrote about them, and took it back later; and about them in a case that stays.
    const colleague = actorsOf(mihara).hub;
    await database.db.write(colleague, (tx) =>
      tx.query(`UPDATE support_request SET outcome = $1 WHERE municipality_id = $2`, [
        SAID,
        mihara.municipalityId,
      ]),
    );
    await database.db.write(colleague, (tx) =>
      tx.query(`UPDATE support_request SET outcome = '済' WHERE municipality_id = $1`, [
        mihara.municipalityId,
      ]),
    );
    await database.db.write(colleague, (tx) =>
      tx.query(`UPDATE consultation SET question = $1 WHERE municipality_id = $2`, [
        SAID,
        mihara.municipalityId,
      ]),
    );
    await seal();
  }, 60_000);
  afterAll(() => database.drop());

  it('knows what becomes of every column that is about people', () => {
    const known = new Set(Object.keys(KEPT_AT_ERASURE));
    for (const { table, set } of ERASURE_STEPS)
      for (const column of Object.keys(set ?? PERSONAL_COLUMNS[table] ?? {})) known.add(`${table}.${column}`);
    const columns = Object.entries(PERSONAL_COLUMNS).flatMap(([table, of]) =>
      Object.keys(of).map((column) => `${table}.${column}`),
    );
    // Whoever adds one says in libs/platform/src/erasure what an erasure does with it.
    expect(columns.filter((column) => !known.has(column))).toEqual([]);
    expect(Object.keys(KEPT_AT_ERASURE).filter((column) => !columns.includes(column))).toEqual([]);
  });

  it('is refused to everybody but an approver of the prefecture, and does not say that somebody is there', async () => {
    const coordinator: Actor = { ...actorsOf(mihara).hub, duties: ['COORDINATOR'] };
    for (const actor of [coordinator, { ...coordinator, duties: ['AUDITOR'] } as Actor])
      await expect(erasures.erase(actor, specialistId, WISH)).rejects.toMatchObject({
        reason: 'access.duty-needed',
      });
    for (const actor of [actorsOf(kure).town, actorsOf(kure).specialist])
      await expect(erasures.preview(actor, specialistId)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    for (const id of [specialistId, matsuyama.specialistId, 'x']) {
      const far = id === specialistId ? actorsOf(matsuyama).hub : approver;
      await expect(erasures.erase(far, id, WISH)).rejects.toMatchObject({ reason: 'person.not-found' });
      await expect(erasures.preview(far, id)).rejects.toMatchObject({ reason: 'person.not-found' });
    }
  });

  it('is refused while something stands, and says what; then shows what would be done', async () => {
    const before = await erasures.preview(approver, specialistId);
    expect(before.unsettled.map(({ kind }) => kind)).toEqual([
      'MEMBERSHIP',
      'POOL',
      'REQUEST',
      'CONSULTATION',
      'VISIT',
      'PLACEMENT',
    ]);
    await expect(erasures.erase(approver, specialistId, WISH)).rejects.toMatchObject({
      reason: 'erasure.unsettled',
      details: { unsettled: before.unsettled },
    });
    await query('UPDATE membership SET ended_at = now() WHERE account_id = $1', [accountId]);
    await query('UPDATE specialist SET active = false WHERE id = $1', [specialistId]);
    await query(`UPDATE support_request SET status = 'TERMINATED' WHERE filed_by = $1`, [accountId]);
    await query(`UPDATE consultation SET status = 'CLOSED' WHERE specialist_id = $1`, [specialistId]);
    await query(`UPDATE placement SET status = 'ENDED' WHERE specialist_id = $1`, [specialistId]);
    await query(`DELETE FROM visit WHERE specialist_id = $1 AND status = 'HELD'`, [specialistId]);
    await query(`UPDATE visit SET status = 'DONE' WHERE specialist_id = $1`, [specialistId]);
    const preview = await erasures.preview(approver, specialistId);
    expect(preview).toMatchObject({ unsettled: [], done: null, label: '消去済みの人 1' });
    expect(preview.kept).toContainEqual({
      kind: 'VISITS',
      count: 1,
      retention: 'CASES',
      until: '2031-12-08',
    });
    expect(preview.mentions.map(({ table, column, count }) => [table, column, count])).toEqual([
      ['consultation', 'question', 1],
    ]);
    expect(await erasures.former(approver)).toContainEqual(expect.objectContaining({ name: NAME }));
    await expect(
      erasures.erase(approver, specialistId, { ...WISH, reason: `${NAME}さんの請求` }),
    ).rejects.toMatchObject({ reason: 'erasure.names-person' });
  });

  it('leaves an account that another prefecture knows, and erases what is here', async () => {
    // In the circles everybody has a part abroad.
    const { accountKept } = await erasures.preview(approver, specialistId);
    expect(accountKept).toBe(true);
    await query('DELETE FROM membership WHERE account_id = $1 AND prefecture_id <> $2', [
      accountId,
      prefectureId,
    ]);
  });

  it('takes every word away at once, twice as once, and the chain holds', async () => {
    await seal();
    expect(await check()).toMatchObject({ broken: [] });
    const both = await Promise.all([
      erasures.erase(approver, specialistId, WISH),
      erasures.erase(approver, specialistId, { ...WISH, reason: 'もう一度' }),
    ]);
    const again = await erasures.erase(approver, specialistId, WISH);
    expect(new Set([...both, again].map(({ id }) => id)).size).toBe(1);
    expect(await query('SELECT 1 FROM person_erasure')).toHaveLength(1);
    expect(again.logEntries).toBeGreaterThan(5);

    expect(await placesOf(NAMES)).toEqual([
      // What others wrote is theirs to change: the preview names it.
      'audit_entry consultation',
      'consultation',
      // By which it is still found, until its writer has changed it.
      'search_entry',
    ]);
    expect(await placesOf([SECRET])).toEqual([]);
    expect(
      await query('SELECT display_name, disabled_at IS NULL AS open FROM account WHERE id = $1', [accountId]),
    ).toEqual([{ display_name: '消去済みの人 1', open: false }]);

    expect(await check()).toMatchObject({ broken: [] });
    await seal();
    expect(await check()).toMatchObject({ broken: [], waiting: 0 });
    const history = await histories.export(approver, 'SPECIALIST', specialistId);
    expect(history.length).toBeGreaterThan(0);
    expect(JSON.stringify(history)).toContain('erased');
  });

  /** Where any of these words stands, by table; of the log also by the table that it is about. */
  async function placesOf(words: readonly string[]): Promise<string[]> {
    const tables = await query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
    );
    const places: string[] = [];
    for (const { name } of tables) {
      const about = name === 'audit_entry' ? `|| ' ' || t.table_name` : '';
      const found = await query<{ place: string }>(
        `SELECT DISTINCT '${name}' ${about} AS place FROM ${name} t
         WHERE EXISTS (SELECT FROM unnest($1::text[]) word WHERE position(word IN to_jsonb(t)::text) > 0) ORDER BY 1`,
        [words],
      );
      places.push(...found.map(({ place }) => place));
    }
    return places;
  }

  it('leaves the account of whoever goes on in another prefecture, and shows no name of theirs here', async () => {
    const both = '二つの県 あゆむ';
    await query('UPDATE account SET display_name = $2 WHERE id = $1', [mihara.accountId, both]);
    await query('UPDATE membership SET ended_at = now() WHERE account_id = $1 AND prefecture_id = $2', [
      mihara.accountId,
      prefectureId,
    ]);
    await query('UPDATE support_request_event SET actor_id = $1, actor_name = $2 WHERE prefecture_id = $3', [
      mihara.accountId,
      both,
      prefectureId,
    ]);
    const [place] = await query<{ id: string }>(
      'SELECT id FROM membership WHERE account_id = $1 AND prefecture_id = $2',
      [mihara.accountId, prefectureId],
    );
    const other = actorsOf(kure).hub;
    const erasure = await erasures.erase(other, place?.id ?? '', WISH);
    expect(erasure).toMatchObject({ accountKept: true, label: '消去済みの人 2' });
    expect(
      await query('SELECT display_name, disabled_at FROM account WHERE id = $1', [mihara.accountId]),
    ).toEqual([{ display_name: both, disabled_at: null }]);
    expect(await placesOf([both])).toEqual(['account', 'audit_entry account']);
    const history = await histories.export(other, 'SUPPORT_REQUEST', await caseIn(mihara.municipalityId));
    const names = history.map(({ actorName }) => actorName);
    expect(names).toContain('消去済みの人 2');
    expect(names).not.toContain(both);
  });

  async function caseIn(municipalityId: string): Promise<string> {
    const [found] = await query<{ id: string }>('SELECT id FROM support_request WHERE municipality_id = $1', [
      municipalityId,
    ]);
    return found?.id ?? '';
  }

  it('lets nobody else change the log, and finds whoever did', async () => {
    const state = (actor: Actor, sql: string) =>
      database.db.write(actor, (tx) => tx.query(sql)).then(() => null, sqlState);
    const forget = (cause: string) =>
      `SELECT audit_forget('${cause}', id, '{specialist}', '{${mihara.specialistId}}', '{name}') FROM ${cause} LIMIT 1`;
    const system: Actor = { role: 'SYSTEM', accountId: null, prefectureId, name: 'system' };
    for (const actor of [approver, actorsOf(kure).town, system]) {
      expect(await state(actor, `UPDATE audit_entry SET salt = NULL`)).toBe('42501');
      expect(await state(actor, 'DELETE FROM audit_entry')).toBe('42501');
      // Not by an erasure that is over, and nobody but background work at all.
      expect(await state(actor, forget('person_erasure'))).toBe('42501');
    }
    const owner = (sql: string) => database.dataSource.query(sql).then(() => null, sqlState);
    expect(await owner(`UPDATE audit_entry SET changes = '{}' WHERE changes IS NOT NULL`)).toBe('42501');
    expect(await owner('DELETE FROM audit_entry')).toBe('42501');

    // Even a blanking that is done right shows when no erasure speaks for it; so does a word in the blank.
    const undone = async (sql: string): Promise<string[]> => {
      await query(sql);
      const { broken } = await check();
      return broken.map(({ fault }) => fault);
    };
    const [entry] = await query<{ id: string; before: string }>(
      `SELECT id, to_jsonb(e)::text AS before FROM audit_entry e WHERE table_name = 'specialist' AND salt IS NOT NULL
         AND row_id = '${mihara.specialistId}' LIMIT 1`,
    );
    const blanked = `UPDATE audit_entry e SET (changes, salt, commitments) =
      (SELECT b.changes, b.salt, b.commitments FROM audit_blanked(e, '{name}') b) WHERE id = ${entry?.id}`;
    expect(await undone(blanked)).toEqual(['BLANKED']);
    await query('ALTER TABLE audit_entry DISABLE TRIGGER audit_blank_only');
    expect(
      await undone(
        `UPDATE audit_entry SET changes = jsonb_set(changes, '{name,1}', '"x"') WHERE id = ${entry?.id}`,
      ),
    ).toEqual(['ALTERED']);
  });
});

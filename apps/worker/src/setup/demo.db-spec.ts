import { FixedClock } from '@banso/kernel';
import { SignInService } from '@banso/directory';
import { readConfig } from '@banso/platform';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FreshDatabase, freshDatabase } from '../../../../test/database.js';
import { temporaryFolder } from '../../../../test/folder.js';
import { ENTITIES } from '../entities.js';
import { ensureDemo } from './demo.js';
import { writeSignIns } from './sign-ins.js';

let database: FreshDatabase;

beforeEach(async () => {
  database = await freshDatabase(ENTITIES);
}, 60_000);
afterEach(() => database.drop());

const config = () =>
  readConfig({
    NODE_ENV: 'test',
    DATABASE_URL: database.url,
    BANSO_DEMO: 'on',
    BANSO_RUN_DIR: temporaryFolder(),
  });
const make = (at: string) => ensureDemo(database.db, new FixedClock(new Date(at)), config());
const count = async (table: string): Promise<number> => {
  const [row] = await database.dataSource.query(`SELECT count(*)::int AS n FROM ${table}`);
  return row.n;
};
const signIn = (loginId: string, password = 'banso-demo') =>
  new SignInService(database.db, new FixedClock(new Date())).signIn({ loginId, password, from: '127.0.0.1' });

describe('the demonstration', () => {
  it.each([
    ['in the small hours of a Sunday in the days around New Year', '2027-01-02T17:30:00Z'],
    ['across the turn of the fiscal year', '2027-03-30T01:00:00Z'],
  ])(
    'can be made %s',
    async (_, at) => {
      const made = await make(at);
      expect(made?.specialists).toBe(await count('specialist'));
      expect(made?.requests).toBe(await count('support_request'));
      expect(made?.consultations).toBe(await count('consultation'));
      expect(await count('town_profile WHERE it_staff <= 1')).toBeGreaterThan(0);
      expect(await count('conflict_of_interest')).toBe(2);
      // One prefecture for each way of sharing people.
      expect(await count(`agreement WHERE status = 'ACTIVE'`)).toBe(2);
      expect(await count(`placement WHERE status = 'ACTIVE'`)).toBe(3);
      expect(await count('invoice WHERE number IS NOT NULL')).toBe(2);
      expect(await count('office_member')).toBe(15);
      expect(await count('declaration_signatory')).toBe(21);
      expect(await count('declaration_signatory WHERE signed_on IS NOT NULL')).toBe(21);
      expect(await count(`council_meeting WHERE kind = 'JOINT_TRAINING' AND status = 'HELD'`)).toBe(2);
      expect(await count('round_stop')).toBe(20);
      expect(await count('round_stop WHERE visited_on IS NOT NULL')).toBe(8);
      // After their visits: one case is over, one waits for its town, one for its report.
      expect(await count(`visit WHERE status = 'RECEIVED'`)).toBeGreaterThan(0);
      expect(await count(`visit WHERE status = 'REPORTED'`)).toBeGreaterThan(0);
      expect(await count(`visit WHERE status = 'CONFIRMED' AND ends_at < '${at}'`)).toBeGreaterThan(0);
      expect(await count(`support_request WHERE status = 'COMPLETED'`)).toBeGreaterThan(0);
      expect(await count(`travel_claim WHERE status = 'SUBMITTED'`)).toBeGreaterThan(0);
      const states: { status: string }[] = await database.dataSource.query(
        'SELECT DISTINCT status FROM support_request',
      );
      expect(states.map(({ status }) => status)).toEqual(
        expect.arrayContaining(['DRAFT', 'AWAITING_INTAKE', 'SCHEDULING']),
      );
      const future: unknown[] = await database.dataSource.query(
        'SELECT 1 FROM support_request_event WHERE at > $1',
        [at],
      );
      expect(future).toEqual([]);
    },
    120_000,
  );

  it('that was interrupted is made again from the beginning, and nobody could sign in meanwhile', async () => {
    await make('2026-12-01T01:00:00Z');
    const whole = await count('support_request');
    // As it stands a moment before its accounts are opened, with the last requests missing.
    await database.dataSource.query(`UPDATE account SET disabled_at = created_at`);
    await expect(signIn('hub34')).rejects.toMatchObject({ code: 'SIGN_IN_FAILED' });
    await database.dataSource.query(`DELETE FROM consultation_event; DELETE FROM consultation`);
    expect(await make('2026-12-01T02:00:00Z')).not.toBeNull();
    expect(await count('support_request')).toBe(whole);
    await signIn('hub34');
  }, 120_000);

  it('is made once, leaves its sign-ins for the start script, and keeps away when all its people have left', async () => {
    const settings = config();
    const demoAt = (at: string) => ensureDemo(database.db, new FixedClock(new Date(at)), settings);
    const file = join(settings.BANSO_RUN_DIR, 'demo-sign-ins.json');
    const written = async (): Promise<{ label: string; loginId: string; password: string }[]> => {
      await writeSignIns(database.db, settings);
      return JSON.parse(readFileSync(file, 'utf8'));
    };
    expect(await written()).toEqual([]);
    await demoAt('2026-12-01T01:00:00Z');
    const signIns = await written();
    const ofPrefecture = ['hub', 'town', 'town', 'sp', 'sp'];
    expect(signIns.map(({ loginId }) => loginId.replace(/\d.*/, ''))).toEqual([
      ...ofPrefecture,
      ...ofPrefecture,
      ...ofPrefecture,
      'operator',
    ]);
    for (const { loginId, password } of signIns) await signIn(loginId, password);
    expect((await signIn('hub34')).actor).toMatchObject({ role: 'HUB_STAFF', prefectureId: '34' });

    const before = await count('account');
    expect(await demoAt('2026-12-02T01:00:00Z')).toBeNull();
    await database.dataSource.query(`UPDATE account SET disabled_at = created_at + interval '1 day'`);
    expect(await demoAt('2026-12-05T01:00:00Z')).toBeNull();
    expect(await count('account')).toBe(before);
  }, 120_000);
});

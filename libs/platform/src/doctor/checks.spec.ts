import { describe, expect, it } from '@jest/globals';
import { CHECKS, judged } from './checks.js';
import type { DatabaseFacts, Facts, RedisFacts } from './facts.js';

const database: DatabaseFacts = {
  away: null,
  bundled: false,
  version: 180_004,
  encoding: 'UTF8',
  knowsLetters: true,
  collationMoved: false,
  extension: true,
  user: { superuser: false, owner: false, mayAct: true },
  pending: 0,
  skew: 0.1,
  lagSeconds: 0,
  dead: 0,
  lateSchedules: [],
  workers: 2,
};
const redis: RedisFacts = { away: null, version: '8.0.0', policy: 'noeviction', persistent: true };
const WELL: Facts = {
  node: { version: '24.11.0', major: 24 },
  settings: null,
  built: [{ file: 'dist/apps/api/src/main.js', there: true }],
  port: { number: 3000, state: 'ours' },
  folders: [
    { use: 'run', path: '/srv/.data', writable: true, freeMb: 50_000 },
    { use: 'files', path: '/srv/files', writable: true, freeMb: 50_000 },
  ],
  secretKey: 'setting',
  inEarnest: true,
  mail: { reachable: true, host: 'mail.example.lg.jp' },
  database,
  redis,
  backups: { folder: '/srv/backups', newestHours: 3 },
};

const withDatabase = (more: Partial<DatabaseFacts>): Facts => ({
  ...WELL,
  database: { ...database, ...more },
});
const withRedis = (more: Partial<RedisFacts>): Facts => ({ ...WELL, redis: { ...redis, ...more } });
const withFolder = (at: number, more: Partial<Facts['folders'][number]>): Facts => ({
  ...WELL,
  folders: WELL.folders.map((folder, i) => (i === at ? { ...folder, ...more } : folder)),
});

/** One thing that is wrong, and the check that says so. */
const ILL: readonly (readonly [check: string, level: 'advice' | 'fault', facts: Facts])[] = [
  ['node', 'fault', { ...WELL, node: { version: '18.20.0', major: 18 } }],
  ['node', 'advice', { ...WELL, node: { version: '20.19.0', major: 20 } }],
  ['settings', 'fault', { ...WELL, settings: 'PORT: too big' }],
  ['built', 'fault', { ...WELL, built: [{ file: 'dist/x.js', there: false }] }],
  ['port', 'fault', { ...WELL, port: { number: 3000, state: 'taken' } }],
  ['port', 'fault', { ...WELL, port: { number: 80, state: 'forbidden' } }],
  ['folder-run', 'fault', withFolder(0, { writable: false })],
  ['folder-run', 'fault', withFolder(0, { freeMb: 499 })],
  ['folder-run', 'advice', withFolder(0, { freeMb: 500 })],
  ['folder-files', 'fault', withFolder(1, { writable: false })],
  ['folder-files', 'advice', withFolder(1, { freeMb: 4_999 })],
  ['secret-key', 'fault', { ...WELL, secretKey: 'open-file' }],
  ['secret-key', 'advice', { ...WELL, secretKey: 'none' }],
  ['database', 'fault', { ...WELL, database: null }],
  ['database', 'fault', withDatabase({ away: 'ECONNREFUSED' })],
  ['database', 'fault', withDatabase({ version: 130_012 })],
  ['schema', 'fault', withDatabase({ pending: 1 })],
  ['extension', 'fault', withDatabase({ extension: false })],
  ['locale', 'fault', withDatabase({ encoding: 'SQL_ASCII' })],
  ['locale', 'fault', withDatabase({ knowsLetters: false })],
  ['locale', 'advice', withDatabase({ collationMoved: true })],
  ['user', 'fault', withDatabase({ user: { superuser: true, owner: true, mayAct: true } })],
  ['user', 'advice', withDatabase({ user: { superuser: false, owner: true, mayAct: true } })],
  ['user', 'fault', withDatabase({ user: { superuser: false, owner: false, mayAct: false } })],
  ['clock', 'fault', withDatabase({ skew: 5.1 })],
  ['clock', 'fault', withDatabase({ skew: -6 })],
  ['redis', 'fault', withRedis({ away: 'timeout' })],
  ['redis', 'fault', withRedis({ policy: 'allkeys-lru' })],
  ['redis', 'advice', withRedis({ persistent: false })],
  ['workers', 'fault', withDatabase({ workers: 0 })],
  ['lag', 'advice', withDatabase({ lagSeconds: 60 })],
  ['lag', 'fault', withDatabase({ lagSeconds: 600 })],
  ['dead', 'advice', withDatabase({ dead: 1 })],
  ['schedules', 'advice', withDatabase({ lateSchedules: ['seal-audit'] })],
  ['mail', 'advice', { ...WELL, mail: null }],
  ['mail', 'fault', { ...WELL, mail: { reachable: false, host: 'mail.example.lg.jp' } }],
  ['backups', 'fault', { ...WELL, backups: null }],
  ['backups', 'fault', { ...WELL, backups: { folder: '/srv/backups', newestHours: 26.5 } }],
  [
    'backups',
    'advice',
    { ...WELL, inEarnest: false, backups: { folder: '/srv/backups', newestHours: null } },
  ],
];

describe('the doctor', () => {
  it('finds nothing where all is well', () => {
    expect(judged(WELL).filter(({ verdict }) => verdict.level !== 'ok')).toEqual([]);
    expect(judged(WELL)).toHaveLength(CHECKS.length);
    for (const facts of [
      { ...WELL, redis: null },
      { ...WELL, inEarnest: false, secretKey: 'none' } as const,
      withDatabase({ bundled: true, user: { superuser: true, owner: true, mayAct: true } }),
      withDatabase({ skew: -5 }),
      withDatabase({ lagSeconds: 59 }),
    ])
      expect(judged(facts).filter(({ verdict }) => verdict.level !== 'ok')).toEqual([]);
  });

  it.each(ILL)('%s says %s, and how to mend it in both languages', (name, level, facts) => {
    const found = judged(facts).filter(({ verdict }) => verdict.level !== 'ok');
    expect(found.map(({ check, verdict }) => [check.name, verdict.level])).toEqual([[name, level]]);
    for (const { verdict } of found) {
      expect(verdict.remedy?.ja).toMatch(/[ぁ-ん]|btree_gist|REINDEX/);
      expect(verdict.remedy?.en).toMatch(/^[ -~–…]+$/);
    }
  });

  it('has seen each of its checks fail', () => {
    expect([...new Set(ILL.map(([name]) => name))].sort()).toEqual(CHECKS.map(({ name }) => name).sort());
  });
});

import {
  type Actor,
  DomainError,
  FixedClock,
  type HubStaff,
  type MunicipalityStaff,
  systemActor,
} from '@banso/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { clerk, hub, KURE, operator } from '../../../test/people.js';
import { directoryEntities } from './directory-entities.js';
import { MOST_VIEWS, OwnViewService } from './own-view.service.js';
import type { NewView } from './saved-view.entity.js';

const clock = new FixedClock(new Date('2026-11-24T01:00:00Z'));
const OPEN: NewView = { path: '/visits', query: 'status=OPEN', name: '今月の訪問', isDefault: false };
let database: FreshDatabase;
let views: OwnViewService;
let her: HubStaff;
let colleague: HubStaff;
let town: MunicipalityStaff;

beforeAll(async () => {
  database = await freshDatabase(directoryEntities);
  views = new OwnViewService(database.db, clock);
  her = await hub(database.db);
  colleague = await hub(database.db);
  town = await clerk(database.db, KURE);
}, 60_000);
beforeEach(() => database.dataSource.query('TRUNCATE view_setting, saved_view'));
afterAll(() => database.drop());

const reasonOf = (work: () => Promise<unknown>): Promise<string> =>
  Promise.resolve()
    .then(work)
    .then(
      () => 'granted',
      (error: unknown) => (error instanceof DomainError ? error.reason : 'another error'),
    );
const shown = async (actor: Actor) =>
  (await views.list(actor)).map(({ name, query, isDefault }) => [name, query, isDefault]);

describe('how the screens look', () => {
  const dense = { calendar: 'WESTERN', furigana: false, density: 'DENSE', singleKeys: false } as const;

  it('is chosen by each for themselves, in whatever role, as often as they like', async () => {
    const everybody = [her, town, await operator(database.db)];
    for (const actor of everybody) {
      expect(await views.settings(actor)).toMatchObject({ calendar: 'JAPANESE', furigana: true });
      await views.choose(actor, dense);
      await views.choose(actor, { ...dense, furigana: true });
      expect(await views.settings(actor)).toMatchObject({ ...dense, furigana: true });
    }
    expect(await views.settings(colleague)).toMatchObject({ calendar: 'JAPANESE' });
  });

  it('holds one answer when two windows choose at once', async () => {
    await Promise.all([views.choose(her, dense), views.choose(her, { ...dense, density: 'STANDARD' })]);
    expect(await views.settings(her)).toMatchObject({ calendar: 'WESTERN' });
  });

  it('is nothing of background work', async () => {
    expect(await reasonOf(() => views.settings(systemActor('34')))).toBe('access.forbidden');
  });
});

describe('a saved view', () => {
  it('is kept, takes the place of its namesake, and is seen by its owner alone', async () => {
    await views.save(her, OPEN);
    await views.save(her, { ...OPEN, query: 'status=DONE' });
    expect(await shown(her)).toEqual([['今月の訪問', 'status=DONE', false]]);
    expect(await shown(colleague)).toEqual([]);
    expect(await shown(town)).toEqual([]);
    await views.save(town, OPEN);
    expect(await shown(town)).toHaveLength(1);
  });

  it('is the one in which its list opens, and no other', async () => {
    await views.save(her, { ...OPEN, isDefault: true });
    const other = await views.save(her, { ...OPEN, name: '全部', query: '', isDefault: true });
    await views.save(her, { ...OPEN, path: '/requests', isDefault: true });
    const defaults = async () =>
      (await views.list(her)).filter(({ isDefault }) => isDefault).map(({ path, name }) => `${path} ${name}`);
    expect(await defaults()).toEqual(['/requests 今月の訪問', '/visits 全部']);
    await views.change(her, other.id, { name: '全部', isDefault: false });
    expect(await defaults()).toEqual(['/requests 今月の訪問']);
  });

  it('becomes the default once, whichever of two windows comes first', async () => {
    const wishes = ['甲', '乙', '丙'].map((name) => views.save(her, { ...OPEN, name, isDefault: true }));
    await Promise.all(wishes);
    expect((await views.list(her)).filter(({ isDefault }) => isDefault)).toHaveLength(1);
    await Promise.all([views.save(her, OPEN), views.save(her, OPEN)]);
    expect(await views.list(her)).toHaveLength(4);
  });

  it('is renamed and removed by its owner; nobody else knows of it', async () => {
    const one = await views.save(her, OPEN);
    await views.save(her, { ...OPEN, name: '別' });
    expect(await reasonOf(() => views.change(her, one.id, { name: '別', isDefault: false }))).toBe(
      'saved-view.name-taken',
    );
    await views.change(her, one.id, { name: ' 呉市 ', isDefault: false });
    for (const stranger of [colleague, town]) {
      expect(await reasonOf(() => views.change(stranger, one.id, { name: 'x', isDefault: true }))).toBe(
        'saved-view.not-found',
      );
      expect(await reasonOf(() => views.remove(stranger, one.id))).toBe('saved-view.not-found');
    }
    expect(await reasonOf(() => views.remove(her, 'no-id'))).toBe('saved-view.not-found');
    await views.remove(her, one.id);
    expect(await reasonOf(() => views.remove(her, one.id))).toBe('saved-view.not-found');
    expect((await shown(her)).map(([name]) => name)).toEqual(['別']);
  });

  it('leads nowhere but to a screen, has a name, and there are not too many of them', async () => {
    for (const path of ['//evil.example', 'https://evil.example', 'visits', '/a?b', '/あ', '/\\evil'])
      expect([path, await reasonOf(() => views.save(her, { ...OPEN, path }))]).toEqual([
        path,
        'input.invalid',
      ]);
    for (const name of ['', ' ', 'x'.repeat(61), 'a\0b'])
      expect(await reasonOf(() => views.save(her, { ...OPEN, name }))).toBe('input.invalid');
    expect(await reasonOf(() => views.save(her, { ...OPEN, query: 'x'.repeat(1001) }))).toBe('input.invalid');
    await database.dataSource.query(
      `INSERT INTO saved_view (id, account_id, role, path, query, name, is_default, created_at)
       SELECT gen_random_uuid(), $1, 'HUB_STAFF', '/visits', '', n::text, false, now() FROM generate_series(1, $2) n`,
      [her.accountId, MOST_VIEWS],
    );
    expect(await reasonOf(() => views.save(her, OPEN))).toBe('saved-view.too-many');
    expect(await reasonOf(() => views.save(her, { ...OPEN, name: '1' }))).toBe('granted');
  });
});

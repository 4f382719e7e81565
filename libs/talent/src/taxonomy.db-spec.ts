import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { temporaryFolder } from '../../../test/folder.js';
import { talentEntities } from './talent-entities.js';
import { loadTaxonomy } from './taxonomy-loader.js';
import {
  findTheme,
  listProfiles,
  listSkills,
  listThemes,
  listTroubleGroups,
  skillsByIds,
  themeNeeds,
} from './taxonomy.queries.js';

let database: FreshDatabase;

beforeAll(async () => {
  database = await freshDatabase(talentEntities);
  await database.dataSource.query('TRUNCATE skill, talent_profile, trouble_group CASCADE');
  expect(await loadTaxonomy(database.db, 'data')).toEqual({ skills: 63, profiles: 4, themes: 20 });
});
afterAll(() => database.drop());

/** A copy of the files in which one of them reads differently. */
function changed(file: string, change: (text: string) => string): string {
  const dataDir = temporaryFolder();
  cpSync('data/taxonomy', join(dataDir, 'taxonomy'), { recursive: true });
  const path = join(dataDir, 'taxonomy', file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
  return dataDir;
}

describe('loadTaxonomy', () => {
  it('stores the catalogue as the files have it', async () => {
    await database.db.system(null, async (tx) => {
      expect(await listSkills(tx)).toHaveLength(63);
      expect((await listProfiles(tx)).map((profile) => profile.id).sort()).toEqual([
        'ENGINEER',
        'PRODUCER',
        'PROJECT_MANAGER',
        'SERVICE_DESIGNER',
      ]);
      expect(await findTheme(tx, 'T12')).toMatchObject({
        groupId: 'STANDARDS',
        conflictCheck: true,
        taxonomyVersion: 'DSS-P 1.2 (2024-07) + GOV 1 + themes 1',
      });
      expect((await listTroubleGroups(tx)).map((group) => group.position)).toEqual([1, 2, 3, 4, 5, 6, 7]);
      expect(await skillsByIds(tx, ['GOV-07', 'GOV-99'])).toMatchObject([{ id: 'GOV-07', scheme: 'GOV' }]);
    });
  });

  it('changes no row when it runs again', async () => {
    const versions = () =>
      database.dataSource.query(
        'SELECT xmin FROM skill UNION ALL SELECT xmin FROM support_theme UNION ALL SELECT xmin FROM theme_skill',
      );
    const before = await versions();
    await loadTaxonomy(database.db, 'data');
    expect(await versions()).toEqual(before);
  });

  it('forgets a need that a theme no longer has', async () => {
    const dataDir = changed('theme-skills.csv', (text) => text.replace('T01,DSSP-BT-09,3,0\n', ''));
    const needs = async () =>
      database.db.system(null, async (tx) =>
        (await themeNeeds(tx, ['T01'])).get('T01')?.map((need) => need.skillId),
      );
    expect(await needs()).toContain('DSSP-BT-09');
    await loadTaxonomy(database.db, dataDir);
    expect(await needs()).not.toContain('DSSP-BT-09');
    await loadTaxonomy(database.db, 'data');
  });

  it.each([
    [
      'theme-skills.csv',
      (text: string) => `${text}T01,GOV-99,3,0\n`,
      /theme-skills\.csv line \d+: 'T01' or 'GOV-99'/,
    ],
    [
      'support-themes.csv',
      (text: string) => text.replace(',ON_SITE,', ',BY_AIR,'),
      /support-themes\.csv line 2: mode 'BY_AIR'/,
    ],
    [
      'trouble-groups.csv',
      (text: string) => text.replace(';T20', '').replace(',T20', ',T21'),
      /theme 'T20' is in no trouble group/,
    ],
  ])('names the line of %s that is wrong', async (file, change, message) => {
    await expect(loadTaxonomy(database.db, changed(file, change))).rejects.toThrow(message);
  });
});

describe('themeNeeds', () => {
  it('lists the essential needs first, the deepest before the others', async () => {
    await database.db.system(null, async (tx) => {
      const themes = await listThemes(tx);
      const needs = await themeNeeds(tx, [...themes.map((theme) => theme.id), 'T99']);
      expect(needs.size).toBe(20);
      expect(needs.get('T01')?.[0]).toEqual({ skillId: 'GOV-07', level: 4, essential: true });
    });
  });
});

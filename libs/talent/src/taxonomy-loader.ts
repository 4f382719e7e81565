import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BulkTarget, bulkUpsert, csv, csvFault, readCsvRows } from '@banso/directory';
import { Db, type Tx } from '@banso/platform';
import { z } from 'zod';
import { THEME_MODES } from './support-theme.entity.js';

const skillRow = z.object({
  id: csv.text,
  scheme: csv.text,
  category: csv.text,
  category_en: csv.text,
  subcategory: csv.text,
  subcategory_en: csv.text,
  name: csv.text,
  name_en: csv.text,
});

const profileRow = z.object({
  id: csv.text,
  name: csv.text,
  name_en: csv.text,
  summary: csv.text,
  summary_en: csv.text,
});

const groupRow = z.object({
  id: csv.text,
  name: csv.text,
  name_en: csv.text,
  theme_ids: csv.text.transform((ids) => ids.split(';')),
});

const themeRow = z.object({
  id: csv.text,
  name: csv.text,
  name_en: csv.text,
  profile: csv.text,
  mode: z.enum(THEME_MODES),
  visits: csv.number,
  visit_minutes: csv.number,
  min_gap_days: csv.number,
  conflict_check: csv.flag,
  trouble: csv.text,
  trouble_en: csv.text,
  example: csv.text,
  example_en: csv.text,
});

/** Lines of a cell, with a bar between. */
const lines = csv.text.transform((cell) => cell.split('|'));

const templateRow = z.object({
  theme_id: csv.text,
  points: lines,
  points_en: lines,
  prepare: lines,
  prepare_en: lines,
});

const needRow = z.object({ theme_id: csv.text, skill_id: csv.text, level: csv.number, essential: csv.flag });

const text = (...names: string[]) => Object.fromEntries(names.map((name) => [name, 'text']));

const SKILL: BulkTarget<string> = {
  table: 'skill',
  key: ['id'],
  columns: {
    ...text('id', 'scheme', 'category', 'category_en', 'subcategory', 'subcategory_en', 'name', 'name_en'),
    taxonomy_version: 'text',
  },
};
const PROFILE: BulkTarget<string> = {
  table: 'talent_profile',
  key: ['id'],
  columns: text('id', 'name', 'name_en', 'summary', 'summary_en'),
};
const GROUP: BulkTarget<string> = {
  table: 'trouble_group',
  key: ['id'],
  columns: { ...text('id', 'name', 'name_en'), position: 'int' },
};
const THEME: BulkTarget<string> = {
  table: 'support_theme',
  key: ['id'],
  columns: {
    ...text('id', 'group_id', 'profile_id', 'name', 'name_en', 'mode', 'taxonomy_version'),
    ...text('trouble', 'trouble_en', 'example', 'example_en'),
    visits: 'int',
    visit_minutes: 'int',
    min_gap_days: 'int',
    conflict_check: 'boolean',
    points: 'text[]',
    points_en: 'text[]',
    prepare: 'text[]',
    prepare_en: 'text[]',
  },
};
const NEED: BulkTarget<string> = {
  table: 'theme_skill',
  key: ['theme_id', 'skill_id'],
  columns: { ...text('theme_id', 'skill_id'), level: 'int', essential: 'boolean' },
};

/** Reads every file and checks that what they name exists. */
function readTaxonomy(folder: string) {
  const file = (name: string) => join(folder, name);
  const version = readFileSync(file('VERSION'), 'utf8').trim();
  const skills = readCsvRows(file('skills.csv'), skillRow);
  const profiles = readCsvRows(file('talent-profiles.csv'), profileRow);
  const groups = readCsvRows(file('trouble-groups.csv'), groupRow);
  const themes = readCsvRows(file('support-themes.csv'), themeRow);
  const needs = readCsvRows(file('theme-skills.csv'), needRow);
  const templates = new Map(
    readCsvRows(file('theme-templates.csv'), templateRow).map((row) => [row.theme_id, row] as const),
  );
  const groupOf = new Map(groups.flatMap((group) => group.theme_ids.map((id) => [id, group.id] as const)));
  const known = { skill: idsOf(skills), profile: idsOf(profiles), theme: idsOf(themes) };
  for (const theme of themes) {
    if (!known.profile.has(theme.profile))
      throw csvFault(file('support-themes.csv'), theme.line, `profile '${theme.profile}' is unknown`);
    if (!groupOf.has(theme.id))
      throw csvFault(file('support-themes.csv'), theme.line, `theme '${theme.id}' is in no trouble group`);
    if (!templates.has(theme.id))
      throw csvFault(file('support-themes.csv'), theme.line, `theme '${theme.id}' has no template`);
  }
  for (const need of needs)
    if (!known.skill.has(need.skill_id) || !known.theme.has(need.theme_id))
      throw csvFault(
        file('theme-skills.csv'),
        need.line,
        `'${need.theme_id}' or '${need.skill_id}' is unknown`,
      );
  return { version, skills, profiles, groups, themes, needs, groupOf, templates };
}

const idsOf = (rows: readonly { id: string }[]) => new Set(rows.map((row) => row.id));

export interface TaxonomyCounts {
  readonly skills: number;
  readonly profiles: number;
  readonly themes: number;
}

/** Brings skills, profiles and themes up to the files; belongs to no prefecture. What left the files stays. */
export async function loadTaxonomy(db: Db, dataDir: string): Promise<TaxonomyCounts> {
  const taxonomy = readTaxonomy(join(dataDir, 'taxonomy'));
  return db.system(null, async (tx) => {
    await save(tx, taxonomy);
    return {
      skills: taxonomy.skills.length,
      profiles: taxonomy.profiles.length,
      themes: taxonomy.themes.length,
    };
  });
}

async function save(tx: Tx, taxonomy: ReturnType<typeof readTaxonomy>): Promise<void> {
  const { version: taxonomy_version, skills, profiles, groups, themes, needs, groupOf, templates } = taxonomy;
  await bulkUpsert(
    tx,
    SKILL,
    skills.map((row) => ({ ...row, taxonomy_version })),
  );
  await bulkUpsert(
    tx,
    PROFILE,
    profiles.map((row) => ({ ...row })),
  );
  await bulkUpsert(
    tx,
    GROUP,
    groups.map((row, i) => ({ ...row, position: i + 1 })),
  );
  await bulkUpsert(
    tx,
    THEME,
    themes.map((row) => ({
      ...row,
      ...templates.get(row.id),
      profile_id: row.profile,
      group_id: groupOf.get(row.id),
      taxonomy_version,
    })),
  );
  await bulkUpsert(
    tx,
    NEED,
    needs.map((row) => ({ ...row })),
  );
  // A need that a theme no longer has must not keep anybody from being found.
  await tx.query(
    `DELETE FROM theme_skill t WHERE theme_id = ANY($1) AND NOT EXISTS (
       SELECT 1 FROM json_to_recordset($2::json) AS kept (theme_id text, skill_id text)
       WHERE kept.theme_id = t.theme_id AND kept.skill_id = t.skill_id)`,
    [themes.map((row) => row.id), JSON.stringify(needs)],
  );
}

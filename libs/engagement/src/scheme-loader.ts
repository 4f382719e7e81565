import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BulkTarget, bulkUpsert } from '@banso/directory';
import { localDate } from '@banso/kernel';
import type { Db } from '@banso/platform';
import { z } from 'zod';
import { SCHEME_COSTS, SCHEME_KINDS, type SchemeTerms } from './scheme-terms.js';

const said = z.string().min(1);
const both = z.strictObject({ ja: said, en: said });
const amount = z.int().min(1).nullable();

const terms: z.ZodType<SchemeTerms> = z.strictObject({
  kind: z.enum(SCHEME_KINDS),
  themeIds: z.array(said).min(1).nullable(),
  caps: z.strictObject({
    per: z.enum(['CASE', 'TOWN_YEAR']).nullable(),
    onSiteDays: amount,
    onlineHours: amount,
    visits: amount,
  }),
  minMonths: amount,
  maxMonths: amount,
  minDaysPerMonth: amount,
  minHoursPerMonth: amount,
  briefingFirst: z.boolean(),
  onlyBelowStrengthOne: z.boolean(),
  throughPrefecture: z.boolean(),
  oncePerProjectAndYear: z.boolean(),
  windowCount: amount,
  windows: z.array(
    z.strictObject({
      opensOn: localDate().nullable(),
      closesOn: localDate(),
      closesAt: z
        .string()
        .regex(/^\d{2}:\d{2}$/)
        .nullable(),
    }),
  ),
  lastWindowStated: z.boolean(),
  cost: z.enum(SCHEME_COSTS).nullable(),
  costWords: both,
  rules: z.array(both),
  toConfirm: z.array(both),
});

const file = z.strictObject({
  readOn: localDate(),
  schemes: z.array(
    z.strictObject({
      id: said,
      fiscalYear: z.int(),
      yearStated: z.boolean(),
      name: said,
      nameEn: said,
      organ: said,
      organEn: said,
      summary: said,
      summaryEn: said,
      terms,
      source: said,
    }),
  ),
});

const texts = (...names: string[]) => Object.fromEntries(names.map((name) => [name, 'text']));

const SCHEME: BulkTarget<string> = {
  table: 'scheme',
  key: ['id', 'fiscal_year'],
  columns: {
    ...texts('id', 'name', 'name_en', 'organ', 'organ_en', 'summary', 'summary_en', 'source'),
    fiscal_year: 'int',
    year_stated: 'boolean',
    position: 'int',
    terms: 'jsonb',
  },
};

/** Brings the national schemes up to the file; belongs to no prefecture. What left the file stays. */
export async function loadSchemes(db: Db, dataDir: string): Promise<number> {
  const path = join(dataDir, 'schemes', 'national.json');
  const read = file.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!read.success) throw new Error(`${path}: ${z.prettifyError(read.error)}`);
  const { schemes } = read.data;
  await db.system(null, (tx) =>
    bulkUpsert(
      tx,
      SCHEME,
      schemes.map(({ fiscalYear, yearStated, nameEn, organEn, summaryEn, ...scheme }, i) => ({
        ...scheme,
        fiscal_year: fiscalYear,
        year_stated: yearStated,
        name_en: nameEn,
        organ_en: organEn,
        summary_en: summaryEn,
        position: i + 1,
      })),
    ),
  );
  return schemes.length;
}

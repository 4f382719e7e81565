/** The lines of the report of a case, in the order of the form. */
export const CASE_FIELDS = [
  'NUMBER',
  'TOWN',
  'THEME',
  'TITLE',
  'TROUBLE',
  'PERIOD',
  'VISITS',
  'SPECIALIST',
  'SUMMARY',
  'COURSE',
  'OUTPUTS',
  'EFFECT',
  'LESSONS',
  'STEPS',
  'EVALUATION',
  'EVALUATION_WORDS',
  'ATTENDANCE',
  'INTERNAL_NOTE',
] as const;
export type CaseField = (typeof CASE_FIELDS)[number];

/** Those that a writer may keep inside as a whole. */
export const CLOSABLE_FIELDS = [
  'TITLE',
  'TROUBLE',
  'SUMMARY',
  'COURSE',
  'OUTPUTS',
  'EFFECT',
  'LESSONS',
  'STEPS',
  'EVALUATION',
] as const satisfies readonly CaseField[];

/** As it is; free text without what must not leave; a coarser word in its place; not at all. */
export type FieldRule = 'AS_IS' | 'REDACTED' | 'COARSE' | 'WITHHELD';

/** [to other towns, to the public]. Inside everything is shown. */
export const CASE_RULES: Readonly<Record<CaseField, readonly [FieldRule, FieldRule]>> = {
  NUMBER: ['WITHHELD', 'WITHHELD'],
  TOWN: ['COARSE', 'COARSE'],
  THEME: ['AS_IS', 'AS_IS'],
  TITLE: ['REDACTED', 'REDACTED'],
  TROUBLE: ['REDACTED', 'WITHHELD'],
  PERIOD: ['COARSE', 'COARSE'],
  VISITS: ['AS_IS', 'AS_IS'],
  SPECIALIST: ['WITHHELD', 'WITHHELD'],
  SUMMARY: ['REDACTED', 'REDACTED'],
  COURSE: ['REDACTED', 'WITHHELD'],
  OUTPUTS: ['REDACTED', 'REDACTED'],
  EFFECT: ['REDACTED', 'REDACTED'],
  LESSONS: ['REDACTED', 'REDACTED'],
  STEPS: ['REDACTED', 'WITHHELD'],
  EVALUATION: ['AS_IS', 'AS_IS'],
  EVALUATION_WORDS: ['WITHHELD', 'WITHHELD'],
  ATTENDANCE: ['WITHHELD', 'WITHHELD'],
  INTERNAL_NOTE: ['WITHHELD', 'WITHHELD'],
};

/** How many people live in the town, for readers who may not know which one it is. */
export const TOWN_SIZES = ['SMALL', 'MIDDLE', 'LARGE', 'UNKNOWN'] as const;
export type TownSize = (typeof TOWN_SIZES)[number];

export const townSizeOf = (population: number): TownSize => {
  if (population <= 0) return 'UNKNOWN';
  if (population < 10_000) return 'SMALL';
  return population < 50_000 ? 'MIDDLE' : 'LARGE';
};

/** On paper. */
export const SIZE_WORDS: Readonly<Record<TownSize, string>> = {
  SMALL: '人口1万人未満',
  MIDDLE: '人口1万人以上5万人未満',
  LARGE: '人口5万人以上',
  UNKNOWN: '',
};

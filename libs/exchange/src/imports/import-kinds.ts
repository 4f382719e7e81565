import type { ImportWork } from './import-column.js';
import { dateAnswersWork } from './kinds/date-answers.js';
import { daysOffWork } from './kinds/days-off.js';
import { reportConfirmationsWork } from './kinds/report-confirmations.js';
import { skillsWork } from './kinds/skills.js';
import { specialistsWork } from './kinds/specialists.js';
import { supportRequestsWork } from './kinds/support-requests.js';
import type { Known } from './known.js';

/** What a table may bring. */
export const IMPORT_KINDS = [
  'SPECIALISTS',
  'SKILLS',
  'SUPPORT_REQUESTS',
  'DAYS_OFF',
  'DATE_ANSWERS',
  'REPORT_CONFIRMATIONS',
] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

const WORK: Readonly<Record<ImportKind, (known: Known) => ImportWork>> = {
  SPECIALISTS: specialistsWork,
  SKILLS: skillsWork,
  SUPPORT_REQUESTS: supportRequestsWork,
  DAYS_OFF: daysOffWork,
  DATE_ANSWERS: dateAnswersWork,
  REPORT_CONFIRMATIONS: reportConfirmationsWork,
};

export const workOf = (kind: ImportKind, known: Known): ImportWork => WORK[kind](known);

import { inJapaneseEra, localDateOf } from '@banso/kernel';
import type { Paper } from '@banso/platform';
import type { Audience } from '@banso/support';
import { CASE_FIELD_WORDS } from '../words.js';
import type { CaseField } from './case-fields.js';
import type { CaseReport } from './case-report.entity.js';
import type { CaseSheet } from './case-sheet.js';

const FOR: Readonly<Record<Audience, string>> = {
  INTERNAL: '庁内用',
  OTHER_TOWNS: '他の市町用',
  PUBLIC: '公開用',
};

/** Long enough for paragraphs of their own. */
const LONG: readonly CaseField[] = [
  'TROUBLE',
  'SUMMARY',
  'COURSE',
  'OUTPUTS',
  'EFFECT',
  'LESSONS',
  'STEPS',
  'EVALUATION_WORDS',
  'INTERNAL_NOTE',
];

/** 支援実績報告書, for one audience; it says nothing that its sheet does not. */
export function caseReportPaper(
  report: Pick<CaseReport, 'approvedAt' | 'draftedAt' | 'approvedByName'>,
  { audience, lines }: CaseSheet,
  issuer: string,
): Paper {
  const told = lines.flatMap(({ field, value }) => (value ? [{ field, value }] : []));
  const approved = report.approvedAt && localDateOf(report.approvedAt);
  return {
    title: approved ? '支援実績報告書' : '支援実績報告書（案）',
    madeOn: approved ?? localDateOf(report.draftedAt),
    corner: [FOR[audience], ...(approved ? [inJapaneseEra(approved)] : [])],
    parts: [
      { kind: 'text', text: issuer, align: 'right' },
      {
        kind: 'facts',
        rows: told
          .filter(({ field }) => !LONG.includes(field))
          .map(({ field, value }) => [CASE_FIELD_WORDS[field], value] as const),
      },
      ...told
        .filter(({ field }) => LONG.includes(field))
        .flatMap(({ field, value }) => [
          { kind: 'heading' as const, text: CASE_FIELD_WORDS[field] },
          { kind: 'text' as const, text: value },
        ]),
      ...(audience === 'INTERNAL' && report.approvedByName
        ? [{ kind: 'text' as const, text: `決裁　${report.approvedByName}`, align: 'right' as const }]
        : []),
    ],
  };
}

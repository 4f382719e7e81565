import type { Actor } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import {
  type CaseReport,
  type CaseReportEvent,
  caseReportHistoriesOf,
  caseReportsOfCases,
  evaluationsOfCases,
  type FollowUp,
  followUpsOfCases,
  type ReportDays,
  reportDaysOf,
  type ReportStep,
  reportsOfVisits,
  stepsOfCases,
  type SupportEvaluation,
  type ThemeTopic,
  themeTopicsOf,
  type VisitReport,
} from '@banso/reports';
import type DataLoader from 'dataloader';

type Many<T> = DataLoader<string, readonly T[]>;

/** What is read about reports, many at a time. */
export interface ReportLoaders {
  readonly ofVisit: Many<VisitReport>;
  readonly steps: Many<ReportStep>;
  readonly evaluations: Many<SupportEvaluation>;
  readonly followUps: Many<FollowUp>;
  readonly caseReports: Many<CaseReport>;
  readonly caseHistory: Many<CaseReportEvent>;
  readonly themeTopics: Many<ThemeTopic>;
  /** By prefecture. */
  readonly days: Many<ReportDays & { readonly prefectureId: string }>;
}

type MakeMany = <T>(
  load: (tx: Tx, reader: Actor, ids: string[]) => Promise<readonly T[]>,
  ownerOf: (row: T) => string,
) => Many<T>;

const ofCase = ({ supportRequestId }: { readonly supportRequestId: string }): string => supportRequestId;

export const reportLoaders = (many: MakeMany): ReportLoaders => ({
  ofVisit: many(reportsOfVisits, ({ visitId }) => visitId),
  steps: many(stepsOfCases, ofCase),
  evaluations: many(evaluationsOfCases, ofCase),
  followUps: many(followUpsOfCases, ofCase),
  caseReports: many(caseReportsOfCases, ofCase),
  caseHistory: many(
    (tx, _, ids) => caseReportHistoriesOf(tx, ids),
    ({ caseReportId }) => caseReportId,
  ),
  themeTopics: many(themeTopicsOf, ofCase),
  // An actor sees visits of one prefecture.
  days: many(
    async (tx, _, [prefectureId = '']) => [{ prefectureId, ...(await reportDaysOf(tx, prefectureId)) }],
    ({ prefectureId }) => prefectureId,
  ),
});

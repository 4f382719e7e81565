import { page, part } from '../page';

// Every screen of the hub. By `import * as screens`: where one lies is said here alone.
export * from '../screens/everybody';
export * from '../screens/offices';

/** What stands beside or below screens; each comes when a screen shows it. */
export const VisitPlanPaper = part(
  async () => (await import('../../features/schedule/VisitPlanPaper')).VisitPlanPaper,
);
export const AvailabilityPanel = part(
  async () => (await import('../../features/availability/AvailabilityPanel')).AvailabilityPanel,
);
export const PatternSection = part(
  async () => (await import('../../features/availability/PatternSection')).PatternSection,
);
export const SpecialistFirms = part(
  async () => (await import('../../features/conflicts/SpecialistFirms')).SpecialistFirms,
);
export const MailDelivery = part(
  async () => (await import('../../features/notices/MailDelivery')).MailDelivery,
);
export const UrgentButton = part(
  async () => (await import('../../features/planning/UrgentButton')).UrgentButton,
);
export const EraseSpecialist = part(
  async () => (await import('../../features/records/FormerPeople')).EraseSpecialist,
);
export const FormerPeople = part(
  async () => (await import('../../features/records/FormerPeople')).FormerPeople,
);
export const Days = part(async () => (await import('../../features/schedule/DaysThisMonth')).Days);
export const HandOverLink = part(
  async () => (await import('../../features/specialists/HandOverPage')).HandOverLink,
);
export const Candidates = part(
  async () => (await import('../../features/support-requests/Candidates')).Candidates,
);
export const NextInLine = part(
  async () => (await import('../../features/support-requests/NextInLine')).NextInLine,
);

export const EditAgreementPage = page(
  async () => (await import('../../features/agreements/EditAgreementPage')).EditAgreementPage,
);
export const NewAgreementPage = page(
  async () => (await import('../../features/agreements/NewAgreementPage')).NewAgreementPage,
);
export const PartiesPage = page(
  async () => (await import('../../features/agreements/PartiesPage')).PartiesPage,
);
export const MonthOverviewPage = page(
  async () => (await import('../../features/availability/MonthOverviewPage')).MonthOverviewPage,
);
export const EditMatrixPage = page(
  async () => (await import('../../features/costs/EditMatrixPage')).EditMatrixPage,
);
export const TaxEvidencePage = page(
  async () => (await import('../../features/tax-evidence/TaxEvidencePage')).TaxEvidencePage,
);
export const CompanionCalendarPage = page(
  async () => (await import('../../features/companions/CompanionCalendarPage')).CompanionCalendarPage,
);
export const AskDatesPage = page(async () => (await import('../../features/dates/AskPage')).AskPage);
export const OverviewPage = page(
  async () => (await import('../../features/overview/OverviewPage')).OverviewPage,
);
export const OverviewReportPage = page(
  async () => (await import('../../features/overview/ReportPage')).ReportPage,
);
export const OverviewTownsPage = page(
  async () => (await import('../../features/overview/TownRowsPage')).TownRowsPage,
);
export const OverviewWaitsPage = page(
  async () => (await import('../../features/overview/WaitRowsPage')).WaitRowsPage,
);
export const OverviewDaysPage = page(
  async () => (await import('../../features/overview/DayRowsPage')).DayRowsPage,
);
export const OverviewTargetsPage = page(
  async () => (await import('../../features/overview/TargetPage')).TargetPage,
);
export const OverviewTaxPage = page(
  async () => (await import('../../features/overview/TaxRowsPage')).TaxRowsPage,
);
export const OverviewStepsPage = page(
  async () => (await import('../../features/overview/EffectRowsPages')).StepRowsPage,
);
export const OverviewRepeatsPage = page(
  async () => (await import('../../features/overview/EffectRowsPages')).RepeatRowsPage,
);
export const OverviewRatingsPage = page(
  async () => (await import('../../features/overview/EffectRowsPages')).RatingRowsPage,
);
export const BoardPage = page(
  async () => (await import('../../features/planning/board/BoardPage')).BoardPage,
);
export const VersionPage = page(
  async () => (await import('../../features/planning/VersionPage')).VersionPage,
);
export const ComparePage = page(
  async () => (await import('../../features/planning/compare/ComparePage')).ComparePage,
);
export const PlansPage = page(async () => (await import('../../features/planning/PlansPage')).PlansPage);
export const PolicyPage = page(async () => (await import('../../features/planning/PolicyPage')).PolicyPage);
export const RepairPage = page(async () => (await import('../../features/planning/RepairPage')).RepairPage);
export const RunPage = page(async () => (await import('../../features/planning/RunPage')).RunPage);
export const RetentionPage = page(
  async () => (await import('../../features/records/RetentionPage')).RetentionPage,
);
export const NewQuotaPage = page(
  async () => (await import('../../features/quotas/NewQuotaPage')).NewQuotaPage,
);
export const VisitListPage = page(
  async () => (await import('../../features/schedule/VisitListPage')).VisitListPage,
);
export const ProposalsPage = page(
  async () => (await import('../../features/schedule/answers/ProposalsPage')).ProposalsPage,
);
export const HubContactPage = page(
  async () => (await import('../../features/hub-contact/HubContactPage')).HubContactPage,
);
export const SpecialistHandOverPage = page(
  async () => (await import('../../features/specialists/HandOverPage')).SpecialistHandOverPage,
);
export const SpecialistListPage = page(
  async () => (await import('../../features/specialists/SpecialistListPage')).SpecialistListPage,
);
export const SpecialistPage = page(
  async () => (await import('../../features/specialists/SpecialistPage')).SpecialistPage,
);
export const TownListPage = page(
  async () => (await import('../../features/towns/TownListPage')).TownListPage,
);
export const HubTownPage = page(async () => (await import('../../features/towns/TownPage')).HubTownPage);
export const TravelPage = page(async () => (await import('../../features/travel/TravelPage')).TravelPage);
export const TriagePage = page(
  async () => (await import('../../features/support-requests/triage/TriagePage')).TriagePage,
);
export const HubHome = page(async () => (await import('./HubHome')).HubHome);

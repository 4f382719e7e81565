import { page, part } from '../page';

// What specialists have and hubs or towns too: a phone keeps all of it.
/** What stands beside or below screens; each comes when a screen shows it. */
export const Attachments = part(async () => (await import('../../attachments/Attachments')).Attachments);
export const ConsultationPurchase = part(
  async () => (await import('../../features/conflicts/CasePurchase')).ConsultationPurchase,
);
export const RequestPurchase = part(
  async () => (await import('../../features/conflicts/CasePurchase')).RequestPurchase,
);
export const Aftermath = part(async () => (await import('../../features/reports/Aftermath')).Aftermath);
export const ReportLink = part(async () => (await import('../../features/reports/Aftermath')).ReportLink);
export const VisitCompanions = part(
  async () => (await import('../../features/companions/VisitCompanions')).VisitCompanions,
);
export const PreparationNotes = part(
  async () => (await import('../../features/preparation/PreparationNotes')).PreparationNotes,
);
export const RequestVisits = part(
  async () => (await import('../../features/schedule/RequestVisits')).RequestVisits,
);
export const VisitClaim = part(
  async () => (await import('../../features/travel-claims/VisitClaim')).VisitClaim,
);

export const SearchPage = page(async () => (await import('../../features/search/SearchPage')).SearchPage);
export const AccountPage = page(async () => (await import('../../features/account/AccountPage')).AccountPage);
export const AgreementListPage = page(
  async () => (await import('../../features/agreements/AgreementListPage')).AgreementListPage,
);
export const AgreementPage = page(
  async () => (await import('../../features/agreements/AgreementPage')).AgreementPage,
);
export const ReportPage = page(async () => (await import('../../features/reports/ReportPage')).ReportPage);
export const ReportsPage = page(async () => (await import('../../features/reports/ReportsPage')).ReportsPage);
export const SharedCasePage = page(
  async () => (await import('../../features/reports/SharedCases')).SharedCasePage,
);
export const SharedCasesPage = page(
  async () => (await import('../../features/reports/SharedCases')).SharedCasesPage,
);
export const ConsultationListPage = page(
  async () => (await import('../../features/consultations/ConsultationListPage')).ConsultationListPage,
);
export const ConsultationPage = page(
  async () => (await import('../../features/consultations/ConsultationPage')).ConsultationPage,
);
export const InboxItemPage = page(
  async () => (await import('../../features/notices/InboxPage')).InboxItemPage,
);
export const InboxPage = page(async () => (await import('../../features/notices/InboxPage')).InboxPage);
export const NoticeSettingsPage = page(
  async () => (await import('../../features/notices/NoticeSettingsPage')).NoticeSettingsPage,
);
export const VisitPage = page(async () => (await import('../../features/schedule/VisitPage')).VisitPage);
export const NotFoundPage = page(
  async () => (await import('../../features/session/NotFoundPage')).NotFoundPage,
);
export const RequestListPage = page(
  async () => (await import('../../features/support-requests/RequestListPage')).RequestListPage,
);
export const RequestPage = page(
  async () => (await import('../../features/support-requests/RequestPage')).RequestPage,
);
export const EngagementsPage = page(
  async () => (await import('../engagements/EngagementsPage')).EngagementsPage,
);
export const CalendarFeedsPage = page(
  async () => (await import('../../features/calendar-feeds/CalendarFeedsPage')).CalendarFeedsPage,
);

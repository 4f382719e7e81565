import { page, part } from '../page';

// What hubs and towns have alike.
/** What stands beside or below screens; each comes when a screen shows it. */
export const PurchaseOnWish = part(
  async () => (await import('../../features/conflicts/PurchaseFields')).PurchaseOnWish,
);
export const RequestDates = part(
  async () => (await import('../../features/dates/InquiryListPage')).RequestDates,
);
export const RequestQuotas = part(
  async () => (await import('../../features/quotas/RequestQuotas')).RequestQuotas,
);
export const ConsultationSchemes = part(
  async () => (await import('../../features/schemes/ConsultationSchemes')).ConsultationSchemes,
);
export const RequestSchemes = part(
  async () => (await import('../../features/schemes/RequestSchemes')).RequestSchemes,
);
export const SheetLink = part(
  async () => (await import('../../features/support-requests/SheetLink')).SheetLink,
);

export const AttendancePage = page(
  async () => (await import('../../features/attendance/AttendancePage')).AttendancePage,
);
export const ConsultationNotesPage = page(
  async () => (await import('../../features/conflicts/BidNotesPage')).ConsultationNotesPage,
);
export const RequestNotesPage = page(
  async () => (await import('../../features/conflicts/BidNotesPage')).RequestNotesPage,
);
export const CostListPage = page(
  async () => (await import('../../features/costs/CostListPage')).CostListPage,
);
export const CostMatrixPage = page(
  async () => (await import('../../features/costs/CostMatrixPage')).CostMatrixPage,
);
export const ImportPage = page(async () => (await import('../../features/imports/ImportPage')).ImportPage);
export const ImportsPage = page(async () => (await import('../../features/imports/ImportsPage')).ImportsPage);
export const InvoiceListPage = page(
  async () => (await import('../../features/invoices/InvoiceListPage')).InvoiceListPage,
);
export const InvoicePage = page(
  async () => (await import('../../features/invoices/InvoicePage')).InvoicePage,
);
export const CaseReportPage = page(
  async () => (await import('../../features/reports/CaseReportPage')).CaseReportPage,
);
export const AskPage = page(async () => (await import('../../features/consultations/AskPage')).AskPage);
export const DeclarationPage = page(
  async () => (await import('../../features/council/DeclarationPage')).DeclarationPage,
);
export const FieldsPage = page(async () => (await import('../../features/council/FieldsPage')).FieldsPage);
export const MeetingsPage = page(
  async () => (await import('../../features/council/MeetingsPage')).MeetingsPage,
);
export const RoundListPage = page(
  async () => (await import('../../features/council/RoundListPage')).RoundListPage,
);
export const RoundPage = page(async () => (await import('../../features/council/RoundPage')).RoundPage);
export const InquiryListPage = page(
  async () => (await import('../../features/dates/InquiryListPage')).InquiryListPage,
);
export const InquiryPage = page(async () => (await import('../../features/dates/InquiryPage')).InquiryPage);
export const HistoryPage = page(async () => (await import('../../features/history/HistoryPage')).HistoryPage);
export const PeoplePage = page(async () => (await import('../../features/people/PeoplePage')).PeoplePage);
export const QuotaListPage = page(
  async () => (await import('../../features/quotas/QuotaListPage')).QuotaListPage,
);
export const QuotaPage = page(async () => (await import('../../features/quotas/QuotaPage')).QuotaPage);
export const SchemesPage = page(async () => (await import('../../features/schemes/SchemesPage')).SchemesPage);
export const OfficeListPage = page(
  async () => (await import('../../features/offices/OfficeListPage')).OfficeListPage,
);
export const OfficePage = page(async () => (await import('../../features/offices/OfficePage')).OfficePage);
export const EditRequestPage = page(
  async () => (await import('../../features/support-requests/EditRequestPage')).EditRequestPage,
);
export const NewRequestPage = page(
  async () => (await import('../../features/support-requests/NewRequestPage')).NewRequestPage,
);
export const RequestFromConsultationPage = page(
  async () =>
    (await import('../../features/support-requests/RequestFromConsultationPage')).RequestFromConsultationPage,
);
export const ReviewRequestPage = page(
  async () => (await import('../../features/support-requests/ReviewRequestPage')).ReviewRequestPage,
);
export const SheetPage = page(
  async () => (await import('../../features/support-requests/SheetPage')).SheetPage,
);

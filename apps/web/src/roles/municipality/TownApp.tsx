import { useTranslation } from 'react-i18next';
import { Link, Route, Routes } from 'react-router';
import { HistoryLink } from '../../features/history/HistoryLink';
import { type NavItem, Shell } from '../../features/session/Shell';
import { mayHaveVisits } from '../../features/support-requests/request-steps';
import type { RequestRow, RequestStatus } from '../../features/support-requests/requests.documents';
import type { About } from '../../features/support-requests/RequestForm';
import { useDailyWork, useViewer } from '../../session';
import { LinkButton } from '../../ui/Button';
import { Fold } from '../../ui/Fold';
import { TOWN_JOINT_ROUTES } from '../engagements/joint-routes';
import { page, part } from '../page';

/** What stands beside or below screens; each comes when a screen shows it. */
const Attachments = part(async () => (await import('../../attachments/Attachments')).Attachments);
const ConsultationPurchase = part(
  async () => (await import('../../features/conflicts/CasePurchase')).ConsultationPurchase,
);
const RequestPurchase = part(
  async () => (await import('../../features/conflicts/CasePurchase')).RequestPurchase,
);
const PurchaseOnWish = part(
  async () => (await import('../../features/conflicts/PurchaseFields')).PurchaseOnWish,
);
const VisitCompanions = part(
  async () => (await import('../../features/companions/VisitCompanions')).VisitCompanions,
);
const RequestDates = part(async () => (await import('../../features/dates/InquiryListPage')).RequestDates);
const HubContactCard = part(
  async () => (await import('../../features/hub-contact/HubContactCard')).HubContactCard,
);
const PreparationNotes = part(
  async () => (await import('../../features/preparation/PreparationNotes')).PreparationNotes,
);
const FullQuota = part(async () => (await import('../../features/quotas/FullQuota')).FullQuota);
const RequestQuotas = part(async () => (await import('../../features/quotas/RequestQuotas')).RequestQuotas);
const ConsultationSchemes = part(
  async () => (await import('../../features/schemes/ConsultationSchemes')).ConsultationSchemes,
);
const RequestSchemes = part(
  async () => (await import('../../features/schemes/RequestSchemes')).RequestSchemes,
);
const RequestVisits = part(async () => (await import('../../features/schedule/RequestVisits')).RequestVisits);
const Aftermath = part(async () => (await import('../../features/reports/Aftermath')).Aftermath);
const ReportLink = part(async () => (await import('../../features/reports/Aftermath')).ReportLink);
const SimilarCases = part(async () => (await import('../../features/reports/SimilarCases')).SimilarCases);
const SheetLink = part(async () => (await import('../../features/support-requests/SheetLink')).SheetLink);
const ToOnline = part(async () => (await import('../../features/support-requests/ToOnline')).ToOnline);

const StandingPage = page(async () => (await import('../../features/overview/StandingPage')).StandingPage);
const SearchPage = page(async () => (await import('../../features/search/SearchPage')).SearchPage);
const AccountPage = page(async () => (await import('../../features/account/AccountPage')).AccountPage);
const AgreementListPage = page(
  async () => (await import('../../features/agreements/AgreementListPage')).AgreementListPage,
);
const AgreementPage = page(
  async () => (await import('../../features/agreements/AgreementPage')).AgreementPage,
);
const AttendancePage = page(
  async () => (await import('../../features/attendance/AttendancePage')).AttendancePage,
);
const CalendarFeedsPage = page(
  async () => (await import('../../features/calendar-feeds/CalendarFeedsPage')).CalendarFeedsPage,
);
const ConsultationNotesPage = page(
  async () => (await import('../../features/conflicts/BidNotesPage')).ConsultationNotesPage,
);
const RequestNotesPage = page(
  async () => (await import('../../features/conflicts/BidNotesPage')).RequestNotesPage,
);
const CostListPage = page(async () => (await import('../../features/costs/CostListPage')).CostListPage);
const CostMatrixPage = page(async () => (await import('../../features/costs/CostMatrixPage')).CostMatrixPage);
const ImportPage = page(async () => (await import('../../features/imports/ImportPage')).ImportPage);
const ImportsPage = page(async () => (await import('../../features/imports/ImportsPage')).ImportsPage);
const InvoiceListPage = page(
  async () => (await import('../../features/invoices/InvoiceListPage')).InvoiceListPage,
);
const InvoicePage = page(async () => (await import('../../features/invoices/InvoicePage')).InvoicePage);
const AskPage = page(async () => (await import('../../features/consultations/AskPage')).AskPage);
const ConsultationListPage = page(
  async () => (await import('../../features/consultations/ConsultationListPage')).ConsultationListPage,
);
const ConsultationPage = page(
  async () => (await import('../../features/consultations/ConsultationPage')).ConsultationPage,
);
const DeclarationPage = page(
  async () => (await import('../../features/council/DeclarationPage')).DeclarationPage,
);
const FieldsPage = page(async () => (await import('../../features/council/FieldsPage')).FieldsPage);
const MeetingsPage = page(async () => (await import('../../features/council/MeetingsPage')).MeetingsPage);
const RoundListPage = page(async () => (await import('../../features/council/RoundListPage')).RoundListPage);
const RoundPage = page(async () => (await import('../../features/council/RoundPage')).RoundPage);
const InquiryListPage = page(
  async () => (await import('../../features/dates/InquiryListPage')).InquiryListPage,
);
const InquiryPage = page(async () => (await import('../../features/dates/InquiryPage')).InquiryPage);
const HistoryPage = page(async () => (await import('../../features/history/HistoryPage')).HistoryPage);
const InboxItemPage = page(async () => (await import('../../features/notices/InboxPage')).InboxItemPage);
const InboxPage = page(async () => (await import('../../features/notices/InboxPage')).InboxPage);
const NoticeSettingsPage = page(
  async () => (await import('../../features/notices/NoticeSettingsPage')).NoticeSettingsPage,
);
const PeoplePage = page(async () => (await import('../../features/people/PeoplePage')).PeoplePage);
const OfficeListPage = page(
  async () => (await import('../../features/offices/OfficeListPage')).OfficeListPage,
);
const OfficePage = page(async () => (await import('../../features/offices/OfficePage')).OfficePage);
const QuotaListPage = page(async () => (await import('../../features/quotas/QuotaListPage')).QuotaListPage);
const QuotaPage = page(async () => (await import('../../features/quotas/QuotaPage')).QuotaPage);
const SchemesPage = page(async () => (await import('../../features/schemes/SchemesPage')).SchemesPage);
const TownSchedulePage = page(
  async () => (await import('../../features/schedule/VisitListPage')).TownSchedulePage,
);
const PreparePage = page(async () => (await import('../../features/preparation/PreparePage')).PreparePage);
const VisitPage = page(async () => (await import('../../features/schedule/VisitPage')).VisitPage);
const CaseReportPage = page(
  async () => (await import('../../features/reports/CaseReportPage')).CaseReportPage,
);
const ReportPage = page(async () => (await import('../../features/reports/ReportPage')).ReportPage);
const ReportsPage = page(async () => (await import('../../features/reports/ReportsPage')).ReportsPage);
const SharedCasePage = page(async () => (await import('../../features/reports/SharedCases')).SharedCasePage);
const SharedCasesPage = page(
  async () => (await import('../../features/reports/SharedCases')).SharedCasesPage,
);
const NotFoundPage = page(async () => (await import('../../features/session/NotFoundPage')).NotFoundPage);
const EditRequestPage = page(
  async () => (await import('../../features/support-requests/EditRequestPage')).EditRequestPage,
);
const NewRequestPage = page(
  async () => (await import('../../features/support-requests/NewRequestPage')).NewRequestPage,
);
const RequestFromConsultationPage = page(
  async () =>
    (await import('../../features/support-requests/RequestFromConsultationPage')).RequestFromConsultationPage,
);
const RequestListPage = page(
  async () => (await import('../../features/support-requests/RequestListPage')).RequestListPage,
);
const TownRequestPage = page(
  async () => (await import('../../features/support-requests/TownRequestPage')).TownRequestPage,
);
const ReviewRequestPage = page(
  async () => (await import('../../features/support-requests/ReviewRequestPage')).ReviewRequestPage,
);
const SheetPage = page(async () => (await import('../../features/support-requests/SheetPage')).SheetPage);
const OwnTownPage = page(async () => (await import('../../features/towns/TownPage')).OwnTownPage);
const EngagementsPage = page(async () => (await import('../engagements/EngagementsPage')).EngagementsPage);
const TownHome = page(async () => (await import('./TownHome')).TownHome);

/** Staff of one municipality. */
export default function TownApp() {
  const { t } = useTranslation();
  const { duties } = useViewer();
  const managesPeople = duties.includes('MANAGER');
  const requests = duties.includes('REQUESTER');
  const nav: NavItem[] = [
    { to: '/', label: t('roles.nav.home'), also: ['/town', '/people', '/cases'] },
    ...(requests ? [{ to: '/requests/new', label: t('roles.nav.newRequest') }] : []),
    { to: '/requests', label: t('roles.nav.requestList') },
    { to: '/consultations', label: t('roles.nav.consultations') },
    {
      to: '/schedule',
      label: t('roles.nav.schedule'),
      also: ['/visits', '/dates', '/reports', '/case-reports'],
    },
    { to: '/engagements', label: t('roles.nav.papers') },
  ];
  return (
    <Shell nav={nav}>
      <Routes>
        <Route index element={<TownHome />} />
        <Route path="requests" element={<Requests />} />
        <Route
          path="requests/new"
          element={
            <NewRequestPage
              {...besideForm}
              purchase={(onChange) => <PurchaseOnWish of="request" onChange={onChange} />}
            />
          }
        />
        <Route
          path="requests/:id"
          element={
            <TownRequestPage
              back={{ to: '/requests', label: t('requests.listTitle') }}
              turn={turnOfRequest}
              below={belowRequest}
              aside={asideRequest}
            />
          }
        />
        <Route path="requests/:id/edit" element={<EditRequestPage {...besideForm} />} />
        <Route
          path="requests/:id/review"
          element={
            <ReviewRequestPage
              purchase={besideDraft}
              warning={(request) =>
                request.mode !== 'ONLINE' && (
                  <FullQuota requestId={request.id}>
                    <ToOnline request={request} />
                  </FullQuota>
                )
              }
              beside={(id) => <SchemesFold id={id} />}
            />
          }
        />
        <Route path="requests/:id/sheet" element={<SheetPage />} />
        <Route
          path="imports"
          element={<ImportsPage back={{ to: '/requests', label: t('requests.listTitle') }} />}
        />
        <Route path="imports/:id" element={<ImportPage />} />
        <Route path="consultations" element={<Consultations />} />
        <Route
          path="consultations/new"
          element={<AskPage purchase={(onChange) => <PurchaseOnWish of="question" onChange={onChange} />} />}
        />
        <Route path="consultations/:id" element={<ConsultationPage beside={besideConsultation} />} />
        <Route path="consultations/:id/bid-notes" element={<ConsultationNotesPage />} />
        <Route path="requests/:id/bid-notes" element={<RequestNotesPage />} />
        <Route
          path="consultations/:id/request"
          element={<RequestFromConsultationPage beside={besideForm.beside} />}
        />
        <Route path="dates" element={<InquiryListPage withTown={false} />} />
        <Route path="dates/:id" element={<InquiryPage />} />
        <Route path="schedule" element={<TownSchedulePage below={<BesideSchedule />} />} />
        <Route
          path="calendar-feeds"
          element={<CalendarFeedsPage back={{ to: '/schedule', label: t('schedule.title') }} />}
        />
        <Route
          path="visits/:id"
          element={
            <VisitPage
              back={{ to: '/schedule', label: t('schedule.title') }}
              parts={{
                preparation: ({ id }) => <PreparationNotes visitId={id} />,
                companions: ({ id }) => <VisitCompanions visitId={id} />,
                report: (visit) => <ReportLink visit={visit} />,
              }}
            />
          }
        />
        <Route path="visits/:id/prepare" element={<PreparePage />} />
        <Route path="visits/:id/report" element={<ReportPage />} />
        <Route path="reports" element={<ReportsPage />} />
        <Route path="case-reports/:id" element={<CaseReportPage />} />
        <Route path="cases" element={<SharedCasesPage />} />
        <Route path="cases/:id" element={<SharedCasePage />} />
        {managesPeople && <Route path="people" element={<PeoplePage />} />}
        <Route path="engagements" element={<EngagementsPage of="town" />} />
        <Route path="engagements/agreements" element={<AgreementListPage />} />
        <Route path="engagements/agreements/:id" element={<AgreementPage />} />
        {TOWN_JOINT_ROUTES}
        <Route path="engagements/declaration" element={<DeclarationPage />} />
        <Route path="engagements/meetings" element={<MeetingsPage />} />
        <Route path="engagements/rounds" element={<RoundListPage />} />
        <Route path="engagements/rounds/:id" element={<RoundPage />} />
        <Route path="engagements/fields" element={<FieldsPage />} />
        <Route path="engagements/offices" element={<OfficeListPage />} />
        <Route path="engagements/offices/:id" element={<OfficePage />} />
        <Route path="engagements/attendance" element={<AttendancePage />} />
        <Route path="engagements/costs" element={<CostListPage />} />
        <Route path="engagements/costs/:id" element={<CostMatrixPage />} />
        <Route path="engagements/invoices" element={<InvoiceListPage />} />
        <Route path="engagements/invoices/:id" element={<InvoicePage />} />
        <Route path="engagements/quotas" element={<QuotaListPage />} />
        <Route path="engagements/quotas/:id" element={<QuotaPage />} />
        <Route path="engagements/schemes" element={<SchemesPage />} />
        <Route path="town" element={<OwnTownPage />} />
        <Route path="overview" element={<StandingPage />} />
        <Route path="history/:of/:id" element={<HistoryPage otherwise={<NotFoundPage />} />} />
        <Route path="notices" element={<InboxPage />} />
        <Route path="notices/settings" element={<NoticeSettingsPage />} />
        <Route path="notices/:item" element={<InboxItemPage />} />
        <Route path="search" element={<SearchPage />} />
        <Route path="account" element={<AccountPage />} />
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </Shell>
  );
}

/** While the town may still choose another way. */
const EARLY: readonly RequestStatus[] = ['DRAFT', 'IN_APPROVAL', 'AWAITING_INTAKE', 'IN_TRIAGE'];

/** What helps whoever writes, and what belongs to a draft. */
const besideForm = {
  files: (id: string) => <Attachments ownerType="SUPPORT_REQUEST" ownerId={id} editable />,
  keptPurchase: (id: string) => <RequestPurchase id={id} />,
  beside: ({ themeId, words }: About) => (
    <>
      <SimilarCases themeId={themeId} words={words} />
      <HubContactCard />
    </>
  ),
};

/** Dates and reports stand first while the town has the next word about them. */
const REPORTING: readonly RequestStatus[] = ['AWAITING_CONFIRMATION', 'AWAITING_EVALUATION', 'COMPLETED'];

const turnOfRequest = (request: RequestRow) =>
  mayHaveVisits(request.status) && (
    <>
      {REPORTING.includes(request.status) && <Aftermath requestId={request.id} />}
      <RequestDates requestId={request.id} />
      <RequestVisits requestId={request.id} />
    </>
  );

const belowRequest = (request: RequestRow) => (
  <>
    <Attachments ownerType="SUPPORT_REQUEST" ownerId={request.id} editable />
    {mayHaveVisits(request.status) && !REPORTING.includes(request.status) && (
      <Aftermath requestId={request.id} />
    )}
    <RequestQuotas requestId={request.id} />
    <RequestRest request={request} />
  </>
);

/** Where else it could go, and what it buys: asked for now and then. */
function RequestRest({ request }: { readonly request: RequestRow }) {
  return (
    <div className="flex flex-col gap-4">
      {EARLY.includes(request.status) && <SchemesFold id={request.id} />}
      <PurchaseFold id={request.id} />
    </div>
  );
}

function PurchaseFold({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  return (
    <Fold title={t('conflicts.procurement.title')}>
      <RequestPurchase id={id} />
    </Fold>
  );
}

function SchemesFold({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  return (
    <Fold title={t('requestForm.way.schemes')}>
      <RequestSchemes requestId={id} />
    </Fold>
  );
}

const asideRequest = (request: RequestRow) => (
  <>
    <HubContactCard />
    <SimilarCases themeId={request.theme?.id ?? null} words={request.trouble} />
    <div className="flex flex-col gap-2">
      <SheetLink id={request.id} />
      <HistoryLink of="request" id={request.id} />
    </div>
  </>
);

const besideDraft = (id: string) => (
  <>
    <Attachments ownerType="SUPPORT_REQUEST" ownerId={id} />
    <PurchaseFold id={id} />
  </>
);

const besideConsultation = (id: string) => (
  <>
    <Attachments ownerType="CONSULTATION" ownerId={id} editable />
    <ConsultationPurchase id={id} />
    <ConsultationSchemes id={id} />
    <HistoryLink of="consultation" id={id} />
  </>
);

function Requests() {
  const { t } = useTranslation();
  const { duties } = useViewer();
  const worksDaily = useDailyWork();
  const start = (
    <LinkButton to="/requests/new" look="primary">
      {t('requests.new')}
    </LinkButton>
  );
  return (
    <RequestListPage
      title={t('requests.listTitle')}
      views={['all', 'drafts', 'open', 'ended']}
      withTown={false}
      start={worksDaily && start}
      above={
        duties.includes('REQUESTER') && (
          <p className="no-print mb-6">
            <Link to="/imports" className="link">
              {t('imports.link')}
            </Link>
          </p>
        )
      }
    />
  );
}

function Consultations() {
  const { t } = useTranslation();
  const worksDaily = useDailyWork();
  return (
    <ConsultationListPage
      lead={<p>{t('consultations.lead')}</p>}
      views={['all', 'waiting', 'answered', 'ended']}
      withTown={false}
      start={
        worksDaily && (
          <div>
            <LinkButton to="/consultations/new" look="primary">
              {t('consultations.new')}
            </LinkButton>
          </div>
        )
      }
      empty={t('consultations.empty')}
    />
  );
}

/** What belongs to visits and has a page of its own. */
function BesideSchedule() {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('roles.besideSchedule')} className="no-print flex flex-wrap gap-x-6 gap-y-2">
      <Link to="/dates" className="link">
        {t('dates.title')}
      </Link>
      <Link to="/reports" className="link">
        {t('reports.listTitle')}
      </Link>
      <Link to="/calendar-feeds" className="link">
        {t('schedule.feeds')}
      </Link>
    </nav>
  );
}

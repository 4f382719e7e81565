import { useTranslation } from 'react-i18next';
import { Link, Route, Routes } from 'react-router';
import { AttachLater, Attachments } from '../../attachments/Attachments';
import { SearchPage } from '../../features/search/SearchPage';
import { AccountPage } from '../../features/account/AccountPage';
import { AgreementListPage } from '../../features/agreements/AgreementListPage';
import { AgreementPage } from '../../features/agreements/AgreementPage';
import { AttendancePage } from '../../features/attendance/AttendancePage';
import { CalendarFeedsPage } from '../../features/calendar-feeds/CalendarFeedsPage';
import { ConsultationNotesPage, RequestNotesPage } from '../../features/conflicts/BidNotesPage';
import { ConsultationPurchase, RequestPurchase } from '../../features/conflicts/CasePurchase';
import { PurchaseOnWish } from '../../features/conflicts/PurchaseFields';
import { CostListPage } from '../../features/costs/CostListPage';
import { CostMatrixPage } from '../../features/costs/CostMatrixPage';
import { ImportPage } from '../../features/imports/ImportPage';
import { ImportsPage } from '../../features/imports/ImportsPage';
import { InvoiceListPage } from '../../features/invoices/InvoiceListPage';
import { InvoicePage } from '../../features/invoices/InvoicePage';
import { AskPage } from '../../features/consultations/AskPage';
import { ConsultationListPage } from '../../features/consultations/ConsultationListPage';
import { ConsultationPage } from '../../features/consultations/ConsultationPage';
import { VisitCompanions } from '../../features/companions/VisitCompanions';
import { DeclarationPage } from '../../features/council/DeclarationPage';
import { FieldsPage } from '../../features/council/FieldsPage';
import { MeetingsPage } from '../../features/council/MeetingsPage';
import { RoundListPage } from '../../features/council/RoundListPage';
import { RoundPage } from '../../features/council/RoundPage';
import { InquiryListPage, RequestDates } from '../../features/dates/InquiryListPage';
import { InquiryPage } from '../../features/dates/InquiryPage';
import { HistoryLink } from '../../features/history/HistoryLink';
import { HistoryPage } from '../../features/history/HistoryPage';
import { InboxItemPage, InboxPage } from '../../features/notices/InboxPage';
import { NoticeSettingsPage } from '../../features/notices/NoticeSettingsPage';
import { PeoplePage } from '../../features/people/PeoplePage';
import { OfficeListPage } from '../../features/offices/OfficeListPage';
import { OfficePage } from '../../features/offices/OfficePage';
import { QuotaListPage } from '../../features/quotas/QuotaListPage';
import { QuotaPage } from '../../features/quotas/QuotaPage';
import { RequestQuotas } from '../../features/quotas/RequestQuotas';
import { ConsultationSchemes } from '../../features/schemes/ConsultationSchemes';
import { RequestSchemes } from '../../features/schemes/RequestSchemes';
import { SchemesPage } from '../../features/schemes/SchemesPage';
import { RequestVisits } from '../../features/schedule/RequestVisits';
import { TownSchedulePage } from '../../features/schedule/VisitListPage';
import { VisitPage } from '../../features/schedule/VisitPage';
import { Aftermath, ReportLink } from '../../features/reports/Aftermath';
import { CaseReportPage } from '../../features/reports/CaseReportPage';
import { ReportPage } from '../../features/reports/ReportPage';
import { ReportsPage } from '../../features/reports/ReportsPage';
import { SharedCasePage, SharedCasesPage } from '../../features/reports/SharedCases';
import { NotFoundPage } from '../../features/session/NotFoundPage';
import { type NavItem, Shell } from '../../features/session/Shell';
import { EditRequestPage } from '../../features/support-requests/EditRequestPage';
import { NewRequestPage } from '../../features/support-requests/NewRequestPage';
import { RequestFromConsultationPage } from '../../features/support-requests/RequestFromConsultationPage';
import { RequestListPage } from '../../features/support-requests/RequestListPage';
import { RequestPage } from '../../features/support-requests/RequestPage';
import { mayHaveVisits } from '../../features/support-requests/RequestStatus';
import type { RequestStatus } from '../../features/support-requests/requests.documents';
import { ReviewRequestPage } from '../../features/support-requests/ReviewRequestPage';
import { SheetLink } from '../../features/support-requests/SheetLink';
import { SheetPage } from '../../features/support-requests/SheetPage';
import { OwnTownPage } from '../../features/towns/TownPage';
import { useDailyWork, useViewer } from '../../session';
import { LinkButton } from '../../ui/Button';
import { EngagementsPage } from '../engagements/EngagementsPage';
import { TOWN_JOINT_ROUTES } from '../engagements/joint-routes';
import { TOWN_PLACES } from '../engagements/places';
import { TownHome } from './TownHome';

/** Staff of one municipality. */
export default function TownApp() {
  const { t } = useTranslation();
  const { duties } = useViewer();
  const managesPeople = duties.includes('MANAGER');
  const requests = duties.includes('REQUESTER');
  const nav: NavItem[] = [
    { to: '/', label: t('roles.nav.home'), also: ['/town'] },
    ...(requests ? [{ to: '/requests/new', label: t('roles.nav.newRequest') }] : []),
    { to: '/requests', label: t('roles.nav.requestList') },
    { to: '/consultations', label: t('roles.nav.consultations') },
    {
      to: '/schedule',
      label: t('roles.nav.schedule'),
      also: ['/visits', '/dates', '/reports', '/case-reports', '/cases'],
    },
    { to: '/engagements', label: t('roles.nav.engagements') },
    ...(managesPeople ? [{ to: '/people', label: t('roles.nav.staff') }] : []),
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
              purchase={(onChange) => (
                <>
                  <PurchaseOnWish of="request" onChange={onChange} />
                  <AttachLater />
                </>
              )}
            />
          }
        />
        <Route
          path="requests/:id"
          element={
            <RequestPage
              back={{ to: '/requests', label: t('requests.listTitle') }}
              beside={(request) => (
                <>
                  {mayHaveVisits(request.status) && <RequestDates requestId={request.id} />}
                  <Attachments ownerType="SUPPORT_REQUEST" ownerId={request.id} editable />
                  {mayHaveVisits(request.status) && <RequestVisits requestId={request.id} />}
                  {mayHaveVisits(request.status) && <Aftermath requestId={request.id} />}
                  <RequestQuotas requestId={request.id} />
                  {EARLY.includes(request.status) && <RequestSchemes requestId={request.id} />}
                  <RequestPurchase id={request.id} />
                  <SheetLink id={request.id} />
                  <HistoryLink of="request" id={request.id} />
                </>
              )}
            />
          }
        />
        <Route path="requests/:id/edit" element={<EditRequestPage purchase={besideDraft} />} />
        <Route
          path="requests/:id/review"
          element={
            <ReviewRequestPage purchase={besideDraft} beside={(id) => <RequestSchemes requestId={id} />} />
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
        <Route path="consultations/:id/request" element={<RequestFromConsultationPage />} />
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
                companions: ({ id }) => <VisitCompanions visitId={id} />,
                report: (visit) => <ReportLink visit={visit} />,
              }}
            />
          }
        />
        <Route path="visits/:id/report" element={<ReportPage />} />
        <Route path="reports" element={<ReportsPage />} />
        <Route path="case-reports/:id" element={<CaseReportPage />} />
        <Route path="cases" element={<SharedCasesPage />} />
        <Route path="cases/:id" element={<SharedCasePage />} />
        {managesPeople && <Route path="people" element={<PeoplePage />} />}
        <Route path="engagements" element={<EngagementsPage places={TOWN_PLACES} />} />
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

const besideDraft = (id: string) => (
  <>
    <Attachments ownerType="SUPPORT_REQUEST" ownerId={id} editable />
    <RequestPurchase id={id} />
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

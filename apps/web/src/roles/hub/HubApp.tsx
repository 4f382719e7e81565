import { useTranslation } from 'react-i18next';
import { Route, Routes, useLocation } from 'react-router';
import { AttachLater, Attachments } from '../../attachments/Attachments';
import { SearchPage } from '../../features/search/SearchPage';
import { AccountPage } from '../../features/account/AccountPage';
import { AgreementListPage } from '../../features/agreements/AgreementListPage';
import { AgreementPage } from '../../features/agreements/AgreementPage';
import { EditAgreementPage } from '../../features/agreements/EditAgreementPage';
import { NewAgreementPage } from '../../features/agreements/NewAgreementPage';
import { PartiesPage } from '../../features/agreements/PartiesPage';
import { AttendancePage } from '../../features/attendance/AttendancePage';
import { AvailabilityPanel } from '../../features/availability/AvailabilityPanel';
import { MonthOverviewPage } from '../../features/availability/MonthOverviewPage';
import { PatternSection } from '../../features/availability/PatternSection';
import { ConsultationNotesPage, RequestNotesPage } from '../../features/conflicts/BidNotesPage';
import { ConsultationPurchase, RequestPurchase } from '../../features/conflicts/CasePurchase';
import { PurchaseOnWish } from '../../features/conflicts/PurchaseFields';
import { SpecialistFirms } from '../../features/conflicts/SpecialistFirms';
import { CostListPage } from '../../features/costs/CostListPage';
import { CostMatrixPage } from '../../features/costs/CostMatrixPage';
import { EditMatrixPage } from '../../features/costs/EditMatrixPage';
import { ImportPage } from '../../features/imports/ImportPage';
import { ImportsPage } from '../../features/imports/ImportsPage';
import { InvoiceListPage } from '../../features/invoices/InvoiceListPage';
import { InvoicePage } from '../../features/invoices/InvoicePage';
import { Aftermath, ReportLink } from '../../features/reports/Aftermath';
import { CaseReportPage } from '../../features/reports/CaseReportPage';
import { ReportPage } from '../../features/reports/ReportPage';
import { ReportsPage } from '../../features/reports/ReportsPage';
import { SharedCasePage, SharedCasesPage } from '../../features/reports/SharedCases';
import { TaxEvidencePage } from '../../features/tax-evidence/TaxEvidencePage';
import { AskPage } from '../../features/consultations/AskPage';
import { ConsultationListPage } from '../../features/consultations/ConsultationListPage';
import { ConsultationPage } from '../../features/consultations/ConsultationPage';
import { CompanionCalendarPage } from '../../features/companions/CompanionCalendarPage';
import { VisitCompanions } from '../../features/companions/VisitCompanions';
import { DeclarationPage } from '../../features/council/DeclarationPage';
import { FieldsPage } from '../../features/council/FieldsPage';
import { MeetingsPage } from '../../features/council/MeetingsPage';
import { RoundListPage } from '../../features/council/RoundListPage';
import { RoundPage } from '../../features/council/RoundPage';
import { AskPage as AskDatesPage } from '../../features/dates/AskPage';
import { InquiryListPage, RequestDates } from '../../features/dates/InquiryListPage';
import { InquiryPage } from '../../features/dates/InquiryPage';
import { HistoryLink, historyOf } from '../../features/history/HistoryLink';
import { HistoryPage } from '../../features/history/HistoryPage';
import { InboxItemPage, InboxPage } from '../../features/notices/InboxPage';
import { MailDelivery } from '../../features/notices/MailDelivery';
import { NoticeSettingsPage } from '../../features/notices/NoticeSettingsPage';
import { PeoplePage } from '../../features/people/PeoplePage';
import { ComparePage } from '../../features/planning/compare/ComparePage';
import { PlansPage } from '../../features/planning/PlansPage';
import { PolicyPage } from '../../features/planning/PolicyPage';
import { RepairPage } from '../../features/planning/RepairPage';
import { RunPage } from '../../features/planning/RunPage';
import { UrgentButton } from '../../features/planning/UrgentButton';
import { EraseSpecialist, FormerPeople } from '../../features/records/FormerPeople';
import { RetentionPage } from '../../features/records/RetentionPage';
import { NewQuotaPage } from '../../features/quotas/NewQuotaPage';
import { QuotaListPage } from '../../features/quotas/QuotaListPage';
import { QuotaPage } from '../../features/quotas/QuotaPage';
import { RequestQuotas } from '../../features/quotas/RequestQuotas';
import { ConsultationSchemes } from '../../features/schemes/ConsultationSchemes';
import { RequestSchemes } from '../../features/schemes/RequestSchemes';
import { SchemesPage } from '../../features/schemes/SchemesPage';
import { Days } from '../../features/schedule/DaysThisMonth';
import { OfficeListPage } from '../../features/offices/OfficeListPage';
import { OfficePage } from '../../features/offices/OfficePage';
import { RequestVisits } from '../../features/schedule/RequestVisits';
import { VisitListPage } from '../../features/schedule/VisitListPage';
import { ProposalsPage } from '../../features/schedule/answers/ProposalsPage';
import { VisitPage } from '../../features/schedule/VisitPage';
import { NotFoundPage } from '../../features/session/NotFoundPage';
import { type NavItem, Shell } from '../../features/session/Shell';
import { HandOverLink, SpecialistHandOverPage } from '../../features/specialists/HandOverPage';
import { SpecialistListPage } from '../../features/specialists/SpecialistListPage';
import { SpecialistPage } from '../../features/specialists/SpecialistPage';
import type { SpecialistRow } from '../../features/specialists/specialists.documents';
import { Candidates } from '../../features/support-requests/Candidates';
import { EditRequestPage } from '../../features/support-requests/EditRequestPage';
import { NewRequestPage } from '../../features/support-requests/NewRequestPage';
import { NextInLine } from '../../features/support-requests/NextInLine';
import { RequestFromConsultationPage } from '../../features/support-requests/RequestFromConsultationPage';
import { RequestListPage } from '../../features/support-requests/RequestListPage';
import { RequestPage } from '../../features/support-requests/RequestPage';
import { mayHaveVisits } from '../../features/support-requests/RequestStatus';
import type { RequestRow, RequestStatus } from '../../features/support-requests/requests.documents';
import { ReviewRequestPage } from '../../features/support-requests/ReviewRequestPage';
import { SheetLink } from '../../features/support-requests/SheetLink';
import { SheetPage } from '../../features/support-requests/SheetPage';
import { TownListPage } from '../../features/towns/TownListPage';
import { HubTownPage } from '../../features/towns/TownPage';
import { TravelPage } from '../../features/travel/TravelPage';
import { useDailyWork } from '../../session';
import { LinkButton } from '../../ui/Button';
import { VisitClaim } from '../../features/travel-claims/VisitClaim';
import { Tabs } from '../../ui/Tabs';
import { EngagementsPage } from '../engagements/EngagementsPage';
import { HUB_JOINT_ROUTES } from '../engagements/joint-routes';
import { HUB_PLACES } from '../engagements/places';
import { HUB_TRAVEL_ROUTES } from '../engagements/travel-routes';
import { HubHome } from './HubHome';

/** The prefecture's desk. */
export default function HubApp() {
  const { t } = useTranslation();
  const nav: NavItem[] = [
    { to: '/', label: t('roles.nav.home') },
    { to: '/inbox', label: t('roles.nav.requests'), also: ['/requests'] },
    { to: '/consultations', label: t('roles.nav.consultations') },
    {
      to: '/plans',
      label: t('roles.nav.plans'),
      also: ['/visits', '/dates', '/companions', '/reports', '/case-reports', '/cases'],
    },
    {
      to: '/specialists',
      label: t('roles.nav.people'),
      also: ['/availability', '/travel', '/people', '/retention', '/imports'],
    },
    { to: '/engagements', label: t('roles.nav.engagements') },
  ];
  const inbox = { to: '/inbox', label: t('requests.inbox.title') };
  return (
    <Shell nav={nav}>
      <Routes>
        <Route index element={<HubHome />} />
        <Route path="inbox" element={<Inbox />} />
        <Route path="requests" element={<Inbox />} />
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
          element={<RequestPage back={inbox} above={nextInLine} beside={besideRequest} />}
        />
        <Route path="requests/:id/edit" element={<EditRequestPage purchase={besideDraft} />} />
        <Route path="requests/:id/review" element={<ReviewRequestPage purchase={besideDraft} />} />
        <Route path="requests/:id/dates" element={<AskDatesPage />} />
        <Route path="requests/:id/sheet" element={<SheetPage />} />
        <Route path="consultations" element={<Desk />} />
        <Route
          path="consultations/new"
          element={<AskPage purchase={(onChange) => <PurchaseOnWish of="question" onChange={onChange} />} />}
        />
        <Route path="consultations/:id" element={<ConsultationPage beside={besideConsultation} />} />
        <Route path="consultations/:id/bid-notes" element={<ConsultationNotesPage />} />
        <Route path="requests/:id/bid-notes" element={<RequestNotesPage />} />
        <Route path="consultations/:id/request" element={<RequestFromConsultationPage />} />
        <Route path="plans" element={<PlansPage tabs={<PlanTabs />} />} />
        <Route path="plans/policy" element={<PolicyPage />} />
        <Route path="plans/repair" element={<RepairPage />} />
        <Route
          path="plans/towns"
          element={<TownListPage back={{ to: '/plans', label: t('planning.title') }} />}
        />
        <Route path="plans/towns/:id" element={<HubTownPage />} />
        <Route path="plans/:id" element={<RunPage below={historyOf('plan')} />} />
        <Route path="plans/:id/compare" element={<ComparePage />} />
        <Route path="dates" element={<InquiryListPage tabs={<PlanTabs />} withTown />} />
        <Route path="dates/:id" element={<InquiryPage />} />
        <Route path="companions" element={<CompanionCalendarPage tabs={<PlanTabs />} />} />
        <Route path="visits" element={<VisitListPage tabs={<PlanTabs />} />} />
        <Route path="visits/proposals" element={<ProposalsPage tabs={<PlanTabs />} />} />
        <Route
          path="visits/:id"
          element={
            <VisitPage
              back={{ to: '/visits', label: t('schedule.visitsTitle') }}
              parts={{
                companions: ({ id }) => companionsOf(id),
                report: (visit) => <ReportLink visit={visit} />,
              }}
              below={belowVisit}
            />
          }
        />
        <Route path="visits/:id/report" element={<ReportPage />} />
        <Route path="reports" element={<ReportsPage tabs={<PlanTabs />} />} />
        <Route path="case-reports/:id" element={<CaseReportPage />} />
        <Route path="cases" element={<SharedCasesPage />} />
        <Route path="cases/:id" element={<SharedCasePage />} />
        <Route path="specialists" element={<SpecialistListPage tabs={<PeopleTabs />} />} />
        <Route
          path="specialists/:id"
          element={<SpecialistPage beside={besideSpecialist} days={daysOf} below={belowSpecialist} />}
        />
        <Route path="specialists/:id/hand-over" element={<SpecialistHandOverPage />} />
        <Route path="availability" element={<MonthOverviewPage tabs={<PeopleTabs />} />} />
        <Route path="people" element={<PeoplePage tabs={<PeopleTabs />} below={<FormerPeople />} />} />
        <Route path="imports" element={<ImportsPage tabs={<PeopleTabs />} />} />
        <Route path="imports/:id" element={<ImportPage />} />
        <Route path="retention" element={<RetentionPage tabs={<PeopleTabs />} />} />
        <Route path="engagements" element={<EngagementsPage places={HUB_PLACES} />} />
        <Route path="engagements/agreements" element={<AgreementListPage />} />
        <Route path="engagements/agreements/new" element={<NewAgreementPage />} />
        <Route path="engagements/agreements/:id" element={<AgreementPage below={historyOf('agreement')} />} />
        <Route path="engagements/agreements/:id/edit" element={<EditAgreementPage />} />
        <Route path="engagements/parties" element={<PartiesPage />} />
        {HUB_JOINT_ROUTES}
        {HUB_TRAVEL_ROUTES}
        <Route path="engagements/declaration" element={<DeclarationPage />} />
        <Route path="engagements/meetings" element={<MeetingsPage />} />
        <Route path="engagements/rounds" element={<RoundListPage />} />
        <Route path="engagements/rounds/:id" element={<RoundPage below={historyOf('round')} />} />
        <Route path="engagements/fields" element={<FieldsPage />} />
        <Route path="engagements/offices" element={<OfficeListPage />} />
        <Route path="engagements/offices/:id" element={<OfficePage />} />
        <Route path="engagements/attendance" element={<AttendancePage />} />
        <Route path="engagements/costs" element={<CostListPage />} />
        <Route path="engagements/costs/:id" element={<CostMatrixPage />} />
        <Route path="engagements/costs/:id/edit" element={<EditMatrixPage />} />
        <Route path="engagements/invoices" element={<InvoiceListPage />} />
        <Route path="engagements/invoices/:id" element={<InvoicePage below={historyOf('invoice')} />} />
        <Route path="engagements/tax-evidence" element={<TaxEvidencePage />} />
        <Route path="engagements/quotas" element={<QuotaListPage />} />
        <Route path="engagements/quotas/new" element={<NewQuotaPage />} />
        <Route path="engagements/quotas/:id" element={<QuotaPage below={historyOf('quota')} />} />
        <Route path="engagements/schemes" element={<SchemesPage historyOf={historyOf('scheme')} />} />
        <Route path="travel" element={<TravelPage tabs={<PeopleTabs />} />} />
        <Route path="history/:of/:id" element={<HistoryPage withFile otherwise={<NotFoundPage />} />} />
        <Route path="notices" element={<InboxPage />} />
        <Route path="notices/settings" element={<NoticeSettingsPage below={<MailDelivery />} />} />
        <Route path="notices/:item" element={<InboxItemPage />} />
        <Route path="search" element={<SearchPage />} />
        <Route path="account" element={<AccountPage />} />
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </Shell>
  );
}

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

const belowVisit = (id: string) => (
  <>
    <VisitClaim id={id} />
    {historyOf('visit')(id)}
  </>
);

const belowSpecialist = (id: string) => (
  <>
    {historyOf('specialist')(id)}
    <EraseSpecialist id={id} />
  </>
);

const besideSpecialist = (specialistId: string) => (
  <>
    <Days specialistId={specialistId} />
    <HandOverLink specialistId={specialistId} />
    <SpecialistFirms specialistId={specialistId} />
  </>
);

/** Until somebody has the case, the hub looks at who could take it. */
const CHOOSING: readonly RequestStatus[] = ['AWAITING_INTAKE', 'IN_TRIAGE', 'SELECTING', 'SCHEDULING'];

/** Before it is accepted another scheme may do. */
const REFERRABLE: readonly RequestStatus[] = ['AWAITING_INTAKE', 'IN_TRIAGE'];

/** Nothing more will be used. */
const ENDED: readonly RequestStatus[] = [
  'COMPLETED',
  'FOLLOWED_UP',
  'ADVISED',
  'REFERRED',
  'TERMINATED',
  'WITHDRAWN',
  'NOT_ADOPTED',
];

const nextInLine = (request: RequestRow) => <NextInLine request={request} />;

function besideRequest(request: RequestRow) {
  const urgent = request.status === 'SCHEDULING' && <UrgentButton supportRequestId={request.id} />;
  const isUrgent = request.urgency === 'URGENT';
  return (
    <>
      <Attachments ownerType="SUPPORT_REQUEST" ownerId={request.id} editable />
      {isUrgent && urgent}
      {CHOOSING.includes(request.status) && <Candidates request={request} />}
      {!ENDED.includes(request.status) && <RequestQuotas requestId={request.id} />}
      {REFERRABLE.includes(request.status) && (
        <RequestSchemes requestId={request.id} refers={request.viewerActions.includes('REFER')} />
      )}
      {!isUrgent && urgent}
      {mayHaveVisits(request.status) && (
        <RequestDates requestId={request.id} ask={<AskDates request={request} />} />
      )}
      {mayHaveVisits(request.status) && <RequestVisits requestId={request.id} />}
      {mayHaveVisits(request.status) && <Aftermath requestId={request.id} />}
      <RequestPurchase id={request.id} />
      <SheetLink id={request.id} />
      <HistoryLink of="request" id={request.id} />
    </>
  );
}

const companionsOf = (id: string) => <VisitCompanions visitId={id} />;

/** Dates are asked for while visits are to be given. */
function AskDates({ request }: { readonly request: RequestRow }) {
  const { t } = useTranslation();
  const worksDaily = useDailyWork();
  if (!worksDaily || (request.status !== 'SCHEDULING' && request.status !== 'IN_SUPPORT')) return null;
  return (
    <div>
      <LinkButton to={`/requests/${request.id}/dates`}>{t('dates.ask')}</LinkButton>
    </div>
  );
}

function Inbox() {
  const { t } = useTranslation();
  return (
    <RequestListPage
      title={t('requests.inbox.title')}
      lead={<p>{t('requests.inbox.lead')}</p>}
      views={['intake', 'selection', 'scheduling', 'support', 'ended', 'drafts', 'all']}
      withTown
    />
  );
}

function Desk() {
  const { t } = useTranslation();
  return (
    <ConsultationListPage
      lead={<p>{t('consultations.deskLead')}</p>}
      views={['waiting', 'escalated', 'answered', 'ended', 'all']}
      withTown
      empty={t('consultations.emptyView')}
    />
  );
}

function PlanTabs() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  return (
    <Tabs
      label={t('planning.tabs')}
      tabs={[
        { to: '/plans', label: t('planning.title'), current: pathname === '/plans' },
        { to: '/visits', label: t('schedule.visitsTitle'), current: pathname === '/visits' },
        {
          to: '/visits/proposals',
          label: t('answers.title'),
          current: pathname === '/visits/proposals',
        },
        { to: '/dates', label: t('dates.title'), current: pathname === '/dates' },
        { to: '/companions', label: t('companions.own'), current: pathname === '/companions' },
        { to: '/reports', label: t('reports.listTitle'), current: pathname === '/reports' },
        { to: '/cases', label: t('reports.library.title'), current: pathname === '/cases' },
      ]}
    />
  );
}

function daysOf({ id, weekly, viewerActions }: SpecialistRow) {
  return (
    <>
      {viewerActions.includes('REVISE') && <PatternSection specialistId={id} weekly={weekly} />}
      <AvailabilityPanel specialistId={id} mayChange={viewerActions.includes('MANAGE_DAYS_OFF')} />
    </>
  );
}

function PeopleTabs() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  return (
    <Tabs
      label={t('specialists.tabs.label')}
      tabs={[
        { to: '/specialists', label: t('specialists.tabs.people'), current: pathname === '/specialists' },
        {
          to: '/availability',
          label: t('specialists.tabs.availability'),
          current: pathname === '/availability',
        },
        { to: '/travel', label: t('specialists.tabs.travel'), current: pathname === '/travel' },
        { to: '/people', label: t('people.tab'), current: pathname === '/people' },
        { to: '/imports', label: t('imports.tab'), current: pathname === '/imports' },
        { to: '/retention', label: t('records.tab'), current: pathname === '/retention' },
      ]}
    />
  );
}

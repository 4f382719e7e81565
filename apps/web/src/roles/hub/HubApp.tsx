import { useTranslation } from 'react-i18next';
import { Route, Routes, useLocation } from 'react-router';
import { HistoryLink, historyOf } from '../../features/history/HistoryLink';
import { type NavItem, Shell } from '../../features/session/Shell';
import type { SpecialistRow } from '../../features/specialists/specialists.documents';
import { mayHaveVisits } from '../../features/support-requests/request-steps';
import type { RequestRow, RequestStatus } from '../../features/support-requests/requests.documents';
import { useDailyWork } from '../../session';
import { LinkButton } from '../../ui/Button';
import { Tabs } from '../../ui/Tabs';
import { HUB_JOINT_ROUTES } from '../engagements/joint-routes';
import { HUB_TRAVEL_ROUTES } from '../engagements/travel-routes';
import { page, part } from '../page';

/** What stands beside or below screens; each comes when a screen shows it. */
const VisitPlanPaper = part(
  async () => (await import('../../features/schedule/VisitPlanPaper')).VisitPlanPaper,
);
const Attachments = part(async () => (await import('../../attachments/Attachments')).Attachments);
const AvailabilityPanel = part(
  async () => (await import('../../features/availability/AvailabilityPanel')).AvailabilityPanel,
);
const PatternSection = part(
  async () => (await import('../../features/availability/PatternSection')).PatternSection,
);
const ConsultationPurchase = part(
  async () => (await import('../../features/conflicts/CasePurchase')).ConsultationPurchase,
);
const RequestPurchase = part(
  async () => (await import('../../features/conflicts/CasePurchase')).RequestPurchase,
);
const PurchaseOnWish = part(
  async () => (await import('../../features/conflicts/PurchaseFields')).PurchaseOnWish,
);
const SpecialistFirms = part(
  async () => (await import('../../features/conflicts/SpecialistFirms')).SpecialistFirms,
);
const Aftermath = part(async () => (await import('../../features/reports/Aftermath')).Aftermath);
const ReportLink = part(async () => (await import('../../features/reports/Aftermath')).ReportLink);
const VisitCompanions = part(
  async () => (await import('../../features/companions/VisitCompanions')).VisitCompanions,
);
const RequestDates = part(async () => (await import('../../features/dates/InquiryListPage')).RequestDates);
const MailDelivery = part(async () => (await import('../../features/notices/MailDelivery')).MailDelivery);
const UrgentButton = part(async () => (await import('../../features/planning/UrgentButton')).UrgentButton);
const EraseSpecialist = part(
  async () => (await import('../../features/records/FormerPeople')).EraseSpecialist,
);
const FormerPeople = part(async () => (await import('../../features/records/FormerPeople')).FormerPeople);
const PreparationNotes = part(
  async () => (await import('../../features/preparation/PreparationNotes')).PreparationNotes,
);
const RequestQuotas = part(async () => (await import('../../features/quotas/RequestQuotas')).RequestQuotas);
const ConsultationSchemes = part(
  async () => (await import('../../features/schemes/ConsultationSchemes')).ConsultationSchemes,
);
const RequestSchemes = part(
  async () => (await import('../../features/schemes/RequestSchemes')).RequestSchemes,
);
const Days = part(async () => (await import('../../features/schedule/DaysThisMonth')).Days);
const RequestVisits = part(async () => (await import('../../features/schedule/RequestVisits')).RequestVisits);
const HandOverLink = part(async () => (await import('../../features/specialists/HandOverPage')).HandOverLink);
const Candidates = part(async () => (await import('../../features/support-requests/Candidates')).Candidates);
const NextInLine = part(async () => (await import('../../features/support-requests/NextInLine')).NextInLine);
const SheetLink = part(async () => (await import('../../features/support-requests/SheetLink')).SheetLink);
const VisitClaim = part(async () => (await import('../../features/travel-claims/VisitClaim')).VisitClaim);

const SearchPage = page(async () => (await import('../../features/search/SearchPage')).SearchPage);
const AccountPage = page(async () => (await import('../../features/account/AccountPage')).AccountPage);
const AgreementListPage = page(
  async () => (await import('../../features/agreements/AgreementListPage')).AgreementListPage,
);
const AgreementPage = page(
  async () => (await import('../../features/agreements/AgreementPage')).AgreementPage,
);
const EditAgreementPage = page(
  async () => (await import('../../features/agreements/EditAgreementPage')).EditAgreementPage,
);
const NewAgreementPage = page(
  async () => (await import('../../features/agreements/NewAgreementPage')).NewAgreementPage,
);
const PartiesPage = page(async () => (await import('../../features/agreements/PartiesPage')).PartiesPage);
const AttendancePage = page(
  async () => (await import('../../features/attendance/AttendancePage')).AttendancePage,
);
const MonthOverviewPage = page(
  async () => (await import('../../features/availability/MonthOverviewPage')).MonthOverviewPage,
);
const ConsultationNotesPage = page(
  async () => (await import('../../features/conflicts/BidNotesPage')).ConsultationNotesPage,
);
const RequestNotesPage = page(
  async () => (await import('../../features/conflicts/BidNotesPage')).RequestNotesPage,
);
const CostListPage = page(async () => (await import('../../features/costs/CostListPage')).CostListPage);
const CostMatrixPage = page(async () => (await import('../../features/costs/CostMatrixPage')).CostMatrixPage);
const EditMatrixPage = page(async () => (await import('../../features/costs/EditMatrixPage')).EditMatrixPage);
const ImportPage = page(async () => (await import('../../features/imports/ImportPage')).ImportPage);
const ImportsPage = page(async () => (await import('../../features/imports/ImportsPage')).ImportsPage);
const InvoiceListPage = page(
  async () => (await import('../../features/invoices/InvoiceListPage')).InvoiceListPage,
);
const InvoicePage = page(async () => (await import('../../features/invoices/InvoicePage')).InvoicePage);
const CaseReportPage = page(
  async () => (await import('../../features/reports/CaseReportPage')).CaseReportPage,
);
const ReportPage = page(async () => (await import('../../features/reports/ReportPage')).ReportPage);
const ReportsPage = page(async () => (await import('../../features/reports/ReportsPage')).ReportsPage);
const SharedCasePage = page(async () => (await import('../../features/reports/SharedCases')).SharedCasePage);
const SharedCasesPage = page(
  async () => (await import('../../features/reports/SharedCases')).SharedCasesPage,
);
const TaxEvidencePage = page(
  async () => (await import('../../features/tax-evidence/TaxEvidencePage')).TaxEvidencePage,
);
const AskPage = page(async () => (await import('../../features/consultations/AskPage')).AskPage);
const ConsultationListPage = page(
  async () => (await import('../../features/consultations/ConsultationListPage')).ConsultationListPage,
);
const ConsultationPage = page(
  async () => (await import('../../features/consultations/ConsultationPage')).ConsultationPage,
);
const CompanionCalendarPage = page(
  async () => (await import('../../features/companions/CompanionCalendarPage')).CompanionCalendarPage,
);
const DeclarationPage = page(
  async () => (await import('../../features/council/DeclarationPage')).DeclarationPage,
);
const FieldsPage = page(async () => (await import('../../features/council/FieldsPage')).FieldsPage);
const MeetingsPage = page(async () => (await import('../../features/council/MeetingsPage')).MeetingsPage);
const RoundListPage = page(async () => (await import('../../features/council/RoundListPage')).RoundListPage);
const RoundPage = page(async () => (await import('../../features/council/RoundPage')).RoundPage);
const AskDatesPage = page(async () => (await import('../../features/dates/AskPage')).AskPage);
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
const OverviewPage = page(async () => (await import('../../features/overview/OverviewPage')).OverviewPage);
const OverviewReportPage = page(async () => (await import('../../features/overview/ReportPage')).ReportPage);
const OverviewTownsPage = page(
  async () => (await import('../../features/overview/TownRowsPage')).TownRowsPage,
);
const OverviewWaitsPage = page(
  async () => (await import('../../features/overview/WaitRowsPage')).WaitRowsPage,
);
const OverviewDaysPage = page(async () => (await import('../../features/overview/DayRowsPage')).DayRowsPage);
const OverviewTargetsPage = page(async () => (await import('../../features/overview/TargetPage')).TargetPage);
const OverviewTaxPage = page(async () => (await import('../../features/overview/TaxRowsPage')).TaxRowsPage);
const OverviewStepsPage = page(
  async () => (await import('../../features/overview/EffectRowsPages')).StepRowsPage,
);
const OverviewRepeatsPage = page(
  async () => (await import('../../features/overview/EffectRowsPages')).RepeatRowsPage,
);
const OverviewRatingsPage = page(
  async () => (await import('../../features/overview/EffectRowsPages')).RatingRowsPage,
);
const PeoplePage = page(async () => (await import('../../features/people/PeoplePage')).PeoplePage);
const BoardPage = page(async () => (await import('../../features/planning/board/BoardPage')).BoardPage);
const ComparePage = page(
  async () => (await import('../../features/planning/compare/ComparePage')).ComparePage,
);
const PlansPage = page(async () => (await import('../../features/planning/PlansPage')).PlansPage);
const PolicyPage = page(async () => (await import('../../features/planning/PolicyPage')).PolicyPage);
const RepairPage = page(async () => (await import('../../features/planning/RepairPage')).RepairPage);
const VersionPage = page(async () => (await import('../../features/planning/VersionPage')).VersionPage);
const RunPage = page(async () => (await import('../../features/planning/RunPage')).RunPage);
const RetentionPage = page(async () => (await import('../../features/records/RetentionPage')).RetentionPage);
const NewQuotaPage = page(async () => (await import('../../features/quotas/NewQuotaPage')).NewQuotaPage);
const QuotaListPage = page(async () => (await import('../../features/quotas/QuotaListPage')).QuotaListPage);
const QuotaPage = page(async () => (await import('../../features/quotas/QuotaPage')).QuotaPage);
const SchemesPage = page(async () => (await import('../../features/schemes/SchemesPage')).SchemesPage);
const OfficeListPage = page(
  async () => (await import('../../features/offices/OfficeListPage')).OfficeListPage,
);
const OfficePage = page(async () => (await import('../../features/offices/OfficePage')).OfficePage);
const VisitListPage = page(async () => (await import('../../features/schedule/VisitListPage')).VisitListPage);
const ProposalsPage = page(
  async () => (await import('../../features/schedule/answers/ProposalsPage')).ProposalsPage,
);
const HubContactPage = page(
  async () => (await import('../../features/hub-contact/HubContactPage')).HubContactPage,
);
const VisitPage = page(async () => (await import('../../features/schedule/VisitPage')).VisitPage);
const NotFoundPage = page(async () => (await import('../../features/session/NotFoundPage')).NotFoundPage);
const SpecialistHandOverPage = page(
  async () => (await import('../../features/specialists/HandOverPage')).SpecialistHandOverPage,
);
const SpecialistListPage = page(
  async () => (await import('../../features/specialists/SpecialistListPage')).SpecialistListPage,
);
const SpecialistPage = page(
  async () => (await import('../../features/specialists/SpecialistPage')).SpecialistPage,
);
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
const RequestPage = page(
  async () => (await import('../../features/support-requests/RequestPage')).RequestPage,
);
const ReviewRequestPage = page(
  async () => (await import('../../features/support-requests/ReviewRequestPage')).ReviewRequestPage,
);
const SheetPage = page(async () => (await import('../../features/support-requests/SheetPage')).SheetPage);
const TownListPage = page(async () => (await import('../../features/towns/TownListPage')).TownListPage);
const HubTownPage = page(async () => (await import('../../features/towns/TownPage')).HubTownPage);
const TravelPage = page(async () => (await import('../../features/travel/TravelPage')).TravelPage);
const EngagementsPage = page(async () => (await import('../engagements/EngagementsPage')).EngagementsPage);
const TriagePage = page(
  async () => (await import('../../features/support-requests/triage/TriagePage')).TriagePage,
);
const HubHome = page(async () => (await import('./HubHome')).HubHome);

/** The prefecture's desk. */
export default function HubApp() {
  const { t } = useTranslation();
  const nav: NavItem[] = [
    { to: '/', label: t('roles.nav.home') },
    {
      to: '/board',
      label: t('roles.nav.board'),
      also: ['/plans', '/visits', '/dates', '/companions', '/reports', '/case-reports', '/cases'],
    },
    { to: '/triage', label: t('roles.nav.cases'), also: ['/inbox', '/requests', '/consultations'] },
    {
      to: '/specialists',
      label: t('roles.nav.people'),
      also: ['/availability', '/travel', '/people', '/retention', '/imports'],
    },
    { to: '/overview', label: t('roles.nav.overview') },
    { to: '/engagements', label: t('roles.nav.engagements') },
  ];
  const inbox = { to: '/inbox', label: t('requests.inbox.title') };
  return (
    <Shell nav={nav}>
      <Routes>
        <Route index element={<HubHome />} />
        <Route path="triage" element={<TriagePage tabs={<CaseTabs />} parts={TRIAGE_PARTS} />} />
        <Route path="inbox" element={<Inbox />} />
        <Route path="requests" element={<Inbox />} />
        <Route
          path="requests/new"
          element={
            <NewRequestPage
              {...draftParts}
              purchase={(onChange) => <PurchaseOnWish of="request" onChange={onChange} />}
            />
          }
        />
        <Route
          path="requests/:id"
          element={<RequestPage back={inbox} above={nextInLine} beside={besideRequest} />}
        />
        <Route path="requests/:id/edit" element={<EditRequestPage {...draftParts} />} />
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
        <Route path="board" element={<BoardPage papers={<BoardPapers />} />} />
        <Route path="plans" element={<PlansPage tabs={<PlanTabs />} />} />
        <Route path="plans/policy" element={<PolicyPage />} />
        <Route path="plans/repair" element={<RepairPage />} />
        <Route
          path="plans/towns"
          element={<TownListPage back={{ to: '/plans', label: t('planning.title') }} />}
        />
        <Route path="plans/towns/:id" element={<HubTownPage />} />
        <Route path="plans/versions/:id" element={<VersionPage />} />
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
                preparation: ({ id }) => <PreparationNotes visitId={id} />,
                companions: ({ id }) => companionsOf(id),
                report: (visit) => <ReportLink visit={visit} />,
              }}
              below={belowVisit}
            />
          }
        />
        <Route
          path="engagements/contact"
          element={<HubContactPage back={{ to: '/engagements', label: t('roles.nav.engagements') }} />}
        />
        <Route path="visits/:id/report" element={<ReportPage />} />
        <Route
          path="reports"
          element={<ReportsPage back={{ to: '/plans', label: t('roles.nav.plans') }} />}
        />
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
        <Route path="engagements" element={<EngagementsPage of="hub" />} />
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
        <Route path="overview" element={<OverviewPage />} />
        <Route path="overview/report" element={<OverviewReportPage />} />
        <Route path="overview/towns" element={<OverviewTownsPage />} />
        <Route path="overview/waits" element={<OverviewWaitsPage />} />
        <Route path="overview/days" element={<OverviewDaysPage />} />
        <Route path="overview/targets" element={<OverviewTargetsPage />} />
        <Route path="overview/tax" element={<OverviewTaxPage />} />
        <Route path="overview/steps" element={<OverviewStepsPage />} />
        <Route path="overview/repeats" element={<OverviewRepeatsPage />} />
        <Route path="overview/ratings" element={<OverviewRatingsPage />} />
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

const draftParts = {
  files: (id: string) => <Attachments ownerType="SUPPORT_REQUEST" ownerId={id} editable />,
  keptPurchase: (id: string) => <RequestPurchase id={id} />,
};

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

/** What triage shows of other parts beside a request. */
const TRIAGE_PARTS = {
  files: (id: string) => <Attachments ownerType="SUPPORT_REQUEST" ownerId={id} />,
  quotas: (id: string) => <RequestQuotas requestId={id} />,
};

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
      above={<CaseTabs />}
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
      tabs={<CaseTabs />}
      views={['waiting', 'escalated', 'answered', 'ended', 'all']}
      withTown
      empty={t('consultations.emptyView')}
    />
  );
}

/** Requests and questions are one place. */
function CaseTabs() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  return (
    <Tabs
      label={t('roles.nav.cases')}
      tabs={[
        { to: '/triage', label: t('roles.nav.decide'), current: pathname.startsWith('/triage') },
        { to: '/inbox', label: t('roles.nav.allRequests'), current: pathname === '/inbox' },
        { to: '/consultations', label: t('roles.nav.consultations'), current: pathname === '/consultations' },
      ]}
    />
  );
}

/** What leads from the board to paper and to the versions that were published. */
function BoardPapers() {
  const { t } = useTranslation();
  return (
    <>
      <LinkButton size="small" look="quiet" to="/plans">
        {t('board.versions')}
      </LinkButton>
      <VisitPlanPaper small />
    </>
  );
}

function PlanTabs() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  return (
    <Tabs
      label={t('planning.tabs')}
      tabs={[
        { to: '/board', label: t('roles.nav.board'), current: false },
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
        { to: '/cases', label: t('reports.shared.title'), current: pathname === '/cases' },
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

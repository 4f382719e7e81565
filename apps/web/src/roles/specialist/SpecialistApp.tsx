import { useTranslation } from 'react-i18next';
import { Link, Route, Routes } from 'react-router';
import { Attachments } from '../../attachments/Attachments';
import { SearchPage } from '../../features/search/SearchPage';
import { AccountPage } from '../../features/account/AccountPage';
import { AgreementListPage } from '../../features/agreements/AgreementListPage';
import { AgreementPage } from '../../features/agreements/AgreementPage';
import { MyDaysPage } from '../../features/attendance/MyDaysPage';
import { MyAvailabilityPage } from '../../features/availability/AvailabilityPanel';
import { CalendarFeedsPage } from '../../features/calendar-feeds/CalendarFeedsPage';
import { ConsultationPurchase, RequestPurchase } from '../../features/conflicts/CasePurchase';
import { MyFirmsPage } from '../../features/conflicts/SpecialistFirms';
import { ConsultationListPage } from '../../features/consultations/ConsultationListPage';
import { ConsultationPage } from '../../features/consultations/ConsultationPage';
import { VisitCompanions } from '../../features/companions/VisitCompanions';
import { InboxItemPage, InboxPage } from '../../features/notices/InboxPage';
import { NoticeSettingsPage } from '../../features/notices/NoticeSettingsPage';
import { MySchedulePage } from '../../features/schedule/MySchedulePage';
import { RequestVisits } from '../../features/schedule/RequestVisits';
import { VisitPage } from '../../features/schedule/VisitPage';
import { NotFoundPage } from '../../features/session/NotFoundPage';
import { type NavItem, Shell } from '../../features/session/Shell';
import { Aftermath, ReportLink } from '../../features/reports/Aftermath';
import { ReportPage } from '../../features/reports/ReportPage';
import { ReportsPage } from '../../features/reports/ReportsPage';
import { SharedCasePage, SharedCasesPage } from '../../features/reports/SharedCases';
import { TaskSection } from '../../features/reports/Tasks';
import { RequestListPage } from '../../features/support-requests/RequestListPage';
import { RequestPage } from '../../features/support-requests/RequestPage';
import { mayHaveVisits } from '../../features/support-requests/RequestStatus';
import { VisitClaim } from '../../features/travel-claims/VisitClaim';
import { graphql } from '../../gql/graphql';
import { useLoad } from '../../gql/use-load';
import { Notice } from '../../ui/Notice';
import { EngagementsPage } from '../engagements/EngagementsPage';
import { SPECIALIST_JOINT_ROUTES } from '../engagements/joint-routes';
import { SPECIALIST_PLACES } from '../engagements/places';
import { SPECIALIST_TRAVEL_ROUTES } from '../engagements/travel-routes';

/** A specialist of the pool, on a phone more often than not. */
export default function SpecialistApp() {
  const { t } = useTranslation();
  const nav: NavItem[] = [
    { to: '/', label: t('roles.nav.mySchedule'), also: ['/visits', '/reports', '/cases'] },
    { to: '/requests', label: t('roles.nav.requests') },
    { to: '/consultations', label: t('roles.nav.consultations') },
    { to: '/availability', label: t('roles.nav.availability') },
    { to: '/firms', label: t('roles.nav.firms') },
    { to: '/engagements', label: t('roles.nav.engagements') },
  ];
  return (
    <Shell nav={nav}>
      <Routes>
        <Route index element={<MySchedulePage above={<Above />} below={<BesideSchedule />} />} />
        <Route path="requests" element={<Cases />} />
        <Route
          path="requests/:id"
          element={
            <RequestPage
              back={{ to: '/requests', label: t('requests.listTitle') }}
              above={({ id }) => <RequestPurchase id={id} />}
              beside={(request) => (
                <>
                  <Attachments ownerType="SUPPORT_REQUEST" ownerId={request.id} />
                  {mayHaveVisits(request.status) && <RequestVisits requestId={request.id} />}
                  {mayHaveVisits(request.status) && <Aftermath requestId={request.id} />}
                </>
              )}
            />
          }
        />
        <Route
          path="visits/:id"
          element={
            <VisitPage
              back={{ to: '/', label: t('schedule.mine') }}
              parts={{
                companions: ({ id }) => <VisitCompanions visitId={id} />,
                report: (visit) => <ReportLink visit={visit} />,
              }}
              below={(id) => <VisitClaim id={id} />}
            />
          }
        />
        <Route path="visits/:id/report" element={<ReportPage />} />
        <Route path="reports" element={<ReportsPage />} />
        <Route path="cases" element={<SharedCasesPage />} />
        <Route path="cases/:id" element={<SharedCasePage />} />
        <Route path="consultations" element={<Questions />} />
        <Route
          path="consultations/:id"
          element={
            <ConsultationPage
              above={(id) => <ConsultationPurchase id={id} />}
              beside={(id) => <Attachments ownerType="CONSULTATION" ownerId={id} editable />}
            />
          }
        />
        <Route path="availability" element={<MyAvailabilityPage />} />
        <Route
          path="calendar-feeds"
          element={<CalendarFeedsPage back={{ to: '/', label: t('schedule.mine') }} />}
        />
        <Route path="engagements" element={<EngagementsPage places={SPECIALIST_PLACES} />} />
        <Route path="engagements/agreements" element={<AgreementListPage />} />
        <Route path="engagements/agreements/:id" element={<AgreementPage />} />
        <Route path="engagements/attendance" element={<MyDaysPage />} />
        {SPECIALIST_JOINT_ROUTES}
        {SPECIALIST_TRAVEL_ROUTES}
        <Route path="firms" element={<MyFirmsPage />} />
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

/** What belongs to visits and has a page of its own. */
function BesideSchedule() {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('roles.besideSchedule')} className="no-print flex flex-wrap gap-x-6 gap-y-3">
      <Link to="/calendar-feeds" className="link">
        {t('schedule.feeds')}
      </Link>
      <Link to="/reports" className="link">
        {t('reports.listTitle')}
      </Link>
      <Link to="/cases" className="link">
        {t('reports.library.title')}
      </Link>
    </nav>
  );
}

const WaitingDocument = graphql(`
  query WaitingForMe {
    supportRequests(first: 1, filter: { statuses: [OFFERING] }) {
      totalCount
    }
    consultations(first: 1, filter: { statuses: [ASSIGNED] }) {
      totalCount
    }
  }
`);

/** What waits for an answer, and for a report. */
function Above() {
  const { t } = useTranslation();
  return (
    <>
      <Waiting />
      <TaskSection title={t('reports.tasks.mine')} />
    </>
  );
}

/** What waits for an answer; nothing when nothing does. */
function Waiting() {
  const { t } = useTranslation();
  const { data } = useLoad(WaitingDocument, {}, { about: ['SupportRequest', 'Consultation'] });
  const offers = data?.supportRequests.totalCount ?? 0;
  const questions = data?.consultations.totalCount ?? 0;
  if (offers + questions === 0) return null;
  return (
    <div className="flex flex-col gap-3">
      {offers > 0 && (
        <Notice title={t('roles.specialist.offersText', { count: offers })}>
          <Link to="/requests?view=selection" className="link">
            {t('roles.specialist.offersOpen')}
          </Link>
        </Notice>
      )}
      {questions > 0 && (
        <Notice title={t('roles.specialist.questions', { count: questions })}>
          <Link to="/consultations" className="link">
            {t('roles.specialist.questionsOpen')}
          </Link>
        </Notice>
      )}
    </div>
  );
}

function Cases() {
  const { t } = useTranslation();
  return <RequestListPage title={t('requests.listTitle')} views={['all', 'selection', 'support']} withTown />;
}

function Questions() {
  const { t } = useTranslation();
  return (
    <ConsultationListPage
      lead={<p>{t('consultations.mineLead')}</p>}
      views={['waiting', 'answered', 'all']}
      withTown
      empty={t('consultations.emptyMine')}
    />
  );
}

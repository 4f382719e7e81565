import { useTranslation } from 'react-i18next';
import { Link, Route, Routes } from 'react-router';
import { NavMark } from '../../features/session/PhoneFrame';
import { type NavItem, Shell } from '../../features/session/Shell';
import { mayHaveVisits } from '../../features/support-requests/request-steps';
import { graphql } from '../../gql/graphql';
import { useLoad } from '../../gql/use-load';
import { Notice } from '../../ui/Notice';
import { SPECIALIST_JOINT_ROUTES } from '../engagements/joint-routes';
import { SPECIALIST_TRAVEL_ROUTES } from '../engagements/travel-routes';
import { useConnection } from '../../offline/connection';
import { OfflineBar } from '../../offline/OfflineBar';
import * as screens from './screens';
import { MorePage } from './MorePage';
import { Phone } from './Phone';

/** Beside the words on the bar: a calendar, a day left free, a sheet, a ring of days, three dots. */
const MARKS = {
  schedule: <path d="M4 6h16v14H4zM4 10h16M8 3v4M16 3v4" />,
  availability: <path d="M4 6h16v14H4zM8 3v4M16 3v4M8 13l3 3 5-5" />,
  reports: <path d="M6 3h9l4 4v14H6zM9 12h7M9 16h7" />,
  days: <path d="M12 4a8 8 0 1 1-8 8M12 8v4l3 2" />,
  more: <path d="M5 12h.01M12 12h.01M19 12h.01" strokeWidth="3" />,
} as const;

/** A specialist of the pool, on a phone more often than not. */
export default function SpecialistApp() {
  const { t } = useTranslation();
  const { offline } = useConnection();
  const nav: NavItem[] = [
    {
      to: '/',
      label: t('roles.nav.mySchedule'),
      short: t('roles.nav.schedule'),
      also: ['/visits', '/unsent'],
      mark: <NavMark>{MARKS.schedule}</NavMark>,
    },
    {
      to: '/availability',
      label: t('roles.nav.availability'),
      mark: <NavMark>{MARKS.availability}</NavMark>,
    },
    { to: '/reports', label: t('roles.nav.reports'), mark: <NavMark>{MARKS.reports}</NavMark> },
    {
      to: '/days',
      label: t('roles.nav.days'),
      also: ['/engagements/attendance'],
      mark: <NavMark>{MARKS.days}</NavMark>,
    },
    {
      to: '/more',
      label: t('roles.nav.more'),
      also: [
        '/requests',
        '/consultations',
        '/firms',
        '/engagements',
        '/cases',
        '/calendar-feeds',
        '/notices',
        '/search',
        '/account',
      ],
      mark: <NavMark>{MARKS.more}</NavMark>,
    },
  ];
  return (
    <Phone>
      <Shell nav={nav} onPhone above={<OfflineBar />}>
        <Routes>
          <Route
            index
            element={
              <screens.MySchedulePage
                preparation={({ id }) => <screens.PreparationBrief visitId={id} />}
                waiting={<Waiting />}
                days={<screens.DaysGauge />}
                below={<BesideSchedule />}
              />
            }
          />
          <Route path="unsent" element={<screens.UnsentPage />} />
          <Route path="days" element={<screens.YearPage />} />
          <Route path="more" element={<MorePage />} />
          <Route
            path="visits/:id/guide"
            element={
              <screens.VisitGuidePage preparation={(id) => <screens.PreparationNotes visitId={id} />} />
            }
          />
          <Route path="requests" element={<Cases />} />
          <Route
            path="requests/:id"
            element={
              <screens.RequestPage
                back={{ to: '/requests', label: t('requests.listTitle') }}
                above={({ id }) => !offline && <screens.RequestPurchase id={id} />}
                beside={(request) => (
                  <>
                    {!offline && <screens.Attachments ownerType="SUPPORT_REQUEST" ownerId={request.id} />}
                    {!offline && mayHaveVisits(request.status) && (
                      <screens.RequestVisits requestId={request.id} />
                    )}
                    {!offline && mayHaveVisits(request.status) && (
                      <screens.Aftermath requestId={request.id} />
                    )}
                  </>
                )}
              />
            }
          />
          <Route
            path="visits/:id"
            element={
              <screens.VisitPage
                back={{ to: '/', label: t('schedule.mine') }}
                parts={{
                  preparation: ({ id }) => <screens.PreparationNotes visitId={id} />,
                  companions: ({ id }) => !offline && <screens.VisitCompanions visitId={id} />,
                  report: (visit) => <screens.ReportLink visit={visit} />,
                }}
                below={(id) => !offline && <screens.VisitClaim id={id} />}
              />
            }
          />
          <Route path="visits/:id/report" element={<screens.ReportPage />} />
          <Route path="reports" element={<screens.ReportsPage />} />
          <Route path="cases" element={<screens.SharedCasesPage />} />
          <Route path="cases/:id" element={<screens.SharedCasePage />} />
          <Route path="consultations" element={<Questions />} />
          <Route
            path="consultations/:id"
            element={
              <screens.ConsultationPage
                above={(id) => <screens.ConsultationPurchase id={id} />}
                beside={(id) => <screens.Attachments ownerType="CONSULTATION" ownerId={id} editable />}
              />
            }
          />
          <Route path="availability" element={<screens.MyAvailabilityPage />} />
          <Route
            path="calendar-feeds"
            element={<screens.CalendarFeedsPage back={{ to: '/', label: t('schedule.mine') }} />}
          />
          <Route path="engagements" element={<screens.EngagementsPage of="specialist" />} />
          <Route path="engagements/agreements" element={<screens.AgreementListPage />} />
          <Route path="engagements/agreements/:id" element={<screens.AgreementPage />} />
          <Route path="engagements/attendance" element={<screens.MyDaysPage />} />
          {SPECIALIST_JOINT_ROUTES}
          {SPECIALIST_TRAVEL_ROUTES}
          <Route path="firms" element={<screens.MyFirmsPage />} />
          <Route path="notices" element={<screens.InboxPage />} />
          <Route path="notices/settings" element={<screens.NoticeSettingsPage />} />
          <Route path="notices/:item" element={<screens.InboxItemPage />} />
          <Route path="search" element={<screens.SearchPage />} />
          <Route path="account" element={<screens.AccountPage />} />
          <Route path="*" element={<screens.NotFoundPage />} />
        </Routes>
      </Shell>
    </Phone>
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
  return (
    <screens.RequestListPage
      title={t('requests.listTitle')}
      views={['all', 'selection', 'support']}
      withTown
    />
  );
}

function Questions() {
  const { t } = useTranslation();
  return (
    <screens.ConsultationListPage
      lead={<p>{t('consultations.mineLead')}</p>}
      views={['waiting', 'answered', 'all']}
      withTown
      empty={t('consultations.emptyMine')}
    />
  );
}

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
import { page, part } from '../page';
import { MorePage } from './MorePage';
import { Phone } from './Phone';

/** What stands beside or below screens; each comes when a screen shows it. */
const Attachments = part(async () => (await import('../../attachments/Attachments')).Attachments);
const ConsultationPurchase = part(
  async () => (await import('../../features/conflicts/CasePurchase')).ConsultationPurchase,
);
const RequestPurchase = part(
  async () => (await import('../../features/conflicts/CasePurchase')).RequestPurchase,
);
const VisitCompanions = part(
  async () => (await import('../../features/companions/VisitCompanions')).VisitCompanions,
);
const RequestVisits = part(async () => (await import('../../features/schedule/RequestVisits')).RequestVisits);
const DaysGauge = part(async () => (await import('../../features/attendance/DaysGauge')).DaysGauge);
const PreparationBrief = part(
  async () => (await import('../../features/preparation/PreparationNotes')).PreparationBrief,
);
const PreparationNotes = part(
  async () => (await import('../../features/preparation/PreparationNotes')).PreparationNotes,
);
const Aftermath = part(async () => (await import('../../features/reports/Aftermath')).Aftermath);
const ReportLink = part(async () => (await import('../../features/reports/Aftermath')).ReportLink);
const VisitClaim = part(async () => (await import('../../features/travel-claims/VisitClaim')).VisitClaim);

const SearchPage = page(async () => (await import('../../features/search/SearchPage')).SearchPage);
const AccountPage = page(async () => (await import('../../features/account/AccountPage')).AccountPage);
const AgreementListPage = page(
  async () => (await import('../../features/agreements/AgreementListPage')).AgreementListPage,
);
const AgreementPage = page(
  async () => (await import('../../features/agreements/AgreementPage')).AgreementPage,
);
const MyDaysPage = page(async () => (await import('../../features/attendance/MyDaysPage')).MyDaysPage);
const MyAvailabilityPage = page(
  async () => (await import('../../features/availability/AvailabilityPanel')).MyAvailabilityPage,
);
const CalendarFeedsPage = page(
  async () => (await import('../../features/calendar-feeds/CalendarFeedsPage')).CalendarFeedsPage,
);
const MyFirmsPage = page(async () => (await import('../../features/conflicts/SpecialistFirms')).MyFirmsPage);
const ConsultationListPage = page(
  async () => (await import('../../features/consultations/ConsultationListPage')).ConsultationListPage,
);
const ConsultationPage = page(
  async () => (await import('../../features/consultations/ConsultationPage')).ConsultationPage,
);
const InboxItemPage = page(async () => (await import('../../features/notices/InboxPage')).InboxItemPage);
const InboxPage = page(async () => (await import('../../features/notices/InboxPage')).InboxPage);
const NoticeSettingsPage = page(
  async () => (await import('../../features/notices/NoticeSettingsPage')).NoticeSettingsPage,
);
const YearPage = page(async () => (await import('../../features/attendance/YearPage')).YearPage);
const VisitGuidePage = page(
  async () => (await import('../../features/schedule/VisitGuidePage')).VisitGuidePage,
);
const UnsentPage = page(async () => (await import('./UnsentPage')).UnsentPage);
const MySchedulePage = page(
  async () => (await import('../../features/schedule/MySchedulePage')).MySchedulePage,
);
const VisitPage = page(async () => (await import('../../features/schedule/VisitPage')).VisitPage);
const NotFoundPage = page(async () => (await import('../../features/session/NotFoundPage')).NotFoundPage);
const ReportPage = page(async () => (await import('../../features/reports/ReportPage')).ReportPage);
const ReportsPage = page(async () => (await import('../../features/reports/ReportsPage')).ReportsPage);
const SharedCasePage = page(async () => (await import('../../features/reports/SharedCases')).SharedCasePage);
const SharedCasesPage = page(
  async () => (await import('../../features/reports/SharedCases')).SharedCasesPage,
);
const RequestListPage = page(
  async () => (await import('../../features/support-requests/RequestListPage')).RequestListPage,
);
const RequestPage = page(
  async () => (await import('../../features/support-requests/RequestPage')).RequestPage,
);
const EngagementsPage = page(async () => (await import('../engagements/EngagementsPage')).EngagementsPage);

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
              <MySchedulePage
                preparation={({ id }) => <PreparationBrief visitId={id} />}
                waiting={<Waiting />}
                days={<DaysGauge />}
                below={<BesideSchedule />}
              />
            }
          />
          <Route path="unsent" element={<UnsentPage />} />
          <Route path="days" element={<YearPage />} />
          <Route path="more" element={<MorePage />} />
          <Route
            path="visits/:id/guide"
            element={<VisitGuidePage preparation={(id) => <PreparationNotes visitId={id} />} />}
          />
          <Route path="requests" element={<Cases />} />
          <Route
            path="requests/:id"
            element={
              <RequestPage
                back={{ to: '/requests', label: t('requests.listTitle') }}
                above={({ id }) => !offline && <RequestPurchase id={id} />}
                beside={(request) => (
                  <>
                    {!offline && <Attachments ownerType="SUPPORT_REQUEST" ownerId={request.id} />}
                    {!offline && mayHaveVisits(request.status) && <RequestVisits requestId={request.id} />}
                    {!offline && mayHaveVisits(request.status) && <Aftermath requestId={request.id} />}
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
                  preparation: ({ id }) => <PreparationNotes visitId={id} />,
                  companions: ({ id }) => !offline && <VisitCompanions visitId={id} />,
                  report: (visit) => <ReportLink visit={visit} />,
                }}
                below={(id) => !offline && <VisitClaim id={id} />}
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
          <Route path="engagements" element={<EngagementsPage of="specialist" />} />
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

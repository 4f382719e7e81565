import { useTranslation } from 'react-i18next';
import { Route, Routes } from 'react-router';
import { type NavItem, Shell } from '../../features/session/Shell';
import { useViewer } from '../../session';
import { TOWN_JOINT_ROUTES } from '../engagements/joint-routes';
import {
  asideRequest,
  belowRequest,
  besideConsultation,
  besideDraft,
  besideForm,
  SchemesFold,
  turnOfRequest,
} from './beside';
import { BesideSchedule, Consultations, Requests } from './lists';
import * as screens from './screens';

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
        <Route index element={<screens.TownHome />} />
        <Route path="requests" element={<Requests />} />
        <Route
          path="requests/new"
          element={
            <screens.NewRequestPage
              {...besideForm}
              purchase={(onChange) => <screens.PurchaseOnWish of="request" onChange={onChange} />}
            />
          }
        />
        <Route
          path="requests/:id"
          element={
            <screens.TownRequestPage
              back={{ to: '/requests', label: t('requests.listTitle') }}
              turn={turnOfRequest}
              below={belowRequest}
              aside={asideRequest}
            />
          }
        />
        <Route path="requests/:id/edit" element={<screens.EditRequestPage {...besideForm} />} />
        <Route
          path="requests/:id/review"
          element={
            <screens.ReviewRequestPage
              purchase={besideDraft}
              warning={(request) =>
                request.mode !== 'ONLINE' && (
                  <screens.FullQuota requestId={request.id}>
                    <screens.ToOnline request={request} />
                  </screens.FullQuota>
                )
              }
              beside={(id) => <SchemesFold id={id} />}
            />
          }
        />
        <Route path="requests/:id/sheet" element={<screens.SheetPage />} />
        <Route
          path="imports"
          element={<screens.ImportsPage back={{ to: '/requests', label: t('requests.listTitle') }} />}
        />
        <Route path="imports/:id" element={<screens.ImportPage />} />
        <Route path="consultations" element={<Consultations />} />
        <Route
          path="consultations/new"
          element={
            <screens.AskPage
              purchase={(onChange) => <screens.PurchaseOnWish of="question" onChange={onChange} />}
            />
          }
        />
        <Route path="consultations/:id" element={<screens.ConsultationPage beside={besideConsultation} />} />
        <Route path="consultations/:id/bid-notes" element={<screens.ConsultationNotesPage />} />
        <Route path="requests/:id/bid-notes" element={<screens.RequestNotesPage />} />
        <Route
          path="consultations/:id/request"
          element={<screens.RequestFromConsultationPage beside={besideForm.beside} />}
        />
        <Route path="dates" element={<screens.InquiryListPage withTown={false} />} />
        <Route path="dates/:id" element={<screens.InquiryPage />} />
        <Route path="schedule" element={<screens.TownSchedulePage below={<BesideSchedule />} />} />
        <Route
          path="calendar-feeds"
          element={<screens.CalendarFeedsPage back={{ to: '/schedule', label: t('schedule.title') }} />}
        />
        <Route
          path="visits/:id"
          element={
            <screens.VisitPage
              back={{ to: '/schedule', label: t('schedule.title') }}
              parts={{
                preparation: ({ id }) => <screens.PreparationNotes visitId={id} />,
                companions: ({ id }) => <screens.VisitCompanions visitId={id} />,
                report: (visit) => <screens.ReportLink visit={visit} />,
              }}
            />
          }
        />
        <Route path="visits/:id/prepare" element={<screens.PreparePage />} />
        <Route path="visits/:id/report" element={<screens.ReportPage />} />
        <Route path="reports" element={<screens.ReportsPage />} />
        <Route path="case-reports/:id" element={<screens.CaseReportPage />} />
        <Route path="cases" element={<screens.SharedCasesPage />} />
        <Route path="cases/:id" element={<screens.SharedCasePage />} />
        {managesPeople && <Route path="people" element={<screens.PeoplePage />} />}
        <Route path="engagements" element={<screens.EngagementsPage of="town" />} />
        <Route path="engagements/agreements" element={<screens.AgreementListPage />} />
        <Route path="engagements/agreements/:id" element={<screens.AgreementPage />} />
        {TOWN_JOINT_ROUTES}
        <Route path="engagements/declaration" element={<screens.DeclarationPage />} />
        <Route path="engagements/meetings" element={<screens.MeetingsPage />} />
        <Route path="engagements/rounds" element={<screens.RoundListPage />} />
        <Route path="engagements/rounds/:id" element={<screens.RoundPage />} />
        <Route path="engagements/fields" element={<screens.FieldsPage />} />
        <Route path="engagements/offices" element={<screens.OfficeListPage />} />
        <Route path="engagements/offices/:id" element={<screens.OfficePage />} />
        <Route path="engagements/attendance" element={<screens.AttendancePage />} />
        <Route path="engagements/costs" element={<screens.CostListPage />} />
        <Route path="engagements/costs/:id" element={<screens.CostMatrixPage />} />
        <Route path="engagements/invoices" element={<screens.InvoiceListPage />} />
        <Route path="engagements/invoices/:id" element={<screens.InvoicePage />} />
        <Route path="engagements/quotas" element={<screens.QuotaListPage />} />
        <Route path="engagements/quotas/:id" element={<screens.QuotaPage />} />
        <Route path="engagements/schemes" element={<screens.SchemesPage />} />
        <Route path="town" element={<screens.OwnTownPage />} />
        <Route path="overview" element={<screens.StandingPage />} />
        <Route
          path="history/:of/:id"
          element={<screens.HistoryPage otherwise={<screens.NotFoundPage />} />}
        />
        <Route path="notices" element={<screens.InboxPage />} />
        <Route path="notices/settings" element={<screens.NoticeSettingsPage />} />
        <Route path="notices/:item" element={<screens.InboxItemPage />} />
        <Route path="search" element={<screens.SearchPage />} />
        <Route path="account" element={<screens.AccountPage />} />
        <Route path="*" element={<screens.NotFoundPage />} />
      </Routes>
    </Shell>
  );
}

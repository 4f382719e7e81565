import { useTranslation } from 'react-i18next';
import { Route, Routes } from 'react-router';
import { historyOf } from '../../features/history/HistoryLink';
import { type NavItem, Shell } from '../../features/session/Shell';
import { HUB_JOINT_ROUTES } from '../engagements/joint-routes';
import { HUB_TRAVEL_ROUTES } from '../engagements/travel-routes';
import {
  belowSpecialist,
  belowVisit,
  besideConsultation,
  besideDraft,
  besideRequest,
  besideSpecialist,
  companionsOf,
  daysOf,
  draftParts,
  nextInLine,
  TRIAGE_PARTS,
} from './beside';
import { BoardPapers, CaseTabs, Desk, Inbox, PeopleTabs, PlanTabs } from './lists';
import * as screens from './screens';

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
        <Route index element={<screens.HubHome />} />
        <Route path="triage" element={<screens.TriagePage tabs={<CaseTabs />} parts={TRIAGE_PARTS} />} />
        <Route path="inbox" element={<Inbox />} />
        <Route path="requests" element={<Inbox />} />
        <Route
          path="requests/new"
          element={
            <screens.NewRequestPage
              {...draftParts}
              purchase={(onChange) => <screens.PurchaseOnWish of="request" onChange={onChange} />}
            />
          }
        />
        <Route
          path="requests/:id"
          element={<screens.RequestPage back={inbox} above={nextInLine} beside={besideRequest} />}
        />
        <Route path="requests/:id/edit" element={<screens.EditRequestPage {...draftParts} />} />
        <Route path="requests/:id/review" element={<screens.ReviewRequestPage purchase={besideDraft} />} />
        <Route path="requests/:id/dates" element={<screens.AskDatesPage />} />
        <Route path="requests/:id/sheet" element={<screens.SheetPage />} />
        <Route path="consultations" element={<Desk />} />
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
        <Route path="consultations/:id/request" element={<screens.RequestFromConsultationPage />} />
        <Route path="board" element={<screens.BoardPage papers={<BoardPapers />} />} />
        <Route path="plans" element={<screens.PlansPage tabs={<PlanTabs />} />} />
        <Route path="plans/policy" element={<screens.PolicyPage />} />
        <Route path="plans/repair" element={<screens.RepairPage />} />
        <Route
          path="plans/towns"
          element={<screens.TownListPage back={{ to: '/plans', label: t('planning.title') }} />}
        />
        <Route path="plans/towns/:id" element={<screens.HubTownPage />} />
        <Route path="plans/versions/:id" element={<screens.VersionPage />} />
        <Route path="plans/:id" element={<screens.RunPage below={historyOf('plan')} />} />
        <Route path="plans/:id/compare" element={<screens.ComparePage />} />
        <Route path="dates" element={<screens.InquiryListPage tabs={<PlanTabs />} withTown />} />
        <Route path="dates/:id" element={<screens.InquiryPage />} />
        <Route path="companions" element={<screens.CompanionCalendarPage tabs={<PlanTabs />} />} />
        <Route path="visits" element={<screens.VisitListPage tabs={<PlanTabs />} />} />
        <Route path="visits/proposals" element={<screens.ProposalsPage tabs={<PlanTabs />} />} />
        <Route
          path="visits/:id"
          element={
            <screens.VisitPage
              back={{ to: '/visits', label: t('schedule.visitsTitle') }}
              parts={{
                preparation: ({ id }) => <screens.PreparationNotes visitId={id} />,
                companions: ({ id }) => companionsOf(id),
                report: (visit) => <screens.ReportLink visit={visit} />,
              }}
              below={belowVisit}
            />
          }
        />
        <Route
          path="engagements/contact"
          element={
            <screens.HubContactPage back={{ to: '/engagements', label: t('roles.nav.engagements') }} />
          }
        />
        <Route path="visits/:id/report" element={<screens.ReportPage />} />
        <Route
          path="reports"
          element={<screens.ReportsPage back={{ to: '/plans', label: t('roles.nav.plans') }} />}
        />
        <Route path="case-reports/:id" element={<screens.CaseReportPage />} />
        <Route path="cases" element={<screens.SharedCasesPage />} />
        <Route path="cases/:id" element={<screens.SharedCasePage />} />
        <Route path="specialists" element={<screens.SpecialistListPage tabs={<PeopleTabs />} />} />
        <Route
          path="specialists/:id"
          element={<screens.SpecialistPage beside={besideSpecialist} days={daysOf} below={belowSpecialist} />}
        />
        <Route path="specialists/:id/hand-over" element={<screens.SpecialistHandOverPage />} />
        <Route path="availability" element={<screens.MonthOverviewPage tabs={<PeopleTabs />} />} />
        <Route
          path="people"
          element={<screens.PeoplePage tabs={<PeopleTabs />} below={<screens.FormerPeople />} />}
        />
        <Route path="imports" element={<screens.ImportsPage tabs={<PeopleTabs />} />} />
        <Route path="imports/:id" element={<screens.ImportPage />} />
        <Route path="retention" element={<screens.RetentionPage tabs={<PeopleTabs />} />} />
        <Route path="engagements" element={<screens.EngagementsPage of="hub" />} />
        <Route path="engagements/agreements" element={<screens.AgreementListPage />} />
        <Route path="engagements/agreements/new" element={<screens.NewAgreementPage />} />
        <Route
          path="engagements/agreements/:id"
          element={<screens.AgreementPage below={historyOf('agreement')} />}
        />
        <Route path="engagements/agreements/:id/edit" element={<screens.EditAgreementPage />} />
        <Route path="engagements/parties" element={<screens.PartiesPage />} />
        {HUB_JOINT_ROUTES}
        {HUB_TRAVEL_ROUTES}
        <Route path="engagements/declaration" element={<screens.DeclarationPage />} />
        <Route path="engagements/meetings" element={<screens.MeetingsPage />} />
        <Route path="engagements/rounds" element={<screens.RoundListPage />} />
        <Route path="engagements/rounds/:id" element={<screens.RoundPage below={historyOf('round')} />} />
        <Route path="engagements/fields" element={<screens.FieldsPage />} />
        <Route path="engagements/offices" element={<screens.OfficeListPage />} />
        <Route path="engagements/offices/:id" element={<screens.OfficePage />} />
        <Route path="engagements/attendance" element={<screens.AttendancePage />} />
        <Route path="engagements/costs" element={<screens.CostListPage />} />
        <Route path="engagements/costs/:id" element={<screens.CostMatrixPage />} />
        <Route path="engagements/costs/:id/edit" element={<screens.EditMatrixPage />} />
        <Route path="engagements/invoices" element={<screens.InvoiceListPage />} />
        <Route
          path="engagements/invoices/:id"
          element={<screens.InvoicePage below={historyOf('invoice')} />}
        />
        <Route path="engagements/tax-evidence" element={<screens.TaxEvidencePage />} />
        <Route path="engagements/quotas" element={<screens.QuotaListPage />} />
        <Route path="engagements/quotas/new" element={<screens.NewQuotaPage />} />
        <Route path="engagements/quotas/:id" element={<screens.QuotaPage below={historyOf('quota')} />} />
        <Route path="engagements/schemes" element={<screens.SchemesPage historyOf={historyOf('scheme')} />} />
        <Route path="travel" element={<screens.TravelPage tabs={<PeopleTabs />} />} />
        <Route path="overview" element={<screens.OverviewPage />} />
        <Route path="overview/report" element={<screens.OverviewReportPage />} />
        <Route path="overview/towns" element={<screens.OverviewTownsPage />} />
        <Route path="overview/waits" element={<screens.OverviewWaitsPage />} />
        <Route path="overview/days" element={<screens.OverviewDaysPage />} />
        <Route path="overview/targets" element={<screens.OverviewTargetsPage />} />
        <Route path="overview/tax" element={<screens.OverviewTaxPage />} />
        <Route path="overview/steps" element={<screens.OverviewStepsPage />} />
        <Route path="overview/repeats" element={<screens.OverviewRepeatsPage />} />
        <Route path="overview/ratings" element={<screens.OverviewRatingsPage />} />
        <Route
          path="history/:of/:id"
          element={<screens.HistoryPage withFile otherwise={<screens.NotFoundPage />} />}
        />
        <Route path="notices" element={<screens.InboxPage />} />
        <Route
          path="notices/settings"
          element={<screens.NoticeSettingsPage below={<screens.MailDelivery />} />}
        />
        <Route path="notices/:item" element={<screens.InboxItemPage />} />
        <Route path="search" element={<screens.SearchPage />} />
        <Route path="account" element={<screens.AccountPage />} />
        <Route path="*" element={<screens.NotFoundPage />} />
      </Routes>
    </Shell>
  );
}

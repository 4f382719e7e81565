import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { LinkButton } from '../../ui/Button';
import { Tabs } from '../../ui/Tabs';
import * as screens from './screens';

// The hub's lists, and the tabs that lead from one to the other.

export function Inbox() {
  const { t } = useTranslation();
  return (
    <screens.RequestListPage
      title={t('requests.inbox.title')}
      above={<CaseTabs />}
      views={['intake', 'selection', 'scheduling', 'support', 'ended', 'drafts', 'all']}
      withTown
    />
  );
}

export function Desk() {
  const { t } = useTranslation();
  return (
    <screens.ConsultationListPage
      lead={<p>{t('consultations.deskLead')}</p>}
      tabs={<CaseTabs />}
      views={['waiting', 'escalated', 'answered', 'ended', 'all']}
      withTown
      empty={t('consultations.emptyView')}
    />
  );
}

/** Requests and questions are one place. */
export function CaseTabs() {
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
export function BoardPapers() {
  const { t } = useTranslation();
  return (
    <>
      <LinkButton size="small" look="quiet" to="/plans">
        {t('board.versions')}
      </LinkButton>
      <screens.VisitPlanPaper small />
    </>
  );
}

export function PlanTabs() {
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

export function PeopleTabs() {
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

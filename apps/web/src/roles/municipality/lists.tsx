import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDailyWork, useViewer } from '../../session';
import { LinkButton } from '../../ui/Button';
import * as screens from './screens';

export function Requests() {
  const { t } = useTranslation();
  const { duties } = useViewer();
  const worksDaily = useDailyWork();
  const start = (
    <LinkButton to="/requests/new" look="primary">
      {t('requests.new')}
    </LinkButton>
  );
  return (
    <screens.RequestListPage
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

export function Consultations() {
  const { t } = useTranslation();
  const worksDaily = useDailyWork();
  return (
    <screens.ConsultationListPage
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
export function BesideSchedule() {
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

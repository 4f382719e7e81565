import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { HubContactCard } from '../../features/hub-contact/HubContactCard';
import { PreparationLink } from '../../features/preparation/PreparationLink';
import { RequestStatusText } from '../../features/support-requests/RequestStatus';
import { VisitStatusText } from '../../features/schedule/VisitWords';
import { useLoad } from '../../gql/use-load';
import { shortDate, timeRange, tokyo } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { useAffiliation, useDailyWork, useSession, useViewer } from '../../session';
import { AsWritten } from '../../ui/AsWritten';
import { Button, LinkButton } from '../../ui/Button';
import { Empty, Loaded } from '../../ui/Loaded';
import { Page, Section } from '../../ui/Page';
import { type Home, TownHomeDocument } from './town-home.documents';
import { type Task, turnOf } from './turn';

const ABOUT = {
  about: ['SupportRequest', 'Consultation', 'DateInquiry', 'ReportTask', 'VisitReport', 'Visit', 'FollowUp'],
};

/** What is my turn, and what comes next: on one screen, without a word too many. */
export function TownHome() {
  const { t } = useTranslation();
  const { today } = useSession();
  const affiliation = useAffiliation();
  const home = useLoad(TownHomeDocument, { today }, ABOUT);
  return (
    <Page title={t('roles.town.title', { town: affiliation })}>
      <div className="grid items-start gap-x-12 gap-y-6 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr]">
        <div className="lg:col-start-2">
          <Begin />
        </div>
        <div className="flex min-w-0 flex-col gap-8 lg:col-start-1 lg:row-span-2 lg:row-start-1">
          <Loaded of={home}>
            {(data) => (
              <>
                <Turn home={data} />
                <UnderWay home={data} />
              </>
            )}
          </Loaded>
        </div>
        <div className="flex flex-col gap-6 lg:col-start-2">
          {home.data && <NextVisit home={home.data} />}
          <HubContactCard />
          <More />
        </div>
      </div>
    </Page>
  );
}

function Begin() {
  const { t } = useTranslation();
  const worksDaily = useDailyWork();
  if (!worksDaily) return null;
  return (
    <div className="flex flex-col gap-1">
      <LinkButton to="/requests/new" look="primary" aria-describedby="begin-hint">
        {t('roles.town.begin')}
      </LinkButton>
      <p
        id="begin-hint"
        className="flex flex-wrap items-center justify-between gap-x-4 text-dns-14N-130 text-solid-gray-700"
      >
        {t('roles.town.beginHint')}
        <Link to="/consultations/new" className="link inline-flex min-h-6 items-center">
          {t('roles.town.ask')}
        </Link>
      </p>
    </div>
  );
}

/** More than these are behind one press: the screen stays one screen. */
const TASKS_SHOWN = 5;

function Turn({ home }: { readonly home: Home }) {
  const { t } = useTranslation();
  const { duties } = useViewer();
  const [all, setAll] = useState(false);
  const tasks = turnOf(home, duties, t);
  const shown = all ? tasks : tasks.slice(0, TASKS_SHOWN);
  return (
    <Section
      title={t('roles.town.turn')}
      id="turn"
      aside={
        tasks.length > 0 && (
          <span className="text-std-18B-160 tabular-nums">
            {t('roles.town.turnCount', { count: tasks.length })}
          </span>
        )
      }
    >
      {tasks.length === 0 ? (
        <Empty>{t('roles.town.turnEmpty')}</Empty>
      ) : (
        <ul aria-label={t('roles.town.turnCaption')} className="-mt-4">
          {shown.map((task) => (
            <TaskLine key={task.key} task={task} />
          ))}
        </ul>
      )}
      {shown.length < tasks.length && (
        <p>
          <Button size="small" onClick={() => setAll(true)}>
            {t('roles.town.all')}
          </Button>
        </p>
      )}
    </Section>
  );
}

function TaskLine({ task: { to, what, subject, dueOn, overdue } }: { readonly task: Task }) {
  const { t } = useTranslation();
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-b border-solid-gray-200 py-3">
      <span className="min-w-0 flex-1 basis-72">
        <Link to={to} className="link font-700">
          {what}
        </Link>
        <span className="block truncate text-dns-16N-130 text-solid-gray-700">
          <AsWritten>{subject}</AsWritten>
        </span>
      </span>
      {dueOn && (
        <span className="whitespace-nowrap text-dns-16N-130 tabular-nums">
          {t('roles.town.due')} {shortDate(dueOn)}
          {overdue && <span className="ml-2 font-700 text-error-2">{t('reports.overdue')}</span>}
        </span>
      )}
    </li>
  );
}

function UnderWay({ home }: { readonly home: Home }) {
  const { t } = useTranslation();
  const { edges, totalCount } = home.underWay;
  return (
    <Section
      title={t('roles.town.doing')}
      id="under-way"
      aside={
        totalCount > edges.length && (
          <Link to="/requests?view=open" className="link">
            {t('roles.town.all')}
          </Link>
        )
      }
    >
      {edges.length === 0 ? (
        <p className="text-solid-gray-700">{t('roles.town.doingNone')}</p>
      ) : (
        <ul className="-mt-4">
          {edges.map(({ node }) => (
            <li
              key={node.id}
              className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-b border-solid-gray-200 py-2"
            >
              <Link to={`/requests/${node.id}`} className="link min-w-0 flex-1 basis-64 truncate">
                <AsWritten>{node.title}</AsWritten>
              </Link>
              <RequestStatusText status={node.status} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function NextVisit({ home }: { readonly home: Home }) {
  const { t } = useTranslation();
  const { edges, totalCount } = home.visits;
  const visit = edges[0]?.node;
  return (
    <section aria-labelledby="next-visit" className="rounded-12 border border-solid-gray-300 p-5">
      <h2 id="next-visit" className="text-dns-14B-130 text-solid-gray-700">
        {t('roles.town.nextVisit')}
      </h2>
      {visit ? (
        <div className="mt-1 flex flex-col gap-2">
          <p>
            <Link to={`/visits/${visit.id}`} className="link text-std-20B-150">
              {shortDate(tokyo(visit.startsAt).date)} {timeRange(visit.startsAt, visit.endsAt)}
            </Link>
          </p>
          <p className="text-dns-16N-130">
            <AsWritten>{visit.supportRequest.title}</AsWritten>{' '}
            <span className="whitespace-nowrap">{t('roles.town.nth', { n: visit.visitNo })}</span>
          </p>
          <p className="flex flex-wrap items-baseline gap-x-3 text-dns-16N-130">
            {visit.specialist && nameOf(visit.specialist)}
            <span className="text-solid-gray-700">{t(`schedule.mode.${visit.mode}`)}</span>
            <VisitStatusText visit={visit} />
          </p>
          <PreparationLink visitId={visit.id} />
        </div>
      ) : (
        <p className="mt-1">{t('roles.town.noVisit')}</p>
      )}
      {totalCount > 1 && (
        <p className="mt-2 border-t border-solid-gray-200 pt-2 text-dns-14N-130">
          <Link to="/schedule" className="link inline-flex min-h-6 items-center">
            {t('roles.town.laterVisits', { count: totalCount - 1 })}
          </Link>
        </p>
      )}
    </section>
  );
}

/** What is needed now and then. */
function More() {
  const { t } = useTranslation();
  const { duties } = useViewer();
  const places = [
    { to: '/town', label: t('towns.ownLink') },
    { to: '/cases', label: t('reports.shared.link') },
    ...(duties.includes('MANAGER') ? [{ to: '/people', label: t('roles.nav.staff') }] : []),
  ];
  return (
    <nav aria-label={t('roles.town.more')}>
      <ul className="flex flex-wrap gap-x-5">
        {places.map(({ to, label }) => (
          <li key={to}>
            <Link to={to} className="link inline-flex min-h-8 items-center text-dns-16N-130">
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoad } from '../../gql/use-load';
import { longInstant, shortInstant } from '../../i18n/dates';
import { Empty, Loaded } from '../../ui/Loaded';
import { Notice } from '../../ui/Notice';
import { Section } from '../../ui/Page';
import { Table } from '../../ui/Table';
import { useWaiting } from './waiting';
import { type WorkNow as Work, WorkStateDocument } from './work-state.documents';

/** Milliseconds between two looks; nobody asks for more while nobody sees the page. */
const LOOK_MS = 5_000;

/** The work that runs later, as it is this moment: what waits, what fails, what recurs and who does it. */
export function WorkNow() {
  const state = useLoad(WorkStateDocument, {}, { about: ['RetriedOutboxRows'] });
  const { reload } = state;
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') reload();
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [reload]);
  return <Loaded of={state}>{({ workState }) => <Sections of={workState} />}</Loaded>;
}

function Sections({ of }: { readonly of: Work }) {
  const { t } = useTranslation();
  return (
    <>
      <Section title={t('operations.workers')} id="workers">
        <Workers of={of} />
      </Section>
      <Section title={t('operations.jobs')} id="jobs">
        <p>{t('operations.lookedAt', { at: longInstant(of.at) })}</p>
        <Jobs of={of} />
      </Section>
      <Section title={t('operations.failing')} id="failing">
        <Failing of={of} />
      </Section>
      <Section title={t('operations.schedules')} id="schedules">
        <Schedules of={of} />
      </Section>
    </>
  );
}

const code = (words: string) => (
  <span lang="en" className="font-mono break-all">
    {words}
  </span>
);

function Workers({ of: { workers } }: { readonly of: Work }) {
  const { t } = useTranslation();
  if (workers.every(({ silent }) => silent))
    return (
      <Notice tone="warning" title={t('operations.noWorkers')}>
        <p>{t('operations.noWorkersLead')}</p>
      </Notice>
    );
  return (
    <Table
      caption={t('operations.workers')}
      cards
      rows={workers}
      keyOf={({ id }) => id}
      columns={[
        { key: 'id', title: t('operations.worker'), heads: true, cell: ({ id }) => code(id.slice(0, 8)) },
        {
          key: 'state',
          title: t('operations.workerState'),
          cell: ({ silent, draining }) =>
            t(`operations.workerStates.${silent ? 'SILENT' : draining ? 'DRAINING' : 'ALIVE'}`),
        },
        {
          key: 'busy',
          title: t('operations.hands'),
          numeric: true,
          cell: ({ busy, hands }) => t('operations.busyOf', { busy, hands }),
        },
        { key: 'version', title: t('operations.version'), cell: ({ version }) => version },
        {
          key: 'started',
          title: t('operations.startedAt'),
          nowrap: true,
          cell: ({ startedAt }) => shortInstant(startedAt),
        },
        {
          key: 'seen',
          title: t('operations.seenAt'),
          nowrap: true,
          cell: ({ seenAt }) => shortInstant(seenAt),
        },
      ]}
    />
  );
}

function Jobs({ of: { jobs } }: { readonly of: Work }) {
  const { t } = useTranslation();
  const waiting = useWaiting();
  if (jobs.length === 0) return <Empty>{t('operations.noJobs')}</Empty>;
  return (
    <Table
      caption={t('operations.jobs')}
      cards
      rows={jobs}
      keyOf={({ job }) => job}
      columns={[
        { key: 'job', title: t('operations.job'), heads: true, cell: ({ job }) => code(job) },
        { key: 'due', title: t('operations.due'), numeric: true, cell: (one) => one.waiting },
        {
          key: 'oldest',
          title: t('operations.lag'),
          numeric: true,
          nowrap: true,
          cell: (one) => waiting(one.oldestSeconds),
        },
        { key: 'running', title: t('operations.running'), numeric: true, cell: (one) => one.running },
        { key: 'later', title: t('operations.later'), numeric: true, cell: (one) => one.later },
        { key: 'failing', title: t('operations.failed'), numeric: true, cell: (one) => one.failing },
        { key: 'dead', title: t('operations.dead'), numeric: true, cell: (one) => one.dead },
      ]}
    />
  );
}

function Failing({ of: { failing } }: { readonly of: Work }) {
  const { t } = useTranslation();
  if (failing.length === 0) return <Empty>{t('operations.noFailing')}</Empty>;
  return (
    <Table
      caption={t('operations.failing')}
      cards
      rows={failing}
      keyOf={({ id }) => id}
      columns={[
        { key: 'job', title: t('operations.job'), heads: true, cell: ({ job }) => code(job) },
        { key: 'failures', title: t('operations.failures'), numeric: true, cell: ({ failures }) => failures },
        {
          key: 'error',
          title: t('operations.error'),
          cell: ({ error }) => (error === null ? t('operations.withheld') : code(error)),
        },
        {
          key: 'next',
          title: t('operations.nextTry'),
          nowrap: true,
          cell: ({ nextAt }) => shortInstant(nextAt),
        },
      ]}
    />
  );
}

function Schedules({ of: { schedules } }: { readonly of: Work }) {
  const { t } = useTranslation();
  const waiting = useWaiting();
  const at = (instant: string | null) => (instant ? shortInstant(instant) : t('ui.none'));
  if (schedules.length === 0) return <Empty>{t('operations.noSchedules')}</Empty>;
  return (
    <Table
      caption={t('operations.schedules')}
      cards
      rows={schedules}
      keyOf={({ name }) => name}
      columns={[
        { key: 'name', title: t('operations.schedule'), heads: true, cell: ({ name }) => code(name) },
        {
          key: 'every',
          title: t('operations.every'),
          nowrap: true,
          cell: ({ everySeconds }) => (everySeconds === null ? t('ui.none') : waiting(everySeconds)),
        },
        { key: 'asked', title: t('operations.lastAsked'), nowrap: true, cell: (one) => at(one.lastAskedAt) },
        { key: 'done', title: t('operations.lastDone'), nowrap: true, cell: (one) => at(one.lastDoneAt) },
        {
          key: 'next',
          title: t('operations.nextTurn'),
          cell: ({ nextAt, late }) =>
            late ? t('operations.lateSince', { at: shortInstant(nextAt) }) : shortInstant(nextAt),
        },
      ]}
    />
  );
}

import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { currentLanguage } from '../../i18n';
import { longDate, longInstant, shortDate, tokyo } from '../../i18n/dates';
import { Facts } from '../../ui/Facts';
import { Empty, Loaded, Loading } from '../../ui/Loaded';
import { Mixed } from '../../ui/Mixed';
import { Notice } from '../../ui/Notice';
import { Page, Section } from '../../ui/Page';
import {
  RunDocument,
  RunProgressDocument,
  type RunLineRow,
  type RunRow,
  type RunStatus,
} from './plans.documents';
import { FrozenDocument } from './policy.documents';
import { Figures } from './Figures';
import { Findings } from './Findings';
import { PlanGrid } from './PlanGrid';
import { Proposals } from './Proposals';
import { isPublishedInPart } from './ProposalTable';
import { RunActions } from './RunActions';
import { RunProgress } from './RunProgress';
import { RunStatusText } from './RunStatus';
import { Score } from './Score';
import { comesLater, Unplaced } from './Unplaced';
import { PublicationBar } from '../../publication/PublicationBar';
import { WhoElse } from '../../publication/WhoElse';
import { useVersionWords } from './version-words';

/** The last thing on a long page, and asked by few. */
const WhyNot = lazy(async () => ({ default: (await import('./WhyNot')).WhyNot }));

const POLL_MS = 1000;
const OPEN: readonly RunStatus[] = ['QUEUED', 'SOLVING'];

interface Props {
  /** What this role may read after all else, such as its history. */
  readonly below?: (id: string) => ReactNode;
}

/** One plan: while it is being made, when it is looked at, and after it was published. */
export function RunPage({ below }: Props) {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const full = useLoad(RunDocument, { id }, { about: ['PlanPublication'] });
  const progress = useProgress(id, full.data?.planningRun.status, full.reload);
  const number = full.data?.planningRun.number;
  const name = full.data?.planningRun.name;
  const plain = number === undefined ? t('planning.title') : t('planning.run', { number });
  const title = name ? `${plain}「${name}」` : plain;
  return (
    <Page title={title} back={{ to: '/plans', label: t('planning.title') }}>
      <Loaded of={full}>
        {({ planningRun }) => (
          <>
            <WhoElse runId={planningRun.id} />
            <PublicationBar runId={planningRun.id} onSettled={full.reload} />
            <Run run={followed(planningRun, progress)} />
            {below?.(planningRun.id)}
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** Asks every second while the run is open; when it ends, the whole result is read once. */
function useProgress(id: string, status: RunStatus | undefined, onEnd: () => void) {
  const open = status !== undefined && OPEN.includes(status);
  const { data, reload } = useLoad(RunProgressDocument, { id }, { pause: !open });
  useEffect(() => {
    if (!open) return;
    const timer = setInterval(reload, POLL_MS);
    return () => clearInterval(timer);
  }, [open, reload]);
  const current = data?.planningRun;
  const ended = open && current !== undefined && !OPEN.includes(current.status);
  useEffect(() => {
    if (ended) onEnd();
  }, [ended, onEnd]);
  return current;
}

/** The run with its latest progress; it has ended only when its whole result is there. */
function followed(run: RunRow, progress: RunLineRow | undefined): RunRow {
  if (!progress || !OPEN.includes(run.status)) return run;
  if (OPEN.includes(progress.status)) return { ...run, ...progress };
  return { ...run, ...progress, status: 'SOLVING', viewerActions: [] };
}

function Run({ run }: { readonly run: RunRow }) {
  const { t } = useTranslation();
  const changesOf = useVersionWords();
  const open = OPEN.includes(run.status);
  const later = run.unplacedVisits.filter(comesLater).length;
  const hasPlan = run.status === 'PROPOSED' || run.status === 'PUBLISHED' || run.status === 'DISCARDED';
  return (
    <>
      <div className="flex flex-col gap-4">
        <p className="flex flex-wrap items-baseline gap-x-4 text-std-18B-160">
          <span role="status">
            <RunStatusText status={run.status} />
          </span>
          {hasPlan && (
            <span>
              {t('planning.resultValue', {
                placed: run.proposedVisits.length,
                unplaced: run.unplacedVisits.length,
              })}
            </span>
          )}
          {hasPlan && later > 0 && (
            <span className="text-std-16N-170">{t('planning.laterOf', { count: later })}</span>
          )}
          {isPublishedInPart(run) && (
            <span className="text-std-16N-170">
              {t('publishing.inPart', { count: run.proposedVisits.filter(({ adopted }) => adopted).length })}
            </span>
          )}
        </p>
        <p>{t('planning.periodValue', { from: longDate(run.fromOn), to: longDate(run.toOn) })}</p>
        {run.status === 'PROPOSED' && <Frozen />}
        {run.publication && (
          <p>
            <Mixed>
              {t('planning.publishedAs', {
                version: run.publication.version,
                changes: changesOf(run.publication),
                at: longInstant(run.publication.publishedAt),
                by: run.publication.publishedByName,
              })}
            </Mixed>
          </p>
        )}
        <Refused run={run} />
        {run.failure && <Notice tone="error">{t(`planning.failure.${run.failure}`)}</Notice>}
        <Findings findings={run.findings} />
        <RunActions run={run} />
      </div>
      {open && <RunProgress run={run} />}
      {hasPlan && <Plan run={run} />}
      <Facts
        items={[
          { term: t('planning.by'), value: run.requestedByName },
          { term: t('planning.at'), value: longInstant(run.requestedAt) },
          { term: t('planning.seed'), value: run.seed },
          { term: t('planning.iterations'), value: run.iterations.toLocaleString() },
        ]}
      />
    </>
  );
}

/** The days whose published visits stay as they are, whatever is planned. */
function Frozen() {
  const { t } = useTranslation();
  const policy = useLoad(FrozenDocument, {}).data?.planningPolicy;
  if (!policy || policy.frozenWorkingDays === 0) return null;
  return (
    <p className="text-solid-gray-700">
      {t('planning.frozenUntil', {
        date: shortDate(policy.firstFreeOn),
        count: policy.frozenWorkingDays,
      })}
    </p>
  );
}

/** A publication that came to nothing when it was due; the plan is as it was. */
function Refused({ run: { publicationOrder: order, status } }: { readonly run: RunRow }) {
  const { t } = useTranslation();
  if (order?.status !== 'REFUSED' || status !== 'PROPOSED') return null;
  return (
    <Notice tone="error" title={t('publishing.refused', { time: tokyo(order.dueAt).time })}>
      {order.refusal?.[currentLanguage()]}
    </Notice>
  );
}

function Plan({ run }: { readonly run: RunRow }) {
  const { t } = useTranslation();
  return (
    <>
      {run.proposedVisits.length === 0 ? (
        <Empty>{t('planning.nothing')}</Empty>
      ) : (
        <>
          <Section title={t('planning.grid')} id="grid">
            <PlanGrid visits={run.proposedVisits} />
          </Section>
          <Section title={t('planning.list')} id="proposals">
            <Proposals run={run} />
          </Section>
        </>
      )}
      <Section title={t('planning.unplacedTitle')} id="unplaced">
        <Unplaced runId={run.id} unplaced={run.unplacedVisits} />
      </Section>
      <Section title={t('planning.figures.title')} id="figures">
        <Figures runId={run.id} />
      </Section>
      {run.score && <Score score={run.score} />}
      <Section title={t('planning.whyNot.title')} id="why-not">
        <Suspense fallback={<Loading />}>
          <WhyNot run={run} />
        </Suspense>
      </Section>
    </>
  );
}

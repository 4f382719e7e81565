import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { addDays, shortDate, shortInstant } from '../../i18n/dates';
import { useDailyWork, useSession } from '../../session';
import { AsWritten } from '../../ui/AsWritten';
import { Actions, Button, LinkButton } from '../../ui/Button';
import { Empty, Loaded } from '../../ui/Loaded';
import { Page, Section } from '../../ui/Page';
import { Pager, usePage } from '../../ui/Pager';
import { Table } from '../../ui/Table';
import { NewRunForm } from './NewRunForm';
import {
  ClosuresDocument,
  PublicationListDocument,
  RunListDocument,
  type RunLineRow,
} from './plans.documents';
import { RunStatusText } from './RunStatus';
import { PublicationBar } from '../../publication/PublicationBar';
import { RestoreDialog } from './RestoreDialog';
import { useVersionWords } from './version-words';

/** Long enough to reach past the longest closure, at New Year and in May. */
const LOOK_AHEAD_DAYS = 14;

/** Ask for a plan, and every plan made so far. */
export function PlansPage({ tabs }: { readonly tabs?: ReactNode }) {
  const { t } = useTranslation();
  const { today } = useSession();
  const worksDaily = useDailyWork();
  const [search] = useSearchParams();
  const [from, to] = [addDays(today, 1), addDays(today, LOOK_AHEAD_DAYS)];
  const closures = useLoad(ClosuresDocument, { from, to });
  const runs = useLoad(RunListDocument, usePage(), { about: ['PlanningRun'] });
  return (
    <Page title={t('planning.title')} lead={<p>{t('planning.lead')}</p>}>
      {tabs}
      <PublicationBar />
      <Actions label={t('planning.more')}>
        {worksDaily && <LinkButton to="/plans/repair">{t('planning.repair.title')}</LinkButton>}
        <LinkButton to="/plans/policy">{t('planning.policy.title')}</LinkButton>
        <LinkButton to="/plans/towns">{t('towns.title')}</LinkButton>
      </Actions>
      {worksDaily && (
        <Section title={t('planning.new')} id="new-plan">
          <Loaded of={closures}>
            {({ officeClosures }) => (
              <NewRunForm
                key={search.toString()}
                firstDay={
                  search.get('from') ?? firstOpenDay(from, new Set(officeClosures.map(({ date }) => date)))
                }
                lastDay={search.get('to')}
              />
            )}
          </Loaded>
        </Section>
      )}
      <Section title={t('planning.runs')} id="runs">
        <Loaded of={runs}>
          {({ planningRuns: { edges, pageInfo, totalCount } }) =>
            edges.length === 0 ? (
              <Empty>{t('planning.empty')}</Empty>
            ) : (
              <>
                <RunTable rows={edges.map(({ node }) => node)} />
                <Pager total={totalCount} pageInfo={pageInfo} />
              </>
            )
          }
        </Loaded>
      </Section>
      <Publications />
    </Page>
  );
}

function firstOpenDay(from: string, closed: ReadonlySet<string>): string {
  let day = from;
  while (closed.has(day)) day = addDays(day, 1);
  return day;
}

function RunTable({ rows }: { readonly rows: readonly RunLineRow[] }) {
  const { t } = useTranslation();
  const changesOf = useVersionWords();
  return (
    <Table
      caption={t('planning.runsCaption')}
      rows={rows}
      keyOf={(run) => run.id}
      cards
      columns={[
        {
          key: 'number',
          title: t('planning.title'),
          heads: true,
          cell: (run) => (
            <Link to={`/plans/${run.id}`} className="link">
              {t('planning.run', { number: run.number })}
              {run.name && (
                <>
                  「<AsWritten>{run.name}</AsWritten>」
                </>
              )}
            </Link>
          ),
        },
        {
          key: 'period',
          title: t('planning.period'),
          nowrap: true,
          cell: (run) => t('planning.periodValue', { from: shortDate(run.fromOn), to: shortDate(run.toOn) }),
        },
        { key: 'status', title: t('planning.state'), cell: (run) => <RunStatusText status={run.status} /> },
        {
          key: 'result',
          title: t('planning.result'),
          nowrap: true,
          cell: ({ progress, publication }) => {
            if (publication) return changesOf(publication);
            return progress
              ? t('planning.resultValue', { placed: progress.placed, unplaced: progress.unplaced })
              : t('ui.none');
          },
        },
        {
          key: 'by',
          title: t('planning.by'),
          nowrap: true,
          cell: (run) => <AsWritten>{run.requestedByName}</AsWritten>,
        },
        { key: 'at', title: t('planning.at'), nowrap: true, cell: (run) => shortInstant(run.requestedAt) },
      ]}
    />
  );
}

function Publications() {
  const { t } = useTranslation();
  const worksDaily = useDailyWork();
  const [back, setBack] = useState<{ readonly id: string; readonly version: number } | null>(null);
  const changesOf = useVersionWords();
  const load = useLoad(PublicationListDocument, { first: 20 }, { about: ['PlanPublication'] });
  return (
    <Loaded of={load}>
      {({ planPublications: { edges } }) => {
        const latest = edges[0]?.node.version ?? 0;
        return (
          edges.length > 0 && (
            <Section title={t('planning.versions')} id="versions">
              <Table
                caption={t('planning.versionsCaption')}
                rows={edges.map(({ node }) => node)}
                keyOf={(one) => one.id}
                cards
                columns={[
                  {
                    key: 'version',
                    title: t('planning.versions'),
                    heads: true,
                    cell: ({ id, runId, version, cause, restores }) => (
                      <>
                        <Link to={`/plans/versions/${id}`} className="link">
                          {t('planning.version', { version })}
                        </Link>{' '}
                        {restores === null
                          ? runId === null && t(`planning.cause.${cause}`)
                          : t('publishing.restores', { version: restores })}
                      </>
                    ),
                  },
                  { key: 'changes', title: t('planning.changes'), cell: changesOf },
                  {
                    key: 'by',
                    title: t('planning.publishedBy'),
                    nowrap: true,
                    cell: (one) => <AsWritten>{one.publishedByName}</AsWritten>,
                  },
                  {
                    key: 'at',
                    title: t('planning.publishedAt'),
                    nowrap: true,
                    cell: (one) => shortInstant(one.publishedAt),
                  },
                  ...(worksDaily
                    ? [
                        {
                          key: 'restore',
                          title: t('publishing.restore'),
                          control: true,
                          cell: ({ id, version }: { readonly id: string; readonly version: number }) =>
                            version < latest && (
                              <Button size="small" onClick={() => setBack({ id, version })}>
                                {t('publishing.restoreTitle', { version })}
                              </Button>
                            ),
                        },
                      ]
                    : []),
                ]}
              />
              {back && <RestoreDialog {...back} onClose={() => setBack(null)} />}
            </Section>
          )
        );
      }}
    </Loaded>
  );
}

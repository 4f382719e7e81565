import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { shortDate } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { useViewer } from '../../session';
import { AsWritten } from '../../ui/AsWritten';
import { Empty, Loaded } from '../../ui/Loaded';
import { Page, Section } from '../../ui/Page';
import { Pager, usePage } from '../../ui/Pager';
import { Table } from '../../ui/Table';
import { Tabs } from '../../ui/Tabs';
import { CaseStatusText } from './CaseStatusText';
import { CaseReportListDocument, FollowUpsDocument } from './case-reports.documents';
import { PolicySection } from './PolicySection';
import { StepListDocument } from './reports.documents';
import { StepTable } from './StepTable';
import { TaskList } from './Tasks';

const VIEWS = ['tasks', 'steps', 'cases', 'followUps', 'settings'] as const;
type View = (typeof VIEWS)[number];

interface Props {
  /** Where it belongs, for whoever comes from there. */
  readonly back?: { readonly to: string; readonly label: string };
}

/** Reports: what is owed, next steps, reports of cases, follow-ups; for the hub also the days. */
export function ReportsPage({ back }: Props) {
  const { t } = useTranslation();
  const { role } = useViewer();
  const [search] = useSearchParams();
  const views: readonly View[] =
    role === 'HUB_STAFF' ? VIEWS : role === 'MUNICIPALITY_STAFF' ? VIEWS.slice(0, 4) : VIEWS.slice(0, 2);
  const view = views.find((one) => one === search.get('view')) ?? 'tasks';
  return (
    <Page
      title={t('reports.listTitle')}
      {...(back && { back })}
      lead={<p>{t(`reports.views.lead.${view}`)}</p>}
    >
      <Tabs
        label={t('reports.listTitle')}
        tabs={views.map((one) => ({
          to: one === 'tasks' ? '/reports' : `/reports?view=${one}`,
          label: t(`reports.views.${one}`),
          current: one === view,
        }))}
      />
      {view === 'tasks' && <TaskList />}
      {view === 'steps' && <Steps />}
      {view === 'cases' && <Cases />}
      {view === 'followUps' && <FollowUps />}
      {view === 'settings' && <PolicySection />}
    </Page>
  );
}

function Steps() {
  const { t } = useTranslation();
  const page = usePage();
  const load = useLoad(
    StepListDocument,
    { ...page, filter: { statuses: ['OPEN'] } },
    { about: ['ReportStep'] },
  );
  return (
    <Loaded of={load}>
      {({ reportSteps: { edges, totalCount, pageInfo } }) =>
        edges.length === 0 ? (
          <Empty>{t('reports.step.empty')}</Empty>
        ) : (
          <>
            <StepTable
              steps={edges.map(({ node }) => node)}
              caseOf={({ supportRequest, municipality }) => (
                <>
                  {supportRequest && (
                    <Link to={`/requests/${supportRequest.id}`} className="link">
                      <AsWritten>{supportRequest.title}</AsWritten>
                    </Link>
                  )}
                  {municipality && <span className="block">{nameOf(municipality)}</span>}
                </>
              )}
            />
            <Pager total={totalCount} pageInfo={pageInfo} />
          </>
        )
      }
    </Loaded>
  );
}

function Cases() {
  const { t } = useTranslation();
  const page = usePage();
  const load = useLoad(CaseReportListDocument, { ...page, filter: {} }, { about: ['CaseReport'] });
  return (
    <Loaded of={load}>
      {({ caseReports: { edges, totalCount, pageInfo } }) =>
        edges.length === 0 ? (
          <Empty>{t('reports.case.empty')}</Empty>
        ) : (
          <>
            <Table
              caption={t('reports.case.caption')}
              cards
              rows={edges.map(({ node }) => node)}
              keyOf={({ id }) => id}
              columns={[
                {
                  key: 'case',
                  title: t('reports.case.title'),
                  heads: true,
                  cell: ({ id, supportRequest }) => (
                    <Link to={`/case-reports/${id}`} className="link">
                      {supportRequest?.number} <AsWritten>{supportRequest?.title ?? ''}</AsWritten>
                    </Link>
                  ),
                },
                {
                  key: 'town',
                  title: t('reports.tasks.town'),
                  cell: ({ municipality }) => (municipality ? nameOf(municipality) : ''),
                },
                {
                  key: 'status',
                  title: t('reports.field.status'),
                  cell: ({ status }) => <CaseStatusText status={status} />,
                },
              ]}
            />
            <Pager total={totalCount} pageInfo={pageInfo} />
          </>
        )
      }
    </Loaded>
  );
}

function FollowUps() {
  const { t } = useTranslation();
  const page = usePage();
  const load = useLoad(FollowUpsDocument, { ...page, filter: {} }, { about: ['FollowUp'] });
  return (
    <Section title={t('reports.followUp.title')} id="follow-ups">
      <Loaded of={load}>
        {({ followUps: { edges, totalCount, pageInfo } }) =>
          edges.length === 0 ? (
            <Empty>{t('reports.followUp.empty')}</Empty>
          ) : (
            <>
              <Table
                caption={t('reports.followUp.title')}
                cards
                rows={edges.map(({ node }) => node)}
                keyOf={({ id }) => id}
                columns={[
                  {
                    key: 'case',
                    title: t('reports.tasks.case'),
                    heads: true,
                    cell: ({ supportRequest }) => (
                      <Link to={`/requests/${supportRequest?.id ?? ''}`} className="link">
                        <AsWritten>{supportRequest?.title ?? ''}</AsWritten>
                      </Link>
                    ),
                  },
                  {
                    key: 'town',
                    title: t('reports.tasks.town'),
                    cell: ({ municipality }) => (municipality ? nameOf(municipality) : ''),
                  },
                  {
                    key: 'due',
                    title: t('reports.tasks.due'),
                    nowrap: true,
                    cell: ({ dueOn }) => shortDate(dueOn),
                  },
                  {
                    key: 'answer',
                    title: t('reports.followUp.answer'),
                    cell: ({ stillUsed, effect }) =>
                      stillUsed ? (
                        <>
                          {t(`reports.followUp.used.${stillUsed}`)}
                          <AsWritten block>{effect ?? ''}</AsWritten>
                        </>
                      ) : (
                        t('reports.followUp.open')
                      ),
                  },
                ]}
              />
              <Pager total={totalCount} pageInfo={pageInfo} />
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

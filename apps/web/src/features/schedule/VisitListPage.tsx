import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { useSession } from '../../session';
import { ExportMenu } from '../../ui/ExportMenu';
import { Empty, Loaded } from '../../ui/Loaded';
import { Page } from '../../ui/Page';
import { Pager, usePage } from '../../ui/Pager';
import { useSorting } from '../../ui/sorting';
import { VisitFilterForm } from './VisitFilterForm';
import { type VisitFilter, VisitListDocument, type VisitSort, type VisitStatus } from './visits.documents';
import { VisitPlanPaper } from './VisitPlanPaper';
import { VisitTable } from './VisitTable';

const STATUSES = [
  'PUBLISHED',
  'CONFIRMED',
  'DONE',
  'REPORTED',
  'RECEIVED',
  'SETTLED',
  'CANCELLED',
] as const satisfies VisitStatus[];

const SORTS = ['TIME', 'TOWN', 'MODE', 'STATUS'] as const satisfies VisitSort[];

/** Those that took place. */
const MADE: VisitStatus[] = ['DONE', 'REPORTED', 'RECEIVED', 'SETTLED'];
const MODES = ['ON_SITE', 'ONLINE'] as const;

/** The address says which visits: it can be kept and passed on. */
export function useVisitFilter(): VisitFilter {
  const [search] = useSearchParams();
  const { today } = useSession();
  const status = STATUSES.find((one) => one === search.get('status'));
  // From the hub's home: what is late, and what fell away at short notice.
  if (search.get('view') === 'late') return { unansweredOn: today, from: today };
  if (search.get('view') === 'gaps') return { gapFrom: today };
  return {
    from: search.has('from') ? search.get('from') || null : today,
    to: search.get('to') || null,
    specialistId: search.get('specialist') || null,
    municipalityId: search.get('town') || null,
    mode: MODES.find((one) => one === search.get('mode')) ?? null,
    statuses: search.get('view') === 'made' ? MADE : status ? [status] : null,
  };
}

/** For the hub: every visit of the prefecture. */
export function VisitListPage({ tabs }: { readonly tabs?: ReactNode }) {
  const { t } = useTranslation();
  const chosen = useVisitFilter();
  const sorting = useSorting<VisitSort>(SORTS, { sortBy: 'TIME', descending: false });
  const filter = { ...chosen, ...sorting };
  const list = useLoad(VisitListDocument, { ...usePage(), filter }, { about: ['Visit'], steady: true });
  return (
    <Page title={t('schedule.visitsTitle')}>
      <div className="flex flex-col gap-6">
        {tabs}
        <VisitPlanPaper />
        <ViewName />
        <VisitFilterForm key={JSON.stringify(chosen)} filter={chosen} />
        <Loaded of={list}>
          {({ visits: { edges, pageInfo, totalCount } }) =>
            edges.length === 0 ? (
              <Empty>{t('schedule.empty')}</Empty>
            ) : (
              <>
                <VisitTable
                  rows={edges.map(({ node }) => node)}
                  parts={['town', 'specialist', 'request']}
                  sorting={sorting}
                />
                <Pager total={totalCount} pageInfo={pageInfo} />
                <ExportMenu list="VISITS" filter={filter} />
              </>
            )
          }
        </Loaded>
      </div>
    </Page>
  );
}

/** Which rows are shown, where the hub's home led here. */
function ViewName() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const view = search.get('view');
  if (view !== 'late' && view !== 'gaps' && view !== 'made') return null;
  return <p className="text-std-18B-160">{t(`answers.list.${view}`)}</p>;
}

/** For a town: what is coming. */
export function TownSchedulePage({ below }: { readonly below?: ReactNode }) {
  const { t } = useTranslation();
  const { today } = useSession();
  const list = useLoad(VisitListDocument, { ...usePage(), filter: { from: today } }, { about: ['Visit'] });
  return (
    <Page title={t('schedule.title')} lead={below}>
      <VisitPlanPaper />
      <Loaded of={list}>
        {({ visits: { edges, pageInfo, totalCount } }) =>
          edges.length === 0 ? (
            <Empty>{t('schedule.emptyTown')}</Empty>
          ) : (
            <div className="flex flex-col gap-6">
              <VisitTable rows={edges.map(({ node }) => node)} parts={['specialist', 'request', 'file']} />
              <Pager total={totalCount} pageInfo={pageInfo} />
              <ExportMenu list="VISITS" filter={{ from: today }} />
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}

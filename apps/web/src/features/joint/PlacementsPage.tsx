import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { shortDate } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { SAME_SCREEN } from '../../navigation/use-change-search';
import { useDailyWork, useSession, useViewer } from '../../session';
import { AsWritten } from '../../ui/AsWritten';
import { Button, LinkButton } from '../../ui/Button';
import { ExportMenu } from '../../ui/ExportMenu';
import { Empty, Loaded } from '../../ui/Loaded';
import { Notice } from '../../ui/Notice';
import { Page, Section } from '../../ui/Page';
import { Table } from '../../ui/Table';
import { type PlacementRow, PlacementsDocument } from './placements.documents';
import { PlacementStatus } from './PlacementStatus';
import { useBack } from './use-back';
import { useHalfDayWords } from './week';
import { type By, WeekGrid } from './WeekGrid';

/** Who is where: for the hub everybody, for a town and a specialist their own. */
export function PlacementsPage() {
  const { t } = useTranslation();
  const { role } = useViewer();
  const worksDaily = useDailyWork();
  const load = useLoad(
    PlacementsDocument,
    { statuses: ['PLANNED', 'ACTIVE'] },
    { about: ['Placement', 'TrainingCompletion'] },
  );
  const isHub = role === 'HUB_STAFF';
  const plan = isHub && worksDaily && (
    <LinkButton to="/engagements/placements/new" look="primary">
      {t('joint.placements.plan')}
    </LinkButton>
  );
  return (
    <Page
      title={t('joint.placements.title')}
      back={useBack()}
      lead={<p>{role !== 'OPERATOR' && t(`joint.placements.lead.${role}`)}</p>}
    >
      {plan && <div>{plan}</div>}
      <Loaded of={load}>
        {({ placements: { edges, totalCount } }) => {
          const rows = edges.map(({ node }) => node);
          return rows.length === 0 ? (
            <Empty>{t('joint.placements.empty')}</Empty>
          ) : (
            <>
              {totalCount > rows.length && (
                <Notice>{t('joint.firstOnly', { shown: rows.length, total: totalCount })}</Notice>
              )}
              <Waiting rows={rows} />
              <Week rows={rows} first={isHub ? 'person' : 'town'} />
              <Section title={t('joint.placements.list')} id="placements-list">
                <PlacementTable rows={rows} />
                <ExportMenu list="PLACEMENTS" filter={{ statuses: ['PLANNED', 'ACTIVE'] }} />
              </Section>
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

/** Their day has come, and something is missing. */
function Waiting({ rows }: { readonly rows: readonly PlacementRow[] }) {
  const { t } = useTranslation();
  const { today } = useSession();
  const late = rows.filter(
    ({ status, startsOn, obstacles }) => status === 'PLANNED' && startsOn <= today && obstacles.length > 0,
  );
  if (late.length === 0) return null;
  return (
    <Notice tone="warning" title={t('joint.placements.waiting', { count: late.length })}>
      <ul className="mt-2 flex list-disc flex-col gap-1 pl-6">
        {late.map((row) => (
          <li key={row.id}>
            <Link to={`/engagements/placements/${row.id}`} className="link">
              {row.specialist && nameOf(row.specialist)} {nameOf(row.municipality)}
            </Link>{' '}
            {row.obstacles.join(' ')}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

export function Missing({ row }: { readonly row: PlacementRow }) {
  const { t } = useTranslation();
  if (row.missingTraining.length === 0) return null;
  const names = row.missingTraining.map((one) => `${one.code} ${nameOf(one)}`).join(t('ui.listMark'));
  return <>{t('joint.placements.missing', { names })}</>;
}

function Week({ rows, first }: { readonly rows: readonly PlacementRow[]; readonly first: By }) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const by = (['person', 'town'] as const).find((one) => one === search.get('by')) ?? first;
  const setBy = (one: By) => setSearch({ by: one }, SAME_SCREEN);
  return (
    <Section
      title={t('joint.placements.week')}
      id="placements-week"
      aside={
        <div role="group" aria-label={t('joint.placements.order')} className="no-print flex gap-2">
          {(['person', 'town'] as const).map((one) => (
            <Button
              key={one}
              size="small"
              look={by === one ? 'primary' : 'secondary'}
              aria-pressed={by === one}
              onClick={() => setBy(one)}
            >
              {t(`joint.placements.byButton.${one}`)}
            </Button>
          ))}
        </div>
      }
    >
      <p aria-live="polite" className="sr-only">
        {t(`joint.placements.by.${by}`)}
      </p>
      <WeekGrid rows={rows} by={by} />
    </Section>
  );
}

function PlacementTable({ rows }: { readonly rows: readonly PlacementRow[] }) {
  const { t } = useTranslation();
  const halfDays = useHalfDayWords();
  return (
    <Table
      caption={t('joint.placements.list')}
      rows={rows}
      keyOf={({ id }) => id}
      cards
      columns={[
        {
          key: 'person',
          title: t('joint.person'),
          heads: true,
          cell: (row) => (
            <Link to={`/engagements/placements/${row.id}`} className="link">
              {row.specialist ? nameOf(row.specialist) : t('joint.unknownPerson')}
            </Link>
          ),
        },
        { key: 'town', title: t('joint.town'), nowrap: true, cell: (row) => nameOf(row.municipality) },
        { key: 'post', title: t('joint.placements.post'), cell: (row) => <AsWritten>{row.post}</AsWritten> },
        { key: 'weekly', title: t('joint.placements.weekly'), cell: (row) => halfDays.all(row.weekly) },
        {
          key: 'share',
          title: t('joint.placements.share'),
          numeric: true,
          cell: (row) =>
            row.sharePercent === null ? t('ui.none') : t('joint.percent', { percent: row.sharePercent }),
        },
        {
          key: 'term',
          title: t('joint.term'),
          nowrap: true,
          cell: (row) =>
            t('joint.fromTo', {
              from: shortDate(row.startsOn),
              to: `${row.endsOn.slice(0, 4)} ${shortDate(row.endsOn)}`,
            }),
        },
        {
          key: 'status',
          title: t('joint.state'),
          cell: (row) => (
            <>
              <PlacementStatus status={row.status} />
              <span className="block text-dns-14N-130">
                <Missing row={row} />
              </span>
            </>
          ),
        },
      ]}
    />
  );
}

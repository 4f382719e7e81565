import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { shortDate } from '../../i18n/dates';
import { useSession, usePrefectureId } from '../../session';
import { AsWritten } from '../../ui/AsWritten';
import { Button } from '../../ui/Button';
import { Name } from '../../ui/Name';
import { TextField } from '../../ui/fields';
import { ExportMenu } from '../../ui/ExportMenu';
import { Form } from '../../ui/Form';
import { Empty, Loaded } from '../../ui/Loaded';
import { Page } from '../../ui/Page';
import { Pager, usePage } from '../../ui/Pager';
import { type Sorting, useSorting } from '../../ui/sorting';
import { Table } from '../../ui/Table';
import { type TownRow, TownListDocument } from './towns.documents';

const SORTS = ['CODE', 'NAME'] as const;
type Sort = (typeof SORTS)[number];

/** For the hub: what the planner knows of every town. */
export function TownListPage({ back }: { readonly back: { readonly to: string; readonly label: string } }) {
  const { t } = useTranslation();
  const prefectureId = usePrefectureId();
  const [search] = useSearchParams();
  const words = search.get('q') ?? '';
  const sorting = useSorting<Sort>(SORTS, { sortBy: 'CODE', descending: false });
  const list = useLoad(
    TownListDocument,
    { ...usePage(), prefectureId, search: words || null, ...sorting },
    { about: ['TownProfile'], steady: true },
  );
  return (
    <Page title={t('towns.title')} back={back} lead={<p>{t('towns.lead')}</p>}>
      <div className="flex flex-col gap-6">
        <Search key={words} words={words} />
        <Loaded of={list}>
          {({ municipalities: { edges, pageInfo, totalCount } }) =>
            edges.length === 0 ? (
              <Empty>{t('towns.empty')}</Empty>
            ) : (
              <>
                <TownTable rows={edges.map(({ node }) => node)} sorting={sorting} />
                <Pager total={totalCount} pageInfo={pageInfo} />
                <ExportMenu list="TOWNS" filter={{ search: words || null, ...sorting }} />
              </>
            )
          }
        </Loaded>
      </div>
    </Page>
  );
}

function Search({ words }: { readonly words: string }) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const [typed, setTyped] = useState(words);
  return (
    <search className="no-print">
      <Form
        labels={{ q: t('towns.search') }}
        refusal={null}
        onSubmit={() =>
          setSearch({
            ...(typed.trim() && { q: typed.trim() }),
            ...(search.has('sort') && { sort: search.get('sort') ?? '' }),
          })
        }
      >
        <div className="flex flex-wrap items-end gap-4">
          <div className="w-full max-w-md">
            <TextField name="q" needless value={typed} onChange={setTyped} />
          </div>
          <Button type="submit">{t('towns.show')}</Button>
        </div>
      </Form>
    </search>
  );
}

function TownTable({
  rows,
  sorting,
}: {
  readonly rows: readonly TownRow[];
  readonly sorting: Sorting<Sort>;
}) {
  const { t } = useTranslation();
  const { today } = useSession();
  const nextBusy = ({ townProfile }: TownRow): ReactNode => {
    const next = townProfile?.busy
      .filter(({ to }) => to >= today)
      .sort((a, b) => a.from.localeCompare(b.from))[0];
    if (!next) return t('ui.none');
    return (
      <>
        {t('planning.periodValue', { from: shortDate(next.from), to: shortDate(next.to) })}{' '}
        <AsWritten>{next.label}</AsWritten>
      </>
    );
  };
  return (
    <Table
      caption={t('towns.caption')}
      rows={rows}
      keyOf={({ id }) => id}
      cards
      sorting={sorting}
      columns={[
        {
          key: 'code',
          title: t('towns.code'),
          sort: 'CODE',
          nowrap: true,
          cell: ({ id }) => id,
        },
        {
          key: 'town',
          title: t('planning.town'),
          sort: 'NAME',
          heads: true,
          nowrap: true,
          cell: (town) => (
            <Link to={`/plans/towns/${town.id}`} className="link">
              <Name of={town} />
            </Link>
          ),
        },
        {
          key: 'staff',
          title: t('towns.itStaff'),
          nowrap: true,
          cell: ({ townProfile }) => {
            const people = townProfile?.itStaff ?? null;
            if (people === null) return t('towns.unknown');
            return (
              <>
                {t('towns.people', { count: people })}
                {townProfile?.isOnePerson && <span className="ml-2">{t('towns.protectedMark')}</span>}
              </>
            );
          },
        },
        { key: 'busy', title: t('towns.nextBusy'), cell: nextBusy },
        {
          key: 'by',
          title: t('towns.setBy'),
          nowrap: true,
          cell: ({ townProfile }) =>
            townProfile ? <AsWritten>{townProfile.setByName}</AsWritten> : t('ui.none'),
        },
      ]}
    />
  );
}

import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { ResultOf } from '../../gql/graphql';
import { useLoad } from '../../gql/use-load';
import { nameOf } from '../../i18n/words';
import { AsWritten } from '../../ui/AsWritten';
import { Button } from '../../ui/Button';
import { SelectField, TextField } from '../../ui/fields';
import { ExportMenu } from '../../ui/ExportMenu';
import { Form } from '../../ui/Form';
import { Empty, Loaded } from '../../ui/Loaded';
import { Page } from '../../ui/Page';
import { Pager, usePage } from '../../ui/Pager';
import { type Sorting, useSorting } from '../../ui/sorting';
import { Table } from '../../ui/Table';
import { SpecialistListDocument } from './specialists.documents';

const SORTS = ['NAME', 'PROFILE', 'BASE', 'MONTHLY_DAYS'] as const;
type Sort = (typeof SORTS)[number];

/** The pool, in the order of the reading unless it is sorted otherwise. */
export function SpecialistListPage({ tabs }: { readonly tabs?: ReactNode }) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const words = search.get('q') ?? '';
  const profileId = search.get('profile') ?? '';
  const sorting = useSorting<Sort>(SORTS, { sortBy: 'NAME', descending: false });
  const filter = { search: words || null, profileId: profileId || null, ...sorting };
  const list = useLoad(
    SpecialistListDocument,
    { ...usePage(), filter },
    { about: ['Specialist'], steady: true },
  );
  return (
    <Page title={t('specialists.listTitle')}>
      <div className="flex flex-col gap-6">
        {tabs}
        <Loaded of={list}>
          {({ talentProfiles, specialists: { edges, pageInfo, totalCount } }) => (
            <>
              <Search
                key={`${words}/${profileId}`}
                words={words}
                profileId={profileId}
                profiles={talentProfiles}
              />
              {edges.length === 0 ? (
                <Empty>{t('specialists.empty')}</Empty>
              ) : (
                <>
                  <SpecialistTable rows={edges.map(({ node }) => node)} sorting={sorting} />
                  <Pager total={totalCount} pageInfo={pageInfo} />
                  <ExportMenu list="SPECIALISTS" filter={filter} />
                </>
              )}
            </>
          )}
        </Loaded>
      </div>
    </Page>
  );
}

type Row = ResultOf<typeof SpecialistListDocument>['specialists']['edges'][number]['node'];

function SpecialistTable({
  rows,
  sorting,
}: {
  readonly rows: readonly Row[];
  readonly sorting: Sorting<Sort>;
}) {
  const { t } = useTranslation();
  return (
    <Table
      caption={t('specialists.caption')}
      rows={rows}
      keyOf={(one) => one.id}
      cards
      sorting={sorting}
      columns={[
        {
          key: 'name',
          title: t('specialists.name'),
          sort: 'NAME',
          heads: true,
          cell: (one) => (
            <>
              <Link to={`/specialists/${one.id}`} className="link">
                {nameOf(one)}
              </Link>
              <AsWritten className="block text-dns-14N-130 text-solid-gray-700">{one.kana}</AsWritten>
            </>
          ),
        },
        {
          key: 'profile',
          title: t('specialists.profile'),
          sort: 'PROFILE',
          cell: (one) => (one.profile ? nameOf(one.profile) : t('ui.none')),
        },
        {
          key: 'base',
          title: t('specialists.base'),
          sort: 'BASE',
          nowrap: true,
          cell: (one) => (one.base ? nameOf(one.base) : t('ui.none')),
        },
        {
          key: 'modes',
          title: t('specialists.modes'),
          nowrap: true,
          cell: (one) => one.modes.map((mode) => t(`specialists.modeNames.${mode}`)).join(t('ui.listMark')),
        },
        {
          key: 'monthly',
          title: t('specialists.monthly'),
          sort: 'MONTHLY_DAYS',
          numeric: true,
          cell: (one) =>
            one.monthlyDays === null
              ? t('specialists.noMonthly')
              : t('specialists.monthlyValue', { days: one.monthlyDays }),
        },
        {
          key: 'active',
          title: t('specialists.active'),
          nowrap: true,
          cell: (one) => t(one.active ? 'specialists.activeYes' : 'specialists.inactive'),
        },
      ]}
    />
  );
}

interface SearchProps {
  readonly words: string;
  readonly profileId: string;
  readonly profiles: readonly { readonly id: string; readonly name: string; readonly nameEn: string }[];
}

function Search({ words, profileId, profiles }: SearchProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const [q, setQ] = useState(words);
  const [profile, setProfile] = useState(profileId);
  return (
    <search className="no-print">
      <Form
        labels={{ q: t('specialists.search'), profile: t('specialists.profile') }}
        refusal={null}
        onSubmit={() =>
          setSearch({
            ...(q.trim() && { q: q.trim() }),
            ...(profile && { profile }),
            ...(search.has('sort') && { sort: search.get('sort') ?? '' }),
          })
        }
      >
        <div className="grid items-end gap-4 sm:grid-cols-[1fr_1fr_auto]">
          <TextField name="q" type="search" needless value={q} onChange={setQ} />
          <SelectField
            name="profile"
            needless
            empty={t('specialists.anyProfile')}
            value={profile}
            onChange={setProfile}
            options={profiles.map((one) => ({ value: one.id, label: nameOf(one) }))}
          />
          <Button type="submit">{t('specialists.find')}</Button>
        </div>
      </Form>
    </search>
  );
}

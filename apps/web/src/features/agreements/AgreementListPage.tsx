import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { calendarDate } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { useChangeSearch } from '../../navigation/use-change-search';
import { useViewer } from '../../session';
import { AsWritten } from '../../ui/AsWritten';
import { Actions, Button, LinkButton } from '../../ui/Button';
import { SelectField, TextField } from '../../ui/fields';
import { ExportMenu } from '../../ui/ExportMenu';
import { Form } from '../../ui/Form';
import { Empty, Loaded } from '../../ui/Loaded';
import { Page } from '../../ui/Page';
import { Pager, usePage } from '../../ui/Pager';
import { Table } from '../../ui/Table';
import { Tabs } from '../../ui/Tabs';
import { AgreementStatusText } from './AgreementStatusText';
import {
  AgreementListDocument,
  AgreementsDueDocument,
  type AgreementKind,
  type AgreementLineRow,
  type AgreementStatus,
} from './agreements.documents';
import { isKind, KINDS } from './agreement-words';

const STATES = {
  running: ['CONCLUDED', 'ACTIVE', 'EXTENSION_CONSULTATION'],
  preparing: ['DRAFT', 'IN_CONSULTATION'],
  ended: ['EXPIRED', 'TERMINATED', 'WITHDRAWN'],
  all: [],
} as const satisfies Record<string, readonly AgreementStatus[]>;

type View = keyof typeof STATES | 'due';
const VIEWS: readonly View[] = ['running', 'due', 'preparing', 'ended', 'all'];

/** Agreements by where they stand. View, words and page are in the address. */
export function AgreementListPage() {
  const { t } = useTranslation();
  const { role, duties } = useViewer();
  const [search] = useSearchParams();
  const view = VIEWS.find((name) => name === search.get('view')) ?? 'running';
  const isHub = role === 'HUB_STAFF';
  const views = role === 'SPECIALIST' ? VIEWS.filter((name) => name !== 'due') : VIEWS;
  return (
    <Page
      title={t('agreements.title')}
      back={{ to: '/engagements', label: t('roles.nav.engagements') }}
      lead={<p>{t(isHub ? 'agreements.lead' : 'agreements.leadOwn')}</p>}
    >
      <div className="flex flex-col gap-6">
        {isHub && (
          <Actions>
            {duties.includes('COORDINATOR') && (
              <LinkButton to="/engagements/agreements/new" look="primary">
                {t('agreements.new')}
              </LinkButton>
            )}
            <LinkButton to="/engagements/parties">{t('parties.title')}</LinkButton>
          </Actions>
        )}
        <Tabs
          label={t('agreements.views.label')}
          tabs={views.map((name) => ({
            to: `?view=${name}`,
            label: t(`agreements.views.${name}`),
            current: name === view,
          }))}
        />
        {view === 'due' ? <Due /> : <Filtered key={view} view={view} />}
      </div>
    </Page>
  );
}

function Due() {
  const { t } = useTranslation();
  const list = useLoad(AgreementsDueDocument, usePage(), { about: ['Agreement'] });
  return (
    <Loaded of={list}>
      {({ agreementsDue: { edges, pageInfo, totalCount } }) =>
        edges.length === 0 ? (
          <Empty>{t('agreements.emptyDue')}</Empty>
        ) : (
          <>
            <AgreementTable rows={edges.map(({ node }) => node)} />
            <Pager total={totalCount} pageInfo={pageInfo} />
          </>
        )
      }
    </Loaded>
  );
}

function Filtered({ view }: { readonly view: keyof typeof STATES }) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const words = search.get('q') ?? '';
  const agreementKind = KINDS.find((one) => one === search.get('kind')) ?? null;
  const filter = { statuses: [...STATES[view]], agreementKind, search: words || null };
  const list = useLoad(AgreementListDocument, { ...usePage(), filter }, { about: ['Agreement'] });
  return (
    <>
      <SearchBox key={`${words} ${agreementKind}`} words={words} kind={agreementKind} />
      <Loaded of={list}>
        {({ agreements: { edges, pageInfo, totalCount } }) =>
          edges.length === 0 ? (
            <Empty>{t(words || agreementKind ? 'agreements.emptyFiltered' : 'agreements.empty')}</Empty>
          ) : (
            <>
              <AgreementTable rows={edges.map(({ node }) => node)} />
              <Pager total={totalCount} pageInfo={pageInfo} />
              <ExportMenu list="AGREEMENTS" filter={filter} />
            </>
          )
        }
      </Loaded>
    </>
  );
}

function SearchBox({ words, kind }: { readonly words: string; readonly kind: AgreementKind | null }) {
  const { t } = useTranslation();
  const changeSearch = useChangeSearch();
  const [typed, setTyped] = useState(words);
  const [chosen, setChosen] = useState<string>(kind ?? '');
  const look = () => changeSearch({ after: null, q: typed.trim(), kind: isKind(chosen) ? chosen : null });
  return (
    <search className="no-print max-w-3xl">
      <Form
        labels={{ q: t('agreements.search'), kind: t('agreements.field.kind') }}
        refusal={null}
        onSubmit={look}
      >
        <div className="flex flex-wrap items-end gap-3">
          <div className="min-w-56 flex-1">
            <TextField name="q" type="search" needless value={typed} onChange={setTyped} />
          </div>
          <div className="min-w-48">
            <SelectField
              name="kind"
              needless
              empty={t('agreements.allKinds')}
              value={chosen}
              onChange={setChosen}
              options={KINDS.map((one) => ({ value: one, label: t(`agreements.kind.${one}`) }))}
            />
          </div>
          <Button type="submit">{t('agreements.show')}</Button>
        </div>
      </Form>
    </search>
  );
}

function AgreementTable({ rows }: { readonly rows: readonly AgreementLineRow[] }) {
  const { t } = useTranslation();
  return (
    <Table
      caption={t('agreements.caption')}
      rows={rows}
      keyOf={({ id }) => id}
      cards
      columns={[
        {
          key: 'title',
          title: t('agreements.field.title'),
          heads: true,
          cell: ({ id, title }) => (
            <Link to={`/engagements/agreements/${id}`} className="link">
              <AsWritten>{title}</AsWritten>
            </Link>
          ),
        },
        { key: 'kind', title: t('agreements.field.kind'), cell: ({ kind }) => t(`agreements.kind.${kind}`) },
        {
          key: 'parties',
          title: t('agreements.field.parties'),
          cell: ({ parties }) =>
            parties.flatMap(({ party }) => (party ? [nameOf(party)] : [])).join(t('ui.listMark')),
        },
        {
          key: 'status',
          title: t('agreements.field.status'),
          cell: ({ status }) => <AgreementStatusText status={status} />,
        },
        {
          key: 'term',
          title: t('agreements.field.term'),
          cell: ({ startsOn, endsOn }) =>
            t('agreements.termValue', { from: calendarDate(startsOn), to: calendarDate(endsOn) }),
        },
        {
          key: 'notice',
          title: t('agreements.field.noticeOn'),
          nowrap: true,
          cell: ({ status, noticeOn, isDue }) => {
            if (status !== 'ACTIVE' && status !== 'CONCLUDED') return t('ui.none');
            return (
              <span className={isDue ? 'font-700' : undefined}>
                {calendarDate(noticeOn)}
                {isDue && <span className="block">{t('agreements.dueMark')}</span>}
              </span>
            );
          },
        },
        { key: 'number', title: t('agreements.field.number'), nowrap: true, cell: ({ number }) => number },
      ]}
    />
  );
}

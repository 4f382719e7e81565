import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { nameOf } from '../../i18n/words';
import { useViewer } from '../../session';
import { AsWritten } from '../../ui/AsWritten';
import { Actions, Button } from '../../ui/Button';
import { TextField } from '../../ui/fields';
import { ExportMenu } from '../../ui/ExportMenu';
import { Form } from '../../ui/Form';
import { Empty, Loaded } from '../../ui/Loaded';
import { Page } from '../../ui/Page';
import { Pager, usePage } from '../../ui/Pager';
import { Table } from '../../ui/Table';
import { PartyListDocument, type PartyRow } from './parties.documents';
import { AddPartyDialog, RevisePartyDialog } from './PartyDialogs';

/** Everybody that the prefecture agrees with. */
export function PartiesPage() {
  const { t } = useTranslation();
  const { duties } = useViewer();
  const [search] = useSearchParams();
  const words = search.get('q') ?? '';
  const keeps = duties.includes('COORDINATOR');
  const [adding, setAdding] = useState(false);
  const [revised, setRevised] = useState<PartyRow | null>(null);
  const list = useLoad(
    PartyListDocument,
    { ...usePage(), filter: { search: words || null } },
    { about: ['Party'] },
  );
  return (
    <Page
      title={t('parties.title')}
      back={{ to: '/engagements/agreements', label: t('agreements.title') }}
      lead={<p>{t('parties.lead')}</p>}
    >
      <div className="flex flex-col gap-6">
        {keeps && (
          <Actions>
            <Button look="primary" onClick={() => setAdding(true)}>
              {t('parties.add')}
            </Button>
          </Actions>
        )}
        <Search key={words} words={words} />
        <Loaded of={list}>
          {({ parties: { edges, pageInfo, totalCount } }) =>
            edges.length === 0 ? (
              <Empty>{t(words ? 'parties.emptyFiltered' : 'parties.empty')}</Empty>
            ) : (
              <>
                <PartyTable rows={edges.map(({ node }) => node)} onRevise={keeps ? setRevised : null} />
                <Pager total={totalCount} pageInfo={pageInfo} />
                <ExportMenu list="PARTIES" filter={{ search: words || null }} />
              </>
            )
          }
        </Loaded>
      </div>
      {adding && <AddPartyDialog onClose={() => setAdding(false)} />}
      {revised && <RevisePartyDialog party={revised} onClose={() => setRevised(null)} />}
    </Page>
  );
}

function Search({ words }: { readonly words: string }) {
  const { t } = useTranslation();
  const [, setSearch] = useSearchParams();
  const [typed, setTyped] = useState(words);
  return (
    <search className="no-print">
      <Form
        labels={{ q: t('parties.search') }}
        refusal={null}
        onSubmit={() => setSearch(typed.trim() === '' ? {} : { q: typed.trim() })}
      >
        <div className="flex flex-wrap items-end gap-4">
          <div className="w-full max-w-md">
            <TextField name="q" type="search" needless value={typed} onChange={setTyped} />
          </div>
          <Button type="submit">{t('agreements.show')}</Button>
        </div>
      </Form>
    </search>
  );
}

interface TableProps {
  readonly rows: readonly PartyRow[];
  readonly onRevise: ((party: PartyRow) => void) | null;
}

function PartyTable({ rows, onRevise }: TableProps) {
  const { t } = useTranslation();
  return (
    <Table
      caption={t('parties.caption')}
      rows={rows}
      keyOf={({ id }) => id}
      cards
      columns={[
        { key: 'name', title: t('parties.name'), heads: true, cell: (party) => nameOf(party) },
        {
          key: 'kind',
          title: t('parties.kindOf'),
          nowrap: true,
          cell: ({ kind }) => t(`parties.kind.${kind}`),
        },
        {
          key: 'code',
          title: t('parties.code'),
          nowrap: true,
          cell: ({ municipalityId }) => municipalityId ?? t('ui.none'),
        },
        {
          key: 'address',
          title: t('parties.address'),
          cell: ({ address }) => (address ? <AsWritten>{address}</AsWritten> : t('ui.none')),
        },
        {
          key: 'history',
          title: t('parties.history'),
          nowrap: true,
          cell: (party) => (
            <Link
              to={`/history/party/${party.id}`}
              className="link"
              aria-label={t('parties.historyOf', { name: nameOf(party) })}
            >
              {t('parties.historyShort')}
            </Link>
          ),
        },
        ...(onRevise
          ? [
              {
                key: 'revise',
                title: t('parties.revise'),
                control: true,
                cell: (party: PartyRow) => (
                  <Button
                    size="small"
                    aria-label={t('parties.reviseOne', { name: nameOf(party) })}
                    onClick={() => onRevise(party)}
                  >
                    {t('parties.revise')}
                  </Button>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

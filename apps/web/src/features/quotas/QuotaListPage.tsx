import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { useViewer } from '../../session';
import { AsWritten } from '../../ui/AsWritten';
import { LinkButton } from '../../ui/Button';
import { ExportMenu } from '../../ui/ExportMenu';
import { Empty, Loaded } from '../../ui/Loaded';
import { Page } from '../../ui/Page';
import { Table } from '../../ui/Table';
import { type QuotaWithUse, QuotaUsesDocument } from './quotas.documents';
import { UseOf, useQuotaTerms, UseWords } from './UseWords';

/** Counts that a line of the list shows; the record has all of them. */
const SHOWN = 3;

/** All quotas that bind somebody, with what is used of them; the hub sets new ones here. */
export function QuotaListPage() {
  const { t } = useTranslation();
  const { role, duties } = useViewer();
  const [search] = useSearchParams();
  const ended = search.get('ended') === 'yes';
  const forHub = role === 'HUB_STAFF';
  const list = useLoad(QuotaUsesDocument, { ended }, { about: ['Quota', 'Visit'] });
  return (
    <Page
      title={t('quotas.title')}
      back={{ to: '/engagements', label: t('roles.nav.engagements') }}
      lead={<p>{t(forHub ? 'quotas.lead' : 'quotas.leadTown')}</p>}
    >
      <div className="flex flex-col gap-6">
        {duties.includes('COORDINATOR') && (
          <div>
            <LinkButton to="/engagements/quotas/new" look="primary">
              {t('quotas.new')}
            </LinkButton>
          </div>
        )}
        <Loaded of={list}>
          {({ quotaUses }) =>
            quotaUses.length === 0 ? (
              <Empty>{t(forHub ? 'quotas.empty' : 'quotas.emptyTown')}</Empty>
            ) : (
              <>
                <QuotaTable rows={quotaUses} />
                <ExportMenu list="QUOTAS" filter={{ ended }} />
              </>
            )
          }
        </Loaded>
        <p className="no-print">
          <Link to={ended ? '/engagements/quotas' : '/engagements/quotas?ended=yes'} className="link">
            {t(ended ? 'quotas.withoutEnded' : 'quotas.withEnded')}
          </Link>
        </p>
      </div>
    </Page>
  );
}

function QuotaTable({ rows }: { readonly rows: readonly QuotaWithUse[] }) {
  const { t } = useTranslation();
  const { whoseOf, periodOf, limitOf } = useQuotaTerms();
  return (
    <Table
      caption={t('quotas.caption')}
      rows={rows}
      keyOf={({ quota }) => quota.id}
      cards
      columns={[
        {
          key: 'name',
          title: t('quotas.one'),
          heads: true,
          cell: ({ quota }) => (
            <>
              <Link to={`/engagements/quotas/${quota.id}`} className="link">
                <AsWritten>{quota.name}</AsWritten>
              </Link>
              {quota.endedAt && <span className="ml-2">{t('quotas.endedOn')}</span>}
            </>
          ),
        },
        { key: 'whose', title: t('quotas.whose'), cell: ({ quota }) => whoseOf(quota) },
        { key: 'period', title: t('quotas.period'), cell: ({ quota }) => periodOf(quota) },
        { key: 'limit', title: t('quotas.limit'), cell: ({ quota }) => limitOf(quota) },
        { key: 'uses', title: t('quotas.uses'), cell: ({ uses }) => <Uses uses={uses} /> },
      ]}
    />
  );
}

function Uses({ uses }: Pick<QuotaWithUse, 'uses'>) {
  const { t } = useTranslation();
  if (uses.length === 0) return t('quotas.noUse');
  return (
    <ul className="flex flex-col gap-3">
      {uses.slice(0, SHOWN).map((use) => (
        <li key={`${use.municipality?.id} ${use.supportRequest?.id} ${use.span}`}>
          <UseOf use={use} />
          <UseWords use={use} />
        </li>
      ))}
      {uses.length > SHOWN && <li>{t('quotas.more', { count: uses.length - SHOWN })}</li>}
    </ul>
  );
}

import { useTranslation } from 'react-i18next';
import { useLoad } from '../../gql/use-load';
import { AsWritten } from '../../ui/AsWritten';
import { Section } from '../../ui/Page';
import { Table } from '../../ui/Table';
import { RequestQuotasDocument } from './quotas.documents';
import { UseOf, UseWords } from './UseWords';

/** What binds a request, before it is reached; nothing where no quota does. */
export function RequestQuotas({ requestId }: { readonly requestId: string }) {
  const { t } = useTranslation();
  const load = useLoad(RequestQuotasDocument, { supportRequestId: requestId }, { about: ['Quota', 'Visit'] });
  const uses = load.data?.requestQuotas ?? [];
  if (uses.length === 0) return null;
  return (
    <Section title={t('quotas.onRequest')} id="quotas">
      <p>{t('quotas.onRequestLead')}</p>
      <Table
        caption={t('quotas.onRequest')}
        rows={uses}
        keyOf={({ quota, span }) => `${quota.id} ${span}`}
        cards
        columns={[
          {
            key: 'name',
            title: t('quotas.one'),
            heads: true,
            cell: ({ quota }) => <AsWritten>{quota.name}</AsWritten>,
          },
          { key: 'of', title: t('quotas.whose'), cell: (use) => <UseOf use={use} /> },
          { key: 'use', title: t('quotas.uses'), cell: (use) => <UseWords use={use} /> },
        ]}
      />
    </Section>
  );
}

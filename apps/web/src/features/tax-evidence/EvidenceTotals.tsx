import { useTranslation } from 'react-i18next';
import { yenOf } from '../../i18n/money';
import { nameOf } from '../../i18n/words';
import { AsWritten } from '../../ui/AsWritten';
import { Empty } from '../../ui/Loaded';
import { Table } from '../../ui/Table';
import type { EvidenceTable } from './tax-evidence.documents';

/** What counts, at the rate and with the ceiling that were entered. */
export function EvidenceTotals({ table }: { readonly table: EvidenceTable }) {
  const { t } = useTranslation();
  if (table.totals.length === 0) return <Empty>{t('taxEvidence.totalsNone')}</Empty>;
  const measureOf = (id: string) => table.measures.find((measure) => measure.id === id);
  return (
    <Table
      caption={t('taxEvidence.totalsCaption')}
      rows={table.totals}
      keyOf={({ partyId, measureId }) => `${partyId} ${measureId}`}
      columns={[
        {
          key: 'party',
          title: t('taxEvidence.party'),
          heads: true,
          cell: ({ partyId }) => {
            const party = table.parties.find(({ id }) => id === partyId);
            return party && nameOf(party);
          },
        },
        {
          key: 'measure',
          title: t('taxEvidence.measure'),
          cell: ({ measureId }) => <AsWritten>{measureOf(measureId)?.measure ?? ''}</AsWritten>,
        },
        {
          key: 'base',
          title: t('taxEvidence.base'),
          numeric: true,
          nowrap: true,
          cell: ({ baseYen }) => yenOf(baseYen),
        },
        {
          key: 'rate',
          title: t('taxEvidence.rate'),
          numeric: true,
          nowrap: true,
          cell: ({ measureId }) =>
            t('taxEvidence.rateValue', { perMille: measureOf(measureId)?.ratePerMille ?? 0 }),
        },
        {
          key: 'rated',
          title: t('taxEvidence.rated'),
          numeric: true,
          nowrap: true,
          cell: ({ ratedYen }) => yenOf(ratedYen),
        },
        {
          key: 'result',
          title: t('taxEvidence.result'),
          numeric: true,
          nowrap: true,
          cell: ({ yen }) => yenOf(yen),
        },
      ]}
    />
  );
}

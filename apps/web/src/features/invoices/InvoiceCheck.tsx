import { useTranslation } from 'react-i18next';
import { useLoad } from '../../gql/use-load';
import { monthName } from '../../i18n/dates';
import { yenOf } from '../../i18n/money';
import { AsWritten } from '../../ui/AsWritten';
import { Loaded } from '../../ui/Loaded';
import { Notice } from '../../ui/Notice';
import { Section } from '../../ui/Page';
import { Table } from '../../ui/Table';
import { InvoiceCheckDocument } from './invoices.documents';

/** Whether the frozen figures still follow; what differs is listed and nothing is changed. */
export function InvoiceCheck({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const load = useLoad(InvoiceCheckDocument, { id }, { about: ['Invoice'] });
  const yenOrNone = (yen: number | null) => (yen === null ? t('invoices.no') : yenOf(yen));
  return (
    <Section title={t('invoices.check')} id="check">
      <Loaded of={load}>
        {({ invoiceDifferences: rows }) =>
          rows.length === 0 ? (
            <Notice tone="done">{t('invoices.checkFine')}</Notice>
          ) : (
            <>
              <Notice tone="warning">{t('invoices.checkDiffers')}</Notice>
              <Table
                caption={t('invoices.checkCaption')}
                rows={rows}
                keyOf={({ item, label, from }) => `${item} ${label} ${from}`}
                columns={[
                  {
                    key: 'month',
                    title: t('costs.month'),
                    nowrap: true,
                    cell: ({ from }) => monthName(from),
                  },
                  {
                    key: 'item',
                    title: t('invoices.item'),
                    heads: true,
                    cell: ({ item, label }) => (
                      <>
                        {t(`costs.items.${item}`)} <AsWritten>{label}</AsWritten>
                      </>
                    ),
                  },
                  {
                    key: 'frozen',
                    title: t('invoices.frozen'),
                    numeric: true,
                    nowrap: true,
                    cell: ({ frozenYen }) => yenOrNone(frozenYen),
                  },
                  {
                    key: 'reckoned',
                    title: t('invoices.reckoned'),
                    numeric: true,
                    nowrap: true,
                    cell: ({ reckonedYen }) => yenOrNone(reckonedYen),
                  },
                ]}
              />
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n';
import { monthName, shortDate } from '../../i18n/dates';
import { yenOf } from '../../i18n/money';
import { nameOf } from '../../i18n/words';
import { AsWritten } from '../../ui/AsWritten';
import { Table } from '../../ui/Table';
import type { InvoiceLineRow, InvoiceRecord } from './invoices.documents';

/** Each figure with its article and formula, and below it the days and amounts that it rests on. */
export function InvoiceLines({ invoice }: { readonly invoice: InvoiceRecord }) {
  const { t } = useTranslation();
  const shareOf = ({ shareWeight: weight, shareSum: sum }: InvoiceLineRow) =>
    t('invoices.shareValue', { weight, sum });
  return (
    <>
      <Table
        caption={t('invoices.linesCaption')}
        rows={invoice.lines}
        keyOf={({ id }) => id}
        columns={[
          {
            key: 'month',
            title: t('costs.month'),
            nowrap: true,
            cell: ({ fromOn, toOn }) => `${shortDate(fromOn)} – ${shortDate(toOn)}`,
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
            key: 'clause',
            title: t('invoices.clause'),
            cell: ({ clauseNo: no, matrixVersion: version }) => t('invoices.clauseValue', { no, version }),
          },
          {
            key: 'formula',
            title: t('invoices.formula'),
            cell: ({ formulaJa, formulaEn }) => (currentLanguage() === 'en' ? formulaEn : formulaJa),
          },
          {
            key: 'total',
            title: t('invoices.totalYen'),
            numeric: true,
            nowrap: true,
            cell: ({ totalYen }) => yenOf(totalYen),
          },
          { key: 'share', title: t('invoices.share'), numeric: true, nowrap: true, cell: shareOf },
          {
            key: 'yen',
            title: t('invoices.yen'),
            numeric: true,
            nowrap: true,
            cell: ({ yen }) => yenOf(yen),
          },
        ]}
      />
      <p className="text-right text-std-17B-170">
        {t('invoices.sum')} {yenOf(invoice.totalYen)}
      </p>
      {invoice.lines
        .filter(({ evidence }) => evidence.length > 0)
        .map((line) => (
          <Evidence key={line.id} line={line} invoice={invoice} />
        ))}
    </>
  );
}

function Evidence({ line, invoice }: { readonly line: InvoiceLineRow; readonly invoice: InvoiceRecord }) {
  const { t } = useTranslation();
  const placeOf = (partyId: string | null) => {
    const party = invoice.agreement?.parties.find(({ id }) => id === partyId);
    return party ? nameOf(party) : '';
  };
  const about = `${t(`costs.items.${line.item}`)} ${line.label}`;
  return (
    <details>
      <summary className="min-h-11 cursor-pointer py-2">
        {monthName(line.fromOn)} {about}: {t('invoices.evidence', { count: line.evidence.length })}
      </summary>
      <Table
        caption={t('invoices.evidenceCaption', { label: about, month: monthName(line.fromOn) })}
        rows={line.evidence}
        keyOf={({ id }) => id}
        columns={[
          {
            key: 'date',
            title: t('invoices.date'),
            heads: true,
            nowrap: true,
            cell: ({ kind, onDate }) => (kind === 'ENTERED' ? monthName(onDate) : shortDate(onDate)),
          },
          {
            key: 'kind',
            title: t('invoices.kind'),
            nowrap: true,
            cell: ({ kind }) => t(`invoices.kinds.${kind}`),
          },
          { key: 'at', title: t('invoices.at'), cell: ({ partyId }) => placeOf(partyId) },
          {
            key: 'days',
            title: t('invoices.days'),
            numeric: true,
            nowrap: true,
            cell: ({ halfDays }) => halfDays > 0 && t('invoices.daysValue', { days: halfDays / 2 }),
          },
          {
            key: 'yen',
            title: t('invoices.yen'),
            numeric: true,
            nowrap: true,
            cell: ({ kind, yen }) => (yen !== 0 || kind === 'ENTERED') && yenOf(yen),
          },
          {
            key: 'ref',
            title: t('invoices.ref'),
            nowrap: true,
            cell: ({ refId }) => <code>{refId.slice(0, 8)}</code>,
          },
        ]}
      />
    </details>
  );
}

import { useTranslation } from 'react-i18next';
import { fiscalYearName, shortDate } from '../../i18n/dates';
import { yenOf } from '../../i18n/money';
import { nameOf } from '../../i18n/words';
import { AsWritten } from '../../ui/AsWritten';
import { Empty } from '../../ui/Loaded';
import { Mixed } from '../../ui/Mixed';
import { StatusText } from '../../ui/StatusText';
import { Table } from '../../ui/Table';
import type { EvidenceRow, EvidenceTable } from './tax-evidence.documents';

/** What each body bore, by agreement and item, with the figures behind. */
export function EvidenceRows({ table }: { readonly table: EvidenceTable }) {
  const { t } = useTranslation();
  if (table.rows.length === 0) return <Empty>{t('taxEvidence.none')}</Empty>;
  const partyOf = (id: string) => table.parties.find((party) => party.id === id);
  const agreementOf = (id: string) => table.agreements.find((agreement) => agreement.id === id);
  return (
    <Table
      caption={t('taxEvidence.caption', { year: fiscalYearName(table.fiscalYear) })}
      rows={table.rows}
      keyOf={({ agreementId, partyId, item, measureId }) =>
        `${agreementId} ${partyId} ${item} ${measureId ?? ''}`
      }
      columns={[
        {
          key: 'party',
          title: t('taxEvidence.party'),
          heads: true,
          cell: ({ partyId }) => {
            const party = partyOf(partyId);
            return party && nameOf(party);
          },
        },
        {
          key: 'agreement',
          title: t('taxEvidence.agreement'),
          cell: ({ agreementId }) => {
            const agreement = agreementOf(agreementId);
            return (
              agreement && (
                <>
                  {agreement.number} <AsWritten>{agreement.title}</AsWritten>
                </>
              )
            );
          },
        },
        {
          key: 'item',
          title: t('taxEvidence.item'),
          nowrap: true,
          cell: ({ item }) => t(`costs.items.${item}`),
        },
        { key: 'persons', title: t('taxEvidence.persons'), cell: (row) => <Persons row={row} /> },
        {
          key: 'yen',
          title: t('taxEvidence.yen'),
          numeric: true,
          cell: (row) => <Behind row={row} />,
        },
        {
          key: 'measure',
          title: t('taxEvidence.measure'),
          cell: ({ measureId }) => {
            const measure = table.measures.find(({ id }) => id === measureId);
            return measure ? <AsWritten>{measure.measure}</AsWritten> : t('taxEvidence.noMeasure');
          },
        },
        {
          key: 'verdict',
          title: t('taxEvidence.verdict'),
          cell: ({ verdict }) =>
            verdict === 'COUNTS' ? (
              <StatusText tone="finished">{t('taxEvidence.verdicts.COUNTS')}</StatusText>
            ) : (
              t(`taxEvidence.verdicts.${verdict}`)
            ),
        },
      ]}
    />
  );
}

function Persons({ row }: { readonly row: EvidenceRow }) {
  const { t } = useTranslation();
  if (row.persons.length === 0) return t('taxEvidence.nobody');
  return (
    <ul className="flex flex-col gap-1">
      {row.persons.map((person) => (
        <li key={`${person.specialistId} ${person.from}`}>
          <Mixed>
            {t('taxEvidence.person', {
              name: nameOf(person),
              form: person.form,
              from: shortDate(person.from),
              to: shortDate(person.to),
            })}
          </Mixed>
        </li>
      ))}
    </ul>
  );
}

function Behind({ row }: { readonly row: EvidenceRow }) {
  const { t } = useTranslation();
  return (
    <>
      {yenOf(row.yen)}
      <details className="text-left">
        <summary className="min-h-11 cursor-pointer py-2 whitespace-nowrap">
          {t('taxEvidence.behind', { count: row.costs.length })}
        </summary>
        <ul className="flex flex-col gap-1 text-dns-14N-130">
          {row.costs.map((cost) => (
            <li key={`${cost.label} ${cost.from} ${cost.invoiceNumber ?? ''}`}>
              {shortDate(cost.from)}–{shortDate(cost.to)} <AsWritten>{cost.label}</AsWritten>{' '}
              {t('costs.clauseValue', { no: cost.clauseNo })} {yenOf(cost.yen)}{' '}
              {cost.invoiceNumber === null
                ? t('taxEvidence.notBilled')
                : t('taxEvidence.billed', { number: cost.invoiceNumber })}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

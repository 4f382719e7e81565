import { useTranslation } from 'react-i18next';
import { nameOf } from '../../i18n/words';
import { AsWritten } from '../../ui/AsWritten';
import { type Column, Table } from '../../ui/Table';
import { useAmount, useFraction } from './cost-words';
import type { AgreementRow, CostLineRow, MatrixRow } from './costs.documents';

interface Props {
  readonly matrix: MatrixRow;
  readonly agreement: AgreementRow;
}

/** A row for each item, a column for each payer. */
export function MatrixTable({ matrix, agreement }: Props) {
  const { t } = useTranslation();
  const amountOf = useAmount();
  const payers = agreement.parties.map((party): Column<CostLineRow> => ({
    key: party.id,
    title: nameOf(party),
    numeric: true,
    cell: (line) => <ShareCell line={line} partyId={party.id} />,
  }));
  return (
    <Table
      caption={t('costs.caption')}
      captionHidden={false}
      rows={matrix.lines}
      keyOf={({ item, label }) => `${item} ${label}`}
      columns={[
        {
          key: 'item',
          title: t('costs.item'),
          heads: true,
          cell: ({ item, label }) => (
            <>
              {t(`costs.items.${item}`)} <AsWritten>{label}</AsWritten>
            </>
          ),
        },
        {
          key: 'clause',
          title: t('costs.clause'),
          nowrap: true,
          cell: ({ clauseNo }) => t('costs.clauseValue', { no: clauseNo }),
        },
        { key: 'amount', title: t('costs.amount'), cell: amountOf },
        {
          key: 'sharing',
          title: t('costs.sharing'),
          cell: ({ shareRule, daySource }) =>
            shareRule === 'BY_DAYS' && daySource
              ? t('costs.byDays', { source: t(`costs.sources.${daySource}`) })
              : t(`costs.shareRules.${shareRule}`),
        },
        ...payers,
      ]}
    />
  );
}

function ShareCell({ line, partyId }: { readonly line: CostLineRow; readonly partyId: string }) {
  const { t } = useTranslation();
  const fractionOf = useFraction();
  const share = line.shares.find((one) => one.partyId === partyId);
  if (!share) return t('ui.none');
  const sum = line.shares.reduce((all, { weight }) => all + weight, 0);
  const words = line.shareRule === 'BY_DAYS' ? t('costs.shareRules.BY_DAYS') : fractionOf(share.weight, sum);
  const takesRemainder = line.remainderPartyId === partyId && line.shares.length > 1;
  return takesRemainder ? `${words} + ${t('costs.remainderMark')}` : words;
}

import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { calendarDate } from '../../i18n/dates';
import { yenOf } from '../../i18n/money';
import { nameOf } from '../../i18n/words';
import { Table } from '../../ui/Table';
import { ClaimStatus } from './ClaimStatus';
import type { ClaimRow } from './travel-claims.documents';

interface Props {
  readonly rows: readonly ClaimRow[];
  readonly withPerson?: boolean;
}

export function ClaimTable({ rows, withPerson = false }: Props) {
  const { t } = useTranslation();
  return (
    <Table
      caption={t('travelClaims.title')}
      rows={rows}
      keyOf={({ id }) => id}
      cards
      columns={[
        {
          key: 'journey',
          title: t('travelClaims.period'),
          heads: true,
          cell: ({ id, fromOn }) => (
            <Link to={`/engagements/travel-claims/${id}`} className="link">
              {calendarDate(fromOn)}
            </Link>
          ),
        },
        {
          key: 'towns',
          title: t('travelClaims.towns'),
          cell: ({ visits }) =>
            visits.map(({ municipality }) => (municipality ? nameOf(municipality) : '')).join('・'),
        },
        ...(withPerson
          ? [
              {
                key: 'person',
                title: t('travelClaims.specialist'),
                cell: ({ specialist }: ClaimRow) => specialist && nameOf(specialist),
              },
              {
                key: 'number',
                title: t('travelClaims.number'),
                nowrap: true,
                cell: ({ number }: ClaimRow) => number ?? t('ui.none'),
              },
            ]
          : []),
        {
          key: 'total',
          title: t('travelClaims.total'),
          numeric: true,
          nowrap: true,
          cell: ({ totalYen, withoutMoney }) =>
            withoutMoney ? t('travelClaims.withoutMoney') : yenOf(totalYen),
        },
        {
          key: 'status',
          title: t('travelClaims.status'),
          nowrap: true,
          cell: ({ status }) => <ClaimStatus status={status} />,
        },
      ]}
    />
  );
}

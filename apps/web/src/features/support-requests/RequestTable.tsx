import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { shortDate, shortInstant, tokyo } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { AsWritten } from '../../ui/AsWritten';
import { Name } from '../../ui/Name';
import { type Column, Table } from '../../ui/Table';
import type { Sorting } from '../../ui/sorting';
import { RequestStatusText } from './RequestStatus';
import type { RequestLineRow, RequestSort } from './requests.documents';

interface Props {
  readonly rows: readonly RequestLineRow[];
  /** The hub reads many towns; a town knows its own name. */
  readonly withTown: boolean;
  readonly caption: string;
  /** Where it can be chosen. */
  readonly sorting?: Sorting<RequestSort>;
}

const PRESSING: readonly RequestLineRow['urgency'][] = ['HIGH', 'URGENT'];

export function RequestTable({ rows, withTown, caption, sorting }: Props) {
  const { t } = useTranslation();
  const columns: Column<RequestLineRow>[] = [
    {
      key: 'title',
      title: t('requests.field.title'),
      heads: true,
      cell: (row) => (
        <Link to={`/requests/${row.id}`} className="link">
          {row.title ? <AsWritten>{row.title}</AsWritten> : t('requests.untitled')}
        </Link>
      ),
    },
    ...(withTown
      ? [
          {
            key: 'town',
            title: t('requests.field.municipality'),
            nowrap: true,
            sort: 'TOWN',
            cell: (row: RequestLineRow) => <Name of={row.municipality} />,
          },
        ]
      : []),
    {
      key: 'status',
      title: t('requests.field.status'),
      sort: 'STATUS',
      cell: (row) => <RequestStatusText status={row.status} />,
    },
    {
      key: 'theme',
      title: t('requests.field.theme'),
      sort: 'THEME',
      cell: (row) => (row.theme ? nameOf(row.theme) : t('requests.field.noThemeShort')),
    },
    {
      key: 'urgency',
      title: t('requests.field.urgency'),
      sort: 'URGENCY',
      cell: (row) => (
        <span className={PRESSING.includes(row.urgency) ? 'font-700' : undefined}>
          {t(`requests.urgency.${row.urgency}`)}
        </span>
      ),
    },
    {
      key: 'deadline',
      title: t('requests.field.deadline'),
      sort: 'DEADLINE',
      nowrap: true,
      cell: (row) => (row.deadlineOn ? shortDate(row.deadlineOn) : t('ui.none')),
    },
    { key: 'number', title: t('requests.number'), nowrap: true, cell: (row) => row.number ?? t('ui.none') },
    {
      key: 'submitted',
      title: t('requests.field.submitted'),
      sort: 'FILED',
      nowrap: true,
      cell: (row) =>
        row.submittedAt ? (
          <time dateTime={tokyo(row.submittedAt).date}>{shortInstant(row.submittedAt)}</time>
        ) : (
          t('ui.none')
        ),
    },
  ];
  return (
    <Table
      cards
      caption={caption}
      columns={columns}
      rows={rows}
      keyOf={(row) => row.id}
      {...(sorting && { sorting })}
    />
  );
}

import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { longDate, shortDate, tokyo } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { AsWritten } from '../../ui/AsWritten';
import { Name } from '../../ui/Name';
import { type Column, Table } from '../../ui/Table';
import type { Sorting } from '../../ui/sorting';
import { VisitActions } from './VisitActions';
import type { VisitRow, VisitSort } from './visits.documents';
import { VisitFileButton } from './VisitFileButton';
import { VisitForm, VisitOpenWords, VisitStatusText, VisitTime } from './VisitWords';

type Part = 'town' | 'specialist' | 'request' | 'answer' | 'file';

interface Props {
  readonly rows: readonly VisitRow[];
  /** What the page does not say already. */
  readonly parts: readonly Part[];
  /** Where it can be chosen. */
  readonly sorting?: Sorting<VisitSort>;
}

export function VisitTable({ rows, parts, sorting }: Props) {
  const { t } = useTranslation();
  const answer: Column<VisitRow> = {
    key: 'answer',
    title: t('schedule.field.answer'),
    cell: (visit) => (
      <VisitActions
        visit={visit}
        label={`${nameOf(visit.municipality)} ${shortDate(tokyo(visit.startsAt).date)}`}
      />
    ),
  };
  const optional: Readonly<Record<Exclude<Part, 'answer'>, Column<VisitRow>>> = {
    town: {
      key: 'town',
      title: t('schedule.field.town'),
      sort: 'TOWN',
      nowrap: true,
      cell: (visit) => <Name of={visit.municipality} />,
    },
    specialist: {
      key: 'specialist',
      title: t('schedule.field.specialist'),
      nowrap: true,
      cell: (visit) => (visit.specialist ? <Name of={visit.specialist} /> : t('ui.none')),
    },
    request: {
      key: 'request',
      title: t('schedule.field.request'),
      cell: ({ supportRequest, visitNo }) => (
        <>
          <Link to={`/requests/${supportRequest.id}`} className="link">
            <AsWritten>{supportRequest.title}</AsWritten>
          </Link>{' '}
          <span className="whitespace-nowrap">{t('schedule.nth', { n: visitNo })}</span>
        </>
      ),
    },
    file: {
      key: 'file',
      title: t('schedule.fileColumn'),
      control: true,
      cell: (visit) => (
        <VisitFileButton
          id={visit.id}
          short
          label={`${nameOf(visit.municipality)} ${longDate(tokyo(visit.startsAt).date)}`}
        />
      ),
    },
  };
  const last = parts.includes('file') ? [optional.file] : [];
  return (
    <Table
      caption={t('schedule.caption')}
      rows={rows}
      keyOf={(visit) => visit.id}
      cards
      {...(sorting && { sorting })}
      columns={[
        {
          key: 'when',
          title: t('schedule.field.date'),
          sort: 'TIME',
          heads: true,
          nowrap: true,
          cell: (visit) => (
            <Link to={`/visits/${visit.id}`} className="link">
              <VisitTime visit={visit} />
            </Link>
          ),
        },
        ...parts.filter((part) => part !== 'answer' && part !== 'file').map((part) => optional[part]),
        {
          key: 'form',
          title: t('schedule.field.mode'),
          sort: 'MODE',
          nowrap: true,
          cell: (visit) => <VisitForm visit={visit} />,
        },
        {
          key: 'status',
          title: t('schedule.field.status'),
          sort: 'STATUS',
          cell: (visit) => (
            <>
              <VisitStatusText visit={visit} />
              <VisitOpenWords visit={visit} />
            </>
          ),
        },
        ...(parts.includes('answer') ? [answer] : []),
        ...last,
      ]}
    />
  );
}

import { useTranslation } from 'react-i18next';
import { longDate, longInstant, shortDate, timeRange, tokyo } from '../../i18n/dates';
import { AsWritten } from '../../ui/AsWritten';
import { Facts } from '../../ui/Facts';
import { StatusText, type StatusTone } from '../../ui/StatusText';
import { Table } from '../../ui/Table';
import type { ReportRow } from './reports.documents';

const TONES: Readonly<Record<ReportRow['status'], StatusTone>> = {
  DRAFT: 'resting',
  SUBMITTED: 'waiting',
  RETURNED: 'waiting',
  CONFIRMED: 'finished',
};

export function ReportStatusText({ status }: Pick<ReportRow, 'status'>) {
  const { t } = useTranslation();
  return <StatusText tone={TONES[status]}>{t(`reports.status.${status}`)}</StatusText>;
}

/** A report as it was handed in. */
export function ReportView({ report }: { readonly report: ReportRow }) {
  const { t } = useTranslation();
  const by = (name: string | null, at: string | null) =>
    name !== null && at !== null ? t('reports.byAt', { name, at: longInstant(at) }) : t('ui.none');
  return (
    <>
      <Facts
        items={[
          { term: t('reports.field.status'), value: <ReportStatusText status={report.status} /> },
          {
            term: t('reports.field.time'),
            value: `${longDate(tokyo(report.startedAt).date)} ${timeRange(report.startedAt, report.endedAt)}`,
          },
          { term: t('reports.field.mode'), value: t(`schedule.mode.${report.mode}`) },
          {
            term: t('reports.field.result'),
            value: report.result ? t(`reports.result.${report.result}`) : t('ui.none'),
          },
          report.topics.length > 0 && {
            term: t('reports.field.topics'),
            value: <AsWritten>{report.topics.join('、')}</AsWritten>,
          },
          report.done !== '' && {
            term: t('reports.field.done'),
            value: <AsWritten block>{report.done}</AsWritten>,
          },
          {
            term: t('reports.field.attendance'),
            value:
              report.attendance.length === 0 ? (
                t('ui.none')
              ) : (
                <AsWritten>
                  {report.attendance.map(({ section, people }) => `${section} ${people}人`).join('、')}
                </AsWritten>
              ),
          },
          report.internalNote !== null && {
            term: t('reports.field.internalNote'),
            value: <AsWritten block>{report.internalNote}</AsWritten>,
          },
          {
            term: t('reports.field.submitted'),
            value: (
              <>
                {by(report.submittedByName, report.submittedAt)}
                {report.byHub && <span className="block">{t('reports.byHub')}</span>}
              </>
            ),
          },
          report.confirmedAt !== null && {
            term: t('reports.field.confirmed'),
            value: by(report.confirmedByName, report.confirmedAt),
          },
          report.standInReason !== null && {
            term: t('reports.field.standIn'),
            value: <AsWritten>{report.standInReason}</AsWritten>,
          },
          report.thanks !== null && {
            term: t('reports.field.thanks'),
            value: <AsWritten block>{report.thanks}</AsWritten>,
          },
        ]}
      />
      {report.steps.length > 0 && (
        <Table
          caption={t('reports.field.steps')}
          captionHidden={false}
          cards
          rows={report.steps}
          keyOf={({ id }) => id}
          columns={[
            {
              key: 'what',
              title: t('reports.step.title'),
              heads: true,
              cell: ({ what }) => <AsWritten>{what}</AsWritten>,
            },
            { key: 'owner', title: t('reports.step.who'), cell: ({ owner }) => t(`reports.owner.${owner}`) },
            {
              key: 'due',
              title: t('reports.step.by'),
              nowrap: true,
              cell: ({ dueOn }) => (dueOn ? shortDate(dueOn) : t('ui.none')),
            },
          ]}
        />
      )}
    </>
  );
}

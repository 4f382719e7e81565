import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoad } from '../../gql/use-load';
import { monthName } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { ExportMenu } from '../../ui/ExportMenu';
import { Empty, Loaded } from '../../ui/Loaded';
import { Page, Section } from '../../ui/Page';
import { StatusText } from '../../ui/StatusText';
import { Table } from '../../ui/Table';
import { type SheetRow, SheetsDocument } from './attendance.documents';
import { DayTable } from './DayTable';
import { MonthLinks, useMonth } from './MonthLinks';
import { isBeyond, UsedDays } from './MonthUse';
import { RecordDay } from './RecordDay';

const personOf = ({ specialist }: SheetRow): string => (specialist ? nameOf(specialist) : '');

/** For the hub and a town: the month of every placement. */
export function AttendancePage() {
  const { t } = useTranslation();
  const month = useMonth();
  const load = useLoad(SheetsDocument, { month }, { about: ['AttendanceSheet', 'AttendanceDay'] });
  return (
    <Page
      title={t('attendance.title')}
      lead={<p>{t('attendance.listLead')}</p>}
      back={{ to: '/engagements', label: t('attendance.back') }}
    >
      <MonthLinks />
      <Loaded of={load}>
        {({ attendanceSheets }) =>
          attendanceSheets.length === 0 ? (
            <Empty>{t('attendance.none')}</Empty>
          ) : (
            <>
              <Sheets sheets={attendanceSheets} month={month} />
              <ExportMenu list="ATTENDANCE" filter={{ month }} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function Sheets({ sheets, month }: { readonly sheets: readonly SheetRow[]; readonly month: string }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string | null>(null);
  const recording = sheets.find(({ placementId }) => placementId === chosen);
  return (
    <>
      <Table
        caption={t('attendance.caption', { month: monthName(month) })}
        rows={sheets}
        keyOf={({ placementId }) => placementId}
        columns={[
          { key: 'person', title: t('attendance.person'), heads: true, cell: personOf },
          {
            key: 'town',
            title: t('attendance.town'),
            cell: ({ municipality }) => municipality && nameOf(municipality),
          },
          { key: 'post', title: t('attendance.post'), cell: ({ post }) => <span lang="ja">{post}</span> },
          {
            key: 'days',
            title: t('attendance.days'),
            nowrap: true,
            cell: (sheet) => (
              <span className="flex flex-wrap gap-x-3">
                <UsedDays use={sheet} />
                {isBeyond(sheet) && <StatusText tone="waiting">{t('attendance.beyond')}</StatusText>}
              </span>
            ),
          },
          {
            key: 'state',
            title: t('attendance.state'),
            nowrap: true,
            cell: ({ closed }) => (
              <StatusText tone={closed ? 'finished' : 'resting'}>
                {t(closed ? 'attendance.closed' : 'attendance.open')}
              </StatusText>
            ),
          },
          {
            key: 'record',
            title: t('attendance.record'),
            control: true,
            nowrap: true,
            cell: (sheet) =>
              sheet.mayRecord &&
              !sheet.closed && (
                <Button
                  size="small"
                  aria-label={t('attendance.recordOne', { name: personOf(sheet) })}
                  onClick={() => setChosen(sheet.placementId)}
                >
                  {t('attendance.record')}
                </Button>
              ),
          },
        ]}
      />
      {sheets
        .filter(({ days }) => days.length > 0)
        .map((sheet) => (
          <Section
            key={sheet.placementId}
            title={t('attendance.daysOf', { name: personOf(sheet) })}
            id={`days-${sheet.placementId}`}
          >
            <DayTable sheet={sheet} caption={t('attendance.daysOf', { name: personOf(sheet) })} />
          </Section>
        ))}
      {recording && (
        <Dialog
          title={t('attendance.recordOne', { name: personOf(recording) })}
          open
          onClose={() => setChosen(null)}
        >
          <RecordDay sheet={recording} onDone={() => setChosen(null)} />
        </Dialog>
      )}
    </>
  );
}

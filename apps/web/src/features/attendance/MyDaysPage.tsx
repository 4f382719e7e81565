import { useTranslation } from 'react-i18next';
import { useLoad } from '../../gql/use-load';
import { monthName } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { ExportMenu } from '../../ui/ExportMenu';
import { Empty, Loaded } from '../../ui/Loaded';
import { Notice } from '../../ui/Notice';
import { Page, Section } from '../../ui/Page';
import { type SheetRow, SheetsDocument } from './attendance.documents';
import { DayTable } from './DayTable';
import { MonthLinks, useMonth } from './MonthLinks';
import { MonthUse } from './MonthUse';
import { RecordDay } from './RecordDay';

/** For a specialist, on a phone: a day in few taps, and how full the month is. */
export function MyDaysPage() {
  const { t } = useTranslation();
  const month = useMonth();
  const load = useLoad(SheetsDocument, { month }, { about: ['AttendanceSheet', 'AttendanceDay'] });
  return (
    <Page
      title={t('attendance.title')}
      narrow
      lead={<p>{t('attendance.lead')}</p>}
      back={{ to: '/engagements', label: t('attendance.back') }}
    >
      <MonthLinks />
      <Loaded of={load}>
        {({ attendanceSheets }) =>
          attendanceSheets.length === 0 ? (
            <Empty>{t('attendance.none')}</Empty>
          ) : (
            <>
              {attendanceSheets.map((sheet) => (
                <OwnSheet key={`${sheet.placementId} ${month}`} sheet={sheet} />
              ))}
              <ExportMenu list="ATTENDANCE" filter={{ month }} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function OwnSheet({ sheet }: { readonly sheet: SheetRow }) {
  const { t } = useTranslation();
  const town = sheet.municipality ? nameOf(sheet.municipality) : '';
  return (
    <Section title={`${town} ${sheet.post}`} id={`sheet-${sheet.placementId}`}>
      <MonthUse use={sheet} />
      {sheet.closed ? (
        <Notice>{t('attendance.closedLong')}</Notice>
      ) : (
        sheet.mayRecord && <RecordDay sheet={sheet} />
      )}
      <h3 className="text-std-17B-170">{t('attendance.days')}</h3>
      <DayTable sheet={sheet} caption={t('attendance.caption', { month: monthName(sheet.month) })} />
    </Section>
  );
}

import { useTranslation } from 'react-i18next';
import { useLoad } from '../../gql/use-load';
import { Loaded } from '../../ui/Loaded';
import { DaysTable } from './DaysTable';
import { DaysDocument } from './overview.documents';
import { AsOf } from './Panel';
import { RowsPage } from './RowsPage';
import { useYear } from './use-year';

/** Each person's days against the contract. */
export function DayRowsPage() {
  const { t } = useTranslation();
  const { year: fiscalYear } = useYear();
  const load = useLoad(DaysDocument, { fiscalYear }, { about: ['Visit', 'AttendanceDay'] });
  return (
    <RowsPage
      title={t('overview.daysUsed.tableTitle')}
      definition={t('overview.daysUsed.definition')}
      list="OVERVIEW_DAYS"
      filter={{ fiscalYear }}
    >
      <Loaded of={load}>
        {({ dayOverview }) => (
          <>
            <AsOf year={dayOverview.year} />
            <DaysTable data={dayOverview} />
          </>
        )}
      </Loaded>
    </RowsPage>
  );
}

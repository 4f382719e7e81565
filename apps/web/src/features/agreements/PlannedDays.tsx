import { useTranslation } from 'react-i18next';
import { calendarDate, fiscalYearName, monthName } from '../../i18n/dates';
import { Empty } from '../../ui/Loaded';
import { Table } from '../../ui/Table';
import type { AgreementRow } from './agreements.documents';

/** What the term promises: by fiscal year for the budgets, by month for the calendar. */
export function PlannedDays({ agreement }: { readonly agreement: AgreementRow }) {
  const { t } = useTranslation();
  const { plannedYears: years, monthlyDays, monthlyRule } = agreement;
  if (monthlyDays === null || monthlyRule === null) return <Empty>{t('agreements.planned.none')}</Empty>;
  const total = years.reduce((sum, { days }) => sum + days, 0);
  const months = years.flatMap((year) => year.months);
  return (
    <>
      <p>{t('agreements.planned.sum', { months: months.length, count: monthlyDays, total })}</p>
      <Table
        caption={t('agreements.planned.byYear')}
        captionHidden={false}
        rows={years}
        keyOf={({ fiscalYear }) => String(fiscalYear)}
        columns={[
          {
            key: 'year',
            title: t('agreements.planned.year'),
            heads: true,
            nowrap: true,
            cell: ({ fiscalYear }) => fiscalYearName(fiscalYear),
          },
          {
            key: 'term',
            title: t('agreements.field.term'),
            cell: ({ startsOn, endsOn }) =>
              t('agreements.termValue', { from: calendarDate(startsOn), to: calendarDate(endsOn) }),
          },
          {
            key: 'days',
            title: t('agreements.planned.days'),
            numeric: true,
            cell: ({ days }) => t('agreements.days', { count: days }),
          },
        ]}
      />
      <details>
        <summary className="min-h-6 cursor-pointer link">{t('agreements.planned.byMonth')}</summary>
        <div className="mt-3 max-w-xl">
          <Table
            caption={t('agreements.planned.byMonth')}
            rows={months}
            keyOf={({ month }) => month}
            columns={[
              {
                key: 'month',
                title: t('agreements.planned.month'),
                heads: true,
                nowrap: true,
                cell: ({ month }) => monthName(`${month}-01`),
              },
              {
                key: 'days',
                title: t('agreements.planned.days'),
                numeric: true,
                cell: ({ days }) => t('agreements.days', { count: days }),
              },
            ]}
          />
        </div>
        <p className="mt-2 text-dns-14N-130">{t('agreements.planned.partial')}</p>
      </details>
    </>
  );
}

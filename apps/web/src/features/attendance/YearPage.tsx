import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { fiscalYearName, fiscalYearOf, monthName } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { useSession } from '../../session';
import { Gauge } from '../../ui/Gauge';
import { Empty, Loaded } from '../../ui/Loaded';
import { Page, Section } from '../../ui/Page';
import { Table } from '../../ui/Table';
import { DaysLine, DaysWarning } from './DaysGauge';
import { OwnDaysDocument, type YearOfDays } from './own-days.documents';

/** 日数: what was used, what is planned and what is left, by month and by town. */
export function YearPage() {
  const { t } = useTranslation();
  const { today } = useSession();
  const [search] = useSearchParams();
  const thisYear = fiscalYearOf(today);
  const asked = Number(search.get('year'));
  const fiscalYear = Number.isInteger(asked) && asked >= 2000 && asked <= thisYear + 1 ? asked : thisYear;
  const load = useLoad(OwnDaysDocument, { fiscalYear }, { about: ['Visit', 'AttendanceDay'] });
  return (
    <Page title={t('attendance.year.title')} narrow lead={<p>{t('attendance.year.lead')}</p>}>
      <nav
        aria-label={t('attendance.year.years')}
        className="no-print -mt-4 flex flex-wrap items-center gap-x-6 gap-y-2"
      >
        <Link to={`?year=${fiscalYear - 1}`} className="link inline-flex min-h-11 items-center">
          {t('attendance.year.before')}
        </Link>
        <strong className="text-std-17B-170">{fiscalYearName(fiscalYear)}</strong>
        {fiscalYear <= thisYear && (
          <Link to={`?year=${fiscalYear + 1}`} className="link inline-flex min-h-11 items-center">
            {t('attendance.year.after')}
          </Link>
        )}
      </nav>
      <Loaded of={load}>{({ ownDays }) => <Year year={ownDays} />}</Loaded>
      <p className="no-print">
        <Link to="/engagements/attendance" className="link inline-flex min-h-11 items-center">
          {t('attendance.title')}
        </Link>
      </p>
    </Page>
  );
}

function Year({ year }: { readonly year: YearOfDays }) {
  const { t } = useTranslation();
  const { months, towns, basis } = year;
  const most = Math.max(1, ...months.map(({ usedDays, plannedDays }) => usedDays + plannedDays));
  return (
    <>
      <section aria-label={t('attendance.year.title')} className="flex flex-col gap-2">
        <DaysLine year={year} />
        {basis !== 'NONE' && (
          <p className="text-dns-14N-130 text-solid-gray-700">{t(`attendance.year.basis.${basis}`)}</p>
        )}
        <DaysWarning year={year} />
      </section>
      {months.length === 0 ? (
        <Empty>{t('attendance.year.none')}</Empty>
      ) : (
        <>
          <Section title={t('attendance.year.byMonth')} id="by-month">
            <Table
              caption={t('attendance.year.byMonth')}
              rows={months}
              keyOf={({ month }) => month}
              columns={[
                {
                  key: 'month',
                  title: t('attendance.month'),
                  heads: true,
                  nowrap: true,
                  cell: ({ month, usedDays, plannedDays }) => (
                    <>
                      {monthName(month)}
                      <Gauge used={usedDays} more={usedDays + plannedDays} limit={most} />
                    </>
                  ),
                },
                {
                  key: 'used',
                  title: t('attendance.year.usedDays'),
                  numeric: true,
                  nowrap: true,
                  cell: ({ usedDays }) => usedDays,
                },
                {
                  key: 'planned',
                  title: t('attendance.year.plannedDays'),
                  numeric: true,
                  nowrap: true,
                  cell: ({ plannedDays }) => plannedDays,
                },
              ]}
            />
          </Section>
          <Section title={t('attendance.year.byTown')} id="by-town">
            <Table
              caption={t('attendance.year.byTown')}
              rows={towns}
              keyOf={({ municipalityId }) => municipalityId}
              columns={[
                {
                  key: 'town',
                  title: t('attendance.town'),
                  heads: true,
                  cell: ({ municipality }) => (municipality ? nameOf(municipality) : t('ui.none')),
                },
                {
                  key: 'used',
                  title: t('attendance.year.usedDays'),
                  numeric: true,
                  nowrap: true,
                  cell: ({ usedDays }) => usedDays,
                },
                {
                  key: 'planned',
                  title: t('attendance.year.plannedDays'),
                  numeric: true,
                  nowrap: true,
                  cell: ({ plannedDays }) => plannedDays,
                },
              ]}
            />
            <p className="text-dns-14N-130 text-solid-gray-700">{t('attendance.year.townNote')}</p>
          </Section>
        </>
      )}
    </>
  );
}

import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { calendarDate, fiscalYearOf } from '../../i18n/dates';
import { useSession } from '../../session';
import { Gauge } from '../../ui/Gauge';
import { Notice } from '../../ui/Notice';
import { OwnDaysDocument, type YearOfDays } from './own-days.documents';

/** Fewer than a tenth of the days are left: worth saying before the next visit is planned. */
const FEW = 0.1;

/** 今年度 41日 / 契約60日（残り19日）: one line and a bar. */
export function DaysLine({ year }: { readonly year: YearOfDays }) {
  const { t } = useTranslation();
  const { usedDays: used, plannedDays: planned, contractDays: agreed, leftDays: left, basis } = year;
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span>{t('attendance.year.thisYear')}</span>
        <strong className="text-std-20B-150 tabular-nums">{t('attendance.used', { used })}</strong>
        {agreed !== null && left !== null && basis !== 'NONE' && (
          <span className="tabular-nums">
            {t(`attendance.year.of.${basis}`, { agreed })}
            {t(left < 0 ? 'attendance.year.over' : 'attendance.year.left', { left: Math.abs(left) })}
          </span>
        )}
      </p>
      {agreed !== null && <Gauge used={used} more={used + planned} limit={agreed} />}
      <p className="text-dns-14N-130 text-solid-gray-700">
        {agreed === null ? t('attendance.noGuideline') : t('attendance.year.planned', { planned })}
      </p>
    </>
  );
}

/** What should be talked about before it is too late; nothing where there is nothing to say. */
export function DaysWarning({ year }: { readonly year: YearOfDays }) {
  const { t } = useTranslation();
  const { today } = useSession();
  const { contractDays, leftDays: left, basis, contractEndsOn, noticeFrom } = year;
  const ends = contractEndsOn !== null && noticeFrom !== null && noticeFrom <= today;
  const few = basis === 'AGREEMENT' && contractDays !== null && left !== null && left <= contractDays * FEW;
  if (!ends && !few) return null;
  return (
    <Notice tone="warning" title={t('attendance.year.soon')}>
      {few && (
        <p>
          {left < 0
            ? t('attendance.year.beyond', { days: -left })
            : t('attendance.year.few', { days: left, agreed: contractDays })}
        </p>
      )}
      {ends && <p>{t('attendance.year.ends', { date: calendarDate(contractEndsOn) })}</p>}
    </Notice>
  );
}

/** On the first screen of a specialist. */
export function DaysGauge() {
  const { t } = useTranslation();
  const { today } = useSession();
  const { data } = useLoad(
    OwnDaysDocument,
    { fiscalYear: fiscalYearOf(today) },
    { about: ['Visit', 'AttendanceDay'] },
  );
  if (!data) return <div className="min-h-20" />;
  return (
    <section aria-label={t('attendance.year.title')} className="flex flex-col gap-1">
      <DaysLine year={data.ownDays} />
      <DaysWarning year={data.ownDays} />
      <p>
        <Link to="/days" className="link inline-flex min-h-11 items-center">
          {t('attendance.year.open')}
        </Link>
      </p>
    </section>
  );
}

import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { addDays, monthName } from '../../i18n/dates';
import { useSession } from '../../session';

const firstOfMonth = (date: string): string => `${date.slice(0, 7)}-01`;

/** The first day of the month that the address names; this month without. */
export function useMonth(): string {
  const { today } = useSession();
  const [search] = useSearchParams();
  const asked = search.get('month') ?? '';
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(asked) ? `${asked}-01` : firstOfMonth(today);
}

/** Months have an address each, so that the browser's back button works. */
export function MonthLinks() {
  const { t } = useTranslation();
  const { today } = useSession();
  const month = useMonth();
  const next = firstOfMonth(addDays(month, 31));
  const to = (date: string) => `?month=${date.slice(0, 7)}`;
  return (
    <nav aria-label={t('attendance.month')} className="no-print flex flex-wrap items-center gap-x-6 gap-y-2">
      <Link to={to(firstOfMonth(addDays(month, -1)))} className="link">
        {t('attendance.previous')}
      </Link>
      <strong className="text-std-17B-170">{monthName(month)}</strong>
      {next <= today && (
        <Link to={to(next)} className="link">
          {t('attendance.next')}
        </Link>
      )}
    </nav>
  );
}

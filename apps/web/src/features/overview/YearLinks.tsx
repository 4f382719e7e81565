import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { fiscalYearName } from '../../i18n/dates';
import { classes } from '../../ui/classes';
import { inYear, useYear } from './use-year';

const YEARS = 5;

/** The fiscal year of everything on the screen. Each has an address: a year can be passed on. */
export function YearLinks() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const { year, now } = useYear();
  const shown = [...new Set([...Array.from({ length: YEARS }, (_, i) => now - i), year])].sort(
    (a, b) => b - a,
  );
  return (
    <nav aria-label={t('overview.years')} className="no-print">
      <ul className="flex flex-wrap gap-2">
        {shown.map((one) => (
          <li key={one}>
            <Link
              to={inYear(pathname, one)}
              aria-current={one === year ? 'page' : undefined}
              className={classes(
                'inline-flex min-h-9 items-center rounded-8 border px-3 py-1 text-oln-16N-100 no-underline',
                one === year
                  ? 'border-key-900 bg-key-900 text-white forced-colors:border-4'
                  : 'border-solid-gray-420 text-key-1000 hover:bg-key-50',
              )}
            >
              {fiscalYearName(one)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

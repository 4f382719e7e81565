import { useSearchParams } from 'react-router';
import { fiscalYearOf } from '../../i18n/dates';
import { useSession } from '../../session';

/** The fiscal year that the address names, or the one that runs. */
export function useYear(): { readonly year: number; readonly now: number } {
  const [search] = useSearchParams();
  const now = fiscalYearOf(useSession().today);
  const asked = Number(search.get('year'));
  return { year: Number.isInteger(asked) && asked >= 2000 && asked <= now + 1 ? asked : now, now };
}

/** The same place, or another one, in this year. */
export const inYear = (path: string, year: number, more: Readonly<Record<string, string>> = {}): string =>
  `${path}?${new URLSearchParams({ year: String(year), ...more }).toString()}`;

import { useSearchParams } from 'react-router';
import { addDays, datesBetween, type LocalDate, weekdayOf } from '../../i18n/dates';
import { SAME_SCREEN, useChangeSearch } from '../../navigation/use-change-search';
import { useSession } from '../../session';

/** A month: its first and its last day. */
export interface Month {
  readonly first: LocalDate;
  readonly last: LocalDate;
}

export const monthOf = (date: LocalDate): Month => {
  const first = `${date.slice(0, 7)}-01`;
  return { first, last: addDays(`${addDays(first, 31).slice(0, 7)}-01`, -1) };
};

/** Monday to Sunday; null where the month has no day. */
export function weeksOf({ first, last }: Month): (LocalDate | null)[][] {
  const before = (weekdayOf(first) + 6) % 7;
  const cells = [...Array<null>(before).fill(null), ...datesBetween(first, last)];
  const full = [...cells, ...Array<null>((7 - (cells.length % 7)) % 7).fill(null)];
  return Array.from({ length: full.length / 7 }, (_, week) => full.slice(week * 7, week * 7 + 7));
}

/** The month in the address, so that it can be kept and passed on; this one unless it says another. */
export function useMonth(): { month: Month; goTo: (date: LocalDate) => void } {
  const [search] = useSearchParams();
  const changeSearch = useChangeSearch();
  const { today } = useSession();
  const said = search.get('month') ?? '';
  const month = monthOf(/^20\d{2}-(0[1-9]|1[0-2])$/.test(said) ? `${said}-01` : today);
  const goTo = (date: LocalDate) => changeSearch({ month: date.slice(0, 7) }, SAME_SCREEN);
  return { month, goTo };
}

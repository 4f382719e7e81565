import { addDays, daysBetween, fiscalYearOf, type LocalDate } from '@banso/kernel';

/** What one calendar month of a term is planned to bring. */
export interface PlannedMonth {
  /** The month as `2026-10`. */
  readonly month: string;
  readonly days: number;
}

/** What one fiscal year has of a term: the slice for its budget. */
export interface PlannedYear {
  readonly fiscalYear: number;
  /** First and last day of the term in that year. */
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly days: number;
  readonly months: readonly PlannedMonth[];
}

export interface Term {
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
}

const firstOfNext = (date: LocalDate): LocalDate => addDays(`${date.slice(0, 7)}-28`, 4).slice(0, 7) + '-01';
const earlier = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? a : b);

/**
 * The days that a term promises, by fiscal year and month: `monthlyDays` for every month that lies wholly in it, and of
 * a month at its edge the part that lies in it, rounded to the nearest day (half a day up).
 */
export function plannedDays({ startsOn, endsOn }: Term, monthlyDays: number): PlannedYear[] {
  const years: (PlannedYear & { months: PlannedMonth[] })[] = [];
  for (let from = startsOn; from <= endsOn; from = firstOfNext(from)) {
    const next = firstOfNext(from);
    const to = earlier(addDays(next, -1), endsOn);
    const month = { month: from.slice(0, 7), days: shareOf(monthlyDays, from, { to, next }) };
    const fiscalYear = fiscalYearOf(from);
    const last = years.at(-1);
    if (last?.fiscalYear === fiscalYear)
      Object.assign(last, { endsOn: to, days: last.days + month.days, months: [...last.months, month] });
    else years.push({ fiscalYear, startsOn: from, endsOn: to, days: month.days, months: [month] });
  }
  return years;
}

/** In whole numbers throughout. */
function shareOf(
  monthlyDays: number,
  from: LocalDate,
  { to, next }: { readonly to: LocalDate; readonly next: LocalDate },
): number {
  const inTerm = daysBetween(from, to) + 1;
  const inMonth = daysBetween(`${from.slice(0, 7)}-01`, next);
  return Math.floor((2 * monthlyDays * inTerm + inMonth) / (2 * inMonth));
}

export const sumOf = (years: readonly PlannedYear[]): number =>
  years.reduce((sum, { days }) => sum + days, 0);

import { addDays, badInput, fiscalYearOf, instantAt, type LocalDate } from '@banso/kernel';

/** A fiscal year, April to March, as far as it has come. */
export interface Year {
  readonly fiscalYear: number;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** First instant of it, and the first after it. */
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** The day up to which it is counted: today, or its last day once it is over. */
  readonly countedTo: LocalDate;
}

/** @throws DomainError BAD_INPUT for a year that nobody keeps books of */
export function yearOf(fiscalYear: number, today: LocalDate): Year {
  if (!Number.isInteger(fiscalYear) || fiscalYear < 2000 || fiscalYear > 2100)
    throw badInput({ path: 'fiscalYear', rule: 'invalid' });
  const [from, to] = [`${fiscalYear}-04-01`, `${fiscalYear + 1}-03-31`];
  return {
    fiscalYear,
    from,
    to,
    startsAt: instantAt(from, 0),
    endsAt: instantAt(addDays(to, 1), 0),
    countedTo: today < to ? today : to,
  };
}

/** The one that was asked for, or the one that runs. */
export const askedYear = (fiscalYear: number | null | undefined, today: LocalDate): Year =>
  yearOf(fiscalYear ?? fiscalYearOf(today), today);

export const yearBefore = ({ fiscalYear, countedTo }: Year): Year => yearOf(fiscalYear - 1, countedTo);

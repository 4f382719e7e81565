import { addDays, badInput, type LocalDate, localDate, parseInput } from '@banso/kernel';
import { z } from 'zod';

/** The longest stretch that a calendar screen asks for: a fiscal year and the months around it. */
const MAX_RANGE_DAYS = 500;

const range = z.object({ from: localDate(), to: localDate() });

/** A range of days for a screen: in order, and not longer than a screen can show. */
export function parseDateRange(input: { readonly from: LocalDate; readonly to: LocalDate }): {
  from: LocalDate;
  to: LocalDate;
} {
  const { from, to } = parseInput(range, input);
  const last = addDays(from, MAX_RANGE_DAYS);
  if (to < from) throw badInput({ path: 'to', rule: 'before-start', facts: { from } });
  if (to > last) throw badInput({ path: 'to', rule: 'too-far', facts: { last } });
  return { from, to };
}

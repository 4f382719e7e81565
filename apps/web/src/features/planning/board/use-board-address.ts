import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { addDays } from '../../../i18n/dates';
import { SAME_SCREEN, useChangeSearch } from '../../../navigation/use-change-search';
import type { Filters } from './board-model';

/** How much of the calendar is shown at once. */
export const SPANS = ['4w', 'month', 'quarter'] as const;
export type Span = (typeof SPANS)[number];

const FOUR_WEEKS = 28;
/** Thirteen weeks: 65 working days. */
const QUARTER = 91;

const firstOfMonth = (date: string): string => `${date.slice(0, 7)}-01`;
const firstOfNext = (date: string): string => firstOfMonth(addDays(firstOfMonth(date), 31));

/** First and last day of a span around a day. */
export function spanFrom(span: Span, from: string): { readonly from: string; readonly to: string } {
  if (span === '4w') return { from, to: addDays(from, FOUR_WEEKS - 1) };
  if (span === 'quarter') return { from, to: addDays(from, QUARTER - 1) };
  return { from: firstOfMonth(from), to: addDays(firstOfNext(from), -1) };
}

/** The least of them that holds these days. */
export function spanOf(from: string, to: string): Span {
  return (
    SPANS.find((span) => spanFrom(span, from).from === from && spanFrom(span, from).to >= to) ?? 'quarter'
  );
}

export function nextSpan(span: Span, from: string, way: 1 | -1): string {
  if (span === '4w') return addDays(from, way * FOUR_WEEKS);
  if (span === 'quarter') return addDays(from, way * QUARTER);
  return way === 1 ? firstOfNext(from) : firstOfMonth(addDays(firstOfMonth(from), -1));
}

const isDate = (value: string | null): value is string => value !== null && /^\d{4}-\d{2}-\d{2}$/.test(value);

/** What is shown is the address: it can be kept, passed on and opened again. */
export function useBoardAddress() {
  const [search] = useSearchParams();
  const changeSearch = useChangeSearch();
  const from = search.get('from');
  const span = SPANS.find((one) => one === search.get('span')) ?? null;
  const runId = search.get('run');
  const period = useMemo(
    () => (isDate(from) ? spanFrom(span ?? '4w', from) : { from: null, to: null }),
    [from, span],
  );
  const filters = useMemo(
    (): Filters => ({
      area: search.get('area') ?? '',
      theme: search.get('theme') ?? '',
      state: search.get('state') ?? '',
    }),
    [search],
  );
  const change = useCallback(
    (values: Readonly<Record<string, string | null>>) => changeSearch(values, SAME_SCREEN),
    [changeSearch],
  );
  return { period, span, runId, filters, change };
}

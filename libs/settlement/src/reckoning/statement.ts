import { fiscalYearOf } from '@banso/kernel';
import { apportion, type Weight } from './apportion.js';
import {
  fiscalYear,
  firstOfMonth,
  lastOfMonth,
  meetingOf,
  type Period,
  proRata,
  slicesOf,
  within,
} from './periods.js';
import type {
  DayWorked,
  EnteredAmount,
  Evidence,
  LineTerms,
  Statement,
  StatementFacts,
  StatementLine,
  TermsVersion,
} from './terms.js';

/**
 * What each row of the matrix comes to in a period, who bears how much of it, and why. Reckoned month by month, and
 * apart where terms change within one, so that whoever is billed for longer or shorter periods sees the same figures.
 * The same facts give the same statement, in whatever order they come.
 */
export function statementOf(facts: StatementFacts, asked: Period): Statement {
  const period = meetingOf(facts.term, asked);
  if (!period) return { lines: [], unmatched: [] };
  const changes = facts.versions.map(({ validFrom }) => validFrom);
  const lines = slicesOf(period, changes).flatMap((slice) => {
    const version = versionOn(facts.versions, slice.from);
    if (!version) return [];
    const isLast = slice.to === lastOfMonth(slice.to) || slice.to === facts.term.to;
    return version.lines
      .map((terms) => lineOf(facts, { slice, version, terms, takesEntered: isLast }))
      .filter((line) => line.totalYen !== 0 || line.evidence.length > 0);
  });
  const matched = new Set(lines.flatMap(({ evidence }) => evidence.map(({ refId }) => refId)));
  const unmatched = facts.entered.filter(({ id, month }) => inMonths(month, period) && !matched.has(id));
  return { lines: [...lines].sort(inOrder), unmatched };
}

const inMonths = (month: string, { from, to }: Period): boolean =>
  firstOfMonth(from) <= month && month <= firstOfMonth(to);

/** Of all versions that hold on a day, the latest. */
export function versionOn(versions: readonly TermsVersion[], date: string): TermsVersion | null {
  return versions
    .filter(({ validFrom }) => validFrom <= date)
    .reduce<TermsVersion | null>((last, one) => (last && last.version > one.version ? last : one), null);
}

interface Cell {
  readonly slice: Period;
  readonly version: TermsVersion;
  readonly terms: LineTerms;
  /** Whether the slice ends its month: what was entered for a month follows the terms of its last day. */
  readonly takesEntered: boolean;
}

function lineOf(facts: StatementFacts, { slice, version, terms, takesEntered }: Cell): StatementLine {
  const days = countedDays(facts.days, terms, slice);
  const entered = takesEntered ? enteredFor(facts.entered, terms, slice) : [];
  const halfDays = sumOf(days, (day) => day.halfDays);
  const enteredYen = sumOf(entered, ({ yen }) => yen);
  const totalYen = agreedYen(terms, slice, days) + enteredYen;
  return {
    ...slice,
    version: version.version,
    terms,
    fiscalYear: fiscalYearOf(slice.from),
    totalYen,
    halfDays,
    enteredYen,
    shares: apportion(totalYen, weightsOf(terms, days), terms.remainderPartyId),
    evidence: [...days.map(dayEvidence), ...entered.map(enteredEvidence)],
  };
}

/** The days that a row counts: of its source, in the slice, and by days only those at a party that takes part. */
function countedDays(days: readonly DayWorked[], terms: LineTerms, slice: Period): DayWorked[] {
  const parties = new Set<string | null>(terms.shares.map(({ partyId }) => partyId));
  return days
    .filter(({ source, date, partyId }) => {
      const takesPart = terms.shareRule === 'FIXED' || parties.has(partyId);
      return source === terms.daySource && within(date, slice) && takesPart;
    })
    .sort((a, b) => order(a.date, b.date) || order(a.refId, b.refId));
}

const enteredFor = (entered: readonly EnteredAmount[], terms: LineTerms, slice: Period): EnteredAmount[] =>
  entered
    .filter(
      ({ item, label, month }) =>
        item === terms.item && label === terms.label && month === firstOfMonth(slice.to),
    )
    .sort((a, b) => order(a.id, b.id));

/** What arises by the terms alone, without what was entered. Half a day is half the yen of a day, rounded down. */
function agreedYen(terms: LineTerms, slice: Period, days: readonly DayWorked[]): number {
  const yen = terms.yen ?? 0;
  switch (terms.amountRule) {
    case 'MONTHLY':
      return proRata(yen, monthOf(slice), slice);
    case 'YEARLY':
      return proRata(yen, fiscalYear(fiscalYearOf(slice.from)), slice);
    case 'PER_DAY':
      return Math.floor((yen * sumOf(days, (day) => day.halfDays)) / 2);
    case 'ATTENDANCE_TRAVEL':
      return sumOf(days, (day) => day.travelYen);
    case 'ENTERED':
      return 0;
  }
}

export const monthOf = ({ from }: Period): Period => ({ from: firstOfMonth(from), to: lastOfMonth(from) });

function weightsOf(terms: LineTerms, days: readonly DayWorked[]): Weight[] {
  if (terms.shareRule === 'FIXED') return [...terms.shares];
  return terms.shares.map(({ partyId }) => ({
    partyId,
    weight: sumOf(
      days.filter((day) => day.partyId === partyId),
      (day) => day.halfDays,
    ),
  }));
}

const dayEvidence = (day: DayWorked): Evidence => ({
  kind: day.source,
  refId: day.refId,
  date: day.date,
  partyId: day.partyId,
  halfDays: day.halfDays,
  yen: day.travelYen,
});

const enteredEvidence = (one: EnteredAmount): Evidence => ({
  kind: 'ENTERED',
  refId: one.id,
  date: one.month,
  partyId: null,
  halfDays: 0,
  yen: one.yen,
});

const sumOf = <Row>(rows: readonly Row[], of: (row: Row) => number): number =>
  rows.reduce((sum, row) => sum + of(row), 0);

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By day; within one, as the matrix has them. */
const inOrder = (a: StatementLine, b: StatementLine): number => order(a.from, b.from);

import type { EmploymentForm } from '@banso/engagement';
import { addDays, type LocalDate } from '@banso/kernel';
import { type CostItem, meetingOf, type Period } from './reckoning/index.js';

/** Bodies that a measure is for. */
export const BEARERS = ['PREFECTURE', 'MUNICIPALITY'] as const;
export type Bearer = (typeof BEARERS)[number];

/** What a measure counts, as the prefecture has entered it: nothing of it is known to the software. */
export interface TaxMeasure {
  readonly id: string;
  readonly measure: string;
  readonly bearer: Bearer;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly ratePerMille: number;
  /** Yen of one body and fiscal year; null: none stated. */
  readonly ceilingYen: number | null;
  readonly items: readonly CostItem[];
  /** None: any. */
  readonly appointmentForms: readonly string[];
}

/** What a body bears of one row of a matrix in one slice of the year. */
export interface BorneCost {
  readonly agreementId: string;
  readonly partyId: string;
  readonly bearer: Bearer;
  readonly item: CostItem;
  readonly label: string;
  readonly clauseNo: number;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly yen: number;
  /** The issued bill that says so; null where it is reckoned and not billed, or never is. */
  readonly invoiceNumber: string | null;
}

/** Somebody who was placed under an agreement in the year. */
export interface PlacedPerson {
  readonly agreementId: string;
  readonly specialistId: string;
  readonly name: string;
  readonly nameEn: string;
  /** 任用形態: of the recorded employment, otherwise as the record of the specialist words it. */
  readonly form: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** In the words of the statute; measures are entered in them too. */
const FORM_WORDS: Readonly<Record<EmploymentForm, string>> = {
  FULL_TIME: '常勤',
  FIXED_TERM: '任期付',
  FISCAL_YEAR: '会計年度任用',
  SPECIAL_PART_TIME: '特別職非常勤',
  COMMISSION: '委託',
  DISPATCH: '派遣',
  CONCURRENT: '併任',
};

/** A recorded employment; null = without an end. */
interface Employed {
  readonly form: EmploymentForm;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate | null;
}

/** The form of appointment through a term, cut where it changes: as recorded, and in `wording` for days without a record. */
export function formsThrough(
  term: Period,
  employments: readonly Employed[],
  wording: string,
): (Period & { readonly form: string })[] {
  const recorded = employments
    .flatMap(({ form, startsOn, endsOn }) => {
      const part = meetingOf({ from: startsOn, to: endsOn ?? term.to }, term);
      return part ? [{ ...part, form: FORM_WORDS[form] }] : [];
    })
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  const parts: (Period & { form: string })[] = [];
  let open = term.from;
  for (const part of recorded) {
    if (open < part.from) parts.push({ from: open, to: addDays(part.from, -1), form: wording });
    parts.push(part);
    open = addDays(part.to, 1);
  }
  if (open <= term.to) parts.push({ from: open, to: term.to, form: wording });
  return parts;
}

/** Why a cost counts, or not. */
export const EVIDENCE_VERDICTS = [
  'COUNTS',
  'NO_MEASURE',
  'FORM_NOT_COUNTED',
  'FORMS_DIFFER',
  'NOBODY_PLACED',
] as const;
export type EvidenceVerdict = (typeof EVIDENCE_VERDICTS)[number];

/** What a body bears of one item of an agreement, held against one measure. */
export interface EvidenceRow {
  readonly agreementId: string;
  readonly partyId: string;
  readonly item: CostItem;
  /** Null: no measure of the year counts such an item for such a body. */
  readonly measureId: string | null;
  readonly yen: number;
  readonly verdict: EvidenceVerdict;
  readonly persons: readonly PlacedPerson[];
  readonly costs: readonly BorneCost[];
}

/** What a measure comes to for one body in the year. */
export interface EvidenceTotal {
  readonly partyId: string;
  readonly measureId: string;
  /** What counts. */
  readonly baseYen: number;
  /** At the rate, rounded down. */
  readonly ratedYen: number;
  /** At most the ceiling. */
  readonly yen: number;
}

export interface TaxEvidence {
  readonly rows: readonly EvidenceRow[];
  readonly totals: readonly EvidenceTotal[];
}

interface Facts {
  readonly fiscalYear: number;
  readonly measures: readonly TaxMeasure[];
  readonly costs: readonly BorneCost[];
  readonly persons: readonly PlacedPerson[];
}

/** 基礎数値の根拠: what each body bore in a fiscal year, held against each measure of the year. */
export function taxEvidenceOf({ fiscalYear, measures, costs, persons }: Facts): TaxEvidence {
  const inForce = measures.filter(
    ({ firstYear, lastYear }) => firstYear <= fiscalYear && fiscalYear <= lastYear,
  );
  const rows = grouped(costs).flatMap((group): EvidenceRow[] => {
    const [{ agreementId, partyId, bearer, item }] = group;
    const placed = persons.filter((person) => person.agreementId === agreementId);
    const about = { agreementId, partyId, item, persons: placed, costs: group, yen: sumOf(group) };
    const counting = inForce.filter((one) => one.bearer === bearer && one.items.includes(item));
    if (counting.length === 0) return [{ ...about, measureId: null, verdict: 'NO_MEASURE' }];
    return counting.map((one) => ({ ...about, measureId: one.id, verdict: verdictOf(one, placed) }));
  });
  return { rows, totals: inForce.flatMap((measure) => totalsOf(measure, rows)) };
}

function verdictOf({ appointmentForms }: TaxMeasure, persons: readonly PlacedPerson[]): EvidenceVerdict {
  if (persons.length === 0) return 'NOBODY_PLACED';
  if (appointmentForms.length === 0) return 'COUNTS';
  const counted = persons.filter(({ form }) => appointmentForms.includes(form)).length;
  if (counted === 0) return 'FORM_NOT_COUNTED';
  return counted === persons.length ? 'COUNTS' : 'FORMS_DIFFER';
}

function totalsOf(measure: TaxMeasure, rows: readonly EvidenceRow[]): EvidenceTotal[] {
  const counting = rows.filter(({ measureId, verdict }) => measureId === measure.id && verdict === 'COUNTS');
  return [...new Set(counting.map(({ partyId }) => partyId))].map((partyId) => {
    const baseYen = sumOf(counting.filter((row) => row.partyId === partyId));
    const ratedYen = Math.max(0, Number((BigInt(baseYen) * BigInt(measure.ratePerMille)) / 1000n));
    const yen = measure.ceilingYen === null ? ratedYen : Math.min(ratedYen, measure.ceilingYen);
    return { partyId, measureId: measure.id, baseYen, ratedYen, yen };
  });
}

type Group = readonly [BorneCost, ...BorneCost[]];

/** By agreement, body and item, in the order in which they came. */
function grouped(costs: readonly BorneCost[]): Group[] {
  const groups = new Map<string, [BorneCost, ...BorneCost[]]>();
  for (const cost of costs) {
    const key = `${cost.agreementId} ${cost.partyId} ${cost.item}`;
    const group = groups.get(key);
    if (group) group.push(cost);
    else groups.set(key, [cost]);
  }
  return [...groups.values()];
}

const sumOf = (rows: readonly { readonly yen: number }[]): number =>
  rows.reduce((sum, { yen }) => sum + yen, 0);

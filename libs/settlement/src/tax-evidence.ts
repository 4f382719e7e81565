import type { LocalDate } from '@banso/kernel';
import type { CostItem } from './reckoning/index.js';

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
  /** 任用形態, as it is written down. */
  readonly form: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
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

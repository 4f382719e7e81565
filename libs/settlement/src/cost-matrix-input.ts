import { badInput, type InputFault, localDate, text, uuid } from '@banso/kernel';
import { z } from 'zod';
import {
  AGREED_AMOUNTS,
  AMOUNT_RULES,
  type AmountRule,
  COST_ITEMS,
  type CostItem,
  DAY_SOURCES,
  type DaySource,
  type LineTerms,
  SHARE_RULES,
  type ShareRule,
} from './reckoning/index.js';

/** Who bears how much, in relation to the others; by days, the number says nothing. */
export interface ShareInput {
  readonly partyId: string;
  readonly share: number;
}

/** A row as the hub writes it. */
export interface CostLineInput {
  readonly item: CostItem;
  readonly label: string;
  readonly clauseNo: number;
  readonly amountRule: AmountRule;
  readonly yen?: number | null;
  readonly daySource?: DaySource | null;
  readonly shareRule: ShareRule;
  readonly shares: readonly ShareInput[];
  /** The agreement's, unless another is named. */
  readonly remainderPartyId?: string | null;
}

export interface CostMatrixInput {
  readonly agreementId: string;
  readonly validFrom: string;
  readonly reason: string;
  readonly lines: readonly CostLineInput[];
  /** The latest version that the writer has read; 0 = none was there. */
  readonly version: number;
}

/** Small enough that a year of everything still is a number of the database. */
export const MOST_YEN = 100_000_000;
const MOST_LINES = 30;
const MOST_PARTIES = 60;

export const costMatrixSchema = z.object({
  validFrom: localDate(),
  reason: text(500),
  version: z.number().int().min(0),
  lines: z
    .array(
      z.object({
        item: z.enum(COST_ITEMS),
        label: text(60),
        clauseNo: z.number().int().min(1).max(999),
        amountRule: z.enum(AMOUNT_RULES),
        yen: z.number().int().min(1).max(MOST_YEN).nullish(),
        daySource: z.enum(DAY_SOURCES).nullish(),
        shareRule: z.enum(SHARE_RULES),
        shares: z
          .array(z.object({ partyId: uuid(), share: z.number().int().min(1).max(1_000_000) }))
          .min(1)
          .max(MOST_PARTIES),
        remainderPartyId: uuid().nullish(),
      }),
    )
    .min(1)
    .max(MOST_LINES),
});
type Line = z.infer<typeof costMatrixSchema>['lines'][number];

/** What the rows are held against. */
export interface MatrixGround {
  /** Bears remainders unless a row names another. */
  readonly remainderPartyId: string | null;
  readonly partyIds: readonly string[];
  /** Parties with a town: only these can have days. */
  readonly townPartyIds: readonly string[];
  readonly clauseNos: readonly number[];
}

/** Rows that can be reckoned, or every fault at once. */
export function termsFrom(lines: readonly Line[], ground: MatrixGround): LineTerms[] {
  const faults = lines.flatMap((line, i) => faultsOf(line, `lines.${i}`, ground));
  const names = lines.map(({ item, label }) => `${item} ${label}`);
  names.forEach((name, i) => {
    if (names.indexOf(name) < i) faults.push({ path: `lines.${i}.label`, rule: 'twice' });
  });
  if (faults.length > 0) throw badInput(...faults);
  return lines.map((line) => ({
    item: line.item,
    label: line.label,
    clauseNo: line.clauseNo,
    amountRule: line.amountRule,
    yen: AGREED_AMOUNTS.includes(line.amountRule) ? (line.yen ?? null) : null,
    daySource: daySourceOf(line),
    shareRule: line.shareRule,
    shares: line.shares.map(({ partyId, share }) => ({
      partyId,
      weight: line.shareRule === 'BY_DAYS' ? 1 : share,
    })),
    remainderPartyId: remainderOf(line, ground) ?? '',
  }));
}

const countsDays = ({ amountRule, shareRule }: Line): boolean =>
  amountRule === 'PER_DAY' || shareRule === 'BY_DAYS';

function daySourceOf(line: Line): DaySource | null {
  if (line.amountRule === 'ATTENDANCE_TRAVEL') return 'ATTENDANCE';
  return countsDays(line) ? (line.daySource ?? null) : null;
}

/** Who is alone bears all; otherwise whom the row names, or the agreement does. */
function remainderOf({ shares, remainderPartyId }: Line, ground: MatrixGround): string | null {
  const [only, ...others] = shares;
  if (only && others.length === 0) return only.partyId;
  const named = remainderPartyId ?? ground.remainderPartyId;
  return shares.some(({ partyId }) => partyId === named) ? named : null;
}

function faultsOf(line: Line, path: string, ground: MatrixGround): InputFault[] {
  const faults: InputFault[] = [];
  const fault = (field: string, rule: string, facts = {}) =>
    faults.push({ path: `${path}.${field}`, rule, facts });
  if (AGREED_AMOUNTS.includes(line.amountRule) && (line.yen ?? null) === null) fault('yen', 'required');
  if (countsDays(line) && line.amountRule !== 'ATTENDANCE_TRAVEL' && (line.daySource ?? null) === null)
    fault('daySource', 'required');
  if (!ground.clauseNos.includes(line.clauseNo)) fault('clauseNo', 'no-such-clause', { no: line.clauseNo });
  const ids = line.shares.map(({ partyId }) => partyId);
  if (new Set(ids).size < ids.length) fault('shares', 'twice');
  else if (ids.some((id) => !ground.partyIds.includes(id))) fault('shares', 'no-party');
  else if (line.shareRule === 'BY_DAYS' && ids.some((id) => !ground.townPartyIds.includes(id)))
    fault('shares', 'no-town');
  else if (remainderOf(line, ground) === null) fault('remainderPartyId', 'remainder-party');
  return faults;
}

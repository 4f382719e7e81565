import { Visit } from '@banso/dispatch';
import type { Tx } from '@banso/platform';
import { In } from 'typeorm';
import {
  type Missing,
  type Reckoned,
  type ReckonedLine,
  ruleOn,
  sumOf,
  tourShares,
  travelRule,
} from './rules/index.js';
import type { TravelClaim } from './travel-claim.entity.js';
import { claimVisitsOf, journeyOf, journeyRowsOf } from './travel-claim.queries.js';
import type { TravelClaimVisit } from './travel-claim-visit.entity.js';
import { feeLine, type PayerWithFee, payersOf, takesActuals } from './travel-payer.js';
import { termsOfRule, TravelRuleVersion } from './travel-rule-version.entity.js';

/** What a payer's rule makes of the whole journey. */
export interface RuleReckoning extends Reckoned {
  readonly version: TravelRuleVersion;
}

/** A visit of a claim with who pays for it and how much, as things stand now. */
export interface ClaimedVisit {
  readonly part: TravelClaimVisit;
  readonly visit: Visit;
  readonly payer: PayerWithFee;
  /** Null: the payer has no rule for that day. */
  readonly version: TravelRuleVersion | null;
  readonly yen: number;
  readonly weight: number;
  readonly weightSum: number;
  readonly feeYen: number;
}

/** A claim as it would be granted now. */
export interface ClaimReckoning {
  readonly visits: readonly ClaimedVisit[];
  readonly rules: readonly RuleReckoning[];
  readonly fees: readonly ReckonedLine[];
  readonly missing: readonly Missing[];
  /** Who pays and has no rule: the prefecture where it is null. */
  readonly withoutRule: readonly { readonly partyName: string | null }[];
  /** Travel has an agreed price there: nothing may come on top of it. */
  readonly agreedPrice: boolean;
  readonly totalYen: number;
}

/** By the rules of whoever pays for the visits, as they hold on the day of departure. */
export async function reckonClaim(tx: Tx, claim: TravelClaim): Promise<ClaimReckoning> {
  const parts = await claimVisitsOf(tx, [claim.id]);
  const visits = await tx.findBy(Visit, { id: In(parts.map(({ visitId }) => visitId)) });
  const payers = await payersOf(tx, visits);
  const versions = await tx.findBy(TravelRuleVersion, { prefectureId: claim.prefectureId });
  const ruleOf = ({ partyId }: PayerWithFee) =>
    ruleOn(
      versions.filter((version) => version.partyId === partyId),
      claim.fromOn,
    );
  const journey = journeyOf(claim, await journeyRowsOf(tx, claim.id));
  const found = parts.flatMap((part) => {
    const visit = visits.find(({ id }) => id === part.visitId);
    const payer = payers.get(part.visitId);
    return visit && payer ? [{ part, visit, payer, version: ruleOf(payer) }] : [];
  });
  const rules = rulesIn(found).map((version): RuleReckoning => {
    const rule = travelRule(version.ruleCode);
    return { version, ...(rule?.reckon(journey, termsOfRule(version)) ?? { lines: [], missing: [] }) };
  });
  const shares = tourShares(
    found.map(({ part, version }) => ({
      visitId: part.visitId,
      halfDays: part.halfDays,
      ruleVersionId: version?.id ?? '',
    })),
    claim.shareRule,
    new Map(rules.map((one) => [one.version.id, one])),
  );
  const fees = found.map(({ part, payer }) => (payer.fee ? feeLine(payer.fee, part) : null));
  const claimed = found.map((one, i): ClaimedVisit => {
    const { yen = 0, weight = 0, weightSum = 0 } = shares[i] ?? {};
    return { ...one, yen, weight, weightSum, feeYen: fees[i]?.yen ?? 0 };
  });
  return {
    visits: claimed,
    rules,
    fees: fees.filter((line) => line !== null),
    missing: distinct(rules.flatMap(({ missing }) => missing)),
    withoutRule: distinct(
      claimed.filter(({ version }) => !version).map(({ payer: { partyName } }) => ({ partyName })),
    ),
    agreedPrice: claimed.some(({ payer: { agreement } }) => agreement && !takesActuals(agreement.travel)),
    totalYen: claimed.reduce((sum, { yen, feeYen }) => sum + yen + feeYen, 0),
  };
}

const rulesIn = (visits: readonly { readonly version: TravelRuleVersion | null }[]): TravelRuleVersion[] => [
  ...new Map(visits.flatMap(({ version }) => (version ? [[version.id, version] as const] : []))).values(),
];

const distinct = <Row>(rows: readonly Row[]): Row[] => [
  ...new Map(rows.map((row) => [JSON.stringify(row), row])).values(),
];

/** Whether anything is to be paid: without a rule nobody knows. */
export const isNothing = ({ withoutRule, rules, fees }: ClaimReckoning): boolean =>
  withoutRule.length === 0 && rules.every(({ lines }) => sumOf(lines) === 0) && sumOf(fees) === 0;

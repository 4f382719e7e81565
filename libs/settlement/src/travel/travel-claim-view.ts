import { Party } from '@banso/engagement';
import type { Tx } from '@banso/platform';
import { In } from 'typeorm';
import { type Missing, type ReckonedLine, sumOf } from './rules/index.js';
import type { TravelClaim } from './travel-claim.entity.js';
import { claimVisitsOf, travelLinesOf } from './travel-claim.queries.js';
import { isGranted } from './travel-claim-status.js';
import type { TravelClaimVisit } from './travel-claim-visit.entity.js';
import type { TravelLine } from './travel-line.entity.js';
import { reckonClaim } from './travel-reckoning.js';
import { TravelRuleVersion } from './travel-rule-version.entity.js';

/** The part of one rule in a claim: its amounts for the whole journey. */
export interface ViewedRule {
  readonly version: TravelRuleVersion;
  readonly lines: readonly ReckonedLine[];
  readonly yen: number;
}

/** Who pays how much for a visit. */
export interface ViewedVisit {
  readonly part: TravelClaimVisit;
  /** Null: the prefecture. */
  readonly payerName: string | null;
  readonly yen: number;
  readonly feeYen: number;
}

/** The figures of a claim: as they were granted, or as they would be now. */
export interface ClaimView {
  readonly granted: boolean;
  readonly rules: readonly ViewedRule[];
  readonly fees: readonly ReckonedLine[];
  readonly visits: readonly ViewedVisit[];
  readonly missing: readonly Missing[];
  /** Payers without a rule; an empty name is the prefecture. */
  readonly withoutRule: readonly string[];
  readonly agreedPrice: boolean;
  readonly totalYen: number;
}

/** Of a claim that the caller has already been allowed to see. */
export const viewClaim = (tx: Tx, claim: TravelClaim): Promise<ClaimView> =>
  isGranted(claim.status) ? frozenView(tx, claim) : presentView(tx, claim);

async function presentView(tx: Tx, claim: TravelClaim): Promise<ClaimView> {
  const { rules, fees, visits, missing, withoutRule, agreedPrice, totalYen } = await reckonClaim(tx, claim);
  return {
    granted: false,
    rules: rules.map(({ version, lines }) => ({ version, lines, yen: sumOf(lines) })),
    fees,
    visits: visits.map(({ part, payer, yen, feeYen }) => ({ part, payerName: payer.partyName, yen, feeYen })),
    missing,
    withoutRule: withoutRule.map(({ partyName }) => partyName ?? ''),
    agreedPrice,
    totalYen,
  };
}

async function frozenView(tx: Tx, claim: TravelClaim): Promise<ClaimView> {
  const parts = await claimVisitsOf(tx, [claim.id]);
  const lines = await travelLinesOf(tx, [claim.id]);
  const ids = [...new Set(lines.flatMap(({ ruleVersionId }) => ruleVersionId ?? []))];
  const versions = await tx.findBy(TravelRuleVersion, { id: In(ids) });
  const parties = await tx.findBy(Party, { id: In(parts.flatMap(({ partyId }) => partyId ?? [])) });
  const ofRule = (id: string | null): ReckonedLine[] =>
    lines.filter(({ ruleVersionId }) => ruleVersionId === id).map(reckonedOf);
  return {
    granted: true,
    rules: ids.flatMap((id) => {
      const version = versions.find((one) => one.id === id);
      const of = ofRule(id);
      return version ? [{ version, lines: of, yen: sumOf(of) }] : [];
    }),
    fees: ofRule(null),
    visits: parts.map((part) => ({
      part,
      payerName: parties.find(({ id }) => id === part.partyId)?.name ?? null,
      yen: part.yen ?? 0,
      feeYen: part.feeYen ?? 0,
    })),
    missing: [],
    withoutRule: [],
    agreedPrice: false,
    totalYen: claim.totalYen,
  };
}

const reckonedOf = ({
  kind,
  onDate,
  yen,
  clauseJa,
  clauseEn,
  formulaJa,
  formulaEn,
}: TravelLine): ReckonedLine => ({
  kind,
  onDate,
  yen,
  clause: { ja: clauseJa, en: clauseEn },
  formula: { ja: formulaJa, en: formulaEn },
});

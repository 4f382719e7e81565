import { Attendance, Placement } from '@banso/engagement';
import { type Change, DomainError, type LocalDate, localDateOf } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import { Between, In, IsNull, MoreThan } from 'typeorm';
import { billCovering } from '../agreement-costs.queries.js';
import { CostActual } from '../cost-actual.entity.js';
import { firstOfMonth, type LineTerms, monthOf, nextMonth } from '../reckoning/index.js';
import type { TravelClaim } from './travel-claim.entity.js';
import { TravelClaimVisit } from './travel-claim-visit.entity.js';
import { TravelLine } from './travel-line.entity.js';
import { linesInMonth, type PayingAgreement, takesActuals, travelRow } from './travel-payer.js';
import type { ClaimedVisit, ClaimReckoning } from './travel-reckoning.js';

/** The agreements whose costs a claim changes, in the order in which they are locked. */
export const agreementsIn = ({ visits }: ClaimReckoning): string[] =>
  [...new Set(visits.flatMap(({ payer: { agreement } }) => agreement?.id ?? []))].sort();

/** Freezes what is granted, and enters each visit's part as the actual amount (実額) of its agreement and month. */
export async function handOver(
  tx: Tx,
  claim: TravelClaim,
  reckoning: ClaimReckoning,
  change: Change,
): Promise<void> {
  await insertFrozenLines(tx, claim, reckoning);
  for (const one of reckoning.visits) {
    const charged = await charge(tx, claim, one, change);
    await tx.update(
      TravelClaimVisit,
      { visitId: one.part.visitId },
      {
        agreementId: one.payer.agreement?.id ?? null,
        partyId: one.payer.partyId,
        ruleVersionId: one.version?.id ?? null,
        yen: one.yen,
        feeYen: one.feeYen,
        costActualId: charged?.id ?? null,
        chargedMonth: charged?.month ?? null,
      },
    );
  }
}

async function insertFrozenLines(tx: Tx, claim: TravelClaim, { rules, fees }: ClaimReckoning): Promise<void> {
  const lines = [
    ...rules.flatMap(({ version, lines: of }) => of.map((line) => ({ line, ruleVersionId: version.id }))),
    ...fees.map((line) => ({ line, ruleVersionId: null })),
  ];
  const rows = lines.map(({ line, ruleVersionId }, i) =>
    TravelLine.of(claim, line, { ruleVersionId, position: i + 1 }),
  );
  if (rows.length > 0) await tx.insert(TravelLine, rows);
}

/** A fee is counted by the statement itself: only travel is entered. */
async function charge(
  tx: Tx,
  claim: TravelClaim,
  { payer: { agreement }, visit, yen }: ClaimedVisit,
  { actor, at }: Change,
): Promise<CostActual | null> {
  if (!agreement || yen === 0) return null;
  const date = localDateOf(visit.startsAt);
  const { month, line } = await openMonth(tx, agreement, { date, today: localDateOf(at) });
  const actual = CostActual.enter(
    { id: agreement.id, prefectureId: claim.prefectureId },
    {
      item: 'TRAVEL',
      label: line.label,
      month,
      yen,
      evidence: `旅費請求 ${claim.number ?? ''}（訪問日 ${date}）`,
    },
    { actor, at },
  );
  await tx.insert(CostActual, actual);
  return actual;
}

/** The visit's month; where it was billed, the next that was not, as with every correction. */
async function openMonth(
  tx: Tx,
  agreement: PayingAgreement,
  { date, today }: { readonly date: LocalDate; readonly today: LocalDate },
): Promise<{ readonly month: LocalDate; readonly line: LineTerms }> {
  const last = firstOfMonth(agreement.term.to < today ? agreement.term.to : today);
  for (let month = firstOfMonth(date); month <= last; month = nextMonth(month)) {
    const line = travelRow(linesInMonth(agreement.versions, agreement.term, month));
    const bill = await billCovering(tx, agreement.id, monthOf({ from: month, to: month }));
    if (!bill && line && takesActuals(line)) return { month, line };
  }
  throw new DomainError('CONFLICT', 'travel-claim.no-open-month', { date });
}

/** The same way was recorded with a day worked, and the statement has it from there. */
export async function requireNotInAttendance(
  tx: Tx,
  claim: TravelClaim,
  { visits }: ClaimReckoning,
): Promise<void> {
  const ids = visits.flatMap(({ payer: { agreement } }) =>
    agreement?.travel.amountRule === 'ATTENDANCE_TRAVEL' ? [agreement.id] : [],
  );
  if (ids.length === 0) return;
  const placements = await tx.findBy(Placement, {
    specialistId: claim.specialistId,
    agreementId: In(ids),
  });
  const day = await tx.findOneBy(Attendance, {
    placementId: In(placements.map(({ id }) => id)),
    workedOn: Between(claim.fromOn, claim.toOn),
    travelYen: MoreThan(0),
    removedAt: IsNull(),
  });
  if (day) throw new DomainError('CONFLICT', 'travel-claim.attendance-has-travel', { date: day.workedOn });
}

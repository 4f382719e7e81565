import { type ContractDays, contractDaysOf, type CountedDays, countDays } from '@banso/dispatch';
import { type Agreement, agreementsByIds, noticeOn, placementsOf } from '@banso/engagement';
import { type Actor, badInput, type LocalDate, localDateOf, permit } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import { getSpecialist } from '@banso/talent';

/** 日数: what a specialist has used of a fiscal year, what is planned, and what was agreed. */
export interface OwnDays extends CountedDays, ContractDays {
  readonly fiscalYear: number;
  /** The last day on which somebody may be sent under what binds today; null without an agreement. */
  readonly contractEndsOn: LocalDate | null;
  /** From which day its end is talked about. */
  readonly noticeFrom: LocalDate | null;
}

const FIRST_YEAR = 2000;
const LAST_YEAR = 2200;
/** Never binding: not yet signed, or never will be. */
const NOT_AGREED: readonly Agreement['status'][] = ['DRAFT', 'IN_CONSULTATION', 'WITHDRAWN'];

/** A specialist's own year. */
export async function ownDays(
  tx: Tx,
  actor: Actor,
  { fiscalYear, now }: { readonly fiscalYear: number; readonly now: Date },
): Promise<OwnDays> {
  permit(actor.role === 'SPECIALIST');
  if (fiscalYear < FIRST_YEAR || fiscalYear > LAST_YEAR)
    throw badInput({ path: 'fiscalYear', rule: 'invalid' });
  const { specialistId } = actor;
  const person = await getSpecialist(tx, actor, specialistId);
  const { entries, ...year } = (await contractDaysOf(tx, actor, [person], fiscalYear))(person);
  return {
    fiscalYear,
    ...year,
    ...countDays(entries),
    ...(await contractEndOf(tx, actor, specialistId, localDateOf(now))),
  };
}

async function contractEndOf(
  tx: Tx,
  actor: Actor,
  specialistId: string,
  today: LocalDate,
): Promise<Pick<OwnDays, 'contractEndsOn' | 'noticeFrom'>> {
  const placements = await placementsOf(tx, actor, [specialistId]);
  const ids = [...new Set(placements.flatMap(({ agreementId }) => agreementId ?? []))];
  const last = (await agreementsByIds(tx, actor, ids))
    .filter(({ status }) => !NOT_AGREED.includes(status))
    .filter(({ startsOn, endsOn }) => startsOn <= today && today <= endsOn)
    .sort((a, b) => b.endsOn.localeCompare(a.endsOn))[0];
  return { contractEndsOn: last?.endsOn ?? null, noticeFrom: last ? noticeOn(last) : null };
}

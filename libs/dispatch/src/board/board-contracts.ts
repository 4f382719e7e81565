import { type Actor, fiscalYearOf, groupBy, type LocalDate, localDateOf } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import type { Specialist } from '@banso/talent';
import { contractDaysOf } from '../contract/contract-days.js';
import { countOf, type DayEntry } from '../contract/day-count.js';
import { halvesOfVisit } from '../contract/halves-of-visit.js';
import type { ProposedVisit } from '../proposed-visit.entity.js';
import type { BoardContract } from './board.js';

/** People's contracts in the fiscal year of a day, and what the drafts would add to them. */
export async function contractsOnBoard(
  tx: Tx,
  actor: Actor,
  people: readonly Specialist[],
  { on, drafts }: { readonly on: LocalDate; readonly drafts: readonly ProposedVisit[] },
): Promise<(person: Specialist) => BoardContract> {
  const year = fiscalYearOf(on);
  const contractOf = await contractDaysOf(tx, actor, people, year);
  const draftsOf = groupBy(drafts, ({ specialistId }) => specialistId);
  return (person) => {
    const { entries, usedDays, plannedDays, contractDays, basis } = contractOf(person);
    const more = (draftsOf.get(person.id) ?? []).map(entryOf);
    const within = more.filter(({ date }) => fiscalYearOf(date) === year);
    const draftedDays = countOf([...entries, ...within]).plannedDays - plannedDays;
    return { usedDays, plannedDays, draftedDays, contractDays, basis };
  };
}

const entryOf = (draft: ProposedVisit): DayEntry => ({
  date: localDateOf(draft.startsAt),
  municipalityId: draft.municipalityId,
  used: false,
  takes: halvesOfVisit(draft),
});

import { type Clock, fiscalYearOf } from '@banso/kernel';
import type { Db } from '@banso/platform';
import { TRAVEL_RULES, TravelRuleService } from '@banso/settlement';
import type { DemoPeople } from './demo-people.js';

/** The prefecture pays by what is known publicly of the national act; nobody has checked the figures. */
export async function makeTravelRule(
  { db, clock }: { readonly db: Db; readonly clock: Clock },
  { hub }: DemoPeople,
): Promise<void> {
  const [rule] = TRAVEL_RULES;
  if (!rule) return;
  const { title, amounts, ceilings, receiptFor } = rule.template.terms;
  const listed = (figures: Readonly<Record<string, number>>) =>
    Object.entries(figures).map(([key, yen]) => ({ key, yen }));
  await new TravelRuleService(db, clock).set(hub, {
    partyId: null,
    validFrom: `${fiscalYearOf(clock.today())}-04-01`,
    ruleId: rule.id,
    title,
    // The rate of an own car is made up for the demonstration: no source was found for it.
    amounts: listed({ ...amounts, carYenPerKm: 20 }),
    ceilings: listed(ceilings),
    receiptFor,
    source: `${rule.template.source.ja}。自家用車の単価20円は架空`,
    checked: false,
    version: 0,
  });
}

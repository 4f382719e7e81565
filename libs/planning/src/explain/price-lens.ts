import type { Assignment } from '../plan.js';
import { PlanView } from '../plan-view.js';
import { dayOf, nightsOf } from '../problem.js';
import type { Priced, SoftRule } from '../rules/rule.js';
import { DayOrder } from './day-order.js';
import { viewOf, type Focus } from './focus.js';
import { SOFT_REACH, type SoftReach } from './reach.js';
import { entry } from './trials.js';

/** Key of no place, and of places that change nothing for a rule. */
const NOWHERE = 'nowhere';

/** What soft rules say of a small plan in which one visit lies here or there, or nowhere (null). */
export class PriceLens {
  private readonly others: readonly Assignment[];
  private readonly without: PlanView;
  private readonly orders = new Map<string, DayOrder>();
  /** By rule, then by what it can tell apart. */
  private readonly known = new Map<SoftRule, Map<string, readonly Priced[]>>();
  private keys: { readonly place: Assignment; readonly byReach: Map<SoftReach, string> } | null = null;
  private latest: { readonly place: Assignment; readonly view: PlanView } | null = null;

  /** `focus` may have the visit in it or not; `specialistId`: whose days are looked at, if not everyone's. */
  constructor(
    private readonly focus: Focus,
    key: Pick<Assignment, 'requestId' | 'visitNo'>,
    private readonly specialistId: string | null,
  ) {
    this.others = focus.assignments.filter(
      ({ requestId, visitNo }) => requestId !== key.requestId || visitNo !== key.visitNo,
    );
    this.without = viewOf({ ...focus, assignments: this.others });
  }

  /** Breaches and their prices; the same list for places that the rule cannot tell apart. */
  priced(rule: SoftRule, somewhere: Assignment | null): readonly Priced[] {
    const elsewhere = this.specialistId !== null && somewhere?.specialistId !== this.specialistId;
    const place = elsewhere ? null : somewhere;
    const key = place ? this.keyFor(SOFT_REACH[rule.id]?.reach ?? 'visit', place) : NOWHERE;
    const known = entry(this.known, rule, () => new Map());
    return entry(known, key, () => rule.violations(this.viewWith(place)));
  }

  private keyFor(reach: SoftReach, place: Assignment): string {
    if (this.keys?.place !== place) this.keys = { place, byReach: new Map() };
    return entry(this.keys.byReach, reach, () => this.keyOf(reach, place));
  }

  /** The same number: the same day and the same neighbours among the visits of whoever is looked at. */
  orderKey(place: Assignment): number {
    return this.orderOf(place).keyOf(place.start, nightsOf(place).length > 0);
  }

  private viewWith(place: Assignment | null): PlanView {
    if (!place) return this.without;
    if (this.latest?.place === place) return this.latest.view;
    const view = viewOf({ ...this.focus, assignments: [...this.others, place] });
    this.latest = { place, view };
    return view;
  }

  private keyOf(reach: SoftReach, place: Assignment): string {
    const { specialistId, mode, start } = place;
    const day = dayOf(start);
    const nights = nightsOf(place);
    switch (reach) {
      case 'placed':
        return 'somewhere';
      case 'pair':
        return `${mode} ${specialistId}`;
      case 'date':
        return `${day}`;
      case 'busy':
        if (nights.length === 0 && this.without.busyDays(specialistId).includes(day)) return NOWHERE;
        return `${day} ${nights.join()} ${mode} ${specialistId}`;
      case 'order':
        return `${this.orderKey(place)} ${nights.join()} ${mode} ${specialistId}`;
      case 'visit':
        return `${start} ${nights.join()} ${mode} ${place.companionId ?? ''} ${specialistId}`;
    }
  }

  private orderOf({ specialistId, start, end }: Assignment): DayOrder {
    const key = `${end - start} ${specialistId}`;
    const order = this.orders.get(key) ?? new DayOrder(this.without, specialistId, end - start);
    this.orders.set(key, order);
    return order;
  }
}

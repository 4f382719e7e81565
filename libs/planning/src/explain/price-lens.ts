import type { Assignment } from '../plan.js';
import { nightsOf, PlanView } from '../plan-view.js';
import { dayOf } from '../problem.js';
import type { Priced, SoftRule } from '../rules/rule.js';
import { DayOrder } from './day-order.js';
import { viewOf, type Focus } from './focus.js';
import { SOFT_REACH, type SoftReach } from './reach.js';

/** What soft rules say of a small plan in which one visit lies here or there, or nowhere (null). */
export class PriceLens {
  private readonly others: readonly Assignment[];
  private readonly without: PlanView;
  private readonly orders = new Map<string, DayOrder>();
  private readonly known = new Map<string, readonly Priced[]>();
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
    const key = `${rule.id} ${this.keyOf(SOFT_REACH[rule.id]?.reach ?? 'visit', place)}`;
    const found = this.known.get(key) ?? rule.violations(this.viewWith(place));
    this.known.set(key, found);
    return found;
  }

  private viewWith(place: Assignment | null): PlanView {
    if (!place) return this.without;
    if (this.latest?.place === place) return this.latest.view;
    const view = viewOf({ ...this.focus, assignments: [...this.others, place] });
    this.latest = { place, view };
    return view;
  }

  private keyOf(reach: SoftReach, place: Assignment | null): string {
    if (!place) return 'nowhere';
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
        if (nights.length === 0 && this.without.busyDays(specialistId).includes(day)) return 'nowhere';
        return `${day} ${nights.join()} ${mode} ${specialistId}`;
      case 'order':
        return `${this.orderOf(place).keyOf(start, nights.length > 0)} ${nights.join()} ${mode} ${specialistId}`;
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

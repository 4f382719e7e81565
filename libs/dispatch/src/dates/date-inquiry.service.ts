import { addWorkingDays, isWorkingDay } from '@banso/directory';
import {
  type Actor,
  addDays,
  badInput,
  type Change,
  Clock,
  DomainError,
  type HubStaff,
  type LocalDate,
  localDate,
  localDateOf,
  parseInput,
  permit,
  text,
  uuid,
} from '@banso/kernel';
import { Db, sqlState, type Tx } from '@banso/platform';
import { getSupportRequest, PLANNABLE, type SupportRequest, takeSupportRequest } from '@banso/support';
import { z } from 'zod';
import { lockCalendar } from '../calendar-lock.js';
import { planningRunMay } from '../planning-run.policy.js';
import { assertNotByQuota, assertWithinQuotas } from '../quota-gate.js';
import { type Reckoner, ReckonerHere } from '../reckoner.js';
import { Visit } from '../visit.entity.js';
import { countVisits } from '../visit-call-off.js';
import { STANDING } from '../visit-status.js';
import { DateInquiry, halfKey, type Question } from './date-inquiry.entity.js';
import { dateInquiryMay } from './date-inquiry.policy.js';
import { offeredSlotsOf, saveDateInquiry, takeDateInquiry } from './date-inquiry.queries.js';
import { tellInquiryEnded, tellTownAsked } from './date-notices.js';
import { holdVisits } from './held-visits.js';
import { OfferedSlot } from './offered-slot.entity.js';
import { releaseSlots } from './release-slots.js';
import {
  MOST_OFFERED,
  MOST_PLACES,
  OFFER_DAYS,
  type OfferableSlot,
  offerableSlots,
  offerQuestion,
  proposedOf,
} from './slots-to-offer.js';

/** Working days that a town has to answer, when the hub says nothing. */
export const USUAL_WORKING_DAYS = 5;
const MOST_HALVES = 40;

const workingDays = z.int().min(1).max(20);
const message = text(400, 0)
  .nullish()
  .transform((words) => words || null);
const common = { supportRequestId: uuid(), workingDays: workingDays.default(USUAL_WORKING_DAYS), message };
const offerSchema = z.object({ ...common, slotKeys: z.array(text(100)).min(1).max(MOST_OFFERED) });
const askSchema = z.object({
  ...common,
  halves: z
    .array(z.object({ date: localDate(), half: z.enum(['AM', 'PM']) }))
    .min(1)
    .max(MOST_HALVES),
  townMayAdd: z.boolean().default(false),
});
const extendSchema = z.object({ workingDays });
const withdrawSchema = z.object({ reason: text(1_000) });

/** What the hub may offer for the next visit of a request. */
export interface SlotsToOffer {
  readonly dueOn: LocalDate;
  readonly slots: readonly OfferableSlot[];
  /** Of these the three that are proposed. */
  readonly proposed: readonly string[];
}

/** Somebody else took the slot, or asked the town already. */
const TAKEN = new Set(['23P01', '23505']);

/** 日程照会: the hub asks a town for the date of one visit of a case that is still to be given. */
export class DateInquiryService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly reckoner: Reckoner = new ReckonerHere(),
  ) {}

  /** The slots that could be offered after the town's last day to answer, the least disturbing first. */
  async slotsToOffer(actor: Actor, supportRequestId: string, days: number | null): Promise<SlotsToOffer> {
    const { dueOn, question } = await this.db.read(actor, async (tx) => {
      permit(planningRunMay.read(actor));
      const wish = parseInput(z.object({ days: workingDays }), { days: days ?? USUAL_WORKING_DAYS });
      const request = await getSupportRequest(tx, actor, supportRequestId);
      const last = addWorkingDays(this.clock.today(), wish.days);
      return { dueOn: last, question: await this.question(tx, actor, request, last) };
    });
    const places = await this.reckoner.reckon('placesToOffer', [
      question.problem,
      [],
      { requestId: question.request.id },
      MOST_PLACES,
    ]);
    const slots = offerableSlots(question, places);
    return { dueOn, slots, proposed: proposedOf(slots).map(({ key }) => key) };
  }

  /** (a) Up to three slots, held until the town has chosen. Worked out again under the lock: what no longer holds is refused. */
  offer(actor: Actor, input: unknown): Promise<DateInquiry> {
    return this.asking(actor, async (tx, hub) => {
      const wish = parseInput(offerSchema, input);
      const dueOn = addWorkingDays(this.clock.today(), wish.workingDays);
      const request = await this.takeRequest(tx, hub, wish.supportRequestId);
      const question = await this.question(tx, hub, request, dueOn);
      const places = await this.reckoner.reckon(
        'placesToOffer',
        [question.problem, [], { requestId: request.id }, MOST_PLACES],
        { first: true },
      );
      const byKey = new Map(offerableSlots(question, places).map((slot) => [slot.key, slot]));
      const slots = [...new Set(wish.slotKeys)].map((key) => byKey.get(key));
      const offered = slots.filter((slot) => slot !== undefined);
      if (offered.length < slots.length) {
        if (byKey.size === 0) assertNotByQuota(question.leftOut);
        throw new DomainError('CONFLICT', 'date-inquiry.stale');
      }
      return this.hold(tx, hub, request, { ...wish, dueOn, offered });
    });
  }

  /** (b) Half-days that the people of the town mark with ○△×. */
  ask(actor: Actor, input: unknown): Promise<DateInquiry> {
    return this.asking(actor, async (tx, hub) => {
      const wish = parseInput(askSchema, input);
      const dueOn = addWorkingDays(this.clock.today(), wish.workingDays);
      const halves = [...new Map(wish.halves.map((half) => [halfKey(half), half])).values()];
      requireDays(halves, { after: dueOn, last: addDays(this.clock.today(), OFFER_DAYS - 1) });
      const request = await this.takeRequest(tx, hub, wish.supportRequestId);
      halves.sort((a, b) => (halfKey(a) < halfKey(b) ? -1 : 1));
      return this.save(tx, hub, request, { ...wish, way: 'GRID', visitNo: null, halves, dueOn });
    });
  }

  /** The town gets more time, counted from today. */
  extend(actor: Actor, id: string, input: unknown): Promise<DateInquiry> {
    return this.db.write(actor, async (tx) => {
      const inquiry = await takeDateInquiry(tx, actor, id);
      permit(dateInquiryMay.lead(actor, inquiry));
      const { workingDays: days } = parseInput(extendSchema, input);
      const dueOn = addWorkingDays(this.clock.today(), days);
      if (dueOn <= inquiry.dueOn)
        throw badInput({ path: 'workingDays', rule: 'not-later', facts: { dueOn: inquiry.dueOn } });
      const first = (await this.daysOf(tx, inquiry)).sort()[0];
      if (first !== undefined && dueOn >= first)
        throw badInput({ path: 'workingDays', rule: 'due-before-first', facts: { first } });
      const change = { actor, at: this.clock.now() };
      inquiry.extend(dueOn, change);
      await saveDateInquiry(tx, inquiry);
      await tellTownAsked(tx, inquiry, change);
      return inquiry;
    });
  }

  /** The hub asks no more; what was held is free again. */
  withdraw(actor: Actor, id: string, input: unknown): Promise<DateInquiry> {
    return this.db.write(actor, async (tx) => {
      await lockCalendar(tx, actor);
      const inquiry = await takeDateInquiry(tx, actor, id);
      permit(dateInquiryMay.lead(actor, inquiry));
      const { reason } = parseInput(withdrawSchema, input);
      const change: Change = { actor, at: this.clock.now(), reason };
      inquiry.withdraw(change);
      await releaseSlots(tx, actor, inquiry);
      await saveDateInquiry(tx, inquiry);
      await tellInquiryEnded(tx, inquiry, change);
      return inquiry;
    });
  }

  private async question(tx: Tx, actor: Actor, request: SupportRequest, dueOn: LocalDate) {
    await requireOpenVisit(tx, request);
    return offerQuestion(tx, actor, request, { today: this.clock.today(), from: addDays(dueOn, 1) });
  }

  private async takeRequest(tx: Tx, hub: HubStaff, id: string): Promise<SupportRequest> {
    const request = await takeSupportRequest(tx, hub, id);
    await requireOpenVisit(tx, request);
    return request;
  }

  private async hold(
    tx: Tx,
    hub: HubStaff,
    request: SupportRequest,
    wish: Pick<Question, 'message' | 'dueOn'> & { readonly offered: readonly OfferableSlot[] },
  ): Promise<DateInquiry> {
    const { offered } = wish;
    const ways = { travelBeforeMinutes: 0, travelAfterMinutes: 0 };
    const visits = offered.map((slot) => Visit.hold(hub.prefectureId, { ...slot, ...ways }));
    for (const placed of visits)
      await assertWithinQuotas(tx, hub, { publish: [{ placed }], move: [], cancel: [] });
    const inquiry = await this.save(tx, hub, request, {
      ...wish,
      way: 'CHOICE',
      visitNo: offered[0]?.visitNo ?? null,
      halves: [],
      townMayAdd: false,
    });
    await holdVisits(tx, hub, visits);
    await tx.insert(
      OfferedSlot,
      visits.map((visit, index) => OfferedSlot.of(inquiry, index + 1, visit, whyOf(offered[index]))),
    );
    return inquiry;
  }

  private async save(
    tx: Tx,
    hub: HubStaff,
    request: SupportRequest,
    { way, visitNo, message: words, halves, townMayAdd, dueOn }: Question,
  ): Promise<DateInquiry> {
    const change = { actor: hub, at: this.clock.now() };
    const question = { way, visitNo, message: words, halves, townMayAdd, dueOn };
    const inquiry = DateInquiry.ask(request, question, change);
    await saveDateInquiry(tx, inquiry);
    await tellTownAsked(tx, inquiry, change);
    return inquiry;
  }

  private async asking(
    actor: Actor,
    work: (tx: Tx, hub: HubStaff) => Promise<DateInquiry>,
  ): Promise<DateInquiry> {
    try {
      return await this.db.write(actor, async (tx) => {
        permit(dateInquiryMay.ask(actor));
        await lockCalendar(tx, actor);
        return work(tx, actor);
      });
    } catch (error) {
      if (TAKEN.has(sqlState(error) ?? '')) throw new DomainError('CONFLICT', 'date-inquiry.stale');
      throw error;
    }
  }

  /** The days that are offered, or asked for. */
  private async daysOf(tx: Tx, inquiry: DateInquiry): Promise<LocalDate[]> {
    if (inquiry.way === 'GRID') return inquiry.halves.map(({ date }) => date);
    return (await offeredSlotsOf(tx, [inquiry.id])).map(({ startsAt }) => localDateOf(startsAt));
  }
}

const whyOf = (slot: OfferableSlot | undefined) => ({
  travelMinutes: slot?.travelMinutes ?? 0,
  reasons: slot?.reasons ?? [],
});

/** Half-days on which an office is open, after the last day to answer and within reach. */
export function requireDays(
  halves: readonly { readonly date: LocalDate }[],
  { after, last }: { readonly after: LocalDate; readonly last: LocalDate },
): void {
  for (const [index, { date }] of halves.entries()) {
    const path = `halves.${index}.date`;
    if (!isWorkingDay(date)) throw badInput({ path, rule: 'closed-day', facts: { date } });
    if (date <= after) throw badInput({ path, rule: 'too-early', facts: { first: addDays(after, 1) } });
    if (date > last) throw badInput({ path, rule: 'too-far', facts: { last } });
  }
}

/** A case of which a visit is still to be given, and about which its town is not being asked already. */
export async function requireOpenVisit(tx: Tx, request: SupportRequest): Promise<void> {
  const { status } = request;
  if (!PLANNABLE.includes(status))
    throw new DomainError('INVALID_STATE', 'request.not-in-state', { status, next: 'IN_SUPPORT' });
  if ((await countVisits(tx, request.id, STANDING)) >= request.visits)
    throw new DomainError('INVALID_STATE', 'date-inquiry.no-visit-left');
  const open = await tx
    .createQueryBuilder(DateInquiry, 'inquiry')
    .where(`inquiry.supportRequestId = :id AND inquiry.status IN ('OPEN', 'ANSWERED')`, { id: request.id })
    .getExists();
  if (open) throw new DomainError('CONFLICT', 'date-inquiry.asked-already');
}

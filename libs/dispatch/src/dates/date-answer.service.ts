import {
  type Actor,
  addDays,
  badInput,
  type Change,
  Clock,
  DomainError,
  instantAt,
  localDate,
  localDateOf,
  type MunicipalityStaff,
  notFound,
  parseInput,
  permit,
  systemActor,
  text,
} from '@banso/kernel';
import { beyondOwnRows, Db, sqlState, type Tx } from '@banso/platform';
import { PLANNABLE, takeSupportRequest } from '@banso/support';
import { z } from 'zod';
import { applyChanges } from '../calendar-changes.js';
import { lockCalendar } from '../calendar-lock.js';
import { assignmentOf } from '../plan-rows.js';
import { planningProblem } from '../planning-problem.js';
import { type Reckoner, ReckonerHere } from '../reckoner.js';
import type { Visit } from '../visit.entity.js';
import { DateAnswer } from './date-answer.entity.js';
import { type DateInquiry, halfKey } from './date-inquiry.entity.js';
import { dateInquiryMay } from './date-inquiry.policy.js';
import { dateAnswersOf, saveDateInquiry, takeDateInquiry } from './date-inquiry.queries.js';
import { requireDays } from './date-inquiry.service.js';
import { MARKS } from './date-inquiry-status.js';
import { tellHubAnswered } from './date-notices.js';
import { OfferedSlot } from './offered-slot.entity.js';
import { releaseSlots, takeHeld } from './release-slots.js';
import { OFFER_DAYS } from './slots-to-offer.js';

const MOST_ANSWERS = 30;
const MOST_ADDED = 10;
/** Days ahead for which a town may wish. */
const LONGEST_WISH = 366;
/** With what the hub asks and the town adds. */
const MOST_MARKS = 60;

const half = { date: localDate(), half: z.enum(['AM', 'PM']) };
const note = (max: number) =>
  text(max, 0)
    .nullish()
    .transform((words) => words || null);
const declineSchema = z.object({
  reason: text(1_000),
  wishes: z.array(z.object(half)).max(20).default([]),
});
const markSchema = z.object({
  name: text(60),
  comment: note(400),
  marks: z
    .array(z.object({ ...half, mark: z.enum(MARKS) }))
    .min(1)
    .max(MOST_MARKS),
  added: z.array(z.object(half)).max(MOST_ADDED).default([]),
});

/** The town says when it suits. */
export class DateAnswerService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly reckoner: Reckoner = new ReckonerHere(),
  ) {}

  /** これでお願いします: the slot is published as it was held, and the others are free again. */
  async choose(actor: Actor, id: string, slotId: string): Promise<DateInquiry> {
    try {
      return await this.answering(actor, id, 'CHOICE', async (tx, inquiry, change) => {
        const { slots, visits } = await takeHeld(tx, inquiry);
        const slot = slots.find((one) => one.id === slotId);
        if (!slot) throw notFound('date-slot');
        const visit = visits.get(slot.visitId ?? '');
        if (!visit) throw gone();
        const others = [...visits.values()].filter((other) => other !== visit);
        await this.assertStillHolds(tx, visit, others);
        await applyChanges(
          tx,
          { publish: [], move: [], cancel: [], keep: [visit], release: others },
          { cause: 'INQUIRY', runId: null, side: 'HUB', reader: systemActor(inquiry.prefectureId) },
          change,
        );
        slot.choose();
        for (const other of slots) if (other !== slot) other.release();
        await tx.save(OfferedSlot, slots);
        inquiry.agree(visit.id, visit.visitNo, change);
      });
    } catch (error) {
      if (sqlState(error) === '23P01' || sqlState(error) === '23505') throw gone();
      throw error;
    }
  }

  /** None of them suits: back to the hub, with the reason and what would. */
  decline(actor: Actor, id: string, input: unknown): Promise<DateInquiry> {
    return this.answering(actor, id, null, async (tx, inquiry, change) => {
      const { reason, wishes } = parseInput(declineSchema, input);
      const first = localDateOf(change.at);
      for (const [index, { date }] of wishes.entries()) {
        const path = `wishes.${index}.date`;
        if (date <= first) throw badInput({ path, rule: 'too-early', facts: { first: addDays(first, 1) } });
        const last = addDays(first, LONGEST_WISH);
        if (date > last) throw badInput({ path, rule: 'too-far', facts: { last } });
      }
      inquiry.decline(wishes, { ...change, reason });
      await releaseSlots(tx, systemActor(inquiry.prefectureId), inquiry);
    });
  }

  /** ○△× by one person; entered anew, the new marks stand. */
  mark(actor: Actor, id: string, input: unknown): Promise<DateInquiry> {
    return this.db.write(actor, async (tx) => {
      const inquiry = await takeDateInquiry(tx, actor, id);
      permit(dateInquiryMay.answer(actor, inquiry));
      requireWay(inquiry, 'GRID');
      const change = { actor, at: this.clock.now() };
      inquiry.requireOpen(change.at);
      const { name, comment, marks, added } = parseInput(markSchema, input);
      if (added.length > 0) this.add(inquiry, added);
      const asked = new Set(inquiry.halves.map(halfKey));
      const unknown = marks.findIndex((mark) => !asked.has(halfKey(mark)));
      if (unknown >= 0) throw badInput({ path: `marks.${unknown}.date`, rule: 'not-asked' });
      const answers = await dateAnswersOf(tx, [inquiry.id]);
      const own = answers.find((answer) => answer.name === name);
      // What somebody else entered is theirs to change.
      if (own && own.accountId !== actor.accountId) throw badInput({ path: 'name', rule: 'name-answered' });
      if (!own && answers.length >= MOST_ANSWERS)
        throw badInput({ path: 'name', rule: 'too-many-answers', facts: { max: MOST_ANSWERS } });
      const answer = own ?? DateAnswer.of(inquiry, name);
      const words = { comment, marks: Object.fromEntries(marks.map((one) => [halfKey(one), one.mark])) };
      answer.say(actor, words, change.at);
      await tx.save(DateAnswer, answer);
      await saveDateInquiry(tx, inquiry);
      await tellHubAnswered(tx, inquiry, change);
      return inquiry;
    });
  }

  private add(inquiry: DateInquiry, added: readonly { date: string; half: 'AM' | 'PM' }[]): void {
    if (!inquiry.townMayAdd) throw new DomainError('FORBIDDEN', 'date-inquiry.may-not-add');
    requireDays(added, { after: inquiry.dueOn, last: addDays(this.clock.today(), OFFER_DAYS - 1) });
    inquiry.addHalves(added);
    if (inquiry.halves.filter(({ byTown }) => byTown).length > MOST_ADDED)
      throw badInput({ path: 'added', rule: 'too-big', facts: { max: MOST_ADDED } });
  }

  private async answering(
    actor: Actor,
    id: string,
    way: DateInquiry['way'] | null,
    work: (
      tx: Tx,
      inquiry: DateInquiry,
      change: Change & { readonly actor: MunicipalityStaff },
    ) => Promise<void>,
  ): Promise<DateInquiry> {
    return this.db.write(actor, async (tx) => {
      await lockCalendar(tx, actor);
      const inquiry = await takeDateInquiry(tx, actor, id);
      permit(dateInquiryMay.answer(actor, inquiry));
      if (way) requireWay(inquiry, way);
      const change = { actor, at: this.clock.now(), reason: null };
      inquiry.requireOpen(change.at);
      // A town publishes and releases what it was offered, and sees nothing else of the calendar.
      await beyondOwnRows(tx, async () => {
        await work(tx, inquiry, change);
        await saveDateInquiry(tx, inquiry);
        await tellHubAnswered(tx, inquiry, change);
      });
      return inquiry;
    });
  }

  /** The world moved on since it was offered: days off, conflicts of interest, the state of the case. */
  private async assertStillHolds(tx: Tx, visit: Visit, others: readonly Visit[]): Promise<void> {
    const reader = systemActor(visit.prefectureId);
    const request = await takeSupportRequest(tx, reader, visit.supportRequestId);
    if (!PLANNABLE.includes(request.status))
      throw new DomainError('INVALID_STATE', 'date-inquiry.case-stands-still');
    const today = this.clock.today();
    const last = addDays(localDateOf(visit.startsAt), 1);
    const period = {
      from: today,
      to: last > addDays(today, OFFER_DAYS - 1) ? last : addDays(today, OFFER_DAYS - 1),
    };
    if (visit.startsAt < instantAt(addDays(today, 1), 0)) throw gone();
    const problem = await planningProblem(tx, reader, {
      period,
      today,
      requests: [request],
      held: [],
      released: new Set([visit, ...others].map(({ id }) => id)),
    });
    const violations = await this.reckoner.reckon('check', [problem, [assignmentOf(period, visit)]], {
      first: true,
    });
    if (violations.some(({ level }) => level === 'hard')) throw gone();
  }
}

const gone = (): DomainError => new DomainError('CONFLICT', 'date-inquiry.slot-gone');

function requireWay(inquiry: DateInquiry, way: DateInquiry['way']): void {
  if (inquiry.way !== way) throw new DomainError('INVALID_STATE', 'date-inquiry.other-way');
}

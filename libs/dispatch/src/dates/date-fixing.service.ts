import { type Actor, addDays, Clock, DomainError, localDate, parseInput, permit, text } from '@banso/kernel';
import { Db, sqlState, type Tx } from '@banso/platform';
import { getSupportRequest, PLANNABLE, takeSupportRequest } from '@banso/support';
import { z } from 'zod';
import { applyChanges } from '../calendar-changes.js';
import { lockCalendar } from '../calendar-lock.js';
import { assertNotByQuota } from '../quota-gate.js';
import { type Reckoner, ReckonerHere } from '../reckoner.js';
import { Visit } from '../visit.entity.js';
import type { DateAnswer } from './date-answer.entity.js';
import { type AskedHalf, type DateInquiry, halfKey } from './date-inquiry.entity.js';
import { dateInquiryMay } from './date-inquiry.policy.js';
import { dateAnswersOf, getDateInquiry, saveDateInquiry, takeDateInquiry } from './date-inquiry.queries.js';
import type { Mark } from './date-inquiry-status.js';
import { inquirySettled } from './date-notices.js';
import { MOST_PLACES, type OfferableSlot, offerableSlots, offerQuestion } from './slots-to-offer.js';

/** A half-day with what the town said of it. */
export interface MarkedHalf extends AskedHalf {
  readonly yes: number;
  readonly maybe: number;
  readonly no: number;
}

/** A half-day that can be fixed, with the slot it would be. */
export interface FixableHalf extends MarkedHalf {
  readonly slot: OfferableSlot;
}

const fixSchema = z.object({ date: localDate(), half: z.enum(['AM', 'PM']), slotKey: text(100) });

/** What the people of the town said of each half-day. */
export function markedHalves(inquiry: DateInquiry, answers: readonly DateAnswer[]): MarkedHalf[] {
  return inquiry.halves.map((asked) => {
    const marks = answers.flatMap((answer) => answer.marks[halfKey(asked)] ?? []);
    const count = (mark: Mark): number => marks.filter((one) => one === mark).length;
    return { ...asked, yes: count('YES'), maybe: count('MAYBE'), no: count('NO') };
  });
}

/** Everyone who said something said no. */
export const isRefused = ({ yes, maybe, no }: MarkedHalf): boolean => no > 0 && yes + maybe === 0;

/** Fewest who cannot, then most who can, then most who might. */
const byAnswers = (a: MarkedHalf, b: MarkedHalf): number => a.no - b.no || b.yes - a.yes || b.maybe - a.maybe;

/** After the town has marked the half-days, the hub fixes one. */
export class DateFixingService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly reckoner: Reckoner = new ReckonerHere(),
  ) {}

  /** Only what can be held today and somebody can: by answers, then the least disturbing. */
  async halvesToFix(actor: Actor, id: string): Promise<FixableHalf[]> {
    const { halves, question } = await this.db.read(actor, async (tx) => {
      const inquiry = await getDateInquiry(tx, actor, id);
      permit(dateInquiryMay.lead(actor, inquiry));
      const request = await getSupportRequest(tx, actor, inquiry.supportRequestId);
      const marked = markedHalves(inquiry, await dateAnswersOf(tx, [inquiry.id]));
      return { halves: marked, question: await this.question(tx, actor, inquiry, request) };
    });
    const { problem, request } = question;
    const places = await this.reckoner.reckon('placesToOffer', [
      problem,
      [],
      { requestId: request.id },
      MOST_PLACES,
    ]);
    return fixable(halves, offerableSlots(question, places));
  }

  async fix(actor: Actor, id: string, input: unknown): Promise<DateInquiry> {
    try {
      return await this.db.write(actor, (tx) => this.fixIn(tx, actor, id, input));
    } catch (error) {
      if (sqlState(error) === '23P01' || sqlState(error) === '23505') throw stale();
      throw error;
    }
  }

  private async fixIn(tx: Tx, actor: Actor, id: string, input: unknown): Promise<DateInquiry> {
    await lockCalendar(tx, actor);
    const inquiry = await takeDateInquiry(tx, actor, id);
    permit(dateInquiryMay.lead(actor, inquiry));
    if (inquiry.way !== 'GRID') throw new DomainError('INVALID_STATE', 'date-inquiry.other-way');
    const { date, half, slotKey } = parseInput(fixSchema, input);
    const answers = await dateAnswersOf(tx, [inquiry.id]);
    if (answers.length === 0) throw new DomainError('INVALID_STATE', 'date-inquiry.nobody-answered');
    const halves = markedHalves(inquiry, answers);
    const wanted = halves.find((one) => halfKey(one) === halfKey({ date, half }));
    if (wanted && isRefused(wanted))
      throw new DomainError('CONFLICT', 'date-inquiry.everyone-refused', { date, half });
    const request = await takeSupportRequest(tx, actor, inquiry.supportRequestId);
    if (!PLANNABLE.includes(request.status))
      throw new DomainError('INVALID_STATE', 'date-inquiry.case-stands-still');
    const question = await this.question(tx, actor, inquiry, request);
    const given = [question.problem, [], { requestId: request.id }, MOST_PLACES] as const;
    const places = await this.reckoner.reckon('placesToOffer', [...given], { first: true });
    const slots = offerableSlots(question, places);
    const slot = fixable(halves, slots).find((one) => one.slot.key === slotKey)?.slot;
    if (!slot || halfKey(slot.half) !== halfKey({ date, half })) {
      if (slots.length === 0) assertNotByQuota(question.leftOut);
      throw stale();
    }
    const change = { actor, at: this.clock.now(), reason: null };
    const ways = { travelBeforeMinutes: 0, travelAfterMinutes: 0 };
    await applyChanges(
      tx,
      { publish: [{ placed: { ...slot, ...ways }, pinned: false }], move: [], cancel: [] },
      { cause: 'INQUIRY', runId: null, side: 'HUB' },
      change,
    );
    const published = await tx.findOneByOrFail(Visit, {
      supportRequestId: request.id,
      visitNo: slot.visitNo,
      status: 'PUBLISHED',
    });
    inquiry.agree(published.id, slot.visitNo, change);
    await saveDateInquiry(tx, inquiry);
    await inquirySettled(tx, inquiry, change);
    return inquiry;
  }

  private question(
    tx: Tx,
    actor: Actor,
    inquiry: DateInquiry,
    request: Awaited<ReturnType<typeof getSupportRequest>>,
  ) {
    const today = this.clock.today();
    return offerQuestion(tx, actor, request, {
      today,
      from: addDays(today, 1),
      released: new Set([inquiry.id]),
    });
  }
}

/** Each half-day that not everybody refused, with its least disturbing slot. */
function fixable(halves: readonly MarkedHalf[], slots: readonly OfferableSlot[]): FixableHalf[] {
  const orderOf = new Map(slots.map((slot, index) => [slot, index]));
  return halves
    .filter((half) => !isRefused(half))
    .flatMap((half) => {
      const slot = slots.find((one) => halfKey(one.half) === halfKey(half));
      return slot ? [{ ...half, slot }] : [];
    })
    .sort((a, b) => byAnswers(a, b) || (orderOf.get(a.slot) ?? 0) - (orderOf.get(b.slot) ?? 0));
}

const stale = (): DomainError => new DomainError('CONFLICT', 'date-inquiry.stale');

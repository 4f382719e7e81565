import {
  type Actor,
  type FixedClock,
  type HubStaff,
  type MunicipalityStaff,
  systemActor,
} from '@banso/kernel';
import type { SupportRequest, SupportRequestContent } from '@banso/support';
import type { Db } from '@banso/platform';
import { DateAnswerService } from '../src/dates/date-answer.service.js';
import { DateFixingService } from '../src/dates/date-fixing.service.js';
import { sweepInquiries, tendInquiry } from '../src/dates/date-inquiry-course.js';
import { DateInquiry } from '../src/dates/date-inquiry.entity.js';
import { getDateInquiry, offeredSlotsOf } from '../src/dates/date-inquiry.queries.js';
import { DateInquiryService } from '../src/dates/date-inquiry.service.js';
import type { OfferedSlot } from '../src/dates/offered-slot.entity.js';
import { Calendar } from './given-calendar.js';

/** A calendar with date inquiries, and what a test does with them again and again. */
export class Dates extends Calendar {
  readonly inquiries: DateInquiryService;
  readonly answers: DateAnswerService;
  readonly fixing: DateFixingService;

  constructor(db: Db, clock: FixedClock) {
    super(db, clock);
    this.inquiries = new DateInquiryService(db, clock);
    this.answers = new DateAnswerService(db, clock);
    this.fixing = new DateFixingService(db, clock);
  }

  /** A request, and its town asked for the date by the three slots that are proposed. */
  async offered(
    town: MunicipalityStaff,
    hub: HubStaff,
    wish: Partial<SupportRequestContent> = {},
  ): Promise<{ request: SupportRequest; inquiry: DateInquiry; slots: OfferedSlot[] }> {
    const request = await this.request(town, hub, { visits: 1, ...wish });
    const inquiry = await this.offer(hub, request.id);
    return { request, inquiry, slots: await this.slotsOf(town, inquiry) };
  }

  async offer(hub: HubStaff, supportRequestId: string): Promise<DateInquiry> {
    const { proposed: slotKeys } = await this.inquiries.slotsToOffer(hub, supportRequestId, 5);
    return this.inquiries.offer(hub, { supportRequestId, workingDays: 5, slotKeys });
  }

  slotsOf(actor: Actor, { id }: DateInquiry): Promise<OfferedSlot[]> {
    return this.db.read(actor, (tx) => offeredSlotsOf(tx, [id]));
  }

  async inquiryOf({ id }: SupportRequest): Promise<DateInquiry> {
    return this.db.system(null, (tx) => tx.findOneByOrFail(DateInquiry, { supportRequestId: id }));
  }

  now(actor: Actor, { id }: DateInquiry): Promise<DateInquiry> {
    return this.db.read(actor, (tx) => getDateInquiry(tx, actor, id));
  }

  /** What the worker does every minute; returns how many inquiries were looked at. */
  async sweep(): Promise<number> {
    const at = this.clock.now();
    const found = await this.db.system(null, async (tx) => {
      await tx.query(`DELETE FROM outbox WHERE job = 'dispatch.tend-date-inquiry'`);
      await sweepInquiries(tx, at);
      return tx.query<{ id: string; prefecture: string }[]>(
        `SELECT payload->>'dateInquiryId' AS id, prefecture_id AS prefecture FROM outbox
         WHERE job = 'dispatch.tend-date-inquiry'`,
      );
    });
    for (const { id, prefecture } of found)
      await this.db.system(prefecture, (tx) => tendInquiry(tx, id, { actor: systemActor(prefecture), at }));
    return found.length;
  }

  /** Kinds of notices about an inquiry, oldest first. */
  async told({ id }: DateInquiry): Promise<string[]> {
    const rows = await this.db.system(null, (tx) =>
      tx.query<{ kind: string }[]>(
        `SELECT kind FROM notice WHERE about_id = $1 ORDER BY at, created_at, kind`,
        [id],
      ),
    );
    return rows.map(({ kind }) => kind);
  }
}

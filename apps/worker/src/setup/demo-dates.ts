import { addWorkingDays } from '@banso/directory';
import {
  CompanionCalendarService,
  CompanionService,
  DateInquiryService,
  listVisits,
  type OfferableSlot,
  visitsOfRequests,
} from '@banso/dispatch';
import { addDays, DomainError, type FixedClock, type HubStaff, instantAt, localDateOf } from '@banso/kernel';
import type { Db } from '@banso/platform';
import { requestsToPlan, type SupportRequest } from '@banso/support';
import type { DemoPeople } from './demo-people.js';

interface Services {
  readonly db: Db;
  readonly clock: FixedClock;
  readonly now: Date;
}

const DAYS_TO_ANSWER = 5;
const HALVES = 5;

/** One town chooses from three slots, another marks half-days, and somebody of the hub goes along to a visit. */
export async function askForDates({ db, clock, now }: Services, { hub }: DemoPeople): Promise<void> {
  clock.moveTo(now);
  const inquiries = new DateInquiryService(db, clock);
  const [first, second] = await withVisitsLeft(db, hub);
  if (first) {
    const { proposed } = await inquiries.slotsToOffer(hub, first.id, DAYS_TO_ANSWER);
    if (proposed.length > 0)
      await inquiries.offer(hub, {
        supportRequestId: first.id,
        slotKeys: proposed,
        message: 'ご都合をお聞かせください。',
      });
  }
  if (second) {
    const { slots } = await inquiries.slotsToOffer(hub, second.id, DAYS_TO_ANSWER);
    const halves = firstHalves(slots);
    if (halves.length > 0)
      await inquiries.ask(hub, { supportRequestId: second.id, halves, townMayAdd: true });
  }
  await goAlong({ db, clock, now }, hub);
}

/** Cases of which a visit is still to be given. */
async function withVisitsLeft(db: Db, hub: HubStaff): Promise<SupportRequest[]> {
  return db.read(hub, async (tx) => {
    const requests = await requestsToPlan(tx, hub);
    const visits = await visitsOfRequests(
      tx,
      hub,
      requests.map(({ id }) => id),
    );
    return requests.filter(
      ({ id, visits: asked }) =>
        visits.filter(({ supportRequestId, status }) => supportRequestId === id && status !== 'CANCELLED')
          .length < asked,
    );
  });
}

function firstHalves(slots: readonly OfferableSlot[]) {
  const halves = new Map(slots.map(({ half }) => [`${half.date} ${half.half}`, half]));
  return [...halves.values()].slice(0, HALVES);
}

async function goAlong({ db, clock, now }: Services, hub: HubStaff): Promise<void> {
  const today = localDateOf(now);
  const { rows } = await db.read(hub, (tx) =>
    listVisits(tx, hub, { from: addDays(today, 1), statuses: ['PUBLISHED', 'CONFIRMED'] }, { first: 1 }),
  );
  const [visit] = rows;
  if (visit) await orNot(new CompanionService(db, clock).add(hub, visit.id, hub.accountId));
  const day = addWorkingDays(today, 5);
  await new CompanionCalendarService(db, clock).note(hub, {
    title: '課内会議',
    startsAt: instantAt(day, 9 * 60),
    endsAt: instantAt(day, 10 * 60),
  });
}

/** What the calendar does not allow today, the demo does without. */
async function orNot(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
}

import { type FixedClock, type HubStaff, type LocalDate, type MunicipalityStaff } from '@banso/kernel';
import type { Db } from '@banso/platform';
import { CompanionCalendarService, CompanionService, type DateInquiry } from '@banso/dispatch';
import { Dates } from '../libs/dispatch/test/given-dates.js';
import { hub, KURE } from './people.js';
import { workingDayIn } from './requests.js';
import type { Granted } from './wishes.js';

interface Sides {
  readonly hub: HubStaff;
  readonly town: MunicipalityStaff;
}

/** Towns that are asked for dates, and people who come along. */
export class DateWishes {
  private readonly dates: Dates;

  constructor(
    private readonly db: Db,
    private readonly clock: FixedClock,
    private readonly sides: Sides,
  ) {
    this.dates = new Dates(db, clock);
  }

  readonly makers: Readonly<Record<string, () => Promise<Granted>>> = {
    offerDates: async () => {
      const { id } = await this.request();
      const { proposed } = await this.dates.inquiries.slotsToOffer(this.sides.hub, id, 5);
      return this.hub({ supportRequestId: id, slotKeys: proposed });
    },
    askDates: async () => this.hub({ supportRequestId: (await this.request()).id, halves: [this.half()] }),
    extendDateInquiry: async () => this.hub({ id: (await this.asked(1)).id }),
    withdrawDateInquiry: async () => this.hub({ id: (await this.offered()).inquiry.id }),
    chooseDate: async () => {
      const { inquiry, slots } = await this.offered();
      return this.town({ id: inquiry.id, slotId: slots[0]?.id });
    },
    declineDates: async () => this.town({ id: (await this.offered()).inquiry.id }),
    markDates: async () => {
      const { id } = await this.asked(5);
      return this.town({ id, marks: [{ ...this.half(), mark: 'YES' }], added: [] });
    },
    fixDate: async () => {
      const { id } = await this.asked(5);
      const marks = [{ ...this.half(), mark: 'YES' }];
      await this.dates.answers.mark(this.sides.town, id, { name: 'x', marks });
      const [half] = await this.dates.fixing.halvesToFix(this.sides.hub, id);
      return this.hub({ id, ...this.half(), slotKey: half?.slot.key });
    },
    addCompanion: async () =>
      this.hub({ visitId: await this.held(), accountId: (await hub(this.db)).accountId }),
    removeCompanion: async () => this.hub({ id: await this.companion(await hub(this.db)) }),
    confirmCompanion: async () => {
      const id = await this.companion(this.sides.hub);
      await this.db.owner((tx) =>
        tx.query(`UPDATE companion SET status = 'ASKED_AGAIN' WHERE id = $1`, [id]),
      );
      return this.hub({ id });
    },
    noteCompanionBusy: async () => this.hub({}),
    removeCompanionBusy: async () => {
      const { hub: staff } = this.sides;
      const [startsAt, endsAt] = ['01', '02'].map((hour) => new Date(`${workingDayIn(20)}T${hour}:00:00Z`));
      const calendars = new CompanionCalendarService(this.db, this.clock);
      return this.hub({ id: (await calendars.note(staff, { title: 'x', startsAt, endsAt })).busy.id });
    },
    setCompanionPattern: async () => this.hub({}),
  };

  private hub = (args: Record<string, unknown>): Granted => ({ by: 'hub', args });
  private town = (args: Record<string, unknown>): Granted => ({ by: 'town', args });
  private request = () => this.dates.request(this.sides.town, this.sides.hub, { visits: 1 });
  private offered = () => this.dates.offered(this.sides.town, this.sides.hub);
  private half = (): { date: LocalDate; half: 'AM' } => ({ date: workingDayIn(30), half: 'AM' });

  private async asked(workingDays: number): Promise<DateInquiry> {
    const { id } = await this.request();
    return this.dates.inquiries.ask(this.sides.hub, {
      supportRequestId: id,
      workingDays,
      halves: [this.half()],
    });
  }

  /** A slot that is held for the town. */
  private async held(): Promise<string> {
    await this.offered();
    const visits = await this.dates.visitsOf(this.sides.hub);
    return (
      visits.find(({ municipalityId, status }) => municipalityId === KURE && status === 'HELD')?.id ?? ''
    );
  }

  private async companion({ accountId }: HubStaff): Promise<string> {
    const companions = new CompanionService(this.db, this.clock);
    return (await companions.add(this.sides.hub, await this.held(), accountId)).id;
  }
}

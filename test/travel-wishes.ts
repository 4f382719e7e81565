import { addDays, type Clock, type HubStaff, type SpecialistUser } from '@banso/kernel';
import type { Db } from '@banso/platform';
import {
  type TravelClaim,
  TravelClaimService,
  TravelExaminationService,
  TravelRuleService,
  TravelRuleVersion,
} from '@banso/settlement';
import { givenVisit } from '../libs/settlement/test/given-visit.js';
import { KURE } from './people.js';
import { today } from './requests.js';
import type { Granted } from './wishes.js';

interface Ground {
  readonly db: Db;
  readonly clock: Clock;
  readonly hub: HubStaff;
  readonly specialist: Pick<SpecialistUser, 'specialistId'>;
}

const RULE = {
  ruleId: 'FIXED_RATE',
  amounts: ['perDiemYen', 'dayTripYen', 'lodgingYen', 'carYenPerKm'].map((key) => ({ key, yen: 10 })),
  ceilings: [],
  receiptFor: [],
};

/** Travel claims in whatever state a change needs: each for a visit of its own. */
export class TravelWishes {
  private days = 0;

  constructor(private readonly ground: Ground) {}

  readonly makers: Readonly<Record<string, () => Promise<Granted>>> = {
    startTravelClaim: async () => this.traveller({ visitIds: [await this.visit()] }),
    reviseTravelClaim: async () => {
      const { id, fromOn, toOn } = await this.draft();
      const lists = { legs: [], nights: [], receipts: [] };
      return this.traveller({ id, fromOn, toOn, version: 1, ...lists });
    },
    submitTravelClaim: async () => this.traveller({ id: (await this.draft()).id }),
    discardTravelClaim: async () => this.traveller({ id: (await this.draft()).id }),
    returnTravelClaim: async () => this.hub({ id: await this.submitted() }),
    approveTravelClaim: async () => this.hub({ id: await this.submitted() }),
    payTravelClaim: async () => this.hub({ id: await this.approved() }),
    settleVisitWithoutTravel: async () => this.traveller({ visitId: await this.visit() }),
    makeTravelClaimPaper: async () => this.hub({ id: await this.submitted() }),
    setTravelRule: async () =>
      this.hub({ ...RULE, partyId: null, validFrom: today(), version: await this.versions() }),
  };

  /** A claim that was handed in. */
  async claimed(): Promise<Readonly<Record<'travelClaim', string>>> {
    return { travelClaim: await this.submitted() };
  }

  private get door(): readonly [Db, Clock] {
    return [this.ground.db, this.ground.clock];
  }

  private get she(): SpecialistUser {
    const { hub, specialist } = this.ground;
    const { accountId, prefectureId, name } = hub;
    return { accountId, prefectureId, name, role: 'SPECIALIST', ...specialist };
  }

  private hub = (args: Record<string, unknown>): Granted => ({ by: 'hub', args });
  private traveller = (args: Record<string, unknown>): Granted => ({ by: 'specialist', args });

  /** Long ago, so that nothing that a test plans is in its way. */
  private visit(): Promise<string> {
    const { specialistId } = this.ground.specialist;
    return givenVisit(this.ground.db, {
      prefectureId: KURE.slice(0, 2),
      specialistId,
      municipalityId: KURE,
      date: addDays(today(), -400 - 2 * ++this.days),
    });
  }

  private async draft(): Promise<TravelClaim> {
    await this.rule();
    return new TravelClaimService(...this.door).start(this.she, [await this.visit()]);
  }

  private async submitted(): Promise<string> {
    const { id } = await this.draft();
    return (await new TravelClaimService(...this.door).submit(this.she, id)).id;
  }

  private async approved(): Promise<string> {
    const { hub } = this.ground;
    return (await new TravelExaminationService(...this.door).approve(hub, await this.submitted())).id;
  }

  private versions(): Promise<number> {
    const { db, hub } = this.ground;
    return db.read(hub, (tx) => tx.countBy(TravelRuleVersion, { prefectureId: hub.prefectureId }));
  }

  private async rule(): Promise<void> {
    if ((await this.versions()) > 0) return;
    const words = { title: 'x', source: 'x', checked: true, partyId: null, version: 0 };
    await new TravelRuleService(...this.door).set(this.ground.hub, {
      ...RULE,
      ...words,
      validFrom: '2020-04-01',
    });
  }
}

import { addDays, type Clock, type HubStaff, type SpecialistUser } from '@banso/kernel';
import type { Db } from '@banso/platform';
import {
  AllocationTaxService,
  AttendanceService,
  CostActualService,
  type CostLineInput,
  CostMatrixService,
  firstOfMonth,
  InvoiceService,
} from '@banso/settlement';
import {
  type GivenAgreement,
  givenAgreement,
  givenPlacement,
} from '../libs/settlement/test/given-agreement.js';
import { KURE } from './people.js';
import { today } from './requests.js';
import type { Granted } from './wishes.js';

interface Ground {
  readonly db: Db;
  readonly clock: Clock;
  readonly hub: HubStaff;
  readonly specialist: Pick<SpecialistUser, 'specialistId'>;
}

/** Days, terms and invoices in whatever state a change needs: each with an agreement of its own. */
export class MoneyWishes {
  constructor(private readonly ground: Ground) {}

  readonly makers: Readonly<Record<string, () => Promise<Granted>>> = {
    recordAttendance: async () => {
      const { placementId } = await this.agreed();
      return { by: 'specialist', args: { placementId, workedOn: today(), halfDays: 1 } };
    },
    removeAttendance: async () => ({ by: 'town', args: { id: await this.day() } }),
    setCostMatrix: async () => {
      const { agreement, lastMonth } = await this.agreed();
      const lines = [rowOf(agreement)];
      return this.hub({ agreementId: agreement.id, validFrom: lastMonth.from, version: 0, lines });
    },
    enterCostActual: async () => {
      const { agreement, lastMonth } = await this.priced();
      return this.hub({ agreementId: agreement.id, ...ROW, month: lastMonth.from });
    },
    removeCostActual: async () => {
      const { agreement, lastMonth } = await this.priced();
      const input = { agreementId: agreement.id, ...ROW, month: lastMonth.from, yen: 1, evidence: 'x' };
      return this.hub({ id: (await new CostActualService(...this.door).enter(this.ground.hub, input)).id });
    },
    draftInvoice: async () => {
      const { agreement, lastMonth } = await this.priced();
      return this.hub({ agreementId: agreement.id, partyId: agreement.party(TOWN), ...lastMonth });
    },
    discardInvoice: async () => this.hub({ id: await this.draft() }),
    issueInvoice: async () => this.hub({ id: await this.draft() }),
    cancelInvoice: async () => this.hub({ id: await this.issued() }),
    makeInvoicePaper: async () => this.hub({ id: await this.issued() }),
    exportTaxEvidence: async () => this.hub({}),
    stateTaxMeasure: async () => this.hub({}),
    removeTaxMeasure: async () => this.hub({ id: await this.measure() }),
  };

  /** An invoice that Kure has received, and a day that it was billed for. */
  async billed(): Promise<
    Readonly<Record<'agreement' | 'placement' | 'attendance' | 'actual' | 'invoice' | 'measure', string>>
  > {
    const { agreement, lastMonth, placementId } = await this.priced();
    const { hub, specialist, db } = this.ground;
    const she = { ...hub, role: 'SPECIALIST' as const, ...specialist };
    const day = { placementId, workedOn: lastMonth.to, halfDays: 2, travelYen: 1_000 };
    const { attendance } = await new AttendanceService(...this.door).record(she, day);
    const entered = { agreementId: agreement.id, ...ROW, month: lastMonth.from, yen: 1, evidence: 'x' };
    const actual = await new CostActualService(...this.door).enter(hub, entered);
    const draft = await new InvoiceService(...this.door).draft(hub, {
      agreementId: agreement.id,
      partyId: agreement.party(TOWN),
      ...lastMonth,
    });
    await new InvoiceService(db, this.ground.clock).issue(hub, draft.id);
    return {
      agreement: agreement.id,
      placement: placementId,
      attendance: attendance.id,
      actual: actual.id,
      invoice: draft.id,
      measure: await this.measure(),
    };
  }

  private get door(): readonly [Db, Clock] {
    return [this.ground.db, this.ground.clock];
  }

  private hub = (args: Record<string, unknown>): Granted => ({ by: 'hub', args });

  private async agreed() {
    const { db, specialist } = this.ground;
    const first = firstOfMonth(today());
    const lastMonth = { from: firstOfMonth(addDays(first, -1)), to: addDays(first, -1) };
    const term = { prefectureId: KURE.slice(0, 2), startsOn: lastMonth.from, endsOn: addDays(first, 365) };
    const agreement = await givenAgreement(db, {
      ...term,
      parties: [{ name: TOWN, kind: 'MUNICIPALITY', municipalityId: KURE, part: 'HOST' }],
    });
    const { specialistId } = specialist;
    const of = { ...term, agreementId: agreement.id, specialistId, municipalityId: KURE };
    return { agreement, lastMonth, placementId: await givenPlacement(db, of) };
  }

  private async priced() {
    const found = await this.agreed();
    await new CostMatrixService(...this.door).set(this.ground.hub, {
      agreementId: found.agreement.id,
      validFrom: found.lastMonth.from,
      reason: 'x',
      version: 0,
      lines: [rowOf(found.agreement)],
    });
    return found;
  }

  private async day(): Promise<string> {
    const { placementId } = await this.agreed();
    const day = { placementId, workedOn: addDays(today(), -1), halfDays: 1, travelYen: 0 };
    return (await new AttendanceService(...this.door).record(this.ground.hub, day)).attendance.id;
  }

  private async draft(): Promise<string> {
    const { agreement, lastMonth } = await this.priced();
    const of = { agreementId: agreement.id, partyId: agreement.party(TOWN), ...lastMonth };
    return (await new InvoiceService(...this.door).draft(this.ground.hub, of)).id;
  }

  private async issued(): Promise<string> {
    return (await new InvoiceService(...this.door).issue(this.ground.hub, await this.draft())).id;
  }

  private async measure(): Promise<string> {
    const measure = await new AllocationTaxService(...this.door).state(this.ground.hub, {
      measure: 'x',
      bearer: 'MUNICIPALITY',
      firstYear: 2020,
      lastYear: 2040,
      ratePerMille: 500,
      ceilingYen: null,
      items: ['SALARY'],
      appointmentForms: [],
      source: 'x',
    });
    return measure.id;
  }
}

const TOWN = '呉市';
const ROW = { item: 'SALARY', label: 'x' } as const;

const rowOf = (agreement: GivenAgreement): CostLineInput => ({
  ...ROW,
  clauseNo: 1,
  amountRule: 'MONTHLY',
  yen: 100,
  shareRule: 'FIXED',
  shares: [{ partyId: agreement.party(TOWN), share: 1 }],
});

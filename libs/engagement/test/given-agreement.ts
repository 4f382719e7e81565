import { type FixedClock, type HubStaff } from '@banso/kernel';
import type { Db } from '@banso/platform';
import type { Agreement } from '../src/agreement.entity.js';
import { AgreementDraftService } from '../src/agreement-draft.service.js';
import { AgreementTermService } from '../src/agreement-term.service.js';
import { PartyService } from '../src/party.service.js';

/** 令和8年10月1日 to 令和10年9月30日, four days a month as a guideline: the case of Nagai, with invented words. */
export const TWO_YEARS = {
  title: 'デジタル人材の派遣に関する協定書',
  agreementKind: 'COMPANY_DISPATCH',
  startsOn: '2026-10-01',
  endsOn: '2028-09-30',
  monthlyDays: 4,
  monthlyRule: 'GUIDELINE',
  work: 'デジタル推進室長として、庁内の議論をリードする。',
  confidentiality: '職務上知り得た秘密を漏らしてはならない。',
  clauses: [
    { heading: '目的', body: '甲及び乙は、デジタル化を共に進める。' },
    { heading: '給与等', body: '派遣される職員の給与等は、乙が負担する。' },
    { heading: '旅費', body: '勤務に要する旅費は、甲が負担する。' },
  ],
} as const;

/** Agreements of one prefecture, brought where a test needs them by the ways that people go. */
export class Given {
  readonly parties: PartyService;
  readonly drafts: AgreementDraftService;
  readonly terms: AgreementTermService;
  private serial = 0;

  constructor(
    readonly db: Db,
    readonly clock: FixedClock,
    private readonly staff: HubStaff,
  ) {
    this.parties = new PartyService(db);
    this.drafts = new AgreementDraftService(db, clock);
    this.terms = new AgreementTermService(db, clock);
  }

  /** A town by its code, once. */
  async town(municipalityId: string): Promise<string> {
    const rows: { id: string }[] = await this.db.read(this.staff, (tx) =>
      tx.query('SELECT id FROM party WHERE municipality_id = $1', [municipalityId]),
    );
    return (
      rows[0]?.id ?? (await this.parties.add(this.staff, { partyKind: 'MUNICIPALITY', municipalityId })).id
    );
  }

  async company(name = `架空通信株式会社${++this.serial}`): Promise<string> {
    return (await this.parties.add(this.staff, { partyKind: 'COMPANY', name, nameEn: 'Fictional Telecom' }))
      .id;
  }

  /** The words of an agreement between a town and a company. */
  async words(municipalityId: string, change: object = {}) {
    const [town, company] = [await this.town(municipalityId), await this.company()];
    return {
      ...TWO_YEARS,
      parties: [
        { partyId: town, capacity: 'HOST', signatoryTitle: '市長', signatoryName: '髙橋 德一' },
        { partyId: company, capacity: 'SENDER', signatoryTitle: '代表取締役', signatoryName: '𠮷田 花子' },
      ],
      remainderPartyId: town,
      ...change,
    };
  }

  async draft(municipalityId: string, change: object = {}): Promise<Agreement> {
    return this.drafts.draft(this.staff, await this.words(municipalityId, change));
  }

  async consulted(municipalityId: string, change: object = {}): Promise<Agreement> {
    const { id } = await this.draft(municipalityId, change);
    return this.drafts.consult(this.staff, id);
  }

  /** Signed on the day of the clock. */
  async concluded(municipalityId: string, change: object = {}): Promise<Agreement> {
    const { id } = await this.consulted(municipalityId, change);
    return this.terms.conclude(this.staff, id, this.clock.today());
  }
}

import {
  addDays,
  FixedClock,
  type HubStaff,
  type MunicipalityStaff,
  type SpecialistUser,
} from '@banso/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Calendar, THEME } from '../../../../libs/dispatch/test/given-calendar.js';
import { type Caller, type RunningApi, startApi } from '../../../../test/api.js';
import { clerk, expert, hub, KURE, MIHARA } from '../../../../test/people.js';
import { today } from '../../../../test/requests.js';

const VENDOR = '株式会社ひみつデータ';
const CASE = `query($id: ID!) { supportRequest(id: $id) { id
  conflictCheck { restrictsBidding }
  procurement { version phase vendors { name } history { phase vendors { name } actorName }
    bidRestrictionNotes { cause text { ja en } firms { name } specialist { id } } } } }`;
const BUY =
  'mutation($i: ProcurementInput!) { setProcurement(input: $i) { version phase vendors { name } } }';
const RECORD = 'mutation($i: SpecialistFirmInput!) { recordSpecialistFirm(input: $i) { id relation } }';

describe('a purchase, from the first word to the note', () => {
  let api: RunningApi;
  let calendar: Calendar;
  let staff: HubStaff & { loginId: string };
  let kure: MunicipalityStaff & { loginId: string };
  let she: SpecialistUser & { loginId: string };
  let he: SpecialistUser & { loginId: string };
  let callers: Record<'hub' | 'town' | 'mihara' | 'she' | 'he', Caller>;
  let id: string;

  beforeAll(async () => {
    api = await startApi();
    const { db } = api.database;
    staff = await hub(db);
    kure = await clerk(db, KURE);
    she = await expert(db, staff, { themes: [THEME] });
    he = await expert(db, staff, { themes: [THEME] });
    calendar = new Calendar(db, new FixedClock(new Date()));
    callers = {
      hub: await api.as(staff),
      town: await api.as(kure),
      mihara: await api.as(await clerk(db, MIHARA)),
      she: await api.as(she),
      he: await api.as(he),
    };
    id = (await calendar.request(kure, staff)).id;
  }, 60_000);
  afterAll(() => api.close());

  const buy = (version: number, phase = 'SPECIFICATION') => ({
    i: { caseId: id, version, phase, vendors: [{ name: VENDOR }] },
  });

  it('is entered by the town and the hub, each told when the other was first', async () => {
    expect((await callers.town.ask(CASE, { id })).supportRequest.procurement).toMatchObject({
      version: 0,
      phase: 'NONE',
      vendors: [],
    });
    expect(await callers.town.ask(BUY, buy(0, 'MARKET_RESEARCH'))).toEqual({
      setProcurement: { version: 1, phase: 'MARKET_RESEARCH', vendors: [{ name: VENDOR }] },
    });
    expect(await callers.hub.refusal(BUY, buy(0))).toEqual({
      code: 'CONFLICT',
      reason: 'record.changed-meanwhile',
    });
    await callers.hub.ask(BUY, buy(1));
    for (const caller of [callers.she, callers.he, callers.mihara])
      expect(['FORBIDDEN', 'NOT_FOUND']).toContain((await caller.refusal(BUY, buy(2))).code);
  });

  it('shuts out whom the hub knows to be tied to a vendor, with the reason', async () => {
    await callers.hub.ask(RECORD, {
      i: {
        specialistId: she.specialistId,
        relation: 'EMPLOYER',
        name: 'ひみつデータ(株)',
        from: '2021-04-01',
        source: '誓約書 2026-04-01',
      },
    });
    const { candidateRanking } = await callers.hub.ask(
      `query($id: ID!) { candidateRanking(supportRequestId: $id) {
        candidates { specialist { id } } excluded { ruleId sentence { ja } specialist { id } } } }`,
      { id },
    );
    expect(candidateRanking.excluded).toContainEqual({
      ruleId: 'conflict-of-interest',
      sentence: { ja: expect.stringContaining(VENDOR) },
      specialist: { id: she.specialistId },
    });
    expect(candidateRanking.candidates).toEqual([{ specialist: { id: he.specialistId } }]);
    const who =
      'query($id: ID!) { supportRequest(id: $id) { procurement { shutOut { vendor firm relation specialist { id } } } } }';
    const shutOut = async (caller: Caller) =>
      (await caller.ask(who, { id })).supportRequest.procurement.shutOut;
    expect(await shutOut(callers.hub)).toEqual([
      {
        vendor: VENDOR,
        firm: 'ひみつデータ(株)',
        relation: 'EMPLOYER',
        specialist: { id: she.specialistId },
      },
    ]);
    expect(await shutOut(callers.town)).toEqual([]);
  });

  it('tells whoever comes that the check was made, and no names; the note is the town’s and the hub’s', async () => {
    const [visit] = await calendar.publish(staff, { from: addDays(today(), 1), to: addDays(today(), 45) });
    expect(visit?.specialistId).toBe(he.specialistId);
    expect(await callers.he.ask(CASE, { id })).toEqual({
      supportRequest: { id, conflictCheck: { restrictsBidding: true }, procurement: null },
    });
    expect(await callers.she.refusal(CASE, { id })).toEqual({
      code: 'NOT_FOUND',
      reason: 'request.not-found',
    });
    calendar.clock.moveTo(new Date((visit?.endsAt.getTime() ?? 0) + 60_000));
    await callers.hub.ask(RECORD, {
      i: { specialistId: he.specialistId, relation: 'SHAREHOLDING', name: 'べつの会社', source: '兼業先届' },
    });
    await calendar.visits.complete(he, visit?.id ?? '');
    for (const caller of [callers.town, callers.hub]) {
      const { procurement } = (await caller.ask(CASE, { id })).supportRequest;
      expect(procurement.history.map((event: { phase: string }) => event.phase)).toEqual([
        'SPECIFICATION',
        'MARKET_RESEARCH',
      ]);
      expect(procurement.bidRestrictionNotes).toEqual([
        {
          cause: 'VISIT',
          firms: [{ name: 'べつの会社' }],
          specialist: { id: he.specialistId },
          text: {
            ja: expect.stringContaining('・べつの会社：株式の保有'),
            en: expect.stringContaining('shareholding'),
          },
        },
      ]);
    }
    expect(await callers.mihara.refusal(CASE, { id })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('takes back a line that was wrong, which stays in the record', async () => {
    const list = 'query($s: ID!) { specialistFirms(specialistId: $s) { id name removedReason } }';
    const remove =
      'mutation($id: ID!) { removeSpecialistFirm(id: $id, reason: "同名の別会社") { removedByName } }';
    const [line] = (await callers.she.ask(list, { s: she.specialistId })).specialistFirms;
    expect(await callers.she.refusal(remove, { id: line.id })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await callers.hub.ask(remove, { id: line.id })).toEqual({
      removeSpecialistFirm: { removedByName: staff.name },
    });
    expect(await callers.hub.refusal(remove, { id: line.id })).toMatchObject({ reason: 'firm.removed' });
    expect((await callers.hub.ask(list, { s: she.specialistId })).specialistFirms).toEqual([
      { id: line.id, name: 'ひみつデータ(株)', removedReason: '同名の別会社' },
    ]);
    expect(await callers.town.refusal(list, { s: she.specialistId })).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('takes the vendors with a question, and a person’s own word for a tie', async () => {
    const asked = await callers.town.ask(
      `mutation($i: ConsultationInput!) { askExpert(input: $i) { id procurement { phase vendors { name } } } }`,
      {
        i: {
          question: '見積もりの見方を知りたい',
          contactSection: '総務課',
          purchase: { phase: 'EVALUATION', vendors: [{ name: VENDOR }] },
        },
      },
    );
    expect(asked.askExpert.procurement).toEqual({ phase: 'EVALUATION', vendors: [{ name: VENDOR }] });
    const i = { specialistId: she.specialistId, relation: 'PAST_VENDOR', name: VENDOR };
    expect(await callers.hub.refusal(RECORD, { i })).toMatchObject({ code: 'BAD_INPUT' });
    expect(await callers.he.refusal(RECORD, { i })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await callers.town.refusal(RECORD, { i })).toMatchObject({ code: 'FORBIDDEN' });
    await callers.she.ask(RECORD, { i });
  });

  it('leaves no vendor in the outbox or the plans', async () => {
    const [kept] = await api.database.dataSource.query<{ words: string }[]>(
      `SELECT concat((SELECT string_agg(r::text, ' ') FROM planning_run r), (SELECT string_agg(o::text, ' ') FROM outbox o)) AS words`,
    );
    expect(kept?.words).not.toContain('ひみつ');
  });
});

import { FixedClock, type HubStaff, type MunicipalityStaff, type SpecialistUser } from '@banso/kernel';
import {
  ConflictService,
  ConsultationAnswerService,
  ConsultationIntakeService,
  getConsultation,
  getSupportRequest,
  historiesOf,
  SelectionService,
  shortlistsOf,
} from '@banso/support';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { clerk, expert, hub } from '../../../test/people.js';
import { Calendar, ENTITIES, START, THEME } from '../test/given-calendar.js';
import { SpecialistHandOverService, type SpecialistWork } from './specialist-hand-over.service.js';

const clock = new FixedClock(new Date(START));
const SETO = { name: '株式会社せとデータ', corporateNumber: null };
let database: FreshDatabase;
let calendar: Calendar;
let service: SpecialistHandOverService;
let selection: SelectionService;
let desk: ConsultationAnswerService;
let staff: HubStaff;
let ehime: HubStaff;
let town: MunicipalityStaff;
let she: SpecialistUser;
let he: SpecialistUser;
let third: SpecialistUser;
let unable: SpecialistUser;

beforeAll(async () => {
  database = await freshDatabase(ENTITIES);
  const { db } = database;
  calendar = new Calendar(db, clock);
  service = new SpecialistHandOverService(db, clock);
  selection = new SelectionService(db, clock);
  desk = new ConsultationAnswerService(db, clock);
  [staff, ehime, town] = [await hub(db), await hub(db, '38'), await clerk(db)];
  she = await expert(db, staff, { themes: [THEME] });
  he = await expert(db, staff, { themes: [THEME] });
  third = await expert(db, staff, { themes: [THEME] });
  unable = await expert(db, staff);
});
beforeEach(async () => {
  await calendar.clear();
  await database.dataSource.query('TRUNCATE consultation, specialist_firm, procurement CASCADE');
});
afterAll(() => database.drop());

const preview = (to: SpecialistUser | null, from = she, actor: HubStaff = staff) =>
  service.preview(actor, { specialistId: from.specialistId, successorId: to?.specialistId ?? null });
const handOver = (to: SpecialistUser | null, ids: readonly string[], actor: HubStaff = staff) =>
  service.handOver(actor, {
    specialistId: she.specialistId,
    successorId: to?.specialistId ?? null,
    ids,
    reason: '3月で退任',
  });
const movable = (work: readonly SpecialistWork[]) =>
  work.filter(({ stays }) => stays === null).map(({ id }) => id);
const read = (id: string) => database.db.read(staff, (tx) => getSupportRequest(tx, staff, id));
const question = (id: string) => database.db.read(staff, (tx) => getConsultation(tx, staff, id));
const listOf = async (id: string) =>
  (await database.db.read(staff, (tx) => shortlistsOf(tx, [id]))).map((one) => one.specialistId);

const shortlisted = async (people: readonly SpecialistUser[]) => {
  const { id } = await calendar.request(town, staff, { entrustSelection: false });
  return selection.shortlist(
    staff,
    id,
    people.map((one) => one.specialistId),
  );
};
const offered = async (people: readonly SpecialistUser[]) => {
  const { id } = await shortlisted(people);
  return selection.rank(
    town,
    id,
    people.map((one) => one.specialistId),
  );
};
const accepted = async () => {
  const { id } = await offered([she]);
  return selection.answerOffer(she, id, { accept: true });
};
const scheduled = async () => selection.approveDispatch(staff, (await accepted()).id);
const asked = async () => {
  const intake = new ConsultationIntakeService(database.db, clock);
  const { id } = await intake.ask(town, { themeId: THEME, question: '見てほしい', contactSection: '総務課' });
  return desk.reassign(staff, id, { specialistId: she.specialistId, reason: '担当' });
};

describe('the work of a specialist who leaves', () => {
  it('goes to one successor in one step, and is not moved twice', async () => {
    const [own, list, asks] = [await scheduled(), await shortlisted([she, third]), await asked()];
    const shown = await preview(he);
    expect(shown.map(({ kind, stays }) => [kind, stays])).toEqual(
      expect.arrayContaining([
        ['CASE', null],
        ['PLACE', null],
        ['CONSULTATION', null],
      ]),
    );
    expect((await read(own.id)).specialistId).toBe(she.specialistId);
    expect(movable(await handOver(he, movable(shown))).sort()).toEqual([own.id, list.id, asks.id].sort());
    expect(await read(own.id)).toMatchObject({ status: 'SCHEDULING', specialistId: he.specialistId });
    expect(await listOf(list.id)).toEqual([he.specialistId, third.specialistId]);
    expect(await question(asks.id)).toMatchObject({ status: 'ASSIGNED', specialistId: he.specialistId });
    const told = await database.db.read(staff, (tx) => historiesOf(tx, [own.id]));
    expect(told.at(-1)).toMatchObject({ toStatus: 'SCHEDULING', reason: '3月で退任', actorName: staff.name });
    const before = await database.dataSource.query('SELECT max(id) FROM audit_entry');
    expect(await handOver(he, movable(shown))).toEqual([]);
    expect(await database.dataSource.query('SELECT max(id) FROM audit_entry')).toEqual(before);
  });

  it('stays where the successor may not have it, each with its reason, and visits stay for repair', async () => {
    const own = await scheduled();
    const asks = await asked();
    const waiting = await accepted();
    const open = await offered([she, third]);
    const [visit] = await calendar.publish(staff);
    const bought = await scheduled();
    await new ConflictService(database.db, clock).setProcurement(town, bought.id, {
      version: 0,
      phase: 'BIDDING',
      vendors: [SETO],
    });
    await new ConflictService(database.db, clock).recordFirm(staff, {
      specialistId: he.specialistId,
      relation: 'EMPLOYER',
      name: SETO.name,
      source: '誓約書',
    });
    const of = (work: readonly SpecialistWork[], id: string) => work.find((one) => one.id === id)?.stays?.en;
    const toHim = await preview(he);
    expect(of(toHim, own.id)).toBeUndefined();
    expect(of(toHim, bought.id)).toMatch(/conflict|tied|vendor/i);
    expect(of(toHim, waiting.id)).toMatch(/approval/);
    expect(of(toHim, open.id)).toMatch(/town has ranked/);
    expect(of(toHim, visit?.id ?? '')).toMatch(/absence/);
    const unfit = await preview(unable);
    expect(of(unfit, own.id)).toMatch(/“/);
    expect(of(unfit, asks.id)).toMatch(/Neither/);
    const all = toHim.map(({ id }) => id);
    await handOver(he, all);
    expect((await read(bought.id)).specialistId).toBe(she.specialistId);
    expect((await read(waiting.id)).status).toBe('PREFECTURE_APPROVAL');
    expect((await calendar.visitsOf(staff)).map((one) => one.specialistId)).toContain(she.specialistId);
  });

  it('goes back to matching: offers to the next choice, names off, questions to the desk', async () => {
    const [own, waiting, open, alone] = [
      await scheduled(),
      await accepted(),
      await offered([she, third]),
      await offered([she]),
    ];
    const asks = await asked();
    await handOver(null, movable(await preview(null)));
    expect(await read(own.id)).toMatchObject({ status: 'SELECTING', specialistId: null });
    expect(await read(waiting.id)).toMatchObject({ status: 'SELECTING', specialistId: null });
    expect((await read(open.id)).status).toBe('OFFERING');
    const entries = await database.db.read(staff, (tx) => shortlistsOf(tx, [open.id]));
    expect(entries).toMatchObject([{ specialistId: third.specialistId, offeredAt: clock.now() }]);
    expect((await read(alone.id)).status).toBe('SELECTING');
    expect((await question(asks.id)).specialistId).not.toBe(she.specialistId);
    expect(await preview(null)).toEqual([]);
  });

  it('moves nothing that was not shown, and two at once move each thing once', async () => {
    const [first, later] = [await scheduled(), await scheduled()];
    const left = await handOver(he, [first.id]);
    expect(left.find(({ id }) => id === later.id)?.stays?.en).toMatch(/look again/);
    expect((await read(later.id)).specialistId).toBe(she.specialistId);
    const both = await Promise.all([handOver(he, [later.id]), handOver(third, [later.id])]);
    expect(both.flatMap(movable)).toEqual([later.id]);
  });

  it('is for the coordinators of the prefecture', async () => {
    const { id } = await scheduled();
    for (const actor of [town, she])
      await expect(handOver(he, [id], actor as never)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(handOver(he, [id], ehime)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(preview(he, she, ehime)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(preview(she)).rejects.toMatchObject({ code: 'BAD_INPUT' });
    expect((await read(id)).specialistId).toBe(she.specialistId);
  });
});

import { type Actor, addDays, type DomainError, type LocalDate } from '@banso/kernel';
import { listSpecialistFirms, type SpecialistFirmInput } from '@banso/talent';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  clock,
  database,
  ehime,
  he,
  input,
  intake,
  matsuyama,
  openCase,
  otherTown,
  offering,
  publishVisits,
  read,
  scheduled,
  selecting,
  selection,
  she,
  shortlist,
  shortlisted,
  staff,
  submitted,
  third,
  town,
  cameThrough,
} from '../test/case.js';
import { KURE } from '../../../test/people.js';
import { conflictsOf, judgeConflicts, lapseConflicts } from './conflict.queries.js';
import { passOnConflicted, releaseConflicted } from './conflict-resolution.js';
import { ConflictService } from './conflict.service.js';
import { ConsultationAnswerService } from './consultation-answer.service.js';
import { ConsultationIntakeService } from './consultation-intake.service.js';
import { getConsultation } from './consultation.queries.js';
import type { Procurement } from './procurement.entity.js';
import {
  bidRestrictionNotesOf,
  conflictChecksOf,
  procurementHistoriesOf,
  shutOutOf,
  vendorsOf,
} from './procurement.queries.js';

openCase();
let service: ConflictService;
beforeAll(() => {
  service = new ConflictService(database.db, clock);
});
beforeEach(() =>
  database.dataSource.query(`TRUNCATE specialist_firm, procurement, bid_restriction_note, outbox CASCADE`),
);

const SETO = { name: '株式会社せとデータ', corporateNumber: null };
const KAZE = { name: 'かぜシステム', corporateNumber: '7000012050002' };
const SOURCE = '誓約書（2026年4月1日）';

const tie = (changes: Partial<SpecialistFirmInput> = {}) =>
  service.recordFirm(staff, {
    specialistId: she.specialistId,
    relation: 'EMPLOYER',
    name: '㈱せとデータ',
    source: SOURCE,
    ...changes,
  });

const buys = (id: string, changes: Record<string, unknown> = {}, actor: Actor = town) =>
  service.setProcurement(actor, id, { version: 0, phase: 'SPECIFICATION', vendors: [SETO], ...changes });

const conflicted = (id: string) =>
  database.db.read(staff, async (tx) => (await conflictsOf(tx, staff, [id])).map((one) => one.specialistId));
const vendors = (actor: Actor, id: string) =>
  database.db.read(actor, async (tx) => (await vendorsOf(tx, actor, [id])).map(({ name }) => name));
const jobs = () =>
  database.dataSource.query<{ payload: object }[]>(
    `SELECT payload FROM outbox WHERE job = 'support.resolve-conflict' ORDER BY id`,
  );

describe('ConflictService.recordFirm', () => {
  it('is written by the hub and read by it and the person', async () => {
    await tie({ corporateNumber: '７０００-０１２０-５０００２', from: '2020-04-01' });
    const line = {
      name: '㈱せとデータ',
      corporateNumber: '7000012050002',
      source: SOURCE,
      from: '2020-04-01',
      to: null,
    };
    for (const actor of [staff, she])
      expect(await database.db.read(actor, (tx) => listSpecialistFirms(tx, actor, she.specialistId))).toEqual(
        [expect.objectContaining({ ...line, recordedByName: staff.name, removedAt: null })],
      );
  });

  it('is nothing for a town, a colleague or another prefecture', async () => {
    const { id } = await tie();
    for (const actor of [town, he, ehime])
      await expect(
        database.db.read(actor, (tx) => listSpecialistFirms(tx, actor, she.specialistId)),
      ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const write = (actor: Actor) =>
      service.recordFirm(actor, {
        specialistId: she.specialistId,
        relation: 'EMPLOYER',
        name: 'x',
        source: 'x',
      });
    await expect(write(town)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    for (const actor of [he, ehime]) await expect(write(actor)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    for (const actor of [town, he, ehime])
      await expect(service.removeFirm(actor, id, 'x')).rejects.toMatchObject({ reason: 'firm.not-found' });
    await expect(service.removeFirm(she, id, 'x')).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is declared by the person, without a source, and counts at once', async () => {
    const { id } = await submitted();
    await buys(id);
    await service.recordFirm(she, {
      specialistId: she.specialistId,
      relation: 'EMPLOYER',
      name: 'せとデータ',
      source: 'x',
    });
    const [line] = await database.db.read(staff, (tx) => listSpecialistFirms(tx, staff, she.specialistId));
    expect(line).toMatchObject({ source: null, recordedByName: she.name });
    expect(await conflicted(id)).toEqual([she.specialistId]);
    await expect(service.removeFirm(she, line?.id ?? '', 'x')).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is written once, however the name is written, and once by two at once', async () => {
    await tie();
    await expect(tie({ name: 'せとデータ　株式会社' })).rejects.toMatchObject({
      reason: 'firm.already-recorded',
    });
    await tie({ relation: 'SHAREHOLDING' });
    expect(await cameThrough([1, 2, 3].map(() => tie({ name: 'うみ' })))).toBe(1);
  });

  it('refuses a number that is none, an end before the beginning, and a line without its source', async () => {
    const fault = (path: string, rule: string) => ({
      details: { faults: [expect.objectContaining({ path, rule })] },
    });
    await expect(tie({ corporateNumber: '7000012050003' })).rejects.toMatchObject(
      fault('corporateNumber', 'corporate-number'),
    );
    await expect(tie({ from: '2026-04-02', to: '2026-04-01' })).rejects.toMatchObject(
      fault('to', 'not-before-from'),
    );
    await expect(tie({ source: ' ' })).rejects.toMatchObject(fault('source', 'required'));
  });

  it('is removed once, with its reason, and stays in the record', async () => {
    const { id } = await tie();
    expect(await cameThrough([1, 2].map(() => service.removeFirm(staff, id, '同名の別会社')))).toBe(1);
    await expect(service.removeFirm(staff, id, 'x')).rejects.toMatchObject({ reason: 'firm.removed' });
    const [line] = await database.db.read(staff, (tx) => listSpecialistFirms(tx, staff, she.specialistId));
    expect(line).toMatchObject({ removedReason: '同名の別会社', removedByName: staff.name });
  });
});

describe('ConflictService.setProcurement', () => {
  it('is the town’s and the hub’s, with every change in its history', async () => {
    const { id } = await submitted();
    await buys(id);
    const after: Procurement = await buys(id, { version: 1, phase: 'BIDDING', vendors: [SETO, KAZE] }, staff);
    expect(after).toMatchObject({ phase: 'BIDDING', version: 2, checkedAt: clock.now() });
    for (const actor of [town, staff]) expect(await vendors(actor, id)).toEqual([KAZE.name, SETO.name]);
    const history = await database.db.read(town, (tx) => procurementHistoriesOf(tx, town, [id]));
    expect(history.map(({ version, phase, actorName }) => [version, phase, actorName])).toEqual([
      [2, 'BIDDING', staff.name],
      [1, 'SPECIFICATION', town.name],
    ]);
  });

  it('is nothing for another town, another prefecture or a specialist of the case', async () => {
    const { id } = await scheduled();
    await publishVisits(id, [she]);
    await buys(id);
    for (const actor of [otherTown, matsuyama, ehime, she]) expect(await vendors(actor, id)).toEqual([]);
    for (const actor of [otherTown, matsuyama, ehime, he])
      await expect(buys(id, { version: 1 }, actor)).rejects.toMatchObject({ reason: 'request.not-found' });
    await expect(buys(id, { version: 1 }, she)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const checks = await database.db.read(she, (tx) => conflictChecksOf(tx, [id]));
    expect(checks).toEqual([{ caseId: id, checkedAt: clock.now(), restrictsBidding: true }]);
  });

  it('is written on top of what was read: the second of two is told', async () => {
    const { id } = await submitted();
    expect(await cameThrough([1, 2, 3].map(() => buys(id)))).toBe(1);
    await expect(buys(id)).rejects.toMatchObject({
      code: 'CONFLICT',
      reason: 'record.changed-meanwhile',
      details: {
        version: '1',
        name: town.name,
        changes: [{ field: 'phase' }, { field: 'vendors', before: '[]' }],
      },
    });
    await expect(buys(id, { version: 7 })).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });

  it('refuses vendors without a purchase, and one vendor twice', async () => {
    const { id } = await submitted();
    const fault = (rule: string) => ({
      details: { faults: [expect.objectContaining({ path: 'vendors', rule })] },
    });
    await expect(buys(id, { phase: 'NONE' })).rejects.toMatchObject(fault('no-purchase'));
    await expect(buys(id, { vendors: [SETO, { name: 'せとデータ' }] })).rejects.toMatchObject(
      fault('repeated'),
    );
  });
});

describe('a conflict of interest', () => {
  it('is found whichever side is written last, by name or by number', async () => {
    const { id } = await submitted();
    await tie();
    await buys(id);
    expect(await conflicted(id)).toEqual([she.specialistId]);
    await tie({ specialistId: he.specialistId, name: '旧名称', corporateNumber: KAZE.corporateNumber });
    expect(await conflicted(id)).toEqual([she.specialistId]);
    await buys(id, { version: 1, vendors: [SETO, KAZE] });
    expect((await conflicted(id)).sort()).toEqual([she.specialistId, he.specialistId].sort());
    expect(await jobs()).toEqual([{ payload: { caseId: id } }, { payload: { caseId: id } }]);
  });

  it('is none between firms of one name and two numbers, nor two years after the end', async () => {
    const { id } = await submitted();
    await buys(id, { vendors: [KAZE] });
    await tie({ name: KAZE.name, corporateNumber: '2000012010019' });
    await tie({ name: KAZE.name, specialistId: he.specialistId, to: '2024-11-15' });
    expect(await conflicted(id)).toEqual([]);
    await tie({ name: KAZE.name, specialistId: third.specialistId, to: '2024-11-16' });
    expect(await conflicted(id)).toEqual([third.specialistId]);
  });

  it('ends when the line was wrong, or the vendor leaves', async () => {
    const { id } = await submitted();
    const { id: line } = await tie();
    await buys(id);
    await service.removeFirm(staff, line, '同名の別会社');
    expect(await conflicted(id)).toEqual([]);
    await tie();
    await buys(id, { version: 1, vendors: [] });
    expect(await conflicted(id)).toEqual([]);
  });

  it('is seen when both sides are written at once', async () => {
    for (let round = 0; round < 5; round++) {
      const { id } = await submitted();
      await Promise.all([buys(id, { vendors: [{ name: `firm ${round}` }] }), tie({ name: `firm ${round}` })]);
      expect(await conflicted(id)).toEqual([she.specialistId]);
    }
  });

  it('stays in its prefecture', async () => {
    const { id } = await submitted();
    await tie();
    await buys(id);
    expect(await database.db.read(ehime, (tx) => conflictsOf(tx, ehime, [id]))).toEqual([]);
    await database.db.system('38', (tx) => judgeConflicts(tx, '38', { caseId: id }, clock.today()));
    expect(await conflicted(id)).toEqual([she.specialistId]);
  });
});

describe('somebody in conflict', () => {
  it('cannot be named by the hub', async () => {
    const { id } = await selecting();
    await tie();
    await buys(id);
    await expect(selection.shortlist(staff, id, [he.specialistId, she.specialistId])).rejects.toMatchObject({
      details: { faults: [{ path: 'specialistIds', rule: 'conflict-of-interest' }] },
    });
    await selection.shortlist(staff, id, [he.specialistId]);
  });

  it('loses the file at once, and whoever was put before the town is chosen anew', async () => {
    const { id } = await shortlisted([she, he]);
    await tie();
    await buys(id);
    await expect(selection.rank(town, id, [she.specialistId, he.specialistId])).rejects.toMatchObject({
      code: 'BAD_INPUT',
    });
    await database.db.system('34', (tx, actor) => releaseConflicted(tx, id, { actor, at: clock.now() }));
    expect(await read(staff, id)).toMatchObject({ status: 'SELECTING', specialistId: null });
  });

  it('reads neither the request nor its lines, although she was decided by name', async () => {
    const { id } = await scheduled();
    await publishVisits(id, [she]);
    expect(await read(she, id)).toMatchObject({ id });
    await tie();
    await buys(id);
    await expect(read(she, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const settle = () =>
      database.db.system('34', (tx, actor) => releaseConflicted(tx, id, { actor, at: clock.now() }));
    await settle();
    await settle();
    // A visit of hers may have been made: the case goes on with somebody else.
    expect(await read(staff, id)).toMatchObject({ status: 'IN_SUPPORT', specialistId: null });
  });
});

describe('a firm that is declared while she is being named', () => {
  it('leaves her out, whichever is first', async () => {
    const settle = (id: string) =>
      database.db.system('34', (tx, actor) => releaseConflicted(tx, id, { actor, at: clock.now() }));
    for (let round = 0; round < 6; round++) {
      const { id } = await offering([she, he]);
      await buys(id, { vendors: [{ name: `firm ${round}` }] });
      const declare = async () => {
        await tie({ name: `firm ${round}` });
        await settle(id);
      };
      const answer = () => selection.answerOffer(she, id, { accept: true });
      // The odd rounds let her answer get ahead.
      const [first, second] = round % 2 === 0 ? [declare(), answer()] : [answer(), declare()];
      const [one, other] = await Promise.allSettled([first, second]);
      const answered = round % 2 === 0 ? other : one;
      if (answered.status === 'rejected')
        expect(['NOT_FOUND', 'INVALID_STATE']).toContain((answered.reason as DomainError).code);
      expect(round % 2 === 0 ? one : other).toMatchObject({ status: 'fulfilled' });
      expect(await read(staff, id)).toMatchObject({ status: 'SELECTING', specialistId: null });
      await expect(read(she, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect(await conflicted(id)).toEqual([she.specialistId]);
    }
  });

  it('cannot be missed by the hub that decides, or names, at the same moment', async () => {
    const settle = (id: string) =>
      database.db.system('34', (tx, actor) => releaseConflicted(tx, id, { actor, at: clock.now() }));
    for (let round = 0; round < 3; round++) {
      const { id } = await selecting();
      await buys(id, { vendors: [{ name: `firm ${round}` }] });
      const [named] = await Promise.allSettled([
        selection.shortlist(staff, id, [he.specialistId, she.specialistId]),
        tie({ name: `firm ${round}` }).then(() => settle(id)),
      ]);
      if (named.status === 'rejected')
        expect(named.reason).toMatchObject({
          details: { faults: [{ path: 'specialistIds', rule: 'conflict-of-interest' }] },
        });
      expect(await read(staff, id)).toMatchObject({ status: 'SELECTING' });
      expect(await shortlist(id)).toEqual([]);
    }
  });
});

describe('a tie that ended', () => {
  const shutOutIn = (id: string) => database.db.read(staff, (tx) => shutOutOf(tx, staff, [id]));
  const lapse = (today: LocalDate) => database.db.system(null, (tx) => lapseConflicts(tx, today));

  it('counts for two years, says until when, and then lapses by itself', async () => {
    const { id } = await submitted();
    const to = addDays(clock.today(), -700);
    const until = addDays(clock.today(), 30);
    await tie({ to });
    await buys(id);
    expect(await shutOutIn(id)).toMatchObject([{ specialistId: she.specialistId, until }]);
    await lapse(until);
    expect(await conflicted(id)).toEqual([she.specialistId]);
    await lapse(addDays(until, 1));
    await lapse(addDays(until, 1));
    expect(await conflicted(id)).toEqual([]);
    const [last] = await database.dataSource.query(
      `SELECT kind, actor_role AS "actorRole" FROM audit_entry
       WHERE table_name = 'conflict_of_interest' AND record_id = $1 ORDER BY id DESC LIMIT 1`,
      [id],
    );
    expect(last).toEqual({ kind: 'DELETE', actorRole: 'SYSTEM' });
  });

  it('that lasts never lapses', async () => {
    const { id } = await submitted();
    await tie();
    await buys(id);
    await lapse(addDays(clock.today(), 5_000));
    expect(await conflicted(id)).toEqual([she.specialistId]);
    expect(await shutOutIn(id)).toMatchObject([{ until: null }]);
  });
});

describe('a request about a purchase, from its first word on', () => {
  it('shuts out before anybody is looked for, and refuses vendors without a purchase', async () => {
    await tie();
    const purchase = { phase: 'SPECIFICATION', vendors: [SETO] };
    const { id } = await intake.draft(town, input(), null, purchase);
    expect(await vendors(town, id)).toEqual([SETO.name]);
    expect(await conflicted(id)).toEqual([she.specialistId]);
    await expect(buys(id)).rejects.toMatchObject({ reason: 'record.changed-meanwhile' });
    const fromHub = await intake.draft(staff, input(), KURE, purchase);
    expect(await vendors(staff, fromHub.id)).toEqual([SETO.name]);
    for (const wrong of [
      { phase: 'NONE', vendors: [SETO] },
      { phase: 'BIDDING', vendors: [SETO, SETO] },
    ])
      await expect(intake.draft(town, input(), null, wrong)).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(intake.draft(she, input(), null, purchase)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('a consultation about a purchase', () => {
  const desk = () => new ConsultationAnswerService(database.db, clock);
  const asking = () => new ConsultationIntakeService(database.db, clock);
  const asked = async () => {
    const { id } = await asking().ask(town, { question: '仕様書を見てほしい', contactSection: '総務課' });
    return desk().reassign(staff, id, { specialistId: she.specialistId, reason: '担当' });
  };

  it('is hidden from whoever is in conflict, and goes to another', async () => {
    const { id } = await asked();
    await tie();
    await buys(id);
    await expect(database.db.read(she, (tx) => getConsultation(tx, she, id))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(desk().answer(she, id, 'x')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(
      desk().reassign(staff, id, { specialistId: she.specialistId, reason: 'x' }),
    ).rejects.toMatchObject({
      details: { faults: [{ path: 'specialistId', rule: 'conflict-of-interest' }] },
    });
    const settle = () =>
      database.db.system('34', (tx, actor) => passOnConflicted(tx, id, { actor, at: clock.now() }));
    await settle();
    const after = await database.db.read(staff, (tx) => getConsultation(tx, staff, id));
    expect(after.specialistId).not.toBe(she.specialistId);
    expect(after.specialistId).not.toBeNull();
    await settle();
    expect(await database.db.read(staff, (tx) => getConsultation(tx, staff, id))).toEqual(after);
  });

  it('never comes to whoever is tied to a vendor that is named with the question', async () => {
    await tie();
    const question = { question: 'どの事業者に聞くべきか', contactSection: '総務課' };
    const { id } = await asking().ask(town, {
      ...question,
      purchase: { phase: 'MARKET_RESEARCH', vendors: [SETO] },
    });
    expect(await vendors(town, id)).toEqual([SETO.name]);
    expect(await conflicted(id)).toEqual([she.specialistId]);
    await expect(
      desk().reassign(staff, id, { specialistId: she.specialistId, reason: 'x' }),
    ).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(buys(id)).rejects.toMatchObject({ reason: 'record.changed-meanwhile' });
    await buys(id, { version: 1 });
    await expect(
      asking().ask(town, { ...question, purchase: { phase: 'NONE', vendors: [SETO] } }),
    ).rejects.toMatchObject({
      details: { faults: [expect.objectContaining({ path: 'purchase.vendors', rule: 'no-purchase' })] },
    });
    await expect(
      asking().ask(town, { ...question, purchase: { phase: 'BIDDING', vendors: [SETO, SETO] } }),
    ).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });

  it('is at nobody’s desk who is tied by a firm that is declared at the same moment', async () => {
    for (let round = 0; round < 4; round++) {
      const vendor = { name: `firm ${round}` };
      const { id } = await asking().ask(town, {
        question: '仕様書を見てほしい',
        contactSection: '総務課',
        purchase: { phase: 'SPECIFICATION', vendors: [vendor] },
      });
      const settle = () =>
        database.db.system('34', (tx, actor) => passOnConflicted(tx, id, { actor, at: clock.now() }));
      const [given] = await Promise.allSettled([
        desk().reassign(staff, id, { specialistId: she.specialistId, reason: '担当' }),
        tie(vendor).then(settle),
      ]);
      if (given.status === 'rejected') expect(given.reason).toMatchObject({ code: 'BAD_INPUT' });
      const { specialistId, status } = await database.db.read(staff, (tx) => getConsultation(tx, staff, id));
      expect(specialistId).not.toBe(she.specialistId);
      expect(status).toBe(given.status === 'rejected' ? 'OPEN' : 'ASSIGNED');
    }
  });

  it('leaves a note when a specialist answers about the specification, and only then', async () => {
    const { id } = await asked();
    await tie({ name: '別の会社', relation: 'SHAREHOLDING' });
    await buys(id);
    await desk().answer(she, id, 'この条件は広げられます。');
    const notes = (actor: Actor) => database.db.read(actor, (tx) => bidRestrictionNotesOf(tx, actor, [id]));
    for (const actor of [town, staff]) {
      const [note, ...others] = await notes(actor);
      expect(others).toEqual([]);
      expect(note).toMatchObject({ cause: 'ANSWER', specialistId: she.specialistId, advisedAt: clock.now() });
      expect(note?.textJa).toMatch(
        /応札制限の確認記録（S8-\d+）\n2026年11月16日、[^]*・別の会社：株式の保有/,
      );
      expect(note?.textEn).toMatch(/On 2026-11-16 the specialist Expert \d+[^]*- 別の会社: shareholding/);
    }
    for (const actor of [otherTown, matsuyama, ehime, she]) expect(await notes(actor)).toEqual([]);
    const later = await asked();
    await buys(later.id, { phase: 'BIDDING' });
    await desk().answer(she, later.id, 'x');
    expect(await database.db.read(staff, (tx) => bidRestrictionNotesOf(tx, staff, [later.id]))).toEqual([]);
  });

  it('hands what it knows to the request that comes of it', async () => {
    const { id } = await asked();
    await tie();
    await desk().answer(she, id, '派遣がよいでしょう。');
    await buys(id);
    const { supportRequestId } = await asking().turnIntoRequest(town, id, input());
    const request = supportRequestId ?? '';
    expect(await vendors(town, request)).toEqual([SETO.name]);
    expect(await conflicted(request)).toEqual([she.specialistId]);
    // What is written on the request later counts for the old question too.
    await buys(request, { version: 1, vendors: [KAZE] });
    await tie({ name: KAZE.name, specialistId: he.specialistId });
    expect(await conflicted(request)).toEqual([he.specialistId]);
  });
});

import { directoryEntities } from '@banso/directory';
import { type Actor, FixedClock, type HubStaff, type LocalDate, systemActor } from '@banso/kernel';
import { talentEntities } from '@banso/talent';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { extractText, getDocumentProxy } from 'unpdf';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { clerk, expert, hub, KURE, MATSUYAMA, MIHARA } from '../../../test/people.js';
import { Given } from '../test/given-agreement.js';
import type { Agreement } from './agreement.entity.js';
import { agreementActionsOf } from './agreement-actions.js';
import { AgreementPaperService } from './agreement-paper.service.js';
import {
  agreementEventsOf,
  clausesOf,
  dueAgreements,
  getAgreement,
  listAgreements,
  termsOf,
} from './agreement.queries.js';
import { isDue, statusOn } from './agreement-term.js';
import { keepAgreementsUp } from './agreement-term.service.js';
import { engagementEntities } from './engagement-entities.js';
import { plannedDays, sumOf } from './planned-days.js';

const SIGNED = '2026-09-01';
const clock = new FixedClock(new Date());
const goTo = (date: LocalDate) => clock.moveTo(new Date(`${date}T03:00:00Z`));

let database: FreshDatabase;
let given: Given;
let papers: AgreementPaperService;
let coordinator: HubStaff;
let approver: HubStaff;
let ehime: HubStaff;
let staff: HubStaff;
let kure: Actor;
let mihara: Actor;

beforeAll(async () => {
  database = await freshDatabase([...directoryEntities, ...talentEntities, ...engagementEntities]);
  const { db } = database;
  staff = await hub(db);
  coordinator = await hub(db, '34', ['COORDINATOR']);
  approver = await hub(db, '34', ['APPROVER']);
  ehime = await hub(db, '38');
  [kure, mihara] = [await clerk(db), await clerk(db, MIHARA)];
  given = new Given(db, clock, staff);
  papers = new AgreementPaperService(db, clock);
}, 60_000);
beforeEach(() => goTo(SIGNED));
afterAll(() => database.drop());

const read = <T>(actor: Actor, work: Parameters<typeof database.db.read<T>>[1]) =>
  database.db.read(actor, work);
const seenBy = (actor: Actor, id: string) => read(actor, (tx) => getAgreement(tx, actor, id));
const stored = (id: string) => seenBy(staff, id);
const historyOf = async (id: string) =>
  (await read(staff, (tx) => agreementEventsOf(tx, [id]))).map(({ toStatus, reason, actorRole }) => [
    toStatus,
    reason,
    actorRole,
  ]);
const dueFor = async (actor: Actor): Promise<string[]> =>
  (await read(actor, (tx) => dueAgreements(tx, actor, clock.today(), { first: 100 }))).rows.map(
    ({ id }) => id,
  );
const sweep = () =>
  database.db.system(null, (tx, actor) =>
    keepAgreementsUp(tx, { actor, at: clock.now(), today: clock.today() }),
  );
const textOf = async (pdf: Buffer) =>
  (await extractText(await getDocumentProxy(new Uint8Array(pdf)))).text.join('').replaceAll(/\s/g, '');
const refusedWith = (work: Promise<unknown>, refusal: object) => expect(work).rejects.toMatchObject(refusal);
const fault = (path: string, rule: string) => ({
  code: 'BAD_INPUT',
  details: { faults: [expect.objectContaining({ path, rule })] },
});

describe('§6.1 an agreement of two years from 2026-10-01, through its extension to its end', () => {
  let id: string;
  let word: { decidedOn: LocalDate; reason: string };

  it('is drafted by the coordinator, read by its town from the consultation on, signed by the approver', async () => {
    const draft = await given.drafts.draft(coordinator, await given.words(KURE));
    id = draft.id;
    expect(draft).toMatchObject({
      status: 'DRAFT',
      number: expect.stringMatching(/^K8-\d{4}$/),
      noticeDays: 90,
    });
    await refusedWith(seenBy(kure, id), { reason: 'agreement.not-found' });
    await given.drafts.consult(coordinator, id);
    expect(await seenBy(kure, id)).toMatchObject({ status: 'IN_CONSULTATION' });
    await refusedWith(given.terms.conclude(coordinator, id, SIGNED), { code: 'FORBIDDEN' });
    await given.terms.conclude(approver, id, SIGNED);
    expect(await read(kure, (tx) => termsOf(tx, [id]))).toEqual([
      expect.objectContaining({
        no: 1,
        kind: 'ORIGINAL',
        startsOn: '2026-10-01',
        endsOn: '2028-09-30',
        decidedOn: SIGNED,
      }),
    ]);
  });

  it('is active from its first day, whether or not the worker has been there', async () => {
    expect(statusOn(await stored(id), '2026-09-30')).toBe('CONCLUDED');
    goTo('2026-10-01');
    expect(statusOn(await stored(id), clock.today())).toBe('ACTIVE');
    expect((await stored(id)).status).toBe('CONCLUDED');
    await Promise.all([sweep(), sweep()]);
    expect((await stored(id)).status).toBe('ACTIVE');
    expect((await historyOf(id)).at(-1)).toEqual(['ACTIVE', 'agreement.begun', 'SYSTEM']);
  });

  it('asks from 2028-07-02 on, its town too, until it is talked about', async () => {
    goTo('2028-07-01');
    expect(await dueFor(staff)).not.toContain(id);
    goTo('2028-07-02');
    for (const actor of [staff, kure]) expect(await dueFor(actor)).toContain(id);
    for (const actor of [mihara, ehime]) expect(await dueFor(actor)).not.toContain(id);
    await given.terms.consultExtension(coordinator, id);
    expect(await dueFor(staff)).not.toContain(id);
  });

  it('is extended by one year, and everything before is kept', async () => {
    goTo('2028-08-01');
    word = { decidedOn: '2028-07-31', reason: '架空：室の運営を引き継ぐため' };
    const longer = { ...word, endsOn: '2029-09-30' };
    await refusedWith(given.terms.extend(coordinator, id, longer), { code: 'FORBIDDEN' });
    await refusedWith(given.terms.extend(ehime, id, longer), { code: 'NOT_FOUND' });
    await refusedWith(
      given.terms.extend(approver, id, { ...longer, endsOn: '2028-09-30' }),
      fault('endsOn', 'not-after-present-end'),
    );
    await refusedWith(
      given.terms.extend(approver, id, { ...longer, decidedOn: '2028-08-02' }),
      fault('decidedOn', 'not-in-future'),
    );
    const attempts = await Promise.allSettled([1, 2, 3].map(() => given.terms.extend(approver, id, longer)));
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await stored(id)).toMatchObject({ status: 'ACTIVE', endsOn: '2029-09-30' });
    expect((await read(staff, (tx) => termsOf(tx, [id]))).map(({ kind, endsOn }) => [kind, endsOn])).toEqual([
      ['ORIGINAL', '2028-09-30'],
      ['EXTENSION', '2029-09-30'],
    ]);
    const years = plannedDays(await stored(id), 4);
    expect(years.map(({ fiscalYear }) => fiscalYear - 2018)).toEqual([8, 9, 10, 11]);
    expect(sumOf(years)).toBe(96 + 48);
    expect((await historyOf(id)).map(([to]) => to)).toEqual([
      'DRAFT',
      'IN_CONSULTATION',
      'CONCLUDED',
      'ACTIVE',
      'EXTENSION_CONSULTATION',
      'ACTIVE',
    ]);
  });

  it('gives out its documents, and says who took them', async () => {
    const agreed = await papers.make(kure, id, { paper: 'AGREEMENT' });
    expect(agreed.name).toMatch(/^K8-\d{4}-協定書\.pdf$/);
    const text = await textOf(agreed.pdf);
    for (const said of [
      '呉市（以下「甲」という。）と架空通信株式会社',
      '令和8年10月1日から令和10年9月30日まで',
      '月4日を目安とする',
      '（旅費）第3条勤務に要する旅費は、甲が負担する。',
      '令和8年9月1日',
      '市長髙橋德一',
      '代表取締役𠮷田花子',
    ])
      expect(text).toContain(said);
    const extension = await textOf((await papers.make(staff, id, { paper: 'EXTENSION' })).pdf);
    expect(extension).toContain('令和8年9月1日付けで締結した');
    expect(extension).toContain('変更後令和8年10月1日から令和11年9月30日まで');
    expect(extension).toContain('令和10年7月31日');
    await refusedWith(papers.make(staff, id, { paper: 'END_NOTICE' }), {
      reason: 'agreement.end-not-decided',
    });
    await refusedWith(papers.make(mihara, id, { paper: 'AGREEMENT' }), { code: 'NOT_FOUND' });
    await refusedWith(papers.make(ehime, id, { paper: 'AGREEMENT' }), { code: 'NOT_FOUND' });
    const [row]: { n: number }[] = await database.dataSource.query(
      `SELECT count(*)::int AS n FROM audit_entry WHERE kind = 'EXPORT' AND record_id = $1`,
      [id],
    );
    expect(row?.n).toBe(2);
  });

  it('ends early on a day that is named, and is terminated after it', async () => {
    goTo('2029-01-10');
    const end = { decidedOn: '2029-01-10', reason: '架空：派遣元の都合' };
    await refusedWith(given.terms.endEarly(coordinator, id, { ...end, endsOn: '2029-03-31' }), {
      code: 'FORBIDDEN',
    });
    await refusedWith(
      given.terms.endEarly(approver, id, { ...end, endsOn: '2029-01-09' }),
      fault('endsOn', 'past'),
    );
    await refusedWith(
      given.terms.endEarly(approver, id, { ...end, endsOn: '2029-09-30' }),
      fault('endsOn', 'not-before-present-end'),
    );
    await refusedWith(
      given.terms.endEarly(approver, id, { ...end, endsOn: '2029-03-31', reason: ' ' }),
      fault('reason', 'required'),
    );
    await given.terms.endEarly(approver, id, { ...end, endsOn: '2029-03-31' });
    const notice = await textOf((await papers.make(approver, id, { paper: 'END_NOTICE' })).pdf);
    expect(notice).toContain('終了の日令和11年3月31日');
    goTo('2029-03-31');
    await sweep();
    expect((await stored(id)).status).toBe('ACTIVE');
    goTo('2029-04-01');
    await sweep();
    expect((await stored(id)).status).toBe('TERMINATED');
    expect((await historyOf(id)).at(-1)).toEqual(['TERMINATED', 'agreement.ended-early', 'SYSTEM']);
    expect((await read(staff, (tx) => termsOf(tx, [id]))).at(-1)).toMatchObject({
      no: 3,
      kind: 'EARLY_END',
      endsOn: '2029-03-31',
      reason: end.reason,
    });
    await refusedWith(given.terms.consultExtension(staff, id), { reason: 'agreement.not-in-state' });
  });
});

describe('the other ways of an agreement', () => {
  it('what nobody extends expires, and what it was decided about asks no more', async () => {
    const [forgotten, decided] = [await given.concluded(KURE), await given.concluded(KURE)];
    goTo('2028-09-30');
    await given.terms.consultExtension(coordinator, decided.id);
    await given.terms.declineExtension(approver, decided.id, '架空：目的を果たした');
    const due = await dueFor(staff);
    expect(due).toContain(forgotten.id);
    expect(due).not.toContain(decided.id);
    expect(await textOf((await papers.make(staff, decided.id, { paper: 'END_NOTICE' })).pdf)).toContain(
      '期間の満了',
    );
    goTo('2028-10-01');
    expect(statusOn(await stored(forgotten.id), clock.today())).toBe('EXPIRED');
    await refusedWith(given.terms.consultExtension(coordinator, forgotten.id), {
      reason: 'agreement.not-in-state',
    });
    await sweep();
    for (const { id } of [forgotten, decided]) expect((await stored(id)).status).toBe('EXPIRED');
  });

  it('begun and over between two looks of the worker, it has both in its history', async () => {
    const { id } = await given.concluded(KURE, { endsOn: '2026-10-31' });
    goTo('2026-12-01');
    await sweep();
    expect((await historyOf(id)).slice(-2).map(([to, reason]) => [to, reason])).toEqual([
      ['ACTIVE', 'agreement.begun'],
      ['EXPIRED', 'agreement.expired'],
    ]);
  });

  it('one that has not begun is dissolved at once; one whose term is over is not signed', async () => {
    const { id } = await given.concluded(KURE);
    const end = { endsOn: '2026-09-30', decidedOn: SIGNED, reason: '架空：中止' };
    expect(await given.terms.endEarly(approver, id, end)).toMatchObject({
      status: 'TERMINATED',
      endsOn: '2028-09-30',
    });
    const late = await given.consulted(KURE, { startsOn: '2025-04-01', endsOn: '2026-08-31' });
    await refusedWith(given.terms.conclude(approver, late.id, SIGNED), { reason: 'agreement.term-over' });
  });

  it('goes back to the draft, is given up, and needs a reason for it', async () => {
    const { id } = await given.consulted(KURE);
    await refusedWith(given.drafts.returnToDraft(coordinator, id, ''), fault('reason', 'required'));
    await given.drafts.returnToDraft(coordinator, id, '架空：条文を改める');
    await refusedWith(seenBy(kure, id), { code: 'NOT_FOUND' });
    await refusedWith(given.drafts.withdraw(approver, id, 'x'), { code: 'FORBIDDEN' });
    await given.drafts.withdraw(coordinator, id, '架空：見送り');
    await refusedWith(given.drafts.consult(coordinator, id), { reason: 'agreement.not-in-state' });
  });

  it('is rewritten until it is signed, by one of several at once, and never over what was not read', async () => {
    const { id } = await given.draft(KURE);
    const words = await given.words(KURE, { clauses: [{ heading: '目的', body: '新しい目的' }] });
    const [row]: { version: string }[] = await database.dataSource.query(
      `SELECT max(id) AS version FROM audit_entry WHERE record_id = $1 AND table_name = 'agreement'`,
      [id],
    );
    const version = row?.version ?? '';
    const attempts = await Promise.allSettled(
      [coordinator, staff, coordinator].map((actor) => given.drafts.revise(actor, id, words, version)),
    );
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(attempts.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { reason: 'record.changed-meanwhile' },
    });
    expect(await read(staff, (tx) => clausesOf(tx, [id]))).toEqual([
      expect.objectContaining({ no: 1, heading: '目的', body: '新しい目的' }),
    ]);
    for (const actor of [kure, mihara, ehime])
      await refusedWith(given.drafts.revise(actor, id, words), { code: 'NOT_FOUND' });
    await refusedWith(given.drafts.revise(approver, id, words), { code: 'FORBIDDEN' });
    await given.drafts.consult(coordinator, id);
    await given.drafts.revise(coordinator, id, words);
    await given.terms.conclude(approver, id, SIGNED);
    await refusedWith(given.drafts.revise(coordinator, id, words), { reason: 'agreement.not-in-state' });
  });

  it.each([
    ['an end before the beginning', { endsOn: '2026-09-30' }, 'endsOn', 'not-before-from'],
    ['eleven years', { endsOn: '2037-09-30' }, 'endsOn', 'period-too-long'],
    ['days without a rule', { monthlyRule: null }, 'monthlyRule', 'with-monthly-days'],
    [
      'a stranger for the remainder',
      { remainderPartyId: '00000000-0000-4000-8000-000000000000' },
      'remainderPartyId',
      'not-a-party',
    ],
    ['one party', { parties: [], remainderPartyId: null }, 'parties', 'too-small'],
  ])('refuses %s', async (_, change, path, rule) => {
    await refusedWith(given.draft(KURE, change), fault(path, rule));
  });

  it('knows no party of another prefecture, and lets nobody else draft', async () => {
    const foreign = await given.parties.add(ehime, { partyKind: 'MUNICIPALITY', municipalityId: MATSUYAMA });
    const words = await given.words(KURE);
    const parties = [words.parties[0], { ...words.parties[1], partyId: foreign.id }];
    await refusedWith(
      given.drafts.draft(staff, { ...words, parties }),
      fault('parties.1.partyId', 'unknown'),
    );
    for (const actor of [kure, approver])
      await refusedWith(given.drafts.draft(actor, words), { code: 'FORBIDDEN' });
  });

  it('lists by the state of today, and tells everybody what they may do', async () => {
    await sweep();
    const lists = async (actor: Actor): Promise<readonly Agreement[]> =>
      (
        await read(actor, (tx) =>
          listAgreements(tx, actor, { filter: {}, today: clock.today() }, { first: 100 }),
        )
      ).rows;
    goTo('2028-08-01');
    const all = await lists(staff);
    for (const status of new Set(all.map((one) => statusOn(one, clock.today())))) {
      const { rows } = await read(staff, (tx) =>
        listAgreements(tx, staff, { filter: { statuses: [status] }, today: clock.today() }, { first: 100 }),
      );
      expect(rows.map(({ id }) => id)).toEqual(
        all.filter((one) => statusOn(one, clock.today()) === status).map(({ id }) => id),
      );
    }
    expect(new Set(await dueFor(staff))).toEqual(
      new Set(all.filter((one) => isDue(one, clock.today())).map(({ id }) => id)),
    );
    expect(await lists(mihara)).toEqual([]);
    const active = all.find((one) => statusOn(one, clock.today()) === 'ACTIVE');
    if (!active) throw new Error('None is active');
    expect(agreementActionsOf(coordinator, active, clock.today())).toEqual(['CONSULT_EXTENSION']);
    expect(agreementActionsOf(approver, active, clock.today())).toEqual(['END_EARLY']);
    for (const actor of [kure, ehime, systemActor('34')])
      expect(agreementActionsOf(actor, active, clock.today())).toEqual([]);
  });

  it('is read by the specialist who is placed under it, and by no other', async () => {
    const { id } = await given.concluded(KURE);
    const [she, he] = [await expert(database.db, staff), await expert(database.db, staff)];
    await database.db.system('34', (tx) =>
      tx.query(
        `INSERT INTO placement (id, prefecture_id, agreement_id, specialist_id, municipality_id, post, weekly, status, starts_on, ends_on)
         VALUES (gen_random_uuid(), '34', $1, $2, $3, '室長', '{}', 'PLANNED', '2026-10-01', '2028-09-30')`,
        [id, she.specialistId, KURE],
      ),
    );
    expect(await seenBy(she, id)).toMatchObject({ id });
    await refusedWith(seenBy(he, id), { code: 'NOT_FOUND' });
    await refusedWith(papers.make(she, id, { paper: 'AGREEMENT' }), { code: 'FORBIDDEN' });
  });
});

describe('every step', () => {
  type Step = (actor: Actor, id: string) => Promise<Agreement>;
  const reason = '架空の理由';
  const decided = (endsOn: LocalDate) => ({ endsOn, decidedOn: clock.today(), reason });
  const talking = async () => {
    const { id } = await given.concluded(KURE, { startsOn: '2026-04-01' });
    return given.terms.consultExtension(staff, id);
  };
  const STEPS: readonly (readonly [
    name: string,
    'COORDINATOR' | 'APPROVER',
    () => Promise<Agreement>,
    Step,
  ])[] = [
    ['consult', 'COORDINATOR', () => given.draft(KURE), (a, id) => given.drafts.consult(a, id)],
    [
      'return',
      'COORDINATOR',
      () => given.consulted(KURE),
      (a, id) => given.drafts.returnToDraft(a, id, reason),
    ],
    ['withdraw', 'COORDINATOR', () => given.draft(KURE), (a, id) => given.drafts.withdraw(a, id, reason)],
    ['conclude', 'APPROVER', () => given.consulted(KURE), (a, id) => given.terms.conclude(a, id, SIGNED)],
    [
      'consult on an extension',
      'COORDINATOR',
      () => given.concluded(KURE, { startsOn: '2026-04-01' }),
      (a, id) => given.terms.consultExtension(a, id),
    ],
    ['extend', 'APPROVER', talking, (a, id) => given.terms.extend(a, id, decided('2029-09-30'))],
    ['let run out', 'APPROVER', talking, (a, id) => given.terms.declineExtension(a, id, reason)],
    ['end early', 'APPROVER', talking, (a, id) => given.terms.endEarly(a, id, decided('2027-03-31'))],
  ];

  it.each(STEPS)(
    '%s: by the %s only, once of several at once, and not twice',
    async (_, duty, make, step) => {
      const { id } = await make();
      const [may, mayNot] = duty === 'APPROVER' ? [approver, coordinator] : [coordinator, approver];
      await refusedWith(step(mayNot, id), { code: 'FORBIDDEN' });
      await refusedWith(step(ehime, id), { code: 'NOT_FOUND' });
      await refusedWith(step(mihara, id), { code: 'NOT_FOUND' });
      await expect(step(kure, id)).rejects.toMatchObject({
        code: expect.stringMatching(/FORBIDDEN|NOT_FOUND/),
      });
      const before = (await historyOf(id)).length;
      const attempts = await Promise.allSettled([1, 2, 3].map(() => step(may, id)));
      expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      await expect(step(may, id)).rejects.toMatchObject({
        code: expect.stringMatching(/INVALID_STATE|BAD_INPUT/),
      });
      const steps = (await historyOf(id)).slice(before).filter(([, , role]) => role !== 'SYSTEM');
      expect(steps).toHaveLength(1);
    },
  );
});

describe('parties', () => {
  const addTown = (actor: Actor) =>
    given.parties.add(actor, { partyKind: 'MUNICIPALITY', municipalityId: MIHARA });

  it('are the prefecture, its towns by their codes, companies by name; each once, also at once', async () => {
    expect(await given.parties.add(staff, { partyKind: 'PREFECTURE' })).toMatchObject({
      name: '広島県',
      municipalityId: null,
    });
    const attempts = await Promise.allSettled([1, 2, 3].map(() => addTown(coordinator)));
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(attempts.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'CONFLICT', reason: 'party.already-there' },
    });
    for (const actor of [approver, kure]) await refusedWith(addTown(actor), { code: 'FORBIDDEN' });
    await refusedWith(
      given.parties.add(staff, { partyKind: 'MUNICIPALITY', municipalityId: MATSUYAMA }),
      fault('municipalityId', 'town-of-prefecture'),
    );
    await refusedWith(
      given.parties.add(staff, { partyKind: 'COMPANY', nameEn: 'x' }),
      fault('name', 'required'),
    );
  });

  it('are renamed where the name is their own, and a town keeps that of the register', async () => {
    const company = await given.company('架空商会');
    const revised = await given.parties.revise(coordinator, company, {
      name: '架空商事',
      nameEn: 'F',
      address: '架空市1-1',
    });
    expect(revised).toMatchObject({ name: '架空商事', address: '架空市1-1' });
    const town = await given.town(KURE);
    expect(
      await given.parties.revise(coordinator, town, { name: '別の名', nameEn: 'x', address: '中央4-1-6' }),
    ).toMatchObject({
      name: '呉市',
      address: '中央4-1-6',
    });
    const other = await given.company('架空工業');
    await refusedWith(given.parties.revise(coordinator, other, { name: '架空商事', nameEn: 'F' }), {
      reason: 'party.already-there',
    });
    await refusedWith(given.parties.revise(ehime, company, { name: 'x', nameEn: 'x' }), {
      code: 'NOT_FOUND',
    });
    await refusedWith(given.parties.revise(kure, company, { name: 'x', nameEn: 'x' }), { code: 'FORBIDDEN' });
    await refusedWith(given.parties.revise(coordinator, company, { name: 'y', nameEn: 'F' }, '0'), {
      reason: 'record.changed-meanwhile',
    });
  });
});

import { type Actor, systemActor } from '@banso/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { expert, KURE, MATSUYAMA } from '../../../test/people.js';
import { fault, refusedWith, Scene, SIGNED, textOf } from '../test/agreement-scene.js';
import type { Agreement } from './agreement.entity.js';
import { agreementActionsOf } from './agreement-actions.js';
import { clausesOf, listAgreements } from './agreement.queries.js';
import { isDue, statusOn } from './agreement-term.js';

let scene: Scene;
beforeAll(async () => {
  scene = await Scene.open();
}, 60_000);
beforeEach(() => scene.goTo(SIGNED));
afterAll(() => scene.database.drop());

describe('the other ways of an agreement', () => {
  it('what nobody extends expires, and what it was decided about asks no more', async () => {
    const [forgotten, decided] = [await scene.given.concluded(KURE), await scene.given.concluded(KURE)];
    scene.goTo('2028-09-30');
    await scene.given.terms.consultExtension(scene.coordinator, decided.id);
    await scene.given.terms.declineExtension(scene.approver, decided.id, '架空：目的を果たした');
    const due = await scene.dueFor(scene.staff);
    expect(due).toContain(forgotten.id);
    expect(due).not.toContain(decided.id);
    expect(
      await textOf((await scene.papers.make(scene.staff, decided.id, { paper: 'END_NOTICE' })).pdf),
    ).toContain('期間の満了');
    scene.goTo('2028-10-01');
    expect(statusOn(await scene.stored(forgotten.id), scene.clock.today())).toBe('EXPIRED');
    await refusedWith(scene.given.terms.consultExtension(scene.coordinator, forgotten.id), {
      reason: 'agreement.not-in-state',
    });
    await scene.sweep();
    for (const { id } of [forgotten, decided]) expect((await scene.stored(id)).status).toBe('EXPIRED');
  });

  it('begun and over between two looks of the worker, it has both in its history', async () => {
    const { id } = await scene.given.concluded(KURE, { endsOn: '2026-10-31' });
    scene.goTo('2026-12-01');
    await scene.sweep();
    expect((await scene.historyOf(id)).slice(-2).map(([to, reason]) => [to, reason])).toEqual([
      ['ACTIVE', 'agreement.begun'],
      ['EXPIRED', 'agreement.expired'],
    ]);
  });

  it('one that has not begun is dissolved at once; one whose term is over is not signed', async () => {
    const { id } = await scene.given.concluded(KURE);
    const end = { endsOn: '2026-09-30', decidedOn: SIGNED, reason: '架空：中止' };
    expect(await scene.given.terms.endEarly(scene.approver, id, end)).toMatchObject({
      status: 'TERMINATED',
      endsOn: '2028-09-30',
    });
    const late = await scene.given.consulted(KURE, { startsOn: '2025-04-01', endsOn: '2026-08-31' });
    await refusedWith(scene.given.terms.conclude(scene.approver, late.id, SIGNED), {
      reason: 'agreement.term-over',
    });
  });

  it('goes back to the draft, is given up, and needs a reason for it', async () => {
    const { id } = await scene.given.consulted(KURE);
    await refusedWith(
      scene.given.drafts.returnToDraft(scene.coordinator, id, ''),
      fault('reason', 'required'),
    );
    await scene.given.drafts.returnToDraft(scene.coordinator, id, '架空：条文を改める');
    await refusedWith(scene.seenBy(scene.kure, id), { code: 'NOT_FOUND' });
    await refusedWith(scene.given.drafts.withdraw(scene.approver, id, 'x'), { code: 'FORBIDDEN' });
    await scene.given.drafts.withdraw(scene.coordinator, id, '架空：見送り');
    await refusedWith(scene.given.drafts.consult(scene.coordinator, id), {
      reason: 'agreement.not-in-state',
    });
  });

  it('is rewritten until it is signed, by one of several at once, and never over what was not read', async () => {
    const { id } = await scene.given.draft(KURE);
    const words = await scene.given.words(KURE, { clauses: [{ heading: '目的', body: '新しい目的' }] });
    const [row]: { version: string }[] = await scene.database.dataSource.query(
      `SELECT max(id) AS version FROM audit_entry WHERE record_id = $1 AND table_name = 'agreement'`,
      [id],
    );
    const version = row?.version ?? '';
    const attempts = await Promise.allSettled(
      [scene.coordinator, scene.staff, scene.coordinator].map((actor) =>
        scene.given.drafts.revise(actor, id, words, version),
      ),
    );
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(attempts.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { reason: 'record.changed-meanwhile' },
    });
    expect(await scene.read(scene.staff, (tx) => clausesOf(tx, [id]))).toEqual([
      expect.objectContaining({ no: 1, heading: '目的', body: '新しい目的' }),
    ]);
    for (const actor of [scene.kure, scene.mihara, scene.ehime])
      await refusedWith(scene.given.drafts.revise(actor, id, words), { code: 'NOT_FOUND' });
    await refusedWith(scene.given.drafts.revise(scene.approver, id, words), { code: 'FORBIDDEN' });
    await scene.given.drafts.consult(scene.coordinator, id);
    await scene.given.drafts.revise(scene.coordinator, id, words);
    await scene.given.terms.conclude(scene.approver, id, SIGNED);
    await refusedWith(scene.given.drafts.revise(scene.coordinator, id, words), {
      reason: 'agreement.not-in-state',
    });
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
    await refusedWith(scene.given.draft(KURE, change), fault(path, rule));
  });

  it('knows no party of another prefecture, and lets nobody else draft', async () => {
    const foreign = await scene.given.parties.add(scene.ehime, {
      partyKind: 'MUNICIPALITY',
      municipalityId: MATSUYAMA,
    });
    const words = await scene.given.words(KURE);
    const parties = [words.parties[0], { ...words.parties[1], partyId: foreign.id }];
    await refusedWith(
      scene.given.drafts.draft(scene.staff, { ...words, parties }),
      fault('parties.1.partyId', 'unknown'),
    );
    for (const actor of [scene.kure, scene.approver])
      await refusedWith(scene.given.drafts.draft(actor, words), { code: 'FORBIDDEN' });
  });

  it('lists by the state of today, and tells everybody what they may do', async () => {
    await scene.sweep();
    const lists = async (actor: Actor): Promise<readonly Agreement[]> =>
      (
        await scene.read(actor, (tx) =>
          listAgreements(tx, actor, { filter: {}, today: scene.clock.today() }, { first: 100 }),
        )
      ).rows;
    scene.goTo('2028-08-01');
    const all = await lists(scene.staff);
    for (const status of new Set(all.map((one) => statusOn(one, scene.clock.today())))) {
      const { rows } = await scene.read(scene.staff, (tx) =>
        listAgreements(
          tx,
          scene.staff,
          { filter: { statuses: [status] }, today: scene.clock.today() },
          { first: 100 },
        ),
      );
      expect(rows.map(({ id }) => id)).toEqual(
        all.filter((one) => statusOn(one, scene.clock.today()) === status).map(({ id }) => id),
      );
    }
    expect(new Set(await scene.dueFor(scene.staff))).toEqual(
      new Set(all.filter((one) => isDue(one, scene.clock.today())).map(({ id }) => id)),
    );
    expect(await lists(scene.mihara)).toEqual([]);
    const active = all.find((one) => statusOn(one, scene.clock.today()) === 'ACTIVE');
    if (!active) throw new Error('None is active');
    expect(agreementActionsOf(scene.coordinator, active, scene.clock.today())).toEqual(['CONSULT_EXTENSION']);
    expect(agreementActionsOf(scene.approver, active, scene.clock.today())).toEqual(['END_EARLY']);
    for (const actor of [scene.kure, scene.ehime, systemActor('34')])
      expect(agreementActionsOf(actor, active, scene.clock.today())).toEqual([]);
  });

  it('is read by the specialist who is placed under it, and by no other', async () => {
    const { id } = await scene.given.concluded(KURE);
    const [she, he] = [
      await expert(scene.database.db, scene.staff),
      await expert(scene.database.db, scene.staff),
    ];
    await scene.database.db.system('34', (tx) =>
      tx.query(
        `INSERT INTO placement (id, prefecture_id, agreement_id, specialist_id, municipality_id, post, weekly, status, starts_on, ends_on)
         VALUES (gen_random_uuid(), '34', $1, $2, $3, '室長', '{}', 'PLANNED', '2026-10-01', '2028-09-30')`,
        [id, she.specialistId, KURE],
      ),
    );
    expect(await scene.seenBy(she, id)).toMatchObject({ id });
    await refusedWith(scene.seenBy(he, id), { code: 'NOT_FOUND' });
    await refusedWith(scene.papers.make(she, id, { paper: 'AGREEMENT' }), { code: 'FORBIDDEN' });
  });
});

import type { LocalDate } from '@banso/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { KURE } from '../../../test/people.js';
import { fault, refusedWith, Scene, SIGNED, textOf } from '../test/agreement-scene.js';
import { termsOf } from './agreement.queries.js';
import { statusOn } from './agreement-term.js';
import { plannedDays, sumOf } from './planned-days.js';

let scene: Scene;
beforeAll(async () => {
  scene = await Scene.open();
}, 60_000);
beforeEach(() => scene.goTo(SIGNED));
afterAll(() => scene.database.drop());

describe('§6.1 an agreement of two years from 2026-10-01, through its extension to its end', () => {
  let id: string;
  let word: { decidedOn: LocalDate; reason: string };

  it('is drafted by the coordinator, read by its town from the consultation on, signed by the approver', async () => {
    const draft = await scene.given.drafts.draft(scene.coordinator, await scene.given.words(KURE));
    id = draft.id;
    expect(draft).toMatchObject({
      status: 'DRAFT',
      number: expect.stringMatching(/^K8-\d{4}$/),
      noticeDays: 90,
    });
    await refusedWith(scene.seenBy(scene.kure, id), { reason: 'agreement.not-found' });
    await scene.given.drafts.consult(scene.coordinator, id);
    expect(await scene.seenBy(scene.kure, id)).toMatchObject({ status: 'IN_CONSULTATION' });
    await refusedWith(scene.given.terms.conclude(scene.coordinator, id, SIGNED), { code: 'FORBIDDEN' });
    await scene.given.terms.conclude(scene.approver, id, SIGNED);
    expect(await scene.read(scene.kure, (tx) => termsOf(tx, [id]))).toEqual([
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
    expect(statusOn(await scene.stored(id), '2026-09-30')).toBe('CONCLUDED');
    scene.goTo('2026-10-01');
    expect(statusOn(await scene.stored(id), scene.clock.today())).toBe('ACTIVE');
    expect((await scene.stored(id)).status).toBe('CONCLUDED');
    await Promise.all([scene.sweep(), scene.sweep()]);
    expect((await scene.stored(id)).status).toBe('ACTIVE');
    expect((await scene.historyOf(id)).at(-1)).toEqual(['ACTIVE', 'agreement.begun', 'SYSTEM']);
  });

  it('asks from 2028-07-02 on, its town too, until it is talked about', async () => {
    scene.goTo('2028-07-01');
    expect(await scene.dueFor(scene.staff)).not.toContain(id);
    scene.goTo('2028-07-02');
    for (const actor of [scene.staff, scene.kure]) expect(await scene.dueFor(actor)).toContain(id);
    for (const actor of [scene.mihara, scene.ehime]) expect(await scene.dueFor(actor)).not.toContain(id);
    await scene.given.terms.consultExtension(scene.coordinator, id);
    expect(await scene.dueFor(scene.staff)).not.toContain(id);
  });

  it('is extended by one year, and everything before is kept', async () => {
    scene.goTo('2028-08-01');
    word = { decidedOn: '2028-07-31', reason: '架空：室の運営を引き継ぐため' };
    const longer = { ...word, endsOn: '2029-09-30' };
    await refusedWith(scene.given.terms.extend(scene.coordinator, id, longer), { code: 'FORBIDDEN' });
    await refusedWith(scene.given.terms.extend(scene.ehime, id, longer), { code: 'NOT_FOUND' });
    await refusedWith(
      scene.given.terms.extend(scene.approver, id, { ...longer, endsOn: '2028-09-30' }),
      fault('endsOn', 'not-after-present-end'),
    );
    await refusedWith(
      scene.given.terms.extend(scene.approver, id, { ...longer, decidedOn: '2028-08-02' }),
      fault('decidedOn', 'not-in-future'),
    );
    const attempts = await Promise.allSettled(
      [1, 2, 3].map(() => scene.given.terms.extend(scene.approver, id, longer)),
    );
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await scene.stored(id)).toMatchObject({ status: 'ACTIVE', endsOn: '2029-09-30' });
    expect(
      (await scene.read(scene.staff, (tx) => termsOf(tx, [id]))).map(({ kind, endsOn }) => [kind, endsOn]),
    ).toEqual([
      ['ORIGINAL', '2028-09-30'],
      ['EXTENSION', '2029-09-30'],
    ]);
    const years = plannedDays(await scene.stored(id), 4);
    expect(years.map(({ fiscalYear }) => fiscalYear - 2018)).toEqual([8, 9, 10, 11]);
    expect(sumOf(years)).toBe(96 + 48);
    expect((await scene.historyOf(id)).map(([to]) => to)).toEqual([
      'DRAFT',
      'IN_CONSULTATION',
      'CONCLUDED',
      'ACTIVE',
      'EXTENSION_CONSULTATION',
      'ACTIVE',
    ]);
  });

  it('gives out its documents, and says who took them', async () => {
    const agreed = await scene.papers.make(scene.kure, id, { paper: 'AGREEMENT' });
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
    const extension = await textOf((await scene.papers.make(scene.staff, id, { paper: 'EXTENSION' })).pdf);
    expect(extension).toContain('令和8年9月1日付けで締結した');
    expect(extension).toContain('変更後令和8年10月1日から令和11年9月30日まで');
    expect(extension).toContain('令和10年7月31日');
    await refusedWith(scene.papers.make(scene.staff, id, { paper: 'END_NOTICE' }), {
      reason: 'agreement.end-not-decided',
    });
    await refusedWith(scene.papers.make(scene.mihara, id, { paper: 'AGREEMENT' }), { code: 'NOT_FOUND' });
    await refusedWith(scene.papers.make(scene.ehime, id, { paper: 'AGREEMENT' }), { code: 'NOT_FOUND' });
    const [row]: { n: number }[] = await scene.database.dataSource.query(
      `SELECT count(*)::int AS n FROM audit_entry WHERE kind = 'EXPORT' AND record_id = $1`,
      [id],
    );
    expect(row?.n).toBe(2);
  });

  it('ends early on a day that is named, and is terminated after it', async () => {
    scene.goTo('2029-01-10');
    const end = { decidedOn: '2029-01-10', reason: '架空：派遣元の都合' };
    await refusedWith(scene.given.terms.endEarly(scene.coordinator, id, { ...end, endsOn: '2029-03-31' }), {
      code: 'FORBIDDEN',
    });
    await refusedWith(
      scene.given.terms.endEarly(scene.approver, id, { ...end, endsOn: '2029-01-09' }),
      fault('endsOn', 'past'),
    );
    await refusedWith(
      scene.given.terms.endEarly(scene.approver, id, { ...end, endsOn: '2029-09-30' }),
      fault('endsOn', 'not-before-present-end'),
    );
    await refusedWith(
      scene.given.terms.endEarly(scene.approver, id, { ...end, endsOn: '2029-03-31', reason: ' ' }),
      fault('reason', 'required'),
    );
    await scene.given.terms.endEarly(scene.approver, id, { ...end, endsOn: '2029-03-31' });
    const notice = await textOf((await scene.papers.make(scene.approver, id, { paper: 'END_NOTICE' })).pdf);
    expect(notice).toContain('終了の日令和11年3月31日');
    scene.goTo('2029-03-31');
    await scene.sweep();
    expect((await scene.stored(id)).status).toBe('ACTIVE');
    scene.goTo('2029-04-01');
    await scene.sweep();
    expect((await scene.stored(id)).status).toBe('TERMINATED');
    expect((await scene.historyOf(id)).at(-1)).toEqual(['TERMINATED', 'agreement.ended-early', 'SYSTEM']);
    expect((await scene.read(scene.staff, (tx) => termsOf(tx, [id]))).at(-1)).toMatchObject({
      no: 3,
      kind: 'EARLY_END',
      endsOn: '2029-03-31',
      reason: end.reason,
    });
    await refusedWith(scene.given.terms.consultExtension(scene.staff, id), {
      reason: 'agreement.not-in-state',
    });
  });
});

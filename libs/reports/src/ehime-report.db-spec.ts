import {
  FixedClock,
  type HubStaff,
  localDateOf,
  type MunicipalityStaff,
  type SpecialistUser,
  systemActor,
} from '@banso/kernel';
import { type Visit } from '@banso/dispatch';
import { type Audience, getSupportRequest, historiesOf } from '@banso/support';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { extractText, getDocumentProxy } from 'unpdf';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { clerk, expert, hub } from '../../../test/people.js';
import { Calendar, ENTITIES, START, THEME } from '../../dispatch/test/given-calendar.js';
import { reportInput } from '../test/report-input.js';
import {
  caseReportHistoriesOf,
  getCaseReport,
  listCaseReports,
  listSharedCases,
} from './case/case-report.queries.js';
import { CaseReportService } from './case/case-report.service.js';
import { FollowUpService, followUpsOfCases } from './due/follow-up.service.js';
import { remind } from './due/reminding.js';
import { ReportPaperService } from './report-paper.service.js';
import { reportsEntities } from './reports-entities.js';
import { EvaluationService, evaluationsOfCases } from './visit/evaluation.service.js';
import { VisitReportService } from './visit/visit-report.service.js';

const IKATA = '384429';
const UCHIKO = '384224';
const clock = new FixedClock(new Date(START));
const RATINGS = { usefulness: 5, clarity: 4, progress: 4, again: 5, words: '伊方町として続けたい' };
/** What nobody outside may read: a person, a place, a mark, a note, a section. */
const SECRETS = ['伊方', '山下花子', '予算は百万円', '内緒の話', '広報の係', '090-1234-5678', '担当が一人'];

let database: FreshDatabase;
let staff: HubStaff;
let hiroshima: HubStaff;
let town: MunicipalityStaff;
let neighbour: MunicipalityStaff;
let specialist: SpecialistUser;
let reports: VisitReportService;
let evaluations: EvaluationService;
let cases: CaseReportService;
let papers: ReportPaperService;
let visit: Visit;
let requestId: string;

const textOf = async (pdf: Buffer): Promise<string> => {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
  return text.replaceAll(/\s+/g, '');
};
const status = async () =>
  (await database.db.read(staff, (tx) => getSupportRequest(tx, staff, requestId))).status;

/** 愛媛県の受入条件（要件 §6.6）: 伊方町 files, a specialist visits, reports; the town confirms and evaluates. */
describe('acceptance §6.6, from the visit of 伊方町 to the year after', () => {
  beforeAll(async () => {
    database = await freshDatabase([...ENTITIES, ...reportsEntities]);
    const { db } = database;
    const calendar = new Calendar(db, clock);
    [staff, hiroshima] = [await hub(db, '38'), await hub(db, '34')];
    [town, neighbour] = [await clerk(db, IKATA), await clerk(db, UCHIKO)];
    specialist = await expert(db, staff, { themes: [THEME] });
    reports = new VisitReportService(db, clock);
    evaluations = new EvaluationService(db, clock);
    cases = new CaseReportService(db, clock);
    papers = new ReportPaperService(db);
    const request = await calendar.request(town, staff, {
      title: '伊方町の広報LINEが伸びない',
      trouble: '登録者が増えない。山下花子さんが一人で担当。[[予算は百万円]]',
      visits: 1,
      mode: 'ONLINE',
    });
    requestId = request.id;
    const [published] = await calendar.publish(staff);
    if (!published) throw new Error('one visit is published');
    visit = published;
    clock.moveTo(visit.endsAt);
  });
  afterAll(() => database.drop());

  it('visit → report → the town confirms → evaluation with five points → completed', async () => {
    await reports.submit(
      specialist,
      visit.id,
      reportInput(visit, {
        mode: 'ONLINE',
        done: '伊方町役場で配信を見直した。[[内緒の話]]連絡先 090-1234-5678',
        attendance: [{ section: '広報の係', people: 2 }],
      }),
    );
    expect(await status()).toBe('AWAITING_CONFIRMATION');
    await reports.confirm(town, visit.id, { thanks: 'ありがとうございました' });
    expect(await status()).toBe('AWAITING_EVALUATION');
    await evaluations.ofCase(town, requestId, RATINGS);
    expect(await status()).toBe('COMPLETED');
    const history = await database.db.read(town, (tx) => historiesOf(tx, [requestId]));
    expect(history.slice(-4).map(({ toStatus, actorName }) => [toStatus, actorName])).toEqual([
      ['AWAITING_REPORT', specialist.name],
      ['AWAITING_CONFIRMATION', specialist.name],
      ['AWAITING_EVALUATION', town.name],
      ['COMPLETED', town.name],
    ]);
    for (const [actor, seen] of [
      [staff, 1],
      [town, 1],
      [specialist, 0],
      [neighbour, 0],
      [hiroshima, 0],
    ] as const)
      expect(await database.db.read(actor, (tx) => evaluationsOfCases(tx, actor, [requestId]))).toHaveLength(
        seen,
      );
  });

  it('is on paper: 復命書 with its confirmation, without the hub’s note for the town', async () => {
    const [mine, ofTown] = [await papers.ofVisit(specialist, visit.id), await papers.ofVisit(town, visit.id)];
    const [full, without] = [await textOf(mine.pdf), await textOf(ofTown.pdf)];
    for (const said of [
      '復命書',
      '令和8年12月',
      '伊方町',
      '広報の係2人',
      '配信の曜日を決める',
      town.name,
      'ありがとう',
    ])
      expect(full).toContain(said.replaceAll(/\s+/g, ''));
    expect(full).toContain('担当が一人で抱えている');
    expect(without).not.toContain('担当が一人');
    await expect(papers.ofVisit(neighbour, visit.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('becomes one report for three kinds of readers, approved by the prefecture', async () => {
    const content = {
      summary: '伊方町の広報LINEを見直した。[[内緒の話]]',
      outputs: '配信の手順書（山下花子さんが保管）',
      effect: '登録者が2割増えた',
      lessons: '曜日を決めるとよい',
      internalNote: '内緒の話',
      inside: [],
    };
    await expect(cases.draft(town, requestId)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(cases.draft(hiroshima, requestId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const raced = await Promise.allSettled([1, 2].map(() => cases.draft(staff, requestId)));
    expect(raced.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    const [{ id } = { id: '' }] = (await database.db.read(staff, (tx) => listCaseReports(tx, staff, {}, {})))
      .rows;
    await expect(cases.write(staff, id, { ...content, seen: '0' })).rejects.toMatchObject({
      reason: 'record.changed-meanwhile',
    });
    await expect(cases.sendForApproval(staff, id)).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await cases.write(staff, id, { ...content, seen: '999999999' });
    await cases.sendForApproval(staff, id);
    await expect(cases.approve({ ...staff, duties: ['COORDINATOR'] }, id)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await cases.return(staff, id, { reason: '効果をもう少し' });
    await cases.write(staff, id, { ...content, seen: '999999999' });
    await cases.sendForApproval(staff, id);
    await cases.approve(staff, id);

    const sheet = (audience: Audience) => cases.sheet(staff, id, audience);
    const inside = await sheet('INTERNAL');
    expect(JSON.stringify(inside.lines)).toContain('山下花子');
    expect(inside.leftOut).toEqual([]);
    for (const audience of ['OTHER_TOWNS', 'PUBLIC'] as const) {
      const { lines, leftOut } = await sheet(audience);
      for (const secret of SECRETS) expect(JSON.stringify(lines)).not.toContain(secret);
      expect(lines.find(({ field }) => field === 'TOWN')?.value).toBe('町（人口1万人未満）');
      expect(lines.find(({ field }) => field === 'EFFECT')?.value).toBe('登録者が2割増えた');
      // Nothing is left out silently.
      expect(leftOut).toContainEqual({ field: 'SUMMARY', kind: 'INTERNAL', text: '内緒の話' });
      expect(leftOut).toContainEqual({ field: 'TITLE', kind: 'NAME', text: '伊方町' });
      expect(leftOut).toContainEqual({ field: 'ATTENDANCE', kind: 'FIELD', text: null });
      expect(leftOut).toContainEqual({ field: 'INTERNAL_NOTE', kind: 'FIELD', text: null });
    }
    const kept = await cases.sheet(staff, id, 'PUBLIC');
    expect(kept.lines.find(({ field }) => field === 'TROUBLE')?.value).toBeNull();
    await expect(papers.ofCase(staff, id, 'PUBLIC')).rejects.toMatchObject({
      reason: 'case-report.town-has-not-agreed',
    });
    expect(await textOf((await papers.ofCase(staff, id, 'INTERNAL')).pdf)).toContain('山下花子');
  });

  it('is read by other towns when the town agrees and the prefecture publishes, and not a word more', async () => {
    const [{ id } = { id: '' }] = (await database.db.read(staff, (tx) => listCaseReports(tx, staff, {}, {})))
      .rows;
    const library = (actor: typeof town | HubStaff) =>
      database.db.read(actor, (tx) => listSharedCases(tx, actor, {}, {}));
    await expect(database.db.read(town, (tx) => getCaseReport(tx, town, id))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(cases.publish(staff, id)).rejects.toMatchObject({ reason: 'case-report.not-in-state' });
    await cases.askTown(staff, id);
    expect((await cases.sheet(town, id, 'OTHER_TOWNS')).leftOut.every(({ text }) => text === null)).toBe(
      true,
    );
    await expect(cases.sheet(town, id, 'INTERNAL')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(cases.agree(neighbour, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(cases.agree(staff, id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await cases.decline(town, id, { reason: '議会の後に' });
    await cases.askTown(staff, id);
    const raced = await Promise.allSettled([cases.agree(town, id), cases.decline(town, id, { reason: 'x' })]);
    expect(raced.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    if (raced[0].status === 'rejected') {
      await cases.askTown(staff, id);
      await cases.agree(town, id);
    }
    expect((await library(neighbour)).total).toBe(0);
    const published = await Promise.allSettled([cases.publish(staff, id), cases.publish(staff, id)]);
    expect(published.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    const { rows } = await library(neighbour);
    expect(rows).toMatchObject([{ themeId: THEME, townSize: 'SMALL', fiscalYear: 2026 }]);
    for (const secret of SECRETS) expect(JSON.stringify(rows)).not.toContain(secret);
    for (const audience of ['OTHER_TOWNS', 'PUBLIC'] as const) {
      const text = await textOf((await papers.ofCase(staff, id, audience)).pdf);
      for (const secret of SECRETS) expect(text).not.toContain(secret);
      expect(text).toContain('支援実績報告書');
    }
    expect((await library(hiroshima)).total).toBe(0);
    await cases.takeBack(staff, id, { reason: '町の申し出' });
    expect((await library(neighbour)).total).toBe(0);
    const history = await database.db.read(staff, (tx) => caseReportHistoriesOf(tx, [id]));
    expect(history.at(-1)).toMatchObject({
      fromStatus: 'PUBLISHED',
      toStatus: 'APPROVED',
      reason: '町の申し出',
    });
  });

  it('is asked about in the next fiscal year, once, and answered by the town', async () => {
    const sweep = () =>
      database.db.system('38', (tx) => remind(tx, { actor: systemActor('38'), at: clock.now() }));
    const open = (actor: typeof town | HubStaff) =>
      database.db.read(actor, (tx) => followUpsOfCases(tx, actor, [requestId]));
    const service = new FollowUpService(database.db, clock);
    clock.moveTo(new Date('2027-03-31T14:59:00Z'));
    await sweep();
    expect(await open(staff)).toEqual([]);
    clock.moveTo(new Date('2027-03-31T15:00:00Z'));
    await Promise.all([sweep(), sweep()]);
    const [followUp] = await open(town);
    expect(followUp).toMatchObject({ fiscalYear: 2027, dueOn: '2027-06-30', status: 'DUE' });
    expect(await open(neighbour)).toEqual([]);
    const answer = { stillUsed: 'YES', effect: '登録者が倍になった', nextWish: '動画も' };
    const id = followUp?.id ?? '';
    await expect(service.answer(staff, id, answer)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(service.answer(neighbour, id, answer)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(service.answer(town, id, { ...answer, effect: '' })).rejects.toMatchObject({
      code: 'BAD_INPUT',
    });
    const raced = await Promise.allSettled([1, 2].map(() => service.answer(town, id, answer)));
    expect(raced.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect(await status()).toBe('FOLLOWED_UP');
    const told: { kind: string }[] = await database.db.owner((tx) =>
      tx.query(`SELECT kind FROM notice WHERE kind LIKE 'FOLLOW_UP%' AND prefecture_id = '38'`),
    );
    expect(told.map(({ kind }) => kind)).toEqual(['FOLLOW_UP_ASKED']);
    expect(localDateOf(clock.now())).toBe('2027-04-01');
  });
});

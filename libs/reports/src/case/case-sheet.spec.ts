import { systemActor } from '@banso/kernel';
import { AUDIENCES } from '@banso/support';
import { describe, expect, it } from '@jest/globals';
import { CASE_FIELDS, CLOSABLE_FIELDS } from './case-fields.js';
import {
  CASE_REPORT_NEXT,
  CASE_REPORT_STATUSES,
  CaseReport,
  type CaseReportStatus,
} from './case-report.entity.js';
import { type CaseFacts, caseSheet } from './case-sheet.js';

const NAME = '秘密 太郎';
const PLACE = '内緒町';
const BIRD = '籠の鳥';

const contentOf = (text: string) => ({
  summary: text,
  outputs: text,
  effect: text,
  lessons: text,
  internalNote: text,
  inside: [],
});

const factsOf = (text: string): CaseFacts => ({
  number: 'R8-0001',
  town: { name: PLACE, size: 'SMALL' },
  theme: '広報',
  title: text,
  trouble: text,
  specialists: [NAME],
  visits: [
    {
      date: '2026-12-08',
      minutes: 90,
      online: true,
      result: 'AS_PLANNED',
      topics: [text],
      done: text,
      attendance: [{ section: text, people: 2 }],
      internalNote: text,
    },
  ],
  steps: [{ what: text, owner: 'TOWN', dueOn: '2026-12-24', closed: false }],
  evaluations: [{ usefulness: 5, clarity: 4, progress: 3, again: 5, words: text }],
  names: [NAME, PLACE],
});

describe('a case for readers outside', () => {
  it('holds no name, no place and nothing that is marked, wherever it is written', () => {
    const noise = ['', 'あ', '。', '\n', '[[', ']]', '［［', '］］', `${PLACE}の`];
    let seed = 11;
    const next = () => noise[(seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % noise.length] ?? '';
    for (let round = 0; round < 500; round++) {
      const text = `${next()}[[${next()}${BIRD}]]${next()}${NAME}${next()}${PLACE}役場${next()}`;
      for (const audience of ['OTHER_TOWNS', 'PUBLIC'] as const) {
        const { lines } = caseSheet(contentOf(text), factsOf(text), audience);
        expect(JSON.stringify(lines)).not.toMatch(new RegExp(`${BIRD}|${NAME}|秘密太郎|${PLACE}`));
      }
    }
  });

  it('has every line for each audience, and says of each that is held back', () => {
    for (const audience of AUDIENCES) {
      const { lines, leftOut } = caseSheet(contentOf('文'), factsOf('文'), audience);
      expect(lines.map(({ field }) => field)).toEqual(CASE_FIELDS);
      const withheld = lines.filter(({ value }) => value === null).map(({ field }) => field);
      expect(leftOut.filter(({ kind }) => kind === 'FIELD').map(({ field }) => field)).toEqual(withheld);
      expect(withheld.length > 0).toBe(audience !== 'INTERNAL');
    }
  });

  it('holds back whole lines that the writer keeps inside, and no day of the month', () => {
    const content = { ...contentOf('文'), inside: [...CLOSABLE_FIELDS] };
    const { lines } = caseSheet(content, factsOf('文'), 'OTHER_TOWNS');
    expect(lines.filter(({ value }) => value !== null).map(({ field }) => field)).toEqual([
      'TOWN',
      'THEME',
      'PERIOD',
      'VISITS',
    ]);
    const open = caseSheet(contentOf('文'), factsOf('文'), 'OTHER_TOWNS').lines;
    const said = (field: string) => open.find((line) => line.field === field)?.value;
    expect(said('TOWN')).toBe('町（人口1万人未満）');
    expect(said('PERIOD')).toBe('令和8年度');
    expect(said('VISITS')).toBe('1回（うちオンライン1回）・計1.5時間');
    expect(said('COURSE')).toContain('令和8年12月　オンライン');
    expect(said('COURSE')).not.toContain('8日');
    expect(said('EVALUATION')).toContain('役に立った 5.0');
  });
});

const change = { actor: systemActor('34'), at: new Date('2027-01-01T00:00:00Z') };

const VERBS: Readonly<
  Record<
    string,
    { act: (report: CaseReport) => void; from: readonly CaseReportStatus[]; to: CaseReportStatus }
  >
> = {
  sendForApproval: { act: (r) => r.sendForApproval(change), from: ['DRAFT'], to: 'IN_APPROVAL' },
  approve: { act: (r) => r.approve(change), from: ['IN_APPROVAL'], to: 'APPROVED' },
  returnToDraft: {
    act: (r) => r.returnToDraft(change),
    from: ['IN_APPROVAL', 'APPROVED', 'AGREED'],
    to: 'DRAFT',
  },
  askTown: { act: (r) => r.askTown(change), from: ['APPROVED'], to: 'TOWN_REVIEW' },
  agree: { act: (r) => r.agree(change), from: ['TOWN_REVIEW'], to: 'AGREED' },
  decline: { act: (r) => r.decline(change), from: ['TOWN_REVIEW'], to: 'APPROVED' },
  publish: { act: (r) => r.publish(change), from: ['AGREED'], to: 'PUBLISHED' },
  takeBack: { act: (r) => r.takeBack(change), from: ['PUBLISHED'], to: 'APPROVED' },
};

describe.each(Object.entries(VERBS))('the report of a case: %s', (_, { act, from, to }) => {
  it.each(CASE_REPORT_STATUSES)('from %s', (status) => {
    const report = CaseReport.draft(
      { id: 'r', prefectureId: '34', municipalityId: '342025' },
      contentOf('文'),
      change,
    );
    report.status = status;
    if (!from.includes(status)) return expect(() => act(report)).toThrow('case-report.not-in-state');
    act(report);
    expect(report.status).toBe(to);
    expect(CASE_REPORT_NEXT[status]).toContain(to);
    return expect(report.newEvents.at(-1)).toMatchObject({ fromStatus: status, toStatus: to });
  });
});

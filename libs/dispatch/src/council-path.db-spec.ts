import {
  fiscalYearOf,
  FixedClock,
  type HubStaff,
  type MunicipalityStaff,
  type SpecialistUser,
} from '@banso/kernel';
import {
  ConsultationAnswerService,
  ConsultationIntakeService,
  getConsultation,
  getSupportRequest,
  giveToDesk,
  SelectionService,
  SupportRequestIntakeService,
  type SupportRequestContent,
  SupportRequestTriageService,
} from '@banso/support';
import { ExpertFieldService, fieldsByIds } from '@banso/talent';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { clerk, expert, hub } from '../../../test/people.js';
import { Calendar, DECEMBER, ENTITIES, START } from '../test/given-calendar.js';
import { CandidateService } from './candidate.service.js';

const IKATA = '384429';
const PUBLIC_RELATIONS = '広報・マーケティング';

/** The five fields of the seed, one expert each. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  'デザイン・UI/UX': ['T01', 'T04'],
  'システム・セキュリティ': ['T08', 'T09'],
  データ利活用: ['T06', 'T11'],
  官民共創: ['T16', 'T17'],
  [PUBLIC_RELATIONS]: ['T14', 'T18'],
};

const TROUBLE: SupportRequestContent = {
  title: '広報LINEが伸びない',
  trouble: '登録者が増えない。何から見直せばよいか。',
  themeId: 'T18',
  urgency: 'NORMAL',
  mode: 'ONLINE',
  visits: 1,
  visitMinutes: 90,
  minGapDays: 7,
  earliestOn: null,
  deadlineOn: null,
  wished: [],
  possible: [],
  answered: [],
  groupId: null,
  onlyWished: false,
  entrustSelection: false,
  contactSection: '広報係',
};

const clock = new FixedClock(new Date(START));
let database: FreshDatabase;
let calendar: Calendar;
let ehime: HubStaff;
let ikata: MunicipalityStaff;
let expertOf: Map<string, SpecialistUser>;
let fields: ExpertFieldService;

const define = (fiscalYear: number, name: string, themeIds: readonly string[], specialistIds: string[]) =>
  fields.define(ehime, { fiscalYear, name, nameEn: name, themeIds, specialistIds });
const fieldNamed = async (id: string | null): Promise<string | undefined> =>
  (await database.db.read(ikata, (tx) => fieldsByIds(tx, ikata, id === null ? [] : [id])))[0]?.name;

beforeAll(async () => {
  database = await freshDatabase(ENTITIES);
  const { db } = database;
  calendar = new Calendar(db, clock);
  ehime = await hub(db, '38');
  ikata = await clerk(db, IKATA);
  fields = new ExpertFieldService(db, clock);
  expertOf = new Map();
  for (const [name, themes] of Object.entries(FIELDS)) {
    // Whoever could help as well, outside the field, is asked only when the field has nobody.
    const she = await expert(db, ehime, { themes: [...new Set([...themes, 'T18'])] });
    expertOf.set(name, she);
    await define(fiscalYearOf(clock.today()), name, themes, [she.specialistId]);
  }
}, 60_000);
afterAll(() => database.drop());

describe('from a question to a visit (§6.6)', () => {
  it('goes to the expert of the field, who is proposed with reasons, accepts and comes online first; report, confirmation and evaluation are step 5 (issue 6)', async () => {
    const { db } = database;
    const her = expertOf.get(PUBLIC_RELATIONS);
    if (!her) throw new Error('The field has nobody');
    // 伊方町 asks the centre.
    const intake = new ConsultationIntakeService(db, clock);
    const asked = await intake.ask(ikata, {
      themeId: 'T18',
      question: TROUBLE.trouble,
      contactSection: '広報係',
    });
    expect(await fieldNamed(asked.expertFieldId)).toBe(PUBLIC_RELATIONS);
    await db.system('38', (tx, actor) => giveToDesk(tx, asked.id, { actor, at: clock.now() }));
    const waiting = await db.read(ehime, (tx) => getConsultation(tx, ehime, asked.id));
    expect(waiting.specialistId).toBe(her.specialistId);
    expect(waiting.assignment).toMatchObject({ decidedBy: 'FIELD', chosen: { fieldMatch: true } });
    await new ConsultationAnswerService(db, clock).answer(her, asked.id, '一度話を聞かせてください。');

    // Advice is not enough: the question becomes a request, with a field of its own filing.
    const { supportRequestId } = await intake.turnIntoRequest(ikata, asked.id, TROUBLE);
    const id = supportRequestId ?? '';
    await new SupportRequestIntakeService(db, clock).submit(ikata, id);
    const triage = new SupportRequestTriageService(db, clock);
    expect(await fieldNamed((await triage.accept(ehime, id)).expertFieldId)).toBe(PUBLIC_RELATIONS);
    const { candidates } = await new CandidateService(db, clock).rank(ehime, id);
    const proposed = candidates.find(({ specialistId }) => specialistId === her.specialistId);
    expect(proposed?.parts.length).toBeGreaterThan(0);
    expect(proposed?.score).toBe(proposed?.parts.reduce((sum, { points }) => sum + points, 0));
    expect(proposed?.mode).toBe('ONLINE');

    const selection = new SelectionService(db, clock);
    await selection.shortlist(ehime, id, [her.specialistId]);
    await selection.rank(ikata, id, [her.specialistId]);
    await selection.answerOffer(her, id, { accept: true });
    await selection.approveDispatch(ehime, id);
    const [visit] = await calendar.publish(ehime, DECEMBER);
    expect(visit).toMatchObject({ mode: 'ONLINE', specialistId: her.specialistId, municipalityId: IKATA });
    await calendar.visits.accept(her, visit?.id ?? '');
    clock.moveTo(visit?.endsAt ?? clock.now());
    await calendar.visits.complete(her, visit?.id ?? '');
    const ended = await db.read(ikata, (tx) => getSupportRequest(tx, ikata, id));
    expect(ended.status).toBe('AWAITING_REPORT');
  });
});

describe('a year with three experts and other fields (§6.6)', () => {
  it('leaves old cases with the field that they had, and gives new ones the new', async () => {
    const { db } = database;
    clock.moveTo(new Date('2027-03-30T01:00:00Z'));
    const intake = new SupportRequestIntakeService(db, clock);
    const triage = new SupportRequestTriageService(db, clock);
    const filed = async (themeId: string | null) => {
      const draft = await intake.draft(ikata, { ...TROUBLE, themeId });
      return intake.submit(ikata, draft.id);
    };
    const [old, unclassified] = [await filed('T18'), await filed(null)];
    expect(unclassified.expertFieldId).toBeNull();
    const three = { 手続のデジタル化: ['T01', 'T18'], データ利活用: ['T06'], 人材育成: ['T14'] };
    const people = [...expertOf.values()];
    for (const [i, [name, themes]] of Object.entries(three).entries())
      await define(2027, name, themes, [people[i]?.specialistId ?? '']);

    clock.moveTo(new Date('2027-04-02T01:00:00Z'));
    const now = await db.read(ikata, (tx) => getSupportRequest(tx, ikata, old.id));
    expect(await fieldNamed(now.expertFieldId)).toBe(PUBLIC_RELATIONS);
    // Classified in the new year, it still was filed in the old one.
    const classified = await triage.classify(ehime, unclassified.id, 'T18');
    expect(await fieldNamed(classified.expertFieldId)).toBe(PUBLIC_RELATIONS);
    expect(await fieldNamed((await filed('T18')).expertFieldId)).toBe('手続のデジタル化');
    expect(await fieldNamed((await filed('T20')).expertFieldId)).toBeUndefined();
    await expect(define(2026, PUBLIC_RELATIONS, ['T02'], [])).rejects.toMatchObject({
      reason: 'expert-field.year-over',
    });
  });
});

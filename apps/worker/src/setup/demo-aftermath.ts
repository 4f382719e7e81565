import { isWorkingDay } from '@banso/directory';
import {
  bestOf,
  CandidateService,
  listVisits,
  PlanningRunExecutionService,
  PlanningRunService,
  PublishService,
  type Visit,
  VisitService,
} from '@banso/dispatch';
import {
  addDays,
  DomainError,
  type FixedClock,
  instantAt,
  type LocalDate,
  localDateOf,
  type MunicipalityStaff,
  type SpecialistUser,
} from '@banso/kernel';
import type { Db } from '@banso/platform';
import { EvaluationService, stepsOfCases, VisitReportService } from '@banso/reports';
import { TravelClaimService } from '@banso/settlement';
import { SelectionService, SupportRequestIntakeService, SupportRequestTriageService } from '@banso/support';
import { runStart } from '../dispatch/search-start.js';
import type { DemoPeople } from './demo-people.js';

interface Services {
  readonly db: Db;
  /** Moved to when each thing happened. */
  readonly clock: FixedClock;
  readonly now: Date;
}

/** How far a case has come since its visit. */
type State = 'COMPLETED' | 'REPORTED' | 'MADE';

export interface PastCase {
  readonly state: State;
  /** The place of its town in the list of towns. */
  readonly town: number;
  readonly themeId: string;
  readonly title: string;
  readonly trouble: string;
  /** The visit was made in the days up to this one. */
  readonly daysAgo: number;
  /** Days after the visit on which its next steps were done, in their order. */
  readonly doneAfterDays?: readonly number[];
  readonly ratings?: Partial<typeof RATED>;
}

const CASES: readonly PastCase[] = [
  {
    state: 'COMPLETED',
    town: 1,
    themeId: 'T18',
    title: '広報紙とSNSの役割を分けたい',
    trouble: '同じお知らせを広報紙とSNSに別々に書いており、担当の手間が二重になっている。',
    daysAgo: 20,
  },
  {
    state: 'REPORTED',
    town: 0,
    themeId: 'T18',
    title: 'お知らせ配信の年間計画を作りたい',
    trouble: '配信が課ごとにばらばらで、同じ週に重なることがある。',
    daysAgo: 6,
  },
  {
    state: 'MADE',
    town: 1,
    themeId: 'T18',
    title: '公式アカウントの返信の決まりを作りたい',
    trouble: '返信する人によって書き方が違い、判断に迷うことが多い。',
    daysAgo: 1,
  },
];

const FILED_DAYS_AGO = 34;
const RATED = { usefulness: 5, clarity: 5, progress: 4, again: 5 };
const STEPS = 300;
const NINE_IN_THE_MORNING = 540;
const HOUR = 3_600_000;
/** So many days a visit may be placed in. */
const WINDOW = 5;

interface Filed {
  readonly past: PastCase;
  readonly id: string;
  readonly town: MunicipalityStaff;
}

/**
 * 訪問のあと: one case is completed with its travel claimed, one report waits for its town, one is still to be written.
 * Says how many cases there are. Before anything newer is made: numbers come out as if they had grown.
 */
export const makeAftermath = (services: Services, people: DemoPeople): Promise<number> =>
  makePast(services, people, { cases: CASES, filedDaysAgo: FILED_DAYS_AGO });

/** Cases that were filed together, planned together and went on each as far as it says. */
export async function makePast(
  services: Services,
  people: DemoPeople,
  { cases, filedDaysAgo }: { readonly cases: readonly PastCase[]; readonly filedDaysAgo: number },
): Promise<number> {
  const { db, now } = services;
  const { hub } = people;
  const filed: Filed[] = [];
  goTo(services, filedDaysAgo);
  for (const past of cases) {
    const one = await file(services, people, past);
    if (one) filed.push(one);
  }
  await planAndAccept(services, people, Math.min(...cases.map(({ daysAgo }) => daysAgo)));
  const { rows } = await db.read(hub, (tx) => listVisits(tx, hub, {}, { first: 100 }));
  const visits = [...rows].sort((a, b) => +a.startsAt - +b.startsAt);
  for (const visit of visits) {
    const one = filed.find(({ id }) => id === visit.supportRequestId);
    const specialist = people.specialists.get(visit.specialistId);
    if (one && specialist) await goOn(services, visit, { one, specialist });
  }
  // What found no day was given up.
  services.clock.moveTo(now);
  for (const { id, town } of filed)
    if (!visits.some(({ supportRequestId }) => supportRequestId === id))
      await new SupportRequestIntakeService(db, services.clock).withdraw(town, id, '日程が合わなかったため');
  return filed.length;
}

const workingDayBefore = (date: LocalDate): LocalDate =>
  isWorkingDay(date) ? date : workingDayBefore(addDays(date, -1));

function goTo({ clock, now }: Services, daysAgo: number): void {
  clock.moveTo(instantAt(workingDayBefore(addDays(localDateOf(now), -daysAgo)), NINE_IN_THE_MORNING));
}

/** Asked for, taken on, and promised by whoever the town knows. */
async function file({ db, clock, now }: Services, people: DemoPeople, past: PastCase): Promise<Filed | null> {
  const { hub, specialists } = people;
  const town = [...people.towns.values()][past.town];
  if (!town) return null;
  const last = workingDayBefore(addDays(localDateOf(now), -past.daysAgo));
  const intake = new SupportRequestIntakeService(db, clock);
  const { id } = await intake.draft(town, {
    title: past.title,
    trouble: past.trouble,
    themeId: past.themeId,
    urgency: 'NORMAL',
    mode: 'ON_SITE',
    visits: 1,
    visitMinutes: 120,
    minGapDays: 0,
    earliestOn: addDays(last, -WINDOW),
    deadlineOn: last,
    wished: [],
    onlyWished: false,
    entrustSelection: false,
    contactSection: '広報担当',
  });
  await intake.submit(town, id);
  await new SupportRequestTriageService(db, clock).accept(hub, id);
  const { candidates } = await new CandidateService(db, clock).rank(hub, id);
  const able = new Set(candidates.map(({ specialistId }) => specialistId));
  const specialist = [...specialists.values()].find(({ specialistId }) => able.has(specialistId));
  if (specialist) {
    const selection = new SelectionService(db, clock);
    await selection.shortlist(hub, id, [specialist.specialistId]);
    await selection.rank(town, id, [specialist.specialistId]);
    await selection.answerOffer(specialist, id, { accept: true });
    await selection.approveDispatch(hub, id);
  }
  return { past, id, town };
}

async function planAndAccept(
  { db, clock, now }: Services,
  { hub, specialists }: DemoPeople,
  lastDaysAgo: number,
): Promise<void> {
  const period = { from: addDays(clock.today(), 1), to: addDays(localDateOf(now), -lastDaysAgo) };
  const execution = new PlanningRunExecutionService(db, clock);
  const { id } = await new PlanningRunService(db, clock).request(hub, { ...period, iterations: STEPS });
  const task = await db.system(hub.prefectureId, (tx, actor) => execution.begin(tx, actor, id));
  if (!task) throw new Error('The past plan of the demo could not be begun');
  const plan = bestOf([runStart(task)], { bound: null, budget: task.iterations, wasCut: false });
  await db.system(hub.prefectureId, (tx, actor) => execution.finish(tx, actor, id, plan));
  if (plan.assignments.length === 0) return;
  await new PublishService(db, clock).publish(hub, id);
  const { rows } = await db.read(hub, (tx) => listVisits(tx, hub, period, { first: 100 }));
  const visits = new VisitService(db, clock);
  for (const visit of rows) {
    const specialist = specialists.get(visit.specialistId);
    if (specialist) await visits.accept(specialist, visit.id);
  }
}

/** What came of a visit, as far as its case has come. */
async function goOn(
  { db, clock }: Services,
  visit: Visit,
  { one: { past, town }, specialist }: { readonly one: Filed; readonly specialist: SpecialistUser },
): Promise<void> {
  if (past.state === 'MADE') return;
  const { doneAfterDays = [] } = past;
  const on = localDateOf(visit.startsAt);
  clock.moveTo(new Date(visit.endsAt.getTime() + HOUR));
  const reports = new VisitReportService(db, clock);
  await reports.submit(specialist, visit.id, {
    result: 'AS_PLANNED',
    topics: ['助言'],
    done: '今の配信の流れを一緒に書き出し、重なっている作業と、やめてよいものを分けた。',
    steps: [
      { what: '配信の曜日と担当を決める', owner: 'TOWN', dueOn: addDays(on, 14) },
      { what: '配信の手順書のひな形を送る', owner: 'SPECIALIST', dueOn: addDays(on, 21) },
    ],
    startedAt: visit.startsAt,
    endedAt: visit.endsAt,
    mode: visit.mode,
    attendance: [{ section: '広報担当', people: 3 }],
    internalNote: null,
  });
  if (past.state === 'REPORTED') return;
  clock.moveTo(new Date(visit.endsAt.getTime() + 24 * HOUR));
  await reports.confirm(town, visit.id, { thanks: '担当の迷いがなくなりました。' });
  const evaluations = new EvaluationService(db, clock);
  const ratings = { ...RATED, ...past.ratings, words: '次の一手がはっきりした。' };
  await evaluations.ofVisit(town, visit.id, ratings);
  await evaluations.ofCase(town, visit.supportRequestId, ratings);
  await claim(new TravelClaimService(db, clock), visit, specialist);
  const steps = await db.read(town, (tx) => stepsOfCases(tx, town, [visit.supportRequestId]));
  for (const [i, days] of doneAfterDays.entries()) {
    const step = steps[i];
    clock.moveTo(instantAt(addDays(on, days), NINE_IN_THE_MORNING));
    if (step) await reports.closeStep(step.owner === 'TOWN' ? town : specialist, step.id, {});
  }
}

/** Handed in, where the way there costs anything. */
async function claim(claims: TravelClaimService, visit: Visit, specialist: SpecialistUser): Promise<void> {
  try {
    const { id } = await claims.start(specialist, [visit.id]);
    await claims.submit(specialist, id);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
}

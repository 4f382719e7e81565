import { addWorkingDays, isWorkingDay } from '@banso/directory';
import { CandidateService } from '@banso/dispatch';
import { addDays, type FixedClock, instantAt, type LocalDate, localDateOf, systemActor } from '@banso/kernel';
import type { Db } from '@banso/platform';
import {
  ConflictService,
  ConsultationAnswerService,
  ConsultationIntakeService,
  getConsultation,
  giveToDesk,
  SelectionService,
  SupportRequestIntakeService,
  SupportRequestTriageService,
} from '@banso/support';
import type { DemoConsultation, DemoPrefecture, DemoRequest } from './demo-files.js';
import type { DemoPeople } from './demo-people.js';

interface WorkServices {
  readonly db: Db;
  /** Moved to when each thing happened. */
  readonly clock: FixedClock;
  readonly now: Date;
}

const TEN_IN_THE_MORNING = 600;
/** How many specialists the hub puts before a town. */
const SHORTLIST = 2;

/** Requests and questions, the oldest first: numbers and histories come out as if they had grown. */
export async function makeWork(
  services: WorkServices,
  prefecture: DemoPrefecture,
  people: DemoPeople,
): Promise<void> {
  const requests = [...prefecture.requests].sort((a, b) => b.filedDaysAgo - a.filedDaysAgo);
  for (const request of requests) await makeRequest(services, request, people);
  const answered = prefecture.consultations.filter(({ state }) => state === 'ANSWERED');
  const open = prefecture.consultations.filter(({ state }) => state === 'OPEN');
  for (const consultation of [...answered, ...open]) await makeConsultation(services, consultation, people);
}

/** The last working day on or before a date. */
function workingDayBefore(date: LocalDate): LocalDate {
  let day = date;
  while (!isWorkingDay(day)) day = addDays(day, -1);
  return day;
}

/** Moves to ten in the morning of a working day some days ago, never into the future. */
function goBack({ clock, now }: WorkServices, daysAgo: number): void {
  const date = workingDayBefore(addDays(localDateOf(now), -daysAgo));
  clock.moveTo(new Date(Math.min(instantAt(date, TEN_IN_THE_MORNING).getTime(), now.getTime())));
}

const townOf = ({ towns }: DemoPeople, municipality: string) => {
  const town = towns.get(municipality);
  if (!town) throw new Error(`The demo names a town without an account: ${municipality}`);
  return town;
};

async function makeRequest(services: WorkServices, request: DemoRequest, people: DemoPeople): Promise<void> {
  const { db, clock, now } = services;
  const { municipality, filedDaysAgo, deadlineOffsetDays, state, purchase, ...content } = request;
  const ahead = (offset: number): LocalDate => addWorkingDays(addDays(localDateOf(now), offset), 0);
  const deadlineOn = deadlineOffsetDays === null ? null : ahead(deadlineOffsetDays);
  const wished = content.wished
    .map(({ offsetDays, half }) => ({ date: ahead(offsetDays), half }))
    .filter(({ date }) => deadlineOn === null || date <= deadlineOn)
    // Two days of the file may move to the same working day.
    .filter(
      (wish, i, all) => all.findIndex(({ date, half }) => date === wish.date && half === wish.half) === i,
    );
  const intake = new SupportRequestIntakeService(db, clock);
  const town = townOf(people, municipality);
  goBack(services, filedDaysAgo);
  const draft = await intake.draft(town, {
    ...content,
    wished,
    deadlineOn,
    earliestOn: null,
    onlyWished: false,
  });
  if (state === 'DRAFT') return;
  await intake.submit(town, draft.id);
  if (purchase) {
    const vendors = purchase.vendors.map((name) => ({ name }));
    await new ConflictService(db, clock).setProcurement(town, draft.id, { ...purchase, vendors, version: 0 });
  }
  if (state === 'SCHEDULING') await bringToScheduling(services, draft.id, { request, people });
}

async function bringToScheduling(
  services: WorkServices,
  id: string,
  { request, people }: { request: DemoRequest; people: DemoPeople },
): Promise<void> {
  const { db, clock } = services;
  const { hub } = people;
  goBack(services, Math.max(0, request.filedDaysAgo - 1));
  await new SupportRequestTriageService(db, clock).accept(hub, id);
  if (request.entrustSelection) return;
  const selection = new SelectionService(db, clock);
  const { candidates } = await new CandidateService(db, clock).rank(hub, id);
  const shortlist = candidates.slice(0, SHORTLIST).map(({ specialistId }) => specialistId);
  const first = people.specialists.get(shortlist[0] ?? '');
  // With nobody to name the case stays where the hub would leave it.
  if (!first) return;
  await selection.shortlist(hub, id, shortlist);
  await selection.rank(townOf(people, request.municipality), id, shortlist);
  await selection.answerOffer(first, id, { accept: true });
  await selection.approveDispatch(hub, id);
}

async function makeConsultation(
  services: WorkServices,
  { municipality, state, answer, ...asked }: DemoConsultation,
  people: DemoPeople,
): Promise<void> {
  const { db, clock, now } = services;
  const town = townOf(people, municipality);
  if (state === 'ANSWERED') goBack(services, 4);
  else clock.moveTo(now);
  const intake = new ConsultationIntakeService(db, clock);
  const { id } = await intake.ask(town, { ...asked, contactSection: 'DX推進担当' });
  await db.system(town.prefectureId, (tx, actor) => giveToDesk(tx, id, { actor, at: clock.now() }));
  if (state !== 'ANSWERED' || answer === undefined) return;
  goBack(services, 3);
  const desk = systemActor(town.prefectureId);
  const { specialistId } = await db.read(desk, (tx) => getConsultation(tx, desk, id));
  const answering = people.specialists.get(specialistId ?? '') ?? people.hub;
  await new ConsultationAnswerService(db, clock).answer(answering, id, answer);
}

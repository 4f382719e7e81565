import { directoryEntities } from '@banso/directory';
import {
  type Actor,
  FixedClock,
  type HubStaff,
  type MunicipalityStaff,
  type SpecialistUser,
} from '@banso/kernel';
import { talentEntities } from '@banso/talent';
import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { clerk, expert, hub, MATSUYAMA, MIHARA } from '../../../test/people.js';
import { requestInput } from '../../../test/requests.js';
import { supportEntities } from '../src/index.js';
import { SelectionService } from '../src/selection.service.js';
import { SupportCourseService, visitsPublished } from '../src/support-course.service.js';
import { SupportRequestIntakeService } from '../src/support-request-intake.service.js';
import { SupportRequestTriageService } from '../src/support-request-triage.service.js';
import type { SupportRequest } from '../src/support-request.entity.js';
import { getSupportRequest, historiesOf, shortlistsOf } from '../src/support-request.queries.js';

/** An instant in Japan. */
export const at = (text: string) => new Date(`${text}:00+09:00`);
export const MONDAY = at('2026-11-16T09:00');

export let database: FreshDatabase;
export let clock: FixedClock;
export let intake: SupportRequestIntakeService;
export let triage: SupportRequestTriageService;
export let selection: SelectionService;
export let course: SupportCourseService;
export let staff: HubStaff;
export let colleague: HubStaff;
export let ehime: HubStaff;
export let town: MunicipalityStaff;
export let otherTown: MunicipalityStaff;
export let matsuyama: MunicipalityStaff;
export let she: SpecialistUser;
export let he: SpecialistUser;
export let third: SpecialistUser;
export let foreigner: SpecialistUser;

/** The people around a case, for the tests of one file; the clock stands on Monday morning before each. */
export function openCase(): void {
  beforeAll(async () => {
    database = await freshDatabase([...directoryEntities, ...talentEntities, ...supportEntities]);
    const { db } = database;
    clock = new FixedClock(MONDAY);
    intake = new SupportRequestIntakeService(db, clock);
    triage = new SupportRequestTriageService(db, clock);
    selection = new SelectionService(db, clock);
    course = new SupportCourseService(db, clock);
    staff = await hub(db);
    colleague = await hub(db);
    ehime = await hub(db, '38');
    town = await clerk(db);
    otherTown = await clerk(db, MIHARA);
    matsuyama = await clerk(db, MATSUYAMA);
    she = await expert(db, staff);
    he = await expert(db, staff);
    third = await expert(db, staff);
    foreigner = await expert(db, ehime);
  }, 60_000);
  afterAll(() => database.drop());
  beforeEach(() => clock.moveTo(MONDAY));
}

/** A request that can be kept at the time of these tests. */
export const input = (changes: Record<string, unknown> = {}) =>
  requestInput({ deadlineOn: '2027-01-29', entrustSelection: false, ...changes });

export const read = (actor: Actor, id: string): Promise<SupportRequest> =>
  database.db.read(actor, (tx) => getSupportRequest(tx, actor, id));

export const history = (id: string) => database.db.read(staff, (tx) => historiesOf(tx, [id]));

export const shortlist = (id: string) => database.db.read(staff, (tx) => shortlistsOf(tx, [id]));

/** Each brings a new case one step further, by the services. */
export const drafted = (changes: Record<string, unknown> = {}) => intake.draft(town, input(changes));

export async function submitted(changes: Record<string, unknown> = {}): Promise<SupportRequest> {
  const { id } = await drafted(changes);
  return intake.submit(town, id);
}

export async function selecting(): Promise<SupportRequest> {
  const { id } = await submitted();
  return triage.accept(staff, id);
}

export async function shortlisted(people = [she, he, third]): Promise<SupportRequest> {
  const { id } = await selecting();
  return selection.shortlist(
    staff,
    id,
    people.map((person) => person.specialistId),
  );
}

export async function offering(people = [she, he, third]): Promise<SupportRequest> {
  const { id } = await shortlisted(people);
  return selection.rank(
    town,
    id,
    people.map((person) => person.specialistId),
  );
}

export async function scheduled(): Promise<SupportRequest> {
  const { id } = await offering([she]);
  await selection.answerOffer(she, id, { accept: true });
  return selection.approveDispatch(staff, id);
}

export async function inSupport(): Promise<SupportRequest> {
  const { id } = await scheduled();
  await publishVisits(id, [she]);
  return read(staff, id);
}

export const publishVisits = (id: string, people: readonly SpecialistUser[]) =>
  database.db.system('34', (tx, actor) =>
    visitsPublished(tx, id, {
      actor,
      at: clock.now(),
      specialistIds: people.map((person) => person.specialistId),
    }),
  );

/** How many of several attempts at once came through. */
export async function cameThrough(attempts: readonly Promise<unknown>[]): Promise<number> {
  const results = await Promise.allSettled(attempts);
  return results.filter((result) => result.status === 'fulfilled').length;
}

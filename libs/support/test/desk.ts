import { directoryEntities } from '@banso/directory';
import {
  type DayPart,
  FixedClock,
  type HubStaff,
  type LocalDate,
  type MunicipalityStaff,
  type SpecialistUser,
} from '@banso/kernel';
import { AvailabilityService, getSpecialist, SpecialistService, talentEntities } from '@banso/talent';
import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { consultationInput, field, onDuty, stored } from '../../../test/desk.js';
import { clerk, expert, hub, MATSUYAMA, MIHARA } from '../../../test/people.js';
import { requestInput } from '../../../test/requests.js';
import { ConsultationAnswerService } from '../src/consultation-answer.service.js';
import { escalateOverdue, giveToDesk } from '../src/consultation-desk.js';
import { ConsultationIntakeService } from '../src/consultation-intake.service.js';
import type { Consultation } from '../src/consultation.entity.js';
import { consultationHistoriesOf } from '../src/consultation.queries.js';
import { supportEntities } from '../src/index.js';

/** An instant in Japan. */
export const at = (text: string) => new Date(`${text}:00+09:00`);
export const MONDAY = at('2026-11-16T09:00');

export let database: FreshDatabase;
export let clock: FixedClock;
export let intake: ConsultationIntakeService;
export let desk: ConsultationAnswerService;
export let staff: HubStaff;
export let ehime: HubStaff;
export let town: MunicipalityStaff;
export let otherTown: MunicipalityStaff;
export let matsuyama: MunicipalityStaff;
/** Both serve the field of T01 and T10; he is on duty on Monday morning. */
export let she: SpecialistUser;
export let he: SpecialistUser;

/** A desk for the tests of one file, with the clock back on Monday morning before each. */
export function openDesk(): void {
  beforeAll(async () => {
    database = await freshDatabase([...directoryEntities, ...talentEntities, ...supportEntities]);
    const { db } = database;
    clock = new FixedClock(MONDAY);
    intake = new ConsultationIntakeService(db, clock);
    desk = new ConsultationAnswerService(db, clock);
    staff = await hub(db);
    ehime = await hub(db, '38');
    town = await clerk(db);
    otherTown = await clerk(db, MIHARA);
    matsuyama = await clerk(db, MATSUYAMA);
    she = await expert(db, staff);
    he = await expert(db, staff);
    await expert(db, ehime);
    await field({ db, clock, staff }, ['T01', 'T10'], [she, he]);
    await onDuty(db, staff, ['MON', 'AM'], he);
  }, 60_000);
  afterAll(() => database.drop());
  beforeEach(async () => {
    clock.moveTo(MONDAY);
    // Each test begins with empty hands, so that loads do not lean on the order of the tests.
    await database.db.system(null, (tx) =>
      tx.query(`UPDATE consultation SET status = 'CLOSED' WHERE status IN ('OPEN', 'ASSIGNED')`),
    );
    await forgetJobs();
  });
}

export const forgetJobs = () =>
  database.db.system(null, (tx) => tx.query(`UPDATE outbox SET done_at = now() WHERE done_at IS NULL`));

export const jobs = () =>
  database.db.system(null, (tx) =>
    tx.query(
      `SELECT job, payload, prefecture_id FROM outbox WHERE done_at IS NULL AND job LIKE 'support.%' ORDER BY created_at`,
    ),
  );

export const give = (id: string) =>
  database.db.system('34', (tx, actor) => giveToDesk(tx, id, { actor, at: clock.now() }));

export const escalate = (id: string) =>
  database.db.system('34', (tx, actor) => escalateOverdue(tx, id, { actor, at: clock.now() }));

export const events = (id: string) => database.db.read(staff, (tx) => consultationHistoriesOf(tx, [id]));

export const now = (id: string) => stored(database.db, staff, id);

export const ask = (changes: Record<string, unknown> = {}) => intake.ask(town, consultationInput(changes));

export async function assigned(changes: Record<string, unknown> = {}): Promise<Consultation> {
  const { id } = await ask(changes);
  await give(id);
  return now(id);
}

export const holderOf = ({ specialistId }: Consultation): SpecialistUser =>
  specialistId === she.specialistId ? she : he;

export async function answered(): Promise<Consultation> {
  const one = await assigned();
  return desk.answer(holderOf(one), one.id, '転入の多い課から始めてください。');
}

/** A request that can be kept at the time of these tests. */
export const wanted = (changes: Record<string, unknown> = {}) =>
  requestInput({ deadlineOn: '2027-01-29', ...changes });

export async function leave(person: SpecialistUser): Promise<void> {
  const facts = await database.db.read(staff, (tx) => getSpecialist(tx, staff, person.specialistId));
  await new SpecialistService(database.db).revise(staff, person.specialistId, { ...facts, active: false });
}

export const takeDayOff = ({ specialistId }: SpecialistUser, date: LocalDate, part: DayPart) =>
  new AvailabilityService(database.db, clock).addDayOff(staff, { specialistId, date, part });

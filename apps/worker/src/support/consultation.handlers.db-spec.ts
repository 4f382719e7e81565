import { FixedClock, type HubStaff, type MunicipalityStaff, type SpecialistUser } from '@banso/kernel';
import { Scheduler } from '@banso/platform';
import { ConsultationAnswerService, ConsultationIntakeService } from '@banso/support';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../../test/database.js';
import { consultationInput, field, onDuty, stored, workOff } from '../../../../test/desk.js';
import { clerk, expert, hub } from '../../../../test/people.js';
import { ENTITIES } from '../entities.js';
import { assertEveryJobHandled, handlersOf, JOBS } from '../handlers.js';
import { SCHEDULES } from '../schedules.js';

const at = (text: string) => new Date(`${text}:00+09:00`);

describe('a question on its way through the worker', () => {
  let database: FreshDatabase;
  let clock: FixedClock;
  let staff: HubStaff;
  let town: MunicipalityStaff;
  let she: SpecialistUser;
  let he: SpecialistUser;

  beforeAll(async () => {
    database = await freshDatabase(ENTITIES);
    const { db } = database;
    clock = new FixedClock(at('2026-11-16T09:00'));
    staff = await hub(db);
    town = await clerk(db);
    she = await expert(db, staff);
    he = await expert(db, staff);
    await field({ db, clock, staff }, ['T01'], [she, he]);
    await onDuty(db, staff, ['MON', 'AM'], she);
  }, 60_000);
  afterAll(() => database.drop());

  const work = () => workOff(database.db, handlersOf(database.db, clock));
  const ask = () => new ConsultationIntakeService(database.db, clock).ask(town, consultationInput());
  /** The schedules are due by the clock of Postgres; this makes them due now. */
  const minutePasses = async () => {
    await database.db.system(null, (tx) => tx.query(`UPDATE schedule SET next_run_at = now()`));
    await new Scheduler(database.db, SCHEDULES).tick();
    await work();
  };

  it('has a handler for every job', () => {
    expect(() => assertEveryJobHandled(JOBS, handlersOf(database.db, clock))).not.toThrow();
    expect(SCHEDULES).toContainEqual(
      expect.objectContaining({ name: 'sweep-consultations', everySeconds: 60 }),
    );
  });

  it('is asked at nine and answered by the specialist on duty', async () => {
    const { id } = await ask();
    await work();
    expect(await stored(database.db, staff, id)).toMatchObject({
      status: 'ASSIGNED',
      specialistId: she.specialistId,
    });
    const answered = await new ConsultationAnswerService(database.db, clock).answer(she, id, '回答');
    expect(answered.status).toBe('ANSWERED');
    clock.moveTo(at('2026-11-25T09:00'));
    await minutePasses();
    expect(await stored(database.db, staff, id)).toMatchObject({ status: 'ANSWERED', escalations: 0 });
  });

  it('goes to the next specialist and then to the hub when nobody answers, minute by minute', async () => {
    clock.moveTo(at('2026-11-16T09:00'));
    const { id } = await ask();
    await work();
    await minutePasses();
    expect(await stored(database.db, staff, id)).toMatchObject({ escalations: 0 });
    clock.moveTo(at('2026-11-18T17:01'));
    await minutePasses();
    await minutePasses();
    expect(await stored(database.db, staff, id)).toMatchObject({
      escalations: 1,
      specialistId: he.specialistId,
      escalatedAt: null,
    });
    clock.moveTo(at('2026-11-19T17:01'));
    await minutePasses();
    await minutePasses();
    expect(await stored(database.db, staff, id)).toMatchObject({
      escalations: 2,
      escalatedAt: at('2026-11-19T17:01'),
    });
  });
});

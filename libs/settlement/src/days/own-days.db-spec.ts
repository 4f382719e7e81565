import { dispatchEntities } from '@banso/dispatch';
import { directoryEntities } from '@banso/directory';
import { engagementEntities } from '@banso/engagement';
import { FixedClock, type HubStaff, type SpecialistUser } from '@banso/kernel';
import { supportEntities } from '@banso/support';
import { talentEntities } from '@banso/talent';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../../test/database.js';
import { clerk, expert, hub, KURE } from '../../../../test/people.js';
import { Calendar, THEME } from '../../../dispatch/test/given-calendar.js';
import { givenAgreement, givenPlacement } from '../../test/given-agreement.js';
import { AttendanceService } from '../attendance.service.js';
import { settlementEntities } from '../settlement-entities.js';
import { ownDays } from './own-days.queries.js';

const clock = new FixedClock(new Date('2026-12-18T03:00:00Z'));
let database: FreshDatabase;
let staff: HubStaff;
let she: SpecialistUser;
let colleague: SpecialistUser;

beforeAll(async () => {
  database = await freshDatabase([
    ...directoryEntities,
    ...talentEntities,
    ...engagementEntities,
    ...supportEntities,
    ...dispatchEntities,
    ...settlementEntities,
  ]);
  staff = await hub(database.db);
  she = await expert(database.db, staff, { themes: [THEME] });
  colleague = await expert(database.db, staff);
  const calendar = new Calendar(database.db, new FixedClock(new Date('2026-11-20T00:00:00Z')));
  await calendar.request(await clerk(database.db), staff, { visits: 2 });
  const [first, second] = await calendar.publish(staff);
  const move = `UPDATE visit SET starts_at = $2, ends_at = $3, busy_from = $2, status = $4 WHERE id = $1`;
  const { dataSource } = database;
  // Half past midnight in Japan of 1 December is still November in UTC.
  await dataSource.query(move, [first?.id, '2026-11-30T15:30:00Z', '2026-11-30T17:00:00Z', 'DONE']);
  await dataSource.query(move, [second?.id, '2027-01-12T01:00:00Z', '2027-01-12T03:00:00Z', 'CONFIRMED']);
}, 60_000);
afterAll(() => database.drop());

const daysOf = (actor: SpecialistUser | HubStaff, fiscalYear = 2026) =>
  database.db.read(actor, (tx) => ownDays(tx, actor, { fiscalYear, now: clock.now() }));

it('counts what was made and what is to come in days of Japan, for nobody else', async () => {
  expect(await daysOf(she)).toMatchObject({
    usedDays: 0.5,
    plannedDays: 0.5,
    months: [
      { month: '2026-12-01', usedDays: 0.5, plannedDays: 0 },
      { month: '2027-01-01', usedDays: 0, plannedDays: 0.5 },
    ],
    towns: [{ municipalityId: KURE, usedDays: 0.5, plannedDays: 0.5 }],
  });
  expect(await daysOf(she, 2025)).toMatchObject({ usedDays: 0, plannedDays: 0 });
  expect(await daysOf(colleague)).toMatchObject({ usedDays: 0, plannedDays: 0 });
  await expect(daysOf(staff)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(daysOf(she, 99_999)).rejects.toMatchObject({ code: 'BAD_INPUT' });
});

it('compares with the guideline of the entry, and with agreements where there are any', async () => {
  const { dataSource } = database;
  await dataSource.query('UPDATE specialist SET monthly_days = 12 WHERE id = $1', [she.specialistId]);
  expect(await daysOf(she)).toMatchObject({ contractDays: 144, basis: 'REGISTER', contractEndsOn: null });
  await dataSource.query('UPDATE specialist SET monthly_days = NULL WHERE id = $1', [she.specialistId]);
  expect(await daysOf(she)).toMatchObject({ contractDays: null, basis: 'NONE' });

  const term = { prefectureId: '34', startsOn: '2026-10-01', endsOn: '2027-03-31' };
  const agreement = await givenAgreement(database.db, {
    ...term,
    monthly: { days: 5, rule: 'GUIDELINE' },
    remainder: '呉市',
    parties: [
      { name: '呉市', kind: 'MUNICIPALITY', municipalityId: KURE, part: 'HOST' },
      { name: '派遣元（架空）', kind: 'COMPANY', part: 'SENDER' },
    ],
  });
  const placementId = await givenPlacement(database.db, {
    ...term,
    agreementId: agreement.id,
    specialistId: she.specialistId,
    municipalityId: KURE,
  });
  const attendance = new AttendanceService(database.db, clock);
  const record = (workedOn: string, halfDays: number) =>
    attendance.record(she, { placementId, workedOn, halfDays, travelYen: 0 });
  await record('2026-12-01', 2);
  await record('2026-12-02', 1);
  expect(await daysOf(she)).toMatchObject({
    usedDays: 1.5,
    plannedDays: 0.5,
    contractDays: 30,
    basis: 'AGREEMENT',
    contractEndsOn: '2027-03-31',
  });
});

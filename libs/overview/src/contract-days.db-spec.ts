import { randomUUID } from 'node:crypto';
import { directoryEntities } from '@banso/directory';
import { BoardService, type ContractDays, dispatchEntities } from '@banso/dispatch';
import { Employment, engagementEntities, getAgreement } from '@banso/engagement';
import { type Actor, FixedClock, type HubStaff, instantAt, type SpecialistUser } from '@banso/kernel';
import { reportsEntities } from '@banso/reports';
import { ownDays, settlementEntities } from '@banso/settlement';
import { supportEntities } from '@banso/support';
import { talentEntities } from '@banso/talent';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { expert, hub, KURE, MIHARA } from '../../../test/people.js';
import { countingStatements } from '../../../test/statements.js';
import { givenAgreement, givenPlacement } from '../../settlement/test/given-agreement.js';
import { givenVisit } from '../../settlement/test/given-visit.js';
import { daysUsed } from './days.js';
import { overviewEntities } from './overview-entities.js';
import { yearBefore, yearOf } from './year.js';

const TODAY = '2026-11-22';
const THIS = yearOf(2026, TODAY);
const clock = new FixedClock(instantAt(TODAY, 600));
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
    ...reportsEntities,
    ...settlementEntities,
    ...overviewEntities,
  ]);
  staff = await hub(database.db);
  she = await expert(database.db, staff);
  colleague = await expert(database.db, staff);
}, 60_000);
afterAll(() => database.drop());

const read = <T>(actor: Actor, work: Parameters<typeof database.db.read<T>>[1]): Promise<T> =>
  database.db.read(actor, work);

/** What the board, management and the person are told of the same year. */
async function threeViews(person: SpecialistUser): Promise<(ContractDays | undefined)[]> {
  const { specialistId } = person;
  const board = await new BoardService(database.db, clock).board(staff, { from: TODAY, to: '2026-12-31' });
  const managed = await read(staff, (tx) => daysUsed(tx, staff, THIS, yearBefore(THIS)));
  const own = await read(person, (tx) => ownDays(tx, person, { fiscalYear: 2026, now: clock.now() }));
  const row = board.specialists.find(({ specialist }) => specialist.id === specialistId)?.contract;
  const said = ({ usedDays, plannedDays, contractDays, basis }: Omit<ContractDays, 'leftDays'>) => ({
    usedDays,
    plannedDays,
    contractDays,
    basis,
    leftDays: contractDays === null ? null : contractDays - usedDays - plannedDays,
  });
  const managedRow = managed.rows.find((one) => one.specialistId === specialistId);
  expect([managedRow?.leftDays, row?.draftedDays]).toEqual([own.leftDays, 0]);
  return [row && said(row), managedRow && said(managedRow), said(own)];
}

const visit = (date: string, wish: Partial<Parameters<typeof givenVisit>[1]> = {}) =>
  givenVisit(database.db, {
    prefectureId: '34',
    specialistId: she.specialistId,
    municipalityId: KURE,
    date,
    ...wish,
  });

const same = (days: ContractDays) => [days, days, days];

it('are the same for the board, for management and for the person, when the register alone says so', async () => {
  const none = { usedDays: 0, plannedDays: 0, contractDays: 144, basis: 'REGISTER', leftDays: 144 } as const;
  expect(await threeViews(colleague)).toEqual(same(none));
  const { dataSource } = database;
  await dataSource.query('UPDATE specialist SET monthly_days = NULL WHERE id = $1', [colleague.specialistId]);
  expect(await threeViews(colleague)).toEqual(
    same({ ...none, contractDays: null, basis: 'NONE', leftDays: null }),
  );
});

it('are the same with half-days, days at a post, cancelled visits and agreements cut by the end of the year', async () => {
  const parties = [
    { name: '呉市', kind: 'MUNICIPALITY', municipalityId: KURE, part: 'HOST' },
    { name: '派遣元（架空）', kind: 'COMPANY', part: 'SENDER' },
  ] as const;
  const given = (startsOn: string, endsOn: string, days: number) =>
    givenAgreement(database.db, {
      prefectureId: '34',
      startsOn,
      endsOn,
      parties,
      monthly: { days, rule: 'GUIDELINE' },
    });
  // Six months of it lie in the year, at two towns at once: 24 days.
  const placed = await given('2026-10-01', '2027-09-30', 4);
  const term = { prefectureId: '34', startsOn: '2026-10-01', endsOn: '2027-09-30' };
  const of = { ...term, agreementId: placed.id, specialistId: she.specialistId };
  const placementId = await givenPlacement(database.db, { ...of, municipalityId: KURE });
  await givenPlacement(database.db, { ...of, municipalityId: MIHARA });
  // Appointed from January on: 6 days of the agreement's 24 in the year.
  const employed = await given('2026-04-01', '2028-03-31', 2);
  await database.db.system('34', (tx) =>
    tx.insert(Employment, {
      id: randomUUID(),
      prefectureId: '34',
      specialistId: she.specialistId,
      form: 'FIXED_TERM',
      partyId: employed.party('派遣元（架空）'),
      agreementId: employed.id,
      startsOn: '2027-01-01',
      endsOn: null,
      recordedByName: 'x',
      recordedAt: clock.now(),
    }),
  );
  await visit('2026-06-01');
  await visit('2026-06-02', { wholeDay: true, municipalityId: MIHARA });
  await visit('2026-06-03', { status: 'CANCELLED', wholeDay: true });
  await visit('2026-06-04', { status: 'SETTLED', mode: 'ONLINE' });
  await visit('2026-11-20', { status: 'PUBLISHED', wholeDay: true });
  await visit('2026-12-01', { status: 'CONFIRMED' });
  await visit('2026-12-02', { status: 'HELD' });
  await visit('2026-03-31', { wholeDay: true });
  await visit('2027-04-01', { status: 'CONFIRMED' });
  await database.db.system('34', (tx) =>
    tx.query(
      `INSERT INTO attendance (id, prefecture_id, placement_id, specialist_id, municipality_id, worked_on, half_days,
         travel_yen, recorded_by_name, recorded_at, removed_at)
       SELECT gen_random_uuid(), '34', $1, $2, $3, day::date, halves, 0, 'x', now(), removed
       FROM (VALUES ('2026-06-01', 2, NULL), ('2026-06-05', 1, NULL), ('2026-06-08', 2, now()), ('2026-11-20', 1, NULL))
         days (day, halves, removed)`,
      [placementId, she.specialistId, KURE],
    ),
  );
  // Used: 1 + 1 + 0.5 + 0.5, and half of 20 November; the other half of it and 1 December are planned.
  expect(await threeViews(she)).toEqual(
    same({ usedDays: 3.5, plannedDays: 1, contractDays: 30, basis: 'AGREEMENT', leftDays: 25.5 }),
  );
  // Knowing the days of an appointment opens nothing else of its agreement.
  await expect(read(she, (tx) => getAgreement(tx, she, employed.id))).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  const terms = (actor: Actor) => read(actor, (tx) => tx.query('SELECT id FROM app.own_terms()'));
  expect(await terms(she)).toEqual([{ id: employed.id }]);
  for (const other of [colleague, staff]) expect(await terms(other)).toEqual([]);
});

it('takes as many statements for many people as for one', async () => {
  const managed = () => read(staff, (tx) => daysUsed(tx, staff, THIS, yearBefore(THIS)));
  const { count } = await countingStatements(managed);
  for (let n = 0; n < 3; n++) await expert(database.db, staff);
  expect((await countingStatements(managed)).count).toBe(count);
});

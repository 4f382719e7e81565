import { FixedClock, type HubStaff, type MunicipalityStaff, type SpecialistUser } from '@banso/kernel';
import { requestsToPlan } from '@banso/support';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { clerk, expert, hub, KURE, MATSUYAMA, MIHARA } from '../../../test/people.js';
import { Calendar, DECEMBER, ENTITIES, START, THEME } from '../test/given-calendar.js';
import { planningProblem } from './planning-problem.js';
import { townProfilesOf } from './town-profile.queries.js';
import { TownProfileService } from './town-profile.service.js';

const clock = new FixedClock(new Date(START));
let database: FreshDatabase;
let calendar: Calendar;
let profiles: TownProfileService;
let staff: HubStaff;
let town: MunicipalityStaff;
let specialist: SpecialistUser;

beforeAll(async () => {
  database = await freshDatabase(ENTITIES);
  calendar = new Calendar(database.db, clock);
  profiles = new TownProfileService(database.db, clock);
  staff = await hub(database.db);
  town = await clerk(database.db);
  specialist = await expert(database.db, staff, { themes: [THEME] });
});
beforeEach(() => calendar.clear());
afterAll(() => database.drop());

const ASSEMBLY = { from: '2026-12-08', to: '2026-12-09', label: '12月議会' };
const SMALL = { municipalityId: KURE, itStaff: 1, busy: [ASSEMBLY] };
const known = (actor: HubStaff | MunicipalityStaff | SpecialistUser) =>
  database.db.read(actor, (tx) => townProfilesOf(tx, actor, [KURE, MIHARA]));

describe('what the planner knows of a town', () => {
  it('is said by the hub of any town, and by a town of itself', async () => {
    await profiles.set(staff, { municipalityId: MIHARA, itStaff: 3, busy: [] });
    expect(await profiles.set(town, SMALL)).toMatchObject({ isOnePerson: true, setByName: town.name });
    expect((await known(staff)).map(({ municipalityId }) => municipalityId)).toEqual([KURE, MIHARA]);
    expect((await known(town)).map(({ municipalityId }) => municipalityId)).toEqual([KURE]);
    expect(await known(specialist)).toEqual([]);
  });

  it('is replaced as a whole, also when two say it at once', async () => {
    await Promise.all([1, 2, 3].map(() => profiles.set(staff, SMALL)));
    await profiles.set(staff, { municipalityId: KURE, itStaff: null, busy: [] });
    expect(await known(staff)).toEqual([expect.objectContaining({ itStaff: null, busy: [] })]);
  });

  it('is not for other towns, specialists and prefectures to say', async () => {
    await expect(profiles.set(town, { ...SMALL, municipalityId: MIHARA })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(profiles.set(specialist, SMALL)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(profiles.set(staff, { ...SMALL, municipalityId: MATSUYAMA })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await known(staff)).toEqual([]);
  });

  it.each([
    ['people below nothing', { itStaff: -1 }, 'itStaff', 'too-small'],
    [
      'an end before the beginning',
      { busy: [{ ...ASSEMBLY, to: '2026-12-07' }] },
      'busy.0.to',
      'not-before-from',
    ],
    ['a quarter of a year', { busy: [{ ...ASSEMBLY, to: '2027-04-08' }] }, 'busy.0.to', 'period-too-long'],
    ['a period without a name', { busy: [{ ...ASSEMBLY, label: ' ' }] }, 'busy.0.label', 'required'],
  ])('refuses %s', async (_, wrong, path, rule) => {
    await expect(profiles.set(staff, { ...SMALL, ...wrong })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      details: { faults: [expect.objectContaining({ path, rule })] },
    });
  });

  it('goes into the problem without its words', async () => {
    await profiles.set(staff, SMALL);
    await calendar.request(town, staff);
    const problem = await database.db.system('34', async (tx, system) =>
      planningProblem(tx, system, {
        period: DECEMBER,
        today: clock.today(),
        requests: await requestsToPlan(tx, system),
        held: [],
      }),
    );
    expect(problem.towns).toEqual({ [KURE]: { oneItPerson: true, busyDays: [1, 2] } });
    expect(JSON.stringify(problem)).not.toContain('議会');
  });
});

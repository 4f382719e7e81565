import { FixedClock, type HubStaff, type MunicipalityStaff, type SpecialistUser } from '@banso/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { clerk, expert, hub } from '../../../test/people.js';
import { Calendar, ENTITIES, START, THEME } from '../test/given-calendar.js';
import { CandidateService } from './candidate.service.js';

const clock = new FixedClock(new Date(START));
let database: FreshDatabase;
let calendar: Calendar;
let candidates: CandidateService;
let staff: HubStaff;
let ehime: HubStaff;
let town: MunicipalityStaff;
let able: SpecialistUser;
let unable: SpecialistUser;

beforeAll(async () => {
  database = await freshDatabase(ENTITIES);
  calendar = new Calendar(database.db, clock);
  candidates = new CandidateService(database.db, clock);
  staff = await hub(database.db);
  ehime = await hub(database.db, '38');
  town = await clerk(database.db);
  able = await expert(database.db, staff, { themes: [THEME] });
  unable = await expert(database.db, staff);
  await expert(database.db, ehime, { themes: [THEME] });
});
beforeEach(() => calendar.clear());
afterAll(() => database.drop());

describe('ranking candidates', () => {
  it('puts everyone of the prefecture’s pool into one of two lists', async () => {
    const request = await calendar.request(town, staff);
    const ranking = await candidates.rank(staff, request.id);
    expect(ranking.candidates.map(({ specialistId }) => specialistId)).toEqual([able.specialistId]);
    expect(ranking.excluded.map(({ specialistId }) => specialistId)).toEqual([unable.specialistId]);
  });

  it('gives points with what they rest on, and the first slot that fits', async () => {
    const request = await calendar.request(town, staff);
    const [best] = (await candidates.rank(staff, request.id)).candidates;
    expect(best?.score).toBe(best?.parts.reduce((sum, { points }) => sum + points, 0));
    expect(best?.firstSlot?.startsAt.getTime()).toBeGreaterThan(clock.now().getTime());
  });

  it('says in both languages, by name, why somebody cannot', async () => {
    const request = await calendar.request(town, staff);
    const [excluded] = (await candidates.rank(staff, request.id)).excluded;
    expect(excluded?.ruleId).toBe('essential-skill');
    expect(excluded?.sentence.ja).toMatch(/^専門 \d+さんの「/);
    expect(excluded?.sentence.en).toMatch(/^Expert \d+ has “/);
  });

  it('works around visits that are published', async () => {
    await calendar.request(town, staff, { visits: 1, urgency: 'URGENT' });
    const [visit] = await calendar.publish(staff, { from: '2026-12-02', to: '2026-12-25' });
    const request = await calendar.request(town, staff);
    const [best] = (await candidates.rank(staff, request.id)).candidates;
    const slot = best?.firstSlot;
    const clash = visit && slot && slot.startsAt < visit.endsAt && slot.endsAt > visit.startsAt;
    expect(clash).toBe(false);
  });

  it('is the hub’s, for requests that it can see', async () => {
    const request = await calendar.request(town, staff);
    await expect(candidates.rank(town, request.id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(candidates.rank(able, request.id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(candidates.rank(ehime, request.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

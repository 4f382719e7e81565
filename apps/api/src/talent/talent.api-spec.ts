import { addDays, fiscalYearOf } from '@banso/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Caller, type RunningApi, startApi } from '../../../../test/api.js';
import { ALL_SEEN } from '../../../../test/arguments.js';
import { clerk, expert, hub, KURE, MATSUYAMA } from '../../../../test/people.js';
import { today } from '../../../../test/requests.js';
import { countingStatements } from '../../../../test/statements.js';

const READ = `query($id: ID!) { specialist(id: $id) {
  id name nameEn active modes weekly profile { id name } base { id name }
  skills { skillId level evidence note assessedOn assessedBy skill { name nameEn } } viewerActions } }`;
const LIST = `query($first: Int, $filter: SpecialistFilter) { specialists(first: $first, filter: $filter) { totalCount
  edges { node { id nameEn profile { name } base { name } skills { level skill { name } } viewerActions } } } }`;
const REGISTER = 'mutation($input: SpecialistInput!) { registerSpecialist(input: $input) { id active } }';
const REVISE = `mutation($id: ID!, $input: SpecialistInput!) { reviseSpecialist(id: $id, input: $input, seen: "${ALL_SEEN}") { id active monthlyDays } }`;
const ASSESS =
  'mutation($input: AssessmentInput!) { assessSkill(input: $input) { level evidence skill { nameEn } } }';
const ADD = 'mutation($input: DayOffInput!) { addDayOff(input: $input) { id reason specialist { id } } }';
const REMOVE = 'mutation($id: ID!) { removeDayOff(id: $id) { id } }';
const DAYS = `query($from: LocalDate!, $to: LocalDate!, $specialistId: ID) {
  daysOff(from: $from, to: $to, specialistId: $specialistId) { date part reason specialist { nameEn } } }`;
const FIELD = `mutation($input: ExpertFieldInput!) { defineExpertField(input: $input) {
  id name themes { id name } specialists { id } } }`;
const FIELDS =
  'query($year: Int!) { expertFields(fiscalYear: $year) { name themes { id } specialists { id } } }';
const DESK =
  'mutation($input: DeskShiftInput!) { setDeskDuty(input: $input) { weekday half specialists { id } } }';

const minato = {
  name: '呉羽 みなと',
  kana: 'クレハ ミナト',
  nameEn: 'Minato Kureha',
  profileId: 'SERVICE_DESIGNER',
  baseId: KURE,
  employment: '県と市町の共同採用(常勤)',
  employmentEn: 'Jointly hired, full time',
  modes: ['ONLINE', 'ON_SITE'],
  weekly: ['WED_PM', 'MON_AM'],
};

describe('the talent pool over HTTP', () => {
  let api: RunningApi;
  let staff: Caller;
  let town: Caller;
  let ehimeTown: Caller;
  let ehime: Caller;
  let self: Caller;
  let ownId: string;

  beforeAll(async () => {
    api = await startApi();
    const { db } = api.database;
    const hiroshima = await hub(db);
    const own = await expert(db, hiroshima, { themes: ['T08'] });
    ownId = own.specialistId;
    staff = await api.as(hiroshima);
    self = await api.as(own);
    town = await api.as(await clerk(db));
    ehimeTown = await api.as(await clerk(db, MATSUYAMA));
    ehime = await api.as(await hub(db, '38'));
  }, 60_000);
  afterAll(() => api.close());

  const register = async (changes = {}): Promise<string> =>
    (await staff.ask(REGISTER, { input: { ...minato, ...changes } }))['registerSpecialist'].id;

  it('has a catalogue that everybody reads', async () => {
    const answer =
      await self.ask(`{ skills { id scheme category categoryEn name nameEn } talentProfiles { id summary }
      supportThemes { id mode needs { skillId level essential } } troubleGroups { id position name nameEn } }`);
    expect(answer['skills']).toHaveLength(63);
    expect(answer['talentProfiles']).toHaveLength(4);
    expect(answer['supportThemes']).toHaveLength(20);
    expect(answer['supportThemes'][0]).toMatchObject({
      id: 'T01',
      mode: 'ON_SITE',
      needs: expect.arrayContaining([{ skillId: 'GOV-07', level: 4, essential: true }]),
    });
    expect(answer['troubleGroups'].map((group: { position: number }) => group.position)).toEqual([
      1, 2, 3, 4, 5, 6, 7,
    ]);
  });

  it('registers somebody, revises the record, and shows each reader what is theirs to see', async () => {
    const id = await register();
    const { specialist } = await staff.ask(READ, { id });
    expect(specialist).toMatchObject({
      active: true,
      modes: ['ON_SITE', 'ONLINE'],
      weekly: ['MON_AM', 'WED_PM'],
      profile: { id: 'SERVICE_DESIGNER', name: 'サービスデザイナー' },
      base: { id: KURE, name: '呉市' },
      viewerActions: [
        'REVISE',
        'MANAGE_DAYS_OFF',
        'DECLARE_SKILL',
        'ASSESS_SKILL',
        'RECORD_FIRMS',
        'REMOVE_FIRMS',
      ],
    });
    expect((await town.ask(READ, { id }))['specialist'].viewerActions).toEqual([]);
    await staff.ask(REVISE, { id, input: { ...minato, active: false, monthlyDays: 4 } });
    for (const stranger of [town, ehimeTown, ehime, self])
      expect(await stranger.refusal(READ, { id })).toEqual({
        code: 'NOT_FOUND',
        reason: 'specialist.not-found',
      });
    expect((await staff.ask(READ, { id }))['specialist'].active).toBe(false);
  });

  it('is kept by the hub alone', async () => {
    const id = await register();
    for (const caller of [town, self]) {
      expect(await caller.refusal(REGISTER, { input: minato })).toMatchObject({ code: 'FORBIDDEN' });
      expect(await caller.refusal(REVISE, { id, input: minato })).toMatchObject({ code: 'FORBIDDEN' });
    }
    expect(await ehime.refusal(REVISE, { id, input: minato })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await staff.refusal(REGISTER, { input: { ...minato, baseId: MATSUYAMA } })).toMatchObject({
      code: 'BAD_INPUT',
    });
  });

  it("takes a specialist's own word and the hub's finding, and hides remarks from towns", async () => {
    const word = {
      specialistId: ownId,
      skillId: 'GOV-01',
      level: 2,
      evidence: 'SELF_DECLARED',
      note: '研修 3回',
    };
    expect(await self.ask(ASSESS, { input: word })).toEqual({
      assessSkill: { level: 2, evidence: 'SELF_DECLARED', skill: { nameEn: expect.any(String) } },
    });
    const skillFor = async (caller: Caller) =>
      (await caller.ask(READ, { id: ownId }))['specialist'].skills.find(
        (skill: { skillId: string }) => skill.skillId === 'GOV-01',
      );
    expect([await skillFor(self), await skillFor(town)]).toMatchObject([
      { note: '研修 3回' },
      { note: null },
    ]);
    await staff.ask(ASSESS, { input: { ...word, level: 3, evidence: 'INTERVIEW' } });
    expect(await self.refusal(ASSESS, { input: word })).toEqual({
      code: 'INVALID_STATE',
      reason: 'skill.confirmed-by-hub',
    });
    expect(await self.refusal(ASSESS, { input: { ...word, evidence: 'DOCUMENT' } })).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await town.refusal(ASSESS, { input: word })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await ehime.refusal(ASSESS, { input: word })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('keeps days off by the person and the hub, without their reasons for towns', async () => {
    const date = addDays(today(), 30);
    const range = { from: today(), to: addDays(today(), 60), specialistId: ownId };
    const input = { specialistId: ownId, date, part: 'DAY', reason: '定例会' };
    const { addDayOff } = await self.ask(ADD, { input });
    expect(addDayOff).toMatchObject({ reason: '定例会', specialist: { id: ownId } });
    expect(await staff.refusal(ADD, { input })).toEqual({
      code: 'CONFLICT',
      reason: 'day-off.already-noted',
    });
    expect(await town.refusal(ADD, { input })).toMatchObject({ code: 'FORBIDDEN' });
    expect((await town.ask(DAYS, range))['daysOff']).toMatchObject([{ date, part: 'DAY', reason: null }]);
    expect((await staff.ask(DAYS, range))['daysOff']).toMatchObject([{ reason: '定例会' }]);
    expect((await ehime.ask(DAYS, { ...range, specialistId: null }))['daysOff']).toEqual([]);
    expect(await ehime.refusal(DAYS, range)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await ehime.refusal(REMOVE, { id: addDayOff.id })).toMatchObject({ code: 'NOT_FOUND' });
    await staff.ask(REMOVE, { id: addDayOff.id });
    expect(await self.refusal(REMOVE, { id: addDayOff.id })).toEqual({
      code: 'NOT_FOUND',
      reason: 'day-off.not-found',
    });
  });

  it('draws up fields of expertise year by year', async () => {
    const year = fiscalYearOf(today());
    const input = {
      fiscalYear: year,
      name: 'セキュリティ',
      nameEn: 'Security',
      themeIds: ['T08', 'T10'],
      specialistIds: [ownId],
      seen: '0',
    };
    const { defineExpertField } = await staff.ask(FIELD, { input });
    expect(defineExpertField).toMatchObject({
      themes: [{ id: 'T08' }, { id: 'T10' }],
      specialists: [{ id: ownId }],
    });
    expect((await town.ask(FIELDS, { year }))['expertFields']).toHaveLength(1);
    expect((await town.ask(FIELDS, { year: year - 1 }))['expertFields']).toEqual([]);
    expect((await ehime.ask(FIELDS, { year }))['expertFields']).toEqual([]);
    expect(await staff.refusal(FIELD, { input: { ...input, fiscalYear: year - 1 } })).toEqual({
      code: 'INVALID_STATE',
      reason: 'expert-field.year-over',
    });
    expect(await town.refusal(FIELD, { input })).toMatchObject({ code: 'FORBIDDEN' });
    const stranger = { ...input, id: defineExpertField.id, specialistIds: [] };
    expect(await ehime.refusal(FIELD, { input: stranger })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('names members of a field to those only who may see them', async () => {
    const year = fiscalYearOf(today());
    const id = await register();
    const input = {
      fiscalYear: year,
      name: '窓口',
      nameEn: 'Counters',
      themeIds: ['T01'],
      specialistIds: [id, ownId],
      seen: '0',
    };
    await staff.ask(FIELD, { input });
    const seenBy = async (caller: Caller): Promise<number> =>
      (await caller.ask(FIELDS, { year }))['expertFields'].find(
        (field: { name: string }) => field.name === '窓口',
      ).specialists.length;
    expect([await seenBy(staff), await seenBy(town), await seenBy(self)]).toEqual([2, 2, 1]);
  });

  it('says who is at the desk', async () => {
    const input = { weekday: 'MON', half: 'AM', specialistIds: [ownId], seen: '0' };
    expect(await staff.ask(DESK, { input })).toEqual({
      setDeskDuty: { weekday: 'MON', half: 'AM', specialists: [{ id: ownId }] },
    });
    const query = '{ deskDuty { weekday half specialists { id } } }';
    expect((await town.ask(query))['deskDuty']).toHaveLength(1);
    expect((await ehimeTown.ask(query))['deskDuty']).toEqual([]);
    expect(await town.refusal(DESK, { input })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await ehime.refusal(DESK, { input })).toMatchObject({ code: 'BAD_INPUT' });
    expect(await staff.refusal(DESK, { input: { ...input, weekday: 'SUN' } })).toMatchObject({
      code: 'BAD_INPUT',
    });
  });

  it('finds people by name, way of serving and skill', async () => {
    await register({ name: '御手洗 はる', kana: 'みたらい はる', nameEn: 'Haru Mitarai', modes: ['ONLINE'] });
    const namesOf = async (filter: Record<string, unknown>) =>
      (await town.ask(LIST, { filter }))['specialists'].edges.map(
        (edge: { node: { nameEn: string } }) => edge.node.nameEn,
      );
    expect(await namesOf({ search: 'ﾐﾀﾗｲ' })).toEqual(['Haru Mitarai']);
    expect(await namesOf({ search: 'ミタライ', mode: 'ON_SITE' })).toEqual([]);
    expect(await namesOf({ skillId: 'GOV-05' })).toHaveLength(1);
    expect((await self.ask(LIST))['specialists'].totalCount).toBe(1);
    expect((await ehimeTown.ask(LIST))['specialists'].totalCount).toBe(0);
  });

  it('needs as many SQL statements for twenty rows as for one', async () => {
    for (let i = 0; i < 20; i++) {
      const id = await register({ baseId: i % 2 ? KURE : '340006' });
      await staff.ask(ASSESS, {
        input: { specialistId: id, skillId: 'GOV-07', level: 3, evidence: 'INTERVIEW' },
      });
    }
    const statements = async (first: number): Promise<number> => {
      const filter = { skillId: 'GOV-07' };
      const { answer, count } = await countingStatements(() => staff.ask(LIST, { first, filter }));
      expect(answer['specialists'].edges).toHaveLength(first);
      return count;
    };
    const [one, twenty] = [await statements(1), await statements(20)];
    expect(one).toBeGreaterThan(5);
    expect(twenty).toBe(one);
  });

  it('needs as many SQL statements for many fields as for few', async () => {
    const year = fiscalYearOf(today()) + 1;
    const query = `query($year: Int!) { expertFields(fiscalYear: $year) {
      themes { needs { skillId } } specialists { skills { level } } } }`;
    const define = async (themeIds: string[]): Promise<void> => {
      const name = themeIds.join();
      await staff.ask(FIELD, {
        input: { fiscalYear: year, name, nameEn: name, themeIds, specialistIds: [ownId], seen: '0' },
      });
    };
    const statements = async (): Promise<number> =>
      (await countingStatements(() => town.ask(query, { year }))).count;
    await define(['T01']);
    const few = await statements();
    for (const theme of ['T02', 'T03', 'T04']) await define([theme, theme.replace('T0', 'T1')]);
    expect(await statements()).toBe(few);
  });
});

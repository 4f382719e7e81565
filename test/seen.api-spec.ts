import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Caller, type RunningApi, startApi } from './api.js';
import { clerk, expert, hub, KURE, MATSUYAMA, MIHARA, OSAKIKAMIJIMA } from './people.js';
import { requestInput } from './requests.js';

const REVISE = `mutation($id: ID!, $input: SupportRequestInput!, $seen: ID!) {
  reviseSupportRequest(id: $id, input: $input, seen: $seen) { version title visits } }`;
const READ = 'query($id: ID!) { supportRequest(id: $id) { version title visits deadlineOn } }';
const SUBMIT = 'mutation($id: ID!, $seen: ID) { submitSupportRequest(id: $id, seen: $seen) { status } }';
const SET_TOWN = `mutation($input: TownProfileInput!) { setTownProfile(input: $input) { version itStaff } }`;
const TOWN = 'query($id: ID!) { municipality(id: $id) { townProfile { version itStaff } } }';
const SET_TIME = `mutation($input: TravelTimeInput!) { setTravelTime(input: $input) { version minutes } }`;
const CLEAR_TIME = `mutation($a: ID!, $b: ID!) { clearTravelTime(fromId: $a, toId: $b) { version } }`;
const SPECIALIST = 'query($id: ID!) { specialist(id: $id) { version } }';
const REVISE_SPECIALIST = `mutation($id: ID!, $input: SpecialistInput!, $seen: ID!) {
  reviseSpecialist(id: $id, input: $input, seen: $seen) { version monthlyDays } }`;

describe('two people at one record', () => {
  let api: RunningApi;
  let she: Caller;
  let he: Caller;
  let herName: string;
  let staff: Caller;
  let otherTown: Caller;
  let ehime: Caller;
  let specialistId: string;

  beforeAll(async () => {
    api = await startApi();
    const { db } = api.database;
    const first = await clerk(db);
    const hiroshima = await hub(db);
    herName = first.name;
    specialistId = (await expert(db, hiroshima)).specialistId;
    [she, he, staff] = [await api.as(first), await api.as(await clerk(db)), await api.as(hiroshima)];
    [otherTown, ehime] = [await api.as(await clerk(db, MIHARA)), await api.as(await hub(db, '38'))];
  }, 60_000);
  afterAll(() => api.close());

  const draft = async (): Promise<{ id: string; version: string }> =>
    (
      await she.ask('mutation($i: SupportRequestInput!) { draftSupportRequest(input: $i) { id version } }', {
        i: requestInput(),
      })
    )['draftSupportRequest'];
  const read = async (id: string) => (await he.ask(READ, { id }))['supportRequest'];

  it('the second is told what the first changed, and nothing is written over', async () => {
    const { id, version } = await draft();
    const before = requestInput();
    await she.ask(REVISE, { id, input: requestInput({ title: '彼女の題', visits: 5 }), seen: version });
    const his = { id, input: requestInput({ title: '彼の題' }) };
    const { errors } = await he.send(REVISE, { ...his, seen: version });
    expect(errors[0]?.message).toContain(`${herName} さんが同じ内容を変えました`);
    expect(errors[0]?.message).toContain('残っています');
    const { code, reason, facts } = errors[0]?.extensions ?? {};
    expect([code, reason]).toEqual(['CONFLICT', 'record.changed-meanwhile']);
    expect(facts.changes).toEqual([
      { field: 'title', before: JSON.stringify(before['title']), after: '"彼女の題"' },
      { field: 'visits', before: JSON.stringify(before['visits']), after: '5' },
    ]);
    expect(await read(id)).toMatchObject({ title: '彼女の題', visits: 5 });
    expect(facts.version).toBe((await read(id)).version);
    expect((await he.ask(REVISE, { ...his, seen: facts.version }))['reviseSupportRequest'].title).toBe(
      '彼の題',
    );
    expect(await she.refusal(SUBMIT, { id, seen: version })).toMatchObject({ reason });
    expect(
      (await she.ask(SUBMIT, { id, seen: (await read(id)).version }))['submitSupportRequest'].status,
    ).toBe('AWAITING_INTAKE');
  });

  it('nobody is held up by what was taken back, or by what the form does not hold', async () => {
    const { id, version } = await draft();
    await she.ask(REVISE, { id, input: requestInput({ title: 'かりの題' }), seen: version });
    await she.ask(REVISE, { id, input: requestInput(), seen: (await read(id)).version });
    await she.ask('mutation($id: ID!) { sendSupportRequestForApproval(id: $id) { status } }', { id });
    await he.ask('mutation($id: ID!) { returnSupportRequest(id: $id, reason: "x") { status } }', { id });
    await he.ask(REVISE, { id, input: requestInput({ visits: 4 }), seen: version });
    expect(await read(id)).toMatchObject({ title: requestInput()['title'], visits: 4 });
  });

  it('of many at one moment one comes through', async () => {
    const { id, version } = await draft();
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        (i % 2 ? she : he).send(REVISE, { id, input: requestInput({ title: `題 ${i}` }), seen: version }),
      ),
    );
    const granted = answers.filter(({ errors }) => errors.length === 0);
    expect(granted).toHaveLength(1);
    expect(await read(id)).toEqual({ ...(await read(id)), ...granted[0]?.data?.['reviseSupportRequest'] });
    for (const { errors } of answers) if (errors[0]) expect(errors[0].extensions['code']).toBe('CONFLICT');
  });

  it('holds for a specialist, a town and a way too, from the first word on', async () => {
    const { specialist } = await staff.ask(SPECIALIST, { id: specialistId });
    const facts = { name: '湊', kana: 'みなと', nameEn: 'Minato', profileId: 'ENGINEER', baseId: KURE };
    const input = { ...facts, employment: 'x', employmentEn: 'x', modes: ['ONLINE'], weekly: ['MON_AM'] };
    const wish = (monthlyDays: number) => ({
      id: specialistId,
      input: { ...input, monthlyDays },
      seen: specialist.version,
    });
    await staff.ask(REVISE_SPECIALIST, wish(3));
    expect(await staff.refusal(REVISE_SPECIALIST, wish(4))).toMatchObject({ code: 'CONFLICT' });

    const said = (itStaff: number, seen: string) => ({
      input: { municipalityId: KURE, itStaff, busy: [], seen },
    });
    await she.ask(SET_TOWN, said(1, '0'));
    expect(await staff.refusal(SET_TOWN, said(2, '0'))).toMatchObject({ code: 'CONFLICT' });
    const { townProfile } = (await staff.ask(TOWN, { id: KURE }))['municipality'];
    expect(townProfile.itStaff).toBe(1);
    await staff.ask(SET_TOWN, said(2, townProfile.version));

    const way = { fromId: OSAKIKAMIJIMA, toId: KURE, note: 'x' };
    await staff.ask(SET_TIME, { input: { ...way, minutes: 90, seen: '0' } });
    const late = { input: { ...way, minutes: 80, seen: '0' } };
    expect(await staff.refusal(SET_TIME, late)).toMatchObject({ code: 'CONFLICT' });
    await staff.ask(CLEAR_TIME, { a: KURE, b: OSAKIKAMIJIMA });
    await staff.ask(SET_TIME, late);
  });

  it('strangers learn nothing of it, and a version that is none is refused', async () => {
    const { id } = await draft();
    const wish = { id, input: requestInput(), seen: '0' };
    for (const stranger of [otherTown, ehime])
      expect(await stranger.refusal(REVISE, wish)).toMatchObject({ code: 'NOT_FOUND' });
    for (const seen of ['', '-1', 'x', '1e3', '9'.repeat(19)])
      expect(await she.refusal(REVISE, { ...wish, seen })).toMatchObject({ code: 'BAD_INPUT' });
    expect((await ehime.ask(TOWN, { id: MATSUYAMA }))['municipality'].townProfile).toBeNull();
  });
});

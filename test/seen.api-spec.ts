import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fiscalYearOf } from '@banso/kernel';
import { type Caller, type RunningApi, startApi } from './api.js';
import { ALL_SEEN } from './arguments.js';
import { clerk, expert, hub, KURE, MATSUYAMA, MIHARA, OSAKIKAMIJIMA } from './people.js';
import { requestInput, today } from './requests.js';

const REVISE = `mutation($id: ID!, $input: SupportRequestInput!, $seen: ID!) {
  reviseSupportRequest(id: $id, input: $input, seen: $seen) { version title visits } }`;
const READ = 'query($id: ID!) { supportRequest(id: $id) { version title visits deadlineOn } }';
const SUBMIT = 'mutation($id: ID!, $seen: ID) { submitSupportRequest(id: $id, seen: $seen) { status } }';
const SET_TOWN = `mutation($input: TownProfileInput!) { setTownProfile(input: $input) { version itStaff } }`;
const TOWN = 'query($id: ID!) { municipality(id: $id) { townProfile { version itStaff } } }';
const SET_TIME = `mutation($input: TravelTimeInput!) { setTravelTime(input: $input) { version minutes } }`;
const CLEAR_TIME =
  'mutation($a: ID!, $b: ID!, $seen: ID!) { clearTravelTime(fromId: $a, toId: $b, seen: $seen) { version } }';
const SPECIALIST = 'query($id: ID!) { specialist(id: $id) { version } }';
const REVISE_SPECIALIST = `mutation($id: ID!, $input: SpecialistInput!, $seen: ID!) {
  reviseSpecialist(id: $id, input: $input, seen: $seen) { version monthlyDays } }`;

describe('two people at one record', () => {
  let api: RunningApi;
  let she: Caller;
  let he: Caller;
  let herName: string;
  let hubName: string;
  let hisLogin: string;
  let hiroshima: Awaited<ReturnType<typeof hub>>;
  let staff: Caller;
  let otherTown: Caller;
  let ehime: Caller;
  let specialistId: string;

  beforeAll(async () => {
    api = await startApi();
    const { db } = api.database;
    const first = await clerk(db);
    const second = await clerk(db);
    hiroshima = await hub(db);
    [herName, hubName, hisLogin] = [first.name, hiroshima.name, second.loginId];
    specialistId = (await expert(db, hiroshima)).specialistId;
    [she, he, staff] = [await api.as(first), await api.as(second), await api.as(hiroshima)];
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
    const clear = { a: KURE, b: OSAKIKAMIJIMA };
    expect(await staff.refusal(CLEAR_TIME, { ...clear, seen: '0' })).toMatchObject({ code: 'CONFLICT' });
    await staff.ask(CLEAR_TIME, { ...clear, seen: ALL_SEEN });
    await staff.ask(SET_TIME, late);
  });

  it('holds for lists: the desk, a field of the year, and the duties of somebody', async () => {
    const shift = 'mutation($i: DeskShiftInput!) { setDeskDuty(input: $i) { version } }';
    const at = (specialistIds: string[], seen: string) => ({
      i: { weekday: 'MON', half: 'AM', specialistIds, seen },
    });
    const emptied = (await staff.ask(shift, at([specialistId], '0')))['setDeskDuty'].version;
    const late = (await staff.send(shift, at([], '0'))).errors[0]?.extensions ?? {};
    expect([late['reason'], late['facts'].name]).toEqual(['record.changed-meanwhile', hubName]);
    expect(late['facts'].changes).toEqual([
      { field: 'specialistIds', before: '[]', after: JSON.stringify([specialistId]) },
    ]);
    await staff.ask(shift, at([], emptied));
    // As it was at the beginning: nobody is held up.
    await staff.ask(shift, at([specialistId], '0'));
    const desk = '{ deskDuty { weekday version specialists { id } } }';
    const [monday] = (await she.ask(desk))['deskDuty'];
    expect(monday).toMatchObject({ weekday: 'MON', specialists: [{ id: specialistId }] });
    expect((await ehime.ask(desk))['deskDuty']).toEqual([]);

    const define = 'mutation($i: ExpertFieldInput!) { defineExpertField(input: $i) { id version } }';
    const field = (changes: Record<string, unknown>, seen: string) => ({
      i: {
        fiscalYear: fiscalYearOf(today()),
        name: '情報',
        nameEn: 'Systems',
        themeIds: ['T03'],
        specialistIds: [],
        ...changes,
        seen,
      },
    });
    const { id, version } = (await staff.ask(define, field({}, '0')))['defineExpertField'];
    await staff.ask(
      define,
      field({ id, nameEn: 'IT', themeIds: ['T04'], specialistIds: [specialistId] }, version),
    );
    const other = (await staff.send(define, field({ id, themeIds: ['T05'] }, version))).errors[0]?.extensions;
    expect(other?.['facts'].changes).toEqual([
      { field: 'nameEn', before: '"Systems"', after: '"IT"' },
      { field: 'themeIds', before: '["T03"]', after: '["T04"]' },
      { field: 'specialistIds', before: '[]', after: JSON.stringify([specialistId]) },
    ]);
    // A second field of that name is the first one, which was not read.
    expect(await staff.refusal(define, field({}, '0'))).toMatchObject({ reason: 'record.changed-meanwhile' });
    await staff.ask(define, field({ id }, other?.['facts'].version));

    const give = `mutation($id: ID!, $d: [Duty!]!, $seen: ID!) { changeDuties(id: $id, duties: $d, seen: $seen) {
      duties } }`;
    const people = '{ people(first: 100) { edges { node { id version loginId } } } }';
    const { node } = (await staff.ask(people))['people'].edges.find(
      (edge: { node: { loginId: string } }) => edge.node.loginId === hisLogin,
    );
    const duties = (d: string[]) => ({ id: node.id, d, seen: node.version });
    await staff.ask(give, duties(['REQUESTER', 'APPROVER']));
    expect(await staff.refusal(give, duties(['MANAGER']))).toMatchObject({ code: 'CONFLICT' });
  });

  it('holds for a theme that the hub names, and for whom it asks', async () => {
    const { id, version } = await draft();
    await she.ask(SUBMIT, { id, seen: version });
    const name = `mutation($id: ID!, $t: ID!, $seen: ID!) {
      classifySupportRequest(id: $id, themeId: $t, seen: $seen) { version theme { id } } }`;
    const { version: first } = (await staff.ask(READ, { id }))['supportRequest'];
    await staff.ask(name, { id, t: 'T04', seen: first });
    expect(await staff.refusal(name, { id, t: 'T05', seen: first })).toMatchObject({ code: 'CONFLICT' });

    const { askExpert } = await she.ask(
      'mutation { askExpert(input: { question: "x", contactSection: "x" }) { id version } }',
    );
    const ask = `mutation($id: ID!, $who: ID!, $seen: ID!) {
      reassignConsultation(id: $id, specialistId: $who, reason: "x", seen: $seen) { specialist { id } } }`;
    const next = (await expert(api.database.db, hiroshima)).specialistId;
    const wish = { id: askExpert.id, seen: askExpert.version };
    await staff.ask(ask, { ...wish, who: specialistId });
    const { extensions } = (await staff.send(ask, { ...wish, who: next })).errors[0] ?? {};
    expect(extensions?.['facts'].changes).toEqual([
      { field: 'specialistId', before: 'null', after: JSON.stringify(specialistId) },
    ]);
    expect(
      (await staff.ask(ask, { ...wish, who: next, seen: extensions?.['facts'].version }))[
        'reassignConsultation'
      ].specialist.id,
    ).toBe(next);
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

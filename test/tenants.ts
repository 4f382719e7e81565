import {
  addDays,
  Clock,
  fiscalYearOf,
  FixedClock,
  type HubStaff,
  type MunicipalityStaff,
  type SpecialistUser,
} from '@banso/kernel';
import { Given } from '../libs/engagement/test/given-agreement.js';
import { Calendar, THEME } from '../libs/dispatch/test/given-calendar.js';
import type { Caller, ServedApi } from './api.js';
import { attachmentRow } from './files.js';
import { JointWishes } from './joint-wishes.js';
import { clerk, expert, hub, KURE, MATSUYAMA, memberOf, MIHARA, operator, OSAKIKAMIJIMA } from './people.js';
import { MoneyWishes } from './money-wishes.js';
import { ReportWishes } from './report-wishes.js';
import { TravelWishes } from './travel-wishes.js';
import { requestInput, today, workingDayIn } from './requests.js';

/** Whose words a text is: nobody outside the circle may ever read it. */
export const CANARY = {
  /** The town of Kure, its hub, and the specialist of the case. */
  case: 'CANARY-case',
  /** Kure alone, before it is sent. */
  draft: 'CANARY-draft',
  /** The hub and the person it is about. */
  person: 'CANARY-person',
  /** The town of Kure and its hub: from whom it buys. */
  procurement: 'CANARY-procurement',
  /** Everybody in Hiroshima. */
  prefecture: 'CANARY-prefecture',
} as const;
export type Circle = keyof typeof CANARY;

export interface Person {
  readonly name: string;
  readonly caller: Caller;
  /** What this person must never read. */
  readonly closed: readonly Circle[];
}

/** Rows of Hiroshima, by what they are. */
export type Rows = Readonly<Record<string, string>>;

export interface Tenants {
  readonly rows: Rows;
  readonly insiders: Readonly<Record<'hub' | 'town' | 'specialist', Person>>;
  readonly outsiders: Readonly<
    Record<'ehimeHub' | 'ehimeTown' | 'ehimeSpecialist' | 'nextTown' | 'colleague' | 'operator', Person>
  >;
  /** Somebody of Ehime, for rows that would mix both. */
  readonly ehime: { readonly specialistId: string };
}

const SECRET = (circle: Circle) => `${CANARY[circle]} の話`;
const EVERYTHING: readonly Circle[] = ['case', 'draft', 'person', 'procurement', 'prefecture'];

/** Hiroshima with a row of every kind and secret words in each; people who are no part of it. */
export async function tenants(api: ServedApi): Promise<Tenants> {
  const { db } = api.database;
  const hiroshima = await hub(db);
  const kure = await clerk(db, KURE);
  const she = await expert(db, hiroshima, { themes: [THEME] });
  const staff = await api.as(hiroshima);
  const town = await api.as(kure);
  const specialist = await api.as(she);
  const calendar = new Calendar(db, new FixedClock(new Date()));

  const ehimeHub = await hub(db, '38');
  const ehimeTown = await clerk(db, MATSUYAMA);
  const ehimeSpecialist = await expert(db, ehimeHub, { themes: [THEME] });
  const nextTown = await clerk(db, MIHARA);
  const colleague = await expert(db, hiroshima);
  const outsider = async (name: string, who: { loginId: string }, closed = EVERYTHING): Promise<Person> => ({
    name,
    caller: await api.as(who),
    closed,
  });
  const neighbours: readonly Circle[] = ['case', 'draft', 'person', 'procurement'];
  return {
    rows: {
      ...(await poolOf(staff, she)),
      ...(await deskOf(staff, town, specialist, she)),
      ...(await membersOf(staff, kure, she)),
      ...(await agreementOf(api, hiroshima)),
      ...(await new MoneyWishes({ db, clock: new Clock(), hub: hiroshima, specialist: she }).billed()),
      ...(await new ReportWishes(
        calendar,
        { hub: hiroshima, town: kure, specialistId: she.specialistId },
        SECRET('case'),
      ).agreedCase()),
      ...(await new TravelWishes({ db, clock: new Clock(), hub: hiroshima, specialist: she }).claimed()),
      // After every other visit: a plan made before one would be overtaken.
      ...(await calendarOf(api, calendar, { hiroshima, kure, staff })),
      ...(await new JointWishes(db, new FixedClock(new Date()), hiroshima).rows(she, SECRET('case'))),
    },
    insiders: {
      hub: { name: 'hub', caller: staff, closed: ['draft'] },
      town: { name: 'town', caller: town, closed: ['person'] },
      specialist: { name: 'specialist', caller: specialist, closed: ['draft', 'procurement'] },
    },
    outsiders: {
      ehimeHub: await outsider('ehimeHub', ehimeHub),
      ehimeTown: await outsider('ehimeTown', ehimeTown),
      ehimeSpecialist: await outsider('ehimeSpecialist', ehimeSpecialist),
      nextTown: await outsider('nextTown', nextTown, neighbours),
      colleague: await outsider('colleague', colleague, neighbours),
      operator: await outsider('operator', await operator(db)),
    },
    ehime: { specialistId: ehimeSpecialist.specialistId },
  };
}

/** The person, a day off, a skill, a field, the desk and a travel time. */
async function poolOf(staff: Caller, she: SpecialistUser): Promise<Rows> {
  const { specialistId } = she;
  const { addDayOff } = await staff.ask('mutation($i: DayOffInput!) { addDayOff(input: $i) { id } }', {
    i: { specialistId, date: workingDayIn(200), part: 'DAY', reason: SECRET('person') },
  });
  await staff.ask('mutation($i: AssessmentInput!) { assessSkill(input: $i) { level } }', {
    i: { specialistId, skillId: 'GOV-01', level: 4, evidence: 'INTERVIEW', note: SECRET('person') },
  });
  const { defineExpertField } = await staff.ask(
    'mutation($i: ExpertFieldInput!) { defineExpertField(input: $i) { id } }',
    {
      i: {
        fiscalYear: fiscalYearOf(today()),
        name: SECRET('prefecture'),
        nameEn: 'Field',
        themeIds: [THEME],
        specialistIds: [specialistId],
        seen: '0',
      },
    },
  );
  await staff.ask('mutation($i: DeskShiftInput!) { setDeskDuty(input: $i) { weekday } }', {
    i: { weekday: 'MON', half: 'AM', specialistIds: [specialistId], seen: '0' },
  });
  await staff.ask('mutation($i: TravelTimeInput!) { setTravelTime(input: $i) { minutes } }', {
    i: { fromId: KURE, toId: OSAKIKAMIJIMA, minutes: 77, note: SECRET('prefecture'), seen: '0' },
  });
  const { recordSpecialistFirm } = await staff.ask(
    'mutation($i: SpecialistFirmInput!) { recordSpecialistFirm(input: $i) { id } }',
    { i: { specialistId, relation: 'EMPLOYER', name: SECRET('person'), source: SECRET('person') } },
  );
  return {
    firm: recordSpecialistFirm.id,
    specialist: specialistId,
    dayOff: addDayOff.id,
    expertField: defineExpertField.id,
  };
}

/** Somebody of the town, the person of the pool, and one who is invited. */
async function membersOf(staff: Caller, kure: { loginId: string }, she: { loginId: string }): Promise<Rows> {
  const { invitePerson } = await staff.ask(
    'mutation($i: InvitationInput!) { invitePerson(input: $i) { invitation { id } } }',
    {
      i: {
        role: 'MUNICIPALITY_STAFF',
        municipalityId: KURE,
        duties: ['REQUESTER'],
        forName: SECRET('case'),
      },
    },
  );
  return {
    member: await memberOf(staff, kure.loginId),
    specialistMember: await memberOf(staff, she.loginId),
    invitation: invitePerson.invitation.id,
  };
}

/** An agreement of Kure with a company, soon over and talked about by nobody. */
async function agreementOf(api: ServedApi, hiroshima: HubStaff): Promise<Rows> {
  const clock = new FixedClock(new Date());
  const given = new Given(api.database.db, clock, hiroshima);
  const secret = SECRET('procurement');
  const party = await given.company(secret);
  const { parties, ...words } = await given.words(KURE, {
    title: secret,
    work: secret,
    confidentiality: secret,
    clauses: [{ heading: secret, body: secret }],
    startsOn: addDays(today(), -300),
    endsOn: addDays(today(), 30),
  });
  const signers = parties.map((signer, i) => ({
    ...signer,
    partyId: i === 0 ? signer.partyId : party,
    signatoryName: secret,
  }));
  const { id } = await given.drafts.draft(hiroshima, { ...words, parties: signers });
  await given.drafts.consult(hiroshima, id);
  await given.drafts.returnToDraft(hiroshima, id, secret);
  await given.drafts.consult(hiroshima, id);
  await given.terms.conclude(hiroshima, id, today());
  return { agreement: id, party };
}

/** A case with published visits, one with a plan on the table, and a draft. */
async function calendarOf(
  api: ServedApi,
  calendar: Calendar,
  {
    hiroshima,
    kure,
    staff,
  }: {
    hiroshima: HubStaff & { loginId: string };
    kure: MunicipalityStaff & { loginId: string };
    staff: Caller;
  },
): Promise<Rows> {
  const words = { title: SECRET('case'), trouble: SECRET('case'), contactSection: SECRET('case') };
  const request = await calendar.request(kure, hiroshima, words);
  const period = { from: addDays(today(), 1), to: addDays(today(), 45) };
  const visits = await calendar.publish(hiroshima, period);
  const visit = visits.find(({ status }) => status === 'PUBLISHED');
  const open = await calendar.request(kure, hiroshima, words);
  const selecting = await calendar.request(kure, hiroshima, { ...words, entrustSelection: false });
  const run = await calendar.plan(hiroshima, { from: addDays(today(), 46), to: addDays(today(), 80) });
  const [proposed] = await calendar.proposals(run);
  const town = await api.as(kure);
  const { draftSupportRequest: draft } = await town.ask(
    'mutation($i: SupportRequestInput!) { draftSupportRequest(input: $i) { id } }',
    { i: requestInput({ title: SECRET('draft'), trouble: SECRET('draft') }) },
  );
  await town.ask('mutation($i: ProcurementInput!) { setProcurement(input: $i) { version } }', {
    i: {
      caseId: request.id,
      version: 0,
      phase: 'SPECIFICATION',
      vendors: [{ name: SECRET('procurement') }],
    },
  });
  await staff.ask('mutation($id: ID!, $r: String!) { cancelVisit(id: $id, reason: $r, side: HUB) { id } }', {
    id: (await calendar.visitsOf(hiroshima)).at(-1)?.id,
    r: SECRET('case'),
  });
  const file = { type: 'SUPPORT_REQUEST', id: request.id, municipalityId: KURE };
  return {
    attachment: await attachmentRow(api.database.db, file, `${SECRET('case')}.txt`),
    request: request.id,
    open: open.id,
    selecting: selecting.id,
    draft: draft.id,
    visit: visit?.id ?? '',
    run: run.id,
    proposed: proposed?.id ?? '',
  };
}

/** A question that is waiting and one that was answered. */
async function deskOf(staff: Caller, town: Caller, specialist: Caller, she: SpecialistUser): Promise<Rows> {
  const ask = async (): Promise<string> => {
    const input = { themeId: THEME, question: SECRET('case'), contactSection: SECRET('case') };
    const { askExpert } = await town.ask('mutation($i: ConsultationInput!) { askExpert(input: $i) { id } }', {
      i: input,
    });
    await staff.ask(
      'mutation($id: ID!, $s: ID!, $r: String!) { reassignConsultation(id: $id, specialistId: $s, reason: $r, seen: 0) { id } }',
      { id: askExpert.id, s: she.specialistId, r: SECRET('case') },
    );
    return askExpert.id;
  };
  const answered = await ask();
  await specialist.ask('mutation($id: ID!, $a: String!) { answerConsultation(id: $id, answer: $a) { id } }', {
    id: answered,
    a: SECRET('case'),
  });
  return { waiting: await ask(), answered };
}

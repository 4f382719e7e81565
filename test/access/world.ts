import { createAccount, type MembershipScope } from '@banso/directory';
import { HUB_DUTIES, type Part, type Role, ROLES, TOWN_DUTIES } from '@banso/kernel';
import type { Caller, RunningApi } from '../api.js';
import { clerk, hub, KURE, MATSUYAMA, MIHARA, PASSWORD } from '../people.js';
import { requestInput, workingDayIn } from '../requests.js';
import { CANARY, type Person, type Rows, type Tenants, tenants } from '../tenants.js';

export const RELATIONS = ['own', 'other municipality', 'other prefecture'] as const;
export type Relation = (typeof RELATIONS)[number];

/** One person before rows that are, or are not, of their tenant. */
export interface Scene {
  /** A part: somebody with that duty and no other. */
  readonly role: Role | Part | 'nobody';
  readonly relation: Relation;
  readonly caller: Caller;
  readonly rows: Rows;
  /** Whose rows they are. */
  readonly town: string;
  /** Words that this person must never read, of whatever row. */
  readonly closed: readonly string[];
}

const SECRETS = { mihara: 'CANARY-342041', ehime: 'CANARY-382019', ehimePool: 'CANARY-pool-38' } as const;

/** Rows of Mihara and of Ehime, so that the people of Kure and Hiroshima have somewhere to look as well. */
async function rowsElsewhere({ outsiders, ehime }: Tenants): Promise<{ mihara: Rows; matsuyama: Rows }> {
  let count = 0;
  const words = (secret: string) => `${secret}-${++count} の話`;
  const ofTown = async (town: Caller, secret: string): Promise<Rows> => {
    const draft = async () => {
      const { draftSupportRequest } = await town.ask(
        'mutation($i: SupportRequestInput!) { draftSupportRequest(input: $i) { id } }',
        { i: requestInput({ title: words(secret), trouble: words(secret), contactSection: words(secret) }) },
      );
      return String(draftSupportRequest.id);
    };
    const sent = await draft();
    await town.ask('mutation($id: ID!) { submitSupportRequest(id: $id) { id } }', { id: sent });
    const { askExpert } = await town.ask('mutation($i: ConsultationInput!) { askExpert(input: $i) { id } }', {
      i: { themeId: 'T01', question: words(secret), contactSection: words(secret) },
    });
    const { invitePerson } = await town.ask(
      'mutation($i: InvitationInput!) { invitePerson(input: $i) { invitation { id } } }',
      { i: { role: 'MUNICIPALITY_STAFF', duties: ['REQUESTER'], forName: words(secret) } },
    );
    const { people } = await town.ask('{ people(first: 1) { edges { node { id } } } }');
    return {
      draft: await draft(),
      request: sent,
      consultation: askExpert.id,
      invitation: invitePerson.invitation.id,
      member: people.edges[0].node.id,
    };
  };
  const { addDayOff } = await outsiders.ehimeHub.caller.ask(
    'mutation($i: DayOffInput!) { addDayOff(input: $i) { id } }',
    {
      i: {
        specialistId: ehime.specialistId,
        date: workingDayIn(150),
        part: 'DAY',
        reason: words(SECRETS.ehimePool),
      },
    },
  );
  return {
    mihara: await ofTown(outsiders.nextTown.caller, SECRETS.mihara),
    matsuyama: {
      ...(await ofTown(outsiders.ehimeTown.caller, SECRETS.ehime)),
      dayOff: addDayOff.id,
      specialist: ehime.specialistId,
    },
  };
}

/** Roles by whom the tenants were not made already: where they stand follows from the beginning of their name. */
async function staffOf(api: RunningApi, role: Role, town: string): Promise<Caller> {
  const prefectureId = town.slice(0, 2);
  const membership = {
    role,
    prefectureId,
    ...(role.startsWith('MUNICIPALITY') || role.startsWith('MUNICIPAL') ? { municipalityId: town } : {}),
  } as MembershipScope;
  const loginId = `${role.toLowerCase()}-${town}`;
  await api.database.db.system(null, (tx) =>
    createAccount(
      tx,
      { loginId, password: PASSWORD, displayName: loginId, nameEn: loginId, membership },
      new Date(),
    ),
  );
  return api.as({ loginId });
}

/** Everybody before everything: every role, its own rows, those of another town, those of another prefecture. */
export async function scenesOf(api: RunningApi): Promise<readonly Scene[]> {
  const world = await tenants(api);
  const { rows, insiders, outsiders } = world;
  const { mihara, matsuyama } = await rowsElsewhere(world);
  const elsewhere = { ...mihara, ...matsuyama };
  const townOf = (at: Rows) => (at === mihara ? MIHARA : at === matsuyama ? MATSUYAMA : KURE);
  const circles = (person: Person) => person.closed.map((circle) => CANARY[circle]);
  const scene = (
    role: Scene['role'],
    relation: Relation,
    person: Person,
    at: Rows,
    more: readonly string[],
  ): Scene => ({
    role,
    relation,
    caller: person.caller,
    rows: at,
    town: townOf(at),
    closed: [...circles(person), ...more],
  });
  const { mihara: ofMihara, ehime: ofEhime, ehimePool } = SECRETS;
  const scenes: Scene[] = [
    scene('HUB_STAFF', 'own', insiders.hub, rows, [ofEhime, ehimePool]),
    scene('HUB_STAFF', 'other prefecture', insiders.hub, matsuyama, [ofEhime, ehimePool]),
    scene('HUB_STAFF', 'other prefecture', outsiders.ehimeHub, rows, [ofMihara]),
    scene('MUNICIPALITY_STAFF', 'own', insiders.town, rows, [ofMihara, ofEhime, ehimePool]),
    scene('MUNICIPALITY_STAFF', 'other municipality', insiders.town, mihara, [ofMihara, ofEhime]),
    scene('MUNICIPALITY_STAFF', 'other municipality', outsiders.nextTown, rows, [ofEhime, ehimePool]),
    scene('MUNICIPALITY_STAFF', 'other prefecture', insiders.town, matsuyama, [ofMihara, ofEhime, ehimePool]),
    scene('MUNICIPALITY_STAFF', 'other prefecture', outsiders.ehimeTown, rows, [ofMihara, ehimePool]),
    scene('SPECIALIST', 'own', insiders.specialist, rows, [ofEhime, ehimePool]),
    scene('SPECIALIST', 'other municipality', outsiders.colleague, rows, [ofEhime, ehimePool]),
    scene('SPECIALIST', 'other prefecture', insiders.specialist, matsuyama, [ofEhime, ehimePool]),
    scene('SPECIALIST', 'other prefecture', outsiders.ehimeSpecialist, rows, [ofMihara]),
    {
      role: 'nobody',
      relation: 'other prefecture',
      caller: api.anonymous(),
      rows: { ...rows, ...elsewhere },
      town: KURE,
      closed: ['CANARY'],
    },
  ];
  const alone = async (role: Part, caller: Promise<Caller>, like: Person) =>
    scenes.push(scene(role, 'own', { ...like, caller: await caller }, rows, [ofEhime, ehimePool]));
  const { db } = api.database;
  for (const duty of HUB_DUTIES)
    await alone(
      `HUB_${duty}`,
      hub(db, '34', [duty]).then((one) => api.as(one)),
      insiders.hub,
    );
  for (const duty of TOWN_DUTIES)
    await alone(
      `TOWN_${duty}`,
      clerk(db, KURE, [duty]).then((one) => api.as(one)),
      insiders.town,
    );
  const { operator } = outsiders;
  const { people } = await operator.caller.ask('{ people(first: 1) { edges { node { id } } } }');
  // For an operator every row of every tenant is somebody else's.
  const foreign = { ...rows, ...elsewhere };
  const ofOperators = { member: people.edges[0].node.id };
  for (const [relation, at] of [
    ['own', ofOperators],
    ['other prefecture', foreign],
  ] as const)
    scenes.push({
      role: 'OPERATOR',
      relation,
      caller: operator.caller,
      rows: at,
      town: KURE,
      closed: ['CANARY'],
    });
  const met = new Set<string>(scenes.map(({ role }) => role));
  for (const role of ROLES.filter((one) => !met.has(one))) {
    const newcomer = async (relation: Relation, town: string, closed: readonly string[]) =>
      scenes.push({ role, relation, caller: await staffOf(api, role, town), rows, town: KURE, closed });
    await newcomer('own', KURE, [ofEhime, ehimePool]);
    if (role.startsWith('MUNICIPAL'))
      await newcomer('other municipality', MIHARA, [CANARY.case, CANARY.draft, CANARY.person]);
    await newcomer('other prefecture', MATSUYAMA, Object.values(CANARY));
  }
  return scenes;
}

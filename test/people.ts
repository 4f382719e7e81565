import { createAccount, type MembershipScope, PeopleService } from '@banso/directory';
import {
  type Actor,
  ALL_HUB_WORK,
  ALL_TOWN_WORK,
  Clock,
  type DayPart,
  type HubDuty,
  type HubStaff,
  type SpecialistUser,
  type TownDuty,
  WEEKLY_HALVES,
} from '@banso/kernel';
import type { Db } from '@banso/platform';
import {
  AvailabilityService,
  type Specialist,
  SkillAssessmentService,
  SpecialistService,
  themeNeeds,
} from '@banso/talent';

export const PASSWORD = 'correct horse battery';

/** Kure and Mihara in Hiroshima, Matsuyama in Ehime. */
export const KURE = '342025';
export const MIHARA = '342041';
export const OSAKIKAMIJIMA = '344311';
export const MATSUYAMA = '382019';

const WORKDAYS = WEEKLY_HALVES.filter((half) => !half.startsWith('S'));

let serial = 0;

/** Opens an account as the register of people does; signs in with `PASSWORD`. */
async function person<Scope extends MembershipScope>(db: Db, loginId: string, membership: Scope) {
  const name = `${loginId}さん`;
  const account = await db.system(null, (tx) =>
    createAccount(
      tx,
      { loginId, password: PASSWORD, displayName: name, nameEn: loginId, membership },
      new Date(),
    ),
  );
  return { ...membership, accountId: account.id, name, loginId };
}

export const hub = (db: Db, prefectureId = '34', duties: readonly HubDuty[] = ALL_HUB_WORK) =>
  person(db, `hub-${prefectureId}-${++serial}`, { role: 'HUB_STAFF' as const, prefectureId, duties });

export const clerk = (db: Db, municipalityId = KURE, duties: readonly TownDuty[] = ALL_TOWN_WORK) =>
  person(db, `town-${municipalityId}-${++serial}`, {
    role: 'MUNICIPALITY_STAFF' as const,
    prefectureId: municipalityId.slice(0, 2),
    municipalityId,
    duties,
  });

export const operator = (db: Db) =>
  person(db, `operator-${++serial}`, { role: 'OPERATOR' as const, prefectureId: null });

export interface SpecialistWish {
  readonly baseId?: string;
  readonly themes?: readonly string[];
  readonly weekly?: Specialist['weekly'];
  readonly modes?: Specialist['modes'];
  readonly daysOff?: readonly { date: string; part: DayPart }[];
}

/** A specialist with an account, able in `themes`, registered by the hub. */
export async function expert(
  db: Db,
  staff: HubStaff,
  {
    baseId = `${staff.prefectureId}${staff.prefectureId === '34' ? '1002' : '2019'}`,
    themes = [],
    weekly = WORKDAYS,
    modes = ['ON_SITE', 'ONLINE'],
    daysOff = [],
  }: SpecialistWish = {},
): Promise<SpecialistUser & { loginId: string }> {
  const n = ++serial;
  const specialist = await new SpecialistService(db).register(staff, {
    name: `専門 ${n}`,
    kana: 'せんもん',
    nameEn: `Expert ${n}`,
    profileId: 'ENGINEER',
    baseId,
    employment: '任期付職員',
    employmentEn: 'Fixed-term',
    modes: [...modes],
    monthlyDays: 12,
    weekly: [...weekly],
    active: true,
  });
  const clock = new Clock();
  const skills = new SkillAssessmentService(db, clock);
  const needs = await db.read(staff, (tx) => themeNeeds(tx, [...themes]));
  for (const need of [...needs.values()].flat())
    await skills.assess(staff, {
      specialistId: specialist.id,
      skillId: need.skillId,
      level: 4,
      evidence: 'INTERVIEW',
    });
  const availability = new AvailabilityService(db, clock);
  for (const { date, part } of daysOff)
    await availability.addDayOff(staff, { specialistId: specialist.id, date, part });
  return person(db, `sp-${n}`, {
    role: 'SPECIALIST' as const,
    prefectureId: staff.prefectureId,
    specialistId: specialist.id,
  });
}

/** The membership of somebody whose place the manager sees. */
export async function membershipOf(db: Db, manager: Actor, loginId: string): Promise<string> {
  const { rows } = await new PeopleService(db, new Clock()).list(manager, { search: loginId }, {});
  return rows[0]?.membership.id ?? '';
}

/** The id of somebody at their place, as one who manages it sees them. */
export async function memberOf(manager: Asking, loginId: string): Promise<string> {
  const { people } = await manager.ask(
    'query($search: String) { people(filter: { search: $search }) { edges { node { id } } } }',
    { search: loginId },
  );
  return people.edges[0].node.id;
}

/** Somebody at the other end of HTTP, as far as it is needed here. */
interface Asking {
  ask(query: string, variables?: Record<string, unknown>): Promise<Record<string, any>>;
}

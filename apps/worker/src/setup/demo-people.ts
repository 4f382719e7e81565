import { makeRepeatRules } from './demo-availability.js';
import { Account, addWorkingDays, createAccount, type MembershipScope } from '@banso/directory';
import {
  addDays,
  ALL_HUB_WORK,
  ALL_TOWN_WORK,
  type Clock,
  fiscalYearOf,
  type HubStaff,
  type MunicipalityStaff,
  type SpecialistUser,
} from '@banso/kernel';
import type { Db } from '@banso/platform';
import { ConflictService } from '@banso/support';
import {
  AvailabilityService,
  DeskDutyService,
  ExpertFieldService,
  SkillAssessmentService,
  SpecialistService,
} from '@banso/talent';
import type { DemoAccount, DemoPrefecture } from './demo-files.js';

export interface DemoServices {
  readonly db: Db;
  readonly clock: Clock;
}

/** Who acts in the demonstration of one prefecture. */
export interface DemoPeople {
  readonly hub: HubStaff;
  /** The id of a specialist by the key of the file. */
  readonly specialistOf: (key: string) => string;
  /** By the town's code. */
  readonly towns: ReadonlyMap<string, MunicipalityStaff>;
  /** By the specialist's id. */
  readonly specialists: ReadonlyMap<string, SpecialistUser>;
}

/** Accounts, the talent pool, its fields and its desk. */
export async function makePeople(
  services: DemoServices,
  prefecture: DemoPrefecture,
  password: string,
): Promise<DemoPeople> {
  const prefectureId = prefecture.prefecture;
  const open = async (account: DemoAccount, scope: MembershipScope) => ({
    accountId: await openAccount(services, account, { scope, password }),
    name: account.displayName,
    prefectureId,
  });
  const [hubAccount] = prefecture.accounts.filter(({ role }) => role === 'HUB_STAFF');
  if (!hubAccount) throw new Error(`The demo of prefecture ${prefectureId} has no hub account`);
  const hub: HubStaff = {
    role: 'HUB_STAFF',
    duties: ALL_HUB_WORK,
    ...(await open(hubAccount, { role: 'HUB_STAFF', prefectureId })),
  };
  const idOf = await makePool(services, prefecture, hub);
  const towns = new Map<string, MunicipalityStaff>();
  const specialists = new Map<string, SpecialistUser>();
  for (const account of prefecture.accounts) {
    if (account.municipality !== undefined) {
      const scope = {
        role: 'MUNICIPALITY_STAFF',
        prefectureId,
        municipalityId: account.municipality,
        duties: ALL_TOWN_WORK,
      } as const;
      towns.set(account.municipality, { ...scope, ...(await open(account, scope)) });
    }
    if (account.specialist !== undefined) {
      const scope = { role: 'SPECIALIST', prefectureId, specialistId: idOf(account.specialist) } as const;
      specialists.set(scope.specialistId, { ...scope, ...(await open(account, scope)) });
    }
  }
  return { hub, specialistOf: idOf, towns, specialists };
}

/** Nobody can sign in with it until the whole demonstration is there. */
export function openAccount(
  { db, clock }: DemoServices,
  { loginId, displayName, nameEn }: Pick<DemoAccount, 'loginId' | 'displayName' | 'nameEn'>,
  { scope, password }: { scope: MembershipScope; password: string },
): Promise<string> {
  const now = clock.now();
  return db.system(null, async (tx) => {
    const account = await createAccount(
      tx,
      { loginId, displayName, nameEn, password, membership: scope },
      now,
    );
    // Closed until the whole demonstration is there.
    await tx.update(Account, { id: account.id }, { disabledAt: now });
    return account.id;
  });
}

type IdOf = (key: string) => string;

async function makePool(
  { db, clock }: DemoServices,
  prefecture: DemoPrefecture,
  hub: HubStaff,
): Promise<IdOf> {
  const pool = new SpecialistService(db);
  const skills = new SkillAssessmentService(db, clock);
  const availability = new AvailabilityService(db, clock);
  const ids = new Map<string, string>();
  const ties = new ConflictService(db, clock);
  for (const {
    key,
    profile,
    base,
    skills: levels,
    daysOff,
    firms = [],
    ...facts
  } of prefecture.specialists) {
    const specialist = await pool.register(hub, { ...facts, profileId: profile, baseId: base });
    const specialistId = specialist.id;
    ids.set(key, specialistId);
    for (const [skillId, { level, evidence }] of Object.entries(levels))
      await skills.assess(hub, { specialistId, skillId, level, evidence });
    for (const firm of firms) await ties.recordFirm(hub, { ...firm, specialistId });
    const dates = new Set<string>();
    for (const { offsetDays, half, reason } of daysOff) {
      const date = addWorkingDays(addDays(clock.today(), offsetDays), 0);
      // Two days of the file may move to the same working day.
      if (dates.has(date)) continue;
      dates.add(date);
      await availability.addDayOff(hub, { specialistId, date, part: half, ...(reason && { reason }) });
    }
  }
  const [first] = ids.values();
  if (first) await makeRepeatRules({ db, clock }, hub, first);
  const idOf: IdOf = (key) => ids.get(key) ?? raise(`The demo names an unknown specialist: ${key}`);
  await makeRoster({ db, clock }, prefecture, { hub, idOf });
  return idOf;
}

function raise(text: string): never {
  throw new Error(text);
}

async function makeRoster(
  { db, clock }: DemoServices,
  { fields, deskDuty }: DemoPrefecture,
  { hub, idOf }: { hub: HubStaff; idOf: IdOf },
): Promise<void> {
  const fiscalYear = fiscalYearOf(clock.today());
  const expertFields = new ExpertFieldService(db, clock);
  for (const { name, nameEn, themes, specialists } of fields)
    await expertFields.define(hub, {
      fiscalYear,
      name,
      nameEn,
      themeIds: themes,
      specialistIds: specialists.map(idOf),
    });
  const desk = new DeskDutyService(db);
  for (const { weekday, half, specialist } of deskDuty)
    await desk.set(hub, { weekday, half, specialistIds: [idOf(specialist)] });
}

import { hubColleagues } from '@banso/directory';
import { type Actor, type HubStaff, localDateOf, minuteOfDay, WEEKDAYS, weekdayOf } from '@banso/kernel';
import { beyondOwnRows, type Tx } from '@banso/platform';
import { In } from 'typeorm';
import type { Visit } from '../visit.entity.js';
import { STANDING } from '../visit-status.js';
import { CompanionBusy, CompanionPattern } from './companion-calendar.entity.js';
import { Companion, type TimeAway } from './companion.entity.js';

/** Free then; at another visit; busy with something that is theirs to know; not one of their half-days. */
export const COLLEAGUE_STATES = ['FREE', 'NOT_THEIR_DAY', 'BUSY', 'ELSEWHERE', 'NAMED'] as const;
export type ColleagueState = (typeof COLLEAGUE_STATES)[number];

/** Somebody of the hub who might come along. */
export interface Colleague {
  readonly accountId: string;
  readonly name: string;
  readonly nameEn: string;
  readonly state: ColleagueState;
  /** Visits to this town, and with this specialist, to which they came along or will. */
  readonly timesAtTown: number;
  readonly timesWithSpecialist: number;
}

/** Who comes along to visits that the caller has already been allowed to see. */
export const companionsOf = (tx: Tx, visitIds: readonly string[]): Promise<Companion[]> =>
  tx.find(Companion, { where: { visitId: In([...visitIds]) }, order: { setAt: 'ASC', id: 'ASC' } });

/** Everybody of the hub: free ones first, those first who know the town and the specialist. */
export async function colleaguesFor(
  tx: Tx,
  actor: HubStaff,
  visit: Visit,
  away: TimeAway,
): Promise<Colleague[]> {
  const people = await hubColleagues(tx, actor);
  const ids = people.map(({ account }) => account.id);
  const states = await statesOf(tx, ids, visit, away);
  const times = await timesAlong(tx, ids, visit);
  return people
    .map(({ account }) => ({
      accountId: account.id,
      name: account.displayName,
      nameEn: account.nameEn,
      state: states.get(account.id) ?? ('FREE' as const),
      timesAtTown: times.get(account.id)?.town ?? 0,
      timesWithSpecialist: times.get(account.id)?.specialist ?? 0,
    }))
    .sort(
      (a, b) =>
        COLLEAGUE_STATES.indexOf(a.state) - COLLEAGUE_STATES.indexOf(b.state) ||
        b.timesAtTown - a.timesAtTown ||
        b.timesWithSpecialist - a.timesWithSpecialist ||
        a.name.localeCompare(b.name, 'ja'),
    );
}

/** That they are busy, and not with what: calendars are each one's own. */
const statesOf = (
  tx: Tx,
  ids: readonly string[],
  visit: Visit,
  { startsAt, endsAt }: TimeAway,
): Promise<Map<string, ColleagueState>> =>
  beyondOwnRows(tx, async () => {
    const meanwhile = { ids, startsAt, endsAt };
    const overlaps = 'one.accountId = ANY(:ids) AND one.startsAt < :endsAt AND one.endsAt > :startsAt';
    const along = await tx.createQueryBuilder(Companion, 'one').where(overlaps, meanwhile).getMany();
    const busy = await tx.createQueryBuilder(CompanionBusy, 'one').where(overlaps, meanwhile).getMany();
    const patterns = await tx.findBy(CompanionPattern, {
      prefectureId: visit.prefectureId,
      accountId: In([...ids]),
    });
    const half = `${WEEKDAYS[weekdayOf(localDateOf(visit.startsAt))]}_${minuteOfDay(visit.startsAt) < 780 ? 'AM' : 'PM'}`;
    const touring = await onRoundThen(tx, ids, visit);
    const states = new Map<string, ColleagueState>();
    for (const { accountId, weekly } of patterns)
      if (!weekly.some((one) => one === half)) states.set(accountId, 'NOT_THEIR_DAY');
    for (const { accountId } of busy) states.set(accountId, 'BUSY');
    for (const accountId of touring) states.set(accountId, 'ELSEWHERE');
    for (const one of along) if (one.status !== 'COLLIDES') states.set(one.accountId, 'ELSEWHERE');
    for (const one of along) if (one.visitId === visit.id) states.set(one.accountId, 'NAMED');
    return states;
  });

/** Whoever is named for a stop of a round on that day; a stop has no hours, and names people by their names. */
export async function onRoundThen(
  tx: Tx,
  accountIds: readonly string[],
  { prefectureId, startsAt }: Pick<Visit, 'prefectureId' | 'startsAt'>,
): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    `SELECT DISTINCT account.id FROM round_stop stop
     JOIN account ON account.display_name = stop.companion AND account.id = ANY ($1)
     WHERE stop.prefecture_id = $2 AND stop.planned_on = $3 AND stop.status = 'COMPANION_SET'`,
    [accountIds, prefectureId, localDateOf(startsAt)],
  );
  return rows.map(({ id }) => id);
}

async function timesAlong(
  tx: Tx,
  ids: readonly string[],
  { id, municipalityId, specialistId }: Visit,
): Promise<Map<string, { town: number; specialist: number }>> {
  const rows = await tx.query<{ accountId: string; town: number; specialist: number }[]>(
    `SELECT companion.account_id AS "accountId",
       count(*) FILTER (WHERE visit.municipality_id = $2)::int AS town,
       count(*) FILTER (WHERE visit.specialist_id = $3)::int AS specialist
     FROM companion JOIN visit ON visit.id = companion.visit_id
     WHERE companion.account_id = ANY ($1) AND visit.id <> $4 AND visit.status = ANY ($5)
     GROUP BY companion.account_id`,
    [ids, municipalityId, specialistId, id, [...STANDING]],
  );
  return new Map(rows.map(({ accountId, ...times }) => [accountId, times]));
}

/** Somebody's own calendar: what they noted, and the visits to which they come along. */
export interface OwnCalendar {
  readonly busy: readonly CompanionBusy[];
  readonly companions: readonly Companion[];
  readonly weekly: CompanionPattern['weekly'] | null;
}

export async function ownCalendar(
  tx: Tx,
  actor: Actor,
  { startsAt, endsAt }: TimeAway,
): Promise<OwnCalendar> {
  const { accountId, prefectureId } = actor;
  const span = { accountId, startsAt, endsAt };
  const inside = 'one.accountId = :accountId AND one.startsAt < :endsAt AND one.endsAt > :startsAt';
  const busy = tx.createQueryBuilder(CompanionBusy, 'one').where(inside, span);
  const companions = tx.createQueryBuilder(Companion, 'one').where(inside, span);
  const pattern =
    accountId === null || prefectureId === null
      ? null
      : await tx.findOneBy(CompanionPattern, { accountId, prefectureId });
  return {
    busy: await busy.orderBy('one.startsAt').addOrderBy('one.id').take(500).getMany(),
    companions: await companions.orderBy('one.startsAt').addOrderBy('one.id').take(500).getMany(),
    weekly: pattern?.weekly ?? null,
  };
}

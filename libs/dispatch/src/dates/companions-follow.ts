import { getPrefecture, travelMatrix } from '@banso/directory';
import { type Actor, type Change, systemActor } from '@banso/kernel';
import { beyondOwnRows, type Tx } from '@banso/platform';
import { In, Not } from 'typeorm';
import type { Visit } from '../visit.entity.js';
import { CompanionBusy } from './companion-calendar.entity.js';
import { Companion, type TimeAway } from './companion.entity.js';
import { tellCompanion, tellHubCollision } from './date-notices.js';

const MS_PER_MINUTE = 60_000;

/** When somebody who comes along is away: on site also on the way from the prefectural office and back. */
export async function timeAway(
  tx: Tx,
  actor: Actor & { readonly prefectureId: string },
  visit: Pick<Visit, 'municipalityId' | 'mode' | 'startsAt' | 'endsAt'>,
): Promise<TimeAway> {
  if (visit.mode === 'ONLINE') return { startsAt: visit.startsAt, endsAt: visit.endsAt };
  const office = await getPrefecture(tx, actor.prefectureId);
  const [[, minutes = null] = []] = await travelMatrix(tx, actor, [office.lgcode, visit.municipalityId]);
  const way = (minutes ?? 0) * MS_PER_MINUTE;
  return {
    startsAt: new Date(visit.startsAt.getTime() - way),
    endsAt: new Date(visit.endsAt.getTime() + way),
  };
}

/** Whether somebody is elsewhere then: with another visit, or busy. */
export async function isElsewhere(
  tx: Tx,
  accountId: string,
  { startsAt, endsAt }: TimeAway,
  except: string | null = null,
): Promise<boolean> {
  const meanwhile = (row: string): string => `${row}.startsAt < :endsAt AND ${row}.endsAt > :startsAt`;
  const visits = tx
    .createQueryBuilder(Companion, 'one')
    .where(`one.accountId = :accountId AND one.status <> 'COLLIDES' AND ${meanwhile('one')}`, {
      accountId,
      startsAt,
      endsAt,
    });
  if (except) visits.andWhere('one.id <> :except', { except });
  if (await visits.getExists()) return true;
  return tx
    .createQueryBuilder(CompanionBusy, 'busy')
    .where(`busy.accountId = :accountId AND ${meanwhile('busy')}`, { accountId, startsAt, endsAt })
    .getExists();
}

/**
 * Visits were moved or called off, under the calendar lock: whoever came along is asked again, or free. Where somebody
 * cannot be at the new time they stay named, and it is said that they cannot. Whoever moved the visit may see none of it.
 */
export async function companionsFollow(tx: Tx, visits: readonly Visit[], change: Change): Promise<void> {
  const { prefectureId } = change.actor;
  if (prefectureId === null || visits.length === 0) return;
  await beyondOwnRows(tx, async () => {
    const byId = new Map(visits.map((visit) => [visit.id, visit]));
    const along = await tx.find(Companion, {
      where: { visitId: In([...byId.keys()]) },
      order: { accountId: 'ASC', id: 'ASC' },
    });
    const reader = systemActor(prefectureId);
    const moved: Companion[] = [];
    for (const companion of along) {
      const visit = byId.get(companion.visitId);
      if (!visit || visit.status === 'CANCELLED') {
        await tx.delete(Companion, { id: companion.id });
        if (visit) await tellCompanion(tx, companion, visit, 'COMPANION_RELEASED', change);
        continue;
      }
      // Nobody holds a time until all have left theirs: two visits may take each other's.
      companion.follow(await timeAway(tx, { ...reader, prefectureId }, visit), true);
      moved.push(await tx.save(companion));
    }
    for (const companion of moved) {
      companion.follow(companion, await isElsewhere(tx, companion.accountId, companion, companion.id));
      await tx.save(companion);
      const visit = byId.get(companion.visitId);
      if (visit) await tellCompanion(tx, companion, visit, 'COMPANION_ASKED_AGAIN', change);
      if (companion.status === 'COLLIDES') await tellHubCollision(tx, companion, change);
    }
  });
}

/** Somebody has something else to do: where they were to come along, that is said, and the hub is told. */
export async function companionsHit(
  tx: Tx,
  accountId: string,
  away: TimeAway,
  change: Change,
): Promise<Companion[]> {
  const hit = await tx
    .createQueryBuilder(Companion, 'one')
    .where('one.accountId = :accountId AND one.startsAt < :endsAt AND one.endsAt > :startsAt', {
      accountId,
      startsAt: away.startsAt,
      endsAt: away.endsAt,
    })
    .andWhere({ status: Not('COLLIDES') })
    .getMany();
  for (const companion of hit) {
    companion.collide();
    await tellHubCollision(tx, companion, change);
  }
  return tx.save(hit);
}

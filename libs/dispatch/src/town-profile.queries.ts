import { type Actor, plays } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import type { SelectQueryBuilder } from 'typeorm';
import { TownProfile } from './town-profile.entity.js';

type Town = { readonly prefectureId: string; readonly id: string };

/** Who may say it: the hub for any town of its prefecture, a town for itself. */
export const mayDescribe = (actor: Actor, town: Town): boolean =>
  plays(actor, 'HUB_COORDINATOR', 'TOWN_REQUESTER') &&
  ((actor.role === 'HUB_STAFF' && actor.prefectureId === town.prefectureId) ||
    (actor.role === 'MUNICIPALITY_STAFF' && actor.municipalityId === town.id));

function visible(tx: Tx, actor: Actor): SelectQueryBuilder<TownProfile> {
  const query = tx
    .createQueryBuilder(TownProfile, 'profile')
    .where('profile.prefectureId = :prefectureId', { prefectureId: actor.prefectureId });
  switch (actor.role) {
    case 'SYSTEM':
    case 'HUB_STAFF':
      return query;
    case 'MUNICIPALITY_STAFF':
      return query.andWhere('profile.municipalityId = :own', { own: actor.municipalityId });
    case 'SPECIALIST':
    case 'OPERATOR':
      return query.andWhere('false');
  }
}

/** What is known of these towns, as far as the actor may see it. */
export function townProfilesOf(
  tx: Tx,
  actor: Actor,
  municipalityIds: readonly string[],
): Promise<TownProfile[]> {
  return visible(tx, actor)
    .andWhere('profile.municipalityId = ANY(:municipalityIds)', { municipalityIds })
    .orderBy('profile.municipalityId')
    .getMany();
}

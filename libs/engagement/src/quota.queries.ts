import { type Actor, knownId, notFound } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import { In, Not, type SelectQueryBuilder } from 'typeorm';
import { AgreementParty } from './agreement.entity.js';
import { Placement } from './placement.entity.js';
import type { Reaches } from './quota-counting.js';
import { Quota } from './quota.entity.js';
import { quotasVisibleTo } from './quota.policy.js';

function visible(tx: Tx, actor: Actor): SelectQueryBuilder<Quota> {
  const { where, parameters } = quotasVisibleTo(actor);
  return tx.createQueryBuilder(Quota, 'quota').where(`(${where})`, parameters);
}

const byId = (tx: Tx, actor: Actor, id: string): SelectQueryBuilder<Quota> =>
  visible(tx, actor).andWhere('quota.id = :id', { id: knownId('quota', id) });

export async function getQuota(tx: Tx, actor: Actor, id: string): Promise<Quota> {
  const quota = await byId(tx, actor, id).getOne();
  if (!quota) throw notFound('quota');
  return quota;
}

/** Loads and locks it for a change. */
export async function takeQuota(tx: Tx, actor: Actor, id: string): Promise<Quota> {
  const quota = await byId(tx, actor, id).setLock('pessimistic_write').getOne();
  if (!quota) throw notFound('quota');
  return quota;
}

/** Those in force, by name; with `ended` those that no longer are as well. */
export function listQuotas(tx: Tx, actor: Actor, { ended = false } = {}): Promise<Quota[]> {
  const query = visible(tx, actor).orderBy('quota.name').addOrderBy('quota.id');
  return (ended ? query : query.andWhere('quota.endedAt IS NULL')).getMany();
}

/** Whose visits the agreements of these quotas cover. */
export async function reachesOf(tx: Tx, quotas: readonly Quota[]): Promise<Reaches> {
  const ids = quotas.flatMap(({ agreementId }) => agreementId ?? []);
  if (ids.length === 0) return new Map();
  const placements = await tx.findBy(Placement, { agreementId: In(ids), status: Not('CANCELLED') });
  const parties = await tx.findBy(AgreementParty, { agreementId: In(ids) });
  return new Map(
    ids.map((id) => [
      id,
      {
        people: placements
          .filter(({ agreementId }) => agreementId === id)
          .map(({ specialistId, startsOn, endsOn }) => ({ specialistId, from: startsOn, to: endsOn })),
        towns: parties
          .filter(({ agreementId }) => agreementId === id)
          .flatMap(({ municipalityId }) => municipalityId ?? []),
      },
    ]),
  );
}

import { type Actor, DomainError, type HubStaff, knownId, notFound, permit } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import { In } from 'typeorm';
import { PlanPublication } from '../plan-publication.entity.js';
import { planningRunMay } from '../planning-run.policy.js';
import { PublicationOrder } from './publication-order.entity.js';

/** Loads and locks it for a change. */
export async function takePublicationOrder(tx: Tx, actor: Actor, id: string): Promise<PublicationOrder> {
  permit(planningRunMay.read(actor));
  const order = await tx
    .createQueryBuilder(PublicationOrder, 'publication_order')
    .where('publication_order.id = :id', { id: knownId('publication-order', id) })
    .andWhere('publication_order.prefectureId = :prefectureId', { prefectureId: actor.prefectureId })
    .setLock('pessimistic_write')
    .getOne();
  if (!order) throw notFound('publication-order');
  return order;
}

/** What waits to be published, the next first. */
export function waitingOrders(tx: Tx, actor: Actor): Promise<PublicationOrder[]> {
  permit(planningRunMay.read(actor));
  return tx.find(PublicationOrder, {
    where: { prefectureId: actor.prefectureId ?? '', status: 'WAITING' },
    order: { dueAt: 'ASC', id: 'ASC' },
  });
}

/** The latest order of each run, of runs that the caller has already been allowed to see. */
export function latestOrdersOf(tx: Tx, runIds: readonly string[]): Promise<PublicationOrder[]> {
  return tx
    .createQueryBuilder(PublicationOrder, 'publication_order')
    .distinctOn(['publication_order.runId'])
    .where('publication_order.runId = ANY(:runIds)', { runIds })
    .orderBy('publication_order.runId')
    .addOrderBy('publication_order.orderedAt', 'DESC')
    .addOrderBy('publication_order.settledAt', 'DESC', 'NULLS FIRST')
    .getMany();
}

/** What is confirmed is what is sent: a plan that waits to be published is not changed any more. */
export async function assertNothingWaits(tx: Tx, runId: string): Promise<void> {
  const order = await tx.findOneBy(PublicationOrder, { runId, status: 'WAITING' });
  if (order)
    throw new DomainError('INVALID_STATE', 'plan.scheduled', {
      at: order.dueAt.toISOString(),
      orderId: order.id,
    });
}

/** The plan has become a version: whatever waited for it is done. */
export async function settleOrders(tx: Tx, publication: PlanPublication, by: HubStaff): Promise<void> {
  if (publication.runId === null) return;
  const orders = await tx.findBy(PublicationOrder, { runId: publication.runId, status: In(['WAITING']) });
  for (const order of orders) order.done(publication, by, publication.publishedAt);
  await tx.save(PublicationOrder, orders);
}

/** The number of a version that the caller has already been allowed to see. */
export async function versionOf(tx: Tx, actor: Actor, id: string): Promise<number> {
  const publication = await tx.findOneBy(PlanPublication, { id, prefectureId: actor.prefectureId ?? '' });
  if (!publication) throw notFound('publication');
  return publication.version;
}

/** The number that the next version will have, as things are. */
export async function nextVersion(tx: Tx, prefectureId: string): Promise<number> {
  return ((await tx.maximum(PlanPublication, 'version', { prefectureId })) ?? 0) + 1;
}

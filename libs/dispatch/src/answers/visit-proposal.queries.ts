import {
  type Actor,
  type Change,
  isOfTenant,
  knownId,
  notFound,
  type Page,
  type PageRequest,
  systemActor,
} from '@banso/kernel';
import { beyondOwnRows, keysetPage, type Tx } from '@banso/platform';
import { In, type SelectQueryBuilder } from 'typeorm';
import type { Visit } from '../visit.entity.js';
import { VisitProposal } from './visit-proposal.entity.js';
import { visibleTo } from './visit-proposal.policy.js';

function visible(tx: Tx, actor: Actor): SelectQueryBuilder<VisitProposal> {
  const { where, parameters } = visibleTo(actor);
  return tx.createQueryBuilder(VisitProposal, 'proposal').where(`(${where})`, parameters);
}

export async function getVisitProposal(tx: Tx, actor: Actor, id: string): Promise<VisitProposal> {
  const proposal = await visible(tx, actor)
    .andWhere('proposal.id = :id', { id: knownId('visit-proposal', id) })
    .getOne();
  if (!proposal) throw notFound('visit-proposal');
  return proposal;
}

/** Loads and locks it for a change. Whoever needs its visit too takes that first. */
export async function takeVisitProposal(tx: Tx, actor: Actor, id: string): Promise<VisitProposal> {
  const proposal = await visible(tx, actor)
    .andWhere('proposal.id = :id', { id: knownId('visit-proposal', id) })
    .setLock('pessimistic_write')
    .getOne();
  if (!proposal) throw notFound('visit-proposal');
  return proposal;
}

/** What waits for the hub, the longest first. */
export function listOpenProposals(tx: Tx, actor: Actor, page: PageRequest): Promise<Page<VisitProposal>> {
  return keysetPage(
    visible(tx, actor).andWhere(`proposal.status = 'OPEN'`),
    {
      by: ['proposal.madeAt', 'proposal.id'],
      order: 'ASC',
      keyOf: (proposal) => [proposal.madeAt.toISOString(), proposal.id],
    },
    page,
  );
}

/** Every proposal for these visits that the actor can see, oldest first. */
export function proposalsOfVisits(
  tx: Tx,
  actor: Actor,
  visitIds: readonly string[],
): Promise<VisitProposal[]> {
  return visible(tx, actor)
    .andWhere('proposal.visitId = ANY(:visitIds)', { visitIds })
    .orderBy('proposal.madeAt')
    .addOrderBy('proposal.id')
    .getMany();
}

/**
 * These visits moved, were made or called off: what was proposed for them has no object any more. The other side's
 * proposals too, which whoever sets it off may not write; `except` is the one that moved it.
 */
export async function overtakeProposals(
  tx: Tx,
  visitIds: readonly string[],
  change: Change,
  except: string | null = null,
): Promise<void> {
  if (visitIds.length === 0) return;
  await asThePrefecture(tx, change.actor, async () => {
    const open = await tx.find(VisitProposal, {
      where: { visitId: In([...visitIds]), status: 'OPEN' },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    const overtaken = open.filter(({ id }) => id !== except);
    for (const proposal of overtaken) proposal.overtake(change);
    await tx.save(VisitProposal, overtaken);
  });
}

/** Whoever says that they will come asks for no other day. */
export async function withdrawOwn(tx: Tx, { id, specialistId }: Visit, change: Change): Promise<void> {
  const open = await tx.find(VisitProposal, {
    where: { visitId: id, specialistId, side: 'SPECIALIST', status: 'OPEN' },
    lock: { mode: 'pessimistic_write' },
  });
  for (const proposal of open) proposal.withdraw(change);
  await tx.save(VisitProposal, open);
}

/** What a town or a specialist sets off in rows that are not theirs; the hub writes them itself. */
export const asThePrefecture = <T>(tx: Tx, actor: Actor, work: (by: Actor) => Promise<T>): Promise<T> =>
  isOfTenant(actor) && actor.role !== 'HUB_STAFF'
    ? beyondOwnRows(tx, () => work(systemActor(actor.prefectureId)))
    : work(actor);

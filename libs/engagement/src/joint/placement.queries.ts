import {
  type Actor,
  knownId,
  localDate,
  notFound,
  type Page,
  type PageRequest,
  parseInput,
  text,
  uuid,
} from '@banso/kernel';
import { keysetPage, type Tx } from '@banso/platform';
import { takeSpecialist } from '@banso/talent';
import { In, type SelectQueryBuilder } from 'typeorm';
import { z } from 'zod';
import { Placement } from '../placement.entity.js';
import { PLACEMENT_STATUSES } from '../placement-status.js';
import { placementsVisibleTo } from './joint.policy.js';
import { PlacementEvent } from './placement-event.entity.js';

const filterSchema = z.object({
  specialistId: uuid().nullish(),
  municipalityId: text(6).nullish(),
  statuses: z.array(z.enum(PLACEMENT_STATUSES)).nullish(),
  /** Whose term covers this day. */
  on: localDate().nullish(),
});

/** Which placements to list; nothing named means all that the actor can see. */
export type PlacementFilter = z.input<typeof filterSchema>;

export function visiblePlacements(tx: Tx, actor: Actor): SelectQueryBuilder<Placement> {
  const { where, parameters } = placementsVisibleTo(actor);
  return tx.createQueryBuilder(Placement, 'placement').where(`(${where})`, { ...parameters });
}

export async function getPlacement(tx: Tx, actor: Actor, id: string): Promise<Placement> {
  const placement = await visiblePlacements(tx, actor)
    .andWhere('placement.id = :id', { id: knownId('placement', id) })
    .getOne();
  if (!placement) throw notFound('placement');
  return placement;
}

/**
 * Loads it for a change and holds its person: whatever else is asked of the same person meanwhile, another placement or
 * a training that is taken back, waits for this and then sees it.
 */
export async function takePlacement(tx: Tx, actor: Actor, id: string): Promise<Placement> {
  const { specialistId } = await getPlacement(tx, actor, id);
  await takeSpecialist(tx, actor, specialistId);
  const placement = await visiblePlacements(tx, actor)
    .andWhere('placement.id = :id', { id })
    .setLock('pessimistic_write')
    .getOne();
  if (!placement) throw notFound('placement');
  return placement;
}

/** By their first day. */
export function listPlacements(
  tx: Tx,
  actor: Actor,
  filter: PlacementFilter,
  page: PageRequest,
): Promise<Page<Placement>> {
  const wanted = parseInput(filterSchema, filter);
  const query = visiblePlacements(tx, actor);
  for (const key of ['specialistId', 'municipalityId'] as const)
    if (wanted[key]) query.andWhere(`placement.${key} = :${key}`, { [key]: wanted[key] });
  if (wanted.statuses?.length)
    query.andWhere('placement.status IN (:...statuses)', { statuses: wanted.statuses });
  if (wanted.on) query.andWhere(':on BETWEEN placement.startsOn AND placement.endsOn', { on: wanted.on });
  return keysetPage(
    query,
    {
      by: ['placement.startsOn', 'placement.id'],
      order: 'ASC',
      keyOf: (placement) => [placement.startsOn, placement.id],
    },
    page,
  );
}

/** Everything of some people that was not called off, by first day; past ones too. */
export function placementsOf(tx: Tx, actor: Actor, specialistIds: readonly string[]): Promise<Placement[]> {
  return visiblePlacements(tx, actor)
    .andWhere(`placement.specialistId = ANY(:specialistIds) AND placement.status <> 'CANCELLED'`, {
      specialistIds,
    })
    .orderBy('placement.startsOn')
    .addOrderBy('placement.id')
    .getMany();
}

/** Those of the ids that the actor can see, in no order. */
export function placementsByIds(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Placement[]> {
  return visiblePlacements(tx, actor).andWhere('placement.id = ANY(:ids)', { ids }).getMany();
}

/** The histories of placements that the caller has already been allowed to see, oldest first. */
export function placementHistoriesOf(tx: Tx, ids: readonly string[]): Promise<PlacementEvent[]> {
  return tx.find(PlacementEvent, {
    where: { placementId: In([...ids]) },
    order: { at: 'ASC', seq: 'ASC' },
  });
}

/** Saves the rows with what happened to them. */
export async function savePlacements(tx: Tx, placements: readonly Placement[]): Promise<void> {
  await tx.save(Placement, [...placements]);
  const events = placements.flatMap((placement) => placement.newEvents.splice(0));
  if (events.length > 0) await tx.insert(PlacementEvent, events);
}

import { type Actor, addDays, knownId, notFound } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import { type Specialist, specialistsByIds } from '@banso/talent';
import type { SelectQueryBuilder } from 'typeorm';
import type { Placement } from '../placement.entity.js';
import { missingFor, trainingObstacle } from './placement-gate.js';
import { agreementObstacles, type Obstacle, townObstacles, weekObstacles } from './placement-terms.js';
import { placementsOf } from './placement.queries.js';
import { Rotation, type RotationMove } from './rotation.entity.js';

function visible(tx: Tx, actor: Actor): SelectQueryBuilder<Rotation> {
  const query = tx
    .createQueryBuilder(Rotation, 'rotation')
    .where('rotation.prefectureId = :prefectureId', { prefectureId: actor.prefectureId });
  return actor.role === 'HUB_STAFF' ? query : query.andWhere('false');
}

const byId = (tx: Tx, actor: Actor, id: string) =>
  visible(tx, actor).andWhere('rotation.id = :id', { id: knownId('rotation', id) });

export async function getRotation(tx: Tx, actor: Actor, id: string): Promise<Rotation> {
  const rotation = await byId(tx, actor, id).getOne();
  if (!rotation) throw notFound('rotation');
  return rotation;
}

export async function takeRotation(tx: Tx, actor: Actor, id: string): Promise<Rotation> {
  const rotation = await byId(tx, actor, id).setLock('for_no_key_update').getOne();
  if (!rotation) throw notFound('rotation');
  return rotation;
}

/** The latest day first. */
export const listRotations = (tx: Tx, actor: Actor): Promise<Rotation[]> =>
  visible(tx, actor).orderBy('rotation.on', 'DESC').addOrderBy('rotation.id').limit(100).getMany();

/** One change, with what keeps it from being made, and what it waits for afterwards. */
export interface JudgedMove extends RotationMove {
  readonly obstacles: readonly Obstacle[];
  /** Training that the new placement waits for: no obstacle, a gate. */
  readonly gate: Obstacle | null;
}

/** Judges every move as if all others were made too. */
export async function judgedMoves(
  tx: Tx,
  actor: Actor,
  { prefectureId, on, moves, status }: Rotation,
): Promise<JudgedMove[]> {
  // What was applied, or withdrawn, is not judged again.
  if (status !== 'DRAFT') return moves.map((move) => ({ ...move, obstacles: [], gate: null }));
  const ids = [...new Set(moves.map(({ specialistId }) => specialistId))];
  const people = new Map((await specialistsByIds(tx, actor, ids)).map((person) => [person.id, person]));
  const placements = await placementsOf(tx, actor, ids);
  const judged: JudgedMove[] = [];
  for (const [n, move] of moves.entries()) {
    const specialist = people.get(move.specialistId);
    const goesTo = move.goesTo && { ...move.goesTo, startsOn: on, prefectureId };
    const obstacles = [
      ...(specialist ? [] : [{ reason: 'specialist.not-found', facts: {} }]),
      ...leavingObstacles(move, placements, on),
      ...(goesTo ? await townObstacles(tx, prefectureId, goesTo.municipalityId) : []),
      ...(goesTo ? await agreementObstacles(tx, goesTo, 'planned') : []),
      ...(goesTo && specialist
        ? weekObstacles(goesTo, specialist, othersOf(specialist, { n, on, moves, placements }))
        : []),
    ];
    judged.push({ ...move, obstacles, gate: await gateOf(tx, actor, move) });
  }
  return judged;
}

/** What is left has begun, is that person's, and is left once; on its last day it would not need to be. */
function leavingObstacles(
  { specialistId, leavesId }: RotationMove,
  placements: readonly Placement[],
  on: string,
): Obstacle[] {
  if (leavesId === null) return [];
  const left = placements.find((one) => one.id === leavesId && one.specialistId === specialistId);
  if (!left) return [{ reason: 'placement.not-found', facts: {} }];
  const lasts = left.status === 'ACTIVE' && left.startsOn < on && left.endsOn >= addDays(on, -1);
  return lasts ? [] : [{ reason: 'rotation.not-to-leave', facts: { date: on } }];
}

interface Around {
  readonly n: number;
  readonly on: string;
  readonly moves: readonly RotationMove[];
  readonly placements: readonly Placement[];
}

/** What else the person has when everything is done: without what is left, with the other new places. */
function othersOf(
  { id }: Pick<Specialist, 'id'>,
  { n, on, moves, placements }: Around,
): Pick<Placement, 'weekly' | 'startsOn' | 'endsOn'>[] {
  const left = moves.map(({ leavesId }) => leavesId);
  const staying = placements
    .filter(({ specialistId }) => specialistId === id)
    .map(({ id: placementId, weekly, startsOn, endsOn }) => ({
      weekly,
      startsOn,
      endsOn: left.includes(placementId) ? addDays(on, -1) : endsOn,
    }));
  const coming = moves.flatMap(({ specialistId, goesTo }, other) =>
    goesTo && specialistId === id && other !== n
      ? [{ ...goesTo, weekly: [...goesTo.weekly], startsOn: on }]
      : [],
  );
  return [...staying, ...coming];
}

async function gateOf(
  tx: Tx,
  actor: Actor,
  { specialistId, goesTo }: RotationMove,
): Promise<Obstacle | null> {
  if (!goesTo) return null;
  const [missing = []] = await missingFor(tx, actor, [{ specialistId, ...goesTo }]);
  return missing.length > 0 ? trainingObstacle(tx, missing, goesTo) : null;
}

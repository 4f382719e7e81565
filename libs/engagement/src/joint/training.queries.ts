import { type Actor, knownId, notFound } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import { getSpecialist } from '@banso/talent';
import { In, IsNull } from 'typeorm';
import { type GatedVisits, TrainingCompletion, TrainingModule, TrainingRule } from './training.entity.js';
import { FIRST_GATING, FIRST_MODULES, type Module } from './training-gate.js';

/** The modules of the actor's prefecture, by code; the first two are there without anybody's doing. */
export async function trainingModules(tx: Tx, actor: Actor): Promise<Module[]> {
  const defined = await tx.findBy(TrainingModule, { prefectureId: actor.prefectureId ?? '' });
  const first = FIRST_MODULES.filter(({ code }) => !defined.some((one) => one.code === code));
  return [...first, ...defined]
    .map(({ code, scope, name, nameEn }) => ({ code, scope, name, nameEn }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** The rule in force; version 0 is the one that nobody has set. */
export interface RuleInForce {
  readonly version: number;
  readonly gating: readonly string[];
  readonly visits: GatedVisits;
  readonly setByName: string | null;
  readonly setAt: Date | null;
}

export async function trainingRule(tx: Tx, actor: Actor): Promise<RuleInForce> {
  const [latest] = await tx.find(TrainingRule, {
    where: { prefectureId: actor.prefectureId ?? '' },
    order: { version: 'DESC' },
    take: 1,
  });
  return latest ?? { version: 0, gating: FIRST_GATING, visits: 'JOINT_HIRE', setByName: null, setAt: null };
}

/** The modules that come before a placement. */
export async function gatingModules(tx: Tx, actor: Actor): Promise<Module[]> {
  const { gating } = await trainingRule(tx, actor);
  return (await trainingModules(tx, actor)).filter(({ code }) => gating.includes(code));
}

/** What these people have done, as far as the actor may know it; without what was taken back. */
export function completionsOf(
  tx: Tx,
  actor: Actor,
  specialistIds: readonly string[],
): Promise<TrainingCompletion[]> {
  return tx.findBy(TrainingCompletion, {
    prefectureId: actor.prefectureId ?? '',
    specialistId: In([...specialistIds]),
    removedAt: IsNull(),
  });
}

/** The whole record of a person, or of everybody whom the actor sees; what was taken back too, the latest first. */
export async function listCompletions(
  tx: Tx,
  actor: Actor,
  specialistId?: string | null,
): Promise<TrainingCompletion[]> {
  const query = tx
    .createQueryBuilder(TrainingCompletion, 'completion')
    .where('completion.prefectureId = :prefectureId', { prefectureId: actor.prefectureId });
  // A town reads what concerns its own placements, which the rows themselves say.
  if (actor.role === 'SPECIALIST')
    query.andWhere('completion.specialistId = :ownId', { ownId: actor.specialistId });
  if (actor.role === 'MUNICIPALITY_STAFF')
    query.andWhere('(completion.municipalityId IS NULL OR completion.municipalityId = :ownTown)', {
      ownTown: actor.municipalityId,
    });
  if (specialistId)
    query.andWhere('completion.specialistId = :id', {
      id: (await getSpecialist(tx, actor, specialistId)).id,
    });
  return query
    .orderBy('completion.completedOn', 'DESC')
    .addOrderBy('completion.id')
    .limit(MOST_COMPLETIONS)
    .getMany();
}

/** Sixteen people and fifteen towns come to a few hundred; the page shows those of one person at a time. */
const MOST_COMPLETIONS = 2_000;

/** Whose completion an id is. */
export async function getCompletion(tx: Tx, actor: Actor, id: string): Promise<TrainingCompletion> {
  const found = await tx.findOneBy(TrainingCompletion, {
    id: knownId('training', id),
    prefectureId: actor.prefectureId ?? '',
  });
  if (!found || (actor.role === 'SPECIALIST' && found.specialistId !== actor.specialistId))
    throw notFound('training');
  return found;
}

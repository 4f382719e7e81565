import { type Actor, knownId, notFound, type Page, type PageRequest, permit } from '@banso/kernel';
import { keysetPage, type Tx } from '@banso/platform';
import type { SelectQueryBuilder } from 'typeorm';
import { PlanPublication } from './plan-publication.entity.js';
import { PlanningRun } from './planning-run.entity.js';
import { planningRunMay } from './planning-run.policy.js';
import { ProposedVisit } from './proposed-visit.entity.js';
import { UnplacedVisit } from './unplaced-visit.entity.js';

/** More plans are not compared at once. */
const MOST_ON_THE_TABLE = 12;

function visible(tx: Tx, actor: Actor): SelectQueryBuilder<PlanningRun> {
  permit(planningRunMay.read(actor));
  return tx
    .createQueryBuilder(PlanningRun, 'run')
    .where('run.prefectureId = :prefectureId', { prefectureId: actor.prefectureId });
}

const byId = (tx: Tx, actor: Actor, id: string): SelectQueryBuilder<PlanningRun> =>
  visible(tx, actor).andWhere('run.id = :id', { id: knownId('planning-run', id) });

export async function getPlanningRun(tx: Tx, actor: Actor, id: string): Promise<PlanningRun> {
  const run = await byId(tx, actor, id).getOne();
  if (!run) throw notFound('planning-run');
  return run;
}

/** The same with everything that explains it: what the planner was given and what it answered. */
export async function getRecordedRun(tx: Tx, actor: Actor, id: string): Promise<PlanningRun> {
  const run = await byId(tx, actor, id).addSelect(['run.problem', 'run.plan']).getOne();
  if (!run) throw notFound('planning-run');
  return run;
}

/** Loads and locks it for a change, with the problem it was given and the plan it ended with. */
export async function takePlanningRun(tx: Tx, actor: Actor, id: string): Promise<PlanningRun> {
  const run = await byId(tx, actor, id)
    .addSelect(['run.problem', 'run.plan'])
    .setLock('pessimistic_write')
    .getOne();
  if (!run) throw notFound('planning-run');
  return run;
}

/** Newest first. */
export function listPlanningRuns(tx: Tx, actor: Actor, page: PageRequest): Promise<Page<PlanningRun>> {
  return keysetPage(
    visible(tx, actor),
    { by: ['run.number'], order: 'DESC', keyOf: (run) => [run.number] },
    page,
  );
}

/** Plans that can be looked at and those that are being made, newest first. */
export function runsOnTheTable(tx: Tx, actor: Actor): Promise<PlanningRun[]> {
  return visible(tx, actor)
    .andWhere(`run.status IN ('QUEUED', 'SOLVING', 'PROPOSED')`)
    .orderBy('run.number', 'DESC')
    .limit(MOST_ON_THE_TABLE)
    .getMany();
}

/** What each run proposes, by time: of runs that the caller has already been allowed to see. */
export function proposedVisitsOf(tx: Tx, runIds: readonly string[]): Promise<ProposedVisit[]> {
  return tx
    .createQueryBuilder(ProposedVisit, 'visit')
    .where('visit.runId = ANY(:runIds)', { runIds })
    .orderBy('visit.startsAt')
    .addOrderBy('visit.id')
    .getMany();
}

/** What each run could not place: of runs that the caller has already been allowed to see. */
export function unplacedVisitsOf(tx: Tx, runIds: readonly string[]): Promise<UnplacedVisit[]> {
  return tx
    .createQueryBuilder(UnplacedVisit, 'visit')
    .where('visit.runId = ANY(:runIds)', { runIds })
    .orderBy('visit.supportRequestId')
    .addOrderBy('visit.visitNo')
    .getMany();
}

/** The versions that were published, newest first. */
export function listPublications(tx: Tx, actor: Actor, page: PageRequest): Promise<Page<PlanPublication>> {
  permit(planningRunMay.read(actor));
  const query = tx
    .createQueryBuilder(PlanPublication, 'publication')
    .where('publication.prefectureId = :prefectureId', { prefectureId: actor.prefectureId });
  return keysetPage(
    query,
    { by: ['publication.version'], order: 'DESC', keyOf: (publication) => [publication.version] },
    page,
  );
}

/** The publications of runs that the caller has already been allowed to see. */
export function publicationsOf(tx: Tx, runIds: readonly string[]): Promise<PlanPublication[]> {
  return tx
    .createQueryBuilder(PlanPublication, 'publication')
    .where('publication.runId = ANY(:runIds)', { runIds })
    .getMany();
}

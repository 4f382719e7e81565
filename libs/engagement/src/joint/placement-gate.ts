import { type Municipality, municipalitiesByIds } from '@banso/directory';
import type { Actor } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import type { Placement } from '../placement.entity.js';
import { agreementObstacles, type Obstacle } from './placement-terms.js';
import { missingModules, type Module } from './training-gate.js';
import { completionsOf, gatingModules } from './training.queries.js';

type Going = Pick<Placement, 'specialistId' | 'municipalityId'>;

/** The modules that each of these placements still waits for, in their order. */
export async function missingFor(tx: Tx, actor: Actor, going: readonly Going[]): Promise<Module[][]> {
  const gating = await gatingModules(tx, actor);
  const done = await completionsOf(tx, actor, [...new Set(going.map(({ specialistId }) => specialistId))]);
  return going.map((one) => missingModules(gating, done, one));
}

/** Why a planned placement could not start now, whatever the day: its agreement, and training that is missing. */
export async function startObstacles(tx: Tx, actor: Actor, placement: Placement): Promise<Obstacle[]> {
  const [missing = []] = await missingFor(tx, actor, [placement]);
  return [
    ...(await agreementObstacles(tx, placement, 'started')),
    ...(missing.length > 0 ? [await trainingObstacle(tx, missing, placement)] : []),
  ];
}

/** Names each module, and the town where it is a matter of one. */
export async function trainingObstacle(
  tx: Tx,
  missing: readonly Module[],
  { municipalityId }: Pick<Placement, 'municipalityId'>,
): Promise<Obstacle> {
  const [town] = await municipalitiesByIds(tx, [municipalityId]);
  return {
    reason: 'placement.training-missing',
    facts: {
      missing: missing.map((module) => named(module, module.name, '（', town?.name, '）')),
      missingEn: missing.map((module) => named(module, module.nameEn, ' (', town?.nameEn, ')')),
    },
  };
}

const named = (
  { code, scope }: Module,
  name: string,
  open: string,
  town: Municipality['name'] | undefined,
  close: string,
): string => `${code} ${name}${scope === 'TOWN' && town ? `${open}${town}${close}` : ''}`;

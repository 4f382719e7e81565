import { municipalitiesByIds } from '@banso/directory';
import { DomainError, type LocalDate, type WeeklyHalf } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import type { Specialist } from '@banso/talent';
import { Agreement, AgreementParty } from '../agreement.entity.js';
import { type AgreementStatus, IN_FORCE } from '../agreement-status.js';
import type { Placement, PlacementFacts } from '../placement.entity.js';
import { covers, outsidePattern, sharedHalves } from './placement-rules.js';

/** Why something cannot be: the key of a sentence, and what it speaks of. */
export interface Obstacle {
  readonly reason: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Signed, though its first day may still be to come. */
export const SIGNED: readonly AgreementStatus[] = ['CONCLUDED', ...IN_FORCE];

interface OfTown {
  readonly prefectureId: string;
  readonly agreementId: string | null;
  readonly municipalityId: string;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
}

/** Whether the agreement carries a placement: signed or in force, for the whole term, with the town as a party. */
export async function agreementObstacles(
  tx: Tx,
  placement: OfTown,
  when: 'planned' | 'started',
): Promise<Obstacle[]> {
  const { prefectureId, agreementId, municipalityId } = placement;
  const agreement = agreementId ? await tx.findOneBy(Agreement, { prefectureId, id: agreementId }) : null;
  if (!agreement) return [{ reason: 'placement.agreement-unknown', facts: {} }];
  const { number, status, startsOn, endsOn } = agreement;
  const obstacles: Obstacle[] = [];
  if (!(when === 'planned' ? SIGNED : IN_FORCE).includes(status))
    obstacles.push({ reason: 'placement.agreement-not-in-force', facts: { number } });
  if (!covers(agreement, placement))
    obstacles.push({
      reason: 'placement.outside-agreement',
      facts: { number, from: startsOn, to: endsOn },
    });
  const isParty = await tx.existsBy(AgreementParty, { agreementId: agreement.id, municipalityId });
  if (!isParty) obstacles.push({ reason: 'placement.town-no-party', facts: { number } });
  return obstacles;
}

/** Half-days that the person does not work, and those that belong to another town already. */
export function weekObstacles(
  wanted: Pick<PlacementFacts, 'weekly' | 'startsOn' | 'endsOn'>,
  specialist: Pick<Specialist, 'weekly' | 'active'>,
  others: readonly Pick<Placement, 'weekly' | 'startsOn' | 'endsOn'>[],
): Obstacle[] {
  const obstacles: Obstacle[] = [];
  if (!specialist.active) obstacles.push({ reason: 'placement.person-left', facts: {} });
  const outside = outsidePattern(wanted.weekly, specialist.weekly);
  if (outside.length > 0) obstacles.push({ reason: 'placement.outside-pattern', facts: { halves: outside } });
  const taken: WeeklyHalf[] = others.flatMap((other) => sharedHalves(wanted, other));
  if (taken.length > 0)
    obstacles.push({ reason: 'placement.half-days-taken', facts: { halves: [...new Set(taken)] } });
  return obstacles;
}

/** The town is one of the prefecture. */
export async function townObstacles(
  tx: Tx,
  prefectureId: string,
  municipalityId: string,
): Promise<Obstacle[]> {
  const [town] = await municipalitiesByIds(tx, [municipalityId]);
  return town?.prefectureId === prefectureId ? [] : [{ reason: 'municipality.not-found', facts: {} }];
}

/** The first of them refuses. */
export function requireNone([first]: readonly Obstacle[]): void {
  if (first) throw new DomainError('CONFLICT', first.reason, first.facts);
}

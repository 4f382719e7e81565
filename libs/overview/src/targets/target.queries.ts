import { type Actor, groupBy, permit } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import { may } from '../overview.policy.js';
import type { Year } from '../year.js';
import { OverviewTarget, TARGET_KINDS } from './target.entity.js';

/** What holds, with the versions before it, the latest first. */
export interface TargetInForce {
  readonly current: OverviewTarget;
  readonly history: readonly OverviewTarget[];
  /** How much is missing: people, or points of a share; null while nothing was counted. */
  readonly missing: number | null;
  /** How far it is, per cent, rounded down; null while nothing was counted. */
  readonly reached: number | null;
}

const keyOf = ({ kind, municipalityId }: OverviewTarget): string => `${kind} ${municipalityId ?? ''}`;

/** 目標 of a year: of the prefecture first, then of each town. One statement. */
export async function targetsOf(tx: Tx, actor: Actor, { fiscalYear }: Year): Promise<TargetInForce[]> {
  permit(may.read(actor));
  const all = await tx.find(OverviewTarget, {
    where: { prefectureId: actor.prefectureId, fiscalYear },
    order: { version: 'DESC' },
  });
  return [...groupBy(all, keyOf).values()]
    .flatMap((history) => history.slice(0, 1).map((current) => ({ current, history, ...standOf(current) })))
    .sort((a, b) => order(a.current, b.current));
}

const order = (a: OverviewTarget, b: OverviewTarget): number =>
  (a.municipalityId ?? '').localeCompare(b.municipalityId ?? '') ||
  TARGET_KINDS.indexOf(a.kind) - TARGET_KINDS.indexOf(b.kind);

type Counted = Pick<OverviewTarget, 'kind' | 'target' | 'secured' | 'trained' | 'headcount'>;

/** Experts are secured from outside, leaders are trained from the staff, and of all staff a share is trained. */
export function standOf(target: Counted): Pick<TargetInForce, 'missing' | 'reached'> {
  const counted = countedOf(target);
  if (counted === null) return { missing: null, reached: null };
  const missing = Math.max(0, target.target - counted);
  return { missing, reached: target.target === 0 ? 100 : Math.floor((100 * counted) / target.target) };
}

function countedOf({ kind, secured, trained, headcount }: Counted): number | null {
  switch (kind) {
    case 'EXPERT':
    case 'LEADER':
      return secured;
    case 'STAFF':
      return trained === null || headcount === null ? null : Math.floor((100 * trained) / headcount);
    case 'COVERAGE':
      return null;
  }
}

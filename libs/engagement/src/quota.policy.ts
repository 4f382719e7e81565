import { type Actor, type HubStaff, plays, type Visibility } from '@banso/kernel';
import type { QuotaSubject } from './quota.entity.js';

/** Who may do what to a quota. Allowing more takes whoever decides for the prefecture. */
export const quotaMay = {
  set: (actor: Actor): actor is HubStaff => plays(actor, 'HUB_COORDINATOR'),
  loosen: (actor: Actor): actor is HubStaff => plays(actor, 'HUB_APPROVER'),
};

/** Which quotas an actor sees, as a condition on the alias `quota`: a town those that bind it. */
export function quotasVisibleTo(actor: Actor): Visibility {
  const parameters = { prefectureId: actor.prefectureId };
  const where = 'quota.prefectureId = :prefectureId';
  switch (actor.role) {
    case 'SYSTEM':
    case 'HUB_STAFF':
      return { where, parameters };
    case 'MUNICIPALITY_STAFF':
      return {
        where: `${where} AND (quota.municipalityId = :own
          OR (quota.municipalityId IS NULL AND quota.scope IN ('MUNICIPALITY', 'CASE')))`,
        parameters: { ...parameters, own: actor.municipalityId },
      };
    case 'SPECIALIST':
    case 'OPERATOR':
      return { where: 'false', parameters };
  }
}

/** The same of a row in hand. */
export function isVisibleQuota(
  actor: Actor,
  { scope, municipalityId }: Pick<QuotaSubject, 'scope' | 'municipalityId'>,
): boolean {
  if (actor.role !== 'MUNICIPALITY_STAFF') return actor.role === 'HUB_STAFF' || actor.role === 'SYSTEM';
  if (municipalityId !== null) return municipalityId === actor.municipalityId;
  return scope === 'MUNICIPALITY' || scope === 'CASE';
}

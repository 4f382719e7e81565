import { type Actor, type HubStaff, type MunicipalityStaff, plays } from '@banso/kernel';
import type { ImportKind } from './import-kinds.js';

/** A town brings its own requests; the hub whatever it keeps. */
export const TOWN_KINDS: readonly ImportKind[] = ['SUPPORT_REQUESTS'];

export const may = {
  bring: (actor: Actor, kind: ImportKind): actor is HubStaff | MunicipalityStaff =>
    plays(actor, 'HUB_COORDINATOR') || (plays(actor, 'TOWN_REQUESTER') && TOWN_KINDS.includes(kind)),
};

/** Imports of the own side, as a condition on the alias `import`: what a town brings is its own affair until it sends it. */
export function visibleTo(actor: Actor): {
  readonly where: string;
  readonly parameters: Record<string, unknown>;
} {
  const where = 'import.prefectureId = :prefectureId';
  if (actor.role === 'MUNICIPALITY_STAFF')
    return {
      where: `${where} AND import.municipalityId = :own`,
      parameters: { prefectureId: actor.prefectureId, own: actor.municipalityId },
    };
  if (actor.role === 'HUB_STAFF')
    return {
      where: `${where} AND import.municipalityId IS NULL`,
      parameters: { prefectureId: actor.prefectureId },
    };
  return { where: 'false', parameters: {} };
}

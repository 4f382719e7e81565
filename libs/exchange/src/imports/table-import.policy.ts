import {
  type Actor,
  type HubStaff,
  type MunicipalityStaff,
  NOTHING_VISIBLE,
  plays,
  type Visibility,
} from '@banso/kernel';
import type { ImportKind } from './import-kinds.js';

/** A town brings its own requests and answers. */
export const TOWN_KINDS: readonly ImportKind[] = ['SUPPORT_REQUESTS', 'DATE_ANSWERS', 'REPORT_CONFIRMATIONS'];
/** The hub brings whatever it keeps; when it suits a town, the town alone says. */
export const HUB_KINDS: readonly ImportKind[] = [
  'SPECIALISTS',
  'SKILLS',
  'SUPPORT_REQUESTS',
  'DAYS_OFF',
  'REPORT_CONFIRMATIONS',
];

export const may = {
  bring: (actor: Actor, kind: ImportKind): actor is HubStaff | MunicipalityStaff =>
    (plays(actor, 'HUB_COORDINATOR') && HUB_KINDS.includes(kind)) ||
    (plays(actor, 'TOWN_REQUESTER') && TOWN_KINDS.includes(kind)),
};

/** Imports of the own side, as a condition on the alias `import`: what a town brings is its own affair until it sends it. */
export function visibleTo(actor: Actor): Visibility {
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
  return NOTHING_VISIBLE;
}

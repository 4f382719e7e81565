import { type Actor, NOTHING_VISIBLE, plays, type Visibility } from '@banso/kernel';

type Row = { readonly prefectureId: string };

const ofItsHub =
  (...duties: readonly ('HUB_COORDINATOR' | 'HUB_APPROVER')[]) =>
  (actor: Actor, row: Row): boolean =>
    actor.role === 'HUB_STAFF' && actor.prefectureId === row.prefectureId && plays(actor, ...duties);

/** Who may do what to an agreement. The state itself is judged by the entity. */
export const agreementMay = {
  keepParties: (actor: Actor): boolean => plays(actor, 'HUB_COORDINATOR'),
  draft: (actor: Actor): boolean => plays(actor, 'HUB_COORDINATOR'),
  /** Writes, takes it to the parties and back, gives it up. */
  prepare: ofItsHub('HUB_COORDINATOR'),
  /** 県決裁: binds, prolongs, ends. */
  decide: ofItsHub('HUB_APPROVER'),
  /** Takes it away as a document: whoever works on it, and the towns that it binds. */
  makePaper: (actor: Actor, row: Row): boolean =>
    ofItsHub('HUB_COORDINATOR', 'HUB_APPROVER')(actor, row) ||
    plays(actor, 'TOWN_REQUESTER', 'TOWN_APPROVER'),
};

/**
 * The agreements that an actor can see, as a condition on the alias `agreement`. A draft is the hub's own until it is
 * taken to the parties.
 */
export function visibleAgreements(actor: Actor): Visibility {
  const { prefectureId } = actor;
  const own = 'agreement.prefectureId = :prefectureId';
  switch (actor.role) {
    case 'SYSTEM':
    case 'HUB_STAFF':
      return { where: own, parameters: { prefectureId } };
    case 'MUNICIPALITY_STAFF':
      return {
        where: `${own} AND agreement.status <> 'DRAFT' AND EXISTS (SELECT 1 FROM agreement_party p
          WHERE p.agreement_id = agreement.id AND p.municipality_id = :ownTown)`,
        parameters: { prefectureId, ownTown: actor.municipalityId },
      };
    case 'SPECIALIST':
      return {
        where: `${own} AND agreement.status <> 'DRAFT' AND EXISTS (SELECT 1 FROM placement p
          WHERE p.agreement_id = agreement.id AND p.specialist_id = :ownSelf)`,
        parameters: { prefectureId, ownSelf: actor.specialistId },
      };
    case 'OPERATOR':
      return NOTHING_VISIBLE;
  }
}

import { type Actor, type HubStaff, NOTHING_VISIBLE, plays, type Visibility } from '@banso/kernel';
import type { Visit } from '../visit.entity.js';
import type { ProposalSide, VisitProposal } from './visit-proposal.entity.js';

type VisitOf = Pick<Visit, 'prefectureId' | 'municipalityId' | 'specialistId'>;
type Row = Pick<VisitProposal, 'prefectureId' | 'municipalityId' | 'specialistId' | 'side'>;

const isItsSpecialist = (actor: Actor, row: VisitOf): boolean =>
  actor.role === 'SPECIALIST' && actor.specialistId === row.specialistId;

const isOfItsTown = (actor: Actor, row: VisitOf): boolean =>
  actor.role === 'MUNICIPALITY_STAFF' &&
  actor.municipalityId === row.municipalityId &&
  plays(actor, 'TOWN_REQUESTER');

const speaksFor = (actor: Actor, row: VisitOf, side: ProposalSide): boolean =>
  side === 'SPECIALIST' ? isItsSpecialist(actor, row) : isOfItsTown(actor, row);

/** Who may do what to another day for a visit. Each side asks for itself; the hub decides. */
export const visitProposalMay = {
  propose: (actor: Actor, visit: VisitOf, side: ProposalSide): boolean => speaksFor(actor, visit, side),
  withdraw: (actor: Actor, proposal: Row): boolean => speaksFor(actor, proposal, proposal.side),
  decide: (actor: Actor, proposal: Pick<Row, 'prefectureId'>): actor is HubStaff =>
    actor.role === 'HUB_STAFF' &&
    actor.prefectureId === proposal.prefectureId &&
    plays(actor, 'HUB_COORDINATOR'),
};

/** Why somebody cannot come is between them and the hub. */
export const readsNote = (actor: Actor, { side }: Pick<Row, 'side'>): boolean =>
  actor.role === 'HUB_STAFF' || actor.role === (side === 'TOWN' ? 'MUNICIPALITY_STAFF' : 'SPECIALIST');

/** The proposals that an actor can see, as a condition on the alias `proposal`. */
export function visibleTo(actor: Actor): Visibility {
  const parameters = { prefectureId: actor.prefectureId };
  switch (actor.role) {
    case 'SYSTEM':
    case 'HUB_STAFF':
      return { where: 'proposal.prefectureId = :prefectureId', parameters };
    case 'MUNICIPALITY_STAFF':
      return {
        where: 'proposal.prefectureId = :prefectureId AND proposal.municipalityId = :ownTown',
        parameters: { ...parameters, ownTown: actor.municipalityId },
      };
    case 'SPECIALIST':
      return {
        where: 'proposal.prefectureId = :prefectureId AND proposal.specialistId = :specialistId',
        parameters: { ...parameters, specialistId: actor.specialistId },
      };
    case 'OPERATOR':
      return NOTHING_VISIBLE;
  }
}

import { type Actor, type HubStaff, NOTHING_VISIBLE, plays, type Visibility } from '@banso/kernel';

interface Placed {
  readonly prefectureId: string;
  readonly municipalityId: string;
  readonly specialistId: string;
}

const isItsHub = (actor: Actor, row: { readonly prefectureId: string }): boolean =>
  actor.role === 'HUB_STAFF' && actor.prefectureId === row.prefectureId;

const coordinates = (actor: Actor, row: { readonly prefectureId: string }): boolean =>
  isItsHub(actor, row) && plays(actor, 'HUB_COORDINATOR');

const approves = (actor: Actor, row: { readonly prefectureId: string }): boolean =>
  isItsHub(actor, row) && plays(actor, 'HUB_APPROVER');

/** Who may do what about days and money. States are judged by the entities. */
export const may = {
  /** People speak for themselves, the town and the hub for whom they have seen work. */
  recordDays: (actor: Actor, placement: Placed): boolean =>
    coordinates(actor, placement) ||
    (actor.role === 'SPECIALIST' && actor.specialistId === placement.specialistId) ||
    (actor.role === 'MUNICIPALITY_STAFF' &&
      actor.municipalityId === placement.municipalityId &&
      plays(actor, 'TOWN_REQUESTER')),
  setTerms: coordinates,
  draft: coordinates,
  discard: coordinates,
  issue: approves,
  cancel: approves,
  /** For the files of the hub and of the town that pays. */
  takePaper: (actor: Actor, invoice: { prefectureId: string; municipalityId: string | null }): boolean =>
    coordinates(actor, invoice) ||
    approves(actor, invoice) ||
    (actor.role === 'MUNICIPALITY_STAFF' &&
      actor.municipalityId === invoice.municipalityId &&
      plays(actor, 'TOWN_REQUESTER', 'TOWN_APPROVER')),
  /** Statements and drafts show what every party bears. */
  reckon: (actor: Actor): actor is HubStaff => actor.role === 'HUB_STAFF',
  stateMeasures: (actor: Actor): actor is HubStaff => plays(actor, 'HUB_COORDINATOR'),
};

/** The agreements whose costs an actor can read, as a condition on the alias `agreement`. */
export function visibleAgreements(actor: Actor): Visibility {
  const where = 'agreement.prefectureId = :prefectureId';
  const parameters = { prefectureId: actor.prefectureId };
  switch (actor.role) {
    case 'SYSTEM':
    case 'HUB_STAFF':
      return { where, parameters };
    case 'MUNICIPALITY_STAFF':
      return {
        where: `${where} AND EXISTS (SELECT 1 FROM agreement_party p WHERE p.agreement_id = agreement.id
          AND p.municipality_id = :ownTown)`,
        parameters: { ...parameters, ownTown: actor.municipalityId },
      };
    case 'SPECIALIST':
    case 'OPERATOR':
      return NOTHING_VISIBLE;
  }
}

/** The bills that an actor can read, as a condition on the alias `invoice`: a town its own, once it is issued. */
export function visibleInvoices(actor: Actor): Visibility {
  const where = 'invoice.prefectureId = :prefectureId';
  const parameters = { prefectureId: actor.prefectureId };
  switch (actor.role) {
    case 'SYSTEM':
    case 'HUB_STAFF':
      return { where, parameters };
    case 'MUNICIPALITY_STAFF':
      return {
        where: `${where} AND invoice.municipalityId = :ownTown AND invoice.number IS NOT NULL`,
        parameters: { ...parameters, ownTown: actor.municipalityId },
      };
    case 'SPECIALIST':
    case 'OPERATOR':
      return NOTHING_VISIBLE;
  }
}

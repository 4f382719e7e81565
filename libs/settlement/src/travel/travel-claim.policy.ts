import { type Actor, NOTHING_VISIBLE, plays, type Visibility } from '@banso/kernel';

interface Row {
  readonly prefectureId: string;
  readonly specialistId: string;
}

const isItsHub = (actor: Actor, { prefectureId }: Row): boolean =>
  actor.role === 'HUB_STAFF' && actor.prefectureId === prefectureId;

const isOwn = (actor: Actor, { specialistId }: Row): boolean =>
  actor.role === 'SPECIALIST' && actor.specialistId === specialistId;

const coordinates = (actor: Actor, row: Row): boolean =>
  isItsHub(actor, row) && plays(actor, 'HUB_COORDINATOR');
const approves = (actor: Actor, row: Row): boolean => isItsHub(actor, row) && plays(actor, 'HUB_APPROVER');

/** Who may do what with a travel claim. States are judged by the entity. */
export const claimMay = {
  /** Whoever travelled speaks for themselves. */
  write: isOwn,
  settleWithoutMoney: (actor: Actor, row: Row): boolean => isOwn(actor, row) || coordinates(actor, row),
  return: (actor: Actor, row: Row): boolean => coordinates(actor, row) || approves(actor, row),
  approve: approves,
  pay: (actor: Actor, row: Row): boolean => coordinates(actor, row) || approves(actor, row),
  takePaper: (actor: Actor, row: Row): boolean =>
    isOwn(actor, row) || coordinates(actor, row) || approves(actor, row),
  setRules: (actor: Actor): boolean => plays(actor, 'HUB_COORDINATOR'),
};

/** The claims that an actor can read, as a condition on the alias `claim`: the hub's from the day of submission. */
export function visibleClaims(actor: Actor): Visibility {
  const parameters = { prefectureId: actor.prefectureId };
  switch (actor.role) {
    case 'SYSTEM':
      return { where: 'claim.prefectureId = :prefectureId', parameters };
    case 'HUB_STAFF':
      return {
        where: `claim.prefectureId = :prefectureId AND claim.status NOT IN ('DRAFT', 'DISCARDED')`,
        parameters,
      };
    case 'SPECIALIST':
      return {
        where: `claim.prefectureId = :prefectureId AND claim.specialistId = :specialistId
          AND claim.status <> 'DISCARDED'`,
        parameters: { ...parameters, specialistId: actor.specialistId },
      };
    case 'MUNICIPALITY_STAFF':
    case 'OPERATOR':
      return NOTHING_VISIBLE;
  }
}

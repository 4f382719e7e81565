import type { Actor } from '@banso/kernel';
import type { Consultation } from './consultation.entity.js';
import { may } from './consultation.policy.js';
import { CONSULTATION_NEXT, type ConsultationStatus, WAITING } from './consultation-status.js';

export const CONSULTATION_ACTIONS = [
  'ANSWER',
  'REASSIGN',
  'ASK_FURTHER',
  'CLOSE',
  'TURN_INTO_REQUEST',
  'WITHDRAW',
] as const;

export type ConsultationAction = (typeof CONSULTATION_ACTIONS)[number];

type Rule = (actor: Actor, consultation: Consultation) => boolean;

const leadsTo = ({ status }: Consultation, to: ConsultationStatus): boolean =>
  CONSULTATION_NEXT[status].includes(to);

const RULES: Readonly<Record<ConsultationAction, Rule>> = {
  ANSWER: (actor, one) => may.answer(actor, one) && leadsTo(one, 'ANSWERED'),
  REASSIGN: (actor, one) => may.reassign(actor, one) && WAITING.includes(one.status),
  ASK_FURTHER: (actor, one) => may.askFurther(actor, one) && one.status === 'ANSWERED',
  CLOSE: (actor, one) => may.close(actor, one) && leadsTo(one, 'CLOSED'),
  TURN_INTO_REQUEST: (actor, one) => may.turnIntoRequest(actor, one) && leadsTo(one, 'TURNED_INTO_REQUEST'),
  WITHDRAW: (actor, one) => may.withdraw(actor, one) && leadsTo(one, 'WITHDRAWN'),
};

/** What the page may offer: the same policy and states that the services enforce. */
export const consultationActionsOf = (actor: Actor, consultation: Consultation): ConsultationAction[] =>
  CONSULTATION_ACTIONS.filter((action) => RULES[action](actor, consultation));

import type { Actor } from '@banso/kernel';
import type { SupportRequest } from './support-request.entity.js';
import { may } from './support-request.policy.js';
import { NEXT, type SupportRequestStatus } from './support-request-status.js';

export const SUPPORT_REQUEST_ACTIONS = [
  'REVISE',
  'SEND_FOR_APPROVAL',
  'REMIND',
  'RETURN_TO_DRAFT',
  'SUBMIT',
  'WITHDRAW',
  'BEGIN_TRIAGE',
  'CLASSIFY',
  'ASK_TOWN',
  'ANSWER_HUB',
  'ACCEPT',
  'ADVISE',
  'REFER',
  'NOT_ADOPT',
  'SHORTLIST',
  'RANK',
  'ANSWER_OFFER',
  'APPROVE_DISPATCH',
  'RESELECT',
  'SUSPEND',
  'RESUME',
  'TERMINATE',
] as const;

export type SupportRequestAction = (typeof SUPPORT_REQUEST_ACTIONS)[number];

type Rule = (actor: Actor, request: SupportRequest) => boolean;

const leadsTo =
  (...targets: SupportRequestStatus[]) =>
  ({ status }: SupportRequest): boolean =>
    targets.some((target) => NEXT[status].includes(target));

const standsIn =
  (...states: SupportRequestStatus[]) =>
  ({ status }: SupportRequest): boolean =>
    states.includes(status);

const both =
  (policy: Rule, state: (request: SupportRequest) => boolean): Rule =>
  (actor, request) =>
    policy(actor, request) && state(request);

const RULES: Readonly<Record<SupportRequestAction, Rule>> = {
  REVISE: both(may.revise, standsIn('DRAFT')),
  SEND_FOR_APPROVAL: both(may.sendForApproval, leadsTo('IN_APPROVAL')),
  REMIND: both(may.sendForApproval, standsIn('IN_APPROVAL')),
  RETURN_TO_DRAFT: both(may.approve, leadsTo('DRAFT')),
  SUBMIT: both(may.submit, leadsTo('AWAITING_INTAKE')),
  WITHDRAW: both(may.withdraw, leadsTo('WITHDRAWN')),
  BEGIN_TRIAGE: both(may.triage, leadsTo('IN_TRIAGE')),
  CLASSIFY: both(may.triage, standsIn('AWAITING_INTAKE', 'IN_TRIAGE', 'SELECTING', 'SCHEDULING')),
  ASK_TOWN: both(
    may.triage,
    (request) => request.asked === null && standsIn('AWAITING_INTAKE', 'IN_TRIAGE')(request),
  ),
  ANSWER_HUB: both(may.answerHub, ({ asked }) => asked !== null),
  ACCEPT: both(may.triage, standsIn('AWAITING_INTAKE', 'IN_TRIAGE')),
  ADVISE: both(may.triage, standsIn('AWAITING_INTAKE', 'IN_TRIAGE')),
  REFER: both(may.triage, standsIn('AWAITING_INTAKE', 'IN_TRIAGE')),
  NOT_ADOPT: both(may.triage, leadsTo('NOT_ADOPTED')),
  SHORTLIST: both(may.select, leadsTo('TOWN_REVIEW')),
  RANK: both(may.rank, leadsTo('OFFERING')),
  ANSWER_OFFER: both(may.answerOffer, standsIn('OFFERING')),
  APPROVE_DISPATCH: both(may.approveDispatch, leadsTo('DISPATCH_DECIDED')),
  RESELECT: both(may.reselect, standsIn('TOWN_REVIEW', 'OFFERING', 'PREFECTURE_APPROVAL', 'SCHEDULING')),
  SUSPEND: both(may.steer, leadsTo('SUSPENDED')),
  RESUME: both(may.steer, standsIn('SUSPENDED')),
  TERMINATE: both(may.steer, leadsTo('TERMINATED')),
};

/** What the page may offer: the same policy and states that the services enforce. */
export const actionsOf = (actor: Actor, request: SupportRequest): SupportRequestAction[] =>
  SUPPORT_REQUEST_ACTIONS.filter((action) => RULES[action](actor, request));

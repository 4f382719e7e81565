import {
  ALL_HUB_WORK,
  ALL_TOWN_WORK,
  type Actor,
  type HubStaff,
  type MunicipalityStaff,
  systemActor,
} from '@banso/kernel';
import { describe, expect, it } from '@jest/globals';
import { actionsOf, SUPPORT_REQUEST_ACTIONS } from './support-request-actions.js';
import { SupportRequest } from './support-request.entity.js';
import { historyFor, may, shortlistFor } from './support-request.policy.js';
import {
  ENDED,
  SUPPORT_REQUEST_STATUSES,
  type SupportRequestStatus,
  UNSENT,
} from './support-request-status.js';

const signedIn = { accountId: 'a', name: 'x', prefectureId: '34' };
const hub: HubStaff = { ...signedIn, role: 'HUB_STAFF', duties: ALL_HUB_WORK };
const town: MunicipalityStaff = {
  ...signedIn,
  role: 'MUNICIPALITY_STAFF',
  duties: ALL_TOWN_WORK,
  municipalityId: '342025',
};
const otherTown: Actor = {
  ...signedIn,
  role: 'MUNICIPALITY_STAFF',
  duties: ALL_TOWN_WORK,
  municipalityId: '342041',
};
const otherHub: Actor = { ...signedIn, prefectureId: '38', role: 'HUB_STAFF', duties: ALL_HUB_WORK };
const specialist: Actor = { ...signedIn, role: 'SPECIALIST', specialistId: 's' };
const system = systemActor('34');
const PEOPLE = { hub, town, specialist, otherTown, otherHub, system };

const row = (
  status: SupportRequestStatus,
  filedBy = 'somebody else',
  asked: SupportRequest['asked'] = null,
): SupportRequest =>
  Object.assign(new SupportRequest(), {
    prefectureId: '34',
    municipalityId: '342025',
    status,
    filedBy,
    asked,
  });

const whoMay = (rule: (actor: Actor, request: SupportRequest) => boolean, request: SupportRequest) =>
  Object.entries(PEOPLE)
    .filter(([, actor]) => rule(actor, request))
    .map(([name]) => name);

describe('who may do what', () => {
  it.each([
    ['revise', ['town']],
    ['submit', ['town']],
    ['sendForApproval', ['town']],
    ['approve', ['town']],
    ['withdraw', ['town']],
    ['triage', ['hub']],
    ['select', ['hub']],
    ['rank', ['town']],
    ['answerOffer', ['specialist']],
    ['steer', ['hub']],
  ] as const)('%s', (verb, who) => {
    expect(whoMay(may[verb], row('DRAFT'))).toEqual(who);
  });

  it.each([
    ['draft', ['COORDINATOR', 'REQUESTER']],
    ['revise', ['REQUESTER']],
    ['sendForApproval', ['REQUESTER']],
    ['submit', ['TOWN_APPROVER']],
    ['approve', ['TOWN_APPROVER']],
    ['withdraw', ['REQUESTER', 'TOWN_APPROVER']],
    ['triage', ['COORDINATOR']],
    ['select', ['COORDINATOR']],
    ['approveDispatch', ['APPROVER']],
    ['reselect', ['COORDINATOR', 'APPROVER']],
    ['steer', ['COORDINATOR']],
    ['rank', ['REQUESTER']],
  ] as const)('%s takes a duty: whoever has another one may not', (verb, duties) => {
    const alone: Readonly<Record<string, Actor>> = {
      COORDINATOR: { ...hub, duties: ['COORDINATOR'] },
      APPROVER: { ...hub, duties: ['APPROVER'] },
      AUDITOR: { ...hub, duties: ['AUDITOR'] },
      REQUESTER: { ...town, duties: ['REQUESTER'] },
      TOWN_APPROVER: { ...town, duties: ['APPROVER'] },
      MANAGER: { ...town, duties: ['MANAGER'] },
    };
    const who = Object.entries(alone).filter(([, actor]) => may[verb](actor, row('DRAFT')));
    expect(who.map(([name]) => name)).toEqual(duties);
  });

  it('a town or the hub writes a draft', () => {
    expect(whoMay(may.draft, row('DRAFT'))).toEqual(['hub', 'town', 'otherTown', 'otherHub']);
  });

  it('the hub takes back what has been sent, and the own drafts', () => {
    expect(whoMay(may.withdraw, row('AWAITING_INTAKE'))).toEqual(['hub', 'town']);
    for (const status of UNSENT) {
      expect(whoMay(may.withdraw, row(status))).toEqual(['town']);
      expect(whoMay(may.withdraw, row(status, signedIn.accountId))).toEqual(['hub', 'town']);
    }
  });

  it('the writer at the hub keeps the own draft in hand', () => {
    expect(whoMay(may.revise, row('DRAFT', signedIn.accountId))).toEqual(['hub', 'town']);
    expect(whoMay(may.submit, row('DRAFT', signedIn.accountId))).toEqual(['hub', 'town']);
  });

  it('what lies before the town’s superior is the town’s to send', () => {
    expect(whoMay(may.submit, row('IN_APPROVAL', signedIn.accountId))).toEqual(['town']);
  });

  it('keeps the town’s own approval in the town, and who declined between hub and town', () => {
    const steps = [
      { fromStatus: null, toStatus: 'DRAFT' },
      { fromStatus: 'DRAFT', toStatus: 'IN_APPROVAL' },
      { fromStatus: 'IN_APPROVAL', toStatus: 'DRAFT' },
      { fromStatus: 'DRAFT', toStatus: 'AWAITING_INTAKE' },
      { fromStatus: 'OFFERING', toStatus: 'SELECTING' },
      { fromStatus: 'DISPATCH_DECIDED', toStatus: 'SCHEDULING' },
    ] as const;
    const seenBy = (actor: Actor) => historyFor(actor, steps).map(({ toStatus }) => toStatus);
    expect(seenBy(town)).toHaveLength(steps.length);
    expect(seenBy(hub)).toEqual(['AWAITING_INTAKE', 'SELECTING', 'SCHEDULING']);
    expect(seenBy(specialist)).toEqual(['AWAITING_INTAKE', 'SCHEDULING']);
  });

  it('shows a specialist the own offer only', () => {
    const entries = [{ specialistId: 's' }, { specialistId: 't' }];
    expect(shortlistFor(specialist, entries)).toEqual([{ specialistId: 's' }]);
    for (const reader of [hub, town]) expect(shortlistFor(reader, entries)).toEqual(entries);
  });
});

describe('actionsOf', () => {
  it.each([
    ['DRAFT', 'town', ['REVISE', 'SEND_FOR_APPROVAL', 'SUBMIT', 'WITHDRAW']],
    ['DRAFT', 'hub', []],
    ['IN_APPROVAL', 'town', ['REMIND', 'RETURN_TO_DRAFT', 'SUBMIT', 'WITHDRAW']],
    ['AWAITING_INTAKE', 'town', ['WITHDRAW']],
    [
      'AWAITING_INTAKE',
      'hub',
      ['WITHDRAW', 'BEGIN_TRIAGE', 'CLASSIFY', 'ASK_TOWN', 'ACCEPT', 'ADVISE', 'REFER', 'NOT_ADOPT'],
    ],
    ['IN_TRIAGE', 'hub', ['WITHDRAW', 'CLASSIFY', 'ASK_TOWN', 'ACCEPT', 'ADVISE', 'REFER', 'NOT_ADOPT']],
    ['SELECTING', 'hub', ['WITHDRAW', 'CLASSIFY', 'NOT_ADOPT', 'SHORTLIST']],
    ['TOWN_REVIEW', 'town', ['WITHDRAW', 'RANK']],
    ['OFFERING', 'specialist', ['ANSWER_OFFER']],
    ['OFFERING', 'hub', ['WITHDRAW', 'NOT_ADOPT', 'RESELECT']],
    ['PREFECTURE_APPROVAL', 'hub', ['WITHDRAW', 'NOT_ADOPT', 'APPROVE_DISPATCH', 'RESELECT']],
    ['SCHEDULING', 'hub', ['WITHDRAW', 'CLASSIFY', 'NOT_ADOPT', 'RESELECT']],
    ['IN_SUPPORT', 'hub', ['SUSPEND', 'TERMINATE']],
    ['IN_SUPPORT', 'town', []],
    ['SUSPENDED', 'hub', ['RESUME', 'TERMINATE']],
  ] as const)('in %s the %s is offered %j', (status, who, actions) => {
    expect(actionsOf(PEOPLE[who], row(status))).toEqual(actions);
  });

  it('lets a town answer what the hub asked, and nothing that was not asked', () => {
    expect(actionsOf(town, row('IN_TRIAGE', 'somebody else', 'QUESTION'))).toContain('ANSWER_HUB');
    expect(actionsOf(town, row('IN_TRIAGE'))).not.toContain('ANSWER_HUB');
    expect(actionsOf(hub, row('IN_TRIAGE', 'somebody else', 'QUESTION'))).not.toContain('ANSWER_HUB');
  });

  it('offers strangers nothing, and nobody anything after the end', () => {
    for (const status of SUPPORT_REQUEST_STATUSES)
      for (const stranger of [otherTown, otherHub, system])
        expect(actionsOf(stranger, row(status))).toEqual([]);
    for (const end of ENDED)
      for (const actor of Object.values(PEOPLE)) expect(actionsOf(actor, row(end))).toEqual([]);
  });

  it('knows no action that no state offers', () => {
    const offered = new Set(
      SUPPORT_REQUEST_STATUSES.flatMap((status) =>
        [hub, town, specialist].flatMap((actor) => [
          ...actionsOf(actor, row(status)),
          ...actionsOf(actor, row(status, 'somebody else', 'QUESTION')),
        ]),
      ),
    );
    expect([...offered].sort()).toEqual([...SUPPORT_REQUEST_ACTIONS].sort());
  });
});

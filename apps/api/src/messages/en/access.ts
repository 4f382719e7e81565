import { dutiesIn, type Messages, unsettledIn } from '../messages.js';
import { of } from './words.js';

const DUTY: Readonly<Record<string, string>> = {
  COORDINATOR: 'coordinating',
  APPROVER: 'approving',
  AUDITOR: 'auditing',
  REQUESTER: 'requesting',
  MANAGER: 'managing people',
};

const UNSETTLED: Readonly<Record<string, string>> = {
  MEMBERSHIP: 'memberships',
  POOL: 'a place in the pool of specialists',
  REQUEST: 'requests',
  CONSULTATION: 'consultations',
  VISIT: 'visits',
  PLACEMENT: 'placements',
};

/** Of accounts, sessions, sign-in, invitations and rights. */
export const accessEn: Pick<Messages, 'reasons'> = {
  reasons: {
    'access.sign-in-required': () => 'Please sign in. You will come back to this screen.',
    'access.forbidden': () =>
      'Your role may not do this. Nothing was changed. Please ask a person who has that role.',
    'access.duty-needed': (facts) =>
      `This takes the duty of ${dutiesIn(facts, DUTY, ' or ')}, which you do not hold. Nothing was changed. Please ask somebody who holds it.`,
    'link.not-usable': () =>
      'This link cannot be used: it was used already, was withdrawn, or is older than three days. If you have set your password by it, sign in; otherwise ask for a new one.',
    'invitation.not-found': () =>
      'This invitation was not found or is not yours to see. Please reload the page.',
    'invitation.not-open': () =>
      'This invitation is no longer open: it was used, withdrawn or is out of date. Nothing was changed.',
    'invitation.already-there': () =>
      'Your account belongs to this place already. The invitation was not used up.',
    'invitation.identity-only': () =>
      'This invitation is accepted with your account of the prefecture only. It was not used up. Please open its link again and sign in there; if you have an account here, link the two first on the page “Account”.',
    'password-reset.belongs-elsewhere': () =>
      'This person also belongs to a place whose people you do not manage, so you cannot reset the password. No link was made. Please ask the prefectural hub.',
    'membership.last-keeper': (facts) =>
      `Nobody with the duty of ${dutiesIn(facts, DUTY, ' or ')} would be left. Nothing was changed. Please give it to somebody else first.`,
    'session.vouched-for-elsewhere': () =>
      'You came in with a prefecture’s account, which holds nowhere else, so you cannot switch to a place outside that prefecture. Nothing was changed. Please sign out and sign in with login ID and password.',
    'membership.last-operator': () =>
      'No operator would be left. Nothing was changed. Please invite another operator first.',
    'invitation.hub-is-there': () =>
      'Somebody of this prefecture’s hub can sign in already. No link was made: the hub invites its own people.',
    'person.not-found': () => 'This person was not found or is not yours to see. Please reload the page.',
    'erasure.unsettled': (facts) =>
      `This person cannot be erased, because something still stands: ${unsettledIn(facts, UNSETTLED, ', ')}. Nothing was changed. Please end it or hand it over, then try again.`,
    'erasure.names-person': () =>
      'The reason or the ground names the person. Both are kept for ever: please leave the name out. Nothing was changed.',
    'sign-in.too-many': (facts) =>
      `Too many wrong passwords for this login ID. Please wait ${of(facts, 'minutes')} minutes and try again.`,
    'sign-in.code-needed': () =>
      'Your password is right. Now enter the six digits that your authenticator shows.',
    'sign-in.passkey-needed': () => 'Your password is right. Now use your passkey, or a recovery code.',
    'sign-in.passkey-failed': () =>
      'The passkey could not sign you in. It may have been removed, or it took too long. Try again, or use your login ID and password.',
    'oidc.not-found': () =>
      'Signing in with an account of this prefecture is not set up. Please use your login ID and password.',
    'oidc.taken': () =>
      'This account of the prefecture opens another account here already. Nothing was changed.',
    'oidc.away': () =>
      "The prefecture's identity provider cannot be reached. Try again later, or use your login ID and password.",
    'passkey.not-found': () =>
      'This passkey was not found. It may have been removed. Please reload the page.',
    'passkey.not-registered': () =>
      'The passkey could not be registered. It took too long, or the device is registered already. Please start again.',
    'passkey.too-many': (facts) =>
      `You can register ${of(facts, 'max')} passkeys. Remove one that you do not use and try again.`,
    'sign-in.code-wrong': () =>
      'The code is not right, or has been used. Wait until your authenticator shows the next one and enter that.',
    'sign-in.code-too-many': (facts) =>
      `There were too many wrong codes, so codes of your authenticator are not taken now. Wait about ${of(facts, 'minutes')} minutes, or use a recovery code. If it was not you, somebody knows your password: change it at once.`,
    'sign-in.code-unreadable': () =>
      'The key of this system has changed and codes of your authenticator cannot be checked. Use a recovery code, or ask the hub to remove your second factor.',
    'second-factor.set-up-first': () =>
      'Your role needs a second factor. Please set up an authenticator first. Nothing has changed.',
    'second-factor.already-on': () =>
      'You have an authenticator already, and it stays as it is. Remove it first if you want to move to another device.',
    'second-factor.not-begun': () =>
      'Setting up an authenticator has not begun. Please enter your password and start again.',
    'second-factor.not-on': () => 'You have no authenticator. Please reload the page.',
    'sign-in.failed': () => 'The login ID or the password is not right. Please check both and try again.',
    'session.not-found': () =>
      'This sign-in was not found. It may have ended already. Please reload the page.',
    'membership.not-found': () =>
      'This membership was not found. It may have ended, or you may not see it. Please reload the page.',
    'account.not-found': () => 'This account was not found. Please sign in again.',
    'account.login-id-taken': (facts) =>
      `Login ID ${of(facts, 'loginId')} is taken. No account was made. Please use another.`,
  },
};

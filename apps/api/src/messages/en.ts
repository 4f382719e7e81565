import { datesEn } from './dates-en.js';
import { exchangeEn } from './exchange-en.js';
import { jointEn } from './joint-en.js';
import { overviewEn } from './overview-en.js';
import { reportsEn } from './reports-en.js';
import { travelEn } from './travel-en.js';
import { dutiesIn, type Facts, factOf, type Messages, momentOf, quotasIn, unsettledIn } from './messages.js';

const KEPT = 'What you entered is still on this screen.';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

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

const UNIT: Readonly<Record<string, string>> = { DAYS: 'days', HOURS: 'hours', VISITS: 'visits' };

const of = (facts: Facts, key: string): string =>
  factOf(facts, key, (year, month, day) => `${day} ${MONTHS[month - 1] ?? ''} ${year}`);

export const en: Messages = {
  reasons: {
    ...jointEn.reasons,
    'inbox-item.not-found': () =>
      'This notice was not found. You may not be allowed to see it. Please reload the page.',
    'notice.must-stay': () =>
      'Mail about what you have to do cannot be stopped. Your settings are as they were. Please choose only kinds that can be stopped.',
    'mail.off': () =>
      'This installation sends no mail. Nothing was changed. You find your notices in the inbox; ask whoever runs the platform if you need mail.',
    'mail.too-many-codes': () =>
      'Too many codes were sent in a short time. Your address is as it was. Please try again in about an hour.',
    'mail.code-wrong': () =>
      'This code is wrong. Your address is not confirmed yet. Please enter the eight digits of the mail again.',
    'mail.code-spent': () =>
      'This code cannot be used any more. Your address is not confirmed yet. Please have a new code sent.',
    'mail-suppression.not-found': () =>
      'This entry was not found. Somebody else may have lifted it. Please reload the page.',
    ...datesEn.reasons,
    ...reportsEn.reasons,
    ...travelEn.reasons,
    ...exchangeEn.reasons,
    internal: (facts) =>
      `The system failed and changed nothing. Please try again shortly; if it goes on, give incident ${of(facts, 'incident')} to your operator.`,
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
    'outbox-row.not-found': () =>
      'One of these jobs was not found. None was tried again. Please reload the page.',
    'person.not-found': () => 'This person was not found or is not yours to see. Please reload the page.',
    'erasure.unsettled': (facts) =>
      `This person cannot be erased, because something still stands: ${unsettledIn(facts, UNSETTLED, ', ')}. Nothing was changed. Please end it or hand it over, then try again.`,
    'erasure.names-person': () =>
      'The reason or the ground names the person. Both are kept for ever: please leave the name out. Nothing was changed.',
    'attachment.not-found': () =>
      'This file was not found. It was removed, or it is not yours to see. Please reload the page.',
    'attachment.gone': () =>
      'The content of this file is missing from the store. Please tell your operator. The record itself is still there.',
    'attachment.empty': () => 'This file is empty. It was not saved. Please check it and choose it again.',
    'attachment.too-large': (facts) =>
      `One file may have ${of(facts, 'limitMb')} MB at most. It was not saved. Please split it or make it smaller.`,
    'attachment.too-many': (facts) =>
      `At most ${of(facts, 'limit')} files may be attached. This one was not saved. Please remove one that is not needed first.`,
    'attachment.prefecture-full': (facts) =>
      `All attachments of this prefecture together have reached the limit (${of(facts, 'limitMb')} MB). This file was not saved. Please tell your operator.`,
    'attachment.kind-not-allowed': () =>
      'This kind of file cannot be attached. It was not saved. Please use PDF, Word, Excel or PowerPoint (docx, xlsx, pptx), a picture (jpg, png, webp), txt or csv.',
    'attachment.active': () =>
      'HTML, SVG, scripts and whatever else runs when it is opened cannot be attached. It was not saved. Please use PDF or a picture.',
    'attachment.archive': () =>
      'ZIP and other archives cannot be attached. It was not saved. Please choose the files inside one by one.',
    'attachment.macro': () =>
      'Files with macros or programs inside cannot be attached. It was not saved. Please save it without macros (docx, xlsx, pptx) or as PDF.',
    'attachment.old-office': () =>
      'This is an old format (doc, xls, ppt) or has a password, so that its content cannot be checked. It was not saved. Please save it as docx, xlsx, pptx or PDF without a password.',
    'attachment.extension-differs': (facts) =>
      `The end of the name (.${of(facts, 'extension')}) does not fit the content (${of(facts, 'kind')}). It was not saved. Please save the file in the right format.`,
    'attachment.extension-stays': (facts) =>
      `The end of the name (.${of(facts, 'extension')}) cannot be changed. The name is as before.`,
    'attachment.broken': () =>
      'This file is damaged or was cut off. It was not saved. Please see whether it opens, and choose it again.',
    'attachment.bomb': () =>
      'This file becomes very large when it is opened. It was not saved. Please reduce what is in it or save it as PDF.',
    'attachment.quarantined': () =>
      'The virus scan found something in this file, so it is quarantined and cannot be opened. Please tell whoever added it, and remove it.',
    'attachment.not-scanned-yet': () =>
      'This file waits for the virus scan. Please wait a moment and open it again.',
    'attachment.store-away': () =>
      'The store of files cannot be reached. Nothing was changed. Please try again in a moment.',
    'attachment.upload-cut': () => 'The upload was cut off. Nothing was saved. Please choose the file again.',
    'client-key.malformed': () =>
      'Send the Idempotency-Key as a UUID (8-4-4-4-12 hexadecimal digits). Nothing was changed.',
    'client-key.used-otherwise': () =>
      'This Idempotency-Key was used for something else. Nothing was changed. Send it again with a new key.',
    'declaration.not-found': () =>
      'This declaration was not found. You may not be able to see it. Please load the screen again.',
    'declaration.title-taken': (facts) =>
      `There is a declaration named “${of(facts, 'title')}” already. ${KEPT} Please choose another title.`,
    'declaration.already-signed': (facts) =>
      `The signature of ${of(facts, 'name')} has been noted already. Nothing was changed. Take it back first if it is wrong.`,
    'declaration.not-signed': () => 'It has not been signed yet. Nothing was changed.',
    'signatory.not-found': () =>
      'This signatory was not found. You may not be able to see it. Please load the screen again.',
    'council-meeting.not-found': () =>
      'This meeting was not found. You may not be able to see it. Please load the screen again.',
    'council-meeting.not-planned': () =>
      'This meeting has been recorded or called off already. Nothing was changed.',
    'council-meeting.not-yet': () => `It has not been held yet. ${KEPT} It can be recorded from its day on.`,
    'town-round.not-found': () =>
      'This round was not found. You may not be able to see it. Please load the screen again.',
    'town-round.year-over': (facts) =>
      `The fiscal year ${of(facts, 'fiscalYear')} is over. Please choose this year or the next.`,
    'round-stop.not-found': () =>
      'This town of the round was not found. You may not be able to see it. Please load the screen again.',
    'round-stop.not-in-state': () =>
      'The state of this town had changed, so nothing was done. Please load the screen again.',
    'office.not-found': () =>
      'This office was not found. You may not be able to see it. Please load the screen again.',
    'office.name-taken': (facts) =>
      `There is an office named “${of(facts, 'name')}” already. ${KEPT} Please choose another name.`,
    'office-member.not-found': () =>
      'This member was not found. You may not be able to see them. Please load the screen again.',
    'office-member.already-there': () =>
      `Somebody of that name and section has been put forward already. ${KEPT} Please look at the list.`,
    'office-member.head-there': () => `The office has a head already. ${KEPT} Release the present one first.`,
    'office-member.not-in-state': () =>
      'The state of this person had changed, so nothing was done. Please load the screen again.',
    'office-session.not-found': () =>
      'This session was not found. You may not be able to see it. Please load the screen again.',
    'office-session.not-planned': () =>
      'This session has been recorded or called off already. Nothing was changed.',
    'office-session.not-yet': () => `It has not been held yet. ${KEPT} It can be recorded from its day on.`,
    'record.changed-meanwhile': (facts) =>
      `${facts['name'] ? of(facts, 'name') : 'Somebody else'} changed the same thing after you opened it (${momentOf(facts, 'at', 'en-GB')}). Your change is not saved yet. ${KEPT} Please look at what has changed, then save again.`,
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
    'input.invalid': () => `Some entries need correction. ${KEPT}`,
    'request.not-found': () =>
      'This request was not found: it was withdrawn or is not yours to see. Please choose again from the list.',
    'request.not-decided': () =>
      'The dispatch has not been decided, so there is no notice of it yet. Please try again once it has.',
    'paper.too-long': ({ max }) =>
      `There are more than ${String(max)} visits, too many for one document. Please use Excel or CSV from the list.`,
    'request.reminded-today': () =>
      'You have asked for approval today already. Nothing was sent. If nothing has happened by tomorrow, you can ask again.',
    'preparation.visit-over': () =>
      'This visit is over or was cancelled, so what is prepared for it cannot be changed. Nothing was saved.',
    'preparation.no-such-item': () =>
      'Somebody else has taken this line off the list. It was not ticked. Please reload the page.',
    'request.not-in-state': () =>
      'This request has already moved on, so this can no longer be done. Nothing was changed. Please reload to see where it stands.',
    'request.asked-already': () =>
      'The town has been asked already. Wait for the reply, or decide without it.',
    'request.nothing-asked': () => 'The hub is asking nothing now. Please reload the page.',
    'request.only-drafts-are-revised': () =>
      'A request that was sent cannot be rewritten. Withdraw it and file a new one to change it.',
    'request.other-town': () => 'You cannot file for another municipality. Please file as your own.',
    'request.no-open-offer': () =>
      'No offer is waiting for an answer. Please reload to see where the request stands.',
    'consultation.not-found': () =>
      'This consultation was not found: it was withdrawn or is not yours to see. Please choose again from the list.',
    'consultation.not-in-state': () =>
      'This consultation has already moved on, so this can no longer be done. Nothing was changed. Please reload to see where it stands.',
    'consultation.nobody-suitable': () =>
      'No suitable specialist was found, so it was passed to the prefectural hub, whose staff will answer it or name somebody.',
    'consultation.overdue-next': () =>
      'It was not answered in time, so it was passed on to the next specialist.',
    'consultation.overdue-hub': () =>
      'It was not answered in time, so it was passed to the prefectural hub, whose staff will answer it or name somebody.',
    'party.not-found': () =>
      'This party was not found. Nothing was changed. Please choose again from the list.',
    'party.already-there': (facts) =>
      `“${of(facts, 'name')}” is registered already. What you wrote was not saved. Please choose it in the list and change it there.`,
    'agreement.not-found': () =>
      'This agreement was not found. You may not see it, or it went back to the draft. Please choose again from the list.',
    'agreement.not-in-state': () =>
      'This agreement has moved on, so this cannot be done. Nothing was changed. Please reload the page to see where it stands.',
    'agreement.term-over': () =>
      'Its term is over, so it cannot be signed. Nothing was changed. Please take it back to the draft and change the term.',
    'agreement.part-in-use': () =>
      'A party or an article that you took out is used by a cost line or an invoice. Nothing was changed. Please change that first.',
    'agreement.not-extended': () => 'This agreement was not extended: there is no document of an extension.',
    'agreement.end-not-decided': () =>
      'Its end is not decided, so there is no notice of it yet. It can be made when the term is over, was brought forward, or will not be extended.',
    'agreement.begun': () => 'The first day of its term has come.',
    'agreement.expired': () => 'Its term is over.',
    'agreement.ended-early': () => 'The day to which its end was brought forward is over.',
    'firm.not-found': () =>
      'This record of a firm was not found: it was removed or is not yours to see. Nothing was changed. Please reload.',
    'firm.already-recorded': () =>
      'The same tie to the same firm is already recorded and was kept. To change its period, remove that line first and enter it again.',
    'firm.removed': () => 'This line has already been removed. Nothing was changed. Please reload.',
    'consultation.conflict-of-interest': () =>
      'After the check for conflicts of interest it was given to somebody else.',
    'prefecture.not-found': () =>
      'This prefecture was not found. Nothing was changed. Please choose from the list.',
    'municipality.not-found': () =>
      'This municipality was not found. Nothing was changed. Check the code or choose from the list.',
    'place.not-found': () =>
      'This is not an office of your prefecture. Nothing was changed. Please choose from the list.',
    'specialist.not-found': () =>
      'This specialist was not found: they left the pool or are not yours to see. Nothing was changed. Please choose from the list.',
    'day-off.not-found': () =>
      'This day off was not found: it was removed or is not yours to see. Nothing was changed. Please reload.',
    'day-off.already-noted': (facts) =>
      `A day off on ${of(facts, 'date')} is already noted and was kept. To change it, remove it and add it again.`,
    'day-off.past': (facts) =>
      `${of(facts, 'date')} has passed, so this day off cannot be removed. It was kept.`,
    'unavailability-rule.not-found': () =>
      'This repeating entry cannot be found. It was ended, or you may not see it. Nothing has changed. Please reload the page.',
    'unavailability-rule.over': (facts) =>
      `This repeating entry ended on ${of(facts, 'date')}. Nothing has changed. Please reload the page.`,
    'unavailability-rule.too-many': (facts) =>
      `There can be ${of(facts, 'limit')} repeating entries at most. Nothing was saved. Please end one that you do not need first.`,
    'availability.hits-visits': (facts) =>
      `There are ${of(facts, 'visits')} visits on ${of(facts, 'date')}. The day off was not saved. Please enter it on the page of free days, where you decide what becomes of each visit.`,
    'calendar-feed.not-found': () =>
      'This calendar subscription cannot be found: it was taken back, or the address is wrong. Please make a new one.',
    'calendar-feed.too-many': (facts) =>
      `There can be ${of(facts, 'limit')} calendar subscriptions at most. Nothing was made. Please take back one that you do not need first.`,
    'calendar-feed.switched-off': () =>
      'Calendar subscriptions cannot be used in this installation. Nothing was made. Please use the calendar file of each visit.',
    'skill.confirmed-by-hub': () =>
      "The hub has confirmed this skill, so your own word cannot change it. The hub's finding was kept. Ask the hub to review it.",
    'expert-field.not-found': () =>
      'This field was not found. Nothing was changed. Check the fiscal year and choose from the list.',
    'expert-field.year-over': (facts) =>
      `Fiscal year ${of(facts, 'fiscalYear')} is over, so its fields cannot change. The record was kept. Choose this year or the next.`,
    'expert-field.theme-taken': (facts) =>
      `Theme ${of(facts, 'themeIds')} belongs to another field of the year. Nothing was changed. Take it out there first.`,
    'expert-field.name-taken': (facts) =>
      `A field called “${of(facts, 'name')}” already exists in that year. Nothing was changed. Please use another name.`,
    'session.not-found': () =>
      'This sign-in was not found. It may have ended already. Please reload the page.',
    'saved-view.not-found': () =>
      'This saved view was not found. You may have removed it already. Please reload the page.',
    'saved-view.name-taken': () =>
      'This list already has a view of that name. Nothing was changed. Please choose another name.',
    'saved-view.too-many': () =>
      'Up to 60 views can be saved. This one was not saved. Please remove one that you no longer use, and save again.',
    'membership.not-found': () =>
      'This membership was not found. It may have ended, or you may not see it. Please reload the page.',
    'account.not-found': () => 'This account was not found. Please sign in again.',
    'account.login-id-taken': (facts) =>
      `Login ID ${of(facts, 'loginId')} is taken. No account was made. Please use another.`,
    'planning-run.not-found': () =>
      'This plan was not found or is not yours to see. Please choose from the list.',
    'planning-run.not-in-state': () =>
      'This plan has already moved on, so this can no longer be done. Nothing was changed. Please reload to see where it stands.',
    'planning-run.already-open': (facts) =>
      `Plan no. ${of(facts, 'number')} is being made. Wait for it or cancel it, then try again.`,
    'proposed-visit.not-found': () =>
      'This proposed visit was not found; the plan may have been made anew. Please reload.',
    'plan.overtaken': () =>
      'Appointments or requests changed after this plan was made. Nothing was published. Please plan again and publish then.',
    'plan.scheduled': (facts) =>
      `This plan is to be sent at ${momentOf(facts, 'at', 'en-GB')}. Take that back first, then change it.`,
    'plan.version-overtaken': () =>
      'Somebody else has published a new version meanwhile. Please look at the differences again.',
    'plan.version-not-recorded': () =>
      'A later version did not write down what it changed, so this one cannot be gone back to.',
    'plan.nothing-to-restore': () => 'Nothing of this version can be gone back to.',
    'publication-order.settled': () =>
      'This publication has already been sent or taken back. Load the screen again.',
    'publication-order.not-found': () => 'This publication is not there.',
    'publication.not-found': () => 'This version is not there.',
    'plan.visit-placed': () => 'Somebody else has already given this visit a place. Load the screen again.',
    'plan.visit-taken-out': () =>
      'Somebody else has already taken this visit out of the plan. Load the screen again.',
    'plan.empty': () => 'This plan has no visit, so there is nothing to publish.',
    'planning-run.no-plan': () => 'This run has no plan yet. Please try again when it has ended.',
    'plan.part-needs-more': (facts) =>
      `The chosen visits alone break rules of the calendar (${of(facts, 'visits')} visits). Nothing was published. Please choose the visits that belong to them as well.`,
    'repair.stale': () =>
      'The calendar or a request has changed since this option was shown. Nothing was changed. Please look at the options again.',
    'repair.today-over': () =>
      'Time has passed since this option was shown, and it is too late for a visit today. Nothing was changed. Please look at the options again: they begin tomorrow.',
    'quota.not-found': () =>
      'This quota was not found; perhaps you may not see it. Please choose from the list again.',
    'quota.exceeded': (facts) =>
      `Nothing was done: a quota would be exceeded. ${quotasIn(facts, (one) => `“${one.quota}” allows ${one.limit} ${UNIT[one.unit] ?? ''} and ${one.used} are used${one.would === undefined ? '' : `; this would make ${one.would}`}. `)}Pick fewer visits, or ask somebody who approves to raise the quota with a reason.`,
    'quota.raise-needs-approver': (facts) =>
      `To allow more than now (${of(facts, 'limit')}) somebody who approves raises the quota with a reason. Nothing was changed.`,
    'quota.not-raised': (facts) =>
      `Please enter more than the present limit (${of(facts, 'limit')}). Nothing was changed. To allow less, rewrite the quota.`,
    'quota.ended': () => 'This quota has ended. Nothing was changed. Set a new one if it is needed.',
    'scheme.not-found': () =>
      'This scheme was not found; perhaps you may not see it. Please choose from the list again.',
    'scheme-window.not-found': () => 'This intake date was not found. Please reload the page.',
    'scheme-window.already-there': () => 'The same last day is entered already. It stays as it is.',
    'scheme-use.not-found': () =>
      'This use was not found; perhaps you may not see it. Please reload the page.',
    'scheme-use.removed': () => 'This use has been taken back already. Please reload the page.',
    'visit.not-found': () =>
      'This visit was not found: it was called off or is not yours to see. Please choose from the list.',
    'placement.not-found': () =>
      'This placement was not found or is not yours to see. Please reload the page.',
    'attendance.not-found': () =>
      'This day was not found: it was removed or is not yours to see. Nothing was changed. Please reload.',
    'attendance.not-placed': () =>
      'This placement has not begun or was called off, so no day can be recorded for it.',
    'attendance.already-recorded': (facts) =>
      `A day is already recorded on ${of(facts, 'date')} and was kept. To change it, remove it and record it again.`,
    'attendance.day-full': (facts) =>
      `With the other placements, ${of(facts, 'date')} would be more than one day. It was not recorded. Choose half a day, or check the other records.`,
    'attendance.month-billed': (facts) =>
      `The month of ${of(facts, 'date')} has been billed, so its days can no longer be changed. Please ask the prefectural hub to enter a correction in the next period.`,
    'attendance.beyond-cap': (facts) =>
      `With this day the month would have ${of(facts, 'used')} days, more than the ${of(facts, 'agreed')} that the agreement allows. It was not recorded.`,
    'cost-matrix.changed-meanwhile': (facts) =>
      `Somebody else set version ${of(facts, 'version')} after you opened this. Yours is not saved yet. ${KEPT} Please look at the new version, then save.`,
    'cost-matrix.period-billed': (facts) =>
      `It has been billed up to ${of(facts, 'billedTo')}, so terms cannot change from ${of(facts, 'date')}. Let them hold from a later day.`,
    'cost-actual.not-found': () => 'This amount was not found or was removed. Please reload the page.',
    'cost-actual.month-billed': (facts) =>
      `The month of ${of(facts, 'date')} has been billed (${of(facts, 'number')}) and cannot be changed. Enter it as a correction in a month of the next period.`,
    'invoice.not-found': () => 'This invoice was not found or is not yours to see. Please reload the page.',
    'invoice.not-in-state': () =>
      'This invoice has already moved on, so this can no longer be done. Nothing was changed. Please reload.',
    'invoice.no-longer-follows': () =>
      'Days or terms have changed since this was drafted. It was not issued. Discard this draft and make it anew.',
    'invoice.period-taken': (facts) =>
      `There is an invoice ${of(facts, 'number')} from ${of(facts, 'from')} to ${of(facts, 'to')} already. Choose a period that does not overlap, or cancel that one first.`,
    'invoice.nothing-to-bear': () => 'This party bears nothing in this period. Nothing was made.',
    'invoice.entered-without-row': (facts) =>
      `The amount “${of(facts, 'label')}” entered for ${of(facts, 'date')} has no row in the terms of that month. Remove it or amend the terms, then try again.`,
    'invoice.too-large': () =>
      'The amount is too large for an invoice. Choose a shorter period, or check the amounts that were entered.',
    'tax-rule.not-found': () => 'This measure was not found or was removed. Please reload the page.',
    'visit.not-in-state': () =>
      'This visit has already moved on, so this can no longer be done. Nothing was changed. Please reload to see where it stands.',
    'visit.no-gap': () =>
      'The slot of this visit has been filled or left as it is. Please reload to see where it stands.',
    'visit-proposal.not-found': () =>
      'This proposal of another day was not found, or is not yours to see. Please choose from the list.',
    'visit-proposal.not-in-state': () =>
      'This proposal has been settled already, or the visit moved before. Nothing was changed. Please reload.',
    'visit-proposal.already-open': () =>
      'You have asked for another day of this visit already. Withdraw that first to ask anew.',
    'visit-proposal.slot-taken': () =>
      'This time has been taken meanwhile and can no longer be chosen. Nothing was changed. Please reload and choose another.',
    'visit.moved': () =>
      'This visit was moved after you had seen it. No answer was given. Please check the new time and answer again.',
    'visit.over': () =>
      'This visit is over. Record that it was made, or report it, instead of calling it off.',
    'visit.accepted-long-ago': () =>
      'A yes can be taken back within a minute. If you can no longer come, say so and why with “I cannot come”.',
    'visit.not-over': () => 'This visit is not over yet. Mark it as made after its end.',
    'document.syntax': (facts) =>
      `The query is not written correctly. Nothing was run. (${of(facts, 'detail')})`,
    'document.invalid': (facts) =>
      `The query does not fit this system. Nothing was run. (${of(facts, 'detail')})`,
    'document.variables': (facts) => `A value has the wrong form. Nothing was run. (${of(facts, 'detail')})`,
    'document.request': (facts) => `The request could not be read. Nothing was run. (${of(facts, 'detail')})`,
    'document.too-deep': (facts) =>
      `The query is nested too deeply (limit ${of(facts, 'limit')} levels). Please split it.`,
    'document.too-complex': (facts) =>
      `The query asks for too much at once (limit ${of(facts, 'limit')}). Please ask for fewer rows or fields.`,
    'document.too-long': (facts) =>
      `The query is too long (limit ${of(facts, 'limit')} words). Nothing was run. Please split it.`,
    'document.too-many-aliases': (facts) =>
      `The query has too many aliases (limit ${of(facts, 'limit')}). Nothing was run. Please split it.`,
    'document.too-many-directives': (facts) =>
      `The query has too many directives (limit ${of(facts, 'limit')}). Nothing was run. Please leave some out.`,
    'document.too-many-roots': (facts) =>
      `The query calls too many operations at once (limit ${of(facts, 'limit')}). Nothing was run. Please split it.`,
    'document.heavy-twice': (facts) =>
      `An operation that takes long to reckon may stand in a query ${of(facts, 'limit')} time only. Nothing was run. Please send them one by one.`,
    'document.batch': (facts) =>
      `Only ${of(facts, 'limit')} request may be sent at a time. Nothing was run. Please send them one by one.`,
    'document.by-post': () => 'Requests to this address are sent by POST. Nothing was run.',
    'operation.too-long': (facts) =>
      `This took longer than ${of(facts, 'seconds')} seconds and was stopped. Changes that were not finished are not saved. Please ask for less, or try again shortly.`,
    'rate.account': (facts) =>
      `Too many requests in a short time (limit ${of(facts, 'limit')} points a minute). Nothing was run. Please try again in ${of(facts, 'seconds')} seconds.`,
    'rate.address': (facts) =>
      `Too many requests from this address before signing in (limit ${of(facts, 'limit')} points a minute). Nothing was run. Please try again in ${of(facts, 'seconds')} seconds.`,
    'origin.foreign': () =>
      'This request came from a page of another site and is not accepted. Nothing was run. Please open a page of this system and try again.',
    'host.malformed': () => 'The Host of this request has the wrong form. Nothing was run.',
    'host.unknown': () =>
      'This system does not answer to that name. Nothing was run. To its administrator: add the name to the setting BANSO_ALLOWED_HOSTS; behind a proxy set BANSO_PROXY_HOPS as well.',
    'document.unstorable': () =>
      'What was sent contains characters that cannot be stored, such as control characters. Nothing was run. Please remove them.',
    'document.untrusted': () =>
      'This system answers only its own screens, in their present version. Nothing was run. Please reload the page and try again.',
    'body.too-large': (facts) =>
      `What was sent is too large (limit ${of(facts, 'limit')} KB). Nothing was saved. Please shorten it.`,
    'body.broken': () => 'What was sent could not be read (broken JSON, or not UTF-8). Nothing was saved.',
    'body.type': () =>
      'This kind of content is not accepted. Nothing was saved. Please send JSON in UTF-8, not packed.',
    'reckoning.too-long': () =>
      'This question takes too long to reckon. Nothing was changed. Please try again when fewer people are asking, or for fewer days.',
    'service.busy': () =>
      'Somebody else was at it and did not finish in time. Nothing was changed. Please try again shortly.',
    'service.crowded': () =>
      'Too many people are asking at this moment. Nothing was changed; please try again shortly.',
    'service.away': () => 'The database does not answer. Please try again shortly.',
    'route.not-found': () => 'There is nothing at this address. Please check it.',
  },
  faults: {
    ...jointEn.faults,
    ...datesEn.faults,
    ...reportsEn.faults,
    ...overviewEn.faults,
    ...travelEn.faults,
    ...exchangeEn.faults,
    'conflict-of-interest': (field) =>
      `“${field}” includes somebody with a conflict of interest with a vendor of this case. Please choose somebody else.`,
    'corporate-number': (field) =>
      `“${field}” must be a corporate number of 13 digits (its check digit is wrong).`,
    'no-purchase': (field) => `Without a purchase, “${field}” must be empty.`,
    'mail-address': (field) => `“${field}” has to look like name@example.lg.jp.`,
    'repeat-rule': (field) =>
      `“${field}” must repeat by week, every few weeks or by month, until a day or so many times.`,
    'repeat-rule-empty': (field) => `“${field}” comes to no day. Please check its first and last day.`,
    required: (field) => `Please fill in “${field}”.`,
    invalid: (field) => `“${field}” has the wrong form.`,
    unknown: (field) => `“${field}” names something that is not registered. Please choose again.`,
    unstorable: (field) =>
      `“${field}” contains characters that cannot be stored, such as control characters. Please remove them.`,
    date: (field) => `“${field}” must be a date that exists, written like 2026-12-01.`,
    'too-long': (field, facts) => `“${field}” must have at most ${of(facts, 'max')} characters.`,
    'too-short': (field, facts) => `“${field}” must have at least ${of(facts, 'min')} characters.`,
    'same-place': (field) => `“${field}” is the same place as the other end. Please choose another.`,
    'before-start': (field, facts) =>
      `“${field}” is before the first day (${of(facts, 'from')}). Choose that day or later.`,
    'not-past': (field) => `“${field}” must be today or later.`,
    'not-before-from': (field) => `“${field}” must not be before the first day.`,
    'period-too-long': (field, facts) =>
      `The period up to “${field}” must have at most ${of(facts, 'max')} days.`,
    kana: (field) => `Please write “${field}” in hiragana or katakana.`,
    'closed-weekday': (field) => `Please choose Monday to Friday for “${field}”.`,
    'not-working-then': (field) =>
      `“${field}” includes somebody who does not work then or left the pool. Please choose again.`,
    'too-small': (field, facts) => `“${field}” must be at least ${of(facts, 'min')}.`,
    'too-big': (field, facts) => `“${field}” must be at most ${of(facts, 'max')}.`,
    step: (field, facts) => `“${field}” must be in steps of ${of(facts, 'step')} minutes.`,
    past: (field, facts) =>
      `“${field}” is before today (${of(facts, 'today')}). Please choose today or later.`,
    'too-far': (field, facts) => `“${field}” must be no later than ${of(facts, 'last')}.`,
    'after-deadline': (field, facts) => `“${field}” is after the deadline (${of(facts, 'deadline')}).`,
    'cases-in-training': (field) => `“${field}” can be given for a joint training only.`,
    'every-town-once': (field) => `“${field}” must have every town once.`,
    'round-not-over': (field) =>
      `The round before has not been to every town yet. To begin earlier, please give “${field}”.`,
    'too-early': (field, facts) => `“${field}” must be ${of(facts, 'first')} or later.`,
    future: (field, facts) =>
      `“${field}” is after today (${of(facts, 'today')}). Please choose today or earlier.`,
    'closed-day': (field, facts) =>
      `The offices are closed on ${of(facts, 'date')} (“${field}”). Please choose a working day.`,
    'town-code': (field, facts) =>
      `“${field}” ${of(facts, 'code')} is not a local government code (6 digits, the last a check digit).`,
    'town-of-prefecture': (field, facts) =>
      `“${field}” ${of(facts, 'code')} is not a municipality of this prefecture.`,
    'page-size': (field, facts) => `“${field}” must be from ${of(facts, 'min')} to ${of(facts, 'max')}.`,
    cursor: (field) => `“${field}” cannot be read. Please open the list again from its start.`,
    'shortlist-size': (field, facts) => `“${field}” takes one to ${of(facts, 'max')} people.`,
    'whole-shortlist': (field) => `“${field}”: please rank every candidate that was put forward.`,
    'longer-than-half': (_, facts) =>
      `A visit of ${of(facts, 'minutes')} minutes does not fit into the morning of ${of(facts, 'date')} (9:00 to 12:00). Choose the afternoon or a shorter visit.`,
    'serves-nobody': (field) =>
      `With this “${field}”, a plan without any visit would be the best. Please rank the visits left out and give them 1 point or more.`,
    'soft-rule': (field) =>
      `“${field}” holds a rule that cannot be ranked. Please choose from the rules shown.`,
    'wrong-code': (field) =>
      `“${field}” is not right, or has been used. Wait until your authenticator shows the next one and enter that.`,
    'cannot-take-over': (field) =>
      `“${field}” neither requests nor coordinates. Change their duties first, or choose somebody else.`,
    'duty-of-side': (field) =>
      `“${field}” holds a duty that does not exist at this place. Please choose again.`,
    'wrong-password': (field) => `“${field}” is not right. Please check it and type it again.`,
    'no-password': (field) =>
      `“${field}” cannot be checked: you sign in with your account of the prefecture and have no password here. If you need one, ask whoever manages your people for a link.`,
    'password-short': (field, facts) =>
      `“${field}” needs at least ${of(facts, 'min')} characters. Length protects best, their kind does not matter: think of a short sentence.`,
    'password-common': (field) =>
      `“${field}” consists of leaked passwords, common words, keyboard rows or repetitions, which attackers try first. Please put several unrelated words together.`,
    'password-personal': (field) =>
      `“${field}” consists of your login ID, your name, your town or this product and would be guessed. Please add several unrelated words.`,
    'not-after-present-end': (field, facts) =>
      `“${field}” must be after the present last day (${of(facts, 'end')}).`,
    'not-before-present-end': (field, facts) =>
      `“${field}” must be before the present last day (${of(facts, 'end')}).`,
    'not-in-future': (field, facts) => `“${field}” must be today (${of(facts, 'today')}) or before.`,
    'with-monthly-days': (field) => `Please fill in both “${field}” and the days a month, or neither.`,
    'not-a-party': (field) => `“${field}” must be one of the parties of this agreement.`,
    'repeated-line': (field) =>
      `“${field}” says the same twice. Remove one of them or word them differently.`,
    phone: (field) => `Write “${field}” in digits and hyphens, as in 082-000-0000.`,
    repeated: (field) => `“${field}” names the same thing twice.`,
    'outside-term': (field, facts) => `“${field}” must be from ${of(facts, 'from')} to ${of(facts, 'to')}.`,
    'beyond-guideline': (field, facts) =>
      `With this day the month has ${of(facts, 'used')}/${of(facts, 'agreed')} days, beyond the guideline. Fill in “${field}” to save it.`,
    'no-such-clause': (field, facts) => `The agreement has no article ${of(facts, 'no')} (“${field}”).`,
    twice: (field) => `“${field}” stands there twice.`,
    'no-party': (field) => `“${field}” names a body that is no party of the agreement.`,
    'no-town': (field) => `“${field}”: only towns can share by days.`,
    'remainder-party': (field) =>
      `Please choose, among those who share it, who bears what cannot be divided (“${field}”).`,
    zero: (field) => `“${field}” must not be 0.`,
    'no-such-row': (field) => `The terms of that month have no such row (“${field}”).`,
    'whole-months': (field) => `“${field}” must be where a month, or the agreement, begins or ends.`,
    'not-over': (field) => `“${field}” is not over yet. Choose a month that has ended.`,
    'too-many-months': (field, facts) =>
      `The period up to “${field}” must have at most ${of(facts, 'max')} months.`,
    'year-order': (field) => `“${field}” must not be before the first year.`,
  },
  fields: {
    ...jointEn.fields,
    mailAddress: 'Mail address',
    mailCode: 'Code',
    digestMinute: 'Time of the digest',
    stopped: 'Notices to stop',
    ids: 'Notices',
    ...datesEn.fields,
    ...reportsEn.fields,
    ...overviewEn.fields,
    ...travelEn.fields,
    ...exchangeEn.fields,
    partyKind: 'Kind',
    address: 'Address',
    partyId: 'Party',
    capacity: 'Capacity',
    signatoryTitle: 'Office of the signatory',
    signatoryName: 'Name of the signatory',
    agreementKind: 'Kind of agreement',
    startsOn: 'First day',
    endsOn: 'Last day',
    monthlyRule: 'What the days are',
    noticeDays: 'Days of notice',
    work: 'Work',
    confidentiality: 'Confidentiality',
    remainderPartyId: 'Bearer of the remainder',
    parties: 'Parties',
    clauses: 'Articles',
    heading: 'Heading',
    body: 'Words',
    decidedOn: 'Decided on',
    concludedOn: 'Signed on',
    paper: 'Document',
    termNo: 'Number of the term',
    revision: 'Revision',
    workedOn: 'Day worked',
    halfDays: 'Half or whole day',
    travelYen: 'Travel, there and back (yen)',
    beyondReason: 'Reason for going beyond the guideline',
    validFrom: 'Holds from',
    lines: 'Rows',
    item: 'Item',
    clauseNo: 'Article',
    amountRule: 'How the amount arises',
    yen: 'Amount (yen)',
    daySource: 'Days that count',
    shareRule: 'How it is shared',
    shares: 'Who bears it',
    month: 'Month',
    measure: 'Measure',
    bearer: 'For whom',
    firstYear: 'First fiscal year',
    lastYear: 'Last fiscal year',
    ratePerMille: 'Rate (per mille)',
    ceilingYen: 'Ceiling (yen)',
    items: 'Items',
    appointmentForms: 'Forms of appointment',
    seen: 'Version read',
    scope: 'Whose visits',
    period: 'Period',
    unit: 'Unit',
    counts: 'Visits counted',
    limit: 'Limit',
    warnPercent: 'Share from which it warns',
    supportRequestId: 'Request',
    agreementId: 'Agreement',
    schemeId: 'Scheme',
    capPer: 'What limits are counted over',
    onSiteDays: 'Days on site',
    onlineHours: 'Hours online',
    onlineMinutes: 'Minutes online',
    cost: 'Who pays',
    costWords: 'What the town pays',
    rule: 'Repetition',
    message: 'Words for the town',
    rules: 'Rules',
    validTo: 'Last day',
    opensOn: 'First day of the intake',
    closesOn: 'Last day of the intake',
    closesAt: 'Closing time',
    months: 'Months',
    duties: 'Duties',
    colleagueId: 'To whom',
    declaredOn: 'Declared on',
    signedOn: 'Signed on',
    came: 'Towns that came',
    people: 'People',
    cases: 'Shared cases',
    stops: 'Order',
    tour: 'Tour',
    ferryNote: 'Ferries',
    arranged: 'Order',
    on: 'Day',
    companion: 'Companion of the prefecture',
    words: 'Text',
    seats: 'Seats',
    monthlyHours: 'Hours a month',
    section: 'Section',
    since: 'Since',
    heldOn: 'Day',
    preparedBy: 'Prepared by',
    memberIds: 'Who came',
    record: 'What was done',
    what: 'For what',
    forName: 'For whom',
    role: 'Role',
    presentPassword: 'Current password',
    newPassword: 'New password',
    relation: 'Tie',
    corporateNumber: 'Corporate number',
    source: 'Source',
    phase: 'Procurement phase',
    vendors: 'Vendors',
    code: 'Code',
    starts: 'Searches side by side',
    stopAtIterations: 'Step at which the search was stopped',
    tiers: 'Order of the rules',
    weights: 'Points',
    weight: 'Kind of points',
    points: 'Points',
    frozenWorkingDays: 'Days in which published visits do not move',
    reserveHalfDaysPerWeek: 'Half-days per week for emergencies',
    answerDays: 'Working days to answer a visit',
    urgentLeadMinutes: 'Minutes to an urgent visit of the same day',
    itStaff: 'People who do IT',
    possible: 'Half-days that would do if need be',
    answered: 'Questions answered',
    groupId: 'Kind of trouble',
    person: 'Person',
    phone: 'Telephone',
    hours: 'Hours',
    purpose: 'Purpose',
    things: 'What to have ready',
    room: 'Room',
    parking: 'Parking',
    remarks: 'Anything else',
    busy: 'Periods without visits',
    label: 'Name of the period',
    optionKey: 'Chosen option',
    startsAt: 'Start',
    scheme: 'Scheme',
    fromId: 'From',
    toId: 'To',
    from: 'First day',
    to: 'Last day',
    minutes: 'Travel time (minutes)',
    note: 'What it rests on',
    basis: 'Ground',
    days: 'Days',
    kind: 'Kind of record',
    name: 'Name',
    kana: 'Reading',
    nameEn: 'Name in English',
    profileId: 'Profile',
    baseId: 'Base',
    employment: 'Employment',
    employmentEn: 'Employment (English)',
    modes: 'Ways of serving',
    monthlyDays: 'Days a month',
    nights: 'Nights away in a row',
    weekly: 'Weekly pattern',
    part: 'Part of the day',
    skillId: 'Skill',
    level: 'Level',
    evidence: 'Evidence',
    fiscalYear: 'Fiscal year',
    themeIds: 'Themes',
    weekday: 'Weekday',
    loginId: 'Login ID',
    password: 'Password',
    displayName: 'Name',
    seed: 'Seed',
    iterations: 'Steps of improvement',
    side: 'Whose side',
    title: 'Title',
    trouble: 'Your trouble',
    themeId: 'Support theme',
    urgency: 'Urgency',
    mode: 'Form of support',
    visits: 'Number of visits',
    visitMinutes: 'Length of a visit',
    minGapDays: 'Least days between visits',
    earliestOn: 'Wished start',
    deadlineOn: 'Deadline',
    wished: 'Half-days that suit',
    date: 'Date',
    half: 'Morning or afternoon',
    onlyWished: 'Wished days only',
    contactSection: 'Section in charge',
    approvalNumber: 'Approval number',
    reason: 'Reason',
    municipalityId: 'Municipality',
    specialistIds: 'Specialists',
    question: 'Question',
    advice: 'Advice',
    answer: 'Answer',
    specialistId: 'Specialist',
    first: 'Number of rows',
    after: 'Cursor',
    search: 'Search',
  },
  joinFaults: (sentences) => `${sentences.join(' ')} ${KEPT}`,
};

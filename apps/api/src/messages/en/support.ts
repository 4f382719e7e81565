import { type Messages } from '../messages.js';
import { of } from './words.js';

const KEPT = 'What you entered is still on this screen.';

/** Of requests, consultations, declarations of interest and the desk. */
export const supportEn: Pick<Messages, 'reasons'> = {
  reasons: {
    'declaration.not-found': () =>
      'This declaration was not found. You may not be able to see it. Please load the screen again.',
    'declaration.title-taken': (facts) =>
      `There is a declaration named “${of(facts, 'title')}” already. ${KEPT} Please choose another title.`,
    'declaration.already-signed': (facts) =>
      `The signature of ${of(facts, 'name')} has been noted already. Nothing was changed. Take it back first if it is wrong.`,
    'declaration.not-signed': () => 'It has not been signed yet. Nothing was changed.',
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
    'input.invalid': () => `Some entries need correction. ${KEPT}`,
    'request.not-found': () =>
      'This request was not found: it was withdrawn or is not yours to see. Please choose again from the list.',
    'request.not-decided': () =>
      'The dispatch has not been decided, so there is no notice of it yet. Please try again once it has.',
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
    'consultation.conflict-of-interest': () =>
      'After the check for conflicts of interest it was given to somebody else.',
    'prefecture.not-found': () =>
      'This prefecture was not found. Nothing was changed. Please choose from the list.',
    'municipality.not-found': () =>
      'This municipality was not found. Nothing was changed. Check the code or choose from the list.',
    'place.not-found': () =>
      'This is not an office of your prefecture. Nothing was changed. Please choose from the list.',
  },
};

import { type Messages, quotasIn } from '../messages.js';
import { of } from './words.js';

const KEPT = 'What you entered is still on this screen.';

const UNIT: Readonly<Record<string, string>> = { DAYS: 'days', HOURS: 'hours', VISITS: 'visits' };

/** Of agreements, hiring, quotas, schemes, attendance and money. */
export const engagementEn: Pick<Messages, 'reasons'> = {
  reasons: {
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
  },
};

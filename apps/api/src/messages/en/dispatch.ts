import { type Messages, momentOf } from '../messages.js';
import { of } from './words.js';

/** Of specialists, their time, plans, publications and visits. */
export const dispatchEn: Pick<Messages, 'reasons'> = {
  reasons: {
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
    'visit.not-found': () =>
      'This visit was not found: it was called off or is not yours to see. Please choose from the list.',
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
  },
};

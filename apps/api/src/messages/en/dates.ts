import { type Messages } from '../messages.js';
import { of } from './words.js';

/** Of dates that towns are asked for, and of those who come along. */
export const datesEn: Pick<Messages, 'reasons' | 'faults' | 'fields'> = {
  reasons: {
    'date-inquiry.not-found': () =>
      'This date inquiry was not found. Nothing was changed. Please open it from the list.',
    'date-inquiry.not-in-state': () =>
      'This date inquiry is over. Nothing was changed. Please reload the page and look at its state.',
    'date-inquiry.over': () => 'The deadline is over. Your answer was not saved. Please call the prefecture.',
    'date-inquiry.other-way': () =>
      'This inquiry is answered in another way. Nothing was saved. Please reload the page.',
    'date-inquiry.stale': () =>
      'This date cannot be had any more. Nothing was saved. Please load the dates again and choose anew.',
    'date-inquiry.asked-already': () =>
      'The town is being asked about this request already. Nothing was saved. Wait for the answer, or withdraw that inquiry first.',
    'date-inquiry.no-visit-left': () => 'Every visit of this request has its date. Nothing was saved.',
    'date-inquiry.case-stands-still': () =>
      'No date can be agreed for this request now. Nothing was changed. Please ask the prefecture.',
    'date-inquiry.slot-gone': () =>
      'This date cannot be had any more. Your answer was not saved. Please choose another, or say that none suits and what you wish.',
    'date-inquiry.may-not-add': () =>
      'No days can be added to this inquiry. Your answer was not saved. Please leave the added days out.',
    'date-inquiry.nobody-answered': () =>
      'Nobody has answered, so no date can be fixed. Wait for an answer, or give more time.',
    'date-inquiry.everyone-refused': (facts) =>
      `Everybody who answered refused this half of ${of(facts, 'date')}. No date was fixed. Please choose another day.`,
    'date-slot.not-found': () => 'This date was not found. Nothing was changed. Please reload the page.',
    'companion.not-found': () => 'This companion was not found. Nothing was changed. Please reload the page.',
    'companion.named-already': () => 'This person comes along already. Nothing was changed.',
    'companion.too-many': (facts) =>
      `At most ${of(facts, 'max')} people come along. Nothing was changed. Take one out first.`,
    'companion.elsewhere': () =>
      'This person has something else then (the way there and back included). Nothing was changed. Please choose somebody else.',
    'companion.confirmed': () => 'It is known already that you come along. Nothing was changed.',
    'companion.visit-over': () =>
      'This visit is over or was called off, so its companions stay. Nothing was changed.',
    'companion-busy.not-found': () =>
      'This entry was not found. Nothing was changed. Please reload the page.',
    'colleague.not-found': () =>
      'This person was not found among the staff of the prefecture. Nothing was changed. Please choose from the list.',
  },
  faults: {
    'not-later': (field, facts) =>
      `“${field}” must bring the deadline after the present one (${of(facts, 'dueOn')}).`,
    'due-before-first': (field, facts) =>
      `“${field}” must keep the deadline before the first day offered (${of(facts, 'first')}).`,
    'closed-day': (field, facts) =>
      `“${field}”: offices are closed on ${of(facts, 'date')}. Please choose a working day.`,
    'not-asked': (field) => `“${field}” is not among the days asked about.`,
    'name-answered': (field) => `“${field}”: somebody else answered under this name. Please enter another.`,
    'too-many-answers': (field, facts) =>
      `“${field}” cannot be added: at most ${of(facts, 'max')} people answer one inquiry.`,
  },
  fields: {
    workingDays: 'Working days to answer',
    message: 'Message to the town',
    slotKeys: 'Dates offered',
    slotKey: 'Date',
    slotId: 'Date',
    halves: 'Half-days',
    townMayAdd: 'The town may add days',
    marks: 'Marks',
    mark: 'Mark',
    added: 'Days that the town added',
    wishes: 'Days wished for',
    comment: 'Comment',
    accountId: 'Companion',
    visitId: 'Visit',
    startsAt: 'Start',
    endsAt: 'End',
  },
};

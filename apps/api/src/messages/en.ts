import type { Facts, Messages } from './messages.js';

const KEPT = 'What you entered is still on this screen.';
const of = (facts: Facts, key: string): string => String(facts[key] ?? '');

export const en: Messages = {
  reasons: {
    internal: (facts) =>
      `The system failed and changed nothing. Please try again shortly; if it goes on, give incident ${of(facts, 'incident')} to your operator.`,
    'access.sign-in-required': () => 'Please sign in. You will come back to this screen.',
    'access.forbidden': () =>
      'Your role may not do this. Nothing was changed. Please ask a person who has that role.',
    'sign-in.failed': () => 'The sign-in name or the password is not right. Please check both and try again.',
    'input.invalid': () => `Some entries need correction. ${KEPT}`,
    'request.not-found': () =>
      'This request was not found: it was withdrawn or is not yours to see. Please choose again from the list.',
    'request.not-in-state': () =>
      'This request has already moved on, so this can no longer be done. Nothing was changed. Please reload to see where it stands.',
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
    'document.unstorable': () =>
      'What was sent contains characters that cannot be stored, such as control characters. Nothing was run. Please remove them.',
    'body.too-large': (facts) =>
      `What was sent is too large (limit ${of(facts, 'limit')} KB). Nothing was saved. Please shorten it.`,
    'body.broken': () => 'What was sent could not be read (broken JSON). Nothing was saved.',
    'body.type': () => 'This kind of content is not accepted. Please send JSON.',
    'service.away': () => 'The database does not answer. Please try again shortly.',
    'route.not-found': () => 'There is nothing at this address. Please check it.',
  },
  faults: {
    required: (field) => `Please fill in “${field}”.`,
    invalid: (field) => `“${field}” has the wrong form.`,
    unknown: (field) => `“${field}” names something that is not registered. Please choose again.`,
    unstorable: (field) =>
      `“${field}” contains characters that cannot be stored, such as control characters. Please remove them.`,
    date: (field) => `“${field}” must be a date that exists, written like 2026-12-01.`,
    'too-long': (field, facts) => `“${field}” must have at most ${of(facts, 'max')} characters.`,
    'too-small': (field, facts) => `“${field}” must be at least ${of(facts, 'min')}.`,
    'too-big': (field, facts) => `“${field}” must be at most ${of(facts, 'max')}.`,
    step: (field, facts) => `“${field}” must be in steps of ${of(facts, 'step')} minutes.`,
    past: (field, facts) =>
      `“${field}” is before today (${of(facts, 'today')}). Please choose today or later.`,
    'too-far': (field, facts) => `“${field}” must be no later than ${of(facts, 'last')}.`,
    'after-deadline': (field, facts) => `“${field}” is after the deadline (${of(facts, 'deadline')}).`,
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
    repeated: (field) => `“${field}” names the same thing twice.`,
  },
  fields: {
    title: 'Title',
    trouble: 'Your trouble',
    themeId: 'Support theme',
    urgency: 'Urgency',
    mode: 'Form of support',
    visits: 'Number of visits',
    visitMinutes: 'Length of a visit',
    minGapDays: 'Days between visits',
    earliestOn: 'Wished start',
    deadlineOn: 'Deadline',
    wished: 'Wished days',
    date: 'Date',
    half: 'Morning or afternoon',
    onlyWished: 'Wished days only',
    contactSection: 'Section in charge',
    approvalNumber: 'Approval number',
    reason: 'Reason',
    municipalityId: 'Municipality',
    specialistIds: 'Candidates',
    question: 'Question',
    answer: 'Answer',
    specialistId: 'Specialist',
    first: 'Number of rows',
    after: 'Cursor',
    search: 'Search',
  },
  joinFaults: (sentences) => `${sentences.join(' ')} ${KEPT}`,
};

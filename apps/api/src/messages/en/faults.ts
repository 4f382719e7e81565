import { type Messages } from '../messages.js';
import { of } from './words.js';

/** What can be wrong with a field. */
export const faultsEn: Pick<Messages, 'faults'> = {
  faults: {
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
};

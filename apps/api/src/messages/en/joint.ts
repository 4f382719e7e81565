import { type Facts, halvesIn, type Messages } from '../messages.js';
import { of } from './words.js';

const WEEK = { SUN: 'Sun', MON: 'Mon', TUE: 'Tue', WED: 'Wed', THU: 'Thu', FRI: 'Fri', SAT: 'Sat' };
const halves = (facts: Facts): string =>
  halvesIn(facts, { days: WEEK, AM: ' morning', PM: ' afternoon', between: ', ' });

const missing = (facts: Facts): string => (facts['missingEn'] ? ` (${of(facts, 'missingEn')})` : '');
const agreement = (facts: Facts): string =>
  facts['number'] ? `Agreement ${of(facts, 'number')}` : 'The agreement';

/** Of people who are hired together, trained and placed. */
export const jointEn: Pick<Messages, 'reasons' | 'faults' | 'fields'> = {
  reasons: {
    'employment.not-found': () =>
      'The appointment was not found. Nothing was changed. Please reload the page.',
    'employment.overlaps': () =>
      'Another appointment lasts in this time. Nothing was saved. End it first, or choose another term.',
    'employment.not-then': (facts) =>
      `${of(facts, 'date')} is outside the appointment, or it was taken back. Nothing was changed. Choose a day of its term.`,
    'employment.removed': () => 'This appointment was taken back already. Nothing was changed.',
    'training.not-found': () =>
      'The completed training was not found. Nothing was changed. Please reload the page.',
    'training.already-done': () =>
      'This training is recorded as completed already. The record stays. Take it back first to correct it.',
    'training.removed': () => 'This record was taken back already. Nothing was changed.',
    'training.scope-stays': (facts) =>
      `For whom module ${of(facts, 'code')} is (once for a person, or for each town) cannot change. Nothing was changed. Make a module with another code.`,
    'training-rule.overtaken': () =>
      'Somebody else changed the rule first. Your change is not saved yet. Please reload the page and look at the rule.',
    'placement.not-found': () =>
      'The placement was not found or is not yours to see. Choose one from the list.',
    'placement.not-in-state': () =>
      'This placement has moved on, so this cannot be done. Nothing was changed. Please reload the page.',
    'placement.not-yet': (facts) =>
      `The first day of this placement (${of(facts, 'date')}) has not come. It will start by itself on that day.`,
    'placement.training-missing': (facts) =>
      `Training before the placement is missing${missing(facts)}, so it cannot start. Record its completion, and it can.`,
    'placement.agreement-unknown': () =>
      'The agreement was not found, so nobody can be placed. No placement was changed. Choose an agreement.',
    'placement.agreement-not-in-force': (facts) =>
      `${agreement(facts)} is not in force, so nobody can be placed under it. Look at its state.`,
    'placement.outside-agreement': (facts) =>
      `The placement does not lie within ${agreement(facts)} (${of(facts, 'from')} to ${of(facts, 'to')}). Choose another term, or extend the agreement.`,
    'placement.town-no-party': (facts) =>
      `The town is no party of ${agreement(facts)}. Choose another agreement, or add the town.`,
    'placement.person-left': () =>
      'This specialist has left the pool and cannot be placed. Choose somebody else.',
    'placement.outside-pattern': (facts) =>
      `This specialist does not work on ${halves(facts)}. Choose other half-days, or change the weekly pattern first.`,
    'placement.half-days-taken': (facts) =>
      `Another placement of this specialist takes ${halves(facts)}. No placement was changed. Choose other half-days or another term.`,
    'placement.term-over': () => 'Ended, since its last day is over.',
    'placement.day-come': () => 'Started, since its first day has come.',
    'survey.not-found': () => 'The survey was not found or is not yours to see. Choose one from the list.',
    'survey.closed': () => 'This survey is closed already. Nothing was changed.',
    'survey.over': (facts) =>
      `Answers to this survey are closed (deadline ${of(facts, 'date')}). Your answer was not changed. Please ask the prefectural hub.`,
    'recruitment.not-found': () =>
      'The recruitment was not found or is not yours to see. Choose one from the list.',
    'recruitment.closed': () => 'This recruitment is closed already. Nothing was changed.',
    'applicant.not-found': () =>
      'The applicant was not found or is not yours to see. Choose one from the list.',
    'applicant.not-in-state': () =>
      'This application has moved on, so this cannot be done. Nothing was changed. Please reload the page.',
    'sharing-meeting.not-found': () =>
      'The meeting was not found or is not yours to see. Choose one from the list.',
    'sharing-meeting.same-day': (facts) =>
      `There is a meeting on ${of(facts, 'date')} already. Nothing was saved. Choose another day.`,
    'rotation.not-found': () =>
      'The rotation was not found or is not yours to see. Choose one from the list.',
    'rotation.not-in-state': () =>
      'This rotation was applied or withdrawn already. Nothing was changed. Please reload the page.',
    'rotation.not-possible': (facts) =>
      `${of(facts, 'moves')} of the moves cannot be made, so none was made. Look at the reasons of each and correct them.`,
    'rotation.not-to-leave': (facts) =>
      `The placement to leave does not last until the eve of ${of(facts, 'date')}: it has not started, or ends before. Choose another.`,
  },
  faults: {
    code: (field) => `“${field}” must begin with a capital letter, at most 10 characters (such as C or B2).`,
    'not-future': (field) => `“${field}” must not lie in the future.`,
    'no-town': (field) => `Leave “${field}” empty for a module that is done once.`,
    'outside-term': (field, facts) =>
      `“${field}” must be a day of the placement (${of(facts, 'from')} to ${of(facts, 'to')}).`,
    'empty-move': (field) => `“${field}” has a line without a placement to leave and without a place to go.`,
    'not-placed-then': (field) => `“${field}” is not placed on that day. Choose another placement.`,
  },
  fields: {
    form: 'Form of appointment',
    grade: 'Grade',
    partyId: 'Employer',
    agreementId: 'Agreement',
    startsOn: 'First day',
    endsOn: 'Last day',
    on: 'Day',
    moduleCode: 'Module',
    scope: 'For whom',
    gating: 'Training before a placement',
    gatedVisits: 'Whose visits wait for it too',
    completedOn: 'Completed on',
    post: 'Post',
    profiles: 'Talent profiles',
    people: 'People',
    sharePercent: 'Share of the week (%)',
    lines: 'Answer',
    surveyId: 'Survey',
    closesOn: 'Closing day',
    retentionNote: 'How long applicants’ data are kept',
    contact: 'Contact',
    appliedOn: 'Applied on',
    step: 'Next step',
    heldOn: 'Held on',
    issue: 'Issue',
    idea: 'Idea borrowed from another town',
    meetingId: 'Meeting',
    placementId: 'Placement',
    moves: 'Moves',
    leavesId: 'Placement to leave',
    goesTo: 'Goes to',
  },
};

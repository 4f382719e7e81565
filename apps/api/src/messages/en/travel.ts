import { type Messages } from '../messages.js';
import { of } from './words.js';

/** Of travel claims and the rules of paying bodies. */
export const travelEn: Pick<Messages, 'reasons' | 'faults' | 'fields'> = {
  reasons: {
    'travel-claim.not-found': () =>
      'This travel claim was not found or is not yours to see. Please reload the page.',
    'travel-claim.not-in-state': () =>
      'This travel claim has already moved on, so this can no longer be done. Nothing was changed. Please reload.',
    'travel-claim.changed-meanwhile': () =>
      'This claim, or who pays for it, was changed after you opened it. Nothing was saved. Please reload and check.',
    'travel-claim.visit-not-made': (facts) =>
      `The visit of ${of(facts, 'date')} is not marked as made. Nothing was changed. Claim for it afterwards.`,
    'travel-claim.visit-online': (facts) =>
      `The visit of ${of(facts, 'date')} was online. No claim was made. Please settle it without travel.`,
    'travel-claim.visit-taken': (facts) =>
      `The visit of ${of(facts, 'date')} belongs to another claim. Nothing was changed. Please open that one.`,
    'travel-claim.not-one-journey': () =>
      'There is a day between the visits you chose, so they are no one journey. Nothing was made. Choose visits on days in a row.',
    'travel-claim.incomplete': (facts) =>
      `A leg of ${of(facts, 'date')} has no fare or no distance. It was not handed in; your draft is kept. Fill it in first.`,
    'travel-claim.nothing': () =>
      'Nothing is to be paid. It was not handed in. Drop this claim and settle the visit without travel.',
    'travel-claim.no-rule': (facts) =>
      `Whoever pays (${of(facts, 'payer') || 'the prefecture'}) has no travel rule for the day of departure. It was not granted. Set one under “Travel rules”.`,
    'travel-claim.agreed-price': () =>
      'The agreement has a fixed price for travel. It was not granted, so that nothing is paid twice. Send it back, or check the terms.',
    'travel-claim.figures-missing': () =>
      'The travel rule lacks a ceiling or a rate that this claim needs. It was not granted. Enter it under “Travel rules”.',
    'travel-claim.no-open-month': (facts) =>
      `No month is left to charge the visit of ${of(facts, 'date')} to: the whole term has been billed. It was not granted. Cancel the last invoice first.`,
    'travel-claim.attendance-has-travel': (facts) =>
      `The day worked on ${of(facts, 'date')} has travel already. It was not granted, so that nothing is borne twice. Remove one of them.`,
    'travel-rule.changed-meanwhile': (facts) =>
      `Somebody has set version ${of(facts, 'version')} since you opened this. Nothing was saved. Please reload and check.`,
    'attendance.travel-claimed': (facts) =>
      `Travel of ${of(facts, 'date')} is in a granted claim. The day was not recorded. Record it with no travel.`,
    'cost-actual.of-travel-claim': () =>
      'This amount came from a granted travel claim and was not removed. Enter a correction in a later month instead.',
  },
  faults: {
    'not-around': (field, facts) =>
      `“${field}” must be from ${of(facts, 'from')} to ${of(facts, 'to')}, within three days of the visits.`,
    'outside-journey': (field, facts) =>
      `“${field}” must be a day of the journey, from ${of(facts, 'from')} to ${of(facts, 'to')}.`,
    'last-day': (field) => `“${field}” must be a night before the day of return.`,
  },
  fields: {
    visitIds: 'Visits',
    fromOn: 'Departure',
    toOn: 'Return',
    startsFrom: 'Begins at',
    endsAt: 'Ends at',
    legs: 'Legs',
    nights: 'Nights',
    receipts: 'Receipts',
    onDate: 'Day',
    fromName: 'From',
    toName: 'To',
    meters: 'Distance',
    fareYen: 'Fare (yen)',
    placeName: 'Place of the night',
    regionId: 'Prefecture of the night',
    meals: 'Meals',
    paidOn: 'Paid on',
    ruleId: 'Kind of rule',
    amounts: 'Rates',
    ceilings: 'Ceilings of a night',
    receiptFor: 'Needs a receipt',
    lodgingAllowanceYen: 'Lodging allowance a night',
    carYenPerKm: 'Own car a kilometre',
    perDiemYen: 'Per diem',
    dayTripYen: 'Per diem of a day trip',
    lodgingYen: 'Lodging a night',
  },
};

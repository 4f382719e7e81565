import type { offline as ja } from '../ja/offline';
import type { Catalogue } from '../catalogue';

export const offline: Catalogue<typeof ja> = {
  away: 'No line.',
  keptAt: 'This was read at {{time}}.',
  nothingKept: 'This screen is not on the phone. It appears when there is a line.',
  unsent: 'Not sent yet: {{count}}',
  willSend: 'Goes out by itself when there is a line.',
  toDecide: 'Please check ({{count}})',
  decide: 'Check and decide',
  title: 'Not sent yet',
  lead: 'What you pressed without a line. When there is one it goes out by itself, in this order.',
  empty: 'Nothing waits. Everything has been sent.',
  sendNow: 'Send now',
  stillAway: 'There is no line yet. It stays on this phone.',
  waits: 'Waiting to be sent',
  askedAt: 'Pressed at {{at}}',
  kind: { ACCEPT: 'That you will come', REPORT: 'Report handed in' },
  discard: 'Remove without sending',
  discardTitle: 'Remove without sending?',
  discardText: '“{{what}}” will be gone from this phone for good.',
  discarded: 'Removed.',
  mine: 'When you pressed it',
  now: 'Now',
  sent: 'Sent.',
  accept: {
    moved: 'The visit was moved',
    cancelled: 'The visit was called off',
    other: 'It cannot be answered now',
    acceptNew: 'I will come at the new time',
  },
  report: {
    newer: 'The report was changed elsewhere',
    handedIn: 'The report has been handed in already',
    cancelled: 'The visit was called off',
    other: 'The report could not be sent',
    sendMine: 'Hand in mine',
    none: 'There is no report yet',
    openNow: 'Open the report as it is now',
  },
  signOut: {
    title: 'Not sent yet: {{count}}',
    text: 'Signing out removes it from this phone. You may send it first where there is a line.',
    anyway: 'Remove and sign out',
  },
  signIn:
    'This phone holds {{count}} not sent yet. They go out when the same person signs in, and are removed when somebody else does.',
};

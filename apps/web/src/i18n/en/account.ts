import type { Catalogue } from '../catalogue';
import type * as ja from '../ja/account';

export const account: Catalogue<typeof ja.account> = {
  title: 'Account',
  ownData: 'What is held about you',
  ownDataText:
    'All that this system holds about you where you act now (your registration, what you did, your browsers), in one file. Passwords and keys are not in it. That you took it is recorded.',
  ownDataTake: 'Take it as a file',
  password: 'Password',
  presentPassword: 'Current password',
  newPassword: 'New password',
  passwordHint:
    'At least 15 characters of any kind. A short sentence of unrelated words is safe, such as “wooden boats carry rice”.',
  changePassword: 'Change the password',
  passwordChanged: 'Your password has been changed. Every other browser has been signed out.',
  sessions: 'Where you are signed in',
  sessionsLead: 'If you do not know one of them, sign it out and then change your password.',
  browserTitle: 'Browser',
  browserOn: '{{browser}} ({{system}})',
  browser: { EDGE: 'Edge', FIREFOX: 'Firefox', CHROME: 'Chrome', SAFARI: 'Safari', OTHER: 'another browser' },
  system: {
    WINDOWS: 'Windows',
    ANDROID: 'Android',
    IOS: 'iPhone or iPad',
    MAC: 'Mac',
    LINUX: 'Linux',
    OTHER: 'another system',
  },
  signedInAt: 'Signed in',
  lastSeenAt: 'Last used',
  state: 'State',
  thisBrowser: 'This browser',
  end: 'Sign out',
  endOne: 'Sign {{browser}} out',
  sessionEnded: '{{browser}} has been signed out.',
  endOthers: 'Sign out every other browser',
  othersEnded: 'Every other browser has been signed out.',
  endAll: 'Sign out everywhere, here too',
  memberships: 'Where you act',
  membership: 'Membership',
  partAt: '{{place}} ({{role}})',
  switch: 'Go on there',
};

import type { Catalogue } from '../catalogue';
import type * as ja from '../ja/session';

export const session: Catalogue<typeof ja.session> = {
  title: 'Sign in',
  lead: 'For staff of the prefecture and its municipalities, and for specialists. Sign in with the login ID you were given.',
  loginId: 'Login ID',
  password: 'Password',
  submit: 'Sign in',
  code: 'Code',
  codeHint: 'The six digits that your authenticator shows. Without the device, enter a recovery code.',
  codeLead: 'Your password is right. Now enter the code of your authenticator.',
  passkey: 'Sign in with a passkey',
  passkeyUse: 'Use a passkey',
  passkeyAborted: 'The passkey was not used. Try again, or use your login ID and password.',
  or: 'or',
  identity: 'Sign in with your account of {{prefecture}}',
  identityTitle: {
    unknown: 'Your account of the prefecture is not linked yet',
    failed: 'Your account of the prefecture could not sign you in',
  },
  identityMore: {
    unknown:
      'Sign in with your login ID and password and link it on the page “Account”. From then on it signs you in.',
    failed:
      'It may have taken too long, or have begun in another window. Start again, or use your login ID and password.',
  },
  passkeyLead: 'Your password is right. Now use your passkey, or a recovery code.',
  recoveryHint: 'Without the device, enter a recovery code.',
  recoveryCode: 'Recovery code',
  codeTitle: 'Second step',
  codeBack: 'Back to the login ID',
  codeRemedy:
    'If you have lost both the device and the recovery codes, ask the manager of your town or the prefecture to remove your second factor.',
  demo: 'All people and requests in this installation are fictitious',
  demoMore: 'Only the names and codes of municipalities are real.',
  expired: 'Your session has ended. Sign in again to go on from this page.',
  expiredTitle: 'Please sign in again',
  expiredKept: 'What you typed has been kept.',
  wanted: 'After signing in you go on to the page you wanted.',
  accountOf: '{{name}} (account)',
  accountMenu: '(account and settings)',
  otherParts: 'Go on in another part',
  signOut: 'Sign out',
  language: 'Language',
  navigation: 'Main menu',
  role: {
    HUB_STAFF: 'digital talent desk',
    MUNICIPALITY_STAFF: 'municipality',
    SPECIALIST: 'specialist',
    OPERATOR: 'operator',
  },
  credits: {
    title: 'Sources of the data',
    sources: [
      'Names, codes, readings and office locations of municipalities: made from “localgovjp” (Code for FUKUI, CC0 1.0)',
      'Population (1 January 2022): made from “mynumbercard_statistics” (Code for Japan, MIT License); original data by MIC',
      'Travel time estimates: made from “National Land Numerical Information (administrative areas)” (MLIT); about 15 % error on average',
      'Holidays: @holiday-jp/holiday_jp (MIT License)',
      'Typeface of documents (PDF): Noto Sans JP (Adobe, SIL Open Font License 1.1)',
    ],
  },
  notFound: {
    title: 'Page not found',
    lead: 'The address has changed, or your role does not have this page.',
    home: 'Back to the home page',
  },
  broken: {
    title: 'This page could not be shown',
    lead: 'Saved data is unchanged. If it happens again after reloading, please tell the operators.',
    reload: 'Reload the page',
  },
};

import { DESK, PHONE } from '../browser/browser.js';

/** Bytes. */
export const MOST_BYTES = 60_000;

interface Chosen {
  readonly name: string;
  readonly loginId: string;
  readonly path: string;
  /** Pressed one after the other to come to the screen: the address of a record is not known before. */
  readonly follow?: readonly string[];
  readonly viewport?: typeof DESK;
}

const TALL = { width: DESK.width, height: 860 };
const HAND = { width: PHONE.width, height: 812 };

/** The screens that the README shows. */
export const CHOSEN: readonly Chosen[] = [
  { name: 'hub-home', loginId: 'hub34', path: '/' },
  { name: 'hub-triage', loginId: 'hub34', path: '/triage', viewport: TALL },
  { name: 'hub-board', loginId: 'hub34', path: '/board', viewport: TALL },
  {
    name: 'hub-compare',
    loginId: 'hub34',
    path: '/board',
    follow: ['main a[href$="/compare"]'],
    viewport: TALL,
  },
  { name: 'hub-overview', loginId: 'hub34', path: '/overview', viewport: TALL },
  { name: 'town-home', loginId: 'town342025', path: '/' },
  { name: 'town-request', loginId: 'town342025', path: '/requests/new', viewport: TALL },
  {
    name: 'town-tracker',
    loginId: 'town342025',
    path: '/requests',
    follow: ['main tbody a[href^="/requests/"]'],
  },
  { name: 'phone-schedule', loginId: 'sp34-01', path: '/', viewport: HAND },
  {
    name: 'phone-report',
    loginId: 'sp34-01',
    path: '/reports',
    follow: ['main a[href$="/report"]'],
    viewport: HAND,
  },
  { name: 'phone-days', loginId: 'sp34-01', path: '/days', viewport: HAND },
];

import type { Viewer } from '../session';
import type { ja } from '../i18n/ja';

export type Topic = keyof (typeof ja)['help']['topics'];

/** Which help stands beside which screen: of the addresses that fit the longest one holds; `:id` is any one word. */
const TOPICS: Readonly<Record<Viewer['role'], Readonly<Record<string, Topic>>>> = {
  HUB_STAFF: {
    '/': 'hubHome',
    '/triage': 'triage',
    '/inbox': 'hubRequests',
    '/requests': 'hubRequests',
    '/requests/new': 'newRequest',
    '/requests/:id': 'hubRequest',
    '/consultations': 'hubQuestions',
    '/consultations/new': 'newQuestion',
    '/consultations/:id': 'hubQuestion',
    '/board': 'board',
    '/plans': 'plans',
    '/plans/policy': 'policy',
    '/plans/repair': 'repair',
    '/plans/towns': 'towns',
    '/plans/:id': 'plan',
    '/plans/:id/compare': 'compare',
    '/visits': 'visits',
    '/visits/proposals': 'proposals',
    '/visits/:id': 'visit',
    '/dates': 'dates',
    '/companions': 'companions',
    '/reports': 'reports',
    '/cases': 'cases',
    '/specialists': 'specialists',
    '/specialists/:id': 'specialist',
    '/availability': 'availabilityOverview',
    '/travel': 'travelTimes',
    '/people': 'people',
    '/imports': 'imports',
    '/retention': 'retention',
    '/overview': 'overview',
    '/overview/report': 'overviewReport',
    '/engagements': 'engagements',
    '/engagements/agreements': 'agreements',
    '/engagements/costs': 'costs',
    '/engagements/invoices': 'invoices',
    '/engagements/travel-claims': 'hubClaims',
    '/engagements/tax-evidence': 'taxEvidence',
    '/engagements/quotas': 'quotas',
    '/engagements/schemes': 'schemes',
    '/engagements/placements': 'placements',
    '/engagements/attendance': 'attendance',
  },
  MUNICIPALITY_STAFF: {
    '/': 'townHome',
    '/requests': 'townRequests',
    '/requests/new': 'newRequest',
    '/requests/:id': 'townRequest',
    '/consultations': 'townQuestions',
    '/consultations/new': 'newQuestion',
    '/consultations/:id': 'townQuestion',
    '/dates': 'townDates',
    '/schedule': 'townSchedule',
    '/visits/:id': 'townVisit',
    '/reports': 'townReports',
    '/cases': 'cases',
    '/people': 'people',
    '/imports': 'imports',
    '/town': 'town',
    '/calendar-feeds': 'feeds',
    '/engagements': 'engagements',
    '/engagements/agreements': 'agreements',
    '/engagements/costs': 'costs',
    '/engagements/invoices': 'invoices',
    '/engagements/quotas': 'quotas',
    '/engagements/schemes': 'schemes',
    '/engagements/offices': 'offices',
    '/engagements/attendance': 'attendance',
  },
  SPECIALIST: {
    '/': 'mySchedule',
    '/requests': 'myCases',
    '/requests/:id': 'myCase',
    '/consultations': 'myQuestions',
    '/consultations/:id': 'myQuestion',
    '/visits/:id': 'myVisit',
    '/visits/:id/report': 'myReport',
    '/reports': 'myReports',
    '/cases': 'cases',
    '/availability': 'availability',
    '/firms': 'firms',
    '/calendar-feeds': 'feeds',
    '/engagements': 'engagements',
    '/engagements/attendance': 'myDays',
    '/engagements/travel-claims': 'myClaims',
  },
  OPERATOR: { '/': 'operatorHome', '/operations': 'operations', '/people': 'people' },
};

/** For everybody. */
const SHARED: Readonly<Record<string, Topic>> = {
  '/account': 'account',
  '/notices': 'notices',
  '/notices/settings': 'noticeSettings',
  '/search': 'search',
  '/history': 'history',
};

const fits = (pattern: readonly string[], path: readonly string[]): boolean =>
  pattern.length <= path.length && pattern.every((word, i) => word === ':id' || word === path[i]);

const wordsOf = (path: string): string[] => path.split('/').filter(Boolean);

/** What helps on this screen; null where nothing has been written. */
export function topicOf(role: Viewer['role'], pathname: string): Topic | null {
  const path = wordsOf(pathname);
  const found = Object.entries({ ...SHARED, ...TOPICS[role] })
    .map(([pattern, topic]) => ({ words: wordsOf(pattern), topic }))
    .filter(({ words }) => (words.length === 0 ? path.length === 0 : fits(words, path)))
    // A word that is said outweighs one that may be any.
    .sort((a, b) => b.words.length - a.words.length || anyIn(a.words) - anyIn(b.words));
  return found[0]?.topic ?? null;
}

const anyIn = (words: readonly string[]): number => words.filter((word) => word === ':id').length;

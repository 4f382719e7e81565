/** Screens that are looked at in many ways: which rows, in which order, of which month. Their ways can be kept. */
const LISTS: readonly string[] = [
  '/inbox',
  '/requests',
  '/consultations',
  '/board',
  '/plans',
  '/visits',
  '/visits/proposals',
  '/dates',
  '/companions',
  '/reports',
  '/cases',
  '/schedule',
  '/specialists',
  '/availability',
  '/travel',
  '/people',
  '/plans/towns',
  '/overview',
  '/overview/towns',
  '/overview/waits',
  '/overview/days',
  '/overview/tax',
  '/overview/steps',
  '/overview/repeats',
  '/overview/ratings',
  '/notices',
  '/engagements/agreements',
  '/engagements/parties',
  '/engagements/attendance',
  '/engagements/placements',
  '/engagements/invoices',
  '/engagements/meetings',
  '/engagements/fields',
  '/engagements/rounds',
  '/engagements/quotas',
  '/engagements/tax-evidence',
  '/engagements/travel-claims',
  '/engagements/travel-totals',
];

export const isList = (pathname: string): boolean => LISTS.includes(pathname);

/** Where in a long list one is belongs to the moment, not to the view. */
const OF_THE_MOMENT: readonly string[] = ['after', 'before', 'first'];

/** What of an address is worth keeping. */
export function queryOf(search: string): string {
  const params = new URLSearchParams(search);
  for (const name of OF_THE_MOMENT) params.delete(name);
  return params.toString();
}

export const addressOf = ({ path, query }: { readonly path: string; readonly query: string }): string =>
  query === '' ? path : `${path}?${query}`;

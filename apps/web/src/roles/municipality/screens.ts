import { page, part } from '../page';

// Every screen of a town.
export * from '../screens/everybody';
export * from '../screens/offices';

/** What stands beside or below screens; each comes when a screen shows it. */
export const HubContactCard = part(
  async () => (await import('../../features/hub-contact/HubContactCard')).HubContactCard,
);
export const FullQuota = part(async () => (await import('../../features/quotas/FullQuota')).FullQuota);
export const SimilarCases = part(
  async () => (await import('../../features/reports/SimilarCases')).SimilarCases,
);
export const ToOnline = part(async () => (await import('../../features/support-requests/ToOnline')).ToOnline);

export const StandingPage = page(
  async () => (await import('../../features/overview/StandingPage')).StandingPage,
);
export const TownSchedulePage = page(
  async () => (await import('../../features/schedule/VisitListPage')).TownSchedulePage,
);
export const PreparePage = page(
  async () => (await import('../../features/preparation/PreparePage')).PreparePage,
);
export const TownRequestPage = page(
  async () => (await import('../../features/support-requests/TownRequestPage')).TownRequestPage,
);
export const OwnTownPage = page(async () => (await import('../../features/towns/TownPage')).OwnTownPage);
export const TownHome = page(async () => (await import('./TownHome')).TownHome);

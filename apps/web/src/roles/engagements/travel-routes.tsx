import { Route } from 'react-router';
import { historyOf } from '../../features/history/HistoryLink';
import { page } from '../page';

const ClaimListPage = page(
  async () => (await import('../../features/travel-claims/ClaimListPage')).ClaimListPage,
);
const ClaimPage = page(async () => (await import('../../features/travel-claims/ClaimPage')).ClaimPage);
const MyClaimsPage = page(
  async () => (await import('../../features/travel-claims/MyClaimsPage')).MyClaimsPage,
);
const RulesPage = page(async () => (await import('../../features/travel-claims/RulesPage')).RulesPage);
const TotalsPage = page(async () => (await import('../../features/travel-claims/TotalsPage')).TotalsPage);

/** Travel as the hub examines it. */
export const HUB_TRAVEL_ROUTES = (
  <>
    <Route path="engagements/travel-claims" element={<ClaimListPage />} />
    <Route path="engagements/travel-claims/:id" element={<ClaimPage below={historyOf('claim')} />} />
    <Route path="engagements/travel-totals" element={<TotalsPage />} />
    <Route path="engagements/travel-rules" element={<RulesPage />} />
  </>
);

/** Travel as whoever travelled writes it. */
export const SPECIALIST_TRAVEL_ROUTES = (
  <>
    <Route path="engagements/travel-claims" element={<MyClaimsPage />} />
    <Route path="engagements/travel-claims/:id" element={<ClaimPage />} />
  </>
);

import { Route } from 'react-router';
import { historyOf } from '../../features/history/HistoryLink';
import { ClaimListPage } from '../../features/travel-claims/ClaimListPage';
import { ClaimPage } from '../../features/travel-claims/ClaimPage';
import { MyClaimsPage } from '../../features/travel-claims/MyClaimsPage';
import { RulesPage } from '../../features/travel-claims/RulesPage';
import { TotalsPage } from '../../features/travel-claims/TotalsPage';

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

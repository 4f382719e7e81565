import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { Tabs } from '../../ui/Tabs';

const PLACES = [
  { to: '/engagements/travel-claims', label: 'travelClaims.title' },
  { to: '/engagements/travel-totals', label: 'travelClaims.totals' },
  { to: '/engagements/travel-rules', label: 'travelClaims.rules' },
] as const;

/** Claims, their sums, and the rules by which they are reckoned. */
export function TravelTabs() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  return (
    <Tabs
      label={t('travelClaims.tabs')}
      tabs={PLACES.map(({ to, label }) => ({ to, label: t(label), current: pathname === to }))}
    />
  );
}

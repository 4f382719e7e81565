import { useTranslation } from 'react-i18next';

/** Where a page of agreements and people belongs: its list, or all of them. */
export function useBack(): { to: string; label: string } {
  const { t } = useTranslation();
  return { to: '/engagements', label: t('roles.nav.engagements') };
}

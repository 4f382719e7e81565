import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '../../ui/Page';

const PLACES = [
  ['/requests', 'requests'],
  ['/consultations', 'consultations'],
  ['/cases', 'cases'],
  ['/calendar-feeds', 'feeds'],
  ['/engagements', 'engagements'],
  ['/firms', 'firms'],
  ['/notices', 'inbox'],
  ['/account', 'account'],
] as const;

/** その他: everything that is not needed on the way, one line each. */
export function MorePage() {
  const { t } = useTranslation();
  return (
    <Page title={t('roles.nav.more')} narrow>
      <ul className="-mt-4">
        {PLACES.map(([to, place]) => (
          <li key={to} className="border-b border-solid-gray-300">
            <Link to={to} className="flex min-h-14 flex-col justify-center py-2 no-underline hover:bg-key-50">
              <span className="link">{t(`roles.more.${place}.title`)}</span>
              <span className="text-dns-14N-130 text-solid-gray-700">{t(`roles.more.${place}.note`)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  );
}

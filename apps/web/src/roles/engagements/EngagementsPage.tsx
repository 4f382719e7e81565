import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page, Section } from '../../ui/Page';
import { PLACES } from './places';

/** Where agreements, people shared and money are kept. */
export function EngagementsPage({ of }: { readonly of: keyof typeof PLACES }) {
  const { t } = useTranslation();
  const groups = PLACES[of];
  return (
    <Page title={t('roles.nav.engagements')}>
      {groups.map(({ id, places }) => (
        <Section key={id} title={t(`roles.engagements.${id}`)} id={id}>
          <ul className="grid gap-x-8 gap-y-4 sm:grid-cols-2 lg:grid-cols-3">
            {places.map(({ path, label, note }) => (
              <li key={path}>
                <Link to={`/engagements/${path}`} className="link font-700">
                  {t(label)}
                </Link>
                <p className="text-dns-16N-130 text-solid-gray-700">{t(note)}</p>
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </Page>
  );
}

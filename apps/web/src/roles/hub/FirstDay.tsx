import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Section } from '../../ui/Page';

/** In the order in which each needs the one before: people, towns, what they need, who goes when. */
const STEPS = [
  { key: 'people', to: '/specialists', more: '/imports' },
  { key: 'towns', to: '/people', more: null },
  { key: 'needs', to: '/requests/new', more: null },
  { key: 'plan', to: '/board', more: null },
] as const;

/** Until the first request there is nothing to do, and everything to prepare. */
export function FirstDay() {
  const { t } = useTranslation();
  return (
    <Section title={t('roles.firstDay.title')} id="first-day">
      <ol className="mb-10 grid grid-cols-1 gap-4 sm:grid-cols-2 xl:grid-cols-4">
        {STEPS.map(({ key, to, more }, index) => (
          <li key={key} className="flex flex-col gap-2 rounded-8 border border-solid-gray-420 p-4">
            <p className="text-dns-14N-130 text-solid-gray-700">
              {t('roles.firstDay.step', { n: index + 1 })}
            </p>
            <p className="text-std-16B-170">
              <Link to={to} className="link">
                {t(`roles.firstDay.steps.${key}.do`)}
              </Link>
            </p>
            <p>{t(`roles.firstDay.steps.${key}.why`)}</p>
            {more && (
              <p>
                <Link to={more} className="link">
                  {t('roles.firstDay.import')}
                </Link>
              </p>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}

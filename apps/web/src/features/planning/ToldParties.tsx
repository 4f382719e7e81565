import { useTranslation } from 'react-i18next';
import { nameOf } from '../../i18n/words';
import type { PlanPart } from './part.documents';

/** Who is told, of how many visits, and by what means; nobody's address. */
export function ToldParties({ told }: { readonly told: PlanPart['told'] }) {
  const { t } = useTranslation();
  if (told.length === 0) return null;
  const unheard = told.filter(({ people }) => people === 0);
  return (
    <details>
      <summary className="w-fit py-2 text-std-16B-170">
        {t('publishing.told', {
          towns: told.filter(({ municipality }) => municipality).length,
          specialists: told.filter(({ specialist }) => specialist).length,
        })}
      </summary>
      <ul className="mt-1 columns-1 gap-6 sm:columns-2">
        {told.map(({ municipality, specialist, visits, people, byMail }) => (
          <li key={municipality?.id ?? specialist?.id} className="break-inside-avoid py-1">
            {nameOf(municipality ?? specialist ?? { name: '', nameEn: '' })}{' '}
            {t('ui.items', { count: visits })}
            <span className="block text-dns-14N-130 text-solid-gray-700">
              {people === 0
                ? t('publishing.nobodyThere')
                : byMail === 0
                  ? t('publishing.byInbox', { count: people })
                  : t('publishing.byMail', { count: people, mail: byMail })}
            </span>
          </li>
        ))}
      </ul>
      {unheard.length > 0 && (
        <p className="mt-2 text-warning-orange-2">{t('publishing.callThem', { count: unheard.length })}</p>
      )}
    </details>
  );
}

import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { PreparationNotesDocument } from './preparation.documents';
import { readyOf } from './PreparationNotes';

/** How far it is, and the way to it: one line on a card. */
export function PreparationLink({ visitId }: { readonly visitId: string }) {
  const { t } = useTranslation();
  const load = useLoad(PreparationNotesDocument, { visitId }, { about: ['VisitPreparation'] });
  const preparation = load.data?.visitPreparation;
  if (!preparation) return null;
  const ready = readyOf(preparation);
  return (
    <p className="flex flex-wrap items-baseline gap-x-3 text-dns-16N-130">
      <Link to={`/visits/${visitId}/prepare`} className="link">
        {t(preparation.mayWrite ? 'preparation.open' : 'preparation.see')}
      </Link>
      {ready.all > 0 && (
        <span className="text-solid-gray-700">
          {ready.done === ready.all ? t('preparation.allReady') : t('preparation.thingsDone', ready)}
        </span>
      )}
    </p>
  );
}

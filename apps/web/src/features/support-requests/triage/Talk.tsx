import { useTranslation } from 'react-i18next';
import { shortInstant } from '../../../i18n/dates';
import { AsWritten } from '../../../ui/AsWritten';
import type { RequestRow } from '../requests.documents';

/** What hub and town have said to each other about a request before it was decided. */
export const talkOf = ({ history }: Pick<RequestRow, 'history'>): RequestRow['history'] =>
  history.filter(({ fromStatus, toStatus }) => fromStatus === 'IN_TRIAGE' && toStatus === 'IN_TRIAGE');

/** Question and answer in the order in which they were said. */
export function Talk({ request }: { readonly request: RequestRow }) {
  const { t } = useTranslation();
  const said = talkOf(request);
  if (said.length === 0) return null;
  return (
    <ol aria-label={t('triage.talk')} className="flex flex-col gap-2">
      {said.map(({ at, actorName, actorRole, reason }) => (
        <li key={at} className="border-l-4 border-solid-gray-420 pl-3">
          <p className="text-dns-14N-130 text-solid-gray-700">
            {t(actorRole === 'MUNICIPALITY_STAFF' ? 'triage.ofTown' : 'triage.ofHub')}{' '}
            <AsWritten>{actorName}</AsWritten> {shortInstant(at)}
          </p>
          <AsWritten block>{reason ?? ''}</AsWritten>
        </li>
      ))}
    </ol>
  );
}

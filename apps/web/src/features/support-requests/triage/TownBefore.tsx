import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLoad } from '../../../gql/use-load';
import { shortDate, tokyo } from '../../../i18n/dates';
import { currentLanguage } from '../../../i18n';
import { AsWritten } from '../../../ui/AsWritten';
import { Loaded } from '../../../ui/Loaded';
import { Notice } from '../../../ui/Notice';
import { RequestStatusText } from '../RequestStatus';
import type { RequestLineRow, RequestRow, RequestStatus } from '../requests.documents';
import { TownBeforeDocument } from './triage.documents';

/** Lines of a town's past that are shown at once. */
const SHOWN = 4;
/** Taken back: it is no need any more. */
const GONE: readonly RequestStatus[] = ['DRAFT', 'IN_APPROVAL', 'WITHDRAWN', 'NOT_ADOPTED'];

/** How large the town is, who does its IT, and what it asked for before. */
export function TownBefore({ request }: { readonly request: RequestRow }) {
  const { t } = useTranslation();
  const load = useLoad(
    TownBeforeDocument,
    { municipalityId: request.municipality.id },
    { about: ['SupportRequest'] },
  );
  return (
    <Loaded of={load}>
      {({ municipality: { population, townProfile }, supportRequests }) => {
        const others = supportRequests.edges.map(({ node }) => node).filter(({ id }) => id !== request.id);
        const like = others.find((other) => isLike(other, request));
        return (
          <div className="flex flex-col gap-3">
            {like && (
              <Notice title={t('triage.similar')}>
                <PastLine line={like} />
              </Notice>
            )}
            <p>
              {t('triage.population', {
                count: population,
                formatted: population.toLocaleString(currentLanguage()),
              })}
              {townProfile?.itStaff !== undefined && townProfile.itStaff !== null && (
                <span className="ml-4">{t('triage.itStaff', { count: townProfile.itStaff })}</span>
              )}
              {townProfile?.isOnePerson && <span className="ml-4 font-700">{t('triage.onePerson')}</span>}
            </p>
            {others.length === 0 ? (
              <p>{t('triage.firstTime')}</p>
            ) : (
              <ul className="flex flex-col gap-1">
                {others.slice(0, SHOWN).map((line) => (
                  <li key={line.id}>
                    <PastLine line={line} />
                  </li>
                ))}
              </ul>
            )}
          </div>
        );
      }}
    </Loaded>
  );
}

/** The same theme from the same town, and still a need. */
const isLike = (other: RequestLineRow, request: RequestRow): boolean =>
  request.theme !== null && other.theme?.id === request.theme.id && !GONE.includes(other.status);

function PastLine({ line }: { readonly line: RequestLineRow }) {
  const { t } = useTranslation();
  return (
    <span className="flex flex-wrap items-baseline gap-x-3">
      <Link to={`/requests/${line.id}`} className="link inline-block min-h-8 py-1">
        {line.number ?? t('requests.noNumber')} <AsWritten>{line.title}</AsWritten>
      </Link>
      <RequestStatusText status={line.status} />
      {line.submittedAt && (
        <span className="text-dns-14N-130">{shortDate(tokyo(line.submittedAt).date)}</span>
      )}
    </span>
  );
}

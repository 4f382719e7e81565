import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import type { ResultOf } from '../gql/graphql';
import { tokyo } from '../i18n/dates';
import { useDailyWork } from '../session';
import { PresentDocument } from './publication.documents';

/** A row on the server is worth three of these. */
const TELL_EVERY_MS = 15_000;

type Present = ResultOf<typeof PresentDocument>['bePresent'];

/** Who else has the same plan before them; it tells them that you have, too. */
export function WhoElse({ runId }: { readonly runId: string }) {
  const { t } = useTranslation();
  const worksDaily = useDailyWork();
  const [, tell] = useMutation(PresentDocument);
  const [others, setOthers] = useState<Present>([]);
  useEffect(() => {
    if (!worksDaily) return;
    let left = false;
    const say = async () => {
      // A screen that nobody looks at is nobody's presence.
      if (document.hidden) return;
      const { data } = await tell({ runId, here: true });
      if (data && !left) setOthers(data.bePresent);
    };
    void say();
    const timer = setInterval(() => void say(), TELL_EVERY_MS);
    const seen = () => void say();
    document.addEventListener('visibilitychange', seen);
    return () => {
      left = true;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', seen);
      void tell({ runId, here: false });
    };
  }, [runId, tell, worksDaily]);
  return (
    <div role="status" className={others.length === 0 ? 'sr-only' : 'no-print'}>
      {others.length > 0 && (
        <ul
          aria-label={t('publishing.othersHere')}
          className="flex flex-wrap gap-x-4 gap-y-1 text-dns-14N-130"
        >
          {others.map(({ accountId, name, since }) => (
            <li key={accountId} className="flex items-center gap-2">
              <span
                aria-hidden="true"
                className="flex size-7 items-center justify-center rounded-full border border-current text-dns-14N-130"
              >
                {name.slice(0, 1)}
              </span>
              <span>{t('publishing.isHere', { name, time: tokyo(since).time })}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

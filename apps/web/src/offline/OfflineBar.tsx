import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { tokyo, shortDate } from '../i18n/dates';
import { useSession } from '../session';
import { useConnection } from './connection';
import { useWishes } from './outbox';

/** Above every screen: that there is no line and how old this is, and what waits to be sent. Nothing where all is well. */
export function OfflineBar() {
  const { t } = useTranslation();
  const { today } = useSession();
  const { offline, keptAt } = useConnection();
  const wishes = useWishes();
  const troubled = wishes.filter(({ trouble }) => trouble !== null).length;
  const kept = keptAt && tokyo(keptAt.toISOString());
  const time = kept && (kept.date === today ? kept.time : `${shortDate(kept.date)}${kept.time}`);
  return (
    <div role="status" className="no-print">
      {offline && (
        <p className="border-b border-solid-gray-420 bg-yellow-50 px-4 py-2 text-dns-16N-130">
          <span className="font-700">{t('offline.away')}</span>{' '}
          {time ? t('offline.keptAt', { time }) : t('offline.nothingKept')}
        </p>
      )}
      {wishes.length > 0 && (
        <p className="border-b border-solid-gray-420 bg-white px-4 py-1 text-dns-16N-130">
          <Link to="/unsent" className="link inline-flex min-h-11 items-center">
            {t('offline.unsent', { count: wishes.length })}
          </Link>{' '}
          {troubled > 0 ? (
            <span className="font-700 text-error-2">{t('offline.toDecide', { count: troubled })}</span>
          ) : (
            <span>{t('offline.willSend')}</span>
          )}
        </p>
      )}
    </div>
  );
}

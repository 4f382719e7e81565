import { useTranslation } from 'react-i18next';
import { timeRange, tokyo, shortDate } from '../../i18n/dates';
import { useSession } from '../../session';
import { StatusText, type StatusTone } from '../../ui/StatusText';
import type { VisitRow, VisitStatus } from './visits.documents';

const TONES: Readonly<Record<VisitStatus, StatusTone>> = {
  HELD: 'resting',
  PUBLISHED: 'waiting',
  CONFIRMED: 'moving',
  DONE: 'finished',
  REPORTED: 'finished',
  RECEIVED: 'finished',
  SETTLED: 'finished',
  CANCELLED: 'stopped',
};

/** Says whose answer is awaited: a town that reads 返事待ち would think that it is asked. */
export function VisitStatusText({
  visit: { status, viewerActions },
}: {
  readonly visit: Pick<VisitRow, 'status' | 'viewerActions'>;
}) {
  const { t } = useTranslation();
  const mine = status === 'PUBLISHED' && viewerActions.includes('ACCEPT');
  return (
    <StatusText tone={TONES[status]}>
      {t(mine ? 'schedule.mineToAnswer' : `schedule.status.${status}`)}
    </StatusText>
  );
}

/** What is still open about it: by when an answer is due, another day that is asked for, a slot to fill. */
export function VisitOpenWords({
  visit: { status, answerBy, proposals, gap, viewerActions },
}: {
  readonly visit: Pick<VisitRow, 'status' | 'answerBy' | 'proposals' | 'gap' | 'viewerActions'>;
}) {
  const { t } = useTranslation();
  const { today } = useSession();
  const words = [
    status === 'PUBLISHED' &&
      answerBy !== null &&
      t(answerBy < today ? 'answers.answerLate' : 'answers.answerBy', { date: shortDate(answerBy) }),
    proposals.some((proposal) => proposal.status === 'OPEN') && t('answers.mark'),
    gap === 'OPEN' && viewerActions.includes('REPAIR') && t('answers.fallen.state.OPEN'),
  ].filter((word) => word !== false);
  return words.map((word) => (
    <span key={word} className="block text-dns-14N-130 text-solid-gray-700">
      {word}
    </span>
  ));
}

/** 12/1（火）10:00〜12:00 */
export function VisitTime({ visit }: { readonly visit: Pick<VisitRow, 'startsAt' | 'endsAt'> }) {
  return (
    <time dateTime={visit.startsAt}>
      {shortDate(tokyo(visit.startsAt).date)} {timeRange(visit.startsAt, visit.endsAt)}
    </time>
  );
}

/** Its form, and that the hub keeps it in place. */
export function VisitForm({
  visit,
}: {
  readonly visit: Pick<VisitRow, 'mode' | 'pinned' | 'nightBefore' | 'nightAfter'>;
}) {
  const { t } = useTranslation();
  return (
    <>
      {t(`schedule.mode.${visit.mode}`)}
      {visit.nightBefore && <span className="ml-2">{t('schedule.nightBefore')}</span>}
      {visit.nightAfter && <span className="ml-2">{t('schedule.nightAfter')}</span>}
      {visit.pinned && (
        <span className="ml-2 rounded-4 border-2 border-solid-gray-900 px-1 text-dns-14B-130">
          {t('schedule.pinnedMark')}
        </span>
      )}
    </>
  );
}

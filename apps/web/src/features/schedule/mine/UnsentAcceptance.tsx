import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { newKey } from '../../../gql/wish-key';
import { useLoad } from '../../../gql/use-load';
import { longDate, timeRange, tokyo } from '../../../i18n/dates';
import { useFlush } from '../../../offline/Outgoing';
import { sendAnew } from '../../../offline/outbox';
import { UnsentCard } from '../../../offline/UnsentCard';
import type { Wish } from '../../../offline/wish';
import { Button } from '../../../ui/Button';
import { VisitDocument } from '../visits.documents';
import { VisitStatusText } from '../VisitWords';

/** A yes that could not be said: what was seen when it was pressed, and how the visit stands now. */
export function UnsentAcceptance({ wish }: { readonly wish: Wish }) {
  const { t } = useTranslation();
  const flush = useFlush();
  const { data } = useLoad(VisitDocument, { id: wish.visitId }, { pause: wish.trouble === null });
  const visit = data?.visit;
  const seen = wish.variables['seenStartsAt'];
  const moved = wish.trouble?.reason === 'visit.moved';
  const again = async () => {
    if (!visit) return;
    await sendAnew(wish, { key: newKey(), variables: { id: visit.id, seenStartsAt: visit.startsAt } });
    await flush();
  };
  const whyNot = visit?.status === 'CANCELLED' ? 'cancelled' : moved ? 'moved' : 'other';
  return (
    <UnsentCard
      wish={wish}
      why={wish.trouble ? t(`offline.accept.${whyNot}`) : undefined}
      mine={typeof seen === 'string' && `${longDate(tokyo(seen).date)} ${tokyo(seen).time}`}
      now={
        visit && (
          <>
            <Link to={`/visits/${visit.id}`} className="link">
              {longDate(tokyo(visit.startsAt).date)} {timeRange(visit.startsAt, visit.endsAt)}
            </Link>{' '}
            <VisitStatusText visit={visit} />
          </>
        )
      }
      actions={
        visit?.viewerActions.includes('ACCEPT') && (
          <Button look="primary" onClick={() => void again()}>
            {t('offline.accept.acceptNew')}
          </Button>
        )
      }
    />
  );
}

import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAction } from '../gql/use-action';
import { useLoad } from '../gql/use-load';
import { tokyo } from '../i18n/dates';
import { useDailyWork } from '../session';
import { Button } from '../ui/Button';
import { useDone } from '../ui/Done';
import { type OrderRow, SendNowDocument, TakeBackDocument, WaitingDocument } from './publication.documents';

/** Often enough to see what a colleague does with it. */
const LOOK_EVERY_MS = 10_000;
const CONCERNS = 'PlanningRun ProposedVisit PlanPublication Visit PlanComparison PublicationOrder';

interface Props {
  /** Of this plan alone; left out: whatever waits. */
  readonly runId?: string;
  /** Something that waited is over: what is shown beside has changed. */
  readonly onSettled?: () => void;
}

/** What waits to be published, with the two ways out of waiting. It is the server's, and so lives through a reload. */
export function PublicationBar({ runId, onSettled }: Props) {
  const load = useLoad(WaitingDocument, {}, { about: ['PublicationOrder', 'PlanningRun'] });
  const { reload } = load;
  const orders = (load.data?.publicationOrders ?? []).filter((one) => !runId || one.runId === runId);
  const waiting = orders.length;
  const before = useRef(waiting);
  useEffect(() => {
    if (waiting < before.current) onSettled?.();
    before.current = waiting;
  }, [waiting, onSettled]);
  useEffect(() => {
    if (waiting === 0) return;
    const timer = setInterval(reload, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [waiting, reload]);
  return orders.map((order) => <Waiting key={order.id} order={order} linked={!runId} />);
}

function Waiting({ order, linked }: { readonly order: OrderRow; readonly linked: boolean }) {
  const { t } = useTranslation();
  const done = useDone();
  const worksDaily = useDailyWork();
  const takeBack = useAction(TakeBackDocument, CONCERNS);
  const send = useAction(SendNowDocument, CONCERNS);
  const refusal = takeBack.refusal ?? send.refusal;
  const { id, version, dueAt, orderedByName, words } = order;
  const back = async () => {
    if (await takeBack.run({ id })) done(t('publishing.takenBack'));
  };
  const now = async () => {
    const sent = await send.run({ id });
    if (sent) done(t('publishing.sent', { version: sent.sendPublicationNow.version }));
  };
  return (
    <section
      aria-label={t('publishing.waiting')}
      className="no-print flex flex-wrap items-center gap-x-6 gap-y-2 border-2 border-key-900 bg-white px-4 py-3"
    >
      <div className="min-w-0 flex-1 basis-80">
        <p className="text-std-16B-170">
          {t('publishing.sendsAt', { version, time: tokyo(dueAt).time })}
          {linked && (
            <>
              {' '}
              <Link to={`/plans/${order.runId}`} className="link font-400">
                {t('publishing.toPlan')}
              </Link>
            </>
          )}
        </p>
        <p className="text-dns-14N-130 text-solid-gray-700">
          {t('publishing.heldBy', { name: orderedByName })}
          {words && ` ${t('publishing.withWords', { words })}`}
        </p>
        {refusal && (
          <p role="alert" className="text-error-2">
            {refusal.message ?? t('ui.unreachable')}
          </p>
        )}
      </div>
      {worksDaily && (
        <div className="flex flex-wrap gap-3">
          <Button size="small" busy={send.busy} onClick={() => void now()}>
            {t('publishing.sendNow')}
          </Button>
          <Button size="small" look="primary" busy={takeBack.busy} onClick={() => void back()}>
            {t('publishing.takeBack')}
          </Button>
        </div>
      )}
    </section>
  );
}

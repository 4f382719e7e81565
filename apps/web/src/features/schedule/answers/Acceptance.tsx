import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../../gql/use-action';
import { shortDate, tokyo } from '../../../i18n/dates';
import { nameOf } from '../../../i18n/words';
import { dropWish, useWishes } from '../../../offline/outbox';
import { useSend } from '../../../offline/Outgoing';
import { Button } from '../../../ui/Button';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { AcceptDocument, TakeBackDocument, type VisitRow } from '../visits.documents';

/** How long a yes can be taken back on the screen; the server waits longer (visit.entity.ts). */
const UNDO_MS = 10_000;

interface Props {
  readonly visit: VisitRow;
  /** As wide as there is room, for a thumb. */
  readonly wide?: boolean;
  /** Says which visit, where several are on the screen. */
  readonly label?: string | undefined;
}

/** 行けます: one press, and for ten seconds the way back. Without a line the answer waits on the phone. */
export function Acceptance({ visit, wide = false, label }: Props) {
  const { t } = useTranslation();
  const accept = useSend('ACCEPT', AcceptDocument, 'Visit VisitProposal');
  const back = useAction(TakeBackDocument);
  const [said, setSaid] = useState<'FRESH' | 'SETTLED' | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const waits = useWishes().find(({ kind, visitId }) => kind === 'ACCEPT' && visitId === visit.id);
  const may = visit.viewerActions.includes('ACCEPT');
  const waiting = waits !== undefined && waits.trouble === null;
  const shown = waiting || said === 'FRESH' || (said === 'SETTLED' && !may);

  useEffect(() => {
    if (said !== 'FRESH') return undefined;
    box.current?.focus();
    const timer = setTimeout(() => {
      // The button that is about to go must not take the focus along.
      if (box.current?.contains(document.activeElement)) box.current.focus();
      setSaid('SETTLED');
    }, UNDO_MS);
    return () => clearTimeout(timer);
  }, [said]);

  const press = async () => {
    const words = {
      visitId: visit.id,
      about: `${nameOf(visit.municipality)} ${shortDate(tokyo(visit.startsAt).date)}`,
    };
    if (await accept.run({ id: visit.id, seenStartsAt: visit.startsAt }, words)) setSaid('FRESH');
  };
  const undo = async () => {
    if (waits) await dropWish(waits);
    else if ((await back.run({ id: visit.id })) === null) return;
    setSaid(null);
    requestAnimationFrame(() => button.current?.focus());
  };
  if (!may && !shown) return null;
  return (
    <div className={wide ? 'flex flex-col gap-2' : 'contents'}>
      <ErrorSummary refusal={accept.refusal ?? back.refusal} />
      {may && !shown && (
        <Button
          ref={button}
          look="primary"
          className={wide ? 'min-h-14 w-full text-oln-17B-100' : undefined}
          aria-label={label && `${t('schedule.action.ACCEPT')} ${label}`}
          onClick={() => void press()}
          busy={accept.busy}
        >
          {t('schedule.action.ACCEPT')}
        </Button>
      )}
      <div ref={box} role="status" tabIndex={-1} className="scroll-mt-4">
        {shown && (
          <p className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 rounded-8 bg-solid-gray-50 px-4 py-2">
            <span>{t(waiting ? 'schedule.acceptWaits' : 'schedule.accepted')}</span>
            {(waiting || said === 'FRESH') && (
              <Button
                look="quiet"
                size="small"
                className="min-h-11"
                onClick={() => void undo()}
                busy={back.busy}
              >
                {t('schedule.takeBack')}
              </Button>
            )}
          </p>
        )}
      </div>
    </div>
  );
}

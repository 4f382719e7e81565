import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLoad } from '../../../gql/use-load';
import { currentLanguage } from '../../../i18n';
import { shortDate, tokyo } from '../../../i18n/dates';
import { nameOf, useMinutes } from '../../../i18n/words';
import { Button } from '../../../ui/Button';
import { NearestChangesDocument } from '../answers.documents';
import { type OpenSlot, OpenSlotsDocument } from '../moves.documents';
import type { Waiting } from './board-model';

interface Props {
  readonly runId: string;
  readonly waiting: Waiting;
  /** Looked for without being asked: it waits longer than the others. */
  readonly atOnce: boolean;
  readonly town: string;
  readonly onPlace: (slot: OpenSlot['slot']) => void;
  readonly onMove: () => void;
}

/** The least that would help, as one button: a place that is free, or else what would have to change. */
export function FixButton({ runId, waiting, atOnce, town, onPlace, onMove }: Props) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const { title } = waiting.request;
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
      {atOnce || asked ? (
        <Fix runId={runId} waiting={waiting} onPlace={onPlace} />
      ) : (
        <Button
          size="small"
          aria-label={t('board.unplaced.lookOf', { town, title })}
          onClick={() => setAsked(true)}
        >
          {t('board.unplaced.look')}
        </Button>
      )}
      <Button
        size="small"
        look="quiet"
        className="-ml-3"
        aria-label={t('board.unplaced.moveOf', { town, title })}
        onClick={onMove}
      >
        {t('board.unplaced.move')}
      </Button>
    </div>
  );
}

function Fix({ runId, waiting, onPlace }: Pick<Props, 'runId' | 'waiting' | 'onPlace'>) {
  const { t } = useTranslation();
  const minutesOf = useMinutes();
  const { supportRequestId, visitNo } = waiting.first;
  const { data, refusal } = useLoad(OpenSlotsDocument, { runId, supportRequestId, visitNo, first: 1 });
  if (refusal) return <p>{refusal.message ?? t('ui.unreachableRead')}</p>;
  if (!data) return <p className="text-solid-gray-700">{t('board.unplaced.looking')}</p>;
  const [best] = data.openSlots;
  if (!best) return <Changes runId={runId} waiting={waiting} />;
  const { slot, effects } = best;
  return (
    <>
      <Button size="small" onClick={() => onPlace(slot)}>
        {t('board.unplaced.placeAt', {
          day: shortDate(tokyo(slot.startsAt).date),
          who: slot.specialist ? nameOf(slot.specialist) : '',
        })}
      </Button>
      {slot.mode === 'ON_SITE' && effects.travelMinutes !== null && (
        <span className="text-solid-gray-700">
          {t('board.unplaced.placeEffect', { travel: minutesOf(effects.travelMinutes) })}
        </span>
      )}
    </>
  );
}

/** Nothing is free: what would have to change, the least first, and where that is done. */
function Changes({ runId, waiting }: Pick<Props, 'runId' | 'waiting'>) {
  const { t } = useTranslation();
  const language = currentLanguage();
  const { supportRequestId, visitNo } = waiting.first;
  const { data, refusal } = useLoad(NearestChangesDocument, { runId, supportRequestId, visitNo });
  if (refusal) return <p>{refusal.message ?? t('ui.unreachableRead')}</p>;
  if (!data) return <p className="text-solid-gray-700">{t('board.unplaced.looking')}</p>;
  const [least] = data.explainVisit.nearestChanges;
  const asksTown = least !== undefined && ASKS_TOWN.includes(least.kind);
  return (
    <div className="flex flex-col gap-1">
      <p>
        <b>{t('board.unplaced.nowhere')}</b>{' '}
        {least && (
          <>
            {t('board.unplaced.helps')}
            {least.sentence[language]}
          </>
        )}
      </p>
      <Link
        to={asksTown ? `/requests/${supportRequestId}/dates` : `/requests/${supportRequestId}`}
        className="link w-fit"
      >
        {t(asksTown ? 'board.unplaced.ask' : 'board.unplaced.openRequest')}
      </Link>
    </div>
  );
}

/** Changes that only the town can allow. */
const ASKS_TOWN: readonly string[] = [
  'ANY_TIME',
  'LATER_DEADLINE',
  'TOWN_OPENS',
  'ONLINE_INSTEAD',
  'SHORTER_VISIT',
];

import { useTranslation } from 'react-i18next';
import { useLoad } from '../../gql/use-load';
import { currentLanguage } from '../../i18n';
import { shortDate, timeRange, tokyo } from '../../i18n/dates';
import { nameOf, useMinutes } from '../../i18n/words';
import { Button } from '../../ui/Button';
import { Loaded } from '../../ui/Loaded';
import { Balance } from './JudgementWords';
import { type OpenSlot, OpenSlotsDocument } from './moves.documents';
import { SlotWords } from './SlotWords';

/** As many as one reads. */
const SHOWN = 8;

/** Which visit: a proposal, or one that has no place. */
export type AskedVisit = { readonly runId: string } & (
  { readonly proposedVisitId: string } | { readonly supportRequestId: string; readonly visitNo: number }
);

interface Props {
  readonly asked: AskedVisit;
  readonly onChoose: (slot: OpenSlot['slot']) => void;
}

/** Places that every rule allows, the best first: one press fills the form in. */
export function OpenSlots({ asked, onChoose }: Props) {
  const { t } = useTranslation();
  const load = useLoad(OpenSlotsDocument, { ...asked, first: SHOWN });
  return (
    <section aria-labelledby="open-slots" className="flex flex-col gap-2">
      <h3 id="open-slots" className="text-std-17B-170">
        {t('moving.slots')}
      </h3>
      <Loaded of={load}>
        {({ openSlots }) =>
          openSlots.length === 0 ? (
            <p>{t('moving.noSlots')}</p>
          ) : (
            <ol className="flex flex-col border-t border-solid-gray-200">
              {openSlots.map((one) => (
                <li
                  key={`${one.slot.specialistId} ${one.slot.startsAt} ${one.slot.mode}`}
                  className="grid items-center gap-x-4 gap-y-1 border-b border-solid-gray-200 py-1.5 sm:grid-cols-[1fr_auto]"
                >
                  <SlotLine {...one} />
                  <Button
                    size="small"
                    aria-label={t('moving.takeOne', {
                      when: `${shortDate(tokyo(one.slot.startsAt).date)} ${timeRange(one.slot.startsAt, one.slot.endsAt)}`,
                      who: one.slot.specialist ? nameOf(one.slot.specialist) : '',
                    })}
                    onClick={() => onChoose(one.slot)}
                  >
                    {t('moving.take')}
                  </Button>
                </li>
              ))}
            </ol>
          )
        }
      </Loaded>
    </section>
  );
}

/** Who and when; the way, the days that are left, and what it does to the plan. */
function SlotLine({ slot, effects: { travelMinutes, daysLeft, warnings }, price }: OpenSlot) {
  const { t } = useTranslation();
  const minutesOf = useMinutes();
  const language = currentLanguage();
  return (
    <div>
      <p className="text-std-16B-170">
        <SlotWords slot={slot} />
      </p>
      <p className="flex flex-wrap gap-x-3 text-dns-14N-130">
        {slot.mode === 'ON_SITE' && travelMinutes !== null && (
          <span>{t('moving.travel', { time: minutesOf(travelMinutes) })}</span>
        )}
        {daysLeft !== null && (
          <span>
            {daysLeft >= 0
              ? t('moving.daysLeft', { count: daysLeft })
              : t('moving.overDays', { count: -daysLeft })}
          </span>
        )}
        <span>
          <Balance tiers={price.tiers} />
        </span>
      </p>
      {warnings.length > 0 && (
        <ul className="list-disc pl-5 text-dns-14N-130">
          {warnings.map((warning) => (
            <li key={warning.ja}>{warning[language]}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

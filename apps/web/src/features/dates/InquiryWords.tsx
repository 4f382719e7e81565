import { useTranslation } from 'react-i18next';
import { shortDate, timeRange, tokyo } from '../../i18n/dates';
import { nameOf, useMinutes } from '../../i18n/words';
import { StatusText, type StatusTone } from '../../ui/StatusText';
import type { InquiryStatus, Mark, OfferableSlot } from './dates.documents';

const TONES: Readonly<Record<InquiryStatus, StatusTone>> = {
  OPEN: 'waiting',
  ANSWERED: 'moving',
  AGREED: 'finished',
  DECLINED: 'waiting',
  LAPSED: 'stopped',
  WITHDRAWN: 'stopped',
};

export function InquiryStatusText({ status }: { readonly status: InquiryStatus }) {
  const { t } = useTranslation();
  return <StatusText tone={TONES[status]}>{t(`dates.status.${status}`)}</StatusText>;
}

/** 12/10（木）午前 */
export function useHalfWords(): (half: { readonly date: string; readonly half: 'AM' | 'PM' }) => string {
  const { t } = useTranslation();
  return ({ date, half }) => `${shortDate(date)} ${t(`ui.half.${half}`)}`;
}

export const MARKS = ['YES', 'MAYBE', 'NO'] as const satisfies readonly Mark[];
export const SIGNS: Readonly<Record<Mark, string>> = { YES: '○', MAYBE: '△', NO: '×' };

/** The sign for the eye, the word for everybody. */
export function MarkSign({ mark }: { readonly mark: Mark }) {
  const { t } = useTranslation();
  return (
    <span className="whitespace-nowrap">
      <span aria-hidden="true">{SIGNS[mark]} </span>
      {t(`dates.mark.${mark}`)}
    </span>
  );
}

type Slot = Pick<OfferableSlot, 'startsAt' | 'endsAt' | 'mode' | 'nightBefore' | 'nightAfter' | 'specialist'>;

/** 12/10（木）10:00〜12:00 訪問 髙橋 一郎 */
export function SlotLine({ slot }: { readonly slot: Slot }) {
  const { t } = useTranslation();
  return (
    <>
      <span className="font-700">
        {shortDate(tokyo(slot.startsAt).date)} {timeRange(slot.startsAt, slot.endsAt)}
      </span>{' '}
      <span className="inline-block">
        {t(`schedule.mode.${slot.mode}`)}
        {slot.specialist && ` ${nameOf(slot.specialist)}`}
        {slot.nightBefore && ` ${t('schedule.nightBefore')}`}
        {slot.nightAfter && ` ${t('schedule.nightAfter')}`}
      </span>
    </>
  );
}

/** What speaks for a slot; for the hub also how far it is. */
export function SlotWhy({
  slot: { reasons, travelMinutes, mode },
}: {
  readonly slot: Pick<OfferableSlot, 'reasons' | 'mode'> & { readonly travelMinutes: number | null };
}) {
  const { t } = useTranslation();
  const minutesOf = useMinutes();
  return (
    <>
      {[
        ...reasons.map((reason) => t(`dates.reason.${reason}`)),
        ...(travelMinutes !== null && mode === 'ON_SITE'
          ? [t('dates.travel', { minutes: minutesOf(travelMinutes) })]
          : []),
      ].join(t('dates.comma'))}
    </>
  );
}

import { useTranslation } from 'react-i18next';
import { shortDate, timeRange, tokyo } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';

interface Slot {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly mode?: 'ON_SITE' | 'ONLINE';
  readonly nightBefore?: boolean;
  readonly nightAfter?: boolean;
  readonly specialist: { readonly name: string; readonly nameEn: string } | null;
}

/** That the specialist sleeps there, before or after. */
export function Nights({ slot }: { readonly slot: Pick<Slot, 'nightBefore' | 'nightAfter'> }) {
  const { t } = useTranslation();
  const nights = [
    slot.nightBefore === true && t('schedule.nightBefore'),
    slot.nightAfter === true && t('schedule.nightAfter'),
  ].filter((night) => night !== false);
  if (nights.length === 0) return null;
  return <span className="whitespace-nowrap"> {nights.join(t('ui.listMark'))}</span>;
}

/** Who and when, in one line. */
export function SlotWords({ slot }: { readonly slot: Slot }) {
  const { t } = useTranslation();
  const when = `${shortDate(tokyo(slot.startsAt).date)} ${timeRange(slot.startsAt, slot.endsAt)}`;
  return (
    // On one line where there is room: of two beside each other the second goes under the first.
    <span className="sm:inline-block">
      <span className="whitespace-nowrap">{when}</span>{' '}
      {slot.specialist && <span className="whitespace-nowrap">{nameOf(slot.specialist)}</span>}
      {slot.mode && (
        <>
          {' '}
          <span className="whitespace-nowrap">{t(`schedule.mode.${slot.mode}`)}</span>
        </>
      )}
      <Nights slot={slot} />
    </span>
  );
}

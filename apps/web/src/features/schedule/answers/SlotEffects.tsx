import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../i18n';
import { nameOf, useMinutes } from '../../../i18n/words';
import type { OpenSlot } from './answers.documents';

/** What a slot would mean, in one short line; nothing where there is nothing to say. */
export function SlotEffects({ open: { slot, effects } }: { readonly open: OpenSlot }) {
  const { t } = useTranslation();
  const minutesOf = useMinutes();
  const { travelMinutes, travelMore, daysLeft, near, warnings } = effects;
  const words = [
    travelMinutes !== null &&
      travelMinutes > 0 &&
      t('answers.effect.travel', { minutes: minutesOf(travelMinutes) }),
    travelMore !== null &&
      travelMore !== 0 &&
      t(travelMore > 0 ? 'answers.effect.more' : 'answers.effect.less', {
        minutes: minutesOf(Math.abs(travelMore)),
      }),
    near?.municipality &&
      t(near.isSameDay ? 'answers.effect.sameDay' : 'answers.effect.sameWeek', {
        town: nameOf(near.municipality),
      }),
    daysLeft !== null &&
      (daysLeft >= 0
        ? t('answers.effect.daysLeft', { days: daysLeft })
        : t('answers.effect.daysOver', { days: -daysLeft })),
    slot.nightBefore && t('schedule.nightBefore'),
    slot.nightAfter && t('schedule.nightAfter'),
    ...warnings.map((sentence) => sentence[currentLanguage()]),
  ].filter((word) => typeof word === 'string');
  if (words.length === 0) return null;
  return (
    <span className="block text-dns-14N-130 text-solid-gray-700">{words.join(t('answers.effect.mark'))}</span>
  );
}

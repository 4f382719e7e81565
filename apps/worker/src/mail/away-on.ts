import { systemActor } from '@banso/kernel';
import type { AwayOn } from '@banso/notices';
import { daysOffBetween } from '@banso/talent';

/** Nobody is written to on a day that they have taken off. */
export const awayOn: AwayOn = async (tx, { prefectureId, specialistIds, date }) => {
  const off = await daysOffBetween(tx, systemActor(prefectureId), [...specialistIds], date, date);
  const halves = new Map<string, Set<string>>();
  for (const { specialistId, part } of off)
    halves.set(specialistId, new Set([...(halves.get(specialistId) ?? []), part]));
  return new Set(
    [...halves]
      .filter(([, parts]) => parts.has('DAY') || (parts.has('AM') && parts.has('PM')))
      .map(([id]) => id),
  );
};

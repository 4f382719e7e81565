import { HALVES, localDateOf, minutesFrom } from '@banso/kernel';

/** A visit that reaches into both halves is a day: 1 or 2. */
export function halfDaysOfVisit({
  startsAt,
  endsAt,
}: {
  readonly startsAt: Date;
  readonly endsAt: Date;
}): number {
  const date = localDateOf(startsAt);
  const bothHalves =
    minutesFrom(date, startsAt) < HALVES.AM.end && minutesFrom(date, endsAt) > HALVES.PM.start;
  return bothHalves ? 2 : 1;
}

import { type Half, HALVES, localDateOf, minutesFrom } from '@banso/kernel';

/** The halves of its day that a visit takes: both when it reaches into both; what lies over noon is the afternoon's. */
export function halvesOfVisit({
  startsAt,
  endsAt,
}: {
  readonly startsAt: Date;
  readonly endsAt: Date;
}): readonly Half[] {
  const date = localDateOf(startsAt);
  const inMorning = minutesFrom(date, startsAt) < HALVES.AM.end;
  if (!inMorning) return ['PM'];
  return minutesFrom(date, endsAt) > HALVES.PM.start ? ['AM', 'PM'] : ['AM'];
}

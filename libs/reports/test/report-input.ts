import { addDays, localDateOf } from '@banso/kernel';

/** A whole report of a visit, as somebody would write it; `more` replaces any part. */
export function reportInput(visit: { startsAt: Date; endsAt: Date }, more: object = {}) {
  const on = localDateOf(visit.startsAt);
  return {
    result: 'AS_PLANNED',
    topics: ['助言'],
    done: '配信の目的を整理した。',
    steps: [
      { what: '配信の曜日を決める', owner: 'TOWN', dueOn: addDays(on, 14) },
      { what: '配信の手順書を送る', owner: 'SPECIALIST', dueOn: addDays(on, 21) },
    ],
    startedAt: visit.startsAt,
    endedAt: visit.endsAt,
    mode: 'ON_SITE',
    attendance: [{ section: '広報係', people: 3 }],
    internalNote: '担当が一人で抱えている',
    ...more,
  };
}

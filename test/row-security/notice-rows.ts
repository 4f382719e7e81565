import { randomUUID } from 'node:crypto';
import type { Circle, Row } from './circles.js';

const NOW = '2026-12-01T00:00:00Z';

/** What somebody was told, once in each seat. */
export function noticeRows(
  {
    prefectureId: prefecture_id,
    municipalityId: municipality_id,
    specialistId: specialist_id,
    accountId: account_id,
  }: Circle,
  n: number,
): readonly (readonly [string, Row, 'hub' | 'town' | 'specialist' | undefined])[] {
  const about = { kind: 'X', about_type: 'VISIT', about_id: 'x', facts: '{}', at: NOW };
  const seats = {
    hub: { role: 'HUB_STAFF' },
    town: { role: 'MUNICIPALITY_STAFF', municipality_id },
    specialist: { role: 'SPECIALIST', specialist_id },
  } as const;
  const setting = { account_id, language: 'ja', digest: true, digest_minute: 540, stopped: [] };
  const items = (['hub', 'town', 'specialist'] as const).flatMap((seat) => {
    const notice = randomUUID();
    const stored = { id: notice, prefecture_id, key: `${n}-${seat}`, ...about, created_at: NOW };
    const item = { id: randomUUID(), prefecture_id, notice_id: notice, account_id, needs_action: true };
    return [
      ['notice', { ...stored, account_id }, undefined],
      ['inbox_item', { ...item, ...about, ...seats[seat] }, seat],
    ] as const;
  });
  const view = { account_id, calendar: 'JAPANESE', furigana: true, density: 'STANDARD', single_keys: true };
  const list = { path: '/visits', query: '', name: 'x', is_default: false, created_at: NOW };
  const saved = { id: randomUUID(), account_id, role: 'HUB_STAFF', ...list };
  return [
    ['notice_setting', setting, undefined],
    ['view_setting', view, undefined],
    ['saved_view', saved, undefined],
    ...items,
  ];
}

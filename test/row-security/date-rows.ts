import { randomUUID } from 'node:crypto';
import type { Circle, Row } from './circles.js';

const NOW = '2026-12-01T00:00:00Z';
const SLOT = { mode: 'ON_SITE', night_before: false, night_after: false };
const EVENT = { from_status: null, to_status: 'OPEN', actor_role: 'HUB_STAFF', actor_name: 'x', at: NOW };

/** A town is asked for a date, one slot is held for it, and somebody of the hub comes along to its visit. */
export function dateRows(
  {
    prefectureId: prefecture_id,
    municipalityId: municipality_id,
    specialistId: specialist_id,
    accountId: account_id,
  }: Circle,
  {
    visit,
    ...ofCase
  }: { readonly visit: string; readonly prefecture_id: string; readonly support_request_id: string },
): readonly (readonly [string, Row, ('hub' | undefined)?])[] {
  const inquiry = randomUUID();
  const held = randomUUID();
  const time = { starts_at: '2027-02-01T00:00:00Z', ends_at: '2027-02-01T02:00:00Z' };
  const of = { prefecture_id, inquiry_id: inquiry, municipality_id };
  return [
    [
      'visit',
      {
        id: held,
        ...ofCase,
        visit_no: 2,
        specialist_id,
        municipality_id,
        ...SLOT,
        ...time,
        busy_from: time.starts_at,
        travel_before_minutes: 0,
        travel_after_minutes: 0,
        status: 'HELD',
        pinned: false,
        publication_id: null,
      },
      'hub',
    ],
    [
      'date_inquiry',
      {
        id: inquiry,
        ...ofCase,
        municipality_id,
        way: 'CHOICE',
        status: 'OPEN',
        visit_no: 2,
        halves: '[]',
        town_may_add: false,
        wishes: '[]',
        due_on: '2026-12-08',
        asked_at: NOW,
        counted_from: NOW,
      },
    ],
    [
      'date_inquiry_slot',
      {
        id: randomUUID(),
        ...of,
        position: 1,
        outcome: 'OFFERED',
        visit_id: held,
        specialist_id,
        ...SLOT,
        ...time,
        travel_minutes: 0,
        reasons: [],
      },
    ],
    [
      'date_inquiry_answer',
      { id: randomUUID(), ...of, account_id, name: 'x', marks: '{}', answered_at: NOW },
    ],
    ['date_inquiry_event', { id: randomUUID(), prefecture_id, date_inquiry_id: inquiry, ...EVENT }],
    [
      'companion',
      {
        id: randomUUID(),
        prefecture_id,
        visit_id: visit,
        municipality_id,
        account_id,
        account_name: 'x',
        status: 'GOING',
        ...time,
        set_by_name: 'x',
        set_at: NOW,
      },
    ],
    ['companion_busy', { id: randomUUID(), prefecture_id, account_id, title: 'x', ...time }],
    ['companion_pattern', { prefecture_id, account_id, weekly: ['MON_AM'] }],
  ];
}

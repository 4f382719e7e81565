import { randomUUID } from 'node:crypto';
import type { Circle, Row } from './circles.js';

const NOW = '2026-12-01T00:00:00Z';

/** What the rows of an agreement's circle are known by. */
export interface Shared {
  readonly party: string;
  readonly placement: string;
}

/** A row of every table of hiring together, in the order in which they may be stored. */
export function jointRows(
  { prefectureId: prefecture_id, municipalityId: municipality_id, specialistId: specialist_id }: Circle,
  n: number,
  { party, placement }: Shared,
): readonly (readonly [string, Row])[] {
  const [survey, recruitment, applicant, meeting] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const recorded = { recorded_by_name: 'x', recorded_at: NOW };
  const event = {
    id: randomUUID(),
    prefecture_id,
    to_status: 'X',
    actor_role: 'SYSTEM',
    actor_name: 'x',
    at: NOW,
  };
  const date = `2026-12-${10 + n}`;
  const employment = { form: 'FIXED_TERM', party_id: party, starts_on: '2026-04-01' };
  return [
    ['employment', { id: randomUUID(), prefecture_id, specialist_id, ...employment, ...recorded }],
    ['training_module', { prefecture_id, code: `C${n}`, scope: 'PERSON', name: 'x', name_en: 'x' }],
    [
      'training_rule',
      { prefecture_id, version: n, gating: ['A'], visits: 'NOBODY', set_by_name: 'x', set_at: NOW },
    ],
    [
      'training_completion',
      {
        id: randomUUID(),
        prefecture_id,
        specialist_id,
        module_code: 'B',
        municipality_id,
        completed_on: '2026-04-01',
        evidence: 'x',
        ...recorded,
      },
    ],
    ['placement_event', { ...event, placement_id: placement }],
    [
      'demand_survey',
      {
        id: survey,
        prefecture_id,
        title: 'x',
        fiscal_year: 2026,
        profiles: ['ENGINEER'],
        deadline_on: date,
        status: 'OPEN',
        opened_at: NOW,
      },
    ],
    ['demand_answer', { survey_id: survey, municipality_id, prefecture_id, lines: '[]', ...recorded }],
    [
      'recruitment',
      {
        id: recruitment,
        prefecture_id,
        title: 'x',
        profile_id: 'ENGINEER',
        people: 1,
        closes_on: date,
        retention_note: 'x',
        status: 'OPEN',
      },
    ],
    [
      'applicant',
      {
        id: applicant,
        prefecture_id,
        recruitment_id: recruitment,
        name: 'x',
        kana: 'x',
        name_en: 'x',
        contact: 'x',
        applied_on: date,
        status: 'REJECTED',
      },
    ],
    ['applicant_event', { ...event, id: randomUUID(), applicant_id: applicant }],
    ['sharing_meeting', { id: meeting, prefecture_id, held_on: date }],
    [
      'sharing_entry',
      {
        meeting_id: meeting,
        placement_id: placement,
        kind: 'ISSUE',
        prefecture_id,
        specialist_id,
        municipality_id,
        text: 'x',
        ...recorded,
      },
    ],
    [
      'rotation',
      { id: randomUUID(), prefecture_id, title: 'x', on_date: date, moves: '[]', status: 'DRAFT' },
    ],
  ];
}

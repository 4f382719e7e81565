import { randomUUID } from 'node:crypto';
import type { Circle, Row } from './circles.js';

const NOW = '2026-12-08T04:00:00Z';

interface Made extends Circle {
  readonly request: string;
  readonly visit: string;
}

/** A row of every table about what visits came to, in the order in which they may be stored. */
export function reportRows({
  prefectureId: prefecture_id,
  municipalityId: municipality_id,
  specialistId: specialist_id,
  request: support_request_id,
  visit: visit_id,
}: Made): readonly (readonly [string, Row])[] {
  const [report_id, case_report_id] = [randomUUID(), randomUUID()];
  const ofCase = { prefecture_id, municipality_id, support_request_id };
  return [
    [
      'visit_report',
      {
        id: report_id,
        ...ofCase,
        visit_id,
        specialist_id,
        status: 'SUBMITTED',
        topics: '[]',
        done: 'x',
        steps: '[]',
        started_at: '2026-12-08T01:00:00Z',
        ended_at: '2026-12-08T03:00:00Z',
        mode: 'ONLINE',
        attendance: '[]',
        submitted_at: NOW,
        created_at: NOW,
        updated_at: NOW,
      },
    ],
    [
      'report_step',
      {
        id: randomUUID(),
        ...ofCase,
        report_id,
        position: 1,
        what: 'x',
        owner: 'TOWN',
        due_on: '2026-12-20',
        status: 'OPEN',
        agreed_on: '2026-12-08',
      },
    ],
    [
      'support_evaluation',
      {
        id: randomUUID(),
        ...ofCase,
        usefulness: 5,
        clarity: 5,
        progress: 5,
        again: 5,
        evaluated_by_name: 'x',
        evaluated_at: NOW,
      },
    ],
    [
      'case_report',
      {
        id: case_report_id,
        ...ofCase,
        status: 'PUBLISHED',
        summary: 'x',
        outputs: 'x',
        effect: 'x',
        lessons: 'x',
        inside: '[]',
        drafted_by_name: 'x',
        drafted_at: NOW,
        updated_at: NOW,
      },
    ],
    [
      'case_report_event',
      {
        id: randomUUID(),
        prefecture_id,
        case_report_id,
        from_status: null,
        to_status: 'DRAFT',
        actor_role: 'SYSTEM',
        actor_name: 'x',
        at: NOW,
      },
    ],
    [
      'shared_case',
      {
        id: randomUUID(),
        prefecture_id,
        case_report_id,
        town_size: 'SMALL',
        fiscal_year: 2026,
        title: 'x',
        lines: '[]',
        published_by_name: 'x',
        published_at: NOW,
      },
    ],
    [
      'follow_up',
      {
        id: randomUUID(),
        ...ofCase,
        fiscal_year: 2027,
        due_on: '2027-06-30',
        status: 'DUE',
        opened_at: NOW,
      },
    ],
  ];
}

/** What one prefecture wants to reach, in one version. */
export const targetRow = (prefecture_id: string, version: number): readonly [string, Row] => [
  'overview_target',
  {
    id: randomUUID(),
    prefecture_id,
    fiscal_year: 2026,
    kind: 'EXPERT',
    version,
    target: 1,
    source: 'x',
    set_by_name: 'x',
    set_at: NOW,
  },
];

/** How long what may take, as one prefecture has it. */
export const policyRow = (prefecture_id: string, version: number): readonly [string, Row] => [
  'report_policy',
  {
    prefecture_id,
    version,
    report_days: 7,
    first_nudge_days: 1,
    second_nudge_days: 3,
    confirmation_days: 7,
    evaluation_days: 14,
    follow_up_month: 6,
    set_by_name: 'x',
    set_at: NOW,
  },
];

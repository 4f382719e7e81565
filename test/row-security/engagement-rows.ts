import { randomUUID } from 'node:crypto';
import type { Circle, Row } from './circles.js';
import { settlementRows } from './settlement-rows.js';
import { jointRows } from './joint-rows.js';

const NOW = '2026-12-01T00:00:00Z';
const TERM = { starts_on: '2026-10-01', ends_on: '2028-09-30' };

/** A row of every table of agreements and placements, in the order in which they may be stored. */
export function engagementRows(one: Circle, n: number): readonly (readonly [string, Row])[] {
  const { prefectureId: prefecture_id, municipalityId: municipality_id, specialistId: specialist_id } = one;
  const [party, agreement, placement] = [randomUUID(), randomUUID(), randomUUID()];
  const [office, member] = [randomUUID(), randomUUID()];
  const [declaration, meeting, round] = [randomUUID(), randomUUID(), randomUUID()];
  const ofOffice = { prefecture_id, municipality_id, office_id: office };
  const ofAgreement = { prefecture_id, agreement_id: agreement };
  const ofPlacement = { prefecture_id, placement_id: placement, specialist_id, municipality_id };
  return [
    [
      'party',
      { id: party, prefecture_id, kind: 'MUNICIPALITY', municipality_id, name: `p${n}`, name_en: 'x' },
    ],
    [
      'agreement',
      {
        id: agreement,
        prefecture_id,
        number: `K${n}`,
        title: 'x',
        kind: 'JOINT_HIRE',
        status: 'ACTIVE',
        ...TERM,
        notice_days: 90,
        duties: 'x',
        confidentiality: 'x',
      },
    ],
    [
      'agreement_party',
      {
        ...ofAgreement,
        party_id: party,
        municipality_id,
        part: 'HOST',
        signatory_title: 'x',
        signatory_name: 'x',
        position: 1,
      },
    ],
    ['agreement_clause', { ...ofAgreement, no: 1, heading: 'x', body: 'x' }],
    ['agreement_term', { ...ofAgreement, no: 1, kind: 'ORIGINAL', ...TERM, decided_on: '2026-09-01' }],
    [
      'agreement_event',
      {
        id: randomUUID(),
        ...ofAgreement,
        to_status: 'ACTIVE',
        actor_role: 'SYSTEM',
        actor_name: 'x',
        at: NOW,
      },
    ],
    [
      'placement',
      {
        id: placement,
        ...ofAgreement,
        specialist_id,
        municipality_id,
        post: 'x',
        weekly: ['MON_AM'],
        status: 'ACTIVE',
        ...TERM,
      },
    ],
    [
      'attendance',
      {
        id: randomUUID(),
        ...ofPlacement,
        worked_on: '2026-11-02',
        half_days: 2,
        travel_yen: 0,
        recorded_by_name: 'x',
        recorded_at: NOW,
      },
    ],
    ...jointRows(one, n, { party, placement }),
    ['declaration', { id: declaration, prefecture_id, title: `d${n}`, body: 'x', declared_on: '2026-10-01' }],
    [
      'declaration_signatory',
      {
        id: randomUUID(),
        prefecture_id,
        declaration_id: declaration,
        municipality_id,
        position: 1,
        title: 'x',
        name: 'x',
      },
    ],
    [
      'council_meeting',
      {
        id: meeting,
        prefecture_id,
        kind: 'COUNCIL',
        title: 'x',
        held_on: '2026-11-02',
        status: 'PLANNED',
      },
    ],
    ['council_attendance', { prefecture_id, meeting_id: meeting, municipality_id, people: 1 }],
    [
      'case_share',
      { id: randomUUID(), prefecture_id, meeting_id: meeting, municipality_id, title: 'x', body: 'x' },
    ],
    [
      'town_round',
      { id: round, prefecture_id, fiscal_year: 2026, kind: 'VISIT', no: n, specialist_id, arranged: 0 },
    ],
    [
      'round_stop',
      {
        id: randomUUID(),
        prefecture_id,
        round_id: round,
        municipality_id,
        tour: 1,
        position: 0,
        status: 'PLANNED',
      },
    ],
    ['office', { id: office, prefecture_id, municipality_id, name: 'x', seats: 15 }],
    [
      'office_member',
      {
        id: member,
        ...ofOffice,
        name: 'x',
        section: 'x',
        kind: 'HEAD',
        status: 'ACTIVE',
        since: '2026-10-01',
      },
    ],
    [
      'office_session',
      {
        id: randomUUID(),
        ...ofOffice,
        kind: 'STUDY',
        title: 'x',
        held_on: '2026-11-02',
        minutes: 60,
        status: 'PLANNED',
      },
    ],
    [
      'office_time',
      { id: randomUUID(), ...ofOffice, member_id: member, worked_on: '2026-11-02', minutes: 60, what: 'x' },
    ],
    ...settlementRows({ prefecture_id, municipality_id, party, agreement }),
    ...quotaRows(one, n),
  ];
}

const SET = { set_by_name: 'x', set_at: NOW };

function quotaRows(
  { prefectureId: prefecture_id, municipalityId: municipality_id }: Circle,
  n: number,
): readonly (readonly [string, Row])[] {
  const id = randomUUID();
  return [
    [
      'quota',
      {
        id,
        prefecture_id,
        name: 'x',
        scope: 'MUNICIPALITY',
        municipality_id,
        period: 'WHOLE',
        unit: 'VISITS',
        counts: 'BOTH',
        most: 1,
        warn_percent: 80,
        source: 'x',
        ...SET,
      },
    ],
    [
      'prefecture_scheme',
      {
        id,
        prefecture_id,
        name: 'x',
        cap_per: 'CASE',
        cost_words: 'x',
        rules: 'x',
        source: 'x',
        valid_from: '2026-04-01',
        ...SET,
      },
    ],
    [
      'scheme_window',
      { id, prefecture_id, scheme_id: `s${n}`, closes_on: '2026-12-18', source: 'x', ...SET },
    ],
    [
      'scheme_use',
      {
        id,
        prefecture_id,
        municipality_id,
        scheme_id: 'x',
        fiscal_year: 2026,
        on_site_days: 1,
        online_minutes: 0,
        visits: 1,
        recorded_by_name: 'x',
        recorded_at: NOW,
      },
    ],
  ];
}

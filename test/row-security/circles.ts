import { randomUUID } from 'node:crypto';
import { type Actor, ALL_HUB_WORK, ALL_TOWN_WORK } from '@banso/kernel';
import type { DataSource } from 'typeorm';
import { dateRows } from './date-rows.js';
import { engagementRows } from './engagement-rows.js';
import { policyRow, reportRows, targetRow } from './report-rows.js';
import { noticeRows } from './notice-rows.js';
import { travelRows } from './travel-rows.js';

/** One town with its case, its specialist and a row of every table. */
export interface Circle {
  readonly prefectureId: string;
  readonly municipalityId: string;
  readonly specialistId: string;
  readonly accountId: string;
}

const circle = (municipalityId: string): Circle => ({
  prefectureId: municipalityId.slice(0, 2),
  municipalityId,
  specialistId: randomUUID(),
  accountId: randomUUID(),
});

/** Two towns in each of two prefectures: Kure and Mihara, Matsuyama and Imabari. */
export const CIRCLES: readonly Circle[] = ['342025', '342041', '382019', '382027'].map(circle);

/** Who looks from inside a circle, with one account for all. */
export const actorsOf = ({ prefectureId, municipalityId, specialistId, accountId }: Circle) => {
  const person = { accountId, prefectureId, name: '試験' };
  return {
    hub: { ...person, role: 'HUB_STAFF', duties: ALL_HUB_WORK },
    town: { ...person, role: 'MUNICIPALITY_STAFF', duties: ALL_TOWN_WORK, municipalityId },
    specialist: { ...person, role: 'SPECIALIST', specialistId },
    operator: { ...person, role: 'OPERATOR', prefectureId: null },
  } as const satisfies Record<string, Actor>;
};
export type Seat = keyof ReturnType<typeof actorsOf>;

/**
 * FORMER: of a person who has left the pool. ABROAD: of the same person, in another prefecture. INSTALLATION: of the same
 * person, who runs it. Of a seat: of the same person in that seat alone.
 */
type Kind = 'PRESENT' | 'FORMER' | 'ABROAD' | 'INSTALLATION' | 'hub' | 'town' | 'specialist';

/** A stored row: where it lies in its table tells it from every other, as long as nobody changes it. */
export interface Placed {
  readonly table: string;
  readonly ctid: string;
  readonly circle: Circle;
  readonly kind: Kind;
}

type Value = string | number | boolean | null | readonly string[];
export type Row = Readonly<Record<string, Value>>;

/** Fills every table that has tenants or is nobody's business, and says whose each row is. */
export async function fillCircles(owner: DataSource): Promise<readonly Placed[]> {
  const placed: Placed[] = [];
  // The register has some of its own, which would count as somebody's.
  await owner.query('DELETE FROM travel_estimate');
  for (const [n, one] of CIRCLES.entries())
    for (const [table, row, kind = 'PRESENT'] of rowsOf(one, n + 1)) {
      const names = Object.keys(row);
      const [stored]: { ctid: string }[] = await owner.query(
        `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((_, i) => `$${i + 1}`).join(', ')})
         RETURNING ctid::text`,
        Object.values(row),
      );
      placed.push({ table, ctid: stored?.ctid ?? '', circle: one, kind });
    }
  return placed;
}

const NOW = '2026-12-01T00:00:00Z';
const SOON = '2026-12-08T01:00:00Z';
const SOON_END = '2026-12-08T03:00:00Z';

function rowsOf(one: Circle, n: number): readonly (readonly [string, Row, Kind?])[] {
  const { prefectureId: prefecture_id, municipalityId: municipality_id } = one;
  const { specialistId: specialist_id, accountId: account_id } = one;
  const [request, consultation, run, publication, visit, field, membership, firm, vendor] = Array.from(
    { length: 9 },
    () => randomUUID(),
  ) as [string, string, string, string, string, string, string, string, string];
  const brought = randomUUID();
  const id = () => randomUUID();
  const event = { from_status: null, to_status: 'X', actor_role: 'SYSTEM', actor_name: 'x', at: NOW };
  const person = {
    prefecture_id,
    name: 'x',
    kana: 'x',
    name_en: 'x',
    profile_id: 'ENGINEER',
    base_id: municipality_id,
    employment: 'x',
    employment_en: 'x',
    modes: ['ONLINE'],
    weekly: ['MON_AM'],
  };
  const slot = { mode: 'ONLINE', starts_at: SOON, ends_at: SOON_END };
  const ways = { travel_before_minutes: 0, travel_after_minutes: 0, pinned: false };
  const ofCase = { prefecture_id, support_request_id: request };
  const purchase = { prefecture_id, case_id: request };
  const abroad = prefecture_id === '34' ? '38' : '34';
  const wish = { account_id, key_digest: `\\x0${n}`, operation: 'x', wish_digest: `\\x0${n}`, made_at: NOW };
  const link = { issued_by_name: 'x', issued_at: NOW, expires_at: SOON };
  const feed = {
    prefecture_id,
    account_id,
    membership_id: membership,
    name: 'x',
    issued_by_name: 'x',
    created_at: NOW,
  };
  const fiscal_year = 2000 + n;
  return [
    [
      'account',
      {
        id: account_id,
        login_id: `c${n}`,
        password_hash: 'x',
        display_name: 'x',
        name_en: 'x',
        created_at: NOW,
      },
    ],
    ['specialist', { ...person, id: specialist_id, active: true }],
    ['specialist', { ...person, id: id(), active: false }, 'FORMER'],
    [
      'membership',
      {
        id: membership,
        account_id,
        role: 'MUNICIPALITY_STAFF',
        prefecture_id,
        municipality_id,
        duties: ['MANAGER'],
      },
    ],
    [
      'invitation',
      {
        id: id(),
        prefecture_id,
        municipality_id,
        role: 'MUNICIPALITY_STAFF',
        duties: ['MANAGER'],
        for_name: 'x',
        token_hash: `i${n}`,
        issued_by_name: 'x',
        issued_at: NOW,
        expires_at: SOON,
      },
    ],
    [
      'password_reset',
      {
        id: id(),
        prefecture_id,
        municipality_id,
        account_id,
        token_hash: `r${n}`,
        issued_by: account_id,
        issued_at: NOW,
        expires_at: SOON,
      },
    ],
    [
      'membership',
      { id: id(), account_id, role: 'HUB_STAFF', duties: ['AUDITOR'], prefecture_id: abroad },
      'ABROAD',
    ],
    [
      'membership',
      { id: id(), account_id, role: 'OPERATOR', duties: [], prefecture_id: null },
      'INSTALLATION',
    ],
    [
      'invitation',
      { ...link, id: id(), role: 'OPERATOR', duties: [], for_name: 'x', token_hash: `o${n}` },
      'INSTALLATION',
    ],
    [
      'password_reset',
      {
        id: id(),
        account_id,
        token_hash: `p${n}`,
        issued_by: account_id,
        issued_at: NOW,
        expires_at: SOON,
      },
      'INSTALLATION',
    ],
    [
      'session',
      { token_hash: `h${n}`, membership_id: membership, created_at: NOW, last_seen_at: NOW, expires_at: NOW },
    ],
    ['client_key', { prefecture_id, ...wish }],
    ['client_key', { prefecture_id: abroad, ...wish }, 'ABROAD'],
    ['client_key', wish, 'INSTALLATION'],
    ['outbox', { prefecture_id, job: 'x', payload: '{}', done_at: NOW }],
    ['travel_estimate', { prefecture_id, from_id: '0', to_id: `${n}`, minutes: 1, mode: 'ROAD' }],
    [
      'travel_override',
      { prefecture_id, from_id: '0', to_id: `${n}`, minutes: 1, note: 'x', set_by: account_id, set_at: NOW },
    ],
    [
      'skill_assessment',
      {
        id: id(),
        prefecture_id,
        specialist_id,
        skill_id: 'GOV-01',
        level: 1,
        evidence: 'X',
        assessed_on: NOW,
        assessed_by: 'x',
      },
    ],
    [
      'table_import',
      {
        id: brought,
        prefecture_id,
        municipality_id,
        kind: 'DAYS_OFF',
        status: 'OPEN',
        file_name: 'x',
        encoding: 'XLSX',
        headers: ['x'],
        mapping: '{}',
        requested_by: account_id,
        requested_by_name: 'x',
        created_at: NOW,
      },
    ],
    [
      'table_import_row',
      {
        import_id: brought,
        no: 2,
        prefecture_id,
        municipality_id,
        state: 'OPEN',
        cells: '[]',
        fixes: '{}',
        findings: '[]',
        outcome: 'FAULTY',
        keep_until: NOW,
      },
    ],
    ['day_off', { id: id(), prefecture_id, specialist_id, date: '2026-12-24', part: 'DAY' }],
    ['available_day', { id: id(), prefecture_id, specialist_id, date: '2026-12-25', part: 'DAY' }],
    [
      'unavailability_rule',
      { id: id(), prefecture_id, specialist_id, repeats: 'FREQ=WEEKLY;BYDAY=MO', starts_on: NOW, part: 'AM' },
    ],
    ['weekly_pattern', { id: id(), prefecture_id, specialist_id, valid_from: NOW, weekly: [] }],
    ['calendar_feed', { ...feed, id: id(), specialist_id, token_hash: `f${n}` }, 'specialist'],
    ['calendar_feed', { ...feed, id: id(), municipality_id, token_hash: `g${n}` }, 'town'],
    ['expert_field', { id: field, prefecture_id, fiscal_year, name: 'x', name_en: 'x' }],
    ['expert_field_theme', { field_id: field, theme_id: 'T18' }],
    ['expert_field_member', { prefecture_id, field_id: field, specialist_id }],
    ['desk_duty', { prefecture_id, weekday: 'MON', half: 'AM', specialist_id }],
    ['number_series', { prefecture_id, fiscal_year, kind: 'R', last: 1 }],
    [
      'support_request',
      {
        id: request,
        prefecture_id,
        municipality_id,
        status: 'IN_SUPPORT',
        title: 'x',
        trouble: 'x',
        urgency: 'NORMAL',
        mode: 'ONLINE',
        visits: 1,
        visit_minutes: 60,
        min_gap_days: 0,
        wished: '[]',
        only_wished: false,
        entrust_selection: true,
        contact_section: 'x',
        created_at: NOW,
        updated_at: NOW,
      },
    ],
    ['support_request_event', { id: id(), ...ofCase, ...event }],
    ['shortlist_entry', { ...ofCase, specialist_id, position: 1, offered_at: NOW, answer: 'ACCEPTED' }],
    ['support_team', { ...ofCase, specialist_id }],
    [
      'consultation',
      {
        id: consultation,
        prefecture_id,
        municipality_id,
        number: `S${n}`,
        status: 'ASSIGNED',
        question: 'x',
        contact_section: 'x',
        due_at: NOW,
        specialist_id,
        escalations: 0,
        created_at: NOW,
        updated_at: NOW,
      },
    ],
    [
      'specialist_firm',
      {
        id: firm,
        prefecture_id,
        specialist_id,
        relation: 'EMPLOYER',
        name: 'x',
        name_key: 'x',
        recorded_by_name: 'x',
        recorded_at: NOW,
      },
    ],
    [
      'procurement',
      { ...ofCase, case_id: request, municipality_id, phase: 'BIDDING', version: 1, checked_at: NOW },
    ],
    ['procurement_vendor', { id: vendor, ...purchase, name: 'x', name_key: 'x' }],
    [
      'procurement_event',
      {
        id: id(),
        ...purchase,
        version: 1,
        phase: 'BIDDING',
        vendors: '[]',
        actor_role: 'SYSTEM',
        actor_name: 'x',
        at: NOW,
      },
    ],
    ['conflict_of_interest', { ...purchase, specialist_id, vendor_id: vendor, firm_id: firm }],
    [
      'bid_restriction_note',
      {
        id: id(),
        ...purchase,
        specialist_id,
        cause: 'VISIT',
        cause_id: visit,
        advised_at: NOW,
        firms: '[]',
        text_ja: 'x',
        text_en: 'x',
      },
    ],
    [
      'audit_entry',
      {
        prefecture_id,
        at: NOW,
        transaction_id: 1,
        actor_role: 'SYSTEM',
        kind: 'UPDATE',
        table_name: 'support_request',
        row_id: request,
        record_type: 'support_request',
        record_id: request,
      },
    ],
    ['consultation_event', { id: id(), prefecture_id, consultation_id: consultation, ...event }],
    [
      'person_erasure',
      {
        id: id(),
        prefecture_id,
        number: n,
        account_id,
        label: 'x',
        label_en: 'x',
        reason: 'x',
        basis: 'x',
        account_kept: false,
        erased_by: account_id,
        erased_by_name: 'x',
        erased_at: NOW,
      },
    ],
    [
      'hub_contact',
      {
        prefecture_id,
        kind: `K${n}`,
        section: 'x',
        person: 'x',
        phone: 'x',
        hours: 'x',
        set_by_name: 'x',
        set_at: NOW,
      },
    ],
    ['retention_rule', { prefecture_id, kind: `K${n}`, days: 1, set_by_name: 'x', set_at: NOW }],
    ['retention_run', { id: id(), prefecture_id, kind: `K${n}`, ran_on: '2026-12-01', days: 1, rows: 0 }],
    [
      'planning_policy',
      {
        prefecture_id,
        version: n,
        tiers: '[]',
        weights: '{}',
        frozen_working_days: 0,
        reserve_half_days_per_week: 0,
        set_by_name: 'x',
        set_at: NOW,
      },
    ],
    ['town_profile', { municipality_id, prefecture_id, busy: '[]', set_by_name: 'x', set_at: NOW }],
    [
      'planning_run',
      {
        id: run,
        prefecture_id,
        number: n,
        from_on: '2026-12-07',
        to_on: '2026-12-25',
        seed: 1,
        iterations: 1,
        status: 'PUBLISHED',
        requested_by_name: 'x',
        requested_at: NOW,
      },
    ],
    [
      'proposed_visit',
      { id: id(), run_id: run, ...ofCase, visit_no: 1, specialist_id, municipality_id, ...slot, ...ways },
    ],
    ['unplaced_visit', { run_id: run, ...ofCase, visit_no: 2, reasons: '[]' }],
    [
      'plan_publication',
      {
        id: publication,
        prefecture_id,
        version: n,
        run_id: run,
        visits: 1,
        published_by_name: 'x',
        published_at: NOW,
      },
    ],
    [
      'publication_order',
      {
        id: id(),
        prefecture_id,
        run_id: run,
        status: 'WAITING',
        due_at: NOW,
        ordered_by: account_id,
        ordered_by_name: 'x',
        ordered_at: NOW,
      },
    ],
    ['plan_presence', { run_id: run, account_id, prefecture_id, since: NOW, seen_at: NOW }],
    [
      'visit',
      {
        id: visit,
        ...ofCase,
        visit_no: 1,
        specialist_id,
        municipality_id,
        ...slot,
        busy_from: SOON,
        ...ways,
        status: 'PUBLISHED',
        publication_id: publication,
      },
    ],
    ['visit_event', { id: id(), prefecture_id, visit_id: visit, ...event }],
    [
      'visit_preparation',
      {
        visit_id: visit,
        prefecture_id,
        municipality_id,
        purpose: 'x',
        things: '[]',
        room: 'x',
        parking: 'x',
        contact: 'x',
        remarks: 'x',
        set_by_name: 'x',
        set_at: NOW,
      },
    ],
    [
      'publication_change',
      { publication_id: publication, visit_id: visit, ...ofCase, visit_no: 1, kind: 'NEW', after: '{}' },
    ],
    [
      'visit_proposal',
      {
        id: id(),
        prefecture_id,
        visit_id: visit,
        municipality_id,
        specialist_id,
        side: 'SPECIALIST',
        slots: '[]',
        status: 'OPEN',
        instead_of: '{}',
        made_by_name: 'x',
        made_at: NOW,
      },
    ],
    [
      'attachment',
      {
        id: id(),
        prefecture_id,
        owner_type: 'VISIT_REPORT',
        owner_id: id(),
        municipality_id,
        specialist_id,
        name: 'x',
        kind: 'TEXT',
        bytes: 1,
        sha256: '0'.repeat(64),
        stored_as: id(),
        scan: 'NOT_SCANNED',
        added_by_name: 'x',
        added_role: 'SYSTEM',
        added_at: NOW,
      },
    ],
    ...noticeRows(one, n),
    ...dateRows(one, { ...ofCase, visit }),
    ...reportRows({ ...one, request, visit }),
    policyRow(prefecture_id, n),
    targetRow(prefecture_id, n),
    ...engagementRows(one, n),
    ...travelRows(one, visit, n),
  ];
}

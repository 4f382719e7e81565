import type { Circle, Placed, Seat } from './circles.js';

/** Background work of the prefecture is a seat too: it may do everything there. */
export type AnySeat = Seat | 'system';

/** Whose rows: those of the own circle, of the whole prefecture, or none. */
type Extent = 'own' | 'prefecture' | 'none';
/** `l`ocks such rows, as for a change; `a`dds, `c`hanges, `r`emoves them. */
type Verbs = 'a' | 'al' | 'ac' | 'acr' | 'ar' | 'c' | 'cr' | 'l';
export type Verb = 'l' | 'a' | 'c' | 'r';
/** Rows that somebody sees, and what may be done with those. */
type Reach = Extent | `${Exclude<Extent, 'none'>} ${Verbs}`;
export type Reaches = Readonly<Record<Seat, Reach>>;

const reaches = (hub: Reach, town: Reach, specialist: Reach, operator: Reach = 'none'): Reaches => ({
  hub,
  town,
  specialist,
  operator,
});

const drawnUpByHub = (verbs: Verbs): Reaches => reaches(`prefecture ${verbs}`, 'prefecture', 'prefecture');
const history = reaches('prefecture a', 'own a', 'own a');
const nobodys = reaches('none', 'none', 'none');

/**
 * Said here once more, in other words than the policies. A new table needs a line here and a row in `circles.ts`; one
 * that is nobody's but the clockwork's stands in `CLOCKWORK` below.
 */
export const REACHES: Readonly<Record<string, Reaches>> = {
  account: reaches('own c', 'own c', 'own c', 'own c'),
  travel_rule_version: reaches('prefecture a', 'none', 'prefecture'),
  travel_claim: reaches('prefecture ac', 'none', 'own ac'),
  travel_claim_visit: reaches('prefecture ac', 'none', 'own ar'),
  travel_leg: reaches('prefecture', 'none', 'own ar'),
  travel_night: reaches('prefecture', 'none', 'own ar'),
  travel_receipt: reaches('prefecture', 'none', 'own ar'),
  travel_line: reaches('prefecture a', 'none', 'own'),
  travel_claim_event: reaches('prefecture a', 'none', 'own a'),
  agreement: reaches('prefecture ac', 'own l', 'own'),
  agreement_clause: reaches('prefecture acr', 'own', 'own'),
  agreement_event: reaches('prefecture a', 'own', 'own'),
  agreement_party: reaches('prefecture acr', 'own', 'own'),
  agreement_term: reaches('prefecture a', 'own', 'own'),
  applicant: reaches('prefecture ac', 'none', 'none'),
  applicant_event: reaches('prefecture a', 'none', 'none'),
  attendance: reaches('prefecture ac', 'own ac', 'own ac'),
  allocation_tax_rule: reaches('prefecture ac', 'none', 'none'),
  attachment: reaches('prefecture acr', 'own acr', 'own acr'),
  audit_entry: reaches('prefecture', 'own', 'none'),
  available_day: reaches('prefecture ar', 'prefecture', 'own ar'),
  bid_restriction_note: reaches('prefecture', 'own', 'none'),
  calendar_feed: reaches('none', 'own ac', 'own ac'),
  case_share: reaches('prefecture a', 'prefecture', 'none'),
  client_key: reaches('own ac', 'own ac', 'own ac', 'own ac'),
  conflict_of_interest: reaches('prefecture', 'own', 'own'),
  consultation: reaches('prefecture ac', 'own ac', 'own c'),
  consultation_event: history,
  cost_actual: reaches('prefecture ac', 'none', 'none'),
  cost_line: reaches('prefecture a', 'own', 'none'),
  cost_matrix: reaches('prefecture a', 'own', 'none'),
  cost_share: reaches('prefecture a', 'own', 'none'),
  council_attendance: reaches('prefecture a', 'prefecture', 'none'),
  council_meeting: reaches('prefecture ac', 'prefecture', 'none'),
  companion: reaches('prefecture acr', 'own', 'own'),
  companion_busy: reaches('own ar', 'none', 'none'),
  companion_pattern: reaches('own ac', 'none', 'none'),
  date_inquiry: reaches('prefecture ac', 'own c', 'none'),
  date_inquiry_answer: reaches('prefecture', 'own ac', 'none'),
  date_inquiry_event: reaches('prefecture a', 'own a', 'none'),
  date_inquiry_slot: reaches('prefecture a', 'own', 'none'),
  hub_contact: drawnUpByHub('ac'),
  visit_preparation: reaches('prefecture', 'own ac', 'own'),
  day_off: reaches('prefecture ar', 'prefecture', 'own ar'),
  demand_answer: reaches('prefecture', 'own ac', 'none'),
  demand_survey: reaches('prefecture ac', 'prefecture l', 'none'),
  declaration: reaches('prefecture ac', 'prefecture', 'none'),
  declaration_signatory: reaches('prefecture ac', 'prefecture', 'none'),
  desk_duty: drawnUpByHub('ar'),
  employment: reaches('prefecture ac', 'none', 'own'),
  expert_field: drawnUpByHub('ac'),
  expert_field_member: drawnUpByHub('ar'),
  expert_field_theme: drawnUpByHub('ar'),
  invitation: reaches('prefecture ac', 'own ac', 'none', 'own ac'),
  membership: reaches('prefecture c', 'own c', 'own', 'own c'),
  inbox_item: reaches('own c', 'own c', 'own c'),
  invoice: reaches('prefecture ac', 'own', 'none'),
  invoice_evidence: reaches('prefecture a', 'own', 'none'),
  invoice_line: reaches('prefecture a', 'own', 'none'),
  notice: nobodys,
  notice_setting: reaches('own ac', 'own ac', 'own ac', 'own ac'),
  view_setting: reaches('own ac', 'own ac', 'own ac', 'own ac'),
  saved_view: reaches('own acr', 'own acr', 'own acr', 'own acr'),
  number_series: reaches('prefecture ac', 'prefecture ac', 'none'),
  office: reaches('prefecture l', 'own ac', 'none'),
  office_member: reaches('prefecture', 'own ac', 'none'),
  office_session: reaches('prefecture', 'own ac', 'none'),
  office_time: reaches('prefecture', 'own a', 'none'),
  outbox: nobodys,
  party: drawnUpByHub('ac'),
  password_reset: reaches('prefecture a', 'own a', 'none', 'own a'),
  person_erasure: reaches('prefecture', 'none', 'none'),
  placement: reaches('prefecture ac', 'own l', 'own l'),
  placement_event: reaches('prefecture a', 'own', 'own'),
  plan_publication: reaches('prefecture a', 'none', 'none'),
  publication_change: reaches('prefecture a', 'none', 'none'),
  publication_order: reaches('prefecture ac', 'none', 'none'),
  plan_presence: reaches('prefecture acr', 'none', 'none'),
  planning_policy: reaches('prefecture a', 'none', 'none'),
  planning_run: reaches('prefecture ac', 'none', 'none'),
  prefecture_scheme: drawnUpByHub('ac'),
  procurement: reaches('prefecture ac', 'own ac', 'own'),
  procurement_event: reaches('prefecture a', 'own a', 'none'),
  procurement_vendor: reaches('prefecture ac', 'own ac', 'none'),
  proposed_visit: reaches('prefecture acr', 'none', 'none'),
  recruitment: reaches('prefecture ac', 'none', 'none'),
  round_stop: reaches('prefecture ac', 'own', 'none'),
  session: reaches('own cr', 'own cr', 'own cr', 'own cr'),
  retention_rule: reaches('prefecture ac', 'none', 'none'),
  retention_run: reaches('prefecture', 'none', 'none'),
  quota: reaches('prefecture ac', 'own', 'none'),
  scheme_use: reaches('prefecture ac', 'own ac', 'none'),
  scheme_window: drawnUpByHub('ac'),
  rotation: reaches('prefecture ac', 'none', 'none'),
  sharing_entry: reaches('prefecture ac', 'own', 'prefecture ac'),
  sharing_meeting: drawnUpByHub('ac'),
  shortlist_entry: reaches('prefecture acr', 'own c', 'own c'),
  skill_assessment: reaches('prefecture ac', 'prefecture', 'own ac'),
  specialist: reaches('prefecture ac', 'prefecture l', 'own c'),
  specialist_firm: reaches('prefecture ac', 'none', 'own al'),
  support_request: reaches('prefecture ac', 'own ac', 'own c'),
  support_request_event: history,
  support_team: reaches('prefecture a', 'own', 'own'),
  table_import: reaches('prefecture ac', 'own ac', 'none'),
  table_import_row: reaches('prefecture acr', 'own acr', 'none'),
  town_profile: reaches('prefecture ac', 'own ac', 'none'),
  training_completion: reaches('prefecture ac', 'own', 'own'),
  training_module: drawnUpByHub('ac'),
  training_rule: drawnUpByHub('a'),
  town_round: reaches('prefecture ac', 'prefecture', 'none'),
  travel_estimate: reaches('prefecture', 'prefecture', 'prefecture'),
  travel_override: drawnUpByHub('acr'),
  unplaced_visit: reaches('prefecture acr', 'none', 'none'),
  unavailability_rule: reaches('prefecture acr', 'prefecture', 'own acr'),
  visit: reaches('prefecture ac', 'own c', 'own c'),
  visit_report: reaches('prefecture ac', 'own c', 'own ac'),
  report_step: reaches('prefecture ac', 'own c', 'own ac'),
  report_policy: drawnUpByHub('a'),
  overview_target: reaches('prefecture a', 'none', 'none'),
  support_evaluation: reaches('prefecture', 'own a', 'none'),
  case_report: reaches('prefecture ac', 'own c', 'none'),
  case_report_event: reaches('prefecture a', 'own a', 'none'),
  shared_case: drawnUpByHub('ar'),
  follow_up: reaches('prefecture l', 'own c', 'none'),
  visit_event: history,
  visit_proposal: reaches('prefecture c', 'own ac', 'own ac'),
  weekly_pattern: reaches('prefecture ac', 'prefecture', 'own'),
};

/** Read by everybody, of every prefecture: public facts that only set-up writes. */
export const REFERENCE: readonly string[] = [
  'municipality',
  'prefecture_boundary',
  'prefecture',
  'scheme',
  'skill',
  'support_theme',
  'talent_profile',
  'theme_skill',
  'trouble_group',
];

/** Tables without row-level security, each with its reason. */
export const UNGUARDED: Readonly<Record<string, string>> = {
  migration:
    'which changes the schema has had: read and written by the owner alone, no role of the application may',
};

/** Nobody's business: no role of a person has any right there, so that no rows are needed to show it. */
export const CLOCKWORK: readonly string[] = [
  'audit_resealed',
  'audit_seal',
  'mail',
  'mail_suppression',
  'oidc_identity',
  'oidc_journey',
  'passkey',
  'passkey_challenge',
  'queue_epoch',
  'rate_budget',
  'recovery_code',
  'schedule',
  'search_entry',
  'sign_in_failure',
  'sign_in_place',
  'totp_factor',
  'worker_sighting',
];

/** Asked for by anybody in the own prefecture, and read by nobody: judged by a test of its own. */
export const ASKED_FOR: readonly string[] = ['notice', 'outbox'];

/** Tables whose rows belong to a person or to nobody, in whatever prefecture. */
const NO_PREFECTURE: readonly string[] = [
  'account',
  'notice_setting',
  'saved_view',
  'session',
  'view_setting',
];
const OF_A_PERSON: readonly string[] = [...NO_PREFECTURE, 'membership'];

const reachOf = (table: string, seat: Seat): Reach => REACHES[table]?.[seat] ?? 'none';

/** Whether somebody in that seat of that circle sees the row. */
export function sees(seat: AnySeat, from: Circle, row: Placed): boolean {
  const { table, circle, kind } = row;
  const near = circle.prefectureId === from.prefectureId;
  if (kind === 'INSTALLATION')
    // Operators see each other; everybody else the own part in it.
    return seat === 'operator'
      ? table !== 'client_key' || circle === from
      : seat !== 'system' && table === 'membership' && circle === from;
  if (['hub', 'town', 'specialist'].includes(kind) && seat !== 'system' && seat !== kind) return false;
  // Of tenants nothing but who they are there themselves.
  if (seat === 'operator') return circle === from && OF_A_PERSON.includes(table);
  if (seat === 'system') return near !== (kind === 'ABROAD') || NO_PREFECTURE.includes(table);
  // The own account is the same person everywhere.
  if (table === 'membership' && kind === 'ABROAD') return circle === from || (seat === 'hub' && !near);
  if (kind === 'ABROAD' || (kind === 'FORMER' && seat !== 'hub')) return false;
  switch (reachOf(table, seat).split(' ')[0]) {
    case 'own':
      return circle === from;
    case 'prefecture':
      return near;
    default:
      return false;
  }
}

/** Of the own parts elsewhere one knows, and changes nothing there. */
export const isOwnAbroad = (seat: Seat, from: Circle, { table, kind, circle }: Placed): boolean =>
  table === 'membership' &&
  circle === from &&
  (seat === 'operator' ? kind !== 'INSTALLATION' : kind === 'ABROAD' || kind === 'INSTALLATION');

/** What colleagues wrote is read and not changed. */
export const isReadOnly = (seat: AnySeat, from: Circle, { table, circle }: Placed): boolean =>
  table === 'sharing_entry' && seat === 'specialist' && circle !== from;

/** Whether somebody in that seat may do that with rows that the seat sees. */
export function mayDo(seat: AnySeat, table: string, verb: Verb): boolean {
  // Not even background work touches what was logged.
  if (seat === 'system') return table !== 'audit_entry';
  const verbs = reachOf(table, seat).split(' ')[1] ?? '';
  return verbs.includes(verb) || (verb === 'l' && verbs.includes('c'));
}

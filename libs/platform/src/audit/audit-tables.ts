/** Tables whose changes are not logged row by row, each with the reason. Every other table is. */
export const NOT_AUDITED: Readonly<Record<string, string>> = {
  audit_entry: 'the log cannot log itself',
  audit_seal: 'written by the sealing job alone',
  audit_resealed: 'written once, when the log became erasable',
  retention_run: 'counts only; what went from the log is an entry of its own',
  migration: 'changes with the software, not with what people do',
  queue_epoch: 'belongs to the queue',
  search_entry: 'the words of records that are logged themselves',
  schedule: 'due times only',
  number_series: 'the number that was drawn is logged with its record',
  client_key: 'repeats an answer whose effect is logged, sealed with a key that is not kept',
  oidc_journey: 'digests that are kept for ten minutes',
  passkey_challenge: 'digests that are kept for five minutes',
  sign_in_failure: 'digests that are counted for an hour',
  sign_in_place: 'digests of where people sign in; the sign-in itself is logged',
  rate_budget: 'counts what is asked, not what is done',
  prefecture: 'public register, loaded from files kept under version control',
  municipality: 'public register, loaded from files kept under version control',
  travel_estimate: 'public register, loaded from files kept under version control',
  skill: 'public taxonomy, loaded from files kept under version control',
  talent_profile: 'public taxonomy, loaded from files kept under version control',
  trouble_group: 'public taxonomy, loaded from files kept under version control',
  support_theme: 'public taxonomy, loaded from files kept under version control',
  theme_skill: 'public taxonomy, loaded from files kept under version control',
  scheme: 'public terms of national schemes, loaded from files kept under version control',
  notice: 'says what was changed elsewhere, where the change is logged',
  inbox_item: 'a person’s own list of what is logged elsewhere',
  unplaced_visit: 'reckoned; the run that made it is logged, and repeats itself from its seed',
};

/** In whose history a row is shown, where that is not the row itself: the record's type and the column of its id. */
export const RECORD_OF: Readonly<Record<string, readonly [type: string, column: string]>> = {
  support_request_event: ['support_request', 'support_request_id'],
  shortlist_entry: ['support_request', 'support_request_id'],
  support_team: ['support_request', 'support_request_id'],
  consultation_event: ['consultation', 'consultation_id'],
  // Not the request's: whoever may read a case need not know from whom its town buys.
  procurement_vendor: ['procurement', 'case_id'],
  procurement_event: ['procurement', 'case_id'],
  conflict_of_interest: ['procurement', 'case_id'],
  bid_restriction_note: ['procurement', 'case_id'],
  agreement_party: ['agreement', 'agreement_id'],
  agreement_clause: ['agreement', 'agreement_id'],
  agreement_term: ['agreement', 'agreement_id'],
  agreement_event: ['agreement', 'agreement_id'],
  attendance: ['placement', 'placement_id'],
  placement_event: ['placement', 'placement_id'],
  employment: ['specialist', 'specialist_id'],
  training_completion: ['specialist', 'specialist_id'],
  applicant_event: ['applicant', 'applicant_id'],
  declaration_signatory: ['declaration', 'declaration_id'],
  council_attendance: ['council_meeting', 'meeting_id'],
  case_share: ['council_meeting', 'meeting_id'],
  round_stop: ['town_round', 'round_id'],
  office_member: ['office', 'office_id'],
  office_session: ['office', 'office_id'],
  office_time: ['office', 'office_id'],
  cost_matrix: ['agreement', 'agreement_id'],
  cost_line: ['agreement', 'agreement_id'],
  cost_share: ['agreement', 'agreement_id'],
  cost_actual: ['agreement', 'agreement_id'],
  invoice_line: ['invoice', 'invoice_id'],
  visit_event: ['visit', 'visit_id'],
  proposed_visit: ['planning_run', 'run_id'],
  skill_assessment: ['specialist', 'specialist_id'],
  day_off: ['specialist', 'specialist_id'],
  expert_field_member: ['specialist', 'specialist_id'],
  desk_duty: ['specialist', 'specialist_id'],
  membership: ['account', 'account_id'],
  totp_factor: ['account', 'account_id'],
  recovery_code: ['account', 'account_id'],
  passkey: ['account', 'account_id'],
  password_reset: ['account', 'account_id'],
  oidc_identity: ['account', 'account_id'],
};

/** The id of a row where its key is a secret. */
export const ROW_ID: Readonly<Record<string, string>> = { session: 'membership_id' };

/** Columns that are no change worth a line, or that say what the entry says already. */
export const LEFT_OUT: Readonly<Record<string, readonly string[]>> = {
  // The account is in the entry; names would stay in the log for ever.
  '*': [
    'actor_name',
    'added_by_name',
    'requested_by_name',
    'published_by_name',
    'set_by_name',
    'recorded_by_name',
    'removed_by_name',
    'issued_by_name',
    'erased_by_name',
    'drafted_by_name',
    'cancelled_by_name',
    'updated_at',
  ],
  planning_run: ['progress', 'left_out'],
  session: ['last_seen_at', 'expires_at'],
  totp_factor: ['last_step'],
  passkey: ['counter', 'last_used_at'],
  membership: ['last_sign_in_at'],
  // What is left says that work which was set aside is tried again.
  outbox: [
    'payload',
    'dedup_key',
    'created_at',
    'run_after',
    'lease_until',
    'running_until',
    'sends',
    'unrung',
    'done_at',
    'last_error',
  ],
  person_erasure: ['transaction_at', 'blanked', 'log_entries'],
};

/** Tables that are logged only while this holds of `app.role`, each with the reason. */
export const LOGGED_WHEN: Readonly<Record<string, string>> = {
  // Written by the thousand: logged when a person changes them, not when a run is saved.
  proposed_visit: `IS DISTINCT FROM 'SYSTEM'`,
  // Carries ids to work that is logged itself; what an operator does to it is not.
  outbox: `= 'OPERATOR'`,
};

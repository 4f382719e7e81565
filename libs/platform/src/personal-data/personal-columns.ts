/** What kind of personal data a column holds. */
export const PERSONAL_KINDS = ['name', 'contact', 'credential', 'free-text', 'work', 'trace'] as const;
export type PersonalClass = (typeof PERSONAL_KINDS)[number];

/** What it is called and what it means. */
export const PERSONAL_CLASSES: Readonly<Record<PersonalClass, { readonly ja: string; readonly en: string }>> =
  {
    name: { ja: '氏名', en: 'who somebody is' },
    contact: { ja: '連絡先', en: 'where somebody is reached' },
    credential: { ja: '認証情報', en: 'what signs somebody in; stored hashed, but for the login id' },
    'free-text': { ja: '自由記述', en: 'typed by somebody, and may name or describe anybody' },
    work: { ja: '働き方・所属', en: 'for whom, when and where somebody works, and what they can do' },
    trace: { ja: '利用の痕跡', en: 'what the platform notes of somebody who uses it' },
  };

/**
 * Every column with words about people, by table. What is masked in logs is made from this list. A table may stand
 * here before its migration does.
 */
export const PERSONAL_COLUMNS: Readonly<Record<string, Readonly<Record<string, PersonalClass>>>> = {
  account: {
    login_id: 'credential',
    password_hash: 'credential',
    display_name: 'name',
    name_en: 'name',
  },
  allocation_tax_rule: { source: 'free-text', recorded_by_name: 'name' },
  agreement_event: { actor_name: 'name', reason: 'free-text' },
  agreement_party: { signatory_title: 'work', signatory_name: 'name' },
  agreement_term: { reason: 'free-text' },
  attendance: { note: 'free-text', beyond_reason: 'free-text', recorded_by_name: 'name' },
  audit_entry: { changes: 'free-text' },
  bid_restriction_note: { firms: 'work', text_ja: 'work', text_en: 'work' },
  client_key: { answer: 'free-text' },
  consultation: {
    question: 'free-text',
    answer: 'free-text',
    contact_section: 'contact',
    assignment: 'work',
  },
  consultation_event: { actor_name: 'name', reason: 'free-text' },
  cost_actual: { evidence: 'free-text', recorded_by_name: 'name' },
  cost_matrix: { reason: 'free-text', set_by_name: 'name' },
  day_off: { part: 'work', reason: 'free-text' },
  desk_duty: { weekday: 'work', half: 'work' },
  invitation: { for_name: 'name', token_hash: 'credential', issued_by_name: 'name' },
  office_member: { name: 'name', section: 'work', reason: 'free-text' },
  office_session: { title: 'free-text', record: 'free-text' },
  office_time: { what: 'free-text' },
  invoice: {
    drafted_by_name: 'name',
    issued_by_name: 'name',
    cancelled_by_name: 'name',
    cancel_reason: 'free-text',
  },
  oidc_identity: { issuer: 'work', subject: 'credential' },
  oidc_journey: { browser_hash: 'credential', state_hash: 'credential', secret_box: 'credential' },
  passkey: {
    credential_id: 'credential',
    public_key: 'credential',
    transports: 'trace',
    name: 'free-text',
  },
  passkey_challenge: { challenge_hash: 'credential' },
  password_reset: { token_hash: 'credential' },
  person_erasure: { reason: 'free-text', basis: 'free-text', erased_by_name: 'name' },
  placement: { post: 'work', weekly: 'work' },
  plan_publication: { published_by_name: 'name' },
  planning_policy: { set_by_name: 'name' },
  planning_run: { problem: 'work', plan: 'work', findings: 'work', requested_by_name: 'name' },
  procurement_event: { actor_name: 'name' },
  proposed_visit: { replaces: 'work' },
  recovery_code: { code_hash: 'credential' },
  session: { token_hash: 'credential', browser: 'trace', system: 'trace', identity_issuer: 'work' },
  retention_rule: { set_by_name: 'name' },
  shortlist_entry: { answer_reason: 'free-text' },
  sign_in_failure: { guesser_digest: 'trace' },
  sign_in_place: { guesser_digest: 'trace' },
  skill_assessment: { evidence: 'work', note: 'free-text', assessed_by: 'name' },
  specialist: {
    name: 'name',
    kana: 'name',
    name_en: 'name',
    profile_id: 'work',
    base_id: 'work',
    employment: 'work',
    employment_en: 'work',
    modes: 'work',
    weekly: 'work',
  },
  specialist_firm: {
    relation: 'work',
    name: 'work',
    name_key: 'work',
    corporate_number: 'work',
    source: 'work',
    recorded_by_name: 'name',
    removed_by_name: 'name',
    removed_reason: 'free-text',
  },
  support_request: {
    title: 'free-text',
    trouble: 'free-text',
    contact_section: 'contact',
    outcome: 'free-text',
  },
  support_request_event: { actor_name: 'name', reason: 'free-text' },
  town_profile: { set_by_name: 'name' },
  totp_factor: { secret_box: 'credential' },
  travel_override: { note: 'free-text' },
  unplaced_visit: { reasons: 'work', replaces: 'work' },
  visit_event: { actor_name: 'name', reason: 'free-text', moved_from: 'work', moved_to: 'work' },
};

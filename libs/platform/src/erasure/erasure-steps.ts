/** What becomes of a value of somebody who is erased. */
export const TREATMENTS = {
  /** The neutral word with the number stands where the name stood. */
  LABEL: 'p.label',
  LABEL_EN: 'p.label_en',
  /** Nothing stands there any more. */
  GONE: 'NULL',
  DASH: "'—'",
  NO_LIST: "'{}'",
  /** What has to stay unique, and says nothing. */
  OWN_ID: "'erased-' || t.id",
} as const;

/** `WORDS`: the person's names within what was written. `JSON`: the same within what was reckoned. */
export type Treatment = keyof typeof TREATMENTS | 'WORDS' | 'JSON';

/**
 * Rows of one table that are somebody's, as a condition on the row `t` and the person `p` (`p.account`, `p.specialist`,
 * `p.prefecture`, `p.names`), and what becomes of them: of the columns named, or of the rows altogether.
 */
export interface ErasureStep {
  readonly table: string;
  readonly whose: string;
  /** Columns with what becomes of them; null: the rows go. */
  readonly set: Readonly<Record<string, Treatment>> | null;
  /** Not where the account goes on in another prefecture. */
  readonly accountOnly?: true;
}

const here = (condition: string): string => `t.prefecture_id = p.prefecture AND (${condition})`;

/** Names that are noted by a later change: what that change writes down besides. */
const NOTED_WITH: Readonly<Record<string, string>> = {
  removed_by_name: 'removed_at',
  issued_by_name: 'issued_at',
  cancelled_by_name: 'cancelled_at',
  approved_by_name: 'approved_at',
};

/** A name that was noted without an account: it is theirs unless the log knows that somebody else did it. */
const notedBy = (table: string, column: string): string =>
  here(`t.${column} = ANY (p.names) AND NOT EXISTS (SELECT FROM audit_entry e
    WHERE e.table_name = '${table}' AND e.row_id = t.id::text AND e.account_id IS NOT NULL AND e.account_id IS DISTINCT FROM p.account::text
      AND e.changes ? '${NOTED_WITH[column] ?? 'id'}' AND e.kind IN ('CREATE', 'UPDATE'))`);

const history = (table: string): ErasureStep => ({
  table,
  whose: here('t.actor_id = p.account'),
  set: { actor_name: 'LABEL', reason: 'WORDS' },
});

/** The same where the key has several columns: theirs if the log says that they wrote it last. */
const writtenLastBy = (table: string, key: string, column: string): string =>
  here(`t.${column} = ANY (p.names) AND (SELECT e.account_id FROM audit_entry e WHERE e.table_name = '${table}'
    AND e.row_id = ${key} AND e.kind IN ('CREATE', 'UPDATE') ORDER BY e.id DESC LIMIT 1)
    IS NOT DISTINCT FROM p.account::text`);

const nameOf = (table: string, by: string): ErasureStep => ({
  table,
  whose: here(`t.${by} = p.account`),
  set: { [`${by}_name`]: 'LABEL' },
});

const gone = (table: string, whose: string): ErasureStep => ({ table, whose, set: null });
const ofAccount = (table: string): ErasureStep => ({
  ...gone(table, 't.account_id = p.account'),
  accountOnly: true,
});
const reckoned = (table: string, ...columns: readonly string[]): ErasureStep => ({
  table,
  whose: here('true'),
  set: Object.fromEntries(columns.map((column) => [column, 'JSON'])),
});

/** In the order in which they are done: who somebody was goes last, since the steps before it look for that. */
export const ERASURE_STEPS: readonly ErasureStep[] = [
  history('support_request_event'),
  history('consultation_event'),
  history('visit_event'),
  history('date_inquiry_event'),
  history('case_report_event'),
  history('agreement_event'),
  history('placement_event'),
  history('applicant_event'),
  history('travel_claim_event'),
  { table: 'procurement_event', whose: here('t.actor_id = p.account'), set: { actor_name: 'LABEL' } },
  {
    table: 'visit_proposal',
    whose: here('t.made_by = p.account'),
    set: { made_by_name: 'LABEL', note: 'WORDS' },
  },
  {
    table: 'visit_proposal',
    whose: here('t.settled_by = p.account'),
    set: { settled_by_name: 'LABEL', reason: 'WORDS' },
  },
  nameOf('table_import', 'requested_by'),
  nameOf('plan_publication', 'published_by'),
  {
    table: 'publication_order',
    whose: here('t.ordered_by = p.account'),
    set: { ordered_by_name: 'LABEL', words: 'WORDS' },
  },
  {
    table: 'publication_order',
    whose: here('t.settled_by = p.account'),
    set: { settled_by_name: 'LABEL' },
  },
  nameOf('planning_policy', 'set_by'),
  nameOf('planning_run', 'requested_by'),
  nameOf('town_profile', 'set_by'),
  nameOf('hub_contact', 'set_by'),
  nameOf('visit_preparation', 'set_by'),
  nameOf('companion', 'set_by'),
  { table: 'companion', whose: here('t.account_id = p.account'), set: { account_name: 'LABEL' } },
  // Colleagues entered it, or they did: each name stands once under a question.
  {
    table: 'date_inquiry_answer',
    whose: here('t.name = ANY (p.names)'),
    set: { name: 'OWN_ID', comment: 'GONE' },
  },
  { table: 'date_inquiry_answer', whose: here('t.account_id = p.account'), set: { comment: 'WORDS' } },
  gone('companion_busy', here('t.account_id = p.account')),
  gone('companion_pattern', here('t.account_id = p.account')),
  nameOf('attachment', 'added_by'),
  {
    table: 'attachment',
    whose: here('t.added_by = p.account OR t.specialist_id = p.specialist'),
    set: { name: 'WORDS' },
  },
  nameOf('quota', 'set_by'),
  nameOf('prefecture_scheme', 'set_by'),
  nameOf('scheme_window', 'set_by'),
  nameOf('scheme_use', 'recorded_by'),
  nameOf('retention_rule', 'set_by'),
  nameOf('person_erasure', 'erased_by'),
  nameOf('visit_report', 'submitted_by'),
  nameOf('visit_report', 'confirmed_by'),
  nameOf('report_step', 'closed_by'),
  nameOf('support_evaluation', 'evaluated_by'),
  nameOf('follow_up', 'answered_by'),
  nameOf('invitation', 'issued_by'),
  {
    table: 'invitation',
    whose: here('t.used_by = p.account OR t.specialist_id = p.specialist'),
    set: { for_name: 'LABEL', token_hash: 'OWN_ID' },
  },
  {
    table: 'skill_assessment',
    whose: notedBy('skill_assessment', 'assessed_by'),
    set: { assessed_by: 'LABEL' },
  },
  {
    table: 'specialist_firm',
    whose: notedBy('specialist_firm', 'recorded_by_name'),
    set: { recorded_by_name: 'LABEL' },
  },
  {
    table: 'specialist_firm',
    whose: notedBy('specialist_firm', 'removed_by_name'),
    set: { removed_by_name: 'LABEL' },
  },
  {
    table: 'attendance',
    whose: notedBy('attendance', 'recorded_by_name'),
    set: { recorded_by_name: 'LABEL' },
  },
  ...(
    [
      ['cost_matrix', 'set_by_name'],
      ['cost_actual', 'recorded_by_name'],
      ['invoice', 'drafted_by_name'],
      ['invoice', 'issued_by_name'],
      ['invoice', 'cancelled_by_name'],
      ['allocation_tax_rule', 'recorded_by_name'],
      ['case_report', 'approved_by_name'],
      ['case_report', 'drafted_by_name'],
      ['shared_case', 'published_by_name'],
      ['travel_rule_version', 'set_by_name'],
      ['overview_target', 'set_by_name'],
    ] as const
  ).map(([table, column]): ErasureStep => ({
    table,
    whose: notedBy(table, column),
    set: { [column]: 'LABEL' },
  })),
  // Days and sums stay; what was said about them goes.
  {
    table: 'attendance',
    whose: here('t.specialist_id = p.specialist'),
    set: { note: 'GONE', beyond_reason: 'WORDS' },
  },
  // How far somebody went and what it cost stays; from where, and what they noted, goes.
  {
    table: 'travel_leg',
    whose: here('t.specialist_id = p.specialist'),
    set: { from_name: 'DASH', to_name: 'DASH' },
  },
  {
    table: 'travel_night',
    whose: here('t.specialist_id = p.specialist'),
    set: { place_name: 'DASH', beyond_reason: 'GONE' },
  },
  { table: 'travel_receipt', whose: here('t.specialist_id = p.specialist'), set: { note: 'GONE' } },
  ...['employment', 'training_completion'].flatMap((table) =>
    ['recorded_by_name', 'removed_by_name'].map((column): ErasureStep => ({
      table,
      whose: notedBy(table, column),
      set: { [column]: 'LABEL' },
    })),
  ),
  {
    table: 'employment',
    whose: here('t.specialist_id = p.specialist'),
    set: { grade: 'GONE', end_reason: 'GONE', removed_reason: 'GONE' },
  },
  {
    table: 'training_completion',
    whose: here('t.specialist_id = p.specialist'),
    set: { evidence: 'DASH', removed_reason: 'GONE' },
  },
  {
    table: 'training_rule',
    whose: writtenLastBy('training_rule', `t.prefecture_id || '/' || t.version`, 'set_by_name'),
    set: { set_by_name: 'LABEL' },
  },
  {
    table: 'demand_answer',
    whose: writtenLastBy('demand_answer', `t.survey_id || '/' || t.municipality_id`, 'recorded_by_name'),
    set: { recorded_by_name: 'LABEL', note: 'WORDS' },
  },
  {
    table: 'sharing_entry',
    whose: writtenLastBy(
      'sharing_entry',
      `t.meeting_id || '/' || t.placement_id || '/' || t.kind`,
      'recorded_by_name',
    ),
    set: { recorded_by_name: 'LABEL' },
  },
  { table: 'sharing_entry', whose: here('t.specialist_id = p.specialist'), set: { text: 'WORDS' } },
  {
    table: 'applicant',
    whose: here('t.specialist_id = p.specialist'),
    set: { name: 'LABEL', kana: 'LABEL', name_en: 'LABEL_EN', contact: 'DASH', note: 'GONE' },
  },
  {
    table: 'report_policy',
    whose: writtenLastBy('report_policy', `t.prefecture_id || '/' || t.version`, 'set_by_name'),
    set: { set_by_name: 'LABEL' },
  },
  // Their own words in a case are the case's; only who they are leaves them.
  {
    table: 'visit_report',
    whose: here('t.specialist_id = p.specialist OR t.submitted_by = p.account OR t.confirmed_by = p.account'),
    set: {
      topics: 'JSON',
      done: 'WORDS',
      steps: 'JSON',
      internal_note: 'WORDS',
      return_reason: 'WORDS',
      stand_in_reason: 'WORDS',
      thanks: 'WORDS',
    },
  },
  {
    table: 'report_step',
    whose: here(
      'EXISTS (SELECT FROM visit_report v WHERE v.id = t.report_id AND v.specialist_id = p.specialist) OR t.closed_by = p.account',
    ),
    set: { what: 'WORDS', close_note: 'WORDS' },
  },
  { table: 'support_evaluation', whose: here('t.evaluated_by = p.account'), set: { words: 'WORDS' } },
  {
    table: 'follow_up',
    whose: here('t.answered_by = p.account'),
    set: { effect: 'WORDS', next_wish: 'WORDS' },
  },
  {
    table: 'support_request',
    whose: here('t.filed_by = p.account OR t.specialist_id = p.specialist'),
    set: { title: 'WORDS', trouble: 'WORDS', outcome: 'WORDS', contact_section: 'WORDS' },
  },
  {
    table: 'consultation',
    whose: here('t.filed_by = p.account OR t.specialist_id = p.specialist'),
    set: { question: 'WORDS', answer: 'WORDS', contact_section: 'WORDS' },
  },
  { table: 'travel_override', whose: here('t.set_by = p.account'), set: { note: 'WORDS' } },
  {
    table: 'bid_restriction_note',
    whose: here('t.specialist_id = p.specialist'),
    set: { text_ja: 'WORDS', text_en: 'WORDS' },
  },
  reckoned('consultation', 'assignment'),
  reckoned('planning_run', 'problem', 'plan', 'findings'),
  reckoned('proposed_visit', 'replaces'),
  reckoned('unplaced_visit', 'reasons', 'replaces'),
  reckoned('publication_change', 'before', 'after'),
  reckoned('visit_event', 'moved_from', 'moved_to'),
  reckoned('visit_proposal', 'instead_of'),
  { table: 'shortlist_entry', whose: here('t.specialist_id = p.specialist'), set: { answer_reason: 'GONE' } },
  { table: 'day_off', whose: here('t.specialist_id = p.specialist'), set: { reason: 'GONE' } },
  {
    table: 'unavailability_rule',
    whose: here('t.specialist_id = p.specialist'),
    set: { reason: 'GONE' },
  },
  { table: 'weekly_pattern', whose: here('t.specialist_id = p.specialist'), set: { weekly: 'NO_LIST' } },
  gone('calendar_feed', here('t.account_id = p.account OR t.specialist_id = p.specialist')),
  gone('table_import_row', here('t.record_id = p.specialist')),
  gone('desk_duty', here('t.specialist_id = p.specialist')),
  gone('expert_field_member', here('t.specialist_id = p.specialist')),
  gone('skill_assessment', here('t.specialist_id = p.specialist')),
  {
    table: 'specialist_firm',
    whose: here('t.specialist_id = p.specialist'),
    set: {
      name: 'DASH',
      name_key: 'OWN_ID',
      corporate_number: 'GONE',
      source: 'GONE',
      removed_reason: 'GONE',
    },
  },
  reckoned('notice', 'facts'),
  gone('inbox_item', here('t.account_id = p.account')),
  reckoned('inbox_item', 'facts'),
  gone('mail', 't.account_id = p.account AND (t.prefecture_id = p.prefecture OR t.prefecture_id IS NULL)'),
  {
    ...gone(
      'mail_suppression',
      't.address IN (SELECT address FROM notice_setting WHERE account_id = p.account)',
    ),
    accountOnly: true,
  },
  ofAccount('notice_setting'),
  ofAccount('view_setting'),
  ofAccount('saved_view'),
  gone('client_key', here('t.account_id = p.account')),
  gone(
    'session',
    't.membership_id IN (SELECT id FROM membership WHERE account_id = p.account AND prefecture_id = p.prefecture)',
  ),
  gone('password_reset', here('t.account_id = p.account')),
  gone('oidc_journey', here('t.account_id = p.account')),
  ofAccount('oidc_identity'),
  ofAccount('passkey'),
  ofAccount('passkey_challenge'),
  ofAccount('totp_factor'),
  ofAccount('recovery_code'),
  {
    table: 'specialist',
    whose: here('t.id = p.specialist'),
    set: {
      name: 'LABEL',
      kana: 'LABEL',
      name_en: 'LABEL_EN',
      employment: 'DASH',
      employment_en: 'DASH',
      modes: 'NO_LIST',
      weekly: 'NO_LIST',
    },
  },
  {
    table: 'account',
    whose: 't.id = p.account',
    set: { display_name: 'LABEL', name_en: 'LABEL_EN', login_id: 'OWN_ID', password_hash: 'DASH' },
    accountOnly: true,
  },
];

/** Personal columns that an erasure leaves, each with its reason; a test knows every column. */
export const KEPT_AT_ERASURE: Readonly<Record<string, string>> = {
  'agreement_party.signatory_name': 'who signed for a body is part of the document; shown as words of others',
  'agreement_party.signatory_title': 'an office, not a person',
  'agreement_term.reason': 'words of the agreement; shown as words of others',
  'allocation_tax_rule.source': 'a letter or an ordinance',
  'overview_target.source': 'a plan or a decision',
  'audit_entry.changes': 'blanked by its own function, see docs/adr/0013-erasure-and-audit.md',
  'available_day.part': 'half a day says nothing more',
  'unavailability_rule.part': 'half a day without a reason says nothing more',
  'unavailability_rule.repeats': 'days without a reason say nothing more',
  'bid_restriction_note.firms': 'which firms stay out of a bidding is for the town to show later',
  'cost_actual.evidence': 'which paper says so; shown as words of others',
  'cost_matrix.reason': 'words of the agreement; shown as words of others',
  'case_share.title': 'words of a town; shown as words of others',
  'case_share.body': 'words of a town; shown as words of others',
  'client_key.answer': 'goes with its row',
  'search_entry.words': 'follows its record: a trigger writes what the record says now',
  'search_entry.grams': 'follows its record: a trigger writes what the record says now',
  'employment.form': 'one of seven kinds: the allocation tax was reckoned by it',
  'rotation.moves': 'ids, posts and half-days of the towns',
  'sharing_meeting.note': 'words of the hub; shown as words of others',
  'training_completion.module_code': 'one of a few modules',
  'council_meeting.title': 'minutes of the council; shown as words of others',
  'council_meeting.record': 'minutes of the council; shown as words of others',
  'support_request_event.actor_post': 'a post, not a person',
  'hub_contact.person': 'whom the hub says that towns should call; it names somebody else when they leave',
  'hub_contact.phone': 'the telephone of a section',
  'visit_preparation.purpose': 'words of a town; shown as words of others',
  'visit_preparation.things': 'words of a town; shown as words of others',
  'visit_preparation.contact': 'whom the town named as its own; shown as words of others',
  'visit_preparation.remarks': 'words of a town; shown as words of others',
  'date_inquiry.message': 'a word of the hub to a town; shown as words of others',
  'day_off.part': 'half a day without a reason says nothing more',
  'declaration_signatory.name': 'the head of a government, who signed in public',
  'declaration_signatory.title': 'an office, not a person',
  'office_member.name': 'what a town noted of its own office; shown as words of others',
  'office_member.section': 'a section of the town',
  'office_member.reason': 'words of the town; shown as words of others',
  'office_session.title': 'words of the town; shown as words of others',
  'office_session.record': 'words of the town; shown as words of others',
  'office_time.what': 'words of the town; shown as words of others',
  'visit_report.attendance': 'sections of the town, and how many came',
  'visit_report.result': 'one of three words about a visit',
  'visit_report.submitted_by_role': 'on whose side it was written',
  'visit_report.confirmed_by_role': 'on whose side it was confirmed',
  'case_report.summary': 'words of the hub about a case; shown as words of others',
  'case_report.outputs': 'words of the hub about a case; shown as words of others',
  'case_report.effect': 'words of the hub about a case; shown as words of others',
  'case_report.lessons': 'words of the hub about a case; shown as words of others',
  'case_report.internal_note': 'words of the hub about a case; shown as words of others',
  'case_report.inside': 'which lines stay inside',
  'invoice.cancel_reason': 'why a bill is void; shown as words of others',
  'person_erasure.reason': 'why somebody was erased, in words that must not name them',
  'person_erasure.basis': 'on what ground, in words that must not name them',
  'placement.post': 'a post of a town: whose it was is a number',
  'placement.weekly': 'half-days of the post: sums were reckoned from them',
  'quota.note': 'words of the prefecture about a limit; shown as words of others',
  'quota.raised_reason': 'words of the prefecture about a limit; shown as words of others',
  'quota.ended_reason': 'words of the prefecture about a limit; shown as words of others',
  'scheme_use.note': 'words about a scheme; shown as words of others',
  'scheme_use.removed_reason': 'words about a scheme; shown as words of others',
  'round_stop.companion': 'what the hub noted of a round; shown as words of others',
  'round_stop.ferry_note': 'when ferries go',
  'round_stop.issues': 'words about a town; shown as words of others',
  'round_stop.handling': 'words about a town; shown as words of others',
  'sign_in_failure.guesser_digest': 'a digest that is forgotten within a day',
  'sign_in_place.guesser_digest': 'a digest that is forgotten by itself',
  'specialist.base_id': 'a place: past ways were reckoned from it',
  'specialist.profile_id': 'one of a few public kinds of expert: past choices were made by it',
  'specialist_firm.relation': 'one of three kinds, without whose firm',
  'table_import.file_name': 'what a file was called; shown as words of others',
  'town_round.reason': 'words of the hub; shown as words of others',
};

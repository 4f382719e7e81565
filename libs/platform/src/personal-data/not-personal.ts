/** Tables without a word about anybody. */
export const TABLES_WITHOUT_PEOPLE: Readonly<Record<string, string>> = {
  audit_seal: 'digests of the log',
  audit_resealed: 'digests of the log',
  retention_run: 'counts and days',
  migration: 'changes of the software',
  municipality: 'public register',
  number_series: 'counters',
  outbox: 'ids only: who reads a payload looks the rest up as somebody',
  prefecture: 'public register',
  rate_budget: 'counters under digests that change with the server',
  schedule: 'due times',
  scheme: 'public terms of national schemes',
  skill: 'public taxonomy',
  support_theme: 'public taxonomy',
  talent_profile: 'public taxonomy',
  theme_skill: 'public taxonomy',
  travel_estimate: 'public register',
  trouble_group: 'public taxonomy',
};

/** Columns that say nothing about a person, in every table that has them: places, codes and ids. */
export const CODES: readonly string[] = [
  'actor_role',
  'cause',
  'duties',
  'from_status',
  'kind',
  'mode',
  'municipality_id',
  'operation',
  'phase',
  'prefecture_id',
  'role',
  'skill_id',
  'status',
  'theme_id',
  'to_status',
];

/** The others, by table. */
export const NOT_PERSONAL: Readonly<Record<string, readonly string[]>> = {
  agreement: ['number', 'title', 'monthly_rule', 'confidentiality'],
  agreement_clause: ['heading', 'body'],
  agreement_party: ['part'],
  allocation_tax_rule: ['measure', 'bearer', 'items', 'appointment_forms'],
  // The ids point at a person and say nothing about them.
  audit_entry: [
    'account_id',
    'specialist_id',
    'table_name',
    'row_id',
    'record_type',
    'record_id',
    'commitments',
  ],
  client_key: ['key_digest', 'wish_digest'],
  consultation: ['number'],
  // What things cost, and the words of an agreement about it.
  cost_actual: ['item', 'label'],
  cost_line: ['item', 'label', 'amount_rule', 'day_source', 'share_rule'],
  expert_field: ['name', 'name_en'],
  office: ['name'],
  // What stands where a name stood, and counts.
  person_erasure: ['label', 'label_en', 'blanked'],
  invoice: ['number'],
  invoice_line: ['item', 'label', 'formula_ja', 'formula_en'],
  // Bodies, not persons.
  party: ['name', 'name_en', 'address'],
  planning_policy: ['tiers', 'weights'],
  planning_run: ['progress', 'score', 'failure', 'policy', 'bound', 'left_out'],
  prefecture_scheme: ['name', 'cap_per', 'cost', 'cost_words', 'rules', 'source'],
  // Firms from which a town buys: its secret, but nobody's person.
  procurement_event: ['vendors'],
  procurement_vendor: ['name', 'name_key', 'corporate_number'],
  quota: ['name', 'scope', 'period', 'unit', 'counts', 'source'],
  scheme_use: ['scheme_id'],
  scheme_window: ['scheme_id', 'closes_at', 'source'],
  shortlist_entry: ['answer'],
  support_request: ['number', 'urgency', 'wished', 'approval_number'],
  town_profile: ['busy'],
  travel_override: ['from_id', 'to_id'],
  visit: ['cancel_side'],
};

import {
  type Guard,
  OF_INSTALLATION,
  OWN_PREFECTURE,
  personalTable,
  referenceTable,
  rows,
  type Rule,
  systemTable,
  tenantTable,
} from './policies.js';

const ALL = 'true';
const OWN_TOWN = 'municipality_id = (SELECT app.municipality_id())';
const OWN_SELF = 'specialist_id = (SELECT app.specialist_id())';
const OWN_CASE = 'support_request_id = ANY (ARRAY(SELECT app.own_cases()))';
/** A visit that is more than a slot kept free while a town is asked. */
const PUBLIC = `status <> 'HELD'`;
const OWN_ACCOUNT = 'account_id = (SELECT app.account_id())';
/** Of the specialist who is asked, and of those who are next: whoever declines passes the offer on. */
const OPEN_OFFER = `(${OWN_SELF} AND offered_at IS NOT NULL) OR support_request_id = ANY (ARRAY(SELECT app.own_offers()))`;

/** Where the row that it hangs on is seen: that row's own policies decide. */
const seen = (table: string, column: string, parent: string): string =>
  `EXISTS (SELECT 1 FROM ${parent} parent WHERE parent.id = ${table}.${column})`;

/** Where the purchase is seen; for a specialist none is. */
const ofPurchase = (table: string): string =>
  `EXISTS (SELECT 1 FROM procurement parent WHERE parent.case_id = ${table}.case_id)`;

/** A history is added to by whoever sees its record, and never rewritten. */
const historyOf = (table: string, parent: string): Guard => {
  const added = rows(seen(table, `${parent}_id`, parent), 'insert');
  return tenantTable({ hub: rows(ALL, 'insert'), town: added, specialist: added });
};

/** Drawn up by the hub, for everybody in the prefecture to read. */
const publishedBy = (hub: Rule): Guard => tenantTable({ hub, town: rows(ALL), specialist: rows(ALL) });

/** Kept by the hub, for itself and its towns to read. */
const keptForTowns = (...hub: readonly ('insert' | 'update')[]): Guard =>
  tenantTable({ hub: rows(ALL, ...hub), town: rows(ALL) });

/** What an agreement says: written by the hub, read by its parties and by whoever is placed under it. */
const ofAgreement = (...hub: readonly ('insert' | 'update' | 'delete')[]): Guard => {
  const own = rows('agreement_id = ANY (ARRAY(SELECT app.own_agreements()))');
  return tenantTable({ hub: rows(ALL, ...hub), town: own, specialist: own });
};

/** What an agreement costs: for the hub and the towns that share it, not for whoever is placed under it. */
const ofTowns = (hub: Rule): Guard =>
  tenantTable({ hub, town: rows('agreement_id = ANY (ARRAY(SELECT app.own_agreements()))') });

/** What somebody says of their own journey: written anew as a whole. */
const ofTraveller = (): Guard =>
  tenantTable({ hub: rows(ALL), specialist: rows(OWN_SELF, 'insert', 'delete') });

/** An actor may ask for work in its own transaction, and reads nobody's. */
const ASKING: Rule = { select: 'created_at = now()', insert: ALL };

/** In the order of CASE: the id of another record may be no uuid. */
const OWN_CASE_CHANGED = `CASE WHEN table_name <> record_type OR kind IN ('VIEW', 'EXPORT') THEN false
  WHEN record_type = 'support_request' THEN EXISTS (SELECT 1 FROM support_request r WHERE r.id = record_id::uuid)
  WHEN record_type = 'consultation' THEN EXISTS (SELECT 1 FROM consultation c WHERE c.id = record_id::uuid)
  ELSE false END`;

/** A wish that was fulfilled stays so: only background work forgets it. */
const OWN_WISH = rows(OWN_ACCOUNT, 'insert', 'update');

/**
 * Whose rows each table holds, and what hub, town and specialist may do with which of them. Every table stands here, a
 * new one too: until then no role of the application may open it.
 */
export const GUARDS: Readonly<Record<string, Guard>> = {
  // Directory
  // The own ones of other prefectures too: people go on there, and are signed out there.
  // Whoever comes in is let in by background work, which has seen their invitation.
  membership: tenantTable(
    {
      hub: { select: ALL, update: OWN_PREFECTURE },
      town: { select: `${OWN_TOWN} OR ${OWN_ACCOUNT}`, update: OWN_TOWN },
      specialist: rows(OWN_ACCOUNT),
      operator: { select: ALL, update: `role = 'OPERATOR'` },
    },
    `${OWN_PREFECTURE} OR ${OWN_ACCOUNT} OR (${OF_INSTALLATION})`,
  ),
  invitation: tenantTable(
    {
      hub: rows(ALL, 'insert', 'update'),
      town: rows(OWN_TOWN, 'insert', 'update'),
      operator: rows(ALL, 'insert', 'update'),
    },
    `${OWN_PREFECTURE} OR (${OF_INSTALLATION})`,
  ),
  password_reset: tenantTable(
    {
      hub: rows(ALL, 'insert'),
      town: rows(OWN_TOWN, 'insert'),
      operator: rows(ALL, 'insert'),
    },
    `${OWN_PREFECTURE} OR (${OF_INSTALLATION})`,
  ),
  account: personalTable(rows('id = (SELECT app.account_id())', 'update')),
  session: personalTable(
    rows(
      'membership_id IN (SELECT id FROM membership WHERE account_id = (SELECT app.account_id()))',
      'update',
      'delete',
    ),
  ),
  hub_contact: publishedBy(rows(ALL, 'insert', 'update')),
  travel_estimate: publishedBy(rows(ALL)),
  travel_override: publishedBy(rows(ALL, 'insert', 'update', 'delete')),
  // What runs before an actor is known
  sign_in_failure: systemTable(),
  sign_in_place: systemTable(),
  rate_budget: systemTable(),
  totp_factor: systemTable(),
  recovery_code: systemTable(),
  passkey: systemTable(),
  passkey_challenge: systemTable(),
  oidc_identity: systemTable(),
  oidc_journey: systemTable(),

  // Talent
  specialist: tenantTable({
    hub: rows(ALL, 'insert', 'update'),
    town: rows('active', 'lock'),
    specialist: rows('id = (SELECT app.specialist_id())', 'update'),
  }),
  skill_assessment: tenantTable({
    hub: rows(ALL, 'insert', 'update'),
    town: rows(ALL),
    specialist: rows(OWN_SELF, 'insert', 'update'),
  }),
  day_off: tenantTable({
    hub: rows(ALL, 'insert', 'delete'),
    town: rows(ALL),
    specialist: rows(OWN_SELF, 'insert', 'delete'),
  }),
  unavailability_rule: tenantTable({
    hub: rows(ALL, 'insert', 'update', 'delete'),
    town: rows(ALL),
    specialist: rows(OWN_SELF, 'insert', 'update', 'delete'),
  }),
  available_day: tenantTable({
    hub: rows(ALL, 'insert', 'delete'),
    town: rows(ALL),
    specialist: rows(OWN_SELF, 'insert', 'delete'),
  }),
  weekly_pattern: tenantTable({
    hub: rows(ALL, 'insert', 'update'),
    town: rows(ALL),
    specialist: rows(OWN_SELF),
  }),
  expert_field: publishedBy(rows(ALL, 'insert', 'update')),
  expert_field_member: publishedBy(rows(ALL, 'insert', 'delete')),
  expert_field_theme: {
    ...publishedBy(rows(ALL, 'insert', 'delete')),
    within: seen('expert_field_theme', 'field_id', 'expert_field'),
  },
  desk_duty: publishedBy(rows(ALL, 'insert', 'delete')),
  specialist_firm: tenantTable({
    hub: rows(ALL, 'insert', 'update'),
    specialist: rows(OWN_SELF, 'insert', 'lock'),
  }),

  // Engagement: an agreement is read by its parties and by whoever is placed under it
  party: publishedBy(rows(ALL, 'insert', 'update')),
  agreement: tenantTable({
    hub: rows(ALL, 'insert', 'update'),
    town: rows('id = ANY (ARRAY(SELECT app.own_agreements()))', 'lock'),
    specialist: rows('id = ANY (ARRAY(SELECT app.own_agreements()))'),
  }),
  agreement_party: ofAgreement('insert', 'update', 'delete'),
  agreement_clause: ofAgreement('insert', 'update', 'delete'),
  agreement_term: ofAgreement('insert'),
  agreement_event: ofAgreement('insert'),
  placement: tenantTable({
    hub: rows(ALL, 'insert', 'update'),
    town: rows(OWN_TOWN, 'lock'),
    specialist: rows(OWN_SELF, 'lock'),
  }),
  attendance: tenantTable({
    hub: rows(ALL, 'insert', 'update'),
    town: rows(OWN_TOWN, 'insert', 'update'),
    specialist: rows(OWN_SELF, 'insert', 'update'),
  }),

  // Engagement: hired together, trained, placed
  employment: tenantTable({ hub: rows(ALL, 'insert', 'update'), specialist: rows(OWN_SELF) }),
  training_module: publishedBy(rows(ALL, 'insert', 'update')),
  training_rule: publishedBy(rows(ALL, 'insert')),
  // A town learns what still keeps somebody from coming to it, not where else they were prepared for.
  training_completion: tenantTable({
    hub: rows(ALL, 'insert', 'update'),
    town: rows(
      `(municipality_id IS NULL OR ${OWN_TOWN}) AND EXISTS (SELECT 1 FROM placement parent
        WHERE parent.specialist_id = training_completion.specialist_id)`,
    ),
    specialist: rows(OWN_SELF),
  }),
  placement_event: tenantTable({
    hub: rows(ALL, 'insert'),
    town: rows(seen('placement_event', 'placement_id', 'placement')),
    specialist: rows(seen('placement_event', 'placement_id', 'placement')),
  }),
  demand_survey: tenantTable({ hub: rows(ALL, 'insert', 'update'), town: rows(ALL, 'lock') }),
  demand_answer: tenantTable({ hub: rows(ALL), town: rows(OWN_TOWN, 'insert', 'update') }),
  // Applicants are the hub's alone.
  recruitment: tenantTable({ hub: rows(ALL, 'insert', 'update') }),
  applicant: tenantTable({ hub: rows(ALL, 'insert', 'update') }),
  applicant_event: tenantTable({ hub: rows(ALL, 'insert') }),
  sharing_meeting: publishedBy(rows(ALL, 'insert', 'update')),
  // Specialists learn from each other; a town reads its own issues, and every idea.
  sharing_entry: tenantTable({
    hub: rows(ALL, 'insert', 'update'),
    town: rows(`${OWN_TOWN} OR kind = 'IDEA'`),
    specialist: { select: ALL, insert: OWN_SELF, update: OWN_SELF },
  }),
  rotation: tenantTable({ hub: rows(ALL, 'insert', 'update') }),
  // The council: kept by the hub, read by its towns; of a round each town reads its own stop
  declaration: keptForTowns('insert', 'update'),
  declaration_signatory: keptForTowns('insert', 'update'),
  council_meeting: keptForTowns('insert', 'update'),
  council_attendance: keptForTowns('insert'),
  case_share: keptForTowns('insert'),
  town_round: keptForTowns('insert', 'update'),
  round_stop: tenantTable({ hub: rows(ALL, 'insert', 'update'), town: rows(OWN_TOWN) }),

  // A town's own office: the town keeps it, its hub looks on
  office: tenantTable({ hub: rows(ALL, 'lock'), town: rows(OWN_TOWN, 'insert', 'update') }),
  office_member: tenantTable({ hub: rows(ALL), town: rows(OWN_TOWN, 'insert', 'update') }),
  office_session: tenantTable({ hub: rows(ALL), town: rows(OWN_TOWN, 'insert', 'update') }),
  office_time: tenantTable({ hub: rows(ALL), town: rows(OWN_TOWN, 'insert') }),
  // Settlement: terms are read by the towns of the agreement, a bill by the town that it is for, once it is issued
  cost_matrix: ofTowns(rows(ALL, 'insert')),
  cost_line: ofTowns(rows(ALL, 'insert')),
  cost_share: ofTowns(rows(ALL, 'insert')),
  cost_actual: tenantTable({ hub: rows(ALL, 'insert', 'update') }),
  invoice: tenantTable({
    hub: rows(ALL, 'insert', 'update'),
    town: rows(`${OWN_TOWN} AND number IS NOT NULL`),
  }),
  invoice_line: tenantTable({
    hub: rows(ALL, 'insert'),
    town: rows(seen('invoice_line', 'invoice_id', 'invoice')),
  }),
  invoice_evidence: tenantTable({
    hub: rows(ALL, 'insert'),
    town: rows(seen('invoice_evidence', 'invoice_id', 'invoice')),
  }),
  allocation_tax_rule: tenantTable({ hub: rows(ALL, 'insert', 'update') }),
  // Travel is written by whoever travelled, and examined by the hub.
  travel_rule_version: tenantTable({ hub: rows(ALL, 'insert'), specialist: rows(ALL) }),
  travel_claim: tenantTable({
    hub: rows(ALL, 'insert', 'update'),
    specialist: rows(OWN_SELF, 'insert', 'update'),
  }),
  travel_claim_visit: tenantTable({
    hub: rows(ALL, 'insert', 'update'),
    specialist: rows(OWN_SELF, 'insert', 'delete'),
  }),
  travel_leg: ofTraveller(),
  travel_night: ofTraveller(),
  travel_receipt: ofTraveller(),
  travel_line: tenantTable({
    hub: rows(ALL, 'insert'),
    specialist: rows(seen('travel_line', 'claim_id', 'travel_claim')),
  }),
  travel_claim_event: tenantTable({
    hub: rows(ALL, 'insert'),
    specialist: rows(seen('travel_claim_event', 'claim_id', 'travel_claim'), 'insert'),
  }),
  // A town sees what binds it: what is its own, and what is said of each town or each case.
  quota: tenantTable({
    hub: rows(ALL, 'insert', 'update'),
    town: rows(`${OWN_TOWN} OR (municipality_id IS NULL AND scope IN ('MUNICIPALITY', 'CASE'))`),
  }),
  scheme: referenceTable(),
  prefecture_scheme: publishedBy(rows(ALL, 'insert', 'update')),
  scheme_window: publishedBy(rows(ALL, 'insert', 'update')),
  scheme_use: tenantTable({
    hub: rows(ALL, 'insert', 'update'),
    town: rows(OWN_TOWN, 'insert', 'update'),
  }),

  // Support
  number_series: tenantTable({ hub: rows(ALL, 'insert', 'update'), town: rows(ALL, 'insert', 'update') }),
  support_request: tenantTable({
    hub: rows(ALL, 'insert', 'update'),
    town: rows(OWN_TOWN, 'insert', 'update'),
    specialist: rows('id = ANY (ARRAY(SELECT app.own_cases()))', 'update'),
  }),
  support_request_event: historyOf('support_request_event', 'support_request'),
  shortlist_entry: tenantTable({
    hub: rows(ALL, 'insert', 'update', 'delete'),
    town: rows(seen('shortlist_entry', 'support_request_id', 'support_request'), 'update'),
    specialist: rows(OPEN_OFFER, 'update'),
  }),
  support_team: tenantTable({
    hub: rows(ALL, 'insert'),
    town: rows(seen('support_team', 'support_request_id', 'support_request')),
    specialist: rows(OWN_SELF),
  }),
  consultation: tenantTable({
    hub: rows(ALL, 'insert', 'update'),
    town: rows(OWN_TOWN, 'insert', 'update'),
    specialist: rows(OWN_SELF, 'update'),
  }),
  consultation_event: historyOf('consultation_event', 'consultation'),
  // Whoever sees the case learns that it was checked; names are for the hub and the town.
  procurement: tenantTable({
    hub: rows(ALL, 'insert', 'update'),
    town: rows(OWN_TOWN, 'insert', 'update'),
    specialist: rows(
      `${seen('procurement', 'case_id', 'support_request')} OR ${seen('procurement', 'case_id', 'consultation')}`,
    ),
  }),
  procurement_vendor: tenantTable({
    hub: rows(ALL, 'insert', 'update'),
    town: rows(ofPurchase('procurement_vendor'), 'insert', 'update'),
  }),
  procurement_event: tenantTable({
    hub: rows(ALL, 'insert'),
    town: rows(ofPurchase('procurement_event'), 'insert'),
  }),
  // Judged beyond the own rows: nobody writes these themselves.
  conflict_of_interest: tenantTable({
    hub: rows(ALL),
    town: rows(ofPurchase('conflict_of_interest')),
    specialist: rows(OWN_SELF),
  }),
  bid_restriction_note: tenantTable({ hub: rows(ALL), town: rows(ofPurchase('bid_restriction_note')) }),

  // Files: whether the record that they hang on may be read is asked of it as well
  attachment: tenantTable({
    hub: rows(ALL, 'insert', 'update', 'delete'),
    town: rows(OWN_TOWN, 'insert', 'update', 'delete'),
    specialist: {
      ...rows(OWN_SELF, 'insert', 'update', 'delete'),
      select: `${OWN_SELF} OR (owner_type = 'SUPPORT_REQUEST' AND owner_id = ANY (ARRAY(SELECT app.own_cases())))
        OR (owner_type = 'CONSULTATION' AND ${seen('attachment', 'owner_id', 'consultation')})`,
    },
  }),

  // Dispatch: plans are the hub's own until they are published
  planning_policy: tenantTable({ hub: rows(ALL, 'insert') }),
  planning_run: tenantTable({ hub: rows(ALL, 'insert', 'update') }),
  proposed_visit: tenantTable({ hub: rows(ALL, 'insert', 'update', 'delete') }),
  unplaced_visit: tenantTable({ hub: rows(ALL, 'insert', 'update', 'delete') }),
  plan_publication: tenantTable({ hub: rows(ALL, 'insert') }),
  publication_change: tenantTable({ hub: rows(ALL, 'insert') }),
  publication_order: tenantTable({ hub: rows(ALL, 'insert', 'update') }),
  plan_presence: tenantTable({ hub: rows(ALL, 'insert', 'update', 'delete') }),
  town_profile: tenantTable({
    hub: rows(ALL, 'insert', 'update'),
    town: rows(OWN_TOWN, 'insert', 'update'),
  }),
  visit: tenantTable({
    hub: rows(ALL, 'insert', 'update'),
    // A town calls its own off, and confirming a report or sending it back is a step of the visit; what else hangs on the
    // date is worked out beyond its rows. What is held for it is told to it as an offered slot, and keeps a specialist's
    // time without a word.
    town: rows(`${OWN_TOWN} AND ${PUBLIC}`, 'update'),
    // How many visits of the case still stand is counted over everybody's.
    specialist: { select: `(${OWN_SELF} OR ${OWN_CASE}) AND ${PUBLIC}`, update: `${OWN_SELF} AND ${PUBLIC}` },
  }),
  visit_event: historyOf('visit_event', 'visit'),
  visit_proposal: tenantTable({
    hub: rows(ALL, 'update'),
    town: rows(OWN_TOWN, 'insert', 'update'),
    specialist: rows(OWN_SELF, 'insert', 'update'),
  }),
  // What a town has ready: told to whoever comes.
  visit_preparation: tenantTable({
    hub: rows(ALL),
    town: rows(OWN_TOWN, 'insert', 'update'),
    specialist: rows(seen('visit_preparation', 'visit_id', 'visit')),
  }),
  // Dates are a matter between the hub and the town that is asked.
  date_inquiry: tenantTable({ hub: rows(ALL, 'insert', 'update'), town: rows(OWN_TOWN, 'update') }),
  date_inquiry_slot: tenantTable({ hub: rows(ALL, 'insert'), town: rows(OWN_TOWN) }),
  date_inquiry_answer: tenantTable({ hub: rows(ALL), town: rows(OWN_TOWN, 'insert', 'update') }),
  date_inquiry_event: tenantTable({
    hub: rows(ALL, 'insert'),
    town: rows(seen('date_inquiry_event', 'date_inquiry_id', 'date_inquiry'), 'insert'),
  }),
  companion: tenantTable({
    hub: rows(ALL, 'insert', 'update', 'delete'),
    town: rows(seen('companion', 'visit_id', 'visit')),
    specialist: rows(seen('companion', 'visit_id', 'visit')),
  }),
  // Colleagues are told by background work that somebody is busy, and not with what.
  companion_busy: tenantTable({ hub: rows(OWN_ACCOUNT, 'insert', 'delete') }),
  companion_pattern: tenantTable({ hub: rows(OWN_ACCOUNT, 'insert', 'update') }),
  // The hub needs none: whoever leaves takes theirs along.
  calendar_feed: tenantTable({
    town: rows(OWN_TOWN, 'insert', 'update'),
    specialist: rows(OWN_SELF, 'insert', 'update'),
  }),

  // Reports: a draft is its writer's and the hub's; one that was sent back is still seen by the town that did so
  visit_report: tenantTable({
    hub: rows(ALL, 'insert', 'update'),
    town: rows(`${OWN_TOWN} AND status <> 'DRAFT'`, 'update'),
    specialist: {
      select: `${OWN_SELF} OR (${OWN_CASE} AND status <> 'DRAFT')`,
      insert: OWN_SELF,
      update: OWN_SELF,
    },
  }),
  report_step: tenantTable({
    hub: rows(ALL, 'insert', 'update'),
    town: rows(OWN_TOWN, 'update'),
    specialist: rows(OWN_CASE, 'insert', 'update'),
  }),
  support_evaluation: tenantTable({ hub: rows(ALL), town: rows(OWN_TOWN, 'insert') }),
  case_report: tenantTable({
    hub: rows(ALL, 'insert', 'update'),
    town: rows(`${OWN_TOWN} AND status NOT IN ('DRAFT', 'IN_APPROVAL')`, 'update'),
  }),
  case_report_event: tenantTable({
    hub: rows(ALL, 'insert'),
    town: rows(seen('case_report_event', 'case_report_id', 'case_report'), 'insert'),
  }),
  shared_case: publishedBy(rows(ALL, 'insert', 'delete')),
  follow_up: tenantTable({ hub: rows(ALL, 'lock'), town: rows(OWN_TOWN, 'update') }),
  report_policy: publishedBy(rows(ALL, 'insert')),
  overview_target: tenantTable({ hub: rows(ALL, 'insert') }),

  // Anybody tells anybody of the own prefecture; what somebody is told is theirs, in the seat in which they are told
  notice: tenantTable({ hub: ASKING, town: ASKING, specialist: ASKING }),
  inbox_item: tenantTable({
    hub: rows(`${OWN_ACCOUNT} AND role = 'HUB_STAFF'`, 'update'),
    town: rows(`${OWN_ACCOUNT} AND ${OWN_TOWN}`, 'update'),
    specialist: rows(`${OWN_ACCOUNT} AND ${OWN_SELF}`, 'update'),
  }),
  notice_setting: personalTable(rows(OWN_ACCOUNT, 'insert', 'update')),
  view_setting: personalTable(rows(OWN_ACCOUNT, 'insert', 'update')),
  saved_view: personalTable(rows(OWN_ACCOUNT, 'insert', 'update', 'delete')),
  mail: systemTable(),
  mail_suppression: systemTable(),

  // Exchange: what a town brings is its own until it is taken in; the hub may see what becomes rows of its prefecture
  table_import: tenantTable({
    hub: rows(ALL, 'insert', 'update'),
    town: rows(OWN_TOWN, 'insert', 'update'),
  }),
  table_import_row: tenantTable({
    hub: rows(ALL, 'insert', 'update', 'delete'),
    town: rows(OWN_TOWN, 'insert', 'update', 'delete'),
  }),

  // The platform's own clockwork
  // An operator reads none of it; which rows are dead is told by background work in the operator's transaction.
  outbox: tenantTable(
    { hub: ASKING, town: ASKING, specialist: ASKING },
    `${OWN_PREFECTURE} OR (SELECT app.is_operator())`,
  ),
  client_key: tenantTable(
    { hub: OWN_WISH, town: OWN_WISH, specialist: OWN_WISH, operator: OWN_WISH },
    `${OWN_PREFECTURE} OR (${OF_INSTALLATION})`,
  ),
  // What records are found by: read by one function, which names whose they are, and written by triggers
  search_entry: systemTable('SELECT'),
  queue_epoch: systemTable(),
  schedule: systemTable(),
  worker_sighting: systemTable(),
  // Written by the definer's functions of the log alone; nobody changes it. A town reads what became of its own cases.
  audit_entry: {
    ...tenantTable(
      { hub: rows(ALL), town: rows(OWN_CASE_CHANGED) },
      `${OWN_PREFECTURE} OR (${OF_INSTALLATION})`,
    ),
    system: ['SELECT'],
  },
  audit_seal: systemTable('SELECT', 'INSERT'),
  audit_resealed: systemTable('SELECT'),

  // What is kept no longer. An erasure is written down by background work, for which alone the log forgets.
  person_erasure: tenantTable({ hub: rows(ALL) }),
  retention_rule: tenantTable({ hub: rows(ALL, 'insert', 'update') }),
  retention_run: tenantTable({ hub: rows(ALL) }),

  // Public facts
  prefecture: referenceTable(),
  municipality: referenceTable(),
  prefecture_boundary: referenceTable(),
  skill: referenceTable(),
  talent_profile: referenceTable(),
  trouble_group: referenceTable(),
  support_theme: referenceTable(),
  theme_skill: referenceTable(),
};

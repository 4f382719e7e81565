/** What happens when a record's time is over. */
export const RETENTION_ACTIONS = ['DELETE', 'BLANK', 'BY_HAND'] as const;
export type RetentionAction = (typeof RETENTION_ACTIONS)[number];

export interface RetentionClass {
  readonly ja: string;
  readonly en: string;
  /** Counted from this day. */
  readonly from: { readonly ja: string; readonly en: string };
  /** What is done then; `BLANK`: the words go, days and figures stay. */
  readonly action: RetentionAction;
  /** This project's own choice in days, and what a prefecture may choose. */
  readonly days: { readonly byDefault: number; readonly least: number; readonly most: number };
  readonly why: { readonly ja: string; readonly en: string };
}

/**
 * How long each kind of record is kept. The figures are this project's defaults: the rules of an office for its documents
 * (文書管理規程) may differ, and each prefecture sets its own within the limits.
 */
export const RETENTION_CLASSES = {
  CASES: {
    ja: '申請・相談・訪問の記録',
    en: 'requests, consultations and visits',
    from: { ja: '案件が終わった日', en: 'the day on which the case ended' },
    action: 'BLANK',
    days: { byDefault: 1826, least: 366, most: 10958 },
    why: {
      ja: '公文書として5年。その後は件数・日数だけを統計に残す',
      en: 'official documents, five years; then only counts and days stay for statistics',
    },
  },
  PLANS: {
    ja: '派遣計画の計算の記録',
    en: 'records of planning runs',
    from: { ja: '計算が終わった日', en: 'the day on which the run ended' },
    action: 'BLANK',
    days: { byDefault: 731, least: 31, most: 3653 },
    why: {
      ja: '計画の理由を翌年度まで説明するため',
      en: 'to explain a plan until the end of the next fiscal year',
    },
  },
  AGREEMENTS: {
    ja: '協定・配置・勤務の記録',
    en: 'agreements, placements and days worked',
    from: { ja: '協定や配置が終わった日', en: 'the day on which the agreement or placement ended' },
    action: 'BLANK',
    days: { byDefault: 1826, least: 366, most: 10958 },
    why: {
      ja: '公文書として5年。その後は日数と金額だけを残す',
      en: 'official documents, five years; then only days and sums stay',
    },
  },
  DAYS_OFF: {
    ja: '休みの予定',
    en: 'days off',
    from: { ja: 'その日', en: 'the day itself' },
    action: 'DELETE',
    days: { byDefault: 366, least: 31, most: 1826 },
    why: { ja: '過ぎた休みは使わない', en: 'a day off that is past is used for nothing' },
  },
  OLD_ASSESSMENTS: {
    ja: '置き換えられたスキルの評価',
    en: 'superseded skill assessments',
    from: { ja: '置き換えた日', en: 'the day on which it was superseded' },
    action: 'DELETE',
    days: { byDefault: 1096, least: 31, most: 3653 },
    why: { ja: '選定の理由を確かめるため3年', en: 'to look into a choice, three years' },
  },
  OLD_FIRMS: {
    ja: '取り消した事業者との関わり',
    en: 'ties to firms that were removed',
    from: { ja: '取り消した日', en: 'the day on which it was removed' },
    action: 'DELETE',
    days: { byDefault: 1826, least: 366, most: 3653 },
    why: {
      ja: '利益相反の確認に使った記録は案件と同じ期間',
      en: 'what a check for conflicts relied on, as long as the case',
    },
  },
  APPLICANTS: {
    ja: '採用に至らなかった応募者',
    en: 'applicants who were not hired',
    from: { ja: '応募した日', en: 'the day of the application' },
    action: 'BLANK',
    days: { byDefault: 366, least: 31, most: 1826 },
    why: { ja: '次の募集で同じ人に声をかけるまで', en: 'until the next recruitment may ask again' },
  },
  INVITATIONS: {
    ja: '使った・期限が切れた招待',
    en: 'invitations that were used or ran out',
    from: { ja: '期限の日', en: 'the day on which the link ended' },
    action: 'DELETE',
    days: { byDefault: 366, least: 7, most: 1826 },
    why: { ja: '誰が招いたかを年度をまたいで確かめるため', en: 'to see who let somebody in, over one year' },
  },
  PASSWORD_RESETS: {
    ja: 'パスワード再設定のリンク',
    en: 'links for a new password',
    from: { ja: '期限の日', en: 'the day on which the link ended' },
    action: 'DELETE',
    days: { byDefault: 31, least: 1, most: 366 },
    why: { ja: '期限が切れたリンクは使わない', en: 'a link that has ended is used for nothing' },
  },
  RETENTION_RUNS: {
    ja: '保存期間の処理の記録',
    en: 'records of retention runs',
    from: { ja: '処理の日', en: 'the day of the run' },
    action: 'DELETE',
    days: { byDefault: 1826, least: 366, most: 3653 },
    why: { ja: '廃棄の記録は公文書と同じ期間', en: 'a record of disposal, as long as the documents' },
  },
  NOTICES: {
    ja: '通知',
    en: 'notices',
    from: { ja: '知らせた日', en: 'the day of the notice' },
    action: 'DELETE',
    days: { byDefault: 731, least: 31, most: 3653 },
    why: {
      ja: 'いつ誰に知らせたかを翌年度まで確かめるため',
      en: 'to see who was told when, until the end of the next fiscal year',
    },
  },
  PEOPLE: {
    ja: '離れた人',
    en: 'people who left',
    from: { ja: '最後の所属が終わった日', en: 'the day on which the last membership ended' },
    action: 'BY_HAND',
    days: { byDefault: 1096, least: 31, most: 3653 },
    why: {
      ja: '残る仕事がないことを人が確かめ、決裁の担当が消去する',
      en: 'somebody checks that nothing is left to do, and an approver erases',
    },
  },
} as const satisfies Readonly<Record<string, RetentionClass>>;

export type RetentionKind = keyof typeof RETENTION_CLASSES;
export const RETENTION_KINDS = Object.keys(RETENTION_CLASSES).filter(
  (kind): kind is RetentionKind => kind in RETENTION_CLASSES,
);

/** Not counted in days of a prefecture: who cleans it up, or why it stays. */
export const OTHER_CLASSES = {
  BY_ITSELF: 'short-lived: forgotten by its own clockwork',
  WITH_PERSON: 'as long as the person is there; goes with the erasure of the person',
  IN_USE: 'as it is now, without an end: whoever manages it changes it',
  FOR_EVER: 'never shortened',
  REGISTER: 'public register or taxonomy, replaced when it is loaded anew',
} as const;
export type OtherClass = keyof typeof OTHER_CLASSES;

/** The class of every table; where it is not one in days, what cleans it up or why it stays. */
export const RETENTION_OF: Readonly<Record<string, RetentionKind | readonly [OtherClass, string]>> = {
  support_request: 'CASES',
  support_request_event: 'CASES',
  shortlist_entry: 'CASES',
  support_team: 'CASES',
  consultation: 'CASES',
  consultation_event: 'CASES',
  procurement: 'CASES',
  procurement_vendor: 'CASES',
  procurement_event: 'CASES',
  conflict_of_interest: 'CASES',
  bid_restriction_note: 'CASES',
  attachment: 'CASES',
  visit: 'CASES',
  visit_event: 'CASES',
  agreement: 'AGREEMENTS',
  agreement_clause: 'AGREEMENTS',
  agreement_event: 'AGREEMENTS',
  agreement_party: 'AGREEMENTS',
  agreement_term: 'AGREEMENTS',
  attendance: 'AGREEMENTS',
  cost_matrix: 'AGREEMENTS',
  cost_line: 'AGREEMENTS',
  cost_share: 'AGREEMENTS',
  cost_actual: 'AGREEMENTS',
  invoice: 'AGREEMENTS',
  invoice_line: 'AGREEMENTS',
  invoice_evidence: 'AGREEMENTS',
  placement: 'AGREEMENTS',
  placement_event: 'AGREEMENTS',
  planning_run: 'PLANS',
  proposed_visit: 'PLANS',
  unplaced_visit: 'PLANS',
  plan_publication: 'PLANS',
  day_off: 'DAYS_OFF',
  skill_assessment: 'OLD_ASSESSMENTS',
  specialist_firm: 'OLD_FIRMS',
  applicant: 'APPLICANTS',
  applicant_event: 'APPLICANTS',
  invitation: 'INVITATIONS',
  password_reset: 'PASSWORD_RESETS',
  retention_run: 'RETENTION_RUNS',
  notice: 'NOTICES',
  inbox_item: 'NOTICES',
  account: 'PEOPLE',
  membership: 'PEOPLE',
  specialist: 'PEOPLE',

  passkey: ['WITH_PERSON', 'a key of a device; its owner removes it'],
  totp_factor: ['WITH_PERSON', 'the key of an authenticator; its owner removes it'],
  recovery_code: ['WITH_PERSON', 'void when the last factor goes'],
  oidc_identity: ['WITH_PERSON', 'a link to an identity provider; its owner removes it'],
  employment: ['WITH_PERSON', 'how somebody is and was appointed; its words go with the person'],
  training_completion: ['WITH_PERSON', 'what somebody has learned; its words go with the person'],
  training_module: ['IN_USE', 'what is taught'],
  training_rule: ['IN_USE', 'every version: placements were judged by theirs'],
  demand_survey: ['IN_USE', 'what towns were asked'],
  demand_answer: ['IN_USE', 'what towns answered'],
  recruitment: ['IN_USE', 'says itself how long its applicants are to be kept'],
  sharing_meeting: ['IN_USE', 'what is learned from each other'],
  sharing_entry: ['IN_USE', 'what is learned from each other'],
  rotation: ['IN_USE', 'who moved when, by ids'],
  desk_duty: ['IN_USE', 'the week of the desk'],
  party: ['IN_USE', 'bodies that agree, not persons'],
  expert_field: ['IN_USE', 'the fields of each fiscal year, without a word about anybody'],
  expert_field_member: ['IN_USE', 'who belongs to a field, by ids'],
  expert_field_theme: ['IN_USE', 'what belongs to a field'],
  allocation_tax_rule: ['IN_USE', 'every measure of the allocation tax: past years are explained by theirs'],
  planning_policy: ['IN_USE', 'every version: plans are explained by theirs'],
  retention_rule: ['IN_USE', 'what stands on this page'],
  town_profile: ['IN_USE', 'what the planner should know of a town'],
  travel_override: ['IN_USE', 'ways that somebody corrected'],
  number_series: ['IN_USE', 'counters'],
  declaration: ['IN_USE', 'what the prefecture and its towns signed together'],
  declaration_signatory: ['IN_USE', 'heads of governments, who sign in public'],
  council_meeting: ['IN_USE', 'minutes of the council and its trainings'],
  council_attendance: ['IN_USE', 'counts of people, by town'],
  case_share: ['IN_USE', 'what towns told each other'],
  town_round: ['IN_USE', 'rounds through every town'],
  round_stop: ['IN_USE', 'what was noted at a town, and who came along'],
  office: ['IN_USE', 'a town’s own office'],
  office_member: ['IN_USE', 'who sits or sat there, as the town noted it'],
  office_session: ['IN_USE', 'what an office did'],
  office_time: ['IN_USE', 'hours that an office took'],
  quota: ['IN_USE', 'limits, also those that have ended: plans are explained by them'],
  prefecture_scheme: ['IN_USE', 'own schemes of the prefecture'],
  scheme_window: ['IN_USE', 'when schemes take applications'],
  scheme_use: ['IN_USE', 'what towns have used of schemes, by fiscal year'],

  session: ['BY_ITSELF', 'worker.purge-sessions, hourly'],
  client_key: ['BY_ITSELF', 'worker.purge-client-keys, hourly'],
  outbox: ['BY_ITSELF', 'worker.purge-outbox, daily: 30 days after the work was done'],
  passkey_challenge: ['BY_ITSELF', 'when the next one is asked: five minutes'],
  oidc_journey: ['BY_ITSELF', 'when the next one begins: ten minutes'],
  rate_budget: ['BY_ITSELF', 'when it is full again'],
  sign_in_failure: ['BY_ITSELF', 'with the sessions that ended: after an hour'],
  sign_in_place: ['BY_ITSELF', 'with the sessions that ended'],
  search_entry: [
    'BY_ITSELF',
    'follows its record: a word that leaves a row leaves it in the same transaction',
  ],
  schedule: ['BY_ITSELF', 'one row for each thing that recurs'],
  queue_epoch: ['BY_ITSELF', 'one row'],

  audit_entry: ['FOR_EVER', 'who did what; values go with an erasure or with the record that they are of'],
  audit_seal: ['FOR_EVER', 'digests of the log'],
  audit_resealed: ['FOR_EVER', 'digests of the log'],
  person_erasure: ['FOR_EVER', 'numbers instead of names, or a second erasure would be another person'],
  migration: ['FOR_EVER', 'changes of the software'],

  prefecture: ['REGISTER', 'public'],
  municipality: ['REGISTER', 'public'],
  travel_estimate: ['REGISTER', 'public'],
  scheme: ['REGISTER', 'public'],
  skill: ['REGISTER', 'public'],
  support_theme: ['REGISTER', 'public'],
  talent_profile: ['REGISTER', 'public'],
  theme_skill: ['REGISTER', 'public'],
  trouble_group: ['REGISTER', 'public'],
};

export type Locale = 'ja' | 'en';

/** The same in both languages of the platform. */
export interface Spoken {
  readonly ja: string;
  readonly en: string;
}

/** Words by their codes. */
export type Words = Readonly<Record<string, Spoken>>;

const say = (ja: string, en: string): Spoken => ({ ja, en });

/**
 * What codes are called in a file: the same as on the screens, which a test compares. What a column says is read back by
 * the same words.
 */
export const REQUEST_STATUS: Words = {
  DRAFT: say('下書き', 'Draft'),
  IN_APPROVAL: say('庁内決裁中', 'Awaiting approval in the office'),
  AWAITING_INTAKE: say('受付待ち', 'Awaiting intake'),
  IN_TRIAGE: say('一次対応中', 'In triage'),
  ADVISED: say('助言で完了', 'Solved by advice'),
  REFERRED: say('他制度へ案内', 'Referred to another scheme'),
  SELECTING: say('候補選定中', 'Choosing a specialist'),
  TOWN_REVIEW: say('町確認中', 'With the town for ranking'),
  OFFERING: say('打診中', 'Being offered'),
  PREFECTURE_APPROVAL: say('県決裁中', 'Awaiting prefectural approval'),
  DISPATCH_DECIDED: say('派遣決定', 'Dispatch decided'),
  SCHEDULING: say('日程調整中', 'Being scheduled'),
  IN_SUPPORT: say('支援中', 'In support'),
  AWAITING_REPORT: say('報告待ち', 'Awaiting report'),
  AWAITING_CONFIRMATION: say('確認待ち', 'Awaiting confirmation'),
  AWAITING_EVALUATION: say('評価待ち', 'Awaiting evaluation'),
  COMPLETED: say('完了', 'Completed'),
  FOLLOWED_UP: say('翌年度フォロー済み', 'Followed up'),
  SUSPENDED: say('中断', 'Suspended'),
  TERMINATED: say('打切り', 'Ended early'),
  WITHDRAWN: say('取下げ', 'Withdrawn'),
  NOT_ADOPTED: say('不採択', 'Not adopted'),
};

export const URGENCY: Words = {
  LOW: say('急がない', 'No hurry'),
  NORMAL: say('ふつう', 'Normal'),
  HIGH: say('急ぐ', 'Soon'),
  URGENT: say('至急（今起きている）', 'Urgent (happening now)'),
};

export const SUPPORT_MODE: Words = {
  ON_SITE: say('来てほしい', 'Please visit us'),
  ONLINE: say('オンライン', 'Online'),
  EITHER: say('どちらでもよい', 'Either'),
};

export const CONSULTATION_STATUS: Words = {
  OPEN: say('担当を決めています', 'Finding somebody'),
  ASSIGNED: say('回答待ち', 'Awaiting answer'),
  ANSWERED: say('回答あり', 'Answered'),
  CLOSED: say('助言で解決', 'Solved by advice'),
  TURNED_INTO_REQUEST: say('依頼になりました', 'Became a request'),
  WITHDRAWN: say('取下げ', 'Withdrawn'),
};

export const VISIT_STATUS: Words = {
  HELD: say('仮押さえ（町に照会中）', 'Held (the town is asked)'),
  PUBLISHED: say('専門人材の返信待ち', 'Awaiting the specialist'),
  CONFIRMED: say('確定', 'Confirmed'),
  DONE: say('実施済み（報告待ち）', 'Done, report awaited'),
  REPORTED: say('報告済み（確認待ち）', 'Reported, to be confirmed'),
  RECEIVED: say('確認済み', 'Confirmed by the town'),
  SETTLED: say('精算済み', 'Settled'),
  CANCELLED: say('中止', 'Cancelled'),
};

export const VISIT_MODE: Words = {
  ON_SITE: say('訪問', 'On site'),
  ONLINE: say('オンライン', 'Online'),
};

export const EVIDENCE: Words = {
  CASE_RECORD: say('支援の実績', 'record of cases'),
  CERTIFICATE: say('資格', 'certificate'),
  DOCUMENT: say('書類', 'document'),
  INTERVIEW: say('面談', 'interview'),
  SELF_DECLARED: say('本人の申告', 'self-declared'),
};

export const DAY_PART: Words = {
  AM: say('午前', 'morning'),
  PM: say('午後', 'afternoon'),
  DAY: say('終日', 'all day'),
};

/** How a town answers a date inquiry in a book. */
export const DATE_ANSWER: Words = {
  SLOT_1: say('第1候補', 'Slot 1'),
  SLOT_2: say('第2候補', 'Slot 2'),
  SLOT_3: say('第3候補', 'Slot 3'),
  YES: say('○', '○'),
  MAYBE: say('△', '△'),
  NO: say('×', '×'),
  NONE: say('どれも合わない', 'None of them'),
};

/** How a visit report is answered in a book. */
export const REPORT_ANSWER: Words = {
  CONFIRM: say('確認する', 'Confirm'),
  RETURN: say('差し戻す', 'Return'),
};

export const VISIT_RESULT: Words = {
  AS_PLANNED: say('予定どおり', 'As planned'),
  PARTLY: say('一部だけ', 'In part'),
  POSTPONED: say('延期', 'Put off'),
};

export const STEP_OWNER: Words = {
  TOWN: say('市町村', 'Town'),
  SPECIALIST: say('専門人材', 'Specialist'),
  HUB: say('県', 'Hub'),
};

export const AGREEMENT_STATUS: Words = {
  DRAFT: say('案', 'Draft'),
  IN_CONSULTATION: say('協議中', 'In consultation'),
  CONCLUDED: say('締結', 'Signed'),
  ACTIVE: say('有効', 'Active'),
  EXTENSION_CONSULTATION: say('延長協議中', 'Extension in consultation'),
  EXPIRED: say('満了', 'Expired'),
  TERMINATED: say('解約', 'Terminated'),
  WITHDRAWN: say('取下げ', 'Withdrawn'),
};

export const AGREEMENT_KIND: Words = {
  JOINT_HIRE: say('共同採用', 'Joint hire'),
  POOLED_EXPERT: say('専門人材の共有', 'Pooled expert'),
  COMPANY_DISPATCH: say('企業からの派遣', 'Dispatch from a company'),
  COMMISSION: say('委託', 'Commission'),
  SIDE_JOB: say('副業', 'Side job'),
};

export const PARTY_KIND: Words = {
  PREFECTURE: say('県', 'Prefecture'),
  MUNICIPALITY: say('市町村', 'Municipality'),
  COMPANY: say('企業', 'Company'),
  ASSOCIATION: say('団体', 'Association'),
};

export const PLACEMENT_STATUS: Words = {
  PLANNED: say('予定', 'Planned'),
  ACTIVE: say('配属中', 'Under way'),
  ENDED: say('終了', 'Ended'),
  CANCELLED: say('取りやめ', 'Called off'),
};

export const QUOTA_SCOPE: Words = {
  PREFECTURE: say('県全体', 'Whole prefecture'),
  MUNICIPALITY: say('市町村ごと', 'Each municipality'),
  CASE: say('案件ごと', 'Each case'),
  AGREEMENT: say('協定', 'An agreement'),
  THEME: say('テーマ', 'A theme'),
};

export const QUOTA_PERIOD: Words = {
  FISCAL_YEAR: say('年度ごと', 'Each fiscal year'),
  MONTH: say('月ごと', 'Each month'),
  WHOLE: say('全期間', 'Without end'),
};

export const QUOTA_UNIT: Words = {
  DAYS: say('日数（1人1日で1日）', 'Days (one person, one date)'),
  HOURS: say('時間', 'Hours'),
  VISITS: say('回数', 'Visits'),
};

export const INVOICE_STATUS: Words = {
  DRAFT: say('下書き', 'Draft'),
  ISSUED: say('発行済み', 'Issued'),
  CANCELLED: say('取消し', 'Cancelled'),
  DISCARDED: say('破棄', 'Discarded'),
};

export const DUTY: Words = {
  COORDINATOR: say('調整', 'Coordinating'),
  REQUESTER: say('依頼', 'Requesting'),
  APPROVER: say('決裁', 'Approving'),
  MANAGER: say('職員の管理', 'Managing people'),
  AUDITOR: say('監査（閲覧だけ）', 'Auditing (reads only)'),
};

export const ROLE: Words = {
  HUB_STAFF: say('県の窓口', 'Prefectural hub'),
  MUNICIPALITY_STAFF: say('市町村', 'Municipality'),
  SPECIALIST: say('専門人材', 'Specialist'),
  OPERATOR: say('運用者', 'Operator'),
};

/** 状況. */
export const TOWN_SIZE: Words = {
  SMALL: say('人口1万人未満', 'Below 10,000 people'),
  MIDDLE: say('人口1万人以上5万人未満', '10,000 to 50,000 people'),
  LARGE: say('人口5万人以上', '50,000 people and more'),
};

export const TOWN_REACH: Words = {
  NOT_VISITED: say('未訪問', 'Not visited'),
  ONLINE_ONLY: say('オンラインのみ', 'Online only'),
  VISITED: say('訪問済み', 'Visited'),
};

export const WAIT_STATE: Words = {
  MET: say('済み', 'Has come'),
  WAITING: say('待っている', 'Waiting'),
  ENDED: say('ないまま終了', 'Ended without'),
};

export const CONTRACT_BASIS: Words = {
  AGREEMENT: say('協定', 'Agreement'),
  REGISTER: say('名簿の目安', 'Guideline of the register'),
  NONE: say('取り決めなし', 'Nothing agreed'),
};

export const TARGET_KIND: Words = {
  COVERAGE: say('全市町村訪問', 'Towns visited'),
  EXPERT: say('高度専門人材', 'Experts'),
  LEADER: say('DX推進リーダー', 'DX leaders'),
  STAFF: say('一般行政職員の研修', 'Staff trained'),
};

export const TAX_CHECK: Words = {
  MEASURE: say('措置の登録', 'A measure'),
  PERSON: say('対象になる人の配属', 'People whose form counts'),
  REPORT: say('市町村が確認した報告', 'Confirmed reports'),
  INVOICE: say('請求', 'Invoices'),
};

export const STEP_END: Words = {
  IN_TIME: say('90日以内に完了', 'Done within 90 days'),
  LATE: say('90日を超えた', 'Beyond 90 days'),
  RUNNING: say('進行中', 'Still within 90 days'),
  DROPPED: say('取りやめ', 'Given up'),
};

export const COST_ITEM: Words = {
  SALARY: say('給料', 'Salary'),
  ALLOWANCE: say('手当', 'Allowances'),
  TRAVEL: say('旅費', 'Travel'),
  RETIREMENT: say('退職手当', 'Retirement'),
  RECRUITING: say('募集', 'Recruiting'),
  FEE: say('手数料・委託料', 'Fees'),
  TRAINING: say('研修', 'Training'),
  OTHER: say('その他', 'Other'),
};

export const YES_NO: Words = { YES: say('はい', 'Yes'), NO: say('いいえ', 'No') };

/** The word of a code, or the code itself where nobody has named it. */
export const wordOf = (words: Words, code: string, locale: Locale): string => words[code]?.[locale] ?? code;

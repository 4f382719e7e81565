import type { RetentionKind } from '@banso/platform';
import { AFTER_VISITS, CONSULTATION_NEXT, ENDED } from '@banso/support';

/** Stands where words stood whose time is over. */
export const TIME_IS_OVER = '（保存期間満了）';

/**
 * Rows `t` of one table whose time is over when `p.cutoff` has come (`p.mark` is the text above), and what becomes of
 * them; null: they go. What was done is not due any more, so that a run can be repeated.
 */
export interface RetentionStep {
  readonly table: string;
  readonly due: string;
  readonly set: Readonly<Record<string, string>> | null;
}

const over = (row: string, statuses: readonly string[]): string =>
  `${row}.status IN (${statuses.map((status) => `'${status}'`).join(', ')}) AND ${row}.updated_at < p.cutoff`;
/** Also where words about the visits are still owed when their time is over: nobody will write them any more. */
const requestOver = (row: string): string => over(row, [...ENDED, ...AFTER_VISITS]);
const CLOSED = Object.entries(CONSULTATION_NEXT).flatMap(([status, next]) =>
  next.length === 0 ? [status] : [],
);
const consultationOver = (row: string): string => over(row, CLOSED);

const ofRequest = `EXISTS (SELECT FROM support_request r WHERE r.id = t.support_request_id AND ${requestOver('r')})`;
const ofConsultation = `EXISTS (SELECT FROM consultation c WHERE c.id = t.consultation_id AND ${consultationOver('c')})`;
const ofCase = `(EXISTS (SELECT FROM support_request r WHERE r.id = t.case_id AND ${requestOver('r')})
  OR EXISTS (SELECT FROM consultation c WHERE c.id = t.case_id AND ${consultationOver('c')}))`;
const ofVisit = `EXISTS (SELECT FROM visit v JOIN support_request r ON r.id = v.support_request_id
  WHERE v.id = t.visit_id AND ${requestOver('r')})`;
const ofInquiry = (id: string): string => `EXISTS (SELECT FROM date_inquiry i
  JOIN support_request r ON r.id = i.support_request_id WHERE i.id = t.${id} AND ${requestOver('r')})`;
const ofReport = `EXISTS (SELECT FROM case_report c JOIN support_request r ON r.id = c.support_request_id
  WHERE c.id = t.case_report_id AND ${requestOver('r')})`;
const claimOver = (
  id: string,
): string => `(EXISTS (SELECT FROM travel_claim_visit w JOIN visit v ON v.id = w.visit_id
    JOIN support_request r ON r.id = v.support_request_id WHERE w.claim_id = ${id} AND ${requestOver('r')})
  OR EXISTS (SELECT FROM travel_claim c WHERE c.id = ${id} AND c.status = 'DISCARDED' AND c.to_on < p.last_day))`;
const ofClaim = claimOver('t.claim_id');
const ofRun = `EXISTS (SELECT FROM planning_run r WHERE r.id = t.run_id AND r.finished_at < p.cutoff
  AND r.status NOT IN ('QUEUED', 'RUNNING', 'PROPOSED'))`;

/** Files go with the record that they hang on. */
const ofOwner = `(t.owner_type = 'SUPPORT_REQUEST'
    AND EXISTS (SELECT FROM support_request r WHERE r.id = t.owner_id AND ${requestOver('r')}))
  OR (t.owner_type = 'CONSULTATION'
    AND EXISTS (SELECT FROM consultation c WHERE c.id = t.owner_id AND ${consultationOver('c')}))
  OR (t.owner_type = 'VISIT_REPORT' AND EXISTS (SELECT FROM visit_report v
    JOIN support_request r ON r.id = v.support_request_id WHERE v.id = t.owner_id AND ${requestOver('r')}))
  OR (t.owner_type = 'TRAVEL_CLAIM' AND ${claimOver('t.owner_id')})`;

const agreementOver = `t.agreement_id IN (SELECT a.id FROM agreement a
  WHERE a.status IN ('EXPIRED', 'TERMINATED', 'WITHDRAWN') AND a.ends_on < p.last_day)`;
const placementOver = (row: string): string =>
  `${row}.status IN ('ENDED', 'CANCELLED') AND ${row}.ends_on < p.last_day`;

/** Whoever was hired is a person of the pool, and goes with them. */
const notHired = (row: string): string =>
  `${row}.status IN ('DECLINED', 'REJECTED') AND ${row}.applied_on < p.last_day`;

const nameless = { actor_name: 'p.mark', reason: 'NULL' };

/** For every kind that goes by itself. */
export const RETENTION_STEPS: Readonly<Record<Exclude<RetentionKind, 'PEOPLE'>, readonly RetentionStep[]>> = {
  CASES: [
    { table: 'support_request_event', due: `t.actor_name <> p.mark AND ${ofRequest}`, set: nameless },
    { table: 'attachment', due: `(${ofOwner})`, set: null },
    { table: 'consultation_event', due: `t.actor_name <> p.mark AND ${ofConsultation}`, set: nameless },
    { table: 'visit_event', due: `t.actor_name <> p.mark AND ${ofVisit}`, set: nameless },
    { table: 'travel_claim_event', due: `t.actor_name <> p.mark AND ${ofClaim}`, set: nameless },
    {
      table: 'travel_leg',
      due: `t.from_name <> p.mark AND ${ofClaim}`,
      set: { from_name: 'p.mark', to_name: 'p.mark' },
    },
    {
      table: 'travel_night',
      due: `t.place_name <> p.mark AND ${ofClaim}`,
      set: { place_name: 'p.mark', beyond_reason: 'NULL' },
    },
    { table: 'travel_receipt', due: `t.note IS NOT NULL AND ${ofClaim}`, set: { note: 'NULL' } },
    {
      table: 'visit_proposal',
      due: `t.made_by_name <> p.mark AND ${ofVisit}`,
      set: { made_by_name: 'p.mark', settled_by_name: 'p.mark', note: 'NULL', reason: 'NULL' },
    },
    {
      table: 'date_inquiry_event',
      due: `t.actor_name <> p.mark AND ${ofInquiry('date_inquiry_id')}`,
      set: nameless,
    },
    { table: 'date_inquiry_answer', due: ofInquiry('inquiry_id'), set: null },
    { table: 'date_inquiry', due: `t.message IS NOT NULL AND ${ofRequest}`, set: { message: 'NULL' } },
    {
      table: 'companion',
      due: `t.account_name <> p.mark AND ${ofVisit}`,
      set: { account_name: 'p.mark', set_by_name: 'p.mark' },
    },
    {
      table: 'procurement_event',
      due: `t.actor_name <> p.mark AND ${ofCase}`,
      set: { actor_name: 'p.mark', vendors: "'[]'" },
    },
    {
      table: 'bid_restriction_note',
      due: `t.text_ja <> p.mark AND ${ofCase}`,
      set: { text_ja: 'p.mark', text_en: 'p.mark', firms: "'[]'" },
    },
    {
      table: 'shortlist_entry',
      due: `t.answer_reason IS NOT NULL AND ${ofRequest}`,
      set: { answer_reason: 'NULL' },
    },
    {
      table: 'consultation',
      due: `t.contact_section <> p.mark AND ${consultationOver('t')}`,
      set: { question: 'p.mark', answer: 'NULL', contact_section: 'p.mark', assignment: 'NULL' },
    },
    {
      table: 'visit_report',
      due: `t.done <> p.mark AND ${ofRequest}`,
      set: {
        topics: "'[]'",
        done: 'p.mark',
        steps: "'[]'",
        attendance: "'[]'",
        internal_note: 'NULL',
        submitted_by_name: 'NULL',
        return_reason: 'NULL',
        confirmed_by_name: 'NULL',
        stand_in_reason: 'NULL',
        thanks: 'NULL',
      },
    },
    {
      table: 'report_step',
      due: `t.what <> p.mark AND ${ofRequest}`,
      set: { what: 'p.mark', closed_by_name: 'NULL', close_note: 'NULL' },
    },
    {
      table: 'support_evaluation',
      due: `t.evaluated_by_name <> p.mark AND ${ofRequest}`,
      set: { words: 'NULL', evaluated_by_name: 'p.mark' },
    },
    { table: 'case_report_event', due: `t.actor_name <> p.mark AND ${ofReport}`, set: nameless },
    { table: 'shared_case', due: ofReport, set: null },
    {
      table: 'case_report',
      due: `t.summary <> p.mark AND ${ofRequest}`,
      set: {
        summary: 'p.mark',
        outputs: 'p.mark',
        effect: 'p.mark',
        lessons: 'p.mark',
        internal_note: 'NULL',
        approved_by_name: 'NULL',
        drafted_by_name: 'p.mark',
      },
    },
    {
      table: 'follow_up',
      due: `(t.effect IS NOT NULL OR t.next_wish IS NOT NULL OR t.answered_by_name IS NOT NULL) AND ${ofRequest}`,
      set: { effect: 'NULL', next_wish: 'NULL', answered_by_name: 'NULL' },
    },
    {
      table: 'support_request',
      due: `t.contact_section <> p.mark AND ${requestOver('t')}`,
      set: { title: 'p.mark', trouble: 'p.mark', contact_section: 'p.mark', outcome: 'NULL' },
    },
  ],
  PLANS: [
    { table: 'unplaced_visit', due: ofRun, set: null },
    {
      table: 'planning_run',
      due: `t.requested_by_name <> p.mark AND t.finished_at < p.cutoff
        AND t.status NOT IN ('QUEUED', 'RUNNING', 'PROPOSED')`,
      set: { problem: 'NULL', plan: 'NULL', findings: "'[]'", requested_by_name: 'p.mark' },
    },
    {
      table: 'publication_order',
      due: `t.ordered_by_name <> p.mark AND t.ordered_at < p.cutoff AND t.status <> 'WAITING'`,
      set: { ordered_by_name: 'p.mark', settled_by_name: 'p.mark', words: 'NULL' },
    },
    {
      table: 'publication_change',
      due: `EXISTS (SELECT FROM plan_publication v WHERE v.id = t.publication_id AND v.published_at < p.cutoff)`,
      set: null,
    },
    { table: 'plan_presence', due: 't.seen_at < p.cutoff', set: null },
    {
      table: 'plan_publication',
      due: 't.published_by_name <> p.mark AND t.published_at < p.cutoff',
      set: { published_by_name: 'p.mark' },
    },
  ],
  AGREEMENTS: [
    {
      table: 'placement_event',
      due: `t.actor_name <> p.mark
        AND EXISTS (SELECT FROM placement l WHERE l.id = t.placement_id AND ${placementOver('l')})`,
      set: nameless,
    },
    { table: 'agreement_event', due: `t.actor_name <> p.mark AND ${agreementOver}`, set: nameless },
    {
      table: 'agreement_party',
      due: `t.signatory_name <> p.mark AND ${agreementOver}`,
      set: { signatory_name: 'p.mark' },
    },
    { table: 'agreement_term', due: `t.reason IS NOT NULL AND ${agreementOver}`, set: { reason: 'NULL' } },
    {
      table: 'attendance',
      due: `t.recorded_by_name <> p.mark
        AND EXISTS (SELECT FROM placement l WHERE l.id = t.placement_id AND ${placementOver('l')})`,
      set: { note: 'NULL', beyond_reason: 'NULL', recorded_by_name: 'p.mark' },
    },
    {
      table: 'cost_matrix',
      due: `t.set_by_name <> p.mark AND ${agreementOver}`,
      set: { set_by_name: 'p.mark', reason: 'p.mark' },
    },
    {
      table: 'cost_actual',
      due: `t.recorded_by_name <> p.mark AND ${agreementOver}`,
      set: { recorded_by_name: 'p.mark', evidence: 'p.mark' },
    },
    {
      table: 'invoice',
      due: `t.drafted_by_name <> p.mark AND ${agreementOver}`,
      set: {
        drafted_by_name: 'p.mark',
        issued_by_name: 'NULL',
        cancelled_by_name: 'NULL',
        // That it was cancelled stays, and a cancelled one has a reason.
        cancel_reason: `CASE WHEN t.cancel_reason IS NULL THEN NULL ELSE p.mark END`,
      },
    },
  ],
  DAYS_OFF: [
    { table: 'day_off', due: 't.date < p.last_day', set: null },
    { table: 'companion_busy', due: 't.ends_at < p.cutoff', set: null },
    { table: 'available_day', due: 't.date < p.last_day', set: null },
    { table: 'unavailability_rule', due: 't.ended_on < p.last_day', set: null },
  ],
  OLD_ASSESSMENTS: [{ table: 'skill_assessment', due: 't.superseded_at < p.cutoff', set: null }],
  OLD_FIRMS: [
    {
      table: 'specialist_firm',
      due: `t.removed_at < p.cutoff
        AND NOT EXISTS (SELECT FROM conflict_of_interest c WHERE c.firm_id = t.id)`,
      set: null,
    },
  ],
  APPLICANTS: [
    {
      table: 'applicant_event',
      due: `t.actor_name <> p.mark AND EXISTS (SELECT FROM applicant a WHERE a.id = t.applicant_id AND ${notHired('a')})`,
      set: nameless,
    },
    {
      table: 'applicant',
      due: `t.name <> p.mark AND ${notHired('t')}`,
      set: { name: 'p.mark', kana: 'p.mark', name_en: 'p.mark', contact: 'p.mark', note: 'NULL' },
    },
  ],
  INVITATIONS: [{ table: 'invitation', due: 't.expires_at < p.cutoff', set: null }],
  PASSWORD_RESETS: [{ table: 'password_reset', due: 't.expires_at < p.cutoff', set: null }],
  NOTICES: [
    { table: 'inbox_item', due: 't.at < p.cutoff', set: null },
    { table: 'notice', due: 't.at < p.cutoff', set: null },
    { table: 'mail', due: 't.queued_at < p.cutoff', set: null },
  ],
  RETENTION_RUNS: [{ table: 'retention_run', due: 't.ran_on < p.last_day', set: null }],
};

/** People are erased by somebody who has looked: how many wait for that. */
export const PEOPLE_DUE = `
  SELECT count(*)::int AS n FROM p, (
    SELECT m.account_id FROM membership m WHERE m.prefecture_id = (SELECT prefecture FROM p)
      AND NOT EXISTS (SELECT FROM person_erasure e WHERE e.account_id = m.account_id AND e.prefecture_id = m.prefecture_id)
    GROUP BY m.account_id
    HAVING bool_and(m.ended_at IS NOT NULL) AND max(m.ended_at) < (SELECT cutoff FROM p)) gone`;

import { type Actor, type HubStaff, type Page, type PageRequest, permit } from '@banso/kernel';
import { DEFAULT_POLICY } from '@banso/planning';
import { keysetPage, type Tx } from '@banso/platform';
import { PlanningPolicy, type PolicyTerms } from './planning-policy.entity.js';
import { planningRunMay } from './planning-run.policy.js';

/** The terms in force; version 0 stands for the defaults of the planner. */
export interface PolicyInForce extends PolicyTerms {
  readonly version: number;
  readonly setByName: string | null;
  readonly setAt: Date | null;
}

/** A working week in which towns and specialists can rely on what was published. */
const USUAL_FROZEN_WORKING_DAYS = 5;

/** Somebody has to be reached and to prepare. */
const USUAL_URGENT_LEAD_MINUTES = 120;

/** Time to look into one's diary. */
const USUAL_ANSWER_DAYS = 3;

/** Long enough to look at it once more. */
const USUAL_PUBLISH_HOLD_MINUTES = 10;

const DEFAULTS: PolicyInForce = {
  ...DEFAULT_POLICY,
  frozenWorkingDays: USUAL_FROZEN_WORKING_DAYS,
  reserveHalfDaysPerWeek: 0,
  urgentLeadMinutes: USUAL_URGENT_LEAD_MINUTES,
  answerDays: USUAL_ANSWER_DAYS,
  publishHoldMinutes: USUAL_PUBLISH_HOLD_MINUTES,
  version: 0,
  setByName: null,
  setAt: null,
};

/** The latest version, or safe defaults where none was ever set. */
export async function planningPolicy(tx: Tx, actor: Actor): Promise<PolicyInForce> {
  permit(planningRunMay.read(actor));
  if (actor.prefectureId === null) return DEFAULTS;
  const latest = await tx.findOne(PlanningPolicy, {
    where: { prefectureId: actor.prefectureId },
    order: { version: 'DESC' },
  });
  return latest ? inForce(latest) : DEFAULTS;
}

/** The terms of an earlier version; 0 stands for the defaults. */
export async function planningPolicyOf(tx: Tx, actor: HubStaff, version: number): Promise<PolicyInForce> {
  const found = await tx.findOneBy(PlanningPolicy, { prefectureId: actor.prefectureId, version });
  return found ? inForce(found) : DEFAULTS;
}

/** A weight that came with a later release has its default until somebody sets it. */
function inForce(policy: PlanningPolicy): PolicyInForce {
  const { tiers, frozenWorkingDays, reserveHalfDaysPerWeek, urgentLeadMinutes, answerDays } = policy;
  const { publishHoldMinutes } = policy;
  const { version, setByName, setAt } = policy;
  const weights = { ...DEFAULTS.weights, ...policy.weights };
  const terms = {
    tiers,
    weights,
    frozenWorkingDays,
    reserveHalfDaysPerWeek,
    urgentLeadMinutes,
    answerDays,
    publishHoldMinutes,
  };
  return { ...terms, version, setByName, setAt };
}

/** Every version that was set, the newest first. */
export function planningPolicyHistory(
  tx: Tx,
  actor: Actor,
  page: PageRequest,
): Promise<Page<PlanningPolicy>> {
  permit(planningRunMay.read(actor));
  const query = tx
    .createQueryBuilder(PlanningPolicy, 'policy')
    .where('policy.prefectureId = :prefectureId', { prefectureId: actor.prefectureId });
  return keysetPage(
    query,
    { by: ['policy.version'], order: 'DESC', keyOf: (policy) => [policy.version] },
    page,
  );
}

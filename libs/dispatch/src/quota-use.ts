import {
  amountOf,
  bucketKey,
  bucketOf,
  bucketsOf,
  type CountedVisit,
  limitOf,
  listQuotas,
  type Quota,
  type QuotaBucket,
  type QuotaState,
  type Reaches,
  reachesOf,
  spanOf,
  stateOf,
} from '@banso/engagement';
import { type Actor, type LocalDate, localDateOf } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import type { SupportRequest } from '@banso/support';
import { In } from 'typeorm';
import { type PlanPart, replacedIn } from './plan-part.js';
import { countedAs, standingVisits, themesOf } from './quota-visits.js';
import { amountIn } from './quota-words.js';
import { Visit } from './visit.entity.js';
import { STANDING } from './visit-status.js';

/** One count of a quota: what the visits that stand use, and what more would come. In the quota's unit. */
export interface QuotaUse {
  readonly quota: Quota;
  readonly municipalityId: string | null;
  readonly supportRequestId: string | null;
  /** `2026-12`, `2026`, or empty for its whole life. */
  readonly span: string;
  readonly used: number;
  readonly limit: number;
  readonly state: QuotaState;
  /** With a plan, or with what is still asked for; null = nothing is added. */
  readonly withMore: number | null;
  readonly stateWithMore: QuotaState | null;
}

/** A quota with each of its counts, the fullest first. */
export interface QuotaWithUse {
  readonly quota: Quota;
  readonly uses: readonly QuotaUse[];
}

/** Counts of one quota that are shown; there may be as many as towns or cases. */
const MOST_COUNTS = 100;

/** What is used of each quota in the month and year of `today`. */
export async function quotasWithUse(
  tx: Tx,
  actor: Actor,
  quotas: readonly Quota[],
  today: LocalDate,
): Promise<QuotaWithUse[]> {
  const reaches = await reachesOf(tx, quotas);
  const cases = quotas.flatMap(({ supportRequestId }) => supportRequestId ?? []);
  const everyCase = quotas.some(
    ({ scope, period, supportRequestId }) =>
      scope === 'CASE' && period === 'WHOLE' && supportRequestId === null,
  );
  const requestIds = everyCase ? [...cases, ...(await casesWithVisits(tx, actor))] : cases;
  // Of a quota for another year, that year.
  const years = quotas.flatMap(({ fiscalYear }) => (fiscalYear === null ? [] : `${fiscalYear}-04-01`));
  const visits = await standingVisits(tx, actor, quotas, { dates: [today, ...years], requestIds });
  return quotas.map((quota) => {
    const now = spanOf(quota, today);
    const found = [...bucketsOf(quota, visits, reaches).values()]
      .filter(({ bucket }) => now === null || bucket.span === now)
      .map(({ bucket, visits: counted }) => useOf(quota, bucket, { before: counted, after: null }))
      .sort((a, b) => b.used - a.used || (a.municipalityId ?? '').localeCompare(b.municipalityId ?? ''));
    const own = {
      part: quota.supportRequestId ?? quota.municipalityId ?? '',
      span: now ?? String(quota.fiscalYear),
    };
    const none = isEach(quota) ? [] : [useOf(quota, own, { before: [], after: null })];
    return { quota, uses: found.length > 0 ? found.slice(0, MOST_COUNTS) : none };
  });
}

/** Whether each town or case has a count of its own. */
const isEach = ({ scope, municipalityId, supportRequestId }: Quota): boolean =>
  (scope === 'MUNICIPALITY' && municipalityId === null) || (scope === 'CASE' && supportRequestId === null);

/** Cases that are under way: of those that are over nothing more can be used. */
async function casesWithVisits(tx: Tx, actor: Actor): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    `SELECT DISTINCT support_request_id AS id FROM visit
     WHERE prefecture_id = $1 AND status IN ('PUBLISHED', 'CONFIRMED')`,
    [actor.prefectureId],
  );
  return rows.map(({ id }) => id);
}

/** What a request asks for, or a trouble that is no request yet; then its id is empty. */
type Need = Pick<
  SupportRequest,
  'id' | 'municipalityId' | 'themeId' | 'visits' | 'visitMinutes' | 'specialistId' | 'mode'
>;

/** The counts in which the visits of a request stand or would stand now, with what it still asks for. */
export async function quotaUsesOfNeed(
  tx: Tx,
  actor: Actor,
  request: Need,
  today: LocalDate,
): Promise<QuotaUse[]> {
  const quotas = await listQuotas(tx, actor);
  if (quotas.length === 0) return [];
  const reaches = await reachesOf(tx, quotas);
  const requestIds = request.id === '' ? [] : [request.id];
  const standing = await standingVisits(tx, actor, quotas, { dates: [today], requestIds });
  const own = await tx.countBy(Visit, {
    supportRequestId: In(requestIds),
    status: In([...STANDING]),
  });
  const open = Math.max(0, request.visits - own);
  const modes = request.mode === 'EITHER' ? (['ON_SITE', 'ONLINE'] as const) : ([request.mode] as const);
  return quotas.flatMap((quota) => {
    const asked = modes
      .map((mode) => wishedVisits(request, mode, { count: Math.max(1, open), date: today }))
      .find(([visit]) => visit && bucketOf(quota, visit, reaches));
    const bucket = asked?.[0] && bucketOf(quota, asked[0], reaches);
    if (!asked || !bucket) return [];
    const before = standing.filter((visit) => isIn(quota, bucket, visit, reaches));
    return [useOf(quota, bucket, { before, after: open > 0 ? [...before, ...asked] : null })];
  });
}

const wishedVisits = (
  request: Need,
  mode: 'ON_SITE' | 'ONLINE',
  { count, date }: { readonly count: number; readonly date: LocalDate },
): CountedVisit[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `wish ${i}`,
    // On which day nobody knows: whoever is named would come on several.
    specialistId: request.specialistId,
    municipalityId: request.municipalityId,
    supportRequestId: request.id,
    themeId: request.themeId,
    mode,
    date,
    minutes: request.visitMinutes,
  }));

function isIn(quota: Quota, wanted: QuotaBucket, visit: CountedVisit, reaches: Reaches): boolean {
  const bucket = bucketOf(quota, visit, reaches);
  return bucket !== null && bucketKey(bucket) === bucketKey(wanted);
}

/** The counts that a part of a plan touches, with what they would come to. */
export async function quotaUsesWithPlan(tx: Tx, actor: Actor, part: PlanPart): Promise<QuotaUse[]> {
  const quotas = await listQuotas(tx, actor);
  if (quotas.length === 0) return [];
  const { before, after, added } = await visitsWithPlan(tx, actor, quotas, part);
  const reaches = await reachesOf(tx, quotas);
  return quotas.flatMap((quota) => {
    const touched = bucketsOf(quota, added, reaches);
    const old = bucketsOf(quota, before, reaches);
    const now = bucketsOf(quota, after, reaches);
    return [...touched].map(([key, { bucket }]) =>
      useOf(quota, bucket, { before: old.get(key)?.visits ?? [], after: now.get(key)?.visits ?? [] }),
    );
  });
}

const NOTHING = { dates: [], requestIds: [] };

/** The published calendar, and the same with a part of a plan. */
export async function visitsWithPlan(
  tx: Tx,
  actor: Actor,
  quotas: readonly Quota[],
  part: PlanPart,
  more: { readonly dates: readonly LocalDate[]; readonly requestIds: readonly string[] } = NOTHING,
): Promise<{ before: CountedVisit[]; after: CountedVisit[]; added: CountedVisit[] }> {
  const { proposals } = part;
  const requestIds = proposals.map(({ supportRequestId }) => supportRequestId);
  const themes = await themesOf(tx, actor, requestIds);
  const added = proposals.map((proposal) => countedAs(proposal, themes));
  const before = await standingVisits(tx, actor, quotas, {
    dates: [...proposals.map(({ startsAt }) => localDateOf(startsAt)), ...more.dates],
    requestIds: [...requestIds, ...more.requestIds],
  });
  const gone = new Set(replacedIn(part));
  return { before, after: [...before.filter(({ id }) => !gone.has(id)), ...added], added };
}

function useOf(
  quota: Quota,
  { part, span }: QuotaBucket,
  {
    before,
    after,
  }: { readonly before: readonly CountedVisit[]; readonly after: readonly CountedVisit[] | null },
): QuotaUse {
  const used = amountOf(quota.unit, before);
  const more = after && amountOf(quota.unit, unplacedApart(after));
  return {
    quota,
    municipalityId: quota.scope === 'MUNICIPALITY' ? part : quota.municipalityId,
    supportRequestId: quota.scope === 'CASE' ? part : null,
    span,
    used: amountIn(quota.unit, used),
    limit: amountIn(quota.unit, limitOf(quota)),
    state: stateOf(quota, used),
    withMore: more === null ? null : amountIn(quota.unit, more),
    stateWithMore: more === null ? null : stateOf(quota, more),
  };
}

/** What is only wished for has no day yet: each is one by itself. */
const unplacedApart = (visits: readonly CountedVisit[]): CountedVisit[] =>
  visits.map((visit) => (visit.id.startsWith('wish ') ? { ...visit, specialistId: null } : visit));

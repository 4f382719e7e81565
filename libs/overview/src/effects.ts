import { type Actor, type LocalDate, type Page, type PageRequest, permit } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import { STEP_GOAL_DAYS } from '@banso/reports';
import { may } from './overview.policy.js';
import { sqlPage } from './rows/sql-page.js';
import { hiddenOf, mayShow } from './suppression.js';
import { type Year, yearBefore } from './year.js';

/** What became of a next step: done in its 90 days, not done in them, still within them, or given up. */
export const STEP_ENDS = ['IN_TIME', 'LATE', 'RUNNING', 'DROPPED'] as const;
export type StepEnd = (typeof STEP_ENDS)[number];

/** A next step that was agreed in the year. */
export interface StepRow {
  readonly id: string;
  readonly supportRequestId: string;
  readonly number: string | null;
  readonly title: string;
  readonly municipalityId: string;
  readonly what: string;
  readonly owner: string;
  readonly agreedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly closedOn: LocalDate | null;
  readonly end: StepEnd;
  readonly at: string;
}

const STEPS = `
  SELECT step.id, step.support_request_id AS "supportRequestId", request.number, request.title,
    step.municipality_id AS "municipalityId", step.what, step.owner, step.agreed_on::text AS "agreedOn",
    step.due_on::text AS "dueOn", (step.closed_at AT TIME ZONE 'Asia/Tokyo')::date::text AS "closedOn",
    CASE WHEN step.status = 'DROPPED' THEN 'DROPPED'
      WHEN step.closed_at IS NOT NULL
        AND (step.closed_at AT TIME ZONE 'Asia/Tokyo')::date - step.agreed_on <= ${STEP_GOAL_DAYS} THEN 'IN_TIME'
      WHEN step.closed_at IS NULL AND $4::date - step.agreed_on <= ${STEP_GOAL_DAYS} THEN 'RUNNING'
      ELSE 'LATE' END AS "end",
    step.agreed_on::text AS at
  FROM report_step step JOIN support_request request ON request.id = step.support_request_id
  WHERE step.prefecture_id = $1 AND step.agreed_on BETWEEN $2 AND $3`;

const dayParameters = (prefectureId: string, { from, to }: Year, today: LocalDate): readonly unknown[] => [
  prefectureId,
  from,
  to,
  today,
];

interface Asked {
  readonly year: Year;
  readonly today: LocalDate;
}

export function listStepEnds(
  tx: Tx,
  actor: Actor,
  { year, today, end }: Asked & { readonly end?: StepEnd | null },
  page: PageRequest,
): Promise<Page<StepRow>> {
  permit(may.read(actor));
  return sqlPage<StepRow>(
    tx,
    {
      sql: `SELECT * FROM (${STEPS}) steps WHERE ($5::text IS NULL OR steps."end" = $5)`,
      parameters: [...dayParameters(actor.prefectureId, year, today), end ?? null],
      keyOf: ({ at, id }) => [at, id],
    },
    page,
  );
}

/** A request for which its town had asked the same theme within the year before it. */
export interface RepeatRow {
  readonly id: string;
  readonly number: string | null;
  readonly title: string;
  readonly municipalityId: string;
  readonly themeId: string;
  readonly receivedOn: LocalDate;
  readonly earlierId: string;
  readonly earlierNumber: string | null;
  readonly earlierOn: LocalDate;
  readonly at: string;
}

/** Neither taken back nor turned down. */
const ADOPTED = `NOT IN ('WITHDRAWN', 'NOT_ADOPTED')`;

const REPEATS = `
  SELECT request.id, request.number, request.title, request.municipality_id AS "municipalityId",
    request.theme_id AS "themeId", (request.submitted_at AT TIME ZONE 'Asia/Tokyo')::date::text AS "receivedOn",
    earlier.id AS "earlierId", earlier.number AS "earlierNumber",
    (earlier.submitted_at AT TIME ZONE 'Asia/Tokyo')::date::text AS "earlierOn",
    to_char(request.submitted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') AS at
  FROM support_request request
  JOIN LATERAL (
    SELECT other.id, other.number, other.submitted_at FROM support_request other
    WHERE other.prefecture_id = request.prefecture_id AND other.municipality_id = request.municipality_id
      AND other.theme_id = request.theme_id AND other.id <> request.id
      AND other.submitted_at < request.submitted_at
      AND other.submitted_at >= request.submitted_at - interval '365 days' AND other.status ${ADOPTED}
    ORDER BY other.submitted_at DESC, other.id DESC LIMIT 1
  ) earlier ON true
  WHERE request.prefecture_id = $1 AND request.submitted_at >= $2 AND request.submitted_at < $3
    AND request.status ${ADOPTED}`;

export function listRepeats(tx: Tx, actor: Actor, year: Year, page: PageRequest): Promise<Page<RepeatRow>> {
  permit(may.read(actor));
  return sqlPage<RepeatRow>(
    tx,
    {
      sql: REPEATS,
      parameters: [actor.prefectureId, year.startsAt, year.endsAt],
      keyOf: ({ at, id }) => [at, id],
    },
    page,
  );
}

/** Five points each; null: too few to be shown, or none. */
export interface Ratings {
  readonly answers: number;
  readonly towns: number;
  readonly hidden: boolean;
  readonly usefulness: number | null;
  readonly clarity: number | null;
  readonly progress: number | null;
  readonly again: number | null;
}

export interface ThemeRatings extends Ratings {
  /** Null: asked without a theme. */
  readonly themeId: string | null;
}

export interface StepCounts {
  readonly agreed: number;
  readonly inTime: number;
  readonly late: number;
  readonly running: number;
  readonly dropped: number;
}

export interface EffectFigures {
  readonly steps: StepCounts;
  readonly ratings: Ratings;
  readonly repeats: number;
  /** Requests with a theme that were adopted: of these the repeats are. */
  readonly requests: number;
}

export interface Effects extends EffectFigures {
  readonly year: Year;
  readonly before: EffectFigures;
  readonly themes: readonly ThemeRatings[];
}

const STEP_COUNTS = `SELECT count(*)::int AS agreed,
    count(*) FILTER (WHERE "end" = 'IN_TIME')::int AS "inTime", count(*) FILTER (WHERE "end" = 'LATE')::int AS late,
    count(*) FILTER (WHERE "end" = 'RUNNING')::int AS running,
    count(*) FILTER (WHERE "end" = 'DROPPED')::int AS dropped FROM (${STEPS}) steps`;

const RATINGS = `
  SELECT request.theme_id AS "themeId", grouping(request.theme_id) = 1 AS "ofAll", count(*)::int AS answers,
    count(DISTINCT rating.municipality_id)::int AS towns,
    round(avg(rating.usefulness), 1)::float AS usefulness, round(avg(rating.clarity), 1)::float AS clarity,
    round(avg(rating.progress), 1)::float AS progress, round(avg(rating.again), 1)::float AS again
  FROM support_evaluation rating JOIN support_request request ON request.id = rating.support_request_id
  WHERE rating.prefecture_id = $1 AND rating.evaluated_at >= $2 AND rating.evaluated_at < $3
  GROUP BY GROUPING SETS ((), (request.theme_id)) ORDER BY 2 DESC, 1 NULLS LAST`;

type RatingRow = Omit<ThemeRatings, 'hidden'> & { readonly ofAll: boolean };

/** 効果: next steps done in 90 days, what towns said, and needs that came back. Three statements for each year. */
export async function effects(tx: Tx, actor: Actor, { year, today }: Asked): Promise<Effects> {
  permit(may.read(actor));
  const { prefectureId } = actor;
  const now = await figuresOf(tx, prefectureId, { year, today });
  const before = await figuresOf(tx, prefectureId, { year: yearBefore(year), today });
  return { year, ...now.figures, before: before.figures, themes: now.themes };
}

async function figuresOf(
  tx: Tx,
  prefectureId: string,
  { year, today }: Asked,
): Promise<{ figures: EffectFigures; themes: ThemeRatings[] }> {
  const instants = [prefectureId, year.startsAt, year.endsAt];
  const [steps] = await tx.query<StepCounts[]>(STEP_COUNTS, [...dayParameters(prefectureId, year, today)]);
  const rated = await tx.query<RatingRow[]>(RATINGS, instants);
  const [counted] = await tx.query<{ repeats: number; requests: number }[]>(
    `SELECT (SELECT count(*) FROM (${REPEATS}) repeats)::int AS repeats,
      (SELECT count(*) FROM support_request request WHERE request.prefecture_id = $1 AND request.submitted_at >= $2
        AND request.submitted_at < $3 AND request.theme_id IS NOT NULL AND request.status ${ADOPTED})::int AS requests`,
    instants,
  );
  const groups = rated.filter(({ ofAll }) => !ofAll);
  const hidden = hiddenOf(groups);
  const all = rated.find(({ ofAll }) => ofAll) ?? NOT_RATED;
  return {
    figures: {
      steps: steps ?? { agreed: 0, inTime: 0, late: 0, running: 0, dropped: 0 },
      ratings: shown(all, all.answers > 0 && !mayShow(all)),
      repeats: counted?.repeats ?? 0,
      requests: counted?.requests ?? 0,
    },
    themes: groups.map((group) => ({ themeId: group.themeId, ...shown(group, hidden.has(group)) })),
  };
}

const NOT_RATED: RatingRow = {
  themeId: null,
  ofAll: true,
  answers: 0,
  towns: 0,
  usefulness: null,
  clarity: null,
  progress: null,
  again: null,
};

const shown = (
  { answers, towns, usefulness, clarity, progress, again }: RatingRow,
  hidden: boolean,
): Ratings => ({
  answers,
  towns,
  hidden,
  usefulness: hidden ? null : usefulness,
  clarity: hidden ? null : clarity,
  progress: hidden ? null : progress,
  again: hidden ? null : again,
});

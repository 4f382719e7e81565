import { randomUUID } from 'node:crypto';
import type { Visit } from '@banso/dispatch';
import {
  addDays,
  badInput,
  type InputFault,
  localDate,
  localDateOf,
  parseInput,
  text,
  uuid,
} from '@banso/kernel';
import { VISIT_MODES } from '@banso/talent';
import { z } from 'zod';
import {
  STEP_OWNERS,
  VISIT_RESULTS,
  type VisitReport,
  type VisitReportContent,
} from './visit-report.entity.js';

export const MOST_STEPS = 10;
export const MOST_TOPICS = 20;
const MOST_SECTIONS = 20;
/** A visit is not reported as longer than any visit may be. */
const LONGEST_HOURS = 12;
/** How far from the planned start somebody may have begun. */
const SHIFTED_DAYS = 7;
/** Later than any next step. */
const STEP_DAYS = 3 * 366;

const HOUR = 3_600_000;

const schema = z.object({
  /** The version that the writer started from; none when nothing was written yet. */
  seen: z.string().nullish(),
  result: z
    .enum(VISIT_RESULTS)
    .nullish()
    .transform((value) => value ?? null),
  topics: z.array(text(80)).max(MOST_TOPICS),
  done: text(4_000, 0),
  steps: z
    .array(
      z.object({
        id: uuid()
          .nullish()
          .transform((value) => value ?? randomUUID()),
        what: text(200, 0),
        owner: z.enum(STEP_OWNERS),
        dueOn: localDate()
          .nullish()
          .transform((value) => value ?? null),
      }),
    )
    .max(MOST_STEPS)
    .refine((steps) => new Set(steps.map(({ id }) => id)).size === steps.length, {
      params: { rule: 'repeated' },
    }),
  startedAt: z.date(),
  endedAt: z.date(),
  mode: z.enum(VISIT_MODES),
  attendance: z.array(z.object({ section: text(60), people: z.int().min(1).max(500) })).max(MOST_SECTIONS),
  internalNote: text(1_000, 0)
    .nullish()
    .transform((value) => value || null),
});

export type VisitReportInput = z.input<typeof schema>;

/** What may be kept as a draft, with the version that was read; times are those of the visit, more or less. */
export function parseReport(
  input: unknown,
  visit: Visit,
): { readonly seen: string | null | undefined; readonly content: VisitReportContent } {
  const { seen, ...content } = parseInput(schema, input);
  const { startedAt, endedAt } = content;
  if (Math.abs(startedAt.getTime() - visit.startsAt.getTime()) > SHIFTED_DAYS * 24 * HOUR)
    throw badInput({ path: 'startedAt', rule: 'far-from-visit', facts: { days: SHIFTED_DAYS } });
  if (endedAt <= startedAt) throw badInput({ path: 'endedAt', rule: 'not-after-start' });
  if (endedAt.getTime() - startedAt.getTime() > LONGEST_HOURS * HOUR)
    throw badInput({ path: 'endedAt', rule: 'longer-than-visit', facts: { max: LONGEST_HOURS } });
  return { seen, content };
}

/** What a draft may lack and a report may not: every fault at once. */
export function requireWhole(report: VisitReport, now: Date): void {
  const faults: InputFault[] = [];
  if (report.result === null) faults.push({ path: 'result', rule: 'required' });
  if (report.done === '' && report.topics.length === 0) faults.push({ path: 'done', rule: 'required' });
  if (report.endedAt > now) faults.push({ path: 'endedAt', rule: 'not-over-yet' });
  const first = localDateOf(report.startedAt);
  const last = addDays(first, STEP_DAYS);
  for (const [i, { what, dueOn }] of report.steps.entries()) {
    if (what === '') faults.push({ path: `steps.${i}.what`, rule: 'required' });
    if (dueOn === null) faults.push({ path: `steps.${i}.dueOn`, rule: 'required' });
    else if (dueOn < first) faults.push({ path: `steps.${i}.dueOn`, rule: 'too-early', facts: { first } });
    else if (dueOn > last) faults.push({ path: `steps.${i}.dueOn`, rule: 'too-far', facts: { last } });
  }
  if (faults.length > 0) throw badInput(...faults);
}

import {
  addDays,
  badInput,
  HALVES,
  type InputFault,
  type LocalDate,
  localDate,
  parseInput,
  text,
} from '@banso/kernel';
import { isWorkingDay } from '@banso/directory';
import { z } from 'zod';
import {
  ANSWERED_QUESTIONS,
  SUPPORT_MODES,
  type SupportRequestContent,
  URGENCIES,
  type WishedHalfDay,
} from './support-request.entity.js';

const MAX_WISHED = 60;
/** A visit lies inside one half-day; a whole day is two visits. */
const HALF_DAY_MINUTES = HALVES.PM.end - HALVES.PM.start;
const HORIZON_DAYS = 730;

const halves = z.array(z.object({ date: localDate(), half: z.enum(['AM', 'PM']) })).max(MAX_WISHED);

const content = z.object({
  // A draft may be put aside before it has its words; `assertReady` asks for them.
  title: text(80, 0),
  trouble: text(4_000, 0),
  themeId: z
    .string()
    .max(10)
    .nullish()
    .transform((id) => id ?? null),
  groupId: z
    .string()
    .max(20)
    .nullish()
    .transform((id) => id ?? null),
  urgency: z.enum(URGENCIES),
  mode: z.enum(SUPPORT_MODES),
  visits: z.number().int().min(1).max(12),
  visitMinutes: z
    .number()
    .int()
    .min(30)
    .max(HALF_DAY_MINUTES)
    .refine((minutes) => minutes % 30 === 0, { params: { rule: 'step', step: 30 } }),
  minGapDays: z.number().int().min(0).max(90),
  earliestOn: localDate()
    .nullish()
    .transform((date) => date ?? null),
  deadlineOn: localDate()
    .nullish()
    .transform((date) => date ?? null),
  wished: halves,
  possible: halves.nullish().transform((list) => list ?? []),
  onlyWished: z.boolean(),
  // Whoever sends no form has answered all.
  answered: z
    .array(z.enum(ANSWERED_QUESTIONS))
    .max(ANSWERED_QUESTIONS.length)
    .nullish()
    .transform((list) => list ?? [...ANSWERED_QUESTIONS]),
  entrustSelection: z.boolean(),
  contactSection: text(80, 0),
});

/** What the form keeps of how it was filled in; no words of the town. */
const OF_FORM: readonly string[] = ['groupId', 'answered'];

/** What a request says, by the names of its properties. */
export const CONTENT = content.keyof().options.filter((name) => !OF_FORM.includes(name));

interface Where {
  readonly i: number;
  readonly today: LocalDate;
  readonly last: LocalDate;
  /** ○ and △ together: a half-day stands once among them. */
  readonly marked: readonly WishedHalfDay[];
}

/** Why a wished half-day cannot be kept, if it cannot. */
function wishFault(
  { earliestOn, deadlineOn, visitMinutes }: SupportRequestContent,
  { date, half }: WishedHalfDay,
  { i, today, last, marked }: Where,
): Omit<InputFault, 'path'> | null {
  const { start, end } = HALVES[half];
  if (date < today) return { rule: 'past', facts: { date, today } };
  if (date > last) return { rule: 'too-far', facts: { date, last } };
  if (!isWorkingDay(date)) return { rule: 'closed-day', facts: { date } };
  if (earliestOn && date < earliestOn) return { rule: 'before-start', facts: { date, from: earliestOn } };
  if (deadlineOn && date > deadlineOn)
    return { rule: 'after-deadline', facts: { date, deadline: deadlineOn } };
  if (visitMinutes > end - start) return { rule: 'longer-than-half', facts: { date, minutes: visitMinutes } };
  if (marked.findIndex((other) => other.date === date && other.half === half) < i)
    return { rule: 'repeated', facts: { date } };
  return null;
}

/** Faults that depend on today's date: a draft that waited may get them later. */
function dateFaults(parsed: SupportRequestContent, today: LocalDate): InputFault[] {
  const faults: InputFault[] = [];
  const { earliestOn, deadlineOn } = parsed;
  const last = addDays(today, HORIZON_DAYS);
  if (deadlineOn && deadlineOn < today) faults.push({ path: 'deadlineOn', rule: 'past', facts: { today } });
  if (deadlineOn && deadlineOn > last) faults.push({ path: 'deadlineOn', rule: 'too-far', facts: { last } });
  if (earliestOn && earliestOn > last) faults.push({ path: 'earliestOn', rule: 'too-far', facts: { last } });
  if (earliestOn && deadlineOn && earliestOn > deadlineOn)
    faults.push({ path: 'earliestOn', rule: 'after-deadline', facts: { deadline: deadlineOn } });
  const marked = [...parsed.wished, ...parsed.possible];
  marked.forEach((wish, i) => {
    const fault = wishFault(parsed, wish, { i, today, last, marked });
    const path = i < parsed.wished.length ? `wished.${i}` : `possible.${i - parsed.wished.length}`;
    if (fault) faults.push({ path: `${path}.date`, ...fault });
  });
  if (parsed.onlyWished && marked.length === 0) faults.push({ path: 'wished', rule: 'required' });
  return faults;
}

const WORDS = ['title', 'trouble', 'contactSection'] as const;

/** Refuses to send what lacks its words, or what cannot be kept any more, such as a deadline that has passed. */
export function assertReady(request: SupportRequestContent, today: LocalDate): void {
  const empty = WORDS.filter((path) => request[path] === '');
  const faults = [...empty.map((path) => ({ path, rule: 'required' })), ...dateFaults(request, today)];
  if (faults.length > 0) throw badInput(...faults);
}

export function parseSupportRequest(input: unknown, today: LocalDate): SupportRequestContent {
  const parsed = parseInput(content, input);
  const faults = dateFaults(parsed, today);
  if (faults.length > 0) throw badInput(...faults);
  return parsed;
}

import { fiscalYearInJapaneseEra, fiscalYearOf, inJapaneseEra, type LocalDate } from '@banso/kernel';
import { type Audience, type Cut, type CutKind, insideWords, redact } from '@banso/support';
import {
  CASE_FIELDS,
  CASE_RULES,
  type CaseField,
  type FieldRule,
  SIZE_WORDS,
  type TownSize,
} from './case-fields.js';
import type { CaseReportContent } from './case-report.entity.js';
import { OWNER_WORDS, RATING_WORDS, RESULT_WORDS } from '../words.js';
import type { Attendance, StepOwner, VisitResult } from '../visit/visit-report.entity.js';
import { type Rating, RATINGS } from '../visit/support-evaluation.entity.js';

/** What a case's report is made of, beside what its writer wrote. */
export interface CaseFacts {
  readonly number: string;
  readonly town: { readonly name: string; readonly size: TownSize };
  readonly theme: string;
  readonly title: string;
  readonly trouble: string;
  readonly specialists: readonly string[];
  readonly visits: readonly {
    readonly date: LocalDate;
    readonly minutes: number;
    readonly online: boolean;
    readonly result: VisitResult | null;
    readonly topics: readonly string[];
    readonly done: string;
    readonly attendance: readonly Attendance[];
    readonly internalNote: string | null;
  }[];
  readonly steps: readonly {
    readonly what: string;
    readonly owner: StepOwner;
    readonly dueOn: LocalDate;
    readonly closed: boolean;
  }[];
  readonly evaluations: readonly (Readonly<Record<Rating, number>> & { readonly words: string | null })[];
  /** People, firms and towns: taken out of every free text that leaves. */
  readonly names: readonly string[];
}

/** One line; null = withheld from this audience, empty = there is nothing to say. */
export interface CaseLine {
  readonly field: CaseField;
  readonly value: string | null;
}

/** Something that this audience does not get: a whole field, or a passage of one. */
export interface LeftOut {
  readonly field: CaseField;
  readonly kind: CutKind | 'FIELD';
  /** What stood there; null for a whole field. */
  readonly text: string | null;
}

export interface CaseSheet {
  readonly audience: Audience;
  readonly lines: readonly CaseLine[];
  readonly leftOut: readonly LeftOut[];
}

/** How a free text leaves: inside with its marks in words, outside without what must not leave. */
type Pen = (text: string) => string;

/** Each field is made of free texts and of our own words: only the former go through the pen, one by one. */
function valueOf(
  field: CaseField,
  {
    facts,
    content,
    pen,
    coarse,
  }: { facts: CaseFacts; content: CaseReportContent; pen: Pen; coarse: boolean },
): string {
  const dateOf = (date: LocalDate): string =>
    coarse ? inJapaneseEra(date).replace(/\d+日$/, '') : inJapaneseEra(date);
  switch (field) {
    case 'NUMBER':
      return facts.number;
    case 'TOWN':
      return coarse
        ? `${facts.town.name.slice(-1)}${facts.town.size === 'UNKNOWN' ? '' : `（${SIZE_WORDS[facts.town.size]}）`}`
        : facts.town.name;
    case 'THEME':
      return facts.theme;
    case 'TITLE':
      return pen(facts.title);
    case 'TROUBLE':
      return pen(facts.trouble);
    case 'PERIOD':
      return periodOf(facts.visits, coarse);
    case 'VISITS':
      return visitsOf(facts.visits);
    case 'SPECIALIST':
      return facts.specialists.join('、');
    case 'SUMMARY':
      return pen(content.summary);
    case 'COURSE':
      return facts.visits
        .map(({ date, online, result, topics, done }) =>
          [
            `${dateOf(date)}　${online ? 'オンライン' : '訪問'}${result ? `　${RESULT_WORDS[result]}` : ''}`,
            ...(topics.length > 0 ? [topics.map(pen).join('、')] : []),
            ...(done ? [pen(done)] : []),
          ].join('\n'),
        )
        .join('\n\n');
    case 'OUTPUTS':
      return pen(content.outputs);
    case 'EFFECT':
      return pen(content.effect);
    case 'LESSONS':
      return pen(content.lessons);
    case 'STEPS':
      return facts.steps
        .map(
          ({ what, owner, dueOn, closed }) =>
            `${closed ? '済' : '未'}　${pen(what)}（${OWNER_WORDS[owner]}、${dateOf(dueOn)}まで）`,
        )
        .join('\n');
    case 'EVALUATION':
      return averagesOf(facts.evaluations);
    case 'EVALUATION_WORDS':
      return facts.evaluations.flatMap(({ words }) => (words ? [pen(words)] : [])).join('\n');
    case 'ATTENDANCE':
      return facts.visits
        .flatMap(({ attendance }) => attendance.map(({ section, people }) => `${pen(section)} ${people}人`))
        .join('、');
    case 'INTERNAL_NOTE':
      return [content.internalNote, ...facts.visits.map(({ internalNote }) => internalNote)]
        .flatMap((note) => (note ? [pen(note)] : []))
        .join('\n');
  }
}

const periodOf = (visits: CaseFacts['visits'], coarse: boolean): string => {
  const [first, last] = [visits.at(0)?.date, visits.at(-1)?.date];
  if (!first || !last) return '';
  if (!coarse) return `${inJapaneseEra(first)}から${inJapaneseEra(last)}まで`;
  const years = [...new Set([first, last].map((date) => fiscalYearInJapaneseEra(fiscalYearOf(date))))];
  return years.join('から');
};

const visitsOf = (visits: CaseFacts['visits']): string => {
  if (visits.length === 0) return '';
  const minutes = visits.reduce((sum, visit) => sum + visit.minutes, 0);
  const online = visits.filter((visit) => visit.online).length;
  const hours = Math.round(minutes / 6) / 10;
  return `${visits.length}回（うちオンライン${online}回）・計${hours}時間`;
};

const averagesOf = (evaluations: CaseFacts['evaluations']): string => {
  if (evaluations.length === 0) return '';
  const said = RATINGS.map((rating) => {
    const sum = evaluations.reduce((total, evaluation) => total + evaluation[rating], 0);
    return `${RATING_WORDS[rating]} ${(sum / evaluations.length).toFixed(1)}`;
  });
  return `${said.join('、')}（5点満点、${evaluations.length}件）`;
};

const ruleOf = (field: CaseField, audience: Audience, inside: readonly CaseField[]): FieldRule => {
  if (audience === 'INTERNAL') return 'AS_IS';
  if (inside.includes(field)) return 'WITHHELD';
  return CASE_RULES[field][audience === 'PUBLIC' ? 1 : 0];
};

/** A case as one audience may have it, and what that audience does not get. */
export function caseSheet(content: CaseReportContent, facts: CaseFacts, audience: Audience): CaseSheet {
  const leftOut: LeftOut[] = [];
  const lines = CASE_FIELDS.map((field): CaseLine => {
    const rule = ruleOf(field, audience, content.inside);
    const inside = { facts, content, pen: insideWords, coarse: false };
    if (rule === 'WITHHELD') {
      if (valueOf(field, inside) !== '') leftOut.push({ field, kind: 'FIELD', text: null });
      return { field, value: null };
    }
    if (audience === 'INTERNAL') return { field, value: valueOf(field, inside) };
    const pen: Pen = (text) => {
      const redacted = redact(text, facts.names);
      leftOut.push(...redacted.cuts.map((cut: Cut): LeftOut => ({ field, ...cut })));
      return redacted.text;
    };
    return { field, value: valueOf(field, { facts, content, pen, coarse: true }) };
  });
  return { audience, lines, leftOut };
}

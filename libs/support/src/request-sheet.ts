import { localDateOf } from '@banso/kernel';
import { redact } from './redaction.js';
import type { SupportRequest } from './support-request.entity.js';

/** Who will read a request outside the platform. */
export const AUDIENCES = ['INTERNAL', 'OTHER_TOWNS', 'PUBLIC'] as const;
export type Audience = (typeof AUDIENCES)[number];

export const SHEET_FIELDS = [
  'NUMBER',
  'TOWN',
  'TITLE',
  'TROUBLE',
  'THEME',
  'URGENCY',
  'MODE',
  'VISITS',
  'SUBMITTED',
  'DEADLINE',
  'CONTACT',
  'STATUS',
  'SPECIALIST',
  'OUTCOME',
] as const;
export type SheetField = (typeof SHEET_FIELDS)[number];

/** One line; null = withheld from this audience, empty = there is nothing to say. */
export interface SheetLine {
  readonly field: SheetField;
  readonly value: string | null;
}

export interface RequestSheet {
  readonly audience: Audience;
  readonly lines: readonly SheetLine[];
  /** Passages that were blacked out. */
  readonly passages: number;
}

/** What a sheet is made of, beside the request. */
export interface SheetFacts {
  readonly town: { readonly name: string };
  readonly theme: { readonly name: string } | null;
  readonly specialist: { readonly name: string } | null;
  /** People, firms and the town itself: taken out of every free text that leaves. */
  readonly names: readonly string[];
}

/** What happens to a field on its way out. */
type Rule = 'AS_IS' | 'REDACTED' | 'COARSE' | 'WITHHELD';

/** [to other towns, to the public]: a field that is not named here does not exist. Inside everything is shown. */
const RULES: Readonly<Record<SheetField, readonly [Rule, Rule]>> = {
  NUMBER: ['WITHHELD', 'WITHHELD'],
  TOWN: ['COARSE', 'COARSE'],
  TITLE: ['REDACTED', 'WITHHELD'],
  TROUBLE: ['REDACTED', 'WITHHELD'],
  THEME: ['AS_IS', 'AS_IS'],
  URGENCY: ['AS_IS', 'WITHHELD'],
  MODE: ['AS_IS', 'AS_IS'],
  VISITS: ['AS_IS', 'AS_IS'],
  SUBMITTED: ['COARSE', 'COARSE'],
  DEADLINE: ['WITHHELD', 'WITHHELD'],
  CONTACT: ['WITHHELD', 'WITHHELD'],
  STATUS: ['AS_IS', 'AS_IS'],
  SPECIALIST: ['WITHHELD', 'WITHHELD'],
  OUTCOME: ['REDACTED', 'WITHHELD'],
};

const ruleOf = (field: SheetField, audience: Audience): Rule => {
  if (audience === 'INTERNAL') return 'AS_IS';
  return RULES[field][audience === 'PUBLIC' ? 1 : 0];
};

/** 市, 区, 町 or 村; the month instead of the day. */
const coarse = (field: SheetField, value: string): string =>
  field === 'TOWN' ? value.slice(-1) : value.slice(0, '2026-11'.length);

/** A request for readers outside: field by field as the audience may have it, free texts blacked out. */
export function requestSheet(
  request: SupportRequest,
  { town, theme, specialist, names }: SheetFacts,
  audience: Audience,
): RequestSheet {
  const values: Readonly<Record<SheetField, string>> = {
    NUMBER: request.number ?? '',
    TOWN: town.name,
    TITLE: request.title,
    TROUBLE: request.trouble,
    THEME: theme?.name ?? '',
    URGENCY: request.urgency,
    MODE: request.mode,
    VISITS: String(request.visits),
    SUBMITTED: request.submittedAt ? localDateOf(request.submittedAt) : '',
    DEADLINE: request.deadlineOn ?? '',
    CONTACT: request.contactSection,
    STATUS: request.status,
    SPECIALIST: specialist?.name ?? '',
    OUTCOME: request.outcome ?? '',
  };
  let passages = 0;
  const leaving = (field: SheetField): string | null => {
    switch (ruleOf(field, audience)) {
      case 'AS_IS':
        return values[field];
      case 'COARSE':
        return coarse(field, values[field]);
      case 'WITHHELD':
        return null;
      case 'REDACTED': {
        const blacked = redact(values[field], names);
        passages += blacked.passages;
        return blacked.text;
      }
    }
  };
  const lines = SHEET_FIELDS.map((field) => ({ field, value: leaving(field) }));
  return { audience, lines, passages };
}

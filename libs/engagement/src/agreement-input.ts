import { daysBetween, localDate, parseInput, text, uuid } from '@banso/kernel';
import { z } from 'zod';
import {
  AGREEMENT_PARTS,
  type AgreementFacts,
  type AgreementPart,
  MONTHLY_RULES,
} from './agreement.entity.js';
import { AGREEMENT_KINDS } from './agreement-status.js';

/** Ten years: nothing that two heads sign today binds longer. */
export const LONGEST_TERM_DAYS = 3_660;
/** All towns of the largest prefecture, with a company and the prefecture itself. */
const MOST_PARTIES = 200;
const MOST_CLAUSES = 60;

const parties = z
  .array(
    z.object({
      partyId: uuid(),
      capacity: z.enum(AGREEMENT_PARTS),
      signatoryTitle: text(80),
      signatoryName: text(80),
    }),
  )
  .min(2)
  .max(MOST_PARTIES)
  .superRefine((all, context) => {
    all.forEach(({ partyId }, i) => {
      if (all.findIndex((other) => other.partyId === partyId) < i)
        context.addIssue({ code: 'custom', path: [i, 'partyId'], params: { rule: 'repeated' } });
    });
  });

const content = z
  .object({
    title: text(120),
    agreementKind: z.enum(AGREEMENT_KINDS),
    startsOn: localDate(),
    endsOn: localDate(),
    monthlyDays: z
      .int()
      .min(1)
      .max(31)
      .nullish()
      .transform((days) => days ?? null),
    monthlyRule: z
      .enum(MONTHLY_RULES)
      .nullish()
      .transform((rule) => rule ?? null),
    noticeDays: z
      .int()
      .min(0)
      .max(365)
      .nullish()
      .transform((days) => days ?? 90),
    work: text(2_000),
    confidentiality: text(2_000),
    remainderPartyId: uuid()
      .nullish()
      .transform((id) => id ?? null),
    parties,
    clauses: z.array(z.object({ heading: text(60), body: text(1_000) })).max(MOST_CLAUSES),
  })
  .refine(({ startsOn, endsOn }) => endsOn >= startsOn, {
    path: ['endsOn'],
    params: { rule: 'not-before-from' },
  })
  .refine(({ startsOn, endsOn }) => daysBetween(startsOn, endsOn) < LONGEST_TERM_DAYS, {
    path: ['endsOn'],
    params: { rule: 'period-too-long', max: LONGEST_TERM_DAYS },
  })
  .refine(({ monthlyDays, monthlyRule }) => (monthlyDays === null) === (monthlyRule === null), {
    path: ['monthlyRule'],
    params: { rule: 'with-monthly-days' },
  })
  .refine(
    ({ remainderPartyId, parties: all }) =>
      remainderPartyId === null || all.some(({ partyId }) => partyId === remainderPartyId),
    { path: ['remainderPartyId'], params: { rule: 'not-a-party' } },
  );

/** The words of an agreement, with whom and in which articles. */
export interface AgreementContent {
  readonly facts: AgreementFacts;
  readonly parties: readonly {
    readonly partyId: string;
    readonly part: AgreementPart;
    readonly signatoryTitle: string;
    readonly signatoryName: string;
  }[];
  readonly clauses: readonly { readonly heading: string; readonly body: string }[];
}

export function parseAgreement(input: unknown): AgreementContent {
  const { parties: all, clauses, work, agreementKind, ...facts } = parseInput(content, input);
  return {
    facts: { ...facts, kind: agreementKind, duties: work },
    parties: all.map(({ capacity, ...signer }) => ({ ...signer, part: capacity })),
    clauses,
  };
}

const REASON = text(1_000);

export const parseReason = (reason: string): string =>
  parseInput(z.object({ reason: REASON }), { reason }).reason;

const decision = z.object({ endsOn: localDate(), decidedOn: localDate(), reason: REASON });

/** A new last day, when it was agreed on, and why. */
export const parseDecision = (input: unknown) => parseInput(decision, input);

import { toHiragana } from '@banso/directory';
import { parseInput, text, WEEKLY_HALVES, type WeeklyHalf } from '@banso/kernel';
import { z } from 'zod';
import { type SpecialistFacts, VISIT_MODES, type VisitMode } from './specialist.entity.js';

export interface SpecialistInput {
  readonly name: string;
  /** The reading; katakana is taken as hiragana. */
  readonly kana: string;
  readonly nameEn: string;
  readonly profileId: string;
  readonly baseId: string;
  readonly employment: string;
  readonly employmentEn: string;
  readonly modes: readonly VisitMode[];
  readonly monthlyDays?: number | null;
  readonly nights?: number | null;
  readonly weekly: readonly WeeklyHalf[];
  readonly active?: boolean | null;
}

const READING = /^[ぁ-ゖー・\s]+$/u;

/** Each word once, in the order in which the words are defined. */
const inOrder = <Word extends string>(words: readonly Word[]) =>
  z
    .array(z.string())
    .min(1)
    .max(50)
    .refine((chosen) => chosen.every((word) => words.some((known) => known === word)), {
      params: { rule: 'unknown' },
    })
    .transform((chosen) => words.filter((word) => chosen.includes(word)));

const schema = z.object({
  name: text(60),
  kana: text(60)
    .transform(toHiragana)
    .refine((kana) => READING.test(kana), { params: { rule: 'kana' } }),
  nameEn: text(60),
  profileId: text(40),
  baseId: text(6),
  employment: text(200),
  employmentEn: text(200),
  modes: inOrder(VISIT_MODES),
  monthlyDays: z
    .number()
    .int()
    .min(1)
    .max(31)
    .nullish()
    .transform((days) => days ?? null),
  nights: z
    .number()
    .int()
    .min(0)
    .max(6)
    .nullish()
    .transform((nights) => nights ?? 0),
  weekly: inOrder(WEEKLY_HALVES),
  active: z
    .boolean()
    .nullish()
    .transform((active) => active ?? true),
});

/** What is written down about a specialist, by the names of its properties. */
export const FACTS = schema.keyof().options;

export const parseSpecialist = (input: SpecialistInput): SpecialistFacts => parseInput(schema, input);

import { isStorable } from '@banso/kernel';
import { z } from 'zod';

/** Rows of one notice: the visits of a publication. */
export const MAX_LINES = 60;
const MAX_WORDS = 200;

/** What a person typed is cut rather than refused: telling must never break what is told. */
const words = z
  .string()
  .transform((value) =>
    (isStorable(value) ? value : '')
      .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
      .trim()
      .slice(0, MAX_WORDS)
      .toWellFormed(),
  )
  .transform((value) => (value === '' ? null : value))
  .nullish();
const instant = z.iso.datetime({ offset: true }).nullish();
const day = z.iso.date().nullish();

const one = {
  /** The number under which both sides know it: `R8-0231`. */
  number: words,
  /** Where: the town, or the room. */
  place: words,
  startsAt: instant,
  endsAt: instant,
  /** The day alone, where there is no hour. */
  on: day,
  /** Who comes, or who asks. */
  person: words,
};

const line = z.object({
  ...one,
  /** What became of it. */
  change: z.enum(['NEW', 'MOVED', 'CANCELLED']).nullish(),
  wasAt: instant,
});

/**
 * What makes a mail complete in itself. Nothing of what a case is about: mail passes through other hands.
 * Instants as ISO text with their offset, days as `YYYY-MM-DD`.
 */
export const noticeFacts = z.object({
  ...one,
  /** By when something has to be done. */
  dueOn: day,
  /** Where it was before it was moved. */
  wasAt: instant,
  /** How many of what the notice is about. */
  count: z.int().min(0).max(1_000_000).nullish(),
  /** One more sentence, without a word about anybody. */
  note: words,
  lines: z.array(line).max(MAX_LINES).nullish(),
});

export type NoticeFacts = z.input<typeof noticeFacts>;
export type NoticeLine = z.input<typeof line>;

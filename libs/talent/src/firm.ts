import { text } from '@banso/kernel';
import { z } from 'zod';

/** A firm as people write it down. */
export interface Firm {
  readonly name: string;
  /** 法人番号, thirteen digits; null when nobody knows it. */
  readonly corporateNumber: string | null;
}

const LEGAL_FORMS =
  /株式会社|有限会社|合同会社|合資会社|合名会社|(一般|公益)(社団|財団)法人|\((株|有|同|資|名|一社|一財|公社|公財)\)|\b(co|inc|ltd|corp|llc|corporation|incorporated|limited|company)\b/g;
const NEITHER_LETTER_NOR_DIGIT = /[^\p{Letter}\p{Number}ー]/gu;

/** Two ways of writing one firm have one key: widths, case, spaces, punctuation and the legal form do not count. */
export function firmKey(name: string): string {
  const folded = name.normalize('NFKC').toLowerCase();
  const bare = folded.replace(LEGAL_FORMS, ' ').replace(NEITHER_LETTER_NOR_DIGIT, '');
  return bare || folded.replace(/\s+/g, '');
}

/** Thirteen digits of which the first is made from the others (法人番号). */
export function isCorporateNumber(value: string): boolean {
  if (!/^[1-9]\d{12}$/.test(value)) return false;
  const [check = 0, ...digits] = Array.from(value, Number);
  const sum = digits.reverse().reduce((total, digit, i) => total + digit * (i % 2 === 0 ? 1 : 2), 0);
  return check === 9 - (sum % 9);
}

/** Full-width digits and hyphens are taken as they are meant; an empty number is none. */
const corporateNumber = z
  .string()
  .nullish()
  .transform((value) => value?.normalize('NFKC').replace(/[\s-]/g, '') || null)
  .refine((value) => value === null || isCorporateNumber(value), { params: { rule: 'corporate-number' } });

export const firmFields = { name: text(120), corporateNumber };

import type { InputFault } from '@banso/kernel';
import { en } from './en/index.js';
import { ja } from './ja/index.js';
import type { Facts, Messages } from './messages.js';

export type Locale = 'ja' | 'en';

export type { Facts } from './messages.js';

const CATALOGUES: Readonly<Record<Locale, Messages>> = { ja, en };

/** Japanese unless the reader's first wish is English. */
export const localeOf = (acceptLanguage: string | undefined): Locale =>
  acceptLanguage?.trim().toLowerCase().startsWith('en') ? 'en' : 'ja';

function faultSentence({ path, rule, facts = {} }: InputFault, { faults, fields }: Messages): string {
  const parts = path.split('.');
  const name = [...parts].reverse().find((part) => fields[part]) ?? parts[0] ?? path;
  const say = faults[rule] ?? faults['invalid'];
  return say ? say(fields[name] ?? name, facts) : name;
}

/** The parts of an error's extensions that a sentence is made of. */
interface Refusal {
  readonly reason?: string;
  readonly facts?: Facts;
  readonly faults?: readonly InputFault[];
  readonly detail?: string;
}

/** The sentence of an error's extensions. */
export function sentenceOf(extensions: Facts, locale: Locale): string {
  const messages = CATALOGUES[locale];
  const { reason, facts, faults, detail }: Refusal = extensions;
  if (faults?.length) return messages.joinFaults(faults.map((fault) => faultSentence(fault, messages)));
  const say = messages.reasons[reason ?? 'internal'] ?? messages.reasons['internal'];
  return say ? say({ ...facts, detail }) : '';
}

/** The extensions with a sentence for each faulty field, so that a form can say it there. */
export function faultsInWords(extensions: Facts, locale: Locale): Facts {
  const { faults }: Refusal = extensions;
  if (!faults) return extensions;
  const inWords = faults.map((fault) => ({ ...fault, message: faultSentence(fault, CATALOGUES[locale]) }));
  return { ...extensions, faults: inWords };
}

/** What is said about a cell of a file, by the name of its column, or about a whole row. */
export function findingInWords(
  { rule, isReason, facts }: { readonly rule: string; readonly isReason: boolean; readonly facts: Facts },
  column: string,
  locale: Locale,
): string {
  const messages = CATALOGUES[locale];
  if (isReason) return sentenceOf({ reason: rule, facts }, locale);
  const say = messages.faults[rule] ?? messages.faults['invalid'];
  return say ? say(column, facts) : column;
}

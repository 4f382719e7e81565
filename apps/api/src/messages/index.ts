import type { InputFault } from '@banso/kernel';
import { en } from './en.js';
import { ja } from './ja.js';

export type Locale = 'ja' | 'en';

export type Facts = Readonly<Record<string, unknown>>;

/** The sentences of one language. */
export interface Messages {
  /** By reason: what is wrong, what was kept, what to do. */
  readonly reasons: Readonly<Record<string, (facts: Facts) => string>>;
  /** By rule: what is wrong with the named field. */
  readonly faults: Readonly<Record<string, (field: string, facts: Facts) => string>>;
  /** What the screens call an input field. */
  readonly fields: Readonly<Record<string, string>>;
  readonly joinFaults: (sentences: readonly string[]) => string;
}

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

/** The sentence of an error's extensions. */
export function sentenceOf(extensions: Facts, locale: Locale): string {
  const messages = CATALOGUES[locale];
  const { reason, facts, faults, detail } = extensions as {
    reason?: string;
    facts?: Facts;
    faults?: InputFault[];
    detail?: string;
  };
  if (faults?.length) return messages.joinFaults(faults.map((fault) => faultSentence(fault, messages)));
  const say = messages.reasons[reason ?? 'internal'] ?? messages.reasons['internal'];
  return say ? say({ ...facts, detail }) : '';
}

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

/** A moment as a clock in Japan shows it; empty when there is none. */
export function momentOf(facts: Facts, key: string, locale: 'ja-JP' | 'en-GB'): string {
  const value = facts[key];
  if (typeof value !== 'string') return '';
  return new Intl.DateTimeFormat(locale, {
    timeZone: 'Asia/Tokyo',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(value));
}

/** A fact as it stands in a sentence: lists joined, dates written as the language writes them. */
export function factOf(
  facts: Facts,
  key: string,
  dateOf: (year: number, month: number, day: number) => string,
): string {
  const value = facts[key];
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return '';
  const [, year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? []).map(Number);
  return year && month && day ? dateOf(year, month, day) : value;
}

/** The duties that a refusal names, in the words of one language. */
export function dutiesIn(facts: Facts, words: Readonly<Record<string, string>>, between: string): string {
  const duties: readonly unknown[] = Array.isArray(facts['duties']) ? facts['duties'] : [];
  return duties.map((duty) => words[String(duty)] ?? String(duty)).join(between);
}

/** Half-days of the week that a refusal names, in the words of one language. */
export function halvesIn(
  facts: Facts,
  words: {
    readonly days: Readonly<Record<string, string>>;
    readonly AM: string;
    readonly PM: string;
    readonly between: string;
  },
): string {
  const halves: readonly unknown[] = Array.isArray(facts['halves']) ? facts['halves'] : [];
  return halves
    .map((each) => {
      const [day = '', half] = String(each).split('_');
      return `${words.days[day] ?? day}${half === 'AM' ? words.AM : words.PM}`;
    })
    .join(words.between);
}

/** What still stands, with its number, in the words of one language. */
export function unsettledIn(facts: Facts, words: Readonly<Record<string, string>>, between: string): string {
  const all: readonly unknown[] = Array.isArray(facts['unsettled']) ? facts['unsettled'] : [];
  return all
    .map((one) => {
      const { kind, count }: { readonly kind?: string; readonly count?: number } = Object(one);
      return `${words[kind ?? ''] ?? kind} (${count})`;
    })
    .join(between);
}

/** What is told of a quota that stands in the way. */
interface QuotaFacts {
  readonly quota: string;
  readonly unit: string;
  readonly used: number;
  readonly limit: number;
  /** What it would come to; absent where nothing was tried. */
  readonly would?: number;
}

const isQuota = (value: unknown): value is QuotaFacts =>
  typeof value === 'object' && value !== null && 'quota' in value && 'limit' in value;

/** A sentence for each quota that a refusal names. */
export function quotasIn(facts: Facts, say: (quota: QuotaFacts) => string): string {
  const quotas: readonly unknown[] = Array.isArray(facts['quotas']) ? facts['quotas'] : [];
  return quotas.filter(isQuota).map(say).join('');
}

import type { Received } from './served.js';

/** Words of our own making, of Postgres, of TypeORM and of Node that nobody outside is to read. */
const INSIDES =
  /node_modules|\bat [\w.<>]+ \(|(\/|\\)(apps|libs|dist)(\/|\\)\w|\.(ts|js):\d+|QueryFailedError|driverError|\b(Type|Reference|Range)Error\b|Cannot read propert|violates .* constraint|duplicate key|relation "|column "|SQLSTATE|syntax error at or near|\bSELECT .+ FROM\b|\bINSERT INTO\b|password_hash|token_hash|guesser_digest|INTERNAL_SERVER_ERROR/;

/** What is wrong with an answer, whatever was asked; nothing for a good one. */
export function faultsOf({ status, text, headers, ms }: Received, { most = 21_000 } = {}): string[] {
  const faults: string[] = [];
  if (status === 0 || status >= 500) faults.push(`HTTP ${status}`);
  if (ms > most) faults.push(`took ${Math.round(ms)} ms`);
  const inside = INSIDES.exec(text)?.[0];
  if (inside) faults.push(`shows its insides: ${inside}`);
  if (/^\s*\{/.test(text) && /"errors"/.test(text)) {
    const { errors = [] } = JSON.parse(text);
    for (const { extensions } of errors)
      if (!extensions?.code || extensions.code === 'INTERNAL') faults.push(`is a bug: ${text.slice(0, 200)}`);
  }
  if ('x-powered-by' in headers) faults.push('says what it is made of');
  return faults;
}

/** The data of an answer; null when it is a refusal. */
export function dataOf({ text }: Received): Record<string, unknown> | null {
  try {
    return JSON.parse(text).data ?? null;
  } catch {
    return null;
  }
}

interface Row {
  attempts: number;
  answered: number;
  findings: number;
  readonly ms: number[];
}

/** The book of what was tried. */
export class Ledger {
  private readonly rows = new Map<string, Row>();
  readonly findings: string[] = [];

  /** `onFinding`: told at once what was found. */
  constructor(private readonly onFinding: (finding: string) => void = () => {}) {}

  /** Books one attempt; `faults` are what it has found. */
  note(group: string, what: string, ms: number, faults: readonly string[], answered = false): void {
    const row = this.rows.get(group) ?? { attempts: 0, answered: 0, findings: 0, ms: [] };
    this.rows.set(group, row);
    row.attempts++;
    if (answered) row.answered++;
    row.ms.push(ms);
    if (faults.length === 0) return;
    row.findings++;
    const finding = `${group}: ${what}: ${faults.join('; ')}`;
    this.findings.push(finding);
    this.onFinding(finding);
  }

  /** How many attempts of a group were answered with data: a wall that nothing passes proves nothing. */
  answered(group: string): number {
    return this.rows.get(group)?.answered ?? 0;
  }

  /** A table for people, in Markdown. */
  table(): string {
    const rows = [...this.rows].map(([group, { attempts, answered, findings, ms }]) => {
      const sorted = ms.toSorted((a, b) => a - b);
      const at = (share: number) => String(Math.round(sorted[Math.ceil(sorted.length * share) - 1] ?? 0));
      return [
        group,
        String(attempts),
        answered > 0 ? String(answered) : '',
        String(findings),
        at(0.5),
        at(0.99),
        at(1),
      ];
    });
    const total = ['total', this.sum('attempts'), '', this.sum('findings'), '', '', ''];
    const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
    return [
      line(['attack', 'attempts', 'answered with data', 'findings', 'median ms', '99 % ms', 'slowest ms']),
      line(['---', '---:', '---:', '---:', '---:', '---:', '---:']),
      ...[...rows, total].map(line),
    ].join('\n');
  }

  private sum(what: 'attempts' | 'findings'): string {
    return String([...this.rows.values()].reduce((sum, row) => sum + row[what], 0));
  }
}

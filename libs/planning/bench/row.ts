/** One instance as the bench measured it; an absent figure was not measured. */
export interface Row {
  readonly instance: string;
  readonly figures: Readonly<Record<string, number | string>>;
}

/** A run of the bench: what was measured, with what. */
export interface Report {
  readonly node: string;
  readonly rows: readonly Row[];
}

/** The rows side by side: one column for each instance, one line for each figure. */
export function tableOf(rows: readonly Row[]): readonly string[] {
  const names = [...new Set(rows.flatMap(({ figures }) => Object.keys(figures)))];
  const head = ['', ...rows.map(({ instance }) => instance)];
  return aligned([head, ...names.map((name) => [name, ...rows.map(({ figures }) => shown(figures[name]))])]);
}

/** Two reports figure by figure, for the instances both have; the last column is what changed. */
export function comparison(before: Report, after: Report): readonly string[] {
  const lines: string[][] = [];
  for (const { instance, figures } of after.rows) {
    const earlier = before.rows.find((row) => row.instance === instance);
    if (!earlier) continue;
    lines.push([instance, 'before', 'after', 'change']);
    for (const name of new Set([...Object.keys(earlier.figures), ...Object.keys(figures)])) {
      const [a, b] = [earlier.figures[name], figures[name]];
      lines.push([`  ${name}`, shown(a), shown(b), changeOf(a, b)]);
    }
  }
  return aligned(lines);
}

function changeOf(a: number | string | undefined, b: number | string | undefined): string {
  if (a === b) return '';
  if (typeof a !== 'number' || typeof b !== 'number') return 'differs';
  const sign = b > a ? '+' : '';
  const percent = a === 0 ? '' : ` (${sign}${((100 * (b - a)) / Math.abs(a)).toFixed(1)} %)`;
  return `${sign}${shown(b - a)}${percent}`;
}

function shown(value: number | string | undefined): string {
  if (value === undefined) return '–';
  if (typeof value === 'string' || Number.isInteger(value)) return String(value);
  return Math.abs(value) >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
}

function aligned(lines: readonly (readonly string[])[]): readonly string[] {
  const widths: number[] = [];
  for (const line of lines) line.forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, cell.length)));
  return lines.map((line) =>
    line
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart((widths[i] ?? 0) + 2)))
      .join(''),
  );
}

/**
 * How the seconds grow with the visits: the slope of the line through the logarithms. 1 = in proportion.
 * Undefined for fewer than two sizes.
 */
export function growthExponent(
  points: readonly { readonly visits: number; readonly seconds: number }[],
): number | undefined {
  const logs = points
    .filter(({ visits, seconds }) => visits > 0 && seconds > 0)
    .map(({ visits, seconds }) => ({ x: Math.log(visits), y: Math.log(seconds) }));
  const mean = (of: (log: { x: number; y: number }) => number): number =>
    logs.reduce((sum, log) => sum + of(log), 0) / logs.length;
  const [x0, y0] = [mean(({ x }) => x), mean(({ y }) => y)];
  const spread = mean(({ x }) => (x - x0) ** 2);
  return logs.length < 2 || spread === 0 ? undefined : mean(({ x, y }) => (x - x0) * (y - y0)) / spread;
}

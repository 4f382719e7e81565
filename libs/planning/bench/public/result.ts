/** What one run on one public instance gave. */
export interface PublicResult {
  readonly format: PublicFormat;
  readonly instance: string;
  /** Customers, patients or requests. */
  readonly size: number;
  readonly seed: number;
  /** Objective of the format, in the file's units, as the independent checker found it. */
  readonly value: number;
  /** Best known value in the same convention; null = unknown, and so is the gap. */
  readonly bestKnown: number | null;
  /** 100 × (value / bestKnown - 1). */
  readonly gapPercent: number | null;
  readonly routes: number;
  /** Customers that no route serves. */
  readonly leftOut: number;
  readonly iterations: number;
  readonly cpuSeconds: number;
  /** Most memory that the process has held so far, in MiB. */
  readonly megabytes: number;
  /** What the value means and what of the problem is modelled. */
  readonly convention: string;
}

export type PublicFormat = 'solomon' | 'homberger' | 'pvrp' | 'hhcrsp' | 'trsp';

/** Lines of a table with one row for each result, the mean gap and the conventions. */
export function publicTable(results: readonly PublicResult[]): readonly string[] {
  const rows = results.map((result) => [
    result.instance,
    String(result.size),
    String(result.seed),
    result.value.toFixed(1),
    result.bestKnown?.toFixed(1) ?? '–',
    result.gapPercent === null ? 'gap unknown' : `${result.gapPercent.toFixed(2)} %`,
    String(result.routes),
    String(result.leftOut),
    String(result.iterations),
    result.cpuSeconds.toFixed(1),
    String(result.megabytes),
  ]);
  const head = [
    'instance',
    'n',
    'seed',
    'value',
    'best known',
    'gap',
    'routes',
    'left out',
    'iterations',
    'CPU s',
    'MiB',
  ];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const lines = [head, ...rows].map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  );
  return [...lines, ...summaries(results)];
}

function summaries(results: readonly PublicResult[]): readonly string[] {
  const formats = [...new Set(results.map(({ format }) => format))];
  return formats.map((format) => {
    const own = results.filter((result) => result.format === format);
    const gaps = own.flatMap(({ gapPercent }) => gapPercent ?? []);
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
    const equal = gaps.filter((gap) => gap < 5e-5).length;
    const gapText =
      gaps.length === 0
        ? 'gap unknown'
        : `mean gap ${mean.toFixed(3)} %, worst ${Math.max(...gaps).toFixed(2)} %, best known reached ${equal} of ${gaps.length}`;
    return `${format}: ${gapText} (${own[0]?.convention ?? ''})`;
  });
}

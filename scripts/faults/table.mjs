/** What a run found, as a table that can stand in a document. */

/** @typedef {import('./run.mjs').Row} Row */

/** @type {[string, (row: Row) => string | number][]} */
const COLUMNS = [
  ['fault', ({ title }) => title],
  ['times', ({ times }) => times],
  ['acknowledged', ({ balance }) => balance.acknowledged],
  ['lost', ({ balance }) => balance.lost],
  ['doubled', ({ balance }) => balance.doubled],
  ['overlaps', ({ balance }) => balance.overlaps],
  ['effects twice', ({ balance }) => balance.twice],
  ['errors seen', ({ met, gaveUp }) => met.bugs.length + gaveUp],
  ['writes again (s)', ({ writesAgain }) => writesAgain.toFixed(1)],
  ['all done (s)', ({ allDone, within }) => `${allDone.toFixed(1)} of ${within}`],
  ['', ({ passed }) => (passed ? 'PASS' : 'MISS')],
];

/**
 * @param {readonly Row[]} rows
 * @returns {string[]}
 */
export function asTable(rows) {
  const lines = [COLUMNS.map(([head]) => head), ...rows.map((row) => COLUMNS.map(([, cell]) => String(cell(row))))];
  const widths = COLUMNS.map((_, i) => Math.max(3, ...lines.map((line) => line[i].length)));
  const drawn = lines.map((line) => `| ${line.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`);
  const rule = `| ${widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  const notes = rows.flatMap(({ name, notes: said }) => said.map((note) => `- ${name}: ${note}`));
  return [drawn[0], rule, ...drawn.slice(1), ...(notes.length > 0 ? ['', ...notes] : [])];
}

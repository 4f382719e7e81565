/** npm run bench -- size: every query of the web app on years of work of all prefectures. */
import {
  databaseOf,
  endServer,
  machine,
  startApi,
  startCountingPostgres,
  trustedDocuments,
} from '../bench-server.mjs';
import { sayPlain } from '../messages.mjs';
import { LEFT_OUT } from './questions.mjs';
import { measure, TIMES } from './measure.mjs';

/** Nobody is slowed down by what an account may ask in a minute. */
const WITHOUT_RATES = { BANSO_RATE_ACCOUNT: '100000000', BANSO_RATE_ADDRESS: '100000000' };
const SCALES = [0.01, 0.1, 1];
/** Below so many more pages a question grows with nothing. */
const FLAT = 0.15;

/** @param {string[]} args --scale=0.01|0.1|1 (all three, and how the cost grows, when left out), --times=12 for each question, --json, --keep: the databases stay */
export async function benchSize(args) {
  const option = (/** @type {string} */ name) =>
    args.find((one) => one.startsWith(`--${name}=`))?.split('=')[1];
  const scales = option('scale') ? [Number(option('scale'))] : SCALES;
  const times = Number(option('times') ?? TIMES);
  const json = args.includes('--json');
  const say = (/** @type {string} */ line) => json || sayPlain(line);
  const documents = trustedDocuments();
  const server = await startCountingPostgres();
  const results = [];
  try {
    for (const scale of scales) results.push(await at(server.url, scale, { documents, say, times }));
  } finally {
    await endServer(server, args.includes('--keep'));
  }
  const largest = results.at(-1);
  const figures = grown(results);
  const missed = figures.filter(({ p95, limit }) => p95 > limit);
  if (json)
    sayPlain(
      JSON.stringify(
        {
          machine: machine(),
          leftOut: LEFT_OUT,
          sizes: results.map(({ scale, rows, seconds }) => ({ scale, rows, seconds })),
          figures,
        },
        null,
        1,
      ),
    );
  else print(figures, missed, results);
  return missed.length === 0 && largest !== undefined ? 0 : 1;
}

/** @param {string} server @param {number} scale @param {{ documents: ReturnType<typeof trustedDocuments>, say: (line: string) => void, times: number }} means */
async function at(server, scale, { documents, say, times }) {
  const { url, loginUrl, rows, seconds } = await databaseOf(server, scale);
  say(
    `scale ${scale}, made in ${seconds} s: ${Object.entries(rows)
      .map(([table, count]) => `${table} ${count.toLocaleString('en')}`)
      .join(', ')}`,
  );
  const api = await startApi({ loginUrl, env: WITHOUT_RATES });
  try {
    const before = machine();
    const figures = await measure({ address: api.address, url, documents, times });
    say(
      `  ${figures.length} questions, load ${before.load[0]} → ${machine().load[0]} on ${before.processors} processors`,
    );
    return { scale, rows, seconds, figures };
  } finally {
    await api.stop();
  }
}

/** @typedef {import('./measure.mjs').Figure & { blocksAt: number[], exponent: number | null, answerExponent: number | null }} Grown */

/**
 * The figures of the largest size, with the exponent by which the pages that are looked at grow with the data from the
 * smallest to it: 0 = with nothing, 1 = in proportion.
 * @param {{ scale: number, figures: import('./measure.mjs').Figure[] }[]} results @returns {Grown[]}
 */
export function grown(results) {
  const first = results[0];
  const last = results.at(-1);
  if (!first || !last) return [];
  const found = (
    /** @type {import('./measure.mjs').Figure[]} */ figures,
    /** @type {import('./measure.mjs').Figure} */ { who, name, label },
  ) => figures.find((one) => one.who === who && one.name === name && one.label === label);
  return last.figures.map((figure) => {
    const before = found(first.figures, figure);
    const exponent = (/** @type {number} */ small, /** @type {number} */ large) =>
      results.length > 1 && small > 0 && large > 0
        ? Math.log(large / small) / Math.log(last.scale / first.scale)
        : null;
    return {
      ...figure,
      blocksAt: results.map(({ figures }) => found(figures, figure)?.blocks ?? 0),
      exponent: before ? exponent(before.blocks, figure.blocks) : null,
      answerExponent: before ? exponent(before.bytes, figure.bytes) : null,
    };
  });
}

/** @param {Grown[]} figures @param {Grown[]} missed @param {{ scale: number }[]} results */
function print(figures, missed, results) {
  const cells = (/** @type {(string | number)[]} */ [what, ...rest]) =>
    `${String(what).padEnd(56)}${rest.map((one) => String(one).padStart(12)).join('')}`;
  sayPlain(
    `\n${cells(['who, question', 'limit ms', 'fastest', 'p50', 'p95', 'SQL', 'in SQL', ...results.map(({ scale }) => `pages ×${scale}`), 'grows', 'kB'])}`,
  );
  for (const one of [...figures].sort((a, b) => b.p95 / b.limit - a.p95 / a.limit))
    sayPlain(
      cells([
        `${one.who}: ${one.name}${one.label && ` (${one.label})`}${one.error ? ` [${one.error}]` : ''}`,
        one.limit,
        one.fastest.toFixed(0),
        one.p50.toFixed(0),
        `${one.p95.toFixed(0)}${one.p95 > one.limit ? ' !' : ''}`,
        one.statements,
        one.sqlMs.toFixed(1),
        ...one.blocksAt,
        one.exponent === null ? '' : one.exponent < FLAT ? 'flat' : one.exponent.toFixed(2),
        (one.bytes / 1000).toFixed(0),
      ]),
    );
  // What the machine itself takes for an answer at that time: little is left of a limit when others use it.
  const floor = [...figures].sort((a, b) => a.p50 - b.p50)[Math.floor(figures.length / 20)];
  sayPlain(
    `one in twenty questions takes ${floor?.p50.toFixed(0)} ms (median) or less: no question can do better on this machine now`,
  );
  for (const [why, names] of Object.entries(LEFT_OUT)) sayPlain(`left out, ${why}: ${names.join(', ')}`);
  sayPlain(
    `\n${figures.length - missed.length} of ${figures.length} within their limits${missed.length > 0 ? `; over: ${missed.map(({ who, name, label }) => `${who} ${name} ${label}`.trim()).join(', ')}` : ''}`,
  );
}

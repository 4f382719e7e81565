/** What a person reads in the terminal: Japanese first, the same in English on the next line. */

/** A foreseeable trouble with a sentence for the person at the terminal instead of a stack trace. */
export class Problem extends Error {
  /**
   * @param {string} ja
   * @param {string} en
   * @param {{ details?: string[], code?: string, cause?: unknown }} [more] details: raw lines shown below the sentence
   */
  constructor(ja, en, more = {}) {
    super(en, more.cause === undefined ? undefined : { cause: more.cause });
    this.name = 'Problem';
    this.ja = ja;
    this.en = en;
    this.details = more.details ?? [];
    this.code = more.code;
  }
}

const write = (/** @type {string} */ text) => process.stdout.write(`${text}\n`);
const indent = (/** @type {string} */ text) => text.replaceAll('\n', '\n  ');

/**
 * @param {string} ja
 * @param {string} en
 */
export function say(ja, en) {
  write(`${indent(ja)}\n  ${indent(en)}`);
}

/** @param {string} text */
export function sayPlain(text) {
  write(text);
}

/**
 * Prints what went wrong. A stack trace only appears with BANSO_DEBUG=1.
 * @param {unknown} error
 */
export function explain(error) {
  if (error instanceof Problem) {
    say(`✗ ${error.ja}`, error.en);
    for (const line of error.details) write(`    | ${line}`);
  } else {
    const text = error instanceof Error ? error.message : String(error);
    say(`✗ 予期しない問題が起きました: ${text}`, `Something unexpected happened: ${text}`);
  }
  if (process.env.BANSO_DEBUG && error instanceof Error) write(error.stack ?? '');
}

/**
 * @param {number} ms milliseconds
 * @returns {string} for example "12.3 s"
 */
export function seconds(ms) {
  return `${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)} s`;
}

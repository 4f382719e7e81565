/** Somebody with a browser: sends each change under a key, and again until it is answered. */
import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

/** A person gives up in the end; the tests count it. */
const PATIENCE_MS = 150_000;
const ANSWER_MS = 25_000;

/** Refusals that pass by themselves: the client sends the same again. */
const PASSING = new Set(['service.busy', 'service.away', 'service.full', 'operation.too-long']);

/**
 * What all clients of a run met with.
 * @typedef {object} Met
 * @property {number} sent
 * @property {number} unanswered no answer at all: connection lost, or none in time
 * @property {number} away 5xx or words that it will pass
 * @property {string[]} bugs incidents: answers that nobody expected
 * @property {number} answered
 * @property {number[]} latencies of answers at the first attempt, in milliseconds
 */

/** @returns {Met} */
export const nothingMet = () => ({ sent: 0, unanswered: 0, away: 0, answered: 0, bugs: [], latencies: [] });

export class Refused extends Error {
  /** @param {{ message: string, extensions?: { code?: string, reason?: string } }} error */
  constructor({ message, extensions }) {
    super(`${extensions?.code} ${extensions?.reason}: ${message}`);
    this.code = extensions?.code;
    this.reason = extensions?.reason;
  }
}

export class GaveUp extends Error {}

export class Person {
  #cookie = '';

  /**
   * @param {string} url
   * @param {import('../lib/sign-ins.mjs').SignIn} signIn
   * @param {Met} met
   */
  constructor(url, signIn, met) {
    this.url = url;
    this.signIn = signIn;
    this.met = met;
  }

  /** What the database keeps of the session. */
  get tokenHash() {
    return createHash('sha256')
      .update(this.#cookie.split('=')[1] ?? '')
      .digest('hex');
  }

  async arrive() {
    const { loginId, password } = this.signIn;
    await this.say(
      'mutation($loginId: String!, $password: String!) { signIn(loginId: $loginId, password: $password) { name } }',
      { loginId, password },
      null,
    );
  }

  /**
   * @param {string} query
   * @param {Record<string, unknown>} [variables]
   * @param {string | null} [key] under which the change is done once
   * @returns {Promise<any>} the data; a refusal that stays is thrown
   */
  async say(query, variables = {}, key = randomUUID()) {
    const end = performance.now() + PATIENCE_MS;
    for (let attempt = 1; ; attempt += 1) {
      const answer = await this.#once(query, variables, key, attempt);
      if (answer) return answer;
      if (performance.now() > end) throw new GaveUp(query.slice(0, 80));
      await sleep(Math.min(2_000, 100 * attempt) * (0.5 + Math.random()));
    }
  }

  /**
   * @param {string} query
   * @param {Record<string, unknown>} variables
   * @param {string | null} key
   * @param {number} attempt
   * @returns {Promise<any>} undefined when it has to be sent again
   */
  async #once(query, variables, key, attempt) {
    this.met.sent += 1;
    const begun = performance.now();
    let response;
    let body;
    try {
      response = await fetch(`${this.url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          cookie: this.#cookie,
          ...(key && { 'idempotency-key': key }),
        },
        body: JSON.stringify({ query, variables }),
        signal: AbortSignal.timeout(ANSWER_MS),
      });
      body = await response.text();
    } catch {
      this.met.unanswered += 1;
      return undefined;
    }
    if (attempt === 1) this.met.latencies.push(performance.now() - begun);
    if (response.status === 502) {
      this.met.unanswered += 1;
      return undefined;
    }
    const { data, errors } = parsed(body);
    const [error] = errors ?? [];
    if (response.status === 503 || PASSING.has(error?.extensions?.reason)) {
      this.met.away += 1;
      return undefined;
    }
    if (response.status >= 500 || error?.extensions?.code === 'INTERNAL' || !(data || errors)) {
      this.met.bugs.push(`${response.status} ${body.slice(0, 300)}`);
      return undefined;
    }
    this.met.answered += 1;
    if (error) throw new Refused(error);
    const cookie = response.headers.get('set-cookie')?.split(';')[0];
    if (cookie) this.#cookie = cookie;
    return data;
  }
}

/** @param {string} body */
function parsed(body) {
  try {
    return JSON.parse(body);
  } catch {
    return {};
  }
}

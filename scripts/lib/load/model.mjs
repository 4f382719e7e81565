/**
 * Who asks what, and when: an open model. Arrivals are drawn beforehand from a seed and keep to their time whether or not
 * earlier ones have been answered, as people do who know nothing of each other. Within one person's visit each step
 * follows the answer before it.
 */

/** The morning of a whole country on one installation: 9:00 and the two minutes after it. */
export const MORNING = {
  seconds: 120,
  /** 270 clerks, 25 specialists and 5 of a hub, each with a password: sign-in, session, first screen, inbox. */
  signIns: 300,
  /** Each looks at the board, and again every ten seconds. */
  dispatchers: 5,
  boardEverySeconds: 10,
  /** Every town looks at its list once. */
  towns: 1_741,
  requestsPerMinute: 100,
  /** Every specialist's phone asks for its schedule every ten minutes: so many ask in two. */
  phones: 300,
};

/** @type {[What, number][]} what is asked at an even rate, by its share: reads and writes as 80 to 20 */
const MIX = [
  ['list', 0.4],
  ['home', 0.1],
  ['phone', 0.1],
  ['search', 0.1],
  ['visits', 0.1],
  ['file', 0.2],
];
/** R15. */
export const STEADY = { perSecond: 50, seconds: 180, mix: MIX };
/** R16: five times as much, and what comes after it. */
export const OVERLOAD = { times: 5, seconds: 30, afterSeconds: 45 };

/** @typedef {'signIn' | 'board' | 'list' | 'home' | 'phone' | 'search' | 'visits' | 'file'} What */
/** @typedef {{ at: number, what: What, n: number }} Arrival at: milliseconds from the start; n: which of them */

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). @param {number} seed */
export function drawn(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** @param {number} seed @param {number} share of everything, for a smaller machine @returns {Arrival[]} */
export function morning(seed, share = 1) {
  const chance = drawn(seed);
  const { seconds, signIns, dispatchers, boardEverySeconds, towns, requestsPerMinute, phones } = MORNING;
  const some = (/** @type {What} */ what, /** @type {number} */ count) =>
    Array.from({ length: Math.round(count * share) }, (_, n) => ({ at: chance() * seconds * 1000, what, n }));
  const boards = Array.from({ length: dispatchers }, (_one, n) => {
    const first = chance() * boardEverySeconds * 1000;
    return Array.from({ length: Math.floor(seconds / boardEverySeconds) }, (_, i) => ({
      at: first + i * boardEverySeconds * 1000,
      what: /** @type {What} */ ('board'),
      n,
    }));
  });
  return inTime([
    ...some('signIn', signIns),
    ...some('list', towns),
    ...some('file', (requestsPerMinute * seconds) / 60),
    ...some('phone', phones),
    ...boards.flat(),
  ]);
}

/** Poisson arrivals of the mix. @param {{ seed: number, perSecond: number, seconds: number, from?: number }} wish @returns {Arrival[]} */
export function steady({ seed, perSecond, seconds, from = 0 }) {
  const chance = drawn(seed);
  /** @type {Arrival[]} */
  const arrivals = [];
  for (let at = -Math.log(1 - chance()) / perSecond; at < seconds; at -= Math.log(1 - chance()) / perSecond) {
    let left = chance();
    const [what = 'list'] = MIX.find(([, share]) => (left -= share) < 0) ?? [];
    arrivals.push({ at: from + at * 1000, what, n: Math.floor(chance() * 1e6) });
  }
  return arrivals;
}

/** @param {Arrival[]} arrivals */
const inTime = (arrivals) => arrivals.sort((a, b) => a.at - b.at);

/** Seeded integers: the only source of chance in a run. */
export interface Random {
  /** Uniform integer in [0, n), for n up to 2^21. */
  below(n: number): number;
}

/** mulberry32: 32-bit state, integer operations only, the same on every engine. */
export function seededRandom(seed: number): Random {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
  // next() × n stays below 2^53, so the division is exact.
  return { below: (n) => Math.floor((next() * n) / 4294967296) };
}

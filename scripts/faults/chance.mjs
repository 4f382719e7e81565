/**
 * Numbers that look like chance and come again with the same seed (mulberry32).
 * @param {number} seed
 * @returns {() => number} from 0 up to 1
 */
export function chance(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * @template T
 * @param {readonly T[]} list
 * @param {number} number counted on from the beginning again where the list is shorter
 * @returns {T}
 */
export function nth(list, number) {
  const found = list[number % list.length];
  if (found === undefined) throw new Error('There is nothing to choose from');
  return found;
}

/**
 * @template T
 * @param {readonly T[]} list
 * @param {() => number} random
 */
export const oneOf = (list, random) => nth(list, Math.floor(random() * list.length));

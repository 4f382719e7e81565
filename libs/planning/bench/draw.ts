import type { Random } from '../src/random.js';

/** `count` things, made by number. */
export function times<T>(count: number, make: (i: number) => T): T[] {
  return Array.from({ length: count }, (_, i) => make(i));
}

/** One of the things, each as likely as any other. */
export function pick<T>(things: readonly T[], random: Random): T {
  const thing = things[random.below(things.length)];
  if (thing === undefined) throw new Error('nothing to pick from');
  return thing;
}

/** True once in `n` draws. */
export function onceIn(n: number, random: Random): boolean {
  return random.below(n) === 0;
}

/** One of the things, as likely as its weight; weights are integers of at least 0, not all of them 0. */
export function pickByWeight<T>(things: readonly T[], weightOf: (thing: T) => number, random: Random): T {
  const total = things.reduce((sum, thing) => sum + weightOf(thing), 0);
  let left = random.below(total);
  for (const thing of things) {
    left -= weightOf(thing);
    if (left < 0) return thing;
  }
  throw new Error('nothing to pick from');
}

/** The things in an order of chance. */
export function shuffled<T>(things: readonly T[], random: Random): T[] {
  const order = [...things];
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = random.below(i + 1);
    const [a, b] = [order[i], order[j]];
    if (a !== undefined && b !== undefined) [order[i], order[j]] = [b, a];
  }
  return order;
}

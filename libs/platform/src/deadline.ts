import { AsyncLocalStorage } from 'node:async_hooks';
import { DomainError } from '@banso/kernel';

/** When the work has to be over, on the clock that never jumps; and how long it was given. */
interface Deadline {
  readonly at: number;
  readonly seconds: number;
}

const current = new AsyncLocalStorage<Deadline>();

/** Gives work so many seconds: after them none of its transactions begins, and no statement of it runs on. */
export const withinDeadline = <T>(seconds: number, work: () => T): T =>
  current.run({ at: performance.now() + seconds * 1000, seconds }, work);

/**
 * Milliseconds that the work may still take, at most `most`.
 * @throws DomainError when its time is over
 */
export function timeLeft(most: number): number {
  const deadline = current.getStore();
  if (!deadline) return most;
  const left = Math.floor(deadline.at - performance.now());
  if (left <= 0) throw new DomainError('CONFLICT', 'operation.too-long', { seconds: deadline.seconds });
  return Math.min(most, left);
}

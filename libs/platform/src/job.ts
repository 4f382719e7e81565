import type { z } from 'zod';

/**
 * A kind of work to run after a commit. Declared beside the aggregate that asks for it.
 * A payload carries ids only: rows stay in Postgres, names never reach a queue.
 */
export interface Job<Payload extends object> {
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
}

export const defineJob = <Payload extends object>(
  name: string,
  payload: z.ZodType<Payload>,
): Job<Payload> => ({
  name,
  payload,
});

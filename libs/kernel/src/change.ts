import type { Actor } from './actor.js';

/** Who changes a state, when and why: kept with every change. */
export interface Change {
  readonly actor: Actor;
  readonly at: Date;
  readonly reason?: string | null;
}

import type { Bound } from '@banso/dispatch';
import type { Problem, Progress } from '@banso/planning';
import type { StartOrder, StartResult } from './search-start.js';

/** What a thread is given. `stop` is shared memory: 1 = come to an end with what there is. */
export type ThreadTask =
  | { readonly kind: 'SEARCH'; readonly order: StartOrder; readonly stop: Int32Array }
  | { readonly kind: 'BOUND'; readonly problem: Problem; readonly stop: Int32Array };

/** What a thread says. */
export type ThreadMessage =
  | { readonly progress: Progress }
  | { readonly bound: Bound }
  | { readonly found: StartResult }
  | { readonly proven: Bound | null };

import { useCallback, useRef, useState } from 'react';

/** Something that was done, the way back, and the words for it. */
export interface Step {
  readonly words: string;
  /** True when it was done; otherwise it stays where it is, and why was said. */
  readonly undo: () => Promise<boolean>;
  readonly redo: () => Promise<boolean>;
}

interface Stacks {
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
}

export interface History {
  readonly last: Step | null;
  readonly next: Step | null;
  readonly push: (step: Step) => void;
  readonly undo: () => Promise<Step | null>;
  readonly redo: () => Promise<Step | null>;
  /** What could not be taken back is let go. */
  readonly forget: () => void;
}

/** What was done on this screen, as far back as it was opened: each step can be taken back, the last one first. */
export function useHistory(): History {
  const [{ done, undone }, setStacks] = useState<Stacks>({ done: [], undone: [] });
  const stacks = useRef<Stacks>({ done: [], undone: [] });
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const set = useCallback((next: Stacks) => {
    stacks.current = next;
    setStacks(next);
  }, []);

  const go = useCallback(
    (way: 'undo' | 'redo'): Promise<Step | null> => {
      const work = async (): Promise<Step | null> => {
        const step = (way === 'undo' ? stacks.current.done : stacks.current.undone).at(-1);
        if (!step || !(await step[way]())) return null;
        const { done: before, undone: after } = stacks.current;
        set(
          way === 'undo'
            ? { done: before.slice(0, -1), undone: [...after, step] }
            : { done: [...before, step], undone: after.slice(0, -1) },
        );
        return step;
      };
      // A second press while the first is on its way takes back the step before it.
      const next = queue.current.then(work);
      queue.current = next.catch(() => null);
      return next;
    },
    [set],
  );
  return {
    last: done.at(-1) ?? null,
    next: undone.at(-1) ?? null,
    push: useCallback((step) => set({ done: [...stacks.current.done, step], undone: [] }), [set]),
    undo: useCallback(() => go('undo'), [go]),
    redo: useCallback(() => go('redo'), [go]),
    forget: useCallback(
      () => set({ done: stacks.current.done.slice(0, -1), undone: stacks.current.undone }),
      [set],
    ),
  };
}

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Newer, Refusal } from '../../gql/refusal';
import { useAction } from '../../gql/use-action';
import { tokyo } from '../../i18n/dates';
import { inputOf, type RequestDraft } from './request-draft';
import { ReviseDocument, type ThemeRow } from './request-form.documents';

/** Long enough that nobody who types is disturbed. */
const PAUSE_MS = 2_000;
/** Nobody answered: asked again by itself. */
const AGAIN_MS = 10_000;

/** A draft as the server has it. */
export interface Kept {
  readonly id: string;
  readonly version: string;
}

export type KeepingState = 'NEW' | 'UNSAVED' | 'SAVING' | 'SAVED' | 'AWAY' | 'REFUSED' | 'OVERTAKEN';

export interface DraftKeeping {
  readonly kept: Kept | null;
  readonly state: KeepingState;
  /** When it was last saved in this screen, `10:42`. */
  readonly savedAt: string | null;
  readonly refusal: Refusal | null;
  readonly newer: Newer | null;
  /** Saves what stands there now; `over`: knowing what somebody else has written. */
  readonly save: (over?: string) => Promise<Kept | null>;
  /** Takes what somebody else has made of it. */
  readonly take: (draft: RequestDraft, version: string) => void;
}

interface Wish {
  readonly draft: RequestDraft;
  readonly themes: readonly ThemeRow[];
  /** What the form began with; nothing is kept before it is changed. */
  readonly initial: RequestDraft;
  readonly first: Kept | null;
  /** Makes the draft on the server. */
  readonly create: (draft: RequestDraft) => Promise<Kept | null>;
  readonly createRefusal: Refusal | null;
  /** False where making it is a step that somebody takes on purpose. */
  readonly byItself: boolean;
}

/** Keeps a draft on the server while it is written: on no shared desk does a word stay behind. */
export function useDraft({
  draft,
  themes,
  initial,
  first,
  create,
  createRefusal,
  byItself,
}: Wish): DraftKeeping {
  const revise = useAction(ReviseDocument);
  const [kept, setKept] = useState(first);
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  /** The draft that the server has. */
  const [there, setThere] = useState(initial);
  const refusal = revise.refusal ?? createRefusal;
  const now = useRef({ draft, kept, there });
  useEffect(() => {
    now.current = { draft, kept, there };
  });
  const line = useRef<Promise<Kept | null>>(Promise.resolve(null));

  const write = useCallback(
    async (over?: string): Promise<Kept | null> => {
      const { draft: what, kept: before, there: same } = now.current;
      if (before && what === same && over === undefined) return before;
      setSaving(true);
      const theme = themes.find(({ id }) => id === what.theme) ?? null;
      const after = before
        ? ((
            await revise.run({
              id: before.id,
              input: inputOf(what, theme),
              seen: over ?? before.version,
            })
          )?.reviseSupportRequest ?? null)
        : await create(what);
      setSaving(false);
      if (!after) return null;
      const next = { id: after.id, version: after.version };
      now.current = { ...now.current, kept: next, there: what };
      setKept(next);
      setThere(what);
      setSavedAt(tokyo(new Date().toISOString()).time);
      return next;
    },
    [revise.run, create, themes],
  );
  /** One after the other: the second begins from the version that the first has made. */
  const save = useCallback(
    (over?: string) => {
      line.current = line.current.then(() => write(over));
      return line.current;
    },
    [write],
  );
  const take = useCallback(
    (fresh: RequestDraft, version: string) => {
      setThere(fresh);
      setKept((old) => old && { ...old, version });
      revise.clear();
    },
    [revise],
  );

  const changed = draft !== there;
  const newer = changed ? (refusal?.newer ?? null) : null;
  const state = stateOf({ changed, saving, kept: kept !== null, refusal, newer, savedAt });
  const isFaulty = state === 'REFUSED';
  const may = byItself || kept !== null;

  useEffect(() => {
    if (!changed || !may || saving || newer) return undefined;
    const pause = refusal?.code === 'UNREACHABLE' ? AGAIN_MS : PAUSE_MS;
    const timer = setTimeout(() => void save(), pause);
    return () => clearTimeout(timer);
  }, [draft, changed, may, saving, newer, refusal, save]);

  // Whoever goes to another page within these two seconds has not lost a word.
  const leaving = useRef(() => undefined as void);
  useEffect(() => {
    leaving.current = () => {
      if (changed && may && !newer && !isFaulty) void save();
    };
  });
  useEffect(() => {
    const hide = () => document.visibilityState === 'hidden' && leaving.current();
    const back = () => leaving.current();
    document.addEventListener('visibilitychange', hide);
    window.addEventListener('online', back);
    return () => {
      document.removeEventListener('visibilitychange', hide);
      window.removeEventListener('online', back);
      leaving.current();
    };
  }, []);

  return { kept, state, savedAt, refusal, newer, save, take };
}

interface Standing {
  readonly changed: boolean;
  readonly saving: boolean;
  readonly kept: boolean;
  readonly refusal: Refusal | null;
  readonly newer: Newer | null;
  readonly savedAt: string | null;
}

function stateOf({ changed, saving, kept, refusal, newer, savedAt }: Standing): KeepingState {
  if (newer) return 'OVERTAKEN';
  if (saving) return 'SAVING';
  if (!changed) return savedAt !== null || kept ? 'SAVED' : 'NEW';
  if (refusal?.code === 'UNREACHABLE') return 'AWAY';
  return refusal ? 'REFUSED' : 'UNSAVED';
}

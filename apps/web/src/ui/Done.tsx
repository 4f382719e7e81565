import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useLocation, useNavigate } from 'react-router';
import { Notice } from './Notice';

interface Message {
  readonly text: string;
  readonly path: string;
}

interface DoneWords {
  readonly message: Message | null;
  readonly say: (text: string, goTo?: string) => void;
}

const Said = createContext<DoneWords>({ message: null, say: () => undefined });

/** Holds the one sentence that says what was just done. */
export function DoneProvider({ children }: { readonly children: ReactNode }) {
  const [message, setMessage] = useState<Message | null>(null);
  const { pathname } = useLocation();
  const navigate = useNavigate();

  const say = useCallback(
    (text: string, goTo?: string) => {
      setMessage({ text, path: goTo ?? pathname });
      if (goTo !== undefined && goTo !== pathname) void navigate(goTo);
    },
    [navigate, pathname],
  );

  // Once the reader has moved on, it does not come back.
  const left = useRef(pathname);
  useEffect(() => {
    if (left.current !== pathname) setMessage((old) => (old?.path === pathname ? old : null));
    left.current = pathname;
  }, [pathname]);

  return <Said value={useMemo(() => ({ message, say }), [message, say])}>{children}</Said>;
}

/** `done('送りました')` says it here; `done('送りました', '/requests')` says it there. */
export const useDone = (): DoneWords['say'] => useContext(Said).say;

/** Where it is said: focus comes here, because the button that was pressed may be gone. */
export function DoneNotice() {
  const { message } = useContext(Said);
  const { pathname } = useLocation();
  const box = useRef<HTMLDivElement>(null);
  const shown = message?.path === pathname ? message : null;

  useEffect(() => {
    if (shown) box.current?.focus();
  }, [shown]);

  return (
    <div role="status" ref={box} tabIndex={-1} className="scroll-mt-4">
      {shown && (
        <div className="mb-6">
          <Notice tone="done" title={shown.text} />
        </div>
      )}
    </div>
  );
}

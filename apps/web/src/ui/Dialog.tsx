import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** A person has to do it before anything else: Escape does not close it. */
  readonly unavoidable?: boolean;
}

/** A native modal dialog: the browser keeps focus inside and gives it back. */
export function Dialog({ open, ...rest }: Props) {
  return open ? <OpenDialog {...rest} /> : null;
}

function OpenDialog({ title, onClose, children, unavoidable = false }: Omit<Props, 'open'>) {
  const { t } = useTranslation();
  const box = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  // Before the element leaves the page, so that the browser can give focus back.
  useLayoutEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);

  return (
    <dialog
      ref={box}
      aria-labelledby={titleId}
      // Browsers let a second Escape through whatever is asked of them; these two hold it.
      onKeyDown={(event) => {
        if (unavoidable && event.key === 'Escape') event.preventDefault();
      }}
      onClose={() => {
        if (box.current?.open !== false) return;
        if (unavoidable) box.current.showModal();
        else onClose();
      }}
      onCancel={(event) => {
        if (event.target !== box.current) return;
        event.preventDefault();
        if (!unavoidable) onClose();
      }}
      // The box inside scrolls: what opens in a dialog may stand out over its edge.
      className="m-auto w-full max-w-2xl overflow-visible rounded-12 border border-solid-gray-420 bg-white p-0 shadow-2 backdrop:bg-black/50 data-opaque:backdrop:bg-white"
      data-opaque={unavoidable || undefined}
    >
      <div className="flex max-h-[85dvh] flex-col gap-4 overflow-y-auto p-5 sm:p-8">
        <div className="flex items-start justify-between gap-4">
          <h2 id={titleId} className="text-std-20B-150">
            {title}
          </h2>
          {!unavoidable && (
            <button
              type="button"
              onClick={onClose}
              className="no-print -mt-1 inline-flex min-h-11 shrink-0 items-center gap-1 px-2 text-oln-16N-100 underline underline-offset-4"
            >
              {t('ui.close')}
            </button>
          )}
        </div>
        {children}
      </div>
    </dialog>
  );
}

/** What can be done, always in sight below what is scrolled. */
export function DialogFoot({ children }: { readonly children: ReactNode }) {
  return (
    <div className="sticky -bottom-5 border-t border-solid-gray-300 bg-white py-3 sm:-bottom-8">
      {children}
    </div>
  );
}

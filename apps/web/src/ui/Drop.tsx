import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { classes } from './classes';

interface Props {
  /** What stands on the button. */
  readonly label: ReactNode;
  /** Its name where the label is a picture. */
  readonly name?: string;
  readonly look: string;
  readonly children: (close: () => void) => ReactNode;
  /** As wide as a sentence; a narrow one holds a few links. */
  readonly wide?: boolean;
}

/**
 * A button that opens something small below itself. Escape, a press elsewhere and leaving it by Tab close it. On a
 * phone it takes the width of the row that the button stands in: that row has to be `relative`.
 */
export function Drop({ label, name, look, children, wide = false }: Props) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();

  useEffect(() => {
    if (!open) return;
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open]);

  const close = () => {
    // What had the focus is about to go.
    if (box.current?.contains(document.activeElement)) button.current?.focus();
    setOpen(false);
  };

  return (
    <div
      ref={box}
      className="no-print sm:relative"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open || event.nativeEvent.isComposing) return;
        event.stopPropagation();
        close();
      }}
      onBlur={(event) => {
        if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <button
        ref={button}
        type="button"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={name}
        title={name}
        onClick={() => setOpen(!open)}
        className={look}
      >
        {label}
      </button>
      {open && (
        <div
          id={id}
          className={classes(
            'absolute inset-x-0 top-full z-30 mt-2 rounded-12 border border-solid-gray-420 bg-white p-4 text-left shadow-2 max-sm:mx-2 sm:left-auto sm:p-5',
            wide ? 'sm:w-104' : 'sm:w-80',
          )}
        >
          {children(close)}
        </div>
      )}
    </div>
  );
}

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/Button';

interface Props {
  /** What the button says that opens it. */
  readonly label: string;
  /** Open from the start, where something has to be entered. */
  readonly open?: boolean;
  readonly onOpen?: () => void;
  readonly children: (close: () => void) => ReactNode;
}

/** A form that is seldom needed: it comes with a press of its button, which the first field takes over from. */
export function OnWish({ label, open = false, onOpen, children }: Props) {
  const [isOpen, setIsOpen] = useState(open);
  const [isPressed, setIsPressed] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isPressed) form.current?.querySelector<HTMLElement>('select, input, textarea')?.focus();
  }, [isPressed]);
  if (isOpen)
    return (
      <div ref={form} className="contents">
        {children(() => {
          setIsOpen(false);
          setIsPressed(false);
        })}
      </div>
    );
  const press = () => {
    setIsOpen(true);
    setIsPressed(true);
    onOpen?.();
  };
  return (
    <div className="no-print">
      <Button onClick={press}>{label}</Button>
    </div>
  );
}

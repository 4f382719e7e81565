import { type ReactNode, useState } from 'react';
import { Button } from '../../ui/Button';

interface Props {
  /** What the button says that opens it. */
  readonly label: string;
  /** Open from the start, where something has to be entered. */
  readonly open?: boolean;
  readonly onOpen?: () => void;
  readonly children: (close: () => void) => ReactNode;
}

/** A form that is seldom needed: it comes with a press of its button. */
export function OnWish({ label, open = false, onOpen, children }: Props) {
  const [isOpen, setIsOpen] = useState(open);
  if (isOpen) return children(() => setIsOpen(false));
  return (
    <div className="no-print">
      <Button
        onClick={() => {
          setIsOpen(true);
          onOpen?.();
        }}
      >
        {label}
      </Button>
    </div>
  );
}

import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { MenuPanelProps } from './aria/MenuPanel';
import { Button } from './Button';
import { Chevron } from './Chevron';
import type { MenuItem } from './menu-item';
import { onceLoaded } from './once-loaded';

const panel = onceLoaded<MenuPanelProps>(async () => (await import('./aria/MenuPanel')).MenuPanel);

const OPENING: readonly string[] = ['Enter', ' ', 'ArrowDown'];

interface Props {
  /** What the button is called, and what it shows unless `trigger` says otherwise. */
  readonly label: string;
  readonly items: readonly MenuItem[];
  /** What the button shows, such as a mark, where the label stands in the name alone. */
  readonly trigger?: ReactNode;
  readonly look?: 'primary' | 'secondary' | 'quiet';
  readonly size?: 'medium' | 'small';
  readonly className?: string;
}

/**
 * A button with several things to do behind it. What is chosen is done after focus is back on the button, so that a
 * dialog it opens gives focus back to something that is still there.
 */
export function Menu({ label, items, trigger, look = 'secondary', size = 'small', className }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const chosen = useRef<MenuItem | null>(null);
  const [open, setOpen] = useState(false);
  const Panel = panel.usePart(open);

  useEffect(() => {
    const item = chosen.current;
    if (open || !item) return;
    chosen.current = null;
    button.current?.focus();
    item.onAction();
  }, [open]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!OPENING.includes(event.key)) return;
    // Not left to the click that follows: React Aria takes a click without a pointer for one of a screen reader's, and
    // would put focus on the list and not on its first item.
    event.preventDefault();
    setOpen(true);
  };
  return (
    <>
      <Button
        ref={button}
        look={look}
        size={size}
        className={className}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={trigger === undefined ? undefined : label}
        onClick={() => setOpen(!open)}
        onKeyDown={onKeyDown}
        onPointerEnter={panel.reach}
        onFocus={panel.reach}
      >
        {trigger ?? label}
        {trigger === undefined && <Chevron />}
      </Button>
      {open && Panel && (
        <Panel
          label={label}
          items={items}
          trigger={button}
          onClose={() => setOpen(false)}
          onChoose={(item) => {
            chosen.current = item;
            setOpen(false);
          }}
        />
      )}
    </>
  );
}

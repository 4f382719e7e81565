import type { RefObject } from 'react';
import { Menu, MenuItem } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { classes } from '../classes';
import type { MenuItem as Item } from '../menu-item';
import { Frame, PANEL_LOOK, placeFor } from './Frame';

export interface MenuPanelProps {
  readonly label: string;
  readonly items: readonly Item[];
  readonly trigger: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
  readonly onChoose: (item: Item) => void;
}

/** The list that opens at a menu's button: arrows, Home, End and first letters move in it. */
export function MenuPanel({ label, items, trigger, onClose, onChoose }: MenuPanelProps) {
  return (
    <Frame>
      <Popover
        isOpen
        onOpenChange={(open) => !open && onClose()}
        triggerRef={trigger}
        placement="bottom start"
        offset={4}
        aria-label={label}
        className={classes(PANEL_LOOK, 'max-w-xs min-w-44 overflow-auto')}
        {...placeFor(trigger.current)}
      >
        <Menu aria-label={label} autoFocus="first" onClose={onClose} className="py-2 outline-none">
          {items.map((item) => (
            <MenuItem
              key={item.id}
              id={item.id}
              textValue={item.label}
              isDisabled={item.disabled ?? false}
              onAction={() => onChoose(item)}
              className={classes(
                'flex min-h-11 cursor-pointer flex-col justify-center px-4 py-2 text-oln-16N-100 leading-140 -outline-offset-4',
                'data-focused:bg-key-50 data-disabled:cursor-default data-disabled:text-solid-gray-600 data-disabled:forced-colors:text-[GrayText]',
                item.danger && 'text-error-2',
              )}
            >
              <span>{item.label}</span>
              {item.hint && <span className="text-dns-14N-130 text-solid-gray-700">{item.hint}</span>}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </Frame>
  );
}

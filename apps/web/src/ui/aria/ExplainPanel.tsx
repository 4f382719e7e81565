import type { ReactNode, RefObject } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { useTranslation } from 'react-i18next';
import { classes } from '../classes';
import { Frame, PANEL_LOOK, placeFor } from './Frame';

export interface ExplainPanelProps {
  readonly title: string;
  readonly trigger: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A few lines beside the word that they explain; Escape or a press elsewhere closes them. */
export function ExplainPanel({ title, trigger, onClose, children }: ExplainPanelProps) {
  const { t } = useTranslation();
  return (
    <Frame>
      <Popover
        isOpen
        onOpenChange={(open) => !open && onClose()}
        triggerRef={trigger}
        placement="bottom start"
        offset={6}
        className={classes(PANEL_LOOK, 'max-w-sm overflow-auto')}
        {...placeFor(trigger.current)}
      >
        <Dialog aria-label={title} className="flex flex-col gap-2 p-4 outline-none">
          <p className="text-std-16B-170">{title}</p>
          <div className="text-std-16N-170">{children}</div>
          <Button
            onPress={onClose}
            className="-mx-2 -mb-2 min-h-11 self-end px-2 text-oln-16N-100 underline underline-offset-4"
          >
            {t('ui.close')}
          </Button>
        </Dialog>
      </Popover>
    </Frame>
  );
}

import { useContext, useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { ComboBox, ComboBoxStateContext } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { useTranslation } from 'react-i18next';
import { foldForSearch } from '../../i18n/fold-for-search';
import type { ComboBoxProps, ComboOption } from '../combo-option';
import { Chevron } from '../Chevron';
import { classes } from '../classes';
import { FieldFrame, inputLook } from '../Field';

import { Frame, PANEL_LOOK, placeFor } from './Frame';

/** A field that narrows a list while somebody types; Enter that confirms kana chooses nothing. */
export function ComboBoxField({
  label,
  name,
  hint,
  required = false,
  needless = true,
  options,
  value,
  onChange,
}: ComboBoxProps) {
  const { t } = useTranslation();
  const [box, setBox] = useState<HTMLDivElement | null>(null);
  const setOpen = useUnhidden();
  const folded = new Map<string, string>();
  for (const { label: words, reading = '' } of options)
    folded.set(words, `${folded.get(words) ?? ''}\n${foldForSearch(words)}\n${foldForSearch(reading)}`);
  return (
    <Frame>
      <FieldFrame name={name ?? label} label={label} hint={hint} required={required} needless={needless}>
        {({ id, faulty, 'aria-describedby': describedBy }) => (
          <div
            ref={setBox}
            // Escape closes the list, and not the dialog around it as well.
            onKeyDownCapture={(event) => {
              const isOpen = box?.querySelector('[role=combobox]')?.ariaExpanded === 'true';
              if (event.key === 'Escape' && isOpen) event.preventDefault();
            }}
          >
            <ComboBox
              id={id}
              aria-labelledby={`${id}-label`}
              {...(describedBy && { 'aria-describedby': describedBy })}
              isInvalid={faulty}
              isRequired={required}
              validationBehavior="aria"
              // Not on focus: who only tabs by would open it, and the scrolling that brings it into view would close it.
              menuTrigger="input"
              defaultItems={options}
              defaultFilter={(words, typed) => (folded.get(words) ?? '').includes(foldForSearch(typed))}
              allowsEmptyCollection
              onOpenChange={setOpen}
              value={value}
              onChange={(key) => onChange(key === null ? null : String(key))}
              className="relative w-full max-w-md"
            >
              <PressedInput className={inputLook(faulty, 'w-full pr-12')} />
              <Button className="absolute inset-y-0 right-0 inline-flex w-12 items-center justify-center rounded-8">
                <Chevron />
              </Button>
              <Popover
                offset={4}
                className={classes(PANEL_LOOK, 'w-(--trigger-width) overflow-auto')}
                {...placeFor(box)}
              >
                <ListBox<ComboOption>
                  className="py-2 outline-none"
                  renderEmptyState={() => <p className="px-4 py-2">{t('ui.noChoice')}</p>}
                >
                  {(option) => (
                    <ListBoxItem
                      id={option.id}
                      textValue={option.label}
                      className="flex min-h-11 cursor-pointer items-center gap-3 px-4 py-2 text-std-16N-170 data-focused:bg-key-50 data-focused:outline-2 data-focused:-outline-offset-2 data-focused:outline-key-900 data-selected:font-700"
                    >
                      {option.label}
                    </ListBoxItem>
                  )}
                </ListBox>
              </Popover>
            </ComboBox>
          </div>
        )}
      </FieldFrame>
    </Frame>
  );
}

/** A press on the field shows all there is, as its button does. */
function PressedInput({ className }: { readonly className: string }) {
  const state = useContext(ComboBoxStateContext);
  return (
    <Input className={className} onClick={() => state?.isOpen === false && state.open(null, 'manual')} />
  );
}

const hiddenNow = (): Element[] => Array.from(document.querySelectorAll('[aria-hidden="true"]'));

/**
 * While a list is open React Aria hides the rest of the page from readers of the screen, but leaves it to the Tab key:
 * who tabs on would stand on something that is not there. The list is no dialog, so the page stays.
 */
function useUnhidden(): (isOpen: boolean) => void {
  const before = useRef<ReadonlySet<Element>>(new Set());
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (!open) return;
    for (const element of hiddenNow())
      if (!before.current.has(element)) element.removeAttribute('aria-hidden');
  }, [open]);
  return (isOpen) => {
    if (isOpen) before.current = new Set(hiddenNow());
    setOpen(isOpen);
  };
}

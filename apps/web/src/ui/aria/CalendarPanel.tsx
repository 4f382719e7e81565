import { parseDate } from '@internationalized/date';
import type { RefObject } from 'react';
import { Button } from 'react-aria-components/Button';
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
} from 'react-aria-components/Calendar';
import { Dialog } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { useTranslation } from 'react-i18next';
import { monthName } from '../../i18n/dates';
import { classes } from '../classes';
import { Frame, PANEL_LOOK, placeFor } from './Frame';

export interface CalendarPanelProps {
  /** `YYYY-MM-DD`, or empty. */
  readonly value: string;
  readonly min: string | undefined;
  readonly max: string | undefined;
  readonly today: string;
  readonly trigger: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
  readonly onChoose: (date: string) => void;
}

const STEP_LOOK =
  'inline-flex size-11 items-center justify-center rounded-8 text-key-900 hover:bg-key-50 data-disabled:text-solid-gray-420 data-disabled:forced-colors:text-[GrayText]';

/** A month to choose a day from: arrows move by day and week, Page Up and Page Down by month. */
export function CalendarPanel({ value, min, max, today, trigger, onClose, onChoose }: CalendarPanelProps) {
  const { t } = useTranslation();
  const limits = { ...(min && { minValue: parseDate(min) }), ...(max && { maxValue: parseDate(max) }) };
  const nearest = min && min > today ? min : max && max < today ? max : today;
  return (
    <Frame>
      <Popover
        isOpen
        onOpenChange={(open) => !open && onClose()}
        triggerRef={trigger}
        placement="bottom end"
        offset={4}
        className={classes(PANEL_LOOK, 'overflow-auto')}
        {...placeFor(trigger.current)}
      >
        <Dialog aria-label={t('ui.date.calendar')} className="p-3 outline-none">
          <Calendar
            {...limits}
            aria-label={t('ui.date.calendar')}
            autoFocus
            firstDayOfWeek="sun"
            value={value ? parseDate(value) : null}
            defaultFocusedValue={parseDate(value || nearest)}
            onChange={(date) => onChoose(date.toString())}
          >
            {({ state }) => (
              <>
                <div className="mb-2 flex items-center justify-between">
                  <Button slot="previous" className={STEP_LOOK}>
                    <Arrow path="m15 5-7 7 7 7" />
                  </Button>
                  <p aria-hidden="true" className="text-std-16B-170">
                    {monthName(state.visibleRange.start.toString())}
                  </p>
                  <Button slot="next" className={STEP_LOOK}>
                    <Arrow path="m9 5 7 7-7 7" />
                  </Button>
                </div>
                <CalendarGrid weekdayStyle="short" className="border-separate border-spacing-0">
                  <CalendarGridHeader>
                    {(day) => (
                      <CalendarHeaderCell className="size-10 text-dns-14N-130 text-solid-gray-700">
                        {day}
                      </CalendarHeaderCell>
                    )}
                  </CalendarGridHeader>
                  <CalendarGridBody>
                    {(date) => (
                      <CalendarCell
                        date={date}
                        className={classes(
                          'flex size-10 cursor-pointer items-center justify-center rounded-8 text-oln-16N-100 hover:bg-key-50 data-outside-month:hidden',
                          'data-disabled:cursor-default data-disabled:text-solid-gray-420 data-disabled:line-through data-disabled:forced-colors:text-[GrayText]',
                          'data-selected:bg-key-900 data-selected:font-700 data-selected:text-white data-selected:forced-colors:bg-[Highlight] data-selected:forced-colors:text-[HighlightText]',
                          date.toString() === today && 'underline underline-offset-4',
                        )}
                      />
                    )}
                  </CalendarGridBody>
                </CalendarGrid>
              </>
            )}
          </Calendar>
        </Dialog>
      </Popover>
    </Frame>
  );
}

function Arrow({ path }: { readonly path: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      className="size-6"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
    >
      <path d={path} />
    </svg>
  );
}

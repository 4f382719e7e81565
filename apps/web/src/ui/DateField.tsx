import { useContext, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { calendarDate, longDate, tokyo } from '../i18n/dates';
import type { CalendarPanelProps } from './aria/CalendarPanel';
import { DayNote } from './day-note';
import { useFieldId } from './field-fault';
import { FieldFrame, type FieldProps, inputLook } from './Field';
import { onceLoaded } from './once-loaded';
import { type Nearby, readDate } from './read-date';

const calendar = onceLoaded<CalendarPanelProps>(
  async () => (await import('./aria/CalendarPanel')).CalendarPanel,
);

interface Props extends FieldProps {
  /** `YYYY-MM-DD`, or empty. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly min?: string;
  readonly max?: string;
  /** Where the form has many of its kind. */
  readonly label?: string;
}

const today = (): string => tokyo(new Date().toISOString()).date;

/**
 * A day, typed as one writes it or chosen in a calendar. The weekday and the name of a holiday are said once it is
 * read; what cannot be read stays as it was typed, and the form is not sent with it.
 */
export function DateField({
  name,
  hint,
  required,
  needless,
  bare = false,
  label,
  value,
  onChange,
  min,
  max,
}: Props) {
  const { t } = useTranslation();
  const id = useFieldId()(name);
  const Note = useContext(DayNote);
  const nearby: Nearby = { today: today(), min, max };
  const [text, setText] = useState(() => value && calendarDate(value));
  const [known, setKnown] = useState(value);
  const [left, setLeft] = useState(false);

  // Somebody else has put another day there.
  if (value !== known) {
    setKnown(value);
    if ((readDate(text, nearby) ?? '') !== value) setText(value && calendarDate(value));
  }

  const isUnread = text.trim() !== '' && readDate(text, nearby) === null;
  const type = (typed: string) => {
    const date = readDate(typed, nearby) ?? '';
    setText(typed);
    setLeft(false);
    if (date === value) return;
    setKnown(date);
    onChange(date);
  };
  const choose = (date: string) => {
    setText(calendarDate(date));
    setKnown(date);
    onChange(date);
  };
  return (
    <FieldFrame
      name={name}
      hint={hint}
      required={required ?? false}
      needless={needless ?? false}
      bare={bare}
      {...(label && { label })}
      fault={isUnread && left ? t('ui.date.unread', { typed: text.trim() }) : undefined}
      after={
        <output htmlFor={id}>
          {value && (
            <>
              {longDate(value)} {Note && <Note date={value} />}
            </>
          )}
        </output>
      }
    >
      {({ faulty, ...bound }) => (
        <span className="flex max-w-72 gap-2">
          <input
            {...bound}
            name={name}
            type="text"
            autoComplete="off"
            spellCheck={false}
            data-unread={isUnread || undefined}
            value={text}
            onChange={(event) => type(event.target.value)}
            onBlur={() => setLeft(true)}
            onKeyDown={(event) => {
              // Enter that confirms kana is not yet the end.
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) setLeft(true);
            }}
            className={inputLook(faulty, 'w-full min-w-0')}
          />
          <CalendarButton value={value} min={min} max={max} today={nearby.today} onChoose={choose} />
        </span>
      )}
    </FieldFrame>
  );
}

type ButtonProps = Pick<CalendarPanelProps, 'value' | 'min' | 'max' | 'today' | 'onChoose'>;

function CalendarButton({ onChoose, ...days }: ButtonProps) {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const Panel = calendar.usePart(open);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-label={t('ui.date.calendar')}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        onPointerEnter={calendar.reach}
        onFocus={calendar.reach}
        className="no-print inline-flex w-12 shrink-0 items-center justify-center rounded-8 border border-key-900 bg-white text-key-900 hover:bg-key-50"
      >
        <svg
          viewBox="0 0 24 24"
          aria-hidden="true"
          className="size-6"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.8"
        >
          <path d="M4 6h16v14H4zM4 10h16M8 3v4M16 3v4" />
        </svg>
      </button>
      {open && Panel && (
        <Panel
          {...days}
          trigger={button}
          onClose={close}
          onChoose={(date) => {
            onChoose(date);
            close();
          }}
        />
      )}
    </>
  );
}

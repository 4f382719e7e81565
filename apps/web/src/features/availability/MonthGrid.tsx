import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, longDate, weekdayName } from '../../i18n/dates';
import { classes } from '../../ui/classes';
import type { DayRow } from './availability.documents';
import { type DayLook, isRepeated, lookOf, useDaySentence } from './day-words';
import { type Month, weeksOf } from './month';

interface Props {
  readonly month: Month;
  readonly days: readonly DayRow[];
  /** Before it nothing can be changed. */
  readonly today: string;
  readonly labelledBy: string;
  /** A tap; not given where the days are only read. */
  readonly onTap?: ((day: DayRow) => void) | undefined;
  readonly busy?: boolean;
}

const LOOKS: Readonly<Record<DayLook, string>> = {
  possible: 'bg-white',
  away: 'bg-solid-gray-200 font-700',
  amAway: 'bg-solid-gray-50 font-700',
  pmAway: 'bg-solid-gray-50 font-700',
  closed: 'bg-white text-solid-gray-600',
  outside: 'bg-white text-solid-gray-600',
};

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** A month on a phone: a tap changes a day, arrows go from day to day. */
export function MonthGrid({ month, days, today, labelledBy, onTap, busy = false }: Props) {
  const cells = useRef(new Map<string, HTMLButtonElement>());
  const byDate = new Map(days.map((day) => [day.date, day]));
  const isOpen = (date: string): boolean => {
    const day = byDate.get(date);
    return onTap !== undefined && day !== undefined && date >= today && lookOf(day) !== 'closed';
  };
  const open = days.map(({ date }) => date).filter(isOpen);
  const [at, setAt] = useState<string | null>(null);
  // One stop for the Tab key, where the reader was last.
  const stop = at !== null && isOpen(at) ? at : (open[0] ?? null);

  const move = (event: KeyboardEvent, from: string) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    for (let to = addDays(from, step); byDate.has(to); to = addDays(to, step)) {
      if (!isOpen(to)) continue;
      setAt(to);
      cells.current.get(to)?.focus();
      return;
    }
  };

  return (
    <table
      aria-labelledby={labelledBy}
      aria-busy={busy}
      className="w-full max-w-3xl table-fixed border-collapse"
    >
      <thead>
        <tr>
          {[1, 2, 3, 4, 5, 6, 0].map((weekday) => (
            <th key={weekday} scope="col" className="border border-solid-gray-300 py-1 text-dns-14N-130">
              {weekdayName(weekday)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week, n) => (
          <tr key={n}>
            {week.map((date, i) => {
              const day = date === null ? undefined : byDate.get(date);
              return (
                <td key={date ?? i} className="h-17 border border-solid-gray-300 p-0 align-top">
                  {day && isOpen(day.date) ? (
                    <button
                      type="button"
                      ref={(button) => {
                        if (button) cells.current.set(day.date, button);
                        else cells.current.delete(day.date);
                      }}
                      tabIndex={day.date === stop ? 0 : -1}
                      onClick={() => {
                        setAt(day.date);
                        onTap?.(day);
                      }}
                      onFocus={() => setAt(day.date)}
                      onKeyDown={(event) => move(event, day.date)}
                      className={classes('size-full min-h-17 hover:bg-key-50', LOOKS[lookOf(day)])}
                    >
                      <Cell day={day} />
                    </button>
                  ) : (
                    day && (
                      <div
                        className={classes(
                          'size-full min-h-17',
                          LOOKS[lookOf(day)],
                          day.date < today && 'text-solid-gray-600',
                        )}
                      >
                        <Cell day={day} />
                      </div>
                    )
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What is seen of a day, and what is said of it. */
function Cell({ day }: { readonly day: DayRow }) {
  const { t } = useTranslation();
  const sentence = useDaySentence();
  return (
    <>
      <span className="sr-only">
        {longDate(day.date)} {sentence(day)}
      </span>
      <span
        aria-hidden="true"
        className="flex h-full flex-col items-center gap-0.5 py-1 text-center text-[0.75rem] leading-[1.15]"
      >
        <span className="text-dns-16N-130">{Number(day.date.slice(8))}</span>
        <span className="px-0.5 [word-break:keep-all]">{t(`availability.short.${lookOf(day)}`)}</span>
        {isRepeated(day) && <span>{t('availability.shortRepeated')}</span>}
        {day.visits.length > 0 && (
          <span className="border-b-2 border-key-900 font-700">
            {t(day.clash ? 'availability.shortClash' : 'availability.shortVisit')}
          </span>
        )}
      </span>
    </>
  );
}

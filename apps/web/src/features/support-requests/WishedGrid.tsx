import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, datesBetween, mondayOf, shortDate, weekdayName } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { AsWritten } from '../../ui/AsWritten';
import { Button } from '../../ui/Button';
import { classes } from '../../ui/classes';
import { type MarkedHalf, sorted, type WishedHalf, type WishMark } from './request-draft';

export interface Closure {
  readonly date: string;
  readonly name: string;
  readonly nameEn: string;
}

/** Days on which the town has something else on, such as an assembly. */
export interface Busy {
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

interface Props {
  readonly from: string;
  readonly to: string;
  readonly closures: readonly Closure[];
  readonly busy: readonly Busy[];
  readonly marked: readonly MarkedHalf[];
  readonly onChange: (marked: readonly MarkedHalf[]) => void;
}

const HALVES = ['AM', 'PM'] as const;
const WEEKDAYS = [0, 1, 2, 3, 4] as const;
/** Most visits are found within these; whoever needs more asks for them. */
const WEEKS_FIRST = 4;

/** × → ○ → △ → × */
const NEXT: Readonly<Record<WishMark | 'NO', WishMark | 'NO'>> = {
  NO: 'YES',
  YES: 'IF_NEEDED',
  IF_NEEDED: 'NO',
};
const SIGNS: Readonly<Record<WishMark | 'NO', string>> = { YES: '○', IF_NEEDED: '△', NO: '×' };
const LOOKS: Readonly<Record<WishMark | 'NO', string>> = {
  YES: 'border-2 border-key-900 bg-key-100 font-700 text-key-1000',
  IF_NEEDED: 'border-2 border-dashed border-key-900 bg-white font-700 text-key-1000',
  NO: 'border border-solid-gray-300 bg-white text-solid-gray-600',
};

const isSame = (a: WishedHalf, b: WishedHalf): boolean => a.date === b.date && a.half === b.half;

/** A row for each week, Monday to Friday; each half-day is one button that goes from × to ○ to △. */
export function WishedGrid({ from, to, closures, busy, marked, onChange }: Props) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const grid = useRef<HTMLDivElement>(null);
  const closed = new Map(closures.map((closure) => [closure.date, closure]));
  // From a Saturday on, the week that ends has no office day left.
  const mondays = datesBetween(mondayOf(from), to).filter(
    (date) => date === mondayOf(date) && addDays(date, 4) >= from,
  );
  const last = marked.at(-1)?.date ?? '';
  const shown = all ? mondays : mondays.filter((monday, i) => i < WEEKS_FIRST || monday <= last);

  const press = (half: WishedHalf, mark: WishMark | 'NO') => {
    const others = marked.filter((one) => !isSame(one, half));
    const next = NEXT[mark];
    onChange(next === 'NO' ? others : sorted([...others, { ...half, mark: next }]));
  };

  const cell = (date: string) => {
    if (date < from || date > to)
      return (
        <span className="block py-1 text-dns-14N-130 text-solid-gray-600">{t('requestForm.passed')}</span>
      );
    const closure = closed.get(date);
    if (closure)
      return <span className="block py-1 text-dns-14N-130 text-solid-gray-700">{nameOf(closure)}</span>;
    const period = busy.find((one) => one.from <= date && date <= one.to);
    return (
      <>
        <span className="grid gap-1 sm:grid-cols-2">
          {HALVES.map((half) => {
            const mark = marked.find((one) => isSame(one, { date, half }))?.mark ?? 'NO';
            return (
              <button
                key={half}
                type="button"
                aria-label={t('requestForm.halfLabel', {
                  date: shortDate(date),
                  half: t(`requestForm.halfShort.${half}`),
                  mark: t(`requestForm.marks.${mark}`),
                })}
                onClick={() => press({ date, half }, mark)}
                className={classes(
                  'flex min-h-11 items-center justify-center gap-1 rounded-6 text-dns-14N-130 hover:bg-key-50',
                  LOOKS[mark],
                )}
              >
                <span className="text-dns-14N-130 font-400">{t(`requestForm.halfShort.${half}`)}</span>
                <span aria-hidden="true" className="text-oln-16N-100">
                  {SIGNS[mark]}
                </span>
              </button>
            );
          })}
        </span>
        {period && (
          <span className="mt-1 block text-dns-14N-130 text-solid-gray-700">
            <AsWritten>{period.label}</AsWritten>
          </span>
        )}
      </>
    );
  };

  return (
    <div ref={grid} tabIndex={-1} className="flex flex-col gap-3">
      <p className="flex flex-wrap gap-x-5 text-dns-14N-130 text-solid-gray-700">
        <span>{t('requestForm.press')}</span>
        {(['YES', 'IF_NEEDED', 'NO'] as const).map((mark) => (
          <span key={mark}>
            <span aria-hidden="true">{SIGNS[mark]} </span>
            {t(`requestForm.marks.${mark}`)}
          </span>
        ))}
      </p>
      <table className="w-full table-fixed border-collapse text-center">
        <caption className="sr-only">{t('requestForm.wishedCaption')}</caption>
        <thead>
          <tr>
            {WEEKDAYS.map((n) => (
              <th key={n} scope="col" className="pb-1 text-dns-14B-130">
                {weekdayName(n + 1)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((monday) => (
            <tr key={monday} className="border-t border-solid-gray-300">
              {WEEKDAYS.map((n) => {
                const date = addDays(monday, n);
                return (
                  <td key={date} className="px-0.5 py-2 align-top sm:px-1">
                    <span className="mb-1 block text-dns-14N-130 tabular-nums">
                      {`${Number(date.slice(5, 7))}/${Number(date.slice(8))}`}
                    </span>
                    {cell(date)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < mondays.length && (
        <p>
          <Button
            size="small"
            look="quiet"
            onClick={() => {
              setAll(true);
              // The button goes; whoever pressed it stays in the grid.
              grid.current?.focus();
            }}
          >
            {t('requestForm.moreWeeks')}
          </Button>
        </p>
      )}
    </div>
  );
}

import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, datesBetween, mondayOf, shortDate } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { ScrollRegion } from '../../ui/Table';
import type { WishedHalf } from './request-draft';

export interface Closure {
  readonly date: string;
  readonly name: string;
  readonly nameEn: string;
}

interface Props {
  readonly from: string;
  readonly to: string;
  readonly closures: readonly Closure[];
  readonly wished: readonly WishedHalf[];
  readonly onChange: (wished: readonly WishedHalf[]) => void;
}

const HALVES = ['AM', 'PM'] as const;
/** Days after Monday. */
const FRIDAY = 4;

/** Weeks under each other, Monday to Friday; each half-day is a check box with its own name. */
export function WishedGrid({ from, to, closures, wished, onChange }: Props) {
  const { t } = useTranslation();
  const captionId = useId();
  const closed = new Map(closures.map((closure) => [closure.date, closure]));
  // Days that were wished before and lie outside the weeks shown stay as they are.
  const isWished = ({ date, half }: WishedHalf) =>
    wished.some((one) => one.date === date && one.half === half);
  const toggle = (one: WishedHalf) =>
    onChange(
      isWished(one)
        ? wished.filter(({ date, half }) => date !== one.date || half !== one.half)
        : [...wished, one].sort((a, b) => `${a.date}${a.half}`.localeCompare(`${b.date}${b.half}`)),
    );
  // From a Saturday on, the week that ends has no office day left.
  const mondays = datesBetween(mondayOf(from), to).filter(
    (date) => date === mondayOf(date) && addDays(date, FRIDAY) >= from,
  );

  const cellOf = (date: string, half: 'AM' | 'PM') => {
    const closure = closed.get(date);
    if (date < from || date > to)
      return <span className="block px-1 text-solid-gray-700">{t('requestForm.passed')}</span>;
    if (closure) return <span className="block text-dns-14N-130 text-solid-gray-700">{nameOf(closure)}</span>;
    const name = `${shortDate(date)} ${t(`ui.half.${half}`)}`;
    return (
      <label className="flex min-h-11 items-center justify-center has-checked:bg-key-100">
        <input
          type="checkbox"
          className="size-6"
          aria-label={name}
          checked={isWished({ date, half })}
          onChange={() => toggle({ date, half })}
        />
      </label>
    );
  };

  return (
    <ScrollRegion labelledBy={captionId}>
      <table className="table-fixed border-collapse text-center text-dns-14N-130">
        <caption id={captionId} className="pb-2 text-left text-dns-14N-130">
          {t('requestForm.wishedCaption')}
        </caption>
        {mondays.map((monday) => {
          const days = [0, 1, 2, 3, 4].map((n) => addDays(monday, n));
          return (
            <tbody key={monday} className="border-b-2 border-solid-gray-420">
              <tr>
                <td />
                {days.map((date) => (
                  <th key={date} scope="col" className="px-1 pt-3 pb-1 font-700">
                    {shortDate(date)}
                  </th>
                ))}
              </tr>
              {HALVES.map((half) => (
                <tr key={half}>
                  <th scope="row" className="pr-2 font-400 whitespace-nowrap">
                    {t(`ui.half.${half}`)}
                  </th>
                  {days.map((date) => (
                    <td key={date} className="w-16 min-w-13 border border-solid-gray-200 p-0 align-middle">
                      {cellOf(date, half)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          );
        })}
      </table>
    </ScrollRegion>
  );
}

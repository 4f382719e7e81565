import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoad } from '../../gql/use-load';
import { graphql } from '../../gql/graphql';
import { shortDate } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { AsWritten } from '../../ui/AsWritten';
import { ScrollRegion } from '../../ui/Table';
import type { Half, Mark } from './dates.documents';
import { MARKS, SIGNS, useHalfWords } from './InquiryWords';
import type { HalfDay } from './HalfAdder';

const ClosuresDocument = graphql(`
  query ClosuresBetween($from: LocalDate!, $to: LocalDate!) {
    officeClosures(from: $from, to: $to) {
      date
      kind
      name
      nameEn
    }
  }
`);

interface Props {
  readonly rows: readonly Half[];
  readonly marks: Readonly<Record<string, Mark>>;
  readonly onMark: (half: HalfDay, mark: Mark) => void;
}

/**
 * A row for each half-day, with one control of three: Tab goes from row to row, the arrows choose. Holidays between
 * them are named, and so are days on which the town is busy.
 */
export function MarkGrid({ rows, marks, onMark }: Props) {
  const { t } = useTranslation();
  const wordsOf = useHalfWords();
  const captionId = useId();
  const [from = '', to = from] = [rows[0]?.date, rows.at(-1)?.date];
  const closures = useLoad(ClosuresDocument, { from, to }, { pause: from === '' });
  const holidays = (closures.data?.officeClosures ?? []).filter(({ kind }) => kind !== 'WEEKEND');
  const closedBefore = (index: number) =>
    holidays.filter(({ date }) => date < (rows[index]?.date ?? '') && date > (rows[index - 1]?.date ?? ''));
  return (
    <ScrollRegion labelledBy={captionId}>
      <table className="w-full border-collapse text-left text-dns-16N-130">
        <caption id={captionId} className="sr-only">
          {t('dates.marks')}
        </caption>
        <thead>
          <tr className="border-b border-solid-gray-420">
            <th scope="col" className="px-1 py-2 font-700">
              {t('dates.day')}
            </th>
            <th scope="col" className="px-1 py-2 font-700">
              {t('dates.yourMark')}
            </th>
            <th scope="col" className="px-1 py-2 font-700 max-sm:sr-only">
              {t('dates.soFar')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => {
            const words = wordsOf(row);
            return [
              ...closedBefore(index).map((closure) => (
                <tr key={closure.date} className="border-b border-solid-gray-200 bg-solid-gray-50">
                  <th scope="row" className="px-1 py-2 font-400">
                    {shortDate(closure.date)}
                  </th>
                  <td colSpan={2} className="px-1 py-2">
                    {nameOf(closure)}
                  </td>
                </tr>
              )),
              <tr key={words} className="border-b border-solid-gray-200">
                <th scope="row" className="px-1 py-2 font-400">
                  <span className="inline-block">{words}</span>
                  {row.byTown && <span className="block text-dns-14N-130">{t('dates.byTown')}</span>}
                  {row.busy && (
                    <span className="block text-dns-14N-130">
                      <AsWritten>{row.busy}</AsWritten>
                    </span>
                  )}
                </th>
                <td className="px-1 py-2">
                  <MarkControl
                    label={words}
                    value={marks[`${row.date} ${row.half}`] ?? null}
                    onChange={(mark) => onMark({ date: row.date, half: row.half }, mark)}
                  />
                </td>
                <td className="px-1 py-2 text-dns-14N-130 max-sm:sr-only">
                  {t('dates.counts', { yes: row.yes, maybe: row.maybe, no: row.no })}
                </td>
              </tr>,
            ];
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** ○, △ or ×: three radio buttons with words, side by side where a finger hits them. */
function MarkControl({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: Mark | null;
  readonly onChange: (mark: Mark) => void;
}) {
  const { t } = useTranslation();
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className="flex">
      {MARKS.map((mark) => (
        <label
          key={mark}
          className="flex min-h-11 min-w-14 cursor-pointer flex-col items-center justify-center border border-solid-gray-600 px-1 text-dns-14N-130 -ml-px first:ml-0 has-checked:border-2 has-checked:border-key-900 has-checked:bg-key-100 has-checked:font-700 has-focus-visible:outline-4 has-focus-visible:outline-black"
        >
          <input
            type="radio"
            name={name}
            className="sr-only"
            checked={value === mark}
            onChange={() => onChange(mark)}
          />
          <span aria-hidden="true" className="text-std-16N-170 leading-130">
            {SIGNS[mark]}
          </span>
          <span>{t(`dates.markShort.${mark}`)}</span>
        </label>
      ))}
    </div>
  );
}

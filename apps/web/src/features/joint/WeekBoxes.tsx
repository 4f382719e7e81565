import { useTranslation } from 'react-i18next';
import { FieldGroup } from '../../ui/Field';
import { type HalfDay, useHalfDayWords, WEEK, weekOf } from './week';

interface Props {
  readonly weekly: readonly HalfDay[];
  readonly onChange: (weekly: HalfDay[]) => void;
  /** The half-days that the person works; others are not offered. */
  readonly pattern: readonly HalfDay[] | null;
}

/** Half-days of an office week, each a box with its own name. */
export function WeekBoxes({ weekly, onChange, pattern }: Props) {
  const { t } = useTranslation();
  const words = useHalfDayWords();
  const toggle = (half: HalfDay) =>
    onChange(weekOf(weekly.includes(half) ? weekly.filter((one) => one !== half) : [...weekly, half]));
  return (
    <FieldGroup name="weekly" required hint={t('joint.placements.weeklyHint')}>
      <table className="self-start border-collapse text-center text-dns-14N-130">
        <thead>
          <tr>
            <td />
            {WEEK.map((day) => (
              <th key={day} scope="col" className="px-2 py-1 font-700">
                {words.day(day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(['AM', 'PM'] as const).map((half) => (
            <tr key={half}>
              <th scope="row" className="pr-2 font-400 whitespace-nowrap">
                {t(`ui.half.${half}`)}
              </th>
              {WEEK.map((day) => {
                const one: HalfDay = `${day}_${half}`;
                const works = pattern === null || pattern.includes(one);
                return (
                  <td key={day} className="w-14 border border-solid-gray-200 p-0 align-middle">
                    {works ? (
                      <label className="flex min-h-11 items-center justify-center has-checked:bg-key-100">
                        <input
                          type="checkbox"
                          className="size-6"
                          aria-label={words.one(one)}
                          checked={weekly.includes(one)}
                          onChange={() => toggle(one)}
                        />
                      </label>
                    ) : (
                      <span className="text-solid-gray-700">{t('joint.placements.notWorking')}</span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </FieldGroup>
  );
}

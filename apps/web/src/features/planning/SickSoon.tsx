import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoad } from '../../gql/use-load';
import { addDays, shortDate, tokyo } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { useSession } from '../../session';
import { classes } from '../../ui/classes';
import { Empty, Loaded } from '../../ui/Loaded';
import { SoonDocument, type SoonVisit } from './answers.documents';

/** Days ahead in which somebody may fall ill before anybody plans for it. */
const DAYS_AHEAD = 13;
/** The nearest of them on which anybody is expected. */
const DAYS_SHOWN = 3;

export interface SickDay {
  readonly specialistId: string;
  readonly date: string;
}

interface Props {
  readonly chosen: SickDay | null;
  readonly onChoose: (day: SickDay) => void;
  /** Whoever is not among them; open at once where nobody is. */
  readonly other: ReactNode;
  readonly otherOpen: boolean;
}

/** Everybody who is expected somewhere in the next days, by day: one press says who cannot come. */
export function SickSoon({ chosen, onChoose, other, otherOpen }: Props) {
  const { t } = useTranslation();
  const { today } = useSession();
  const load = useLoad(SoonDocument, {
    filter: { from: today, to: addDays(today, DAYS_AHEAD), statuses: ['PUBLISHED', 'CONFIRMED'] },
  });
  return (
    <Loaded of={load}>
      {({ visits }) => {
        const days = daysOf(visits.edges.map(({ node }) => node)).slice(0, DAYS_SHOWN);
        return (
          <div className="flex flex-col gap-3">
            {days.length === 0 && <Empty>{t('planning.repair.nobodySoon')}</Empty>}
            {days.map(({ date, people }) => (
              <div
                key={date}
                role="group"
                aria-label={shortDate(date)}
                className="grid gap-x-2 gap-y-1 sm:grid-cols-[6rem_1fr]"
              >
                <p className="text-std-16B-170 sm:pt-2">{shortDate(date)}</p>
                <div className="flex flex-wrap gap-2">
                  {people.map(({ specialist, towns }) => {
                    const isChosen = chosen?.specialistId === specialist.id && chosen.date === date;
                    return (
                      <button
                        key={specialist.id}
                        type="button"
                        aria-pressed={isChosen}
                        onClick={() => onChoose({ specialistId: specialist.id, date })}
                        className={classes(
                          'min-h-11 rounded-8 border px-3 py-1.5 text-left',
                          isChosen
                            ? 'border-2 border-key-900 bg-key-50 font-700'
                            : 'border-solid-gray-420 bg-white hover:border-key-900 hover:bg-key-50',
                        )}
                      >
                        {isChosen && <span aria-hidden="true">✓ </span>}
                        {nameOf(specialist)}
                        <span className="ml-2 text-dns-14N-130 text-solid-gray-700">{towns.join('、')}</span>
                      </button>
                    );
                  })}
                </div>
              </div>
            ))}
            <details open={otherOpen || days.length === 0 || undefined}>
              <summary className="w-fit cursor-pointer py-2 underline underline-offset-4">
                {t('planning.repair.other')}
              </summary>
              {other}
            </details>
          </div>
        );
      }}
    </Loaded>
  );
}

interface SickPerson {
  readonly specialist: NonNullable<SoonVisit['specialist']>;
  readonly towns: string[];
}

function daysOf(visits: readonly SoonVisit[]): { date: string; people: SickPerson[] }[] {
  const days = new Map<string, Map<string, SickPerson>>();
  for (const { startsAt, specialist, municipality } of visits) {
    if (!specialist) continue;
    const { date } = tokyo(startsAt);
    const people = days.get(date) ?? new Map<string, SickPerson>();
    const person = people.get(specialist.id) ?? { specialist, towns: [] };
    const town = nameOf(municipality);
    if (!person.towns.includes(town)) person.towns.push(town);
    people.set(specialist.id, person);
    days.set(date, people);
  }
  return [...days]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([date, people]) => ({ date, people: [...people.values()] }));
}

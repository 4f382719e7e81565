import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { longDate } from '../../i18n/dates';
import { useSession, useViewer } from '../../session';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { Loaded } from '../../ui/Loaded';
import { Page, Section } from '../../ui/Page';
import {
  AvailabilityDocument,
  CONCERNS,
  type DayRow,
  type HitRow,
  SetDaysDocument,
} from './availability.documents';
import { type DayLook, looksOf, nextOf } from './day-words';
import { DecideDialog, type DecisionMade } from './DecideDialog';
import { ExceptionList } from './ExceptionList';
import { MonthBar } from './MonthBar';
import { MonthGrid } from './MonthGrid';
import { useMonth } from './month';
import { RuleList } from './RuleList';

interface Props {
  readonly specialistId: string;
  readonly mayChange: boolean;
}

/** For a specialist: the own days. */
export function MyAvailabilityPage() {
  const { t } = useTranslation();
  const { specialistId } = useViewer();
  return (
    <Page title={t('availability.title')} narrow lead={<p>{t('availability.lead')}</p>}>
      {specialistId && <AvailabilityPanel specialistId={specialistId} mayChange />}
    </Page>
  );
}

/** A change that waits for a word about the visits that it hits. */
interface Asked {
  readonly wish: { readonly date: string; readonly am: boolean; readonly pm: boolean };
  readonly hits: readonly HitRow[];
}

/** A day as the last tap left it. */
function asMade(day: DayRow, wishes: readonly Asked['wish'][]): DayRow {
  const wish = wishes.findLast(({ date }) => date === day.date);
  if (!wish) return day;
  const half = (one: DayRow['am'], possible: boolean): DayRow['am'] =>
    (one.state === 'WORKS') === possible ? one : { ...one, state: possible ? 'WORKS' : 'DAY_OFF' };
  return { ...day, am: half(day.am, wish.am), pm: half(day.pm, wish.pm) };
}

export function AvailabilityPanel({ specialistId, mayChange }: Props) {
  const { t } = useTranslation();
  const { today } = useSession();
  const { month, goTo } = useMonth();
  const [said, setSaid] = useState('');
  const [asked, setAsked] = useState<Asked | null>(null);
  /** Changes of which the month that is shown may not know yet. */
  const [made, setMade] = useState<readonly Asked['wish'][]>([]);
  const load = useLoad(
    AvailabilityDocument,
    { from: month.first, to: month.last, specialistId },
    { about: ['AvailabilityCalendar'] },
  );
  useEffect(() => {
    if (!load.busy) setMade([]);
  }, [load.busy, load.data]);
  const { run, busy, refusal, clear } = useAction(SetDaysDocument, CONCERNS);
  const put = async (wish: Asked['wish'], decisions: DecisionMade[] | null = null) => {
    const answer = await run({ input: { specialistId, days: [wish], decisions } });
    if (!answer) return;
    const { applied, hits } = answer.setAvailableDays;
    setAsked(applied ? null : { wish, hits });
    const look: DayLook = looksOf(wish);
    if (!applied) return;
    // The next tap may come before the month is read again.
    const date = longDate(wish.date);
    if (!decisions) setMade((wishes) => [...wishes, wish]);
    setSaid(
      decisions
        ? t('availability.decided', { date })
        : t('availability.set', { date, look: t(`availability.look.${look}`) }),
    );
  };
  const tap = (day: DayRow) => void put({ date: day.date, ...nextOf(day) });
  return (
    <>
      <Section title={t('availability.grid')} id="availability-grid">
        {mayChange && <p>{t('availability.how')}</p>}
        {!asked && <ErrorSummary refusal={refusal} />}
        <MonthBar month={month} goTo={goTo} id="availability-month" heading="h3" />
        <Loaded of={load}>
          {({ availability: [calendar] }) => (
            <MonthGrid
              month={month}
              days={(calendar?.days ?? []).map((day) => asMade(day, made))}
              today={today}
              labelledBy="availability-month"
              onTap={mayChange ? tap : undefined}
              busy={busy}
            />
          )}
        </Loaded>
        <p role="status" className="min-h-6">
          {said}
        </p>
        <Legend />
      </Section>
      <Section title={t('availability.exceptions')} id="availability-exceptions">
        {load.data && (
          <ExceptionList
            specialistId={specialistId}
            days={load.data.availability[0]?.days ?? []}
            mayChange={mayChange}
          />
        )}
      </Section>
      <Section title={t('availability.rules')} id="availability-rules">
        <RuleList specialistId={specialistId} mayChange={mayChange} />
      </Section>
      <DecideDialog
        hits={asked?.hits ?? []}
        busy={busy}
        refusal={refusal}
        onClose={() => {
          setAsked(null);
          clear();
        }}
        onDecide={(decisions) => {
          if (asked) void put(asked.wish, decisions);
        }}
      />
    </>
  );
}

const LEGEND = ['possible', 'away', 'outside', 'closed', 'visit', 'repeated', 'clash'] as const;

/** What the short words of the grid mean. */
function Legend() {
  const { t } = useTranslation();
  return (
    <dl className="grid gap-x-6 gap-y-1 text-dns-14N-130 sm:grid-cols-2">
      {LEGEND.map((word) => (
        <div key={word} className="flex gap-2">
          <dt className="shrink-0 font-700">{t(`availability.legend.${word}.word`)}</dt>
          <dd>{t(`availability.legend.${word}.means`)}</dd>
        </div>
      ))}
    </dl>
  );
}

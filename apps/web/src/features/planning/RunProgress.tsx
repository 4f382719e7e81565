import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMinutes } from '../../i18n/words';
import { Facts } from '../../ui/Facts';
import { Section } from '../../ui/Page';
import { Tracker } from '../../ui/Tracker';
import { gapTotalsToCome, gapWords } from './gap';
import type { RunLineRow } from './plans.documents';
import { SteadyText } from './SteadyText';

const STEPS = ['prepare', 'construct', 'improve', 'finish'] as const;
const STEP_OF: Readonly<Record<string, number>> = { CONSTRUCT: 1, IMPROVE: 2, DONE: 3 };
const SECOND = 1000;

/** How far it has come, in four parts. Only the part is announced: figures that change each second would drown it. */
export function RunProgress({ run }: { readonly run: RunLineRow }) {
  const { t } = useTranslation();
  const minutesOf = useMinutes();
  const elapsed = useElapsed(run.startedAt);
  const { progress } = run;
  // Somebody has asked for the best so far: nothing is searched for any more.
  const at = run.stopAsked ? 3 : (STEP_OF[progress?.stage ?? ''] ?? 0);
  const step = STEPS[at] ?? 'prepare';
  const first = progress?.first;
  return (
    <Section title={t('planning.progress.title')} id="progress">
      <div className="flex max-w-4xl flex-col gap-4">
        <p role="status">
          {run.status === 'QUEUED' ? t('planning.progress.queued') : t(`planning.progress.saying.${step}`)}
        </p>
        <Tracker
          label={t('planning.progress.steps')}
          at={at}
          steps={STEPS.map((one) => t(`planning.progress.step.${one}`))}
        />
        {progress && first && (
          <p className="text-std-18B-160">
            {t('planning.progress.better', {
              from: first.unplaced,
              to: progress.unplaced,
              travel: shareOf(first.travelMinutes, progress.travelMinutes),
            })}
          </p>
        )}
        {progress?.stage === 'IMPROVE' && (
          <progress
            aria-label={t('planning.progress.bar')}
            max={Math.max(1, run.iterations)}
            value={progress.iterations}
            className="h-4 w-full max-w-xl"
          />
        )}
        <Facts
          items={[
            {
              term: t('planning.progress.elapsed'),
              value:
                run.limitMinutes === null
                  ? elapsed
                  : t('planning.progress.ofLimit', {
                      elapsed,
                      limit: minutesOf(Math.round(run.limitMinutes)),
                    }),
            },
            ...(progress
              ? [
                  { term: t('planning.progress.placed'), value: t('ui.items', { count: progress.placed }) },
                  {
                    term: t('planning.progress.unplaced'),
                    value: t('ui.items', { count: progress.unplaced }),
                  },
                  {
                    term: t('planning.progress.wait'),
                    value: t('planning.days', { count: progress.longestWaitDays }),
                  },
                  { term: t('planning.progress.travel'), value: minutesOf(progress.travelMinutes) },
                  {
                    term: t('planning.gap'),
                    value: (
                      <SteadyText
                        text={
                          gapWords(t, progress.gap, progress.tiers.length)?.total ?? t('planning.gapUnknown')
                        }
                        others={gapTotalsToCome(t)}
                      />
                    ),
                  },
                ]
              : []),
          ]}
        />
        <p className="text-dns-14N-130 text-solid-gray-700">{t('planning.progress.goesOn')}</p>
      </div>
    </Section>
  );
}

/** How much less, or more, in whole percent: `−8%`. */
function shareOf(before: number, now: number): string {
  if (before === 0) return '±0%';
  const percent = Math.round((100 * (now - before)) / before);
  return percent === 0 ? '±0%' : `${percent > 0 ? '+' : '−'}${Math.abs(percent)}%`;
}

/** Minutes and seconds since then, counted here: the server is asked for what only it knows. */
function useElapsed(startedAt: string | null): string {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), SECOND);
    return () => clearInterval(timer);
  }, []);
  const seconds = startedAt ? Math.max(0, Math.floor((now - Date.parse(startedAt)) / SECOND)) : 0;
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

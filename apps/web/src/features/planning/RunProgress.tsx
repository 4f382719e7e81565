import { useTranslation } from 'react-i18next';
import { useMinutes } from '../../i18n/words';
import { Facts } from '../../ui/Facts';
import { Section } from '../../ui/Page';
import { gapTotalsToCome, gapWords } from './gap';
import type { RunLineRow } from './plans.documents';
import { SteadyText } from './SteadyText';

const STAGES = ['CONSTRUCT', 'IMPROVE', 'DONE'] as const;

/** How far it has come. Only the stage is announced: figures that change each second would drown it. */
export function RunProgress({ run }: { readonly run: RunLineRow }) {
  const { t } = useTranslation();
  const minutesOf = useMinutes();
  const { progress, startedAt } = run;
  const stage = STAGES.find((one) => one === progress?.stage);
  const seconds = startedAt ? Math.max(0, Math.round((Date.now() - Date.parse(startedAt)) / 1000)) : 0;
  return (
    <Section title={t('planning.progress.title')} id="progress">
      <p role="status">{stage ? t(`planning.progress.stage.${stage}`) : t('planning.progress.queued')}</p>
      <progress
        aria-label={t('planning.progress.bar')}
        max={Math.max(1, run.iterations)}
        value={progress?.iterations ?? 0}
        className="h-4 w-full max-w-xl"
      />
      {progress && (
        <Facts
          items={[
            { term: t('planning.progress.placed'), value: t('ui.items', { count: progress.placed }) },
            { term: t('planning.progress.unplaced'), value: t('ui.items', { count: progress.unplaced }) },
            {
              term: t('planning.progress.wait'),
              value: t('planning.days', { count: progress.longestWaitDays }),
            },
            { term: t('planning.progress.travel'), value: minutesOf(progress.travelMinutes) },
            {
              term: t('planning.gap'),
              value: (
                <SteadyText
                  text={gapWords(t, progress.gap, progress.tiers.length)?.total ?? t('planning.gapUnknown')}
                  others={gapTotalsToCome(t)}
                />
              ),
            },
            { term: t('planning.progress.elapsed'), value: t('planning.progress.seconds', { seconds }) },
          ]}
        />
      )}
    </Section>
  );
}

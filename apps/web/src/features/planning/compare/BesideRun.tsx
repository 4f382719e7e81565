import { useTranslation } from 'react-i18next';
import { useLoad } from '../../../gql/use-load';
import { Loaded } from '../../../ui/Loaded';
import { Section } from '../../../ui/Page';
import { FiguresDocument } from '../answers.documents';
import { RunDocument, type RunRow } from '../plans.documents';
import { PriceWords } from '../PriceWords';
import { CompareDocument } from './compare.documents';
import { Changes } from './Changes';
import { FiguresBeside } from './FiguresBeside';
import { changesBetween } from './plan-changes';
import { TownsBeside } from './TownsBeside';

const ABOUT = { about: ['PlanPublication'] };

/** A plan beside another one. */
export function BesideRun({ run, otherId }: { readonly run: RunRow; readonly otherId: string }) {
  const { t } = useTranslation();
  const other = useLoad(RunDocument, { id: otherId }, ABOUT);
  const figures = useLoad(FiguresDocument, { runId: run.id });
  const otherFigures = useLoad(FiguresDocument, { runId: otherId });
  const comparison = useLoad(CompareDocument, { beforeRunId: otherId, afterRunId: run.id }, ABOUT);
  return (
    <Loaded of={other}>
      {({ planningRun: before }) => (
        <>
          <Section title={t('comparing.figures')} id="figures">
            <Loaded of={otherFigures}>
              {({ planningFigures: old }) => (
                <Loaded of={figures}>
                  {({ planningFigures: now }) => (
                    <>
                      <FiguresBeside before={{ run: before, figures: old }} after={{ run, figures: now }} />
                      {before.movePublished === run.movePublished ? (
                        <TownsBeside before={old} after={now} />
                      ) : (
                        <p>{t('comparing.otherScope')}</p>
                      )}
                    </>
                  )}
                </Loaded>
              )}
            </Loaded>
            <Loaded of={comparison}>
              {({ comparePlanningRuns: { price } }) =>
                before.movePublished !== run.movePublished ? null : price ? (
                  <details>
                    <summary className="w-fit py-2 underline underline-offset-4">
                      {t('comparing.price')}
                    </summary>
                    <PriceWords price={price} />
                  </details>
                ) : (
                  <p>{t('comparing.otherPolicy')}</p>
                )
              }
            </Loaded>
          </Section>
          <Section title={t('comparing.changes')} id="changes">
            <Loaded of={comparison}>
              {({ comparePlanningRuns }) => (
                <Changes run={run} into={before} {...changesBetween(comparePlanningRuns, before, run)} />
              )}
            </Loaded>
          </Section>
        </>
      )}
    </Loaded>
  );
}

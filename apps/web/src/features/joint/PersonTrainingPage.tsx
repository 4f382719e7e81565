import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { nameOf } from '../../i18n/words';
import { useDailyWork } from '../../session';
import { Loaded } from '../../ui/Loaded';
import { Page, Section } from '../../ui/Page';
import { CompletionTable, NewCompletion } from './Completions';
import { Employments } from './Employments';
import { ChoicesDocument, townsIn } from './placements.documents';
import { PersonDocument, TrainingDocument } from './training.documents';

/** For the hub: one person's training and appointments. */
export function PersonTrainingPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const mayChange = useDailyWork();
  const training = useLoad(TrainingDocument, { specialistId: id }, { about: ['TrainingCompletion'] });
  const person = useLoad(PersonDocument, { id }, { about: ['Employment'] });
  const choices = useLoad(ChoicesDocument, {});
  return (
    <Loaded of={person}>
      {({ specialist, employments }) => (
        <Page
          title={t('joint.training.of', { person: nameOf(specialist) })}
          back={{ to: '/engagements/training', label: t('joint.training.title') }}
        >
          <Section title={t('joint.training.completions')} id="completions">
            <Loaded of={training}>
              {({ trainingCompletions, trainingModules }) => (
                <>
                  <CompletionTable
                    rows={trainingCompletions}
                    modules={trainingModules}
                    mayChange={mayChange}
                  />
                  {mayChange && (
                    <Loaded of={choices}>
                      {(known) => (
                        <NewCompletion specialistId={id} modules={trainingModules} towns={townsIn(known)} />
                      )}
                    </Loaded>
                  )}
                </>
              )}
            </Loaded>
          </Section>
          <Section title={t('joint.employment.title')} id="employments">
            <Loaded of={choices}>
              {({ placementChoices }) => (
                <Employments
                  specialistId={id}
                  rows={employments}
                  choices={placementChoices}
                  mayChange={mayChange}
                />
              )}
            </Loaded>
          </Section>
        </Page>
      )}
    </Loaded>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { fiscalYearName, longDate } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { useDailyWork, useViewer } from '../../session';
import { ConfirmDialog } from '../../ui/AskDialog';
import { AsWritten } from '../../ui/AsWritten';
import { Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { Facts } from '../../ui/Facts';
import { Empty, Loaded } from '../../ui/Loaded';
import { Page, Section } from '../../ui/Page';
import { Table } from '../../ui/Table';
import { AnswerForm } from './AnswerForm';
import { CloseSurveyDocument, type Profile, type Survey, SurveyDocument } from './demand.documents';

/** One survey: for the hub the sum and every answer, for a town its own. */
export function SurveyPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { role } = useViewer();
  const load = useLoad(SurveyDocument, { id }, { about: ['DemandSurvey', 'DemandAnswer'] });
  return (
    <Loaded of={load}>
      {({ demandSurvey, talentProfiles }) => (
        <Page
          title={demandSurvey.title}
          titleAsWritten
          back={{ to: '/engagements/surveys', label: t('joint.surveys.title') }}
        >
          <SurveyFacts survey={demandSurvey} />
          {role === 'HUB_STAFF' ? (
            <Sums survey={demandSurvey} profiles={talentProfiles} />
          ) : (
            <Own survey={demandSurvey} profiles={talentProfiles} />
          )}
        </Page>
      )}
    </Loaded>
  );
}

interface Props {
  readonly survey: Survey;
  readonly profiles: readonly Profile[];
}

function SurveyFacts({ survey: { fiscalYear, deadlineOn, takesAnswers } }: Pick<Props, 'survey'>) {
  const { t } = useTranslation();
  return (
    <Facts
      items={[
        {
          term: t('joint.surveys.fiscalYear'),
          value: fiscalYearName(fiscalYear),
        },
        { term: t('joint.surveys.deadline'), value: longDate(deadlineOn) },
        { term: t('joint.state'), value: t(takesAnswers ? 'joint.surveys.isOpen' : 'joint.surveys.isOver') },
      ]}
    />
  );
}

/** Hundredths of one full-time person, as people say it: 2.2. */
const fullTime = (percent: number): string =>
  `${Math.floor(percent / 100)}.${String(percent % 100).padStart(2, '0')}`;

function Sums({ survey, profiles }: Props) {
  const { t } = useTranslation();
  const profileOf = (id: string): string => {
    const profile = profiles.find((one) => one.id === id);
    return profile ? nameOf(profile) : id;
  };
  return (
    <>
      <Section title={t('joint.surveys.sums')} id="survey-sums">
        <Table
          caption={t('joint.surveys.sums')}
          rows={survey.sums}
          keyOf={({ profileId }) => profileId}
          columns={[
            {
              key: 'profile',
              title: t('joint.surveys.profile'),
              heads: true,
              cell: ({ profileId }) => profileOf(profileId),
            },
            { key: 'towns', title: t('joint.surveys.townsHead'), numeric: true, cell: ({ towns }) => towns },
            { key: 'people', title: t('joint.surveys.people'), numeric: true, cell: ({ people }) => people },
            {
              key: 'fullTime',
              title: t('joint.surveys.fullTime'),
              numeric: true,
              cell: ({ percent }) => fullTime(percent),
            },
          ]}
        />
      </Section>
      <Section title={t('joint.surveys.byTown')} id="survey-answers">
        {survey.answers.length === 0 ? (
          <Empty>{t('joint.surveys.noAnswer')}</Empty>
        ) : (
          <Table
            caption={t('joint.surveys.byTown')}
            rows={survey.answers}
            keyOf={({ municipalityId }) => municipalityId}
            cards
            columns={[
              {
                key: 'town',
                title: t('joint.town'),
                heads: true,
                nowrap: true,
                cell: ({ municipality }) => nameOf(municipality),
              },
              {
                key: 'lines',
                title: t('joint.surveys.answer'),
                cell: ({ lines }) =>
                  lines.length === 0
                    ? t('joint.surveys.nobody')
                    : lines.map(({ profileId, people, sharePercent }) => (
                        <p key={profileId}>
                          {t('joint.surveys.line', {
                            profile: profileOf(profileId),
                            count: people,
                            percent: sharePercent,
                          })}
                        </p>
                      )),
              },
              {
                key: 'note',
                title: t('joint.note'),
                cell: ({ note }) => (note ? <AsWritten>{note}</AsWritten> : t('ui.none')),
              },
            ]}
          />
        )}
      </Section>
      <CloseSurvey survey={survey} />
    </>
  );
}

function CloseSurvey({ survey }: Pick<Props, 'survey'>) {
  const { t } = useTranslation();
  const worksDaily = useDailyWork();
  const done = useDone();
  const [asked, setAsked] = useState(false);
  const { run, busy, refusal } = useAction(CloseSurveyDocument, 'DemandSurvey');
  if (!worksDaily || survey.status === 'CLOSED') return null;
  return (
    <div>
      <Button onClick={() => setAsked(true)}>{t('joint.surveys.close')}</Button>
      <ConfirmDialog
        title={t('joint.surveys.close')}
        open={asked}
        onClose={() => setAsked(false)}
        confirm={t('joint.surveys.close')}
        busy={busy}
        refusal={refusal}
        onConfirm={() =>
          void run({ id: survey.id }).then((closed) => {
            if (!closed) return;
            setAsked(false);
            done(t('joint.surveys.closed'));
          })
        }
      >
        <p>{t('joint.surveys.closeLead')}</p>
      </ConfirmDialog>
    </div>
  );
}

function Own({ survey, profiles }: Props) {
  const { t } = useTranslation();
  const { duties } = useViewer();
  const answer = survey.answers[0] ?? null;
  const asked = profiles.filter(({ id }) => survey.profiles.includes(id));
  return (
    <Section title={t('joint.surveys.own')} id="own-answer">
      <AnswerForm
        key={answer?.version ?? '0'}
        surveyId={survey.id}
        answer={answer}
        profiles={asked}
        mayAnswer={survey.takesAnswers && duties.includes('REQUESTER')}
      />
    </Section>
  );
}

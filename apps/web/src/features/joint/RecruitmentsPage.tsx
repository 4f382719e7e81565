import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { emptyFields, type Refusal } from '../../gql/refusal';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { longDate } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { useDailyWork } from '../../session';
import { AsWritten } from '../../ui/AsWritten';
import { Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { DateField, NumberField, SelectField, TextAreaField, TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Empty, Loaded } from '../../ui/Loaded';
import { Page, Section } from '../../ui/Page';
import { Table } from '../../ui/Table';
import { OpenRecruitmentDocument, type Profile, RecruitmentsDocument } from './demand.documents';
import { useBack } from './use-back';

/** For the hub alone: people looked for together. */
export function RecruitmentsPage() {
  const { t } = useTranslation();
  const worksDaily = useDailyWork();
  const load = useLoad(RecruitmentsDocument, {}, { about: ['Recruitment', 'Applicant'] });
  return (
    <Page title={t('joint.recruitment.title')} back={useBack()} lead={<p>{t('joint.recruitment.lead')}</p>}>
      <Loaded of={load}>
        {({ recruitments, talentProfiles, demandSurveys }) => {
          const profileOf = (id: string): string => {
            const profile = talentProfiles.find((one) => one.id === id);
            return profile ? nameOf(profile) : id;
          };
          return (
            <>
              {recruitments.length === 0 ? (
                <Empty>{t('joint.recruitment.empty')}</Empty>
              ) : (
                <Table
                  caption={t('joint.recruitment.title')}
                  rows={recruitments}
                  keyOf={({ id }) => id}
                  cards
                  columns={[
                    {
                      key: 'title',
                      title: t('joint.recruitment.name'),
                      heads: true,
                      cell: ({ id, title }) => (
                        <Link to={`/engagements/recruitment/${id}`} className="link">
                          <AsWritten>{title}</AsWritten>
                        </Link>
                      ),
                    },
                    {
                      key: 'profile',
                      title: t('joint.surveys.profile'),
                      cell: ({ profileId }) => profileOf(profileId),
                    },
                    {
                      key: 'people',
                      title: t('joint.surveys.people'),
                      numeric: true,
                      cell: ({ people }) => people,
                    },
                    {
                      key: 'closes',
                      title: t('joint.recruitment.closesOn'),
                      cell: ({ closesOn }) => longDate(closesOn),
                    },
                    {
                      key: 'state',
                      title: t('joint.state'),
                      nowrap: true,
                      cell: ({ status }) => t(`joint.openOrClosed.${status}`),
                    },
                    {
                      key: 'applicants',
                      title: t('joint.recruitment.applicants'),
                      nowrap: true,
                      cell: ({ applicants }) =>
                        t('joint.recruitment.counts', {
                          count: applicants.length,
                          hired: applicants.filter(({ status }) => status === 'HIRED').length,
                        }),
                    },
                  ]}
                />
              )}
              {worksDaily && (
                <Section title={t('joint.recruitment.open')} id="new-recruitment">
                  <NewRecruitment profiles={talentProfiles} surveys={demandSurveys} />
                </Section>
              )}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

interface NewProps {
  readonly profiles: readonly Profile[];
  readonly surveys: readonly { readonly id: string; readonly title: string }[];
}

function NewRecruitment({ profiles, surveys }: NewProps) {
  const { t } = useTranslation();
  const done = useDone();
  const [missing, setMissing] = useState<Refusal | null>(null);
  const [title, setTitle] = useState('');
  const [surveyId, setSurvey] = useState('');
  const [profileId, setProfile] = useState('');
  const [people, setPeople] = useState<number | null>(1);
  const [closesOn, setCloses] = useState('');
  const [retentionNote, setNote] = useState('');
  const { run, busy, refusal } = useAction(OpenRecruitmentDocument, 'Recruitment');
  const open = async () => {
    const words = { title, profileId, closesOn, retentionNote };
    const empty = [
      ...Object.entries(words).flatMap(([name, value]) => (value.trim() === '' ? [name] : [])),
      ...(people === null ? ['people'] : []),
    ];
    setMissing(emptyFields(empty));
    if (empty.length > 0) return;
    if (!(await run({ input: { ...words, people: people ?? 0, surveyId: surveyId || null } }))) return;
    done(t('joint.recruitment.opened'));
    setTitle('');
  };
  const labels = {
    title: t('joint.recruitment.name'),
    surveyId: t('joint.recruitment.survey'),
    profileId: t('joint.surveys.profile'),
    people: t('joint.surveys.people'),
    closesOn: t('joint.recruitment.closesOn'),
    retentionNote: t('joint.recruitment.retention'),
  };
  return (
    <Form
      label={t('joint.recruitment.open')}
      labels={labels}
      refusal={missing ?? refusal}
      onSubmit={() => void open()}
    >
      <TextField name="title" required maxLength={100} value={title} onChange={setTitle} />
      <SelectField
        name="surveyId"
        empty={t('ui.none')}
        value={surveyId}
        onChange={setSurvey}
        options={surveys.map((one) => ({ value: one.id, label: one.title }))}
      />
      <SelectField
        name="profileId"
        required
        empty={t('joint.choose')}
        value={profileId}
        onChange={setProfile}
        options={profiles.map((one) => ({ value: one.id, label: nameOf(one) }))}
      />
      <NumberField name="people" required min={1} max={100} value={people} onChange={setPeople} />
      <DateField name="closesOn" required value={closesOn} onChange={setCloses} />
      <TextAreaField
        name="retentionNote"
        required
        rows={2}
        max={300}
        hint={t('joint.recruitment.retentionHint')}
        value={retentionNote}
        onChange={setNote}
      />
      <div>
        <Button type="submit" look="primary" busy={busy}>
          {t('joint.recruitment.open')}
        </Button>
      </div>
    </Form>
  );
}

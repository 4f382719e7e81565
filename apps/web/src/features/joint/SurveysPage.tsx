import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { emptyFields, type Refusal } from '../../gql/refusal';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { fiscalYearName, longDate } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { useDailyWork, useSession, useViewer } from '../../session';
import { AsWritten } from '../../ui/AsWritten';
import { Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { FieldGroup } from '../../ui/Field';
import { CheckBox, DateField, NumberField, TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Empty, Loaded } from '../../ui/Loaded';
import { Page, Section } from '../../ui/Page';
import { Table } from '../../ui/Table';
import { OpenSurveyDocument, type Profile, type SurveyRow, SurveysDocument } from './demand.documents';
import { useBack } from './use-back';

/** Which towns want people to share: asked by the hub, answered by the towns. */
export function SurveysPage() {
  const { t } = useTranslation();
  const { role } = useViewer();
  const worksDaily = useDailyWork();
  const isHub = role === 'HUB_STAFF';
  const load = useLoad(SurveysDocument, {}, { about: ['DemandSurvey', 'DemandAnswer'] });
  return (
    <Page
      title={t('joint.surveys.title')}
      back={useBack()}
      lead={<p>{t(isHub ? 'joint.surveys.leadHub' : 'joint.surveys.leadTown')}</p>}
    >
      <Loaded of={load}>
        {({ demandSurveys, talentProfiles }) => (
          <>
            {demandSurveys.length === 0 ? (
              <Empty>{t('joint.surveys.empty')}</Empty>
            ) : (
              <SurveyTable rows={demandSurveys} isHub={isHub} />
            )}
            {isHub && worksDaily && (
              <Section title={t('joint.surveys.open')} id="new-survey">
                <NewSurvey profiles={talentProfiles} />
              </Section>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function SurveyTable({ rows, isHub }: { readonly rows: readonly SurveyRow[]; readonly isHub: boolean }) {
  const { t } = useTranslation();
  return (
    <Table
      caption={t('joint.surveys.title')}
      rows={rows}
      keyOf={({ id }) => id}
      cards
      columns={[
        {
          key: 'title',
          title: t('joint.surveys.name'),
          heads: true,
          cell: ({ id, title }) => (
            <Link to={`/engagements/surveys/${id}`} className="link">
              <AsWritten>{title}</AsWritten>
            </Link>
          ),
        },
        {
          key: 'year',
          title: t('joint.surveys.fiscalYear'),
          nowrap: true,
          cell: ({ fiscalYear }) => fiscalYearName(fiscalYear),
        },
        {
          key: 'deadline',
          title: t('joint.surveys.deadline'),
          cell: ({ deadlineOn }) => longDate(deadlineOn),
        },
        {
          key: 'state',
          title: t('joint.state'),
          cell: ({ takesAnswers }) => t(takesAnswers ? 'joint.surveys.isOpen' : 'joint.surveys.isOver'),
        },
        {
          key: 'answers',
          title: t(isHub ? 'joint.surveys.answered' : 'joint.surveys.own'),
          nowrap: true,
          cell: ({ answers }) =>
            isHub
              ? t('joint.surveys.towns', { count: answers.length })
              : t(answers.length > 0 ? 'joint.surveys.ownDone' : 'joint.surveys.ownOpen'),
        },
      ]}
    />
  );
}

function NewSurvey({ profiles }: { readonly profiles: readonly Profile[] }) {
  const { t } = useTranslation();
  const { today } = useSession();
  const done = useDone();
  const [missing, setMissing] = useState<Refusal | null>(null);
  const [title, setTitle] = useState('');
  const [fiscalYear, setYear] = useState<number | null>(Number(today.slice(0, 4)) + 1);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [deadlineOn, setDeadline] = useState('');
  const { run, busy, refusal } = useAction(OpenSurveyDocument, 'DemandSurvey');
  const open = async () => {
    const empty = [
      title.trim() === '' && 'title',
      fiscalYear === null && 'fiscalYear',
      chosen.length === 0 && 'profiles',
      deadlineOn === '' && 'deadlineOn',
    ].filter((name): name is string => name !== false);
    setMissing(emptyFields(empty));
    if (empty.length > 0) return;
    const input = { title, fiscalYear: fiscalYear ?? 0, profiles: [...chosen], deadlineOn };
    if (!(await run({ input }))) return;
    done(t('joint.surveys.opened'));
    setTitle('');
  };
  const labels = {
    title: t('joint.surveys.name'),
    fiscalYear: t('joint.surveys.fiscalYear'),
    profiles: t('joint.surveys.profiles'),
    deadlineOn: t('joint.surveys.deadline'),
  };
  return (
    <Form
      label={t('joint.surveys.open')}
      labels={labels}
      refusal={missing ?? refusal}
      onSubmit={() => void open()}
    >
      <TextField name="title" required maxLength={100} value={title} onChange={setTitle} />
      <NumberField name="fiscalYear" required min={2019} max={2100} value={fiscalYear} onChange={setYear} />
      <FieldGroup name="profiles" required>
        <div className="flex flex-col gap-3">
          {profiles.map((profile) => (
            <CheckBox
              key={profile.id}
              name={`profile-${profile.id}`}
              label={nameOf(profile)}
              checked={chosen.includes(profile.id)}
              onChange={(checked) =>
                setChosen(checked ? [...chosen, profile.id] : chosen.filter((id) => id !== profile.id))
              }
            />
          ))}
        </div>
      </FieldGroup>
      <DateField name="deadlineOn" required min={today} value={deadlineOn} onChange={setDeadline} />
      <div>
        <Button type="submit" look="primary" busy={busy}>
          {t('joint.surveys.open')}
        </Button>
      </div>
    </Form>
  );
}

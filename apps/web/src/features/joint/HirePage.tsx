import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { emptyFields, type Refusal } from '../../gql/refusal';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { nameOf } from '../../i18n/words';
import { Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { SelectField, TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Loaded } from '../../ui/Loaded';
import { Page } from '../../ui/Page';
import {
  ApplicantDocument,
  type ApplicantRecord,
  HireApplicantDocument,
  type Profile,
} from './demand.documents';
import {
  EMPTY_EMPLOYMENT,
  employmentInput,
  EmploymentFields,
  emptyEmploymentFields,
  useEmploymentLabels,
} from './EmploymentFields';
import { type Choices, ChoicesDocument } from './placements.documents';
import { HALF_DAYS, type HalfDay } from './week';
import { WeekBoxes } from './WeekBoxes';

/** Makes an applicant a specialist of the pool, appointed, in one step. */
export function HirePage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const load = useLoad(ApplicantDocument, { id });
  const choices = useLoad(ChoicesDocument, {});
  return (
    <Page
      title={t('joint.recruitment.step.HIRED')}
      narrow
      back={{ to: `/engagements/recruitment/applicants/${id}`, label: t('joint.recruitment.applicant') }}
      lead={<p>{t('joint.recruitment.hireLead')}</p>}
    >
      <Loaded of={load}>
        {({ applicant, talentProfiles }) => (
          <Loaded of={choices}>
            {(known) => <HireForm applicant={applicant} profiles={talentProfiles} choices={known} />}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

interface Props {
  readonly applicant: ApplicantRecord;
  readonly profiles: readonly Profile[];
  readonly choices: Choices;
}

function HireForm({ applicant, profiles, choices }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const done = useDone();
  const employmentLabels = useEmploymentLabels();
  const [missing, setMissing] = useState<Refusal | null>(null);
  const [profileId, setProfile] = useState('');
  const [baseId, setBase] = useState('');
  const [weekly, setWeekly] = useState<HalfDay[]>([...HALF_DAYS]);
  const [words, setWords] = useState('');
  const [wordsEn, setWordsEn] = useState('');
  const [employment, setEmployment] = useState(EMPTY_EMPLOYMENT);
  const { run, busy, refusal } = useAction(HireApplicantDocument, 'Applicant Specialist Employment');
  const hire = async () => {
    const own = { profileId, baseId, employment: words, employmentEn: wordsEn };
    const empty = [
      ...Object.entries(own).flatMap(([name, value]) => (value.trim() === '' ? [name] : [])),
      ...(weekly.length === 0 ? ['weekly'] : []),
      ...emptyEmploymentFields(employment),
    ];
    setMissing(emptyFields(empty));
    if (empty.length > 0) return;
    const { name, kana, nameEn } = applicant;
    const specialist = { ...own, name, kana, nameEn, weekly, modes: ['ON_SITE' as const, 'ONLINE' as const] };
    if (!(await run({ id: applicant.id, input: { specialist, employment: employmentInput(employment) } })))
      return;
    done(t('joint.recruitment.hired'));
    void navigate(`/engagements/recruitment/applicants/${applicant.id}`);
  };
  const labels = {
    ...employmentLabels,
    profileId: t('joint.surveys.profile'),
    baseId: t('joint.recruitment.base'),
    weekly: t('joint.recruitment.pattern'),
    employment: t('joint.recruitment.words'),
    employmentEn: t('joint.recruitment.wordsEn'),
  };
  return (
    <Form labels={labels} refusal={missing ?? refusal} onSubmit={() => void hire()}>
      <SelectField
        name="profileId"
        required
        empty={t('joint.choose')}
        value={profileId}
        onChange={setProfile}
        options={profiles.map((one) => ({ value: one.id, label: nameOf(one) }))}
      />
      <SelectField
        name="baseId"
        required
        empty={t('joint.choose')}
        value={baseId}
        onChange={setBase}
        options={choices.places.map((one) => ({ value: one.id, label: nameOf(one) }))}
      />
      <WeekBoxes weekly={weekly} onChange={setWeekly} pattern={null} />
      <TextField name="employment" required maxLength={200} value={words} onChange={setWords} />
      <TextField name="employmentEn" required maxLength={200} value={wordsEn} onChange={setWordsEn} />
      <EmploymentFields draft={employment} onChange={setEmployment} choices={choices.placementChoices} />
      <div>
        <Button type="submit" look="primary" busy={busy}>
          {t('joint.recruitment.step.HIRED')}
        </Button>
      </div>
    </Form>
  );
}

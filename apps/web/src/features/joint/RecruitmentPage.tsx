import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { emptyFields, type Refusal } from '../../gql/refusal';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { longDate } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { useDailyWork, useSession } from '../../session';
import { AsWritten } from '../../ui/AsWritten';
import { Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { Facts } from '../../ui/Facts';
import { DateField, TextAreaField, TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Empty, Loaded } from '../../ui/Loaded';
import { Page, Section } from '../../ui/Page';
import { Table } from '../../ui/Table';
import {
  AddApplicantDocument,
  type ApplicantRow,
  CloseRecruitmentDocument,
  RecruitmentDocument,
} from './demand.documents';

/** One recruitment and who applied. */
export function RecruitmentPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const worksDaily = useDailyWork();
  const done = useDone();
  const load = useLoad(RecruitmentDocument, { id }, { about: ['Recruitment', 'Applicant'] });
  const close = useAction(CloseRecruitmentDocument, 'Recruitment');
  return (
    <Loaded of={load}>
      {({ recruitment, talentProfiles }) => {
        const profile = talentProfiles.find((one) => one.id === recruitment.profileId);
        const isOpen = recruitment.status === 'OPEN';
        return (
          <Page
            title={recruitment.title}
            titleAsWritten
            back={{ to: '/engagements/recruitment', label: t('joint.recruitment.title') }}
          >
            <Facts
              items={[
                { term: t('joint.state'), value: t(`joint.openOrClosed.${recruitment.status}`) },
                {
                  term: t('joint.surveys.profile'),
                  value: profile ? nameOf(profile) : recruitment.profileId,
                },
                { term: t('joint.surveys.people'), value: recruitment.people },
                { term: t('joint.recruitment.closesOn'), value: longDate(recruitment.closesOn) },
                {
                  term: t('joint.recruitment.retention'),
                  value: <AsWritten>{recruitment.retentionNote}</AsWritten>,
                },
              ]}
            />
            <Section title={t('joint.recruitment.applicants')} id="applicants">
              {recruitment.applicants.length === 0 ? (
                <Empty>{t('joint.recruitment.nobody')}</Empty>
              ) : (
                <ApplicantTable rows={recruitment.applicants} />
              )}
              {worksDaily && isOpen && <NewApplicant recruitmentId={id} />}
            </Section>
            {worksDaily && isOpen && (
              <div>
                <ErrorSummary refusal={close.refusal} />
                <Button
                  busy={close.busy}
                  onClick={() =>
                    void close.run({ id }).then((closed) => closed && done(t('joint.recruitment.closed')))
                  }
                >
                  {t('joint.recruitment.close')}
                </Button>
              </div>
            )}
          </Page>
        );
      }}
    </Loaded>
  );
}

function ApplicantTable({ rows }: { readonly rows: readonly ApplicantRow[] }) {
  const { t } = useTranslation();
  return (
    <Table
      caption={t('joint.recruitment.applicants')}
      rows={rows}
      keyOf={({ id }) => id}
      cards
      columns={[
        {
          key: 'name',
          title: t('joint.recruitment.applicant'),
          heads: true,
          cell: (row) => (
            <Link to={`/engagements/recruitment/applicants/${row.id}`} className="link">
              {nameOf(row)}
            </Link>
          ),
        },
        { key: 'on', title: t('joint.recruitment.appliedOn'), cell: ({ appliedOn }) => longDate(appliedOn) },
        {
          key: 'state',
          title: t('joint.state'),
          nowrap: true,
          cell: ({ status }) => t(`joint.recruitment.status.${status}`),
        },
      ]}
    />
  );
}

function NewApplicant({ recruitmentId }: { readonly recruitmentId: string }) {
  const { t } = useTranslation();
  const { today } = useSession();
  const done = useDone();
  const [missing, setMissing] = useState<Refusal | null>(null);
  const [name, setName] = useState('');
  const [kana, setKana] = useState('');
  const [nameEn, setNameEn] = useState('');
  const [contact, setContact] = useState('');
  const [note, setNote] = useState('');
  const [appliedOn, setDay] = useState(today);
  const { run, busy, refusal } = useAction(AddApplicantDocument, 'Applicant Recruitment');
  const add = async () => {
    const words = { name, kana, nameEn, contact, appliedOn };
    const empty = Object.entries(words).flatMap(([field, value]) => (value.trim() === '' ? [field] : []));
    setMissing(emptyFields(empty));
    if (empty.length > 0 || !(await run({ recruitmentId, input: { ...words, note: note.trim() || null } })))
      return;
    done(t('joint.recruitment.added'));
    for (const clear of [setName, setKana, setNameEn, setContact, setNote]) clear('');
  };
  const labels = {
    name: t('joint.recruitment.fullName'),
    kana: t('joint.recruitment.kana'),
    nameEn: t('joint.recruitment.nameEn'),
    contact: t('joint.recruitment.contact'),
    appliedOn: t('joint.recruitment.appliedOn'),
    note: t('joint.note'),
  };
  return (
    <Form
      label={t('joint.recruitment.add')}
      labels={labels}
      refusal={missing ?? refusal}
      onSubmit={() => void add()}
    >
      <h3 className="text-std-18B-160">{t('joint.recruitment.add')}</h3>
      <TextField name="name" required maxLength={60} value={name} onChange={setName} />
      <TextField name="kana" required maxLength={60} value={kana} onChange={setKana} />
      <TextField name="nameEn" required maxLength={60} value={nameEn} onChange={setNameEn} />
      <TextField name="contact" required maxLength={200} value={contact} onChange={setContact} />
      <DateField name="appliedOn" required max={today} value={appliedOn} onChange={setDay} />
      <TextAreaField name="note" rows={3} max={2000} value={note} onChange={setNote} />
      <div>
        <Button type="submit" busy={busy}>
          {t('joint.recruitment.add')}
        </Button>
      </div>
    </Form>
  );
}

import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { longDate, longInstant } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { useDailyWork } from '../../session';
import { WordsDialog } from '../../ui/AskDialog';
import { AsWritten } from '../../ui/AsWritten';
import { Actions, Button, LinkButton } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { Facts } from '../../ui/Facts';
import { Loaded } from '../../ui/Loaded';
import { Page, Section } from '../../ui/Page';
import { ApplicantDocument, type ApplicantRecord, MoveApplicantDocument } from './demand.documents';

/** One applicant, for the hub alone. */
export function ApplicantPage({ below }: { readonly below?: (id: string) => ReactNode }) {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const worksDaily = useDailyWork();
  const load = useLoad(ApplicantDocument, { id }, { about: ['Applicant'] });
  return (
    <Loaded of={load}>
      {({ applicant }) => (
        <Page
          title={nameOf(applicant)}
          titleAsWritten
          back={{
            to: `/engagements/recruitment/${applicant.recruitmentId}`,
            label: t('joint.recruitment.applicants'),
          }}
        >
          <Facts
            items={[
              { term: t('joint.state'), value: t(`joint.recruitment.status.${applicant.status}`) },
              { term: t('joint.recruitment.kana'), value: <AsWritten>{applicant.kana}</AsWritten> },
              { term: t('joint.recruitment.contact'), value: <AsWritten>{applicant.contact}</AsWritten> },
              { term: t('joint.recruitment.appliedOn'), value: longDate(applicant.appliedOn) },
              applicant.note !== null && {
                term: t('joint.note'),
                value: <AsWritten>{applicant.note}</AsWritten>,
              },
              applicant.specialistId !== null && {
                term: t('joint.recruitment.became'),
                value: (
                  <Link to={`/specialists/${applicant.specialistId}`} className="link">
                    {t('joint.recruitment.toSpecialist')}
                  </Link>
                ),
              },
            ]}
          />
          {worksDaily && <Steps applicant={applicant} />}
          <Section title={t('joint.steps')} id="applicant-steps">
            <ol className="flex flex-col gap-3">
              {applicant.history.map((step) => (
                <li key={`${step.at} ${step.toStatus}`}>
                  {longInstant(step.at)} {t(`joint.recruitment.status.${step.toStatus}`)}{' '}
                  <AsWritten>{step.actorName}</AsWritten>
                  {step.reason && <p className="text-solid-gray-700">{step.reason}</p>}
                </li>
              ))}
            </ol>
          </Section>
          {below?.(applicant.id)}
        </Page>
      )}
    </Loaded>
  );
}

type Ending = 'DECLINED' | 'REJECTED';

function Steps({ applicant }: { readonly applicant: ApplicantRecord }) {
  const { t } = useTranslation();
  const done = useDone();
  const [ending, setEnding] = useState<Ending | null>(null);
  const { run, busy, refusal } = useAction(MoveApplicantDocument, 'Applicant');
  const { id, next } = applicant;
  const move = async (step: 'SCREENING' | 'OFFERED' | Ending, reason: string | null) => {
    if (!(await run({ id, input: { step, reason } }))) return;
    setEnding(null);
    done(t(`joint.recruitment.status.${step}`));
  };
  if (next.length === 0) return null;
  return (
    <>
      {ending === null && <ErrorSummary refusal={refusal} />}
      <Actions label={t('joint.actions')}>
        {(['SCREENING', 'OFFERED'] as const).map(
          (step) =>
            next.includes(step) && (
              <Button key={step} look="primary" busy={busy} onClick={() => void move(step, null)}>
                {t(`joint.recruitment.step.${step}`)}
              </Button>
            ),
        )}
        {next.includes('HIRED') && (
          <LinkButton to={`/engagements/recruitment/applicants/${id}/hire`} look="primary">
            {t('joint.recruitment.step.HIRED')}
          </LinkButton>
        )}
        {(['DECLINED', 'REJECTED'] as const).map((step) => (
          <Button key={step} look="danger" onClick={() => setEnding(step)}>
            {t(`joint.recruitment.step.${step}`)}
          </Button>
        ))}
      </Actions>
      <WordsDialog
        title={ending ? t(`joint.recruitment.step.${ending}`) : ''}
        open={ending !== null}
        onClose={() => setEnding(null)}
        confirm={ending ? t(`joint.recruitment.step.${ending}`) : ''}
        busy={busy}
        refusal={refusal}
        name="reason"
        label={t('joint.reason')}
        onConfirm={(reason) => void (ending && move(ending, reason))}
      />
    </>
  );
}

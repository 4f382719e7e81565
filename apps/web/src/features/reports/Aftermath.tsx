import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { WordsDialog } from '../../ui/AskDialog';
import { Actions, Button, LinkButton } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { Section } from '../../ui/Page';
import { CaseStatusText } from './CaseStatusText';
import { DraftCaseDocument } from './case-reports.documents';
import { FollowUpAnswer } from './FollowUpAnswer';
import { RatingsForm, RatingsGiven } from './RatingsForm';
import {
  AftermathDocument,
  type AftermathCase,
  EvaluateSupportDocument,
  type RatingsInput,
  WaiveEvaluationDocument,
} from './reports.documents';
import { StepTable } from './StepTable';

/** What became of a case: next steps, evaluation, its report, and the year after. Nothing before there is any. */
export function Aftermath({ requestId }: { readonly requestId: string }) {
  const load = useLoad(
    AftermathDocument,
    { id: requestId },
    { about: ['SupportEvaluation', 'ReportStep', 'CaseReport', 'FollowUp', 'VisitReport'] },
  );
  const found = load.data?.supportRequest;
  return found ? <Parts of={found} /> : null;
}

function Parts({ of }: { readonly of: AftermathCase }) {
  const { t } = useTranslation();
  const ofCase = of.evaluations.find(({ visitId }) => visitId === null);
  return (
    <>
      {of.reportSteps.length > 0 && (
        <Section title={t('reports.field.steps')} id="report-steps">
          <StepTable steps={of.reportSteps} />
        </Section>
      )}
      {of.aftermathActions.includes('EVALUATE') && <Evaluate id={of.id} />}
      {of.aftermathActions.includes('WAIVE_EVALUATION') && <Waive id={of.id} />}
      {ofCase && (
        <Section title={t('reports.evaluation')} id="case-evaluation">
          <RatingsGiven evaluation={ofCase} />
        </Section>
      )}
      {(of.caseReport !== null || of.aftermathActions.includes('DRAFT_CASE_REPORT')) && <CasePart of={of} />}
      {of.followUp && (
        <Section title={t('reports.followUp.title')} id="follow-up">
          <FollowUpAnswer followUp={of.followUp} />
        </Section>
      )}
    </>
  );
}

function Evaluate({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const done = useDone();
  const { run, busy, refusal } = useAction(
    EvaluateSupportDocument,
    'SupportEvaluation SupportRequest ReportTask',
  );
  const rate = async (ratings: RatingsInput) => {
    if (await run({ supportRequestId: id, ratings })) done(t('reports.done.completed'));
  };
  return (
    <Section title={t('reports.evaluateCase')} id="evaluate">
      <p>{t('reports.evaluateCaseLead')}</p>
      <RatingsForm
        label={t('reports.evaluateCase')}
        busy={busy}
        refusal={refusal}
        onRate={(ratings) => void rate(ratings)}
      />
    </Section>
  );
}

function Waive({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const done = useDone();
  const [open, setOpen] = useState(false);
  const { run, busy, refusal, clear } = useAction(WaiveEvaluationDocument, 'SupportRequest ReportTask');
  const waive = async (reason: string) => {
    if (!(await run({ supportRequestId: id, reason }))) return;
    setOpen(false);
    done(t('reports.done.waived'));
  };
  return (
    <Section title={t('reports.evaluation')} id="waive">
      <p>{t('reports.waiveLead')}</p>
      <Actions>
        <Button onClick={() => setOpen(true)}>{t('reports.waive')}</Button>
      </Actions>
      <WordsDialog
        title={t('reports.waive')}
        open={open}
        onClose={() => {
          setOpen(false);
          clear();
        }}
        confirm={t('reports.waive')}
        busy={busy}
        refusal={refusal}
        name="reason"
        label={t('requests.ask.reason')}
        suggestions={[t('reports.suggest.unreachable')]}
        onConfirm={(reason) => void waive(reason)}
      />
    </Section>
  );
}

function CasePart({ of }: { readonly of: AftermathCase }) {
  const { t } = useTranslation();
  const done = useDone();
  const { run, busy, refusal } = useAction(DraftCaseDocument, 'CaseReport SupportRequest');
  const draft = async () => {
    const made = (await run({ supportRequestId: of.id }))?.draftCaseReport;
    if (made) done(t('reports.done.drafted'), `/case-reports/${made.id}`);
  };
  return (
    <Section title={t('reports.case.title')} id="case-report">
      <ErrorSummary refusal={refusal} />
      {of.caseReport ? (
        <p>
          <Link to={`/case-reports/${of.caseReport.id}`} className="link">
            {t('reports.case.open')}
          </Link>{' '}
          <CaseStatusText status={of.caseReport.status} />
        </p>
      ) : (
        <Actions>
          <Button onClick={() => void draft()} busy={busy}>
            {t('reports.case.draft')}
          </Button>
        </Actions>
      )}
    </Section>
  );
}

interface Reported {
  readonly visit: { readonly id: string; readonly status: string; readonly endsAt: string };
}

/** On the page of a visit that is over: the way to its report. */
export function ReportLink({ visit }: Reported) {
  const { t } = useTranslation();
  if (visit.status === 'CANCELLED' || new Date(visit.endsAt) > new Date()) return null;
  return (
    <Section title={t('reports.title')} id="visit-report">
      <Actions>
        <LinkButton to={`/visits/${visit.id}/report`}>{t('reports.open')}</LinkButton>
      </Actions>
    </Section>
  );
}

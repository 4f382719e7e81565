import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Attachments } from '../../attachments/Attachments';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { longDate, timeRange, tokyo } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { useConnection } from '../../offline/connection';
import type { KeptDraft } from '../../offline/database';
import { keeps, recallDraft } from '../../offline/keeper';
import { useWishes } from '../../offline/outbox';
import { useSession } from '../../session';
import { AsWritten } from '../../ui/AsWritten';
import { Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { Empty, Loaded } from '../../ui/Loaded';
import { Notice } from '../../ui/Notice';
import { Page, Section } from '../../ui/Page';
import { savePaper } from '../../ui/save-file';
import { AnswerReport } from './AnswerReport';
import { RatingsForm, RatingsGiven } from './RatingsForm';
import { ReportForm } from './ReportForm';
import {
  EvaluateSupportDocument,
  EvaluateVisitDocument,
  type RatingsInput,
  ReportPaperDocument,
  type ReportVisit,
  VisitReportDocument,
} from './reports.documents';
import { ReportView } from './ReportView';
import { StepTable } from './StepTable';
import { WaitingReport } from './WaitingReport';

/** The report of one visit: written by whoever came, answered by the town, read by all three. */
export function ReportPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const load = useLoad(VisitReportDocument, { id }, { about: ['VisitReport', 'SupportEvaluation'] });
  const visit = load.data?.visit;
  return (
    <Page
      title={visit ? t('reports.titleOf', { town: nameOf(visit.municipality) }) : t('reports.title')}
      back={{ to: `/visits/${id}`, label: t('reports.backToVisit') }}
      lead={visit && <VisitWords visit={visit} />}
      narrow
    >
      <Loaded of={load}>{(data) => <Report visit={data.visit} />}</Loaded>
    </Page>
  );
}

function VisitWords({ visit }: { readonly visit: ReportVisit }) {
  const { t } = useTranslation();
  return (
    <p>
      {longDate(tokyo(visit.startsAt).date)} {timeRange(visit.startsAt, visit.endsAt)}
      <br />
      <Link to={`/requests/${visit.supportRequest.id}`} className="link">
        <AsWritten>{visit.supportRequest.title}</AsWritten>
      </Link>{' '}
      {t('schedule.nth', { n: visit.visitNo })}
    </p>
  );
}

function Report({ visit }: { readonly visit: ReportVisit }) {
  const { t } = useTranslation();
  const { today, viewer } = useSession();
  const { report, supportRequest } = visit;
  const waits = useWishes().find(({ kind, visitId }) => kind === 'REPORT' && visitId === visit.id);
  const writes = useWrites(visit);
  const fromPhone = usePhoneDraft(visit.id);
  const open = supportRequest.reportSteps.filter(({ status }) => status === 'OPEN');
  const late = visit.reportDueOn < today;
  if (waits) return <WaitingReport wish={waits} />;
  return (
    <>
      {writes && late && (
        <Notice tone="warning" title={t('reports.dueOn', { date: longDate(visit.reportDueOn) })}>
          <p>{t('reports.late')}</p>
        </Notice>
      )}
      {writes && !late && (
        <p>
          <strong>{t('reports.dueOn', { date: longDate(visit.reportDueOn) })}</strong>
          {t('reports.lead')}
        </p>
      )}
      {writes && open.length > 0 && (
        <Section title={t('reports.lastSteps')} id="last-steps">
          <StepTable steps={open} />
        </Section>
      )}
      {writes && fromPhone !== undefined && <ReportForm key={visit.id} visit={visit} fromPhone={fromPhone} />}
      {!writes && !report && <Empty>{t('reports.none')}</Empty>}
      {!writes && report && (
        <>
          {report.status === 'CONFIRMED' && viewer?.role === 'SPECIALIST' && <Thanked visit={visit} />}
          <Section title={t('reports.title')} id="report" aside={<TakePaper visit={visit} />}>
            <ReportView report={report} />
          </Section>
          <Attachments ownerType="VISIT_REPORT" ownerId={report.id} />
          {visit.reportActions.includes('CONFIRM') && (
            <Section title={t('reports.answer')} id="answer">
              <AnswerReport visit={visit} />
            </Section>
          )}
          <Evaluation visit={visit} />
        </>
      )}
    </>
  );
}

/** As the server says; without a line, by the clock of the phone: a visit may have ended in the tunnel. */
function useWrites({ reportActions, endsAt, report, status }: ReportVisit): boolean {
  const { offline } = useConnection();
  const { viewer } = useSession();
  if (reportActions.includes('WRITE')) return true;
  const isOpen = report === null || report.status === 'DRAFT' || report.status === 'RETURNED';
  const mayBeOver = status === 'PUBLISHED' || status === 'CONFIRMED' || status === 'DONE';
  return offline && viewer?.role === 'SPECIALIST' && isOpen && mayBeOver && new Date(endsAt) <= new Date();
}

/** What was begun on this phone; undefined while it is looked up. */
function usePhoneDraft(visitId: string): KeptDraft | null | undefined {
  const [draft, setDraft] = useState<KeptDraft | null | undefined>(keeps() ? undefined : null);
  useEffect(() => {
    let left = false;
    void recallDraft(visitId).then((found) => {
      if (!left) setDraft(found);
    });
    return () => {
      left = true;
    };
  }, [visitId]);
  return draft;
}

/** 呉市が確認しました, and the line of thanks when there is one. */
function Thanked({ visit: { municipality, report } }: { readonly visit: ReportVisit }) {
  const { t } = useTranslation();
  return (
    <Notice tone="done" title={t('reports.confirmedBy', { town: nameOf(municipality) })}>
      {report?.thanks && (
        <>
          <p>{t('reports.thanked')}</p>
          <AsWritten block>{report.thanks}</AsWritten>
        </>
      )}
    </Notice>
  );
}

/** Of the visit while others follow; of the case when this was the last. */
function Evaluation({ visit }: { readonly visit: ReportVisit }) {
  const { t } = useTranslation();
  const done = useDone();
  const ofVisit = useAction(EvaluateVisitDocument, 'SupportEvaluation Visit');
  const ofCase = useAction(EvaluateSupportDocument, 'SupportEvaluation SupportRequest ReportTask Visit');
  const { supportRequest, evaluation } = visit;
  const ends = supportRequest.aftermathActions.includes('EVALUATE');
  const rateCase = async (ratings: RatingsInput) => {
    if (await ofCase.run({ supportRequestId: supportRequest.id, ratings })) done(t('reports.done.completed'));
  };
  const rateVisit = async (ratings: RatingsInput) => {
    if (await ofVisit.run({ visitId: visit.id, ratings })) done(t('reports.done.evaluated'));
  };
  if (ends)
    return (
      <Section title={t('reports.evaluateCase')} id="evaluation">
        <p>{t('reports.evaluateCaseLead')}</p>
        <RatingsForm
          label={t('reports.evaluateCase')}
          busy={ofCase.busy}
          refusal={ofCase.refusal}
          onRate={(ratings) => void rateCase(ratings)}
        />
      </Section>
    );
  if (visit.reportActions.includes('EVALUATE_VISIT') && supportRequest.status === 'IN_SUPPORT')
    return (
      <Section title={t('reports.evaluateVisit')} id="evaluation">
        <p>{t('reports.evaluateVisitLead')}</p>
        <RatingsForm
          label={t('reports.evaluateVisit')}
          busy={ofVisit.busy}
          refusal={ofVisit.refusal}
          onRate={(ratings) => void rateVisit(ratings)}
        />
      </Section>
    );
  if (!evaluation) return null;
  return (
    <Section title={t('reports.evaluation')} id="evaluation">
      <RatingsGiven evaluation={evaluation} />
    </Section>
  );
}

/** 復命書 as PDF. */
function TakePaper({ visit }: { readonly visit: ReportVisit }) {
  const { t } = useTranslation();
  const { run, busy, refusal } = useAction(ReportPaperDocument);
  const { viewer } = useSession();
  const mayTake =
    viewer?.role === 'SPECIALIST' ||
    viewer?.duties.some((duty) => duty === 'COORDINATOR' || duty === 'APPROVER' || duty === 'REQUESTER');
  if (!mayTake) return null;
  const take = async () => {
    const file = (await run({ visitId: visit.id }))?.makeVisitReportPaper;
    if (file) savePaper(file);
  };
  return (
    <div className="no-print">
      <ErrorSummary refusal={refusal} />
      <Button size="small" busy={busy} onClick={() => void take()}>
        {t('reports.paper')}
      </Button>
    </div>
  );
}

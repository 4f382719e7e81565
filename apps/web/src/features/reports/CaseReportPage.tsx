import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { longInstant, shortInstant } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { useViewer } from '../../session';
import { AsWritten } from '../../ui/AsWritten';
import { Button } from '../../ui/Button';
import { Choice } from '../../ui/Choice';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { Facts } from '../../ui/Facts';
import { Form } from '../../ui/Form';
import { Empty, Loaded } from '../../ui/Loaded';
import { Notice } from '../../ui/Notice';
import { Page, Section } from '../../ui/Page';
import { savePaper } from '../../ui/save-file';
import { Table } from '../../ui/Table';
import { CaseActions } from './CaseActions';
import { CaseEditor } from './CaseEditor';
import { CaseStatusText } from './CaseStatusText';
import {
  type Audience,
  CasePaperDocument,
  CaseReportDocument,
  type CaseReportFull,
  type CaseSheet,
  CaseSheetDocument,
} from './case-reports.documents';

const AUDIENCES = ['INTERNAL', 'OTHER_TOWNS', 'PUBLIC'] as const satisfies readonly Audience[];

/** 支援実績報告書: written by the hub, shown as each audience would have it, with what it would not get. */
export function CaseReportPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const load = useLoad(CaseReportDocument, { id });
  const report = load.data?.caseReport;
  return (
    <Page
      title={t('reports.case.title')}
      back={{ to: '/reports?view=cases', label: t('reports.case.back') }}
      lead={
        report && (
          <p>
            <Link to={`/requests/${report.supportRequest?.id ?? ''}`} className="link">
              <AsWritten>{report.supportRequest?.title ?? ''}</AsWritten>
            </Link>
          </p>
        )
      }
    >
      <Loaded of={load}>{({ caseReport }) => <Parts report={caseReport} />}</Loaded>
    </Page>
  );
}

function Parts({ report }: { readonly report: CaseReportFull }) {
  const { t } = useTranslation();
  const { role } = useViewer();
  return (
    <>
      <CaseActions report={report} />
      <Facts
        items={[
          { term: t('reports.field.status'), value: <CaseStatusText status={report.status} /> },
          report.municipality && { term: t('reports.tasks.town'), value: nameOf(report.municipality) },
          {
            term: t('reports.case.drafted'),
            value: t('reports.byAt', { name: report.draftedByName, at: longInstant(report.draftedAt) }),
          },
          report.approvedByName !== null &&
            report.approvedAt !== null && {
              term: t('reports.case.approved'),
              value: t('reports.byAt', { name: report.approvedByName, at: longInstant(report.approvedAt) }),
            },
        ]}
      />
      {report.viewerActions.includes('WRITE') && report.words && (
        <Section title={t('reports.case.write')} id="write">
          <CaseEditor report={report} words={report.words} />
        </Section>
      )}
      <Preview report={report} audiences={role === 'HUB_STAFF' ? AUDIENCES : AUDIENCES.slice(1)} />
      <Section title={t('schedule.history.title')} id="case-history">
        <Table
          caption={t('schedule.history.caption')}
          rows={report.history.map((event, i) => ({ ...event, i }))}
          keyOf={({ i }) => String(i)}
          cards
          columns={[
            {
              key: 'at',
              title: t('schedule.history.when'),
              nowrap: true,
              cell: ({ at }) => shortInstant(at),
            },
            {
              key: 'what',
              title: t('schedule.history.what'),
              heads: true,
              cell: ({ toStatus }) => t(`reports.case.status.${toStatus}`),
            },
            {
              key: 'who',
              title: t('schedule.history.who'),
              cell: ({ actorName }) => <AsWritten>{actorName}</AsWritten>,
            },
            {
              key: 'why',
              title: t('schedule.history.why'),
              cell: ({ reason }) => (reason === null ? t('ui.none') : <AsWritten block>{reason}</AsWritten>),
            },
          ]}
        />
      </Section>
    </>
  );
}

interface PreviewProps {
  readonly report: CaseReportFull;
  readonly audiences: readonly Audience[];
}

/** As one audience would have it: switched, looked over, taken away. */
function Preview({ report, audiences }: PreviewProps) {
  const { t } = useTranslation();
  const [audience, setAudience] = useState<Audience>('OTHER_TOWNS');
  const load = useLoad(CaseSheetDocument, { id: report.id, audience }, { about: ['CaseReport'] });
  return (
    <Section
      title={t('reports.case.preview')}
      id="preview"
      aside={<TakePaper id={report.id} audience={audience} />}
    >
      <Form labels={{ audience: t('requests.sheet.audience') }} refusal={null} onSubmit={() => undefined}>
        <Choice
          name="audience"
          needless
          layout="row"
          value={audience}
          onChange={(value) => setAudience(audiences.find((one) => one === value) ?? 'OTHER_TOWNS')}
          options={audiences.map((value) => ({ value, label: t(`requests.sheet.for.${value}`) }))}
        />
      </Form>
      <Loaded of={load}>{({ caseReportSheet }) => <Sheet sheet={caseReportSheet} />}</Loaded>
    </Section>
  );
}

function Sheet({ sheet }: { readonly sheet: CaseSheet }) {
  const { t } = useTranslation();
  const { leftOut } = sheet;
  return (
    <>
      <div className="rounded-8 border border-solid-gray-420 p-4">
        <Facts
          items={sheet.lines
            .filter(({ value }) => value !== null && value !== '')
            .map(({ field, value }) => ({
              term: t(`reports.case.field.${field}`),
              value: <AsWritten block>{value}</AsWritten>,
            }))}
        />
      </div>
      {sheet.audience !== 'INTERNAL' &&
        (leftOut.length === 0 ? (
          <Empty>{t('reports.case.nothingLeftOut')}</Empty>
        ) : (
          <>
            <Notice tone="warning" title={t('reports.case.leftOut', { count: leftOut.length })}>
              <p>{t('reports.case.readAll')}</p>
            </Notice>
            <Table
              caption={t('reports.case.leftOutCaption')}
              cards
              rows={leftOut.map((one, i) => ({ ...one, i }))}
              keyOf={({ i }) => String(i)}
              columns={[
                {
                  key: 'field',
                  title: t('reports.case.where'),
                  heads: true,
                  cell: ({ field }) => t(`reports.case.field.${field}`),
                },
                {
                  key: 'kind',
                  title: t('reports.case.why'),
                  cell: ({ kind }) => t(`reports.case.cut.${kind}`),
                },
                {
                  key: 'text',
                  title: t('reports.case.what'),
                  cell: ({ text }) =>
                    text === null ? t('reports.case.notShown') : <AsWritten block>{text}</AsWritten>,
                },
              ]}
            />
          </>
        ))}
    </>
  );
}

function TakePaper({ id, audience }: { readonly id: string; readonly audience: Audience }) {
  const { t } = useTranslation();
  const { duties } = useViewer();
  const { run, busy, refusal } = useAction(CasePaperDocument);
  if (!duties.some((duty) => duty === 'COORDINATOR' || duty === 'APPROVER' || duty === 'REQUESTER'))
    return null;
  const take = async () => {
    const file = (await run({ id, audience }))?.makeCaseReportPaper;
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

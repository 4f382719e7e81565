import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { fiscalYearName, longInstant, shortInstant } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { AsWritten } from '../../ui/AsWritten';
import { Facts } from '../../ui/Facts';
import { Loaded } from '../../ui/Loaded';
import { Name } from '../../ui/Name';
import { Notice } from '../../ui/Notice';
import { Page, Section } from '../../ui/Page';
import { Table } from '../../ui/Table';
import { Assignment } from './Assignment';
import { ConsultationActions } from './ConsultationActions';
import { ConsultationDocument, type ConsultationRow } from './consultations.documents';
import { ConsultationStatusText, DueText } from './ConsultationStatus';

const FOLLOW_MS = 2000;

interface Props {
  /** What this role needs before it answers. */
  readonly above?: (consultationId: string) => ReactNode;
  /** What the role adds, such as what the question's town is about to buy. */
  readonly beside?: (consultationId: string) => ReactNode;
}

export function ConsultationPage({ above, beside }: Props) {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const consultation = useLoad(ConsultationDocument, { id });
  const number = consultation.data?.consultation.number;
  const { reload } = consultation;
  const unassigned =
    consultation.data?.consultation.status === 'OPEN' && !consultation.data.consultation.escalatedAt;
  // Who answers is decided within seconds; the page follows without being loaded again.
  useEffect(() => {
    if (!unassigned) return;
    const timer = setInterval(reload, FOLLOW_MS);
    return () => clearInterval(timer);
  }, [unassigned, reload]);
  return (
    <Page
      title={number ? t('consultations.numbered', { number }) : t('consultations.title')}
      back={{ to: '/consultations', label: t('consultations.title') }}
    >
      <Loaded of={consultation}>
        {({ consultation: one }) => (
          <One consultation={one} above={above?.(one.id)} beside={beside?.(one.id)} />
        )}
      </Loaded>
    </Page>
  );
}

interface OneProps {
  readonly consultation: ConsultationRow;
  readonly above: ReactNode;
  readonly beside: ReactNode;
}

function One({ consultation, above, beside }: OneProps) {
  const { t } = useTranslation();
  const { answer, answeredAt, assignment, escalatedAt } = consultation;
  return (
    <>
      <div className="flex flex-col gap-6">
        <p className="text-std-18B-160">
          <ConsultationStatusText status={consultation.status} />
        </p>
        <blockquote
          lang="ja"
          className="whitespace-pre-wrap border-l-8 border-solid-gray-300 py-1 pl-4 text-std-17N-170"
        >
          {consultation.question}
        </blockquote>
        {answer && (
          <Notice tone="done" title={t('consultations.answer')}>
            <AsWritten block>{answer}</AsWritten>
            {answeredAt && <p className="mt-2 text-dns-14N-130">{longInstant(answeredAt)}</p>}
          </Notice>
        )}
        {escalatedAt && (
          <Notice tone="warning" title={t('consultations.escalated')}>
            <p>{t('consultations.escalatedText', { since: longInstant(escalatedAt) })}</p>
          </Notice>
        )}
        {above}
        <ConsultationActions consultation={consultation} />
      </div>
      <ConsultationFacts consultation={consultation} />
      {assignment && <Assignment assignment={assignment} />}
      {beside}
      <Section title={t('consultations.history.title')} id="history">
        <Exchange history={consultation.history} />
      </Section>
    </>
  );
}

function ConsultationFacts({ consultation }: { readonly consultation: ConsultationRow }) {
  const { t } = useTranslation();
  const { municipality, theme, expertField, specialist, supportRequestId } = consultation;
  return (
    <Facts
      items={[
        { term: t('consultations.town'), value: <Name of={municipality} /> },
        { term: t('consultations.contact'), value: <AsWritten>{consultation.contactSection}</AsWritten> },
        { term: t('consultations.theme'), value: theme ? nameOf(theme) : t('consultations.noTheme') },
        expertField !== null && {
          term: t('council.field'),
          value: t('council.fieldOfYear', {
            name: nameOf(expertField),
            year: fiscalYearName(expertField.fiscalYear),
          }),
        },
        {
          term: t('consultations.specialist'),
          value: specialist ? <Name of={specialist} /> : t('consultations.nobody'),
        },
        { term: t('consultations.due'), value: <DueText row={consultation} /> },
        { term: t('consultations.asked'), value: longInstant(consultation.createdAt) },
        supportRequestId !== null && {
          term: t('consultations.became'),
          value: (
            <Link to={`/requests/${supportRequestId}`} className="link">
              {t('requests.title')}
            </Link>
          ),
        },
      ]}
    />
  );
}

function Exchange({ history }: Pick<ConsultationRow, 'history'>) {
  const { t } = useTranslation();
  return (
    <Table
      caption={t('consultations.history.caption')}
      rows={history.map((event, i) => ({ ...event, i }))}
      keyOf={({ i }) => String(i)}
      cards
      columns={[
        {
          key: 'who',
          title: t('consultations.history.who'),
          heads: true,
          nowrap: true,
          cell: ({ actorName, actorRole, at }) => (
            <>
              {actorRole === 'SYSTEM' ? (
                t('consultations.history.system')
              ) : (
                <AsWritten>{actorName}</AsWritten>
              )}
              <span className="block text-dns-14N-130 text-solid-gray-700">{shortInstant(at)}</span>
            </>
          ),
        },
        {
          key: 'what',
          title: t('consultations.history.what'),
          cell: ({ toStatus }) => t(`consultations.status.${toStatus}`),
        },
        {
          key: 'words',
          title: t('consultations.history.words'),
          cell: ({ reason }) => (reason === null ? t('ui.none') : <AsWritten block>{reason}</AsWritten>),
        },
      ]}
    />
  );
}

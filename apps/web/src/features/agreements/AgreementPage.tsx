import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { calendarDate, longInstant } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { AsWritten } from '../../ui/AsWritten';
import { Facts } from '../../ui/Facts';
import { Empty, Loaded } from '../../ui/Loaded';
import { Notice } from '../../ui/Notice';
import { Page, Section } from '../../ui/Page';
import { Table } from '../../ui/Table';
import { AgreementActions } from './AgreementActions';
import { AgreementPapers } from './AgreementPapers';
import { AgreementDocument, type AgreementRow } from './agreements.documents';
import { AgreementStatusText } from './AgreementStatusText';
import { PlannedDays } from './PlannedDays';

interface Props {
  /** What this role reads after it, such as its history. */
  readonly below?: (id: string) => ReactNode;
}

/** One agreement: where it stands, what can be done, what it says and how it came about. */
export function AgreementPage({ below }: Props) {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const load = useLoad(AgreementDocument, { id });
  const title = load.data?.agreement.title;
  return (
    <Page
      title={title ?? t('agreements.one')}
      titleAsWritten={title !== undefined}
      back={{ to: '/engagements/agreements', label: t('agreements.title') }}
    >
      <Loaded of={load}>
        {({ agreement }) => <Agreement key={agreement.id} agreement={agreement} below={below} />}
      </Loaded>
    </Page>
  );
}

interface PartProps {
  readonly agreement: AgreementRow;
}

function Agreement({ agreement, below }: PartProps & Props) {
  const { t } = useTranslation();
  return (
    <>
      <div className="flex flex-col gap-4">
        <p className="flex flex-wrap items-center gap-x-6 gap-y-1">
          <span>{agreement.number}</span>
          <AgreementStatusText status={agreement.status} />
        </p>
        <Warnings agreement={agreement} />
        {agreement.viewerActions.length > 0 && <AgreementActions agreement={agreement} />}
      </div>
      <Section title={t('agreements.sections.facts')} id="facts">
        <Content agreement={agreement} />
      </Section>
      <Section title={t('agreements.sections.parties')} id="parties">
        <Parties agreement={agreement} />
      </Section>
      <Section title={t('agreements.sections.clauses')} id="clauses">
        <Clauses agreement={agreement} />
      </Section>
      <Section title={t('agreements.sections.planned')} id="planned">
        <PlannedDays agreement={agreement} />
      </Section>
      <Section title={t('agreements.sections.papers')} id="papers">
        <AgreementPapers agreement={agreement} />
      </Section>
      <Section title={t('agreements.sections.terms')} id="terms">
        <Terms agreement={agreement} />
      </Section>
      <Section title={t('agreements.sections.history')} id="history">
        <Steps agreement={agreement} />
        {below?.(agreement.id)}
      </Section>
    </>
  );
}

function Warnings({ agreement }: PartProps) {
  const { t } = useTranslation();
  const { isDue, endsEarly, notExtendedOn, endsOn, status } = agreement;
  if (isDue)
    return (
      <Notice tone="warning" title={t('agreements.due')}>
        <p>{t('agreements.dueText', { end: calendarDate(endsOn) })}</p>
      </Notice>
    );
  if (status !== 'ACTIVE') return null;
  if (endsEarly) return <Notice title={t('agreements.endsEarly', { end: calendarDate(endsOn) })} />;
  if (notExtendedOn) return <Notice title={t('agreements.runsOut', { end: calendarDate(endsOn) })} />;
  return null;
}

function Content({ agreement }: PartProps) {
  const { t } = useTranslation();
  const { kind, startsOn, endsOn, monthlyDays, monthlyRule, noticeOn, noticeDays } = agreement;
  const bearer = agreement.parties.find(({ partyId }) => partyId === agreement.remainderPartyId)?.party;
  return (
    <Facts
      items={[
        { term: t('agreements.field.kind'), value: t(`agreements.kind.${kind}`) },
        {
          term: t('agreements.field.term'),
          value: t('agreements.termValue', { from: calendarDate(startsOn), to: calendarDate(endsOn) }),
        },
        {
          term: t('agreements.field.noticeOn'),
          value: t('agreements.noticeValue', { on: calendarDate(noticeOn), count: noticeDays }),
        },
        {
          term: t('agreements.field.monthlyDays'),
          value:
            monthlyDays === null || monthlyRule === null
              ? t('agreements.noDays')
              : t(`agreements.rule.${monthlyRule}`, { count: monthlyDays }),
        },
        {
          term: t('agreements.field.work'),
          value: <AsWritten block>{agreement.work}</AsWritten>,
        },
        {
          term: t('agreements.field.confidentiality'),
          value: <AsWritten block>{agreement.confidentiality}</AsWritten>,
        },
        {
          term: t('agreements.field.remainder'),
          value: bearer ? nameOf(bearer) : t('agreements.noRemainder'),
        },
      ]}
    />
  );
}

function Parties({ agreement }: PartProps) {
  const { t } = useTranslation();
  return (
    <Table
      caption={t('agreements.sections.parties')}
      rows={agreement.parties}
      keyOf={({ partyId }) => partyId}
      cards
      columns={[
        {
          key: 'party',
          title: t('agreements.field.party'),
          heads: true,
          cell: ({ party }) => (party ? nameOf(party) : t('ui.none')),
        },
        {
          key: 'capacity',
          title: t('agreements.field.capacity'),
          cell: ({ capacity }) => t(`agreements.capacity.${capacity}`),
        },
        {
          key: 'signatory',
          title: t('agreements.field.signatory'),
          cell: ({ signatoryTitle, signatoryName }) => (
            <AsWritten>
              {signatoryTitle}　{signatoryName}
            </AsWritten>
          ),
        },
      ]}
    />
  );
}

function Clauses({ agreement: { clauses } }: PartProps) {
  const { t } = useTranslation();
  if (clauses.length === 0) return <Empty>{t('agreements.noClauses')}</Empty>;
  return (
    <ol className="flex max-w-3xl flex-col gap-4">
      {clauses.map(({ no, heading, body }) => (
        <li key={no}>
          <h3 className="text-std-16B-170">
            {t('agreements.clauseNo', { no })}
            <AsWritten>（{heading}）</AsWritten>
          </h3>
          <AsWritten block>{body}</AsWritten>
        </li>
      ))}
    </ol>
  );
}

function Terms({ agreement: { terms } }: PartProps) {
  const { t } = useTranslation();
  if (terms.length === 0) return <Empty>{t('agreements.noTerms')}</Empty>;
  return (
    <Table
      caption={t('agreements.sections.terms')}
      rows={terms}
      keyOf={({ no }) => String(no)}
      cards
      columns={[
        {
          key: 'kind',
          title: t('agreements.field.termKind'),
          heads: true,
          nowrap: true,
          cell: ({ kind }) => t(`agreements.termKind.${kind}`),
        },
        {
          key: 'term',
          title: t('agreements.field.term'),
          cell: ({ startsOn, endsOn }) =>
            t('agreements.termValue', { from: calendarDate(startsOn), to: calendarDate(endsOn) }),
        },
        {
          key: 'decided',
          title: t('agreements.field.decidedOn'),
          nowrap: true,
          cell: ({ decidedOn }) => calendarDate(decidedOn),
        },
        {
          key: 'reason',
          title: t('agreements.reason'),
          cell: ({ reason }) => (reason === null ? t('ui.none') : <AsWritten block>{reason}</AsWritten>),
        },
      ]}
    />
  );
}

function Steps({ agreement: { history } }: PartProps) {
  const { t } = useTranslation();
  return (
    <Table
      caption={t('agreements.sections.history')}
      rows={history.map((event, i) => ({ ...event, i }))}
      keyOf={({ i }) => String(i)}
      cards
      columns={[
        { key: 'at', title: t('agreements.steps.when'), nowrap: true, cell: ({ at }) => longInstant(at) },
        {
          key: 'what',
          title: t('agreements.steps.what'),
          heads: true,
          cell: ({ fromStatus, toStatus }) =>
            fromStatus === null
              ? t(`agreements.status.${toStatus}`)
              : t('agreements.steps.change', {
                  from: t(`agreements.status.${fromStatus}`),
                  to: t(`agreements.status.${toStatus}`),
                }),
        },
        {
          key: 'who',
          title: t('agreements.steps.who'),
          cell: ({ actorRole, actorName }) =>
            actorRole === 'SYSTEM' ? t('agreements.steps.calendar') : <AsWritten>{actorName}</AsWritten>,
        },
        {
          key: 'why',
          title: t('agreements.reason'),
          cell: ({ reason, actorRole }) => {
            if (reason === null) return t('ui.none');
            return actorRole === 'SYSTEM' ? reason : <AsWritten block>{reason}</AsWritten>;
          },
        },
      ]}
    />
  );
}

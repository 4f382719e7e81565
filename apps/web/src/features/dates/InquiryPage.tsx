import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { longDate, shortInstant } from '../../i18n/dates';
import { AsWritten } from '../../ui/AsWritten';
import { Facts } from '../../ui/Facts';
import { Loaded } from '../../ui/Loaded';
import { Name } from '../../ui/Name';
import { Notice } from '../../ui/Notice';
import { Page, Section } from '../../ui/Page';
import { Table } from '../../ui/Table';
import { AnswerTable } from './AnswerTable';
import { ChooseSlot } from './ChooseSlot';
import { DeclineDates } from './DeclineDates';
import { type Inquiry, InquiryDocument } from './dates.documents';
import { FixHalf } from './FixHalf';
import { InquiryStatusText, SlotLine, SlotWhy, useHalfWords } from './InquiryWords';
import { LeadInquiry } from './LeadInquiry';
import { MarkHalves } from './MarkHalves';

/** One date inquiry: the town answers it here, the hub reads, extends and fixes. */
export function InquiryPage({ below }: { readonly below?: (id: string) => ReactNode }) {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const load = useLoad(InquiryDocument, { id }, { about: ['DateInquiry'] });
  return (
    <Page title={t('dates.inquiry')} back={{ to: '/dates', label: t('dates.title') }} narrow>
      <Loaded of={load}>
        {({ dateInquiry: inquiry }) => (
          <>
            <InquiryFacts inquiry={inquiry} />
            <Answering inquiry={inquiry} />
            {inquiry.way === 'CHOICE' && !inquiry.viewerActions.includes('CHOOSE') && (
              <OfferedSlots inquiry={inquiry} />
            )}
            {inquiry.way === 'GRID' &&
              (inquiry.answers.length > 0 || !inquiry.viewerActions.includes('MARK')) && (
                <AnswerTable inquiry={inquiry} />
              )}
            <LeadInquiry inquiry={inquiry} />
            <History inquiry={inquiry} />
            {below?.(inquiry.id)}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Answering({ inquiry }: { readonly inquiry: Inquiry }) {
  const may = inquiry.viewerActions;
  return (
    <>
      {may.includes('CHOOSE') && <ChooseSlot inquiry={inquiry} />}
      {may.includes('MARK') && <MarkHalves inquiry={inquiry} />}
      {may.includes('DECLINE') && <DeclineDates inquiry={inquiry} />}
      {may.includes('FIX') && <FixHalf inquiry={inquiry} />}
    </>
  );
}

function InquiryFacts({ inquiry }: { readonly inquiry: Inquiry }) {
  const { t } = useTranslation();
  const wordsOf = useHalfWords();
  const { supportRequest, message, wishes, status, visitId } = inquiry;
  return (
    <>
      {message && (
        <Notice title={t('dates.fromHub')}>
          <AsWritten block>{message}</AsWritten>
        </Notice>
      )}
      <Facts
        items={[
          { term: t('schedule.field.status'), value: <InquiryStatusText status={status} /> },
          {
            term: t('schedule.field.request'),
            value: (
              <>
                <Link to={`/requests/${inquiry.supportRequestId}`} className="link">
                  {supportRequest?.number} <AsWritten>{supportRequest?.title ?? ''}</AsWritten>
                </Link>{' '}
                {inquiry.visitNo !== null && t('schedule.nth', { n: inquiry.visitNo })}
              </>
            ),
          },
          { term: t('schedule.field.town'), value: <Name of={inquiry.municipality} /> },
          { term: t('dates.due'), value: t('dates.dueValue', { date: longDate(inquiry.dueOn) }) },
          visitId !== null && {
            term: t('schedule.visit'),
            value: (
              <Link to={`/visits/${visitId}`} className="link">
                {t('dates.toVisit')}
              </Link>
            ),
          },
          wishes.length > 0 && { term: t('dates.wishes'), value: wishes.map(wordsOf).join(t('dates.comma')) },
        ]}
      />
    </>
  );
}

function OfferedSlots({ inquiry }: { readonly inquiry: Inquiry }) {
  const { t } = useTranslation();
  return (
    <Section title={t('dates.slots')} id="slots">
      <Table
        caption={t('dates.slots')}
        rows={inquiry.slots}
        keyOf={({ id }) => id}
        cards
        columns={[
          {
            key: 'slot',
            title: t('schedule.field.date'),
            heads: true,
            cell: (slot) => <SlotLine slot={slot} />,
          },
          { key: 'why', title: t('dates.why'), cell: (slot) => <SlotWhy slot={slot} /> },
          {
            key: 'outcome',
            title: t('schedule.field.status'),
            nowrap: true,
            cell: ({ outcome }) => t(`dates.outcome.${outcome}`),
          },
        ]}
      />
    </Section>
  );
}

/** Reasons of the system are keys of sentences. */
const SYSTEM = {
  'date-inquiry.lapsed': 'dates.system.lapsed',
  'date-inquiry.closed': 'dates.system.closed',
  'date-inquiry.case-stopped': 'dates.system.caseStopped',
  'date-inquiry.no-slot-left': 'dates.system.noSlotLeft',
} as const;
const isSystem = (reason: string): reason is keyof typeof SYSTEM => reason in SYSTEM;

function History({ inquiry }: { readonly inquiry: Inquiry }) {
  const { t } = useTranslation();
  return (
    <Section title={t('schedule.history.title')} id="history">
      <Table
        caption={t('dates.historyCaption')}
        rows={inquiry.history.map((event, i) => ({ ...event, i }))}
        keyOf={({ i }) => String(i)}
        cards
        columns={[
          { key: 'at', title: t('schedule.history.when'), nowrap: true, cell: ({ at }) => shortInstant(at) },
          {
            key: 'what',
            title: t('schedule.history.what'),
            heads: true,
            cell: ({ fromStatus, toStatus }) =>
              fromStatus === null
                ? t('dates.step.asked')
                : fromStatus === toStatus
                  ? t('dates.step.extended')
                  : t(`dates.status.${toStatus}`),
          },
          {
            key: 'who',
            title: t('schedule.history.who'),
            nowrap: true,
            cell: ({ actorName, reason }) =>
              reason !== null && isSystem(reason) ? (
                t('dates.system.name')
              ) : (
                <AsWritten>{actorName}</AsWritten>
              ),
          },
          {
            key: 'why',
            title: t('schedule.history.why'),
            cell: ({ reason }) =>
              reason === null ? (
                t('ui.none')
              ) : isSystem(reason) ? (
                t(SYSTEM[reason])
              ) : (
                <AsWritten block>{reason}</AsWritten>
              ),
          },
        ]}
      />
    </Section>
  );
}

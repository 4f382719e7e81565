import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { ResultOf } from '../../gql/graphql';
import { useLoad } from '../../gql/use-load';
import { longDate, shortDate, shortInstant, timeRange, tokyo } from '../../i18n/dates';
import { nameOf, useMinutes } from '../../i18n/words';
import { AsWritten } from '../../ui/AsWritten';
import { Facts } from '../../ui/Facts';
import { Loaded } from '../../ui/Loaded';
import { Name } from '../../ui/Name';
import { Page, Section } from '../../ui/Page';
import { Table } from '../../ui/Table';
import { VisitActions } from './VisitActions';
import { VisitDocument } from './visits.documents';
import { FallenRepairs } from './answers/FallenRepairs';
import { VisitProposals } from './answers/VisitProposals';
import { VisitFileButton } from './VisitFileButton';
import { VisitForm, VisitOpenWords, VisitStatusText } from './VisitWords';

export type VisitFull = ResultOf<typeof VisitDocument>['visit'];

interface Props {
  readonly back: { readonly to: string; readonly label: string };
  /** What other parts of the life of a visit add, each in its place. */
  readonly parts?: VisitParts;
  /** What this role may read after all else, such as its history. */
  readonly below?: (id: string) => ReactNode;
}

/** Made by other features and placed by the role; each is a section of its own, or nothing. */
export interface VisitParts {
  readonly preparation?: (visit: VisitFull) => ReactNode;
  readonly companions?: (visit: VisitFull) => ReactNode;
  readonly report?: (visit: VisitFull) => ReactNode;
  readonly attachments?: (visit: VisitFull) => ReactNode;
}

export function VisitPage({ back, parts, below }: Props) {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const load = useLoad(VisitDocument, { id }, { about: ['Visit', 'VisitProposal'] });
  const visit = load.data?.visit;
  const title = visit
    ? `${nameOf(visit.municipality)} ${longDate(tokyo(visit.startsAt).date)}`
    : t('schedule.visit');
  return (
    <Page title={title} back={back} narrow>
      <Loaded of={load}>
        {(data) => (
          <>
            <div className="flex flex-col gap-6">
              <div>
                <VisitStatusText visit={data.visit} />
                <VisitOpenWords visit={data.visit} />
              </div>
              <VisitActions visit={data.visit} label={t('requests.sections.actions')} />
              <VisitFacts visit={data.visit} />
              <VisitFileButton id={data.visit.id} />
            </div>
            {data.visit.viewerActions.includes('REPAIR') && <FallenRepairs visit={data.visit} />}
            <VisitProposals visitId={data.visit.id} />
            {parts?.preparation?.(data.visit)}
            {parts?.companions?.(data.visit)}
            {parts?.report?.(data.visit)}
            {parts?.attachments?.(data.visit)}
            <Section title={t('schedule.history.title')} id="history">
              <History history={data.visit.history} />
            </Section>
            {below?.(data.visit.id)}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function VisitFacts({ visit }: { readonly visit: VisitFull }) {
  const { t } = useTranslation();
  const minutesOf = useMinutes();
  // The server tells how long the way takes only to who goes and who plans.
  const { travelBeforeMinutes: before, travelAfterMinutes: after } = visit;
  return (
    <Facts
      items={[
        {
          term: t('schedule.field.date'),
          value: `${longDate(tokyo(visit.startsAt).date)} ${timeRange(visit.startsAt, visit.endsAt)}`,
        },
        { term: t('schedule.field.town'), value: <Name of={visit.municipality} /> },
        {
          term: t('schedule.field.specialist'),
          value: visit.specialist ? <Name of={visit.specialist} /> : t('ui.none'),
        },
        { term: t('schedule.field.mode'), value: <VisitForm visit={visit} /> },
        {
          term: t('schedule.field.request'),
          value: (
            <>
              <Link to={`/requests/${visit.supportRequest.id}`} className="link">
                <AsWritten>{visit.supportRequest.title}</AsWritten>
              </Link>{' '}
              {t('schedule.nth', { n: visit.visitNo })}
            </>
          ),
        },
        visit.mode === 'ON_SITE' &&
          before !== null &&
          after !== null && {
            term: t('schedule.field.travel'),
            value: t('schedule.field.travelValue', {
              before: minutesOf(before),
              after: minutesOf(after),
            }),
          },
        visit.cancelSide !== null && {
          term: t('schedule.field.cancelSide'),
          value: t(`schedule.side.${visit.cancelSide}`),
        },
        visit.declineKind !== null && {
          term: t('answers.declineKindField'),
          value: t(`answers.decline.kind.${visit.declineKind}`),
        },
        visit.gap !== null && {
          term: t('answers.fallen.field'),
          value: t(`answers.fallen.state.${visit.gap}`),
        },
      ]}
    />
  );
}

function History({ history }: Pick<VisitFull, 'history'>) {
  const { t } = useTranslation();
  return (
    <Table
      caption={t('schedule.history.caption')}
      rows={history.map((event, i) => ({ ...event, i }))}
      keyOf={({ i }) => String(i)}
      cards
      columns={[
        { key: 'at', title: t('schedule.history.when'), nowrap: true, cell: ({ at }) => shortInstant(at) },
        {
          key: 'what',
          title: t('schedule.history.what'),
          heads: true,
          cell: ({ fromStatus, toStatus, movedFrom, movedTo }) =>
            movedFrom && movedTo ? (
              <>
                {t('schedule.history.moved')}
                <span className="block">
                  <SlotLine slot={movedFrom} /> → <SlotLine slot={movedTo} />
                </span>
              </>
            ) : (
              `${fromStatus ? t(`schedule.status.${fromStatus}`) : t('schedule.history.first')} → ${t(`schedule.status.${toStatus}`)}`
            ),
        },
        {
          key: 'who',
          title: t('schedule.history.who'),
          nowrap: true,
          cell: ({ actorName }) => <AsWritten>{actorName}</AsWritten>,
        },
        {
          key: 'why',
          title: t('schedule.history.why'),
          cell: ({ reason }) => (reason === null ? t('ui.none') : <AsWritten block>{reason}</AsWritten>),
        },
      ]}
    />
  );
}

type MovedSlot = NonNullable<VisitFull['history'][number]['movedTo']>;

/** When, and who, in one line. */
function SlotLine({ slot }: { readonly slot: MovedSlot }) {
  return (
    <span className="inline-block">
      {shortDate(tokyo(slot.startsAt).date)} {timeRange(slot.startsAt, slot.endsAt)}{' '}
      {slot.specialist && nameOf(slot.specialist)}
    </span>
  );
}

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Attachments } from '../../attachments/Attachments';
import { useParams } from 'react-router';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { longDate, longInstant, shortDate, shortInstant } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { AsWritten } from '../../ui/AsWritten';
import { Button } from '../../ui/Button';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { Facts } from '../../ui/Facts';
import { Loaded } from '../../ui/Loaded';
import { Notice } from '../../ui/Notice';
import { Page, Section } from '../../ui/Page';
import { savePaper } from '../../ui/save-file';
import { Table } from '../../ui/Table';
import { ClaimActions } from './ClaimActions';
import { ClaimFigures } from './ClaimFigures';
import { ClaimForm } from './ClaimForm';
import { ClaimStatus } from './ClaimStatus';
import { JourneyView } from './JourneyView';
import { ClaimDocument, ClaimPaperDocument, type ClaimRecord } from './travel-claims.documents';

interface Props {
  readonly below?: (id: string) => ReactNode;
}

/** One claim: whoever travelled writes it, the hub examines every figure by its clause. */
export function ClaimPage({ below }: Props) {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const load = useLoad(ClaimDocument, { id });
  return (
    <Loaded of={load}>
      {({ travelClaim: claim }) => (
        <Page
          title={t('travelClaims.titleOf', {
            towns: claim.visits
              .map(({ municipality }) => (municipality ? nameOf(municipality) : ''))
              .join('・'),
            date: shortDate(claim.fromOn),
          })}
          back={{ to: '/engagements/travel-claims', label: t('travelClaims.title') }}
          narrow={claim.viewerActions.includes('WRITE')}
        >
          <Record claim={claim} />
          {below?.(claim.id)}
        </Page>
      )}
    </Loaded>
  );
}

function Record({ claim }: { readonly claim: ClaimRecord }) {
  const { t } = useTranslation();
  const writes = writesOf(claim);
  const returned = claim.status === 'RETURNED' ? claim.history.at(-1)?.reason : null;
  return (
    <>
      {returned && (
        <Notice title={t('travelClaims.returnedTitle')}>
          <AsWritten block>{returned}</AsWritten>
        </Notice>
      )}
      <ClaimActions claim={claim} />
      {!writes && <ClaimFacts claim={claim} />}
      {claim.withoutMoney ? (
        <p>{t('travelClaims.withoutMoneyText')}</p>
      ) : (
        <>
          {writes && <ClaimForm key={claim.id} claim={claim} />}
          <Section
            title={t('travelClaims.figures')}
            id="figures"
            aside={claim.viewerActions.includes('PAPER') && <TakePaper id={claim.id} />}
          >
            <ClaimFigures claim={claim} figures={claim.figures} />
          </Section>
          {!writes && (
            <Section title={t('travelClaims.journey')} id="journey">
              <JourneyView journey={claim.journey} />
            </Section>
          )}
          <Attachments ownerType="TRAVEL_CLAIM" ownerId={claim.id} editable />
        </>
      )}
      {writes && <ClaimFacts claim={claim} />}
      <Section title={t('travelClaims.history')} id="history">
        <History history={claim.history} />
      </Section>
    </>
  );
}

const writesOf = ({ viewerActions }: ClaimRecord): boolean => viewerActions.includes('WRITE');

function ClaimFacts({ claim }: { readonly claim: ClaimRecord }) {
  const { t } = useTranslation();
  return (
    <Facts
      items={[
        { term: t('travelClaims.status'), value: <ClaimStatus status={claim.status} /> },
        !writesOf(claim) && {
          term: t('travelClaims.number'),
          value: claim.number ?? t('travelClaims.noNumber'),
        },
        claim.specialist && { term: t('travelClaims.specialist'), value: nameOf(claim.specialist) },
        {
          term: t('travelClaims.period'),
          value: t('travelClaims.periodValue', { from: longDate(claim.fromOn), to: longDate(claim.toOn) }),
        },
        {
          term: t('travelClaims.endsTerm'),
          value: t('travelClaims.endsValue', {
            from: t(`travelClaims.ends.${claim.startsFrom}`),
            to: t(`travelClaims.ends.${claim.endsAt}`),
          }),
        },
        claim.submittedAt !== null && {
          term: t('travelClaims.submittedAt'),
          value: longInstant(claim.submittedAt),
        },
        claim.approvedAt !== null && {
          term: t('travelClaims.approvedAt'),
          value: longInstant(claim.approvedAt),
        },
        claim.paidOn !== null && { term: t('travelClaims.paidOn'), value: longDate(claim.paidOn) },
      ]}
    />
  );
}

function TakePaper({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const { run, busy, refusal } = useAction(ClaimPaperDocument);
  const take = async () => {
    const file = (await run({ id }))?.makeTravelClaimPaper;
    if (file) savePaper(file);
  };
  return (
    <div className="no-print">
      <ErrorSummary refusal={refusal} />
      <Button size="small" busy={busy} onClick={() => void take()}>
        {t('travelClaims.paper')}
      </Button>
    </div>
  );
}

function History({ history }: Pick<ClaimRecord, 'history'>) {
  const { t } = useTranslation();
  return (
    <Table
      caption={t('travelClaims.history')}
      rows={history.map((event, i) => ({ ...event, i }))}
      keyOf={({ i }) => String(i)}
      cards
      columns={[
        {
          key: 'at',
          title: t('travelClaims.when'),
          heads: true,
          nowrap: true,
          cell: ({ at }) => shortInstant(at),
        },
        {
          key: 'what',
          title: t('travelClaims.status'),
          cell: ({ toStatus }) => t(`travelClaims.statuses.${toStatus}`),
        },
        {
          key: 'who',
          title: t('travelClaims.who'),
          cell: ({ actorName }) => <AsWritten>{actorName}</AsWritten>,
        },
        {
          key: 'why',
          title: t('travelClaims.why'),
          cell: ({ reason }) => (reason === null ? t('ui.none') : <AsWritten block>{reason}</AsWritten>),
        },
      ]}
    />
  );
}

import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { fiscalYearName, shortDate } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { useDailyWork, useViewer } from '../../session';
import { AsWritten } from '../../ui/AsWritten';
import { Actions, Button, LinkButton } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Facts } from '../../ui/Facts';
import { Empty, Loaded } from '../../ui/Loaded';
import { Page, Section } from '../../ui/Page';
import { type Column, Table } from '../../ui/Table';
import { ArrangeForm } from './ArrangeForm';
import { type Round, RoundDocument, type Stop } from './council.documents';
import { nextOf, type NextStatus, StepForm } from './StepForm';

/** One round: how far it has come, and each town with its day, its companion and its issues. */
export function RoundPage({ below }: { readonly below?: (id: string) => ReactNode }) {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { role } = useViewer();
  const keeps = useDailyWork() && role === 'HUB_STAFF';
  const load = useLoad(RoundDocument, { id }, { about: ['TownRound', 'RoundStop'] });
  const round = load.data?.townRound;
  return (
    <Page
      title={
        round
          ? t('council.roundName', { kind: t(`council.roundKinds.${round.kind}`), no: round.no })
          : t('council.rounds')
      }
      back={{ to: '/engagements/rounds', label: t('council.rounds') }}
    >
      <Loaded of={load}>{({ townRound }) => <Parts round={townRound} keeps={keeps} />}</Loaded>
      {below?.(id)}
    </Page>
  );
}

interface Props {
  readonly round: Round;
  readonly keeps: boolean;
}

function Parts({ round, keeps }: Props) {
  const { t } = useTranslation();
  const [arranging, setArranging] = useState(false);
  const { coverage, specialist, reason } = round;
  return (
    <>
      <Section title={t('council.standing')} id="standing">
        <Facts
          items={[
            { term: t('council.year'), value: fiscalYearName(round.fiscalYear) },
            specialist && { term: t('council.leader'), value: nameOf(specialist) },
            coverage && { term: t('council.coverage'), value: t('council.coverageOf', coverage) },
            coverage !== null &&
              coverage.missing.length > 0 && {
                term: t('council.missing'),
                value: coverage.missing.map(nameOf).join(t('ui.listMark')),
              },
            reason !== null && {
              term: t('council.earlyReason'),
              value: <AsWritten>{reason}</AsWritten>,
            },
          ]}
        />
        {keeps && (
          <Actions>
            <Button onClick={() => setArranging(true)}>{t('council.arrange')}</Button>
          </Actions>
        )}
      </Section>
      <Stops round={round} keeps={keeps} />
      <Dialog open={arranging} onClose={() => setArranging(false)} title={t('council.arrange')}>
        <ArrangeForm round={round} onDone={() => setArranging(false)} />
      </Dialog>
    </>
  );
}

function Stops({ round, keeps }: Props) {
  const { t } = useTranslation();
  const [step, setStep] = useState<{ readonly stop: Stop; readonly to: NextStatus } | null>(null);
  const townOf = ({ municipality }: Stop): string => (municipality ? nameOf(municipality) : '');
  const columns: Column<Stop>[] = [
    { key: 'tour', title: t('council.tour'), numeric: true, cell: ({ tour }) => tour },
    {
      key: 'town',
      title: t('council.town'),
      heads: true,
      cell: (stop) => (
        <>
          {townOf(stop)}
          {stop.ferryNote && (
            <span className="block text-solid-gray-700">
              {t('council.ferry')} <AsWritten>{stop.ferryNote}</AsWritten>
            </span>
          )}
        </>
      ),
    },
    {
      key: 'status',
      title: t('council.status'),
      cell: ({ status, plannedOn, visitedOn, companion }) => (
        <>
          {t(`council.stopStatuses.${status}`)}
          {(visitedOn ?? plannedOn) !== null && (
            <span className="block">{shortDate(visitedOn ?? plannedOn ?? '')}</span>
          )}
          {companion && (
            <span className="block">
              {t('council.with')} <AsWritten>{companion}</AsWritten>
            </span>
          )}
        </>
      ),
    },
    {
      key: 'issues',
      title: t('council.issues'),
      cell: ({ issues, handling }) =>
        issues !== null && (
          <>
            <AsWritten block>{issues}</AsWritten>
            {handling && (
              <p className="mt-2 text-solid-gray-700">
                {t('council.handling')} <AsWritten>{handling}</AsWritten>
              </p>
            )}
          </>
        ),
    },
    {
      key: 'do',
      title: t('council.do'),
      cell: (stop) => (
        <Actions short>
          {nextOf(round.kind, stop.status).map((to) => (
            <Button
              key={to}
              size="small"
              look={to === 'PLANNED' ? 'quiet' : 'secondary'}
              aria-label={t('council.stepOf', { town: townOf(stop), step: t(`council.steps.${to}`) })}
              onClick={() => setStep({ stop, to })}
            >
              {t(`council.steps.${to}`)}
            </Button>
          ))}
          {stop.issues !== null && (
            <LinkButton to={`/requests/new?municipality=${stop.municipalityId}`} size="small">
              {t('council.intoRequest')}
            </LinkButton>
          )}
        </Actions>
      ),
    },
  ];
  return (
    <Section title={t('council.stops')} id="stops">
      {round.stops.length === 0 ? (
        <Empty>{t('council.noStops')}</Empty>
      ) : (
        <Table
          caption={t('council.stops')}
          rows={round.stops}
          keyOf={({ id }) => id}
          cards
          columns={keeps ? columns : columns.filter(({ key }) => key !== 'do')}
        />
      )}
      <Dialog
        open={step !== null}
        onClose={() => setStep(null)}
        title={
          step ? t('council.stepOf', { town: townOf(step.stop), step: t(`council.steps.${step.to}`) }) : ''
        }
      >
        {step && <StepForm {...step} town={townOf(step.stop)} onDone={() => setStep(null)} />}
      </Dialog>
    </Section>
  );
}

import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { longDate, longInstant, shortDate, timeRange, tokyo } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { useSession, useViewer } from '../../session';
import { WordsDialog } from '../../ui/AskDialog';
import { AsWritten } from '../../ui/AsWritten';
import { Actions, Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { Facts } from '../../ui/Facts';
import { Loaded } from '../../ui/Loaded';
import { Notice } from '../../ui/Notice';
import { Page, Section } from '../../ui/Page';
import { EndDialog } from './EndDialog';
import {
  CancelPlacementDocument,
  EndPlacementDocument,
  PlacementDocument,
  type PlacementRecord,
  StartPlacementDocument,
} from './placements.documents';
import { PlacementStatus } from './PlacementStatus';
import { useHalfDayWords } from './week';

/** One placement: what is missing, what can be done, and every step. */
export function PlacementPage({ below }: { readonly below?: (id: string) => ReactNode }) {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const load = useLoad(PlacementDocument, { id }, { about: ['Placement', 'TrainingCompletion', 'Visit'] });
  return (
    <Loaded of={load}>
      {({ placement }) => (
        <Page
          title={t('joint.placements.one', {
            person: placement.specialist ? nameOf(placement.specialist) : t('joint.unknownPerson'),
            town: nameOf(placement.municipality),
          })}
          back={{ to: '/engagements/placements', label: t('joint.placements.title') }}
        >
          <Obstacles placement={placement} />
          <PlacementFacts placement={placement} />
          <PlacementActions placement={placement} />
          <VisitsInTheWay placement={placement} />
          <Steps placement={placement} />
          {below?.(placement.id)}
        </Page>
      )}
    </Loaded>
  );
}

interface Props {
  readonly placement: PlacementRecord;
}

function Obstacles({ placement }: Props) {
  const { t } = useTranslation();
  const { role } = useViewer();
  if (placement.obstacles.length === 0) return null;
  return (
    <Notice tone="warning" title={t('joint.placements.cannotStart')}>
      <ul className="mt-2 flex list-disc flex-col gap-1 pl-6">
        {placement.obstacles.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {role === 'HUB_STAFF' && placement.missingTraining.length > 0 && (
        <p className="mt-3">
          <Link to={`/engagements/training/${placement.specialistId}`} className="link">
            {t('joint.placements.toTraining')}
          </Link>
        </p>
      )}
    </Notice>
  );
}

function PlacementFacts({ placement }: Props) {
  const { t } = useTranslation();
  const halfDays = useHalfDayWords();
  const { status, post, weekly, startsOn, endsOn, sharePercent } = placement;
  return (
    <Facts
      items={[
        { term: t('joint.state'), value: <PlacementStatus status={status} /> },
        { term: t('joint.placements.post'), value: <AsWritten>{post}</AsWritten> },
        { term: t('joint.placements.weekly'), value: halfDays.all(weekly) || t('ui.none') },
        sharePercent !== null && {
          term: t('joint.placements.share'),
          value: t('joint.percent', { percent: sharePercent }),
        },
        {
          term: t('joint.term'),
          value: t('joint.fromTo', { from: longDate(startsOn), to: longDate(endsOn) }),
        },
      ]}
    />
  );
}

function PlacementActions({ placement }: Props) {
  const { t } = useTranslation();
  const { today } = useSession();
  const done = useDone();
  const [asked, setAsked] = useState<'END' | 'CANCEL' | null>(null);
  const start = useAction(StartPlacementDocument, 'Placement');
  const end = useAction(EndPlacementDocument, 'Placement');
  const cancel = useAction(CancelPlacementDocument, 'Placement');
  const { id, viewerActions, endsOn } = placement;
  if (viewerActions.length === 0) return null;
  const close = () => setAsked(null);
  return (
    <>
      <ErrorSummary refusal={start.refusal} />
      <Actions label={t('joint.actions')}>
        {viewerActions.includes('START') && (
          <Button
            look="primary"
            busy={start.busy}
            onClick={() =>
              void start.run({ id }).then((started) => started && done(t('joint.placements.started')))
            }
          >
            {t('joint.placements.start')}
          </Button>
        )}
        {viewerActions.includes('END') && (
          <Button onClick={() => setAsked('END')}>{t('joint.placements.end')}</Button>
        )}
        {viewerActions.includes('CANCEL') && (
          <Button look="danger" onClick={() => setAsked('CANCEL')}>
            {t('joint.placements.cancel')}
          </Button>
        )}
      </Actions>
      {asked === 'END' && (
        <EndDialog
          title={t('joint.placements.end')}
          onClose={close}
          busy={end.busy}
          refusal={end.refusal}
          day={endsOn < today ? endsOn : today}
          onConfirm={(on, reason) =>
            void end.run({ id, on, reason }).then((ended) => {
              if (!ended) return;
              close();
              done(t('joint.placements.endSet', { date: longDate(on) }));
            })
          }
        />
      )}
      <WordsDialog
        title={t('joint.placements.cancel')}
        open={asked === 'CANCEL'}
        onClose={close}
        confirm={t('joint.placements.cancel')}
        busy={cancel.busy}
        refusal={cancel.refusal}
        name="reason"
        label={t('joint.reason')}
        onConfirm={(reason) =>
          void cancel.run({ id, reason }).then((cancelled) => {
            if (!cancelled) return;
            close();
            done(t('joint.placements.cancelled'));
          })
        }
      />
    </>
  );
}

/** Nothing moved them: whoever plans decides. */
function VisitsInTheWay({ placement: { visitsInTheWay } }: Props) {
  const { t } = useTranslation();
  if (visitsInTheWay.length === 0) return null;
  return (
    <Section title={t('joint.placements.inTheWay')} id="visits-in-the-way">
      <p>{t('joint.placements.inTheWayLead')}</p>
      <ul className="flex list-disc flex-col gap-1 pl-6">
        {visitsInTheWay.map((visit) => (
          <li key={visit.id}>
            <Link to={`/visits/${visit.id}`} className="link">
              {shortDate(tokyo(visit.startsAt).date)} {timeRange(visit.startsAt, visit.endsAt)}{' '}
              {nameOf(visit.municipality)}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Steps({ placement: { history } }: Props) {
  const { t } = useTranslation();
  return (
    <Section title={t('joint.steps')} id="placement-steps">
      <ol className="flex flex-col gap-3">
        {history.map((step) => (
          <li key={`${step.at} ${step.toStatus}`}>
            {longInstant(step.at)} {t(`joint.placements.status.${step.toStatus}`)}{' '}
            {step.actorRole === 'SYSTEM' ? t('joint.bySystem') : <AsWritten>{step.actorName}</AsWritten>}
            {step.reason && <p className="text-solid-gray-700">{step.reason}</p>}
          </li>
        ))}
      </ol>
    </Section>
  );
}

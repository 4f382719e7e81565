import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { longDate } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { useDailyWork } from '../../session';
import { ConfirmDialog } from '../../ui/AskDialog';
import { AsWritten } from '../../ui/AsWritten';
import { Actions, Button, LinkButton } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { Facts } from '../../ui/Facts';
import { Loaded } from '../../ui/Loaded';
import { Page, Section } from '../../ui/Page';
import { Table } from '../../ui/Table';
import {
  ApplyRotationDocument,
  type Move,
  RotationDocument,
  type RotationRecord,
  WithdrawRotationDocument,
} from './rotation.documents';
import { useHalfDayWords } from './week';

/** One rotation: each move with what keeps it from being made and what it waits for. */
export function RotationPage({ below }: { readonly below?: (id: string) => ReactNode }) {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const worksDaily = useDailyWork();
  const load = useLoad(RotationDocument, { id }, { about: ['Rotation', 'Placement', 'TrainingCompletion'] });
  return (
    <Loaded of={load}>
      {({ rotation }) => (
        <Page
          title={rotation.title}
          titleAsWritten
          back={{ to: '/engagements/rotation', label: t('joint.rotation.title') }}
        >
          <Facts
            items={[
              { term: t('joint.state'), value: t(`joint.rotation.status.${rotation.status}`) },
              { term: t('joint.rotation.on'), value: longDate(rotation.on) },
            ]}
          />
          <Section title={t('joint.rotation.moves')} id="rotation-moves">
            <Moves moves={rotation.moves} />
          </Section>
          {worksDaily && rotation.status === 'DRAFT' && <RotationActions rotation={rotation} />}
          {below?.(rotation.id)}
        </Page>
      )}
    </Loaded>
  );
}

function Moves({ moves }: { readonly moves: readonly Move[] }) {
  const { t } = useTranslation();
  const halfDays = useHalfDayWords();
  return (
    <Table
      caption={t('joint.rotation.moves')}
      rows={moves}
      keyOf={({ specialistId, leavesId, goesTo }) => `${specialistId} ${leavesId} ${goesTo?.municipalityId}`}
      cards
      columns={[
        {
          key: 'person',
          title: t('joint.person'),
          heads: true,
          cell: ({ specialist }) => (specialist ? nameOf(specialist) : t('joint.unknownPerson')),
        },
        {
          key: 'leaves',
          title: t('joint.rotation.leaves'),
          cell: ({ leaves }) =>
            leaves ? (
              <Link to={`/engagements/placements/${leaves.id}`} className="link">
                {nameOf(leaves.municipality)}
              </Link>
            ) : (
              t('ui.none')
            ),
        },
        {
          key: 'goes',
          title: t('joint.rotation.goesTo'),
          cell: ({ goesTo }) =>
            goesTo ? (
              <>
                {goesTo.municipality && nameOf(goesTo.municipality)} <AsWritten>{goesTo.post}</AsWritten>
                <span className="block">{halfDays.all(goesTo.weekly)}</span>
                <span className="block">{t('joint.rotation.until', { date: longDate(goesTo.endsOn) })}</span>
              </>
            ) : (
              t('ui.none')
            ),
        },
        {
          key: 'obstacles',
          title: t('joint.rotation.obstacles'),
          cell: ({ obstacles }) =>
            obstacles.length === 0
              ? t('ui.none')
              : obstacles.map((sentence) => (
                  <p key={sentence} className="text-error-2">
                    <span aria-hidden="true">※ </span>
                    {sentence}
                  </p>
                )),
        },
        { key: 'gate', title: t('joint.rotation.gate'), cell: ({ gate }) => gate ?? t('ui.none') },
      ]}
    />
  );
}

function RotationActions({ rotation }: { readonly rotation: RotationRecord }) {
  const { t } = useTranslation();
  const done = useDone();
  const [asked, setAsked] = useState(false);
  const apply = useAction(ApplyRotationDocument, 'Rotation Placement');
  const withdraw = useAction(WithdrawRotationDocument, 'Rotation');
  const { id, on, moves } = rotation;
  return (
    <>
      <ErrorSummary refusal={withdraw.refusal} />
      <Actions label={t('joint.actions')}>
        <Button look="primary" onClick={() => setAsked(true)}>
          {t('joint.rotation.apply')}
        </Button>
        <LinkButton to={`/engagements/rotation/${id}/edit`}>{t('joint.rotation.edit')}</LinkButton>
        <Button
          look="danger"
          busy={withdraw.busy}
          onClick={() =>
            void withdraw.run({ id }).then((withdrawn) => withdrawn && done(t('joint.rotation.withdrawn')))
          }
        >
          {t('joint.rotation.withdraw')}
        </Button>
      </Actions>
      <ConfirmDialog
        title={t('joint.rotation.apply')}
        open={asked}
        onClose={() => setAsked(false)}
        confirm={t('joint.rotation.apply')}
        busy={apply.busy}
        refusal={apply.refusal}
        onConfirm={() =>
          void apply.run({ id }).then((applied) => {
            if (!applied) return;
            setAsked(false);
            done(t('joint.rotation.applied'));
          })
        }
      >
        <p>{t('joint.rotation.applyLead', { count: moves.length, date: longDate(on) })}</p>
      </ConfirmDialog>
    </>
  );
}

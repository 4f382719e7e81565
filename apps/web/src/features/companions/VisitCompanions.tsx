import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { nameOf } from '../../i18n/words';
import { useViewer } from '../../session';
import { AsWritten } from '../../ui/AsWritten';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { useDone } from '../../ui/Done';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { Loaded } from '../../ui/Loaded';
import { Section } from '../../ui/Page';
import { StatusText, type StatusTone } from '../../ui/StatusText';
import { Table } from '../../ui/Table';
import {
  AddCompanionDocument,
  CandidatesDocument,
  type CompanionRow,
  ConfirmCompanionDocument,
  RemoveCompanionDocument,
  VisitCompanionsDocument,
} from './companions.documents';

const TONES: Readonly<Record<CompanionRow['status'], StatusTone>> = {
  GOING: 'finished',
  ASKED_AGAIN: 'waiting',
  COLLIDES: 'stopped',
};

export function CompanionStatusText({ status }: Pick<CompanionRow, 'status'>) {
  const { t } = useTranslation();
  return <StatusText tone={TONES[status]}>{t(`companions.status.${status}`)}</StatusText>;
}

/** Visits that may still be made: their companions may change. */
const AHEAD: readonly string[] = ['HELD', 'PUBLISHED', 'CONFIRMED'];

/** Who of the prefecture comes along; the hub names them. */
export function VisitCompanions({ visitId }: { readonly visitId: string }) {
  const { t } = useTranslation();
  const { role, duties } = useViewer();
  const load = useLoad(VisitCompanionsDocument, { id: visitId }, { about: ['Companion'] });
  const names = role === 'HUB_STAFF' && duties.includes('COORDINATOR');
  return (
    <Section title={t('companions.title')} id="companions">
      <Loaded of={load}>
        {({ visit: { companions, status } }) => (
          <>
            {companions.length === 0 ? (
              <p>{t('companions.none')}</p>
            ) : (
              <Companions rows={companions} mayRemove={names && AHEAD.includes(status)} />
            )}
            {names && AHEAD.includes(status) && <AddCompanion visitId={visitId} />}
          </>
        )}
      </Loaded>
    </Section>
  );
}

function Companions({
  rows,
  mayRemove,
}: {
  readonly rows: readonly CompanionRow[];
  readonly mayRemove: boolean;
}) {
  const { t } = useTranslation();
  const done = useDone();
  const removal = useAction(RemoveCompanionDocument, 'Companion');
  const confirmation = useAction(ConfirmCompanionDocument, 'Companion');
  const remove = async ({ id, accountName }: CompanionRow) => {
    if (await removal.run({ id })) done(t('companions.done.removed', { name: accountName }));
  };
  const confirm = async ({ id }: CompanionRow) => {
    if (await confirmation.run({ id })) done(t('companions.done.confirmed'));
  };
  return (
    <>
      <ErrorSummary refusal={removal.refusal ?? confirmation.refusal} />
      <Table
        caption={t('companions.title')}
        rows={rows}
        keyOf={({ id }) => id}
        columns={[
          {
            key: 'name',
            title: t('companions.who'),
            heads: true,
            cell: ({ accountName }) => <AsWritten>{accountName}</AsWritten>,
          },
          {
            key: 'status',
            title: t('schedule.field.status'),
            cell: ({ status }) => <CompanionStatusText status={status} />,
          },
          {
            key: 'act',
            title: t('requests.sections.actions'),
            control: true,
            cell: (row) => (
              <span className="flex gap-2">
                {row.isYou && row.status !== 'GOING' && (
                  <Button size="small" busy={confirmation.busy} onClick={() => void confirm(row)}>
                    {t('companions.canCome')}
                  </Button>
                )}
                {mayRemove && (
                  <Button
                    size="small"
                    busy={removal.busy}
                    aria-label={t('companions.removeOne', { name: row.accountName })}
                    onClick={() => void remove(row)}
                  >
                    {t('companions.remove')}
                  </Button>
                )}
              </span>
            ),
          },
        ]}
      />
    </>
  );
}

function AddCompanion({ visitId }: { readonly visitId: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <div>
      <Button onClick={() => setOpen(true)}>{t('companions.add')}</Button>
      <Dialog title={t('companions.add')} open={open} onClose={() => setOpen(false)}>
        <Candidates visitId={visitId} onClose={() => setOpen(false)} />
      </Dialog>
    </div>
  );
}

/** Those first who are free and know the town; whoever is not free stays in sight with the reason. */
function Candidates({ visitId, onClose }: { readonly visitId: string; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const done = useDone();
  const load = useLoad(CandidatesDocument, { visitId });
  const { run, busy, refusal } = useAction(AddCompanionDocument, 'Companion');
  const add = async (accountId: string, name: string) => {
    if (!(await run({ visitId, accountId }))) return;
    onClose();
    done(t('companions.done.added', { name }));
  };
  return (
    <>
      <ErrorSummary refusal={refusal} />
      <Loaded of={load}>
        {({ companionCandidates }) => (
          <Table
            caption={t('companions.candidates')}
            rows={companionCandidates}
            keyOf={({ accountId }) => accountId}
            columns={[
              { key: 'name', title: t('companions.who'), heads: true, cell: (one) => nameOf(one) },
              {
                key: 'state',
                title: t('companions.atThatTime'),
                cell: ({ state, timesAtTown, timesWithSpecialist }) => (
                  <>
                    {t(`companions.state.${state}`)}
                    {timesAtTown + timesWithSpecialist > 0 && (
                      <span className="block text-dns-14N-130">
                        {t('companions.times', { town: timesAtTown, specialist: timesWithSpecialist })}
                      </span>
                    )}
                  </>
                ),
              },
              {
                key: 'add',
                title: t('companions.add'),
                control: true,
                cell: (one) =>
                  (one.state === 'FREE' || one.state === 'NOT_THEIR_DAY') && (
                    <Button
                      size="small"
                      busy={busy}
                      aria-label={t('companions.addOne', { name: nameOf(one) })}
                      onClick={() => void add(one.accountId, nameOf(one))}
                    >
                      {t('companions.choose')}
                    </Button>
                  ),
              },
            ]}
          />
        )}
      </Loaded>
    </>
  );
}

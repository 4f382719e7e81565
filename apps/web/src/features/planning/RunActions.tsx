import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { ConfirmDialog } from '../../ui/AskDialog';
import { Actions, Button, LinkButton } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { CancelRunDocument, DiscardRunDocument, type RunRow, StopRunDocument } from './plans.documents';
import { NameButton } from './NameButton';
import { PublishButton } from './PublishButton';

interface Props {
  readonly run: RunRow;
}

interface RunProps {
  readonly run: Pick<RunRow, 'id'>;
}

export function RunActions({ run }: Props) {
  const { t } = useTranslation();
  const may = run.viewerActions;
  const hasPlan = ['PROPOSED', 'PUBLISHED', 'DISCARDED'].includes(run.status);
  if (may.length === 0 && !hasPlan) return null;
  return (
    <Actions label={t('ui.actions')}>
      {may.includes('PUBLISH') && run.proposedVisits.length > 0 && <PublishButton run={run} />}
      {run.status === 'PROPOSED' && (
        <LinkButton to={`/plans?from=${run.fromOn}&to=${run.toOn}`}>{t('planning.again')}</LinkButton>
      )}
      {run.status === 'PROPOSED' && <LinkButton to={`/board?run=${run.id}`}>{t('board.open')}</LinkButton>}
      {hasPlan && <LinkButton to={`/plans/${run.id}/compare`}>{t('comparing.button')}</LinkButton>}
      {run.status === 'PROPOSED' && may.includes('PIN') && <NameButton run={run} />}
      {may.includes('STOP') && <StopButton run={run} />}
      {may.includes('CANCEL') && <EndButton run={run} end="cancel" />}
      {may.includes('DISCARD') && <EndButton run={run} end="discard" />}
    </Actions>
  );
}

/** Ends the search and keeps what it has: nothing is lost, so nothing is asked. */
export function StopButton({ run }: RunProps) {
  const { t } = useTranslation();
  const done = useDone();
  const stop = useAction(StopRunDocument);
  const press = async () => {
    if (await stop.run({ id: run.id })) done(t('planning.stopped'));
  };
  return (
    <>
      <Button look="primary" busy={stop.busy} onClick={() => void press()}>
        {t('planning.stop')}
      </Button>
      {stop.refusal && (
        <p role="alert" className="text-error-2">
          {stop.refusal.message ?? t('ui.unreachable')}
        </p>
      )}
    </>
  );
}

/** Stops a run that is under way, or sets a finished plan aside. */
export function EndButton({ run, end }: RunProps & { readonly end: 'cancel' | 'discard' }) {
  const { t } = useTranslation();
  const done = useDone();
  const [open, setOpen] = useState(false);
  const cancel = useAction(CancelRunDocument);
  const discard = useAction(DiscardRunDocument);
  const action = end === 'cancel' ? cancel : discard;
  const confirm = async () => {
    if (!(await action.run({ id: run.id }))) return;
    setOpen(false);
    done(t(end === 'cancel' ? 'planning.cancelled' : 'planning.discarded'));
  };
  return (
    <>
      <Button look={end === 'cancel' ? 'danger' : 'secondary'} onClick={() => setOpen(true)}>
        {t(`planning.${end}`)}
      </Button>
      <ConfirmDialog
        title={t(`planning.${end}`)}
        open={open}
        onClose={() => {
          setOpen(false);
          action.clear();
        }}
        confirm={t(`planning.${end}`)}
        busy={action.busy}
        refusal={action.refusal}
        onConfirm={() => void confirm()}
      >
        <p>{t(`planning.${end}Text`)}</p>
      </ConfirmDialog>
    </>
  );
}

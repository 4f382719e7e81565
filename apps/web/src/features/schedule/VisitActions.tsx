import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { useViewer } from '../../session';
import { ConfirmDialog } from '../../ui/AskDialog';
import { Actions, Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { Acceptance } from './answers/Acceptance';
import { AskOtherDayButton } from './answers/AskOtherDayButton';
import { DeclineButton } from './answers/DeclineButton';
import { ProposeButton } from './answers/ProposeButton';
import { CancelVisitButton } from './CancelVisitButton';
import { CompleteDocument, PinDocument, type VisitRow } from './visits.documents';

interface Props {
  readonly visit: VisitRow;
  /** Says which visit, where several are on the screen. */
  readonly label: string;
}

/** What this person may do with the visit now, as the server says. */
export function VisitActions({ visit, label }: Props) {
  const { t } = useTranslation();
  const done = useDone();
  const may = visit.viewerActions;
  const pin = useAction(PinDocument);
  const { role } = useViewer();
  // A repair has a section of its own, and one proposal at a time is enough.
  const asked = visit.proposals.some(({ status }) => status === 'OPEN');
  if (may.every((action) => action === 'REPAIR')) return null;

  const toggle = async () => {
    const pinned = !visit.pinned;
    if (await pin.run({ id: visit.id, pinned }))
      done(t(pinned ? 'schedule.done.PIN' : 'schedule.done.unpin'));
  };
  return (
    <div className="flex flex-col gap-3">
      <ErrorSummary refusal={pin.refusal} />
      <Actions label={label} short>
        <Acceptance visit={visit} />
        {may.includes('COMPLETE') && <CompleteButton visit={visit} />}
        {may.includes('PROPOSE') &&
          !asked &&
          (role === 'SPECIALIST' ? <ProposeButton visit={visit} /> : <AskOtherDayButton visit={visit} />)}
        {may.includes('DECLINE') && <DeclineButton visit={visit} />}
        {may.includes('PIN') && (
          <Button onClick={() => void toggle()} busy={pin.busy}>
            {t(visit.pinned ? 'schedule.action.unpin' : 'schedule.action.PIN')}
          </Button>
        )}
        {may.includes('CANCEL') && <CancelVisitButton visit={visit} />}
      </Actions>
    </div>
  );
}

function CompleteButton({ visit }: Pick<Props, 'visit'>) {
  const { t } = useTranslation();
  const done = useDone();
  const [open, setOpen] = useState(false);
  const { run, busy, refusal, clear } = useAction(CompleteDocument);
  const record = async () => {
    if (!(await run({ id: visit.id }))) return;
    setOpen(false);
    done(t('schedule.done.COMPLETE'));
  };
  return (
    <>
      <Button look="primary" onClick={() => setOpen(true)}>
        {t('schedule.action.COMPLETE')}
      </Button>
      <ConfirmDialog
        title={t('schedule.action.COMPLETE')}
        open={open}
        onClose={() => {
          setOpen(false);
          clear();
        }}
        confirm={t('schedule.action.COMPLETE')}
        busy={busy}
        refusal={refusal}
        onConfirm={() => void record()}
      >
        <p>{t('schedule.completeText')}</p>
      </ConfirmDialog>
    </>
  );
}

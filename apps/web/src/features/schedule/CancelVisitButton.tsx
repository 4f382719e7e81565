import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { useViewer } from '../../session';
import { Actions, Button } from '../../ui/Button';
import { Choice } from '../../ui/Choice';
import { Dialog } from '../../ui/Dialog';
import { useDone } from '../../ui/Done';
import { TextAreaField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { CancelDocument, type VisitRow } from './visits.documents';

const SIDES = ['TOWN', 'SPECIALIST', 'HUB'] as const;

/** Calls a visit off, and why: the hub says on whose side; a town speaks for itself. */
export function CancelVisitButton({ visit }: { readonly visit: VisitRow }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const ofTown = useViewer().role === 'MUNICIPALITY_STAFF';
  return (
    <>
      <Button look="danger" onClick={() => setOpen(true)}>
        {t(ofTown ? 'schedule.action.CANCEL_TOWN' : 'schedule.action.CANCEL')}
      </Button>
      <Dialog
        title={t(ofTown ? 'answers.cancelTown.title' : 'schedule.cancel.title')}
        open={open}
        onClose={() => setOpen(false)}
      >
        <CancelForm visit={visit} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function CancelForm({ visit, onClose }: { readonly visit: VisitRow; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const done = useDone();
  const ofTown = useViewer().role === 'MUNICIPALITY_STAFF';
  const [side, setSide] = useState<(typeof SIDES)[number]>('TOWN');
  const [reason, setReason] = useState('');
  const { run, busy, refusal } = useAction(CancelDocument);
  const cancel = async () => {
    if (!(await run({ id: visit.id, reason, side }))) return;
    onClose();
    done(t('schedule.done.CANCEL'));
  };
  return (
    <Form
      labels={{ side: t('schedule.cancel.side'), reason: t('schedule.cancel.reason') }}
      refusal={refusal}
      onSubmit={() => void cancel()}
    >
      {ofTown && <p>{t('answers.cancelTown.lead')}</p>}
      {!ofTown && (
        <Choice
          name="side"
          required
          value={side}
          onChange={(chosen) => setSide(SIDES.find((one) => one === chosen) ?? 'TOWN')}
          options={SIDES.map((one) => ({ value: one, label: t(`schedule.side.${one}`) }))}
        />
      )}
      <TextAreaField
        name="reason"
        required
        rows={4}
        hint={t(ofTown ? 'answers.cancelTown.hint' : 'schedule.cancel.hint')}
        value={reason}
        onChange={setReason}
      />
      <Actions>
        <Button type="submit" look="danger" busy={busy}>
          {t(ofTown ? 'answers.cancelTown.title' : 'schedule.cancel.title')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </Actions>
    </Form>
  );
}

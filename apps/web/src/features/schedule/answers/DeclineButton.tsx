import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyFields, type Refusal } from '../../../gql/refusal';
import { useAction } from '../../../gql/use-action';
import { Button } from '../../../ui/Button';
import { Choice } from '../../../ui/Choice';
import { Dialog } from '../../../ui/Dialog';
import { DialogActions } from '../../../ui/DialogActions';
import { useDone } from '../../../ui/Done';
import { TextAreaField } from '../../../ui/fields';
import { Form } from '../../../ui/Form';
import { DeclineDocument, type VisitRow } from '../visits.documents';

const KINDS = ['OTHER_DUTY', 'UNWELL', 'TRAVEL', 'NOT_MY_FIELD', 'OTHER'] as const;

/** 行けません: which kind of reason, and words where one wants to say more. */
export function DeclineButton({ visit }: { readonly visit: VisitRow }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('schedule.action.DECLINE')}</Button>
      <Dialog title={t('answers.decline.title')} open={open} onClose={() => setOpen(false)}>
        <DeclineForm visit={visit} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function DeclineForm({ visit, onClose }: { readonly visit: VisitRow; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const done = useDone();
  const [kind, setKind] = useState<(typeof KINDS)[number] | null>(null);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState<Refusal | null>(null);
  const { run, busy, refusal } = useAction(DeclineDocument);
  const decline = async () => {
    setMissing(kind === null ? emptyFields(['kind']) : null);
    if (kind === null || !(await run({ id: visit.id, kind, reason }))) return;
    onClose();
    done(t('schedule.done.DECLINE'));
  };
  return (
    <Form
      labels={{ kind: t('answers.decline.kindLabel'), reason: t('answers.decline.words') }}
      refusal={missing ?? refusal}
      onSubmit={() => void decline()}
    >
      <p>{t('answers.decline.lead')}</p>
      <Choice
        name="kind"
        required
        hint={t('answers.decline.kindHint')}
        value={kind ?? ''}
        onChange={(chosen) => setKind(KINDS.find((one) => one === chosen) ?? 'OTHER')}
        options={KINDS.map((one) => ({ value: one, label: t(`answers.decline.kind.${one}`) }))}
      />
      <TextAreaField
        name="reason"
        required={kind === 'OTHER'}
        rows={3}
        hint={t('answers.decline.wordsHint')}
        value={reason}
        onChange={setReason}
      />
      <DialogActions confirm={t('answers.decline.title')} busy={busy} onClose={onClose} />
    </Form>
  );
}

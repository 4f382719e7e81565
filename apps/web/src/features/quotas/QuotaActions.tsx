import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyFields, type Refusal } from '../../gql/refusal';
import { useAction } from '../../gql/use-action';
import { useQuotaWords } from '../../i18n/quota-words';
import { WordsDialog } from '../../ui/AskDialog';
import { Dialog } from '../../ui/Dialog';
import { DialogActions } from '../../ui/DialogActions';
import { useDone } from '../../ui/Done';
import { NumberField, TextAreaField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { QuotaTermsFields, termsInput, type TermsDraft, useTermsLabels } from './QuotaTermsFields';
import { EndQuotaDocument, type QuotaRow, RaiseQuotaDocument, ReviseQuotaDocument } from './quotas.documents';

interface Props {
  readonly quota: QuotaRow;
  readonly onClose: () => void;
}

/** Its words, its warning or a lower limit. */
export function ReviseQuota({ quota, onClose }: Props) {
  const { t } = useTranslation();
  const done = useDone();
  const labels = useTermsLabels();
  const { name, limit, warnPercent, source } = quota;
  const [draft, setDraft] = useState<TermsDraft>({
    name,
    limit,
    warnPercent,
    source,
    note: quota.note ?? '',
  });
  const { run, busy, refusal } = useAction(ReviseQuotaDocument, 'Quota');
  const save = async () => {
    if (
      !(await run({ id: quota.id, input: termsInput(draft), seen: refusal?.newer?.version ?? quota.version }))
    )
      return;
    onClose();
    done(t('quotas.revised', { name: draft.name }));
  };
  return (
    <Dialog title={t('quotas.revise')} open onClose={onClose}>
      <Form labels={labels} refusal={refusal} onSubmit={() => void save()}>
        <QuotaTermsFields
          draft={draft}
          unit={quota.unit}
          limitHint={t('quotas.hint.limit')}
          change={(part) => setDraft({ ...draft, ...part })}
        />
        <DialogActions confirm={t('quotas.save')} busy={busy} onClose={onClose} />
      </Form>
    </Dialog>
  );
}

/** Allows more, with a reason. */
export function RaiseQuota({ quota, onClose }: Props) {
  const { t } = useTranslation();
  const done = useDone();
  const { amountOf } = useQuotaWords();
  const [limit, setLimit] = useState<number | null>(null);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState<Refusal | null>(null);
  const { run, busy, refusal } = useAction(RaiseQuotaDocument, 'Quota');
  const raise = async () => {
    const empty = [limit === null && 'limit', reason.trim() === '' && 'reason'];
    const fields = empty.filter((field): field is string => field !== false);
    setMissing(emptyFields(fields));
    if (limit === null || fields.length > 0) return;
    if (!(await run({ id: quota.id, limit, reason, seen: refusal?.newer?.version ?? quota.version }))) return;
    onClose();
    done(t('quotas.raisedDone', { name: quota.name }));
  };
  return (
    <Dialog title={t('quotas.raise')} open onClose={onClose}>
      <Form
        labels={{ limit: t('quotas.field.limit'), reason: t('quotas.field.reason') }}
        refusal={missing ?? refusal}
        onSubmit={() => void raise()}
      >
        <p>{t('quotas.raiseText', { amount: amountOf(quota.unit, quota.limit) })}</p>
        <NumberField name="limit" required min={quota.limit + 1} value={limit} onChange={setLimit} />
        <TextAreaField name="reason" required rows={3} value={reason} onChange={setReason} />
        <DialogActions confirm={t('quotas.raise')} busy={busy} onClose={onClose} />
      </Form>
    </Dialog>
  );
}

export function EndQuota({ quota, onClose }: Props) {
  const { t } = useTranslation();
  const done = useDone();
  const { run, busy, refusal } = useAction(EndQuotaDocument, 'Quota');
  const end = async (reason: string) => {
    if (!(await run({ id: quota.id, reason }))) return;
    onClose();
    done(t('quotas.endedDone', { name: quota.name }));
  };
  return (
    <WordsDialog
      open
      onClose={onClose}
      title={t('quotas.end')}
      name="reason"
      label={t('quotas.field.reason')}
      confirm={t('quotas.end')}
      busy={busy}
      refusal={refusal}
      onConfirm={(reason) => void end(reason)}
    >
      <p>{t('quotas.endText')}</p>
    </WordsDialog>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { WordsDialog } from '../../ui/AskDialog';
import { Actions, Button, LinkButton } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { DialogActions } from '../../ui/DialogActions';
import { useDone } from '../../ui/Done';
import { SelectField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { useViewer } from '../../session';
import { ExtendDocument, type Inquiry, WithdrawDocument } from './dates.documents';

const DAYS = [2, 3, 5, 7, 10] as const;

/** What the hub may do with it besides fixing a date. */
export function LeadInquiry({ inquiry }: { readonly inquiry: Inquiry }) {
  const { t } = useTranslation();
  const { role, duties } = useViewer();
  const may = inquiry.viewerActions;
  const mayAskAnew =
    role === 'HUB_STAFF' &&
    duties.includes('COORDINATOR') &&
    ['DECLINED', 'LAPSED', 'WITHDRAWN'].includes(inquiry.status);
  if (!may.includes('EXTEND') && !may.includes('WITHDRAW') && !mayAskAnew) return null;
  return (
    <Actions label={t('requests.sections.actions')}>
      {may.includes('EXTEND') && <Extend inquiry={inquiry} />}
      {may.includes('WITHDRAW') && <Withdraw inquiry={inquiry} />}
      {mayAskAnew && (
        <LinkButton to={`/requests/${inquiry.supportRequestId}/dates`} look="primary">
          {t('dates.askAnew')}
        </LinkButton>
      )}
    </Actions>
  );
}

function Extend({ inquiry }: { readonly inquiry: Inquiry }) {
  const { t } = useTranslation();
  const done = useDone();
  const [open, setOpen] = useState(false);
  const [days, setDays] = useState<number>(5);
  const { run, busy, refusal, clear } = useAction(ExtendDocument, 'DateInquiry');
  const close = () => {
    setOpen(false);
    clear();
  };
  const extend = async () => {
    if (!(await run({ id: inquiry.id, workingDays: days }))) return;
    close();
    done(t('dates.done.extended'));
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('dates.extend')}</Button>
      <Dialog title={t('dates.extend')} open={open} onClose={close}>
        <Form
          labels={{ workingDays: t('dates.workingDays') }}
          refusal={refusal}
          onSubmit={() => void extend()}
        >
          <SelectField
            name="workingDays"
            required
            hint={t('dates.fromToday')}
            value={String(days)}
            onChange={(chosen) => setDays(Number(chosen))}
            options={DAYS.map((n) => ({ value: String(n), label: t('dates.daysToAnswer', { count: n }) }))}
          />
          <DialogActions confirm={t('dates.extend')} busy={busy} onClose={close} />
        </Form>
      </Dialog>
    </>
  );
}

function Withdraw({ inquiry }: { readonly inquiry: Inquiry }) {
  const { t } = useTranslation();
  const done = useDone();
  const [open, setOpen] = useState(false);
  const { run, busy, refusal, clear } = useAction(WithdrawDocument, 'DateInquiry Visit');
  const withdraw = async (reason: string) => {
    if (!(await run({ id: inquiry.id, reason }))) return;
    setOpen(false);
    done(t('dates.done.withdrawn'));
  };
  return (
    <>
      <Button look="danger" onClick={() => setOpen(true)}>
        {t('dates.withdraw')}
      </Button>
      <WordsDialog
        title={t('dates.withdraw')}
        open={open}
        onClose={() => {
          setOpen(false);
          clear();
        }}
        confirm={t('dates.withdraw')}
        busy={busy}
        refusal={refusal}
        name="reason"
        label={t('schedule.cancel.reason')}
        hint={t('dates.withdrawHint')}
        onConfirm={(reason) => void withdraw(reason)}
      />
    </>
  );
}

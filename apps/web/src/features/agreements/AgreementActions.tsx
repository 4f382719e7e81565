import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TypedDocumentNode } from 'urql';
import { emptyFields, type Refusal } from '../../gql/refusal';
import { useAction } from '../../gql/use-action';
import { calendarDate } from '../../i18n/dates';
import { useSession } from '../../session';
import { ConfirmDialog, WordsDialog } from '../../ui/AskDialog';
import { Actions, Button, LinkButton } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { DialogActions } from '../../ui/DialogActions';
import { useDone } from '../../ui/Done';
import { DateField, TextAreaField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import {
  type AgreementAction,
  type AgreementRow,
  ConcludeAgreementDocument,
  DECISIONS,
  PLAIN,
  WITH_REASON,
} from './agreements.documents';

type Plain = keyof typeof PLAIN;
type WithReason = keyof typeof WITH_REASON;
type Decision = keyof typeof DECISIONS;

const PLAIN_ACTIONS: readonly Plain[] = ['CONSULT', 'CONSULT_EXTENSION'];
/** Ending it comes last, in red and in words. */
const REASON_ACTIONS: readonly WithReason[] = ['RETURN_TO_DRAFT', 'DECLINE_EXTENSION', 'WITHDRAW'];

interface Props {
  readonly agreement: AgreementRow;
}

/** Buttons for what the server says this person may do now. */
export function AgreementActions({ agreement }: Props) {
  const { t } = useTranslation();
  const may = (action: AgreementAction) => agreement.viewerActions.includes(action);
  return (
    <Actions label={t('agreements.actions')}>
      {may('CONCLUDE') && <Conclude agreement={agreement} />}
      {may('EXTEND') && <Decide agreement={agreement} action="EXTEND" />}
      {PLAIN_ACTIONS.filter(may).map((action) => (
        <PlainButton key={action} agreement={agreement} action={action} />
      ))}
      {may('REVISE') && (
        <LinkButton to={`/engagements/agreements/${agreement.id}/edit`}>
          {t('agreements.action.REVISE')}
        </LinkButton>
      )}
      {REASON_ACTIONS.filter(may).map((action) => (
        <ReasonButton key={action} agreement={agreement} action={action} />
      ))}
      {may('END_EARLY') && <Decide agreement={agreement} action="END_EARLY" />}
    </Actions>
  );
}

function PlainButton({ agreement, action }: Props & { readonly action: Plain }) {
  const { t } = useTranslation();
  const done = useDone();
  const [open, setOpen] = useState(false);
  const document: TypedDocumentNode<unknown, { id: string }> = PLAIN[action];
  const { run, busy, refusal, clear } = useAction(document);
  const confirm = async () => {
    if (!(await run({ id: agreement.id }))) return;
    setOpen(false);
    done(t(`agreements.done.${action}`));
  };
  return (
    <>
      <Button look="primary" onClick={() => setOpen(true)}>
        {t(`agreements.action.${action}`)}
      </Button>
      <ConfirmDialog
        title={t(`agreements.action.${action}`)}
        open={open}
        onClose={() => {
          setOpen(false);
          clear();
        }}
        confirm={t(`agreements.action.${action}`)}
        busy={busy}
        refusal={refusal}
        onConfirm={() => void confirm()}
      >
        <p>{t(`agreements.ask.${action}`)}</p>
      </ConfirmDialog>
    </>
  );
}

function ReasonButton({ agreement, action }: Props & { readonly action: WithReason }) {
  const { t } = useTranslation();
  const done = useDone();
  const [open, setOpen] = useState(false);
  const document: TypedDocumentNode<unknown, { id: string; reason: string }> = WITH_REASON[action];
  const { run, busy, refusal, clear } = useAction(document);
  const confirm = async (reason: string) => {
    if (!(await run({ id: agreement.id, reason }))) return;
    setOpen(false);
    done(t(`agreements.done.${action}`));
  };
  return (
    <>
      <Button look={action === 'WITHDRAW' ? 'danger' : 'secondary'} onClick={() => setOpen(true)}>
        {t(`agreements.action.${action}`)}
      </Button>
      <WordsDialog
        title={t(`agreements.action.${action}`)}
        open={open}
        onClose={() => {
          setOpen(false);
          clear();
        }}
        confirm={t(`agreements.action.${action}`)}
        busy={busy}
        refusal={refusal}
        name="reason"
        label={t('agreements.reason')}
        hint={t('agreements.reasonHint')}
        onConfirm={(words) => void confirm(words)}
      >
        <p>{t(`agreements.ask.${action}`)}</p>
      </WordsDialog>
    </>
  );
}

/** A button and the form that it opens, made anew each time. */
function Opening({
  title,
  look,
  children,
}: {
  readonly title: string;
  readonly look: 'primary' | 'danger';
  readonly children: (close: () => void) => ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button look={look} onClick={() => setOpen(true)}>
        {title}
      </Button>
      {open && (
        <Dialog title={title} open onClose={close}>
          {children(close)}
        </Dialog>
      )}
    </>
  );
}

function Conclude({ agreement }: Props) {
  const { t } = useTranslation();
  return (
    <Opening title={t('agreements.action.CONCLUDE')} look="primary">
      {(close) => <ConcludeForm agreement={agreement} onClose={close} />}
    </Opening>
  );
}

function ConcludeForm({ agreement, onClose }: Props & { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { today } = useSession();
  const done = useDone();
  const [concludedOn, setDay] = useState(today);
  const [missing, setMissing] = useState<Refusal | null>(null);
  const { run, busy, refusal } = useAction(ConcludeAgreementDocument);
  const submit = async () => {
    setMissing(emptyFields(concludedOn === '' ? ['concludedOn'] : []));
    if (concludedOn === '' || !(await run({ id: agreement.id, concludedOn }))) return;
    onClose();
    done(t('agreements.done.CONCLUDE'));
  };
  return (
    <Form
      labels={{ concludedOn: t('agreements.field.concludedOn') }}
      refusal={missing ?? refusal}
      onSubmit={() => void submit()}
    >
      <p>{t('agreements.ask.CONCLUDE')}</p>
      <DateField name="concludedOn" required max={today} value={concludedOn} onChange={setDay} />
      <DialogActions confirm={t('agreements.action.CONCLUDE')} busy={busy} onClose={onClose} />
    </Form>
  );
}

function Decide({ agreement, action }: Props & { readonly action: Decision }) {
  const { t } = useTranslation();
  return (
    <Opening title={t(`agreements.action.${action}`)} look={action === 'EXTEND' ? 'primary' : 'danger'}>
      {(close) => <DecisionForm agreement={agreement} action={action} onClose={close} />}
    </Opening>
  );
}

function DecisionForm({
  agreement,
  action,
  onClose,
}: Props & { readonly action: Decision; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { today } = useSession();
  const done = useDone();
  const notBegun = agreement.status === 'CONCLUDED';
  const [endsOn, setEnd] = useState(notBegun ? agreement.endsOn : '');
  const [decidedOn, setDecided] = useState(today);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState<Refusal | null>(null);
  const document: TypedDocumentNode<
    unknown,
    { id: string; input: { endsOn: string; decidedOn: string; reason: string } }
  > = DECISIONS[action];
  const { run, busy, refusal } = useAction(document);
  const labels = {
    endsOn: t('agreements.field.newEnd'),
    decidedOn: t('agreements.field.decidedOn'),
    reason: t('agreements.reason'),
  };
  const submit = async () => {
    const empty = [
      endsOn === '' && 'endsOn',
      decidedOn === '' && 'decidedOn',
      reason.trim() === '' && 'reason',
    ];
    const fields = empty.filter((field): field is string => field !== false);
    setMissing(emptyFields(fields));
    if (fields.length > 0) return;
    if (!(await run({ id: agreement.id, input: { endsOn, decidedOn, reason } }))) return;
    onClose();
    done(t(`agreements.done.${action}`));
  };
  return (
    <Form labels={labels} refusal={missing ?? refusal} onSubmit={() => void submit()}>
      <p>
        {t(notBegun ? 'agreements.ask.END_EARLY_NOT_BEGUN' : `agreements.ask.${action}`, {
          end: calendarDate(agreement.endsOn),
        })}
      </p>
      {!notBegun && <DateField name="endsOn" required min={today} value={endsOn} onChange={setEnd} />}
      <DateField name="decidedOn" required max={today} value={decidedOn} onChange={setDecided} />
      <TextAreaField
        name="reason"
        required
        rows={3}
        hint={t('agreements.reasonHint')}
        value={reason}
        onChange={setReason}
      />
      <DialogActions confirm={t(`agreements.action.${action}`)} busy={busy} onClose={onClose} />
    </Form>
  );
}

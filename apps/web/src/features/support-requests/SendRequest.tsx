import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { Actions, Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { plain, SubmitDocument } from './request-actions.documents';
import { useRequestLabels, useSayRequestValue } from './request-words';
import type { RequestRow } from './requests.documents';

interface Props {
  readonly request: RequestRow;
  /** Other ways to go on from here. */
  readonly children?: ReactNode;
}

/** To the hub at once, or first to the superior; from approval, this is the approval. */
export function SendRequest({ request, children }: Props) {
  const { t } = useTranslation();
  const done = useDone();
  const [approvalNumber, setApprovalNumber] = useState('');
  const submit = useAction(SubmitDocument);
  const forward = useAction(plain.SEND_FOR_APPROVAL);
  const approving = request.status === 'IN_APPROVAL';
  const page = `/requests/${request.id}`;
  // Dates are put right where they were chosen.
  const labels = { ...useRequestLabels(), approvalNumber: t('requests.field.approval') };
  const sayValue = useSayRequestValue();

  const send = async () => {
    const seen = submit.refusal?.newer?.version ?? request.version;
    const sent = (await submit.run({ id: request.id, approvalNumber: approvalNumber || null, seen }))
      ?.submitSupportRequest;
    if (sent) done(t('requests.done.submitNumber', { number: sent.number ?? '' }), page);
  };
  const ask = async () => {
    if (await forward.run({ id: request.id })) done(t('requests.done.SEND_FOR_APPROVAL'), page);
  };

  return (
    <Form labels={labels} refusal={submit.refusal} sayValue={sayValue} onSubmit={() => void send()}>
      <ErrorSummary refusal={forward.refusal} />
      <TextField
        name="approvalNumber"
        hint={t('requests.ask.approval')}
        value={approvalNumber}
        onChange={setApprovalNumber}
      />
      <Actions>
        <Button type="submit" look="primary" busy={submit.busy}>
          {approving ? t('requests.action.approve') : t('requests.action.SUBMIT')}
        </Button>
        {request.viewerActions.includes('SEND_FOR_APPROVAL') && (
          <Button onClick={() => void ask()} busy={forward.busy}>
            {t('requests.action.SEND_FOR_APPROVAL')}
          </Button>
        )}
        {children}
      </Actions>
    </Form>
  );
}

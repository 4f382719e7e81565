import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { Actions, Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { savePaper } from '../../ui/save-file';
import { RequestFormDocument } from './papers.documents';
import { plain, SubmitDocument } from './request-actions.documents';
import { useRequestLabels, useSayRequestValue } from './request-words';
import type { RequestRow } from './requests.documents';
import { ReturnButton } from './ReturnButton';

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
  const [post, setPost] = useState('');
  const submit = useAction(SubmitDocument);
  const forward = useAction(plain.SEND_FOR_APPROVAL);
  const may = (action: RequestRow['viewerActions'][number]) => request.viewerActions.includes(action);
  const approving = request.status === 'IN_APPROVAL';
  const page = `/requests/${request.id}`;
  // Dates are put right where they were chosen.
  const labels = {
    ...useRequestLabels(),
    approvalNumber: t('requests.field.approval'),
    post: t('requests.ask.post'),
  };
  const sayValue = useSayRequestValue();

  const send = async () => {
    if (!may('SUBMIT')) return ask();
    const seen = submit.refusal?.newer?.version ?? request.version;
    const sent = (
      await submit.run({
        id: request.id,
        approvalNumber: approvalNumber || null,
        post: (approving && post) || null,
        seen,
      })
    )?.submitSupportRequest;
    if (sent) done(t('requests.done.submitNumber', { number: sent.number ?? '' }), page);
  };
  const ask = async () => {
    if (await forward.run({ id: request.id })) done(t('requests.done.SEND_FOR_APPROVAL'), page);
  };

  return (
    <Form labels={labels} refusal={submit.refusal} sayValue={sayValue} onSubmit={() => void send()}>
      <ErrorSummary refusal={forward.refusal} />
      {approving && may('SUBMIT') && (
        <TextField
          name="post"
          hint={t('requests.ask.postHint')}
          maxLength={40}
          value={post}
          onChange={setPost}
        />
      )}
      {may('SUBMIT') && (
        <OwnApproval
          request={request}
          number={approvalNumber}
          onNumber={setApprovalNumber}
          faulty={submit.refusal?.faults.some(({ path }) => path === 'approvalNumber') ?? false}
        />
      )}
      <Actions>
        {may('SUBMIT') && (
          <Button type="submit" look="primary" busy={submit.busy}>
            {approving ? t('requests.action.approve') : t('requests.action.SUBMIT')}
          </Button>
        )}
        {may('SEND_FOR_APPROVAL') && (
          <Button
            look={may('SUBMIT') ? 'secondary' : 'primary'}
            onClick={() => void ask()}
            busy={forward.busy}
          >
            {t('requests.action.SEND_FOR_APPROVAL')}
          </Button>
        )}
        {approving && may('RETURN_TO_DRAFT') && <ReturnButton id={request.id} />}
        {children}
      </Actions>
    </Form>
  );
}

interface OwnProps {
  readonly request: RequestRow;
  readonly number: string;
  readonly onNumber: (number: string) => void;
  readonly faulty: boolean;
}

/** A town that approves in a system of its own takes the draft there, and brings its number back. */
function OwnApproval({ request, number, onNumber, faulty }: OwnProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const paper = useAction(RequestFormDocument);
  useEffect(() => {
    if (faulty) setOpen(true);
  }, [faulty]);
  const take = async () => {
    const file = (await paper.run({ id: request.id }))?.makeRequestForm;
    if (file) savePaper(file);
  };
  return (
    <details
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      className="rounded-8 border border-solid-gray-300 px-5 py-4"
    >
      <summary className="min-h-6">{t('requestForm.way.paper')}</summary>
      <div className="mt-4 flex flex-col gap-5">
        <p>{t('requestForm.way.paperLead')}</p>
        <ErrorSummary refusal={paper.refusal} />
        <div>
          <Button busy={paper.busy} onClick={() => void take()}>
            {t('requests.papers.draft')}
          </Button>
        </div>
        <TextField
          name="approvalNumber"
          hint={t('requests.ask.approval')}
          maxLength={60}
          value={number}
          onChange={onNumber}
        />
      </div>
    </details>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { ConfirmDialog, WordsDialog } from '../../ui/AskDialog';
import { Actions, Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import {
  CancelInvoiceDocument,
  DiscardInvoiceDocument,
  type InvoiceRow,
  IssueInvoiceDocument,
} from './invoices.documents';

type Action = InvoiceRow['viewerActions'][number];

/** What may be done with it now: issue, discard or cancel. */
export function InvoiceActions({ invoice }: { readonly invoice: InvoiceRow }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<Action | null>(null);
  const { viewerActions } = invoice;
  if (viewerActions.length === 0) return null;
  const close = () => setAsking(null);
  return (
    <>
      <Actions>
        {viewerActions.includes('ISSUE') && (
          <Button look="primary" onClick={() => setAsking('ISSUE')}>
            {t('invoices.issue')}
          </Button>
        )}
        {viewerActions.includes('DISCARD') && (
          <Button onClick={() => setAsking('DISCARD')}>{t('invoices.discard')}</Button>
        )}
        {viewerActions.includes('CANCEL') && (
          <Button look="danger" onClick={() => setAsking('CANCEL')}>
            {t('invoices.cancel')}
          </Button>
        )}
      </Actions>
      {asking === 'ISSUE' && <Issue invoice={invoice} onClose={close} />}
      {asking === 'DISCARD' && <Discard invoice={invoice} onClose={close} />}
      {asking === 'CANCEL' && <Cancel invoice={invoice} onClose={close} />}
    </>
  );
}

interface AskProps {
  readonly invoice: InvoiceRow;
  readonly onClose: () => void;
}

function Issue({ invoice, onClose }: AskProps) {
  const { t } = useTranslation();
  const done = useDone();
  const { run, busy, refusal } = useAction(IssueInvoiceDocument, 'Invoice AttendanceSheet');
  const issue = async () => {
    const issued = (await run({ id: invoice.id }))?.issueInvoice;
    if (!issued) return;
    onClose();
    done(t('invoices.issuedDone', { number: issued.number ?? '' }));
  };
  return (
    <ConfirmDialog
      title={t('invoices.issueTitle')}
      open
      onClose={onClose}
      confirm={t('invoices.issue')}
      busy={busy}
      refusal={refusal}
      onConfirm={() => void issue()}
    >
      <p>{t('invoices.issueText')}</p>
    </ConfirmDialog>
  );
}

function Discard({ invoice, onClose }: AskProps) {
  const { t } = useTranslation();
  const done = useDone();
  const { run, busy, refusal } = useAction(DiscardInvoiceDocument, 'Invoice');
  const discard = async () => {
    if (!(await run({ id: invoice.id }))) return;
    onClose();
    done(t('invoices.discarded'));
  };
  return (
    <ConfirmDialog
      title={t('invoices.discardTitle')}
      open
      onClose={onClose}
      confirm={t('invoices.discard')}
      busy={busy}
      refusal={refusal}
      onConfirm={() => void discard()}
    >
      <p>{t('invoices.discardText')}</p>
    </ConfirmDialog>
  );
}

function Cancel({ invoice, onClose }: AskProps) {
  const { t } = useTranslation();
  const done = useDone();
  const { run, busy, refusal } = useAction(CancelInvoiceDocument, 'Invoice AttendanceSheet');
  const cancel = async (reason: string) => {
    if (!(await run({ id: invoice.id, reason }))) return;
    onClose();
    done(t('invoices.cancelledDone', { number: invoice.number ?? '' }));
  };
  return (
    <WordsDialog
      title={t('invoices.cancelTitle')}
      open
      onClose={onClose}
      name="reason"
      label={t('invoices.reason')}
      confirm={t('invoices.cancel')}
      busy={busy}
      refusal={refusal}
      onConfirm={(reason) => void cancel(reason)}
    >
      <p>{t('invoices.cancelText')}</p>
    </WordsDialog>
  );
}

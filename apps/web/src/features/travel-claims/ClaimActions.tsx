import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { yenOf } from '../../i18n/money';
import { useSession } from '../../session';
import { ConfirmDialog, WordsDialog } from '../../ui/AskDialog';
import { Actions, Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { DateField } from '../../ui/fields';
import { Dialog } from '../../ui/Dialog';
import { DialogActions } from '../../ui/DialogActions';
import { Form } from '../../ui/Form';
import {
  ApproveClaimDocument,
  type ClaimRow,
  PayClaimDocument,
  ReturnClaimDocument,
} from './travel-claims.documents';

const CONCERNS = 'TravelClaim Visit CostActual';
const OFFERED = ['RETURN', 'APPROVE', 'PAY'] as const;
type Action = (typeof OFFERED)[number];

/** What the hub may do with it now: send back, grant, note as paid. */
export function ClaimActions({ claim }: { readonly claim: ClaimRow }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<Action | null>(null);
  const may = OFFERED.filter((one) => claim.viewerActions.includes(one));
  if (may.length === 0) return null;
  const close = () => setAsking(null);
  return (
    <>
      <Actions>
        {may.includes('APPROVE') && (
          <Button look="primary" onClick={() => setAsking('APPROVE')}>
            {t('travelClaims.approve')}
          </Button>
        )}
        {may.includes('PAY') && (
          <Button look="primary" onClick={() => setAsking('PAY')}>
            {t('travelClaims.pay')}
          </Button>
        )}
        {may.includes('RETURN') && (
          <Button onClick={() => setAsking('RETURN')}>{t('travelClaims.return')}</Button>
        )}
      </Actions>
      {asking === 'APPROVE' && <Approve claim={claim} onClose={close} />}
      {asking === 'PAY' && <Pay claim={claim} onClose={close} />}
      {asking === 'RETURN' && <Return claim={claim} onClose={close} />}
    </>
  );
}

interface AskProps {
  readonly claim: ClaimRow;
  readonly onClose: () => void;
}

function Approve({ claim, onClose }: AskProps) {
  const { t } = useTranslation();
  const done = useDone();
  const { run, busy, refusal } = useAction(ApproveClaimDocument, CONCERNS);
  const approve = async () => {
    const granted = (await run({ id: claim.id }))?.approveTravelClaim;
    if (!granted) return;
    onClose();
    done(t('travelClaims.approved', { number: granted.number ?? '', yen: yenOf(granted.totalYen) }));
  };
  return (
    <ConfirmDialog
      title={t('travelClaims.approveTitle')}
      open
      onClose={onClose}
      confirm={t('travelClaims.approve')}
      busy={busy}
      refusal={refusal}
      onConfirm={() => void approve()}
    >
      <p>{t('travelClaims.approveText')}</p>
    </ConfirmDialog>
  );
}

function Return({ claim, onClose }: AskProps) {
  const { t } = useTranslation();
  const done = useDone();
  const { run, busy, refusal } = useAction(ReturnClaimDocument, CONCERNS);
  const send = async (reason: string) => {
    if (!(await run({ id: claim.id, reason }))) return;
    onClose();
    done(t('travelClaims.returned'));
  };
  return (
    <WordsDialog
      title={t('travelClaims.returnTitle')}
      open
      onClose={onClose}
      name="reason"
      label={t('travelClaims.reason')}
      suggestions={[
        t('travelClaims.reasons.receipt'),
        t('travelClaims.reasons.route'),
        t('travelClaims.reasons.date'),
      ]}
      confirm={t('travelClaims.return')}
      busy={busy}
      refusal={refusal}
      onConfirm={(reason) => void send(reason)}
    />
  );
}

function Pay({ claim, onClose }: AskProps) {
  const { t } = useTranslation();
  const { today } = useSession();
  const done = useDone();
  const [paidOn, setPaidOn] = useState(today);
  const { run, busy, refusal } = useAction(PayClaimDocument, CONCERNS);
  const pay = async () => {
    if (!(await run({ id: claim.id, paidOn }))) return;
    onClose();
    done(t('travelClaims.paid'));
  };
  return (
    <Dialog title={t('travelClaims.payTitle')} open onClose={onClose}>
      <Form labels={{ paidOn: t('travelClaims.paidOn') }} refusal={refusal} onSubmit={() => void pay()}>
        <DateField name="paidOn" required max={today} value={paidOn} onChange={setPaidOn} />
        <DialogActions confirm={t('travelClaims.pay')} busy={busy} onClose={onClose} />
      </Form>
    </Dialog>
  );
}

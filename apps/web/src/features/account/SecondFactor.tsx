import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { longInstant } from '../../i18n/dates';
import { Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { Loaded } from '../../ui/Loaded';
import { Notice } from '../../ui/Notice';
import { Passkeys } from './Passkeys';
import { type Proof, ProofDialog } from './ProofDialog';
import { RecoveryCodes } from './RecoveryCodes';
import {
  MySecondFactorDocument,
  ReissueRecoveryCodesDocument,
  RemoveTotpDocument,
} from './second-factor.documents';
import { TotpSetUp } from './TotpSetUp';

/** Fewer left than this, and new ones should be made. */
const FEW_CODES = 3;

/** What one signs in with beside the password: an authenticator, passkeys, and codes for when they are lost. */
export function SecondFactor() {
  const { t } = useTranslation();
  const done = useDone();
  const load = useLoad(MySecondFactorDocument, {}, { about: ['SecondFactorState'] });
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [anew, setAnew] = useState(false);
  const show = (issued: readonly string[], again: boolean) => {
    setAnew(again);
    if (issued.length > 0) setCodes(issued);
    else done(t('secondFactor.totpSet'));
  };
  if (codes) return <RecoveryCodes codes={codes} anew={anew} onKept={() => setCodes(null)} />;
  return (
    <>
      <p>{t('secondFactor.lead')}</p>
      <Loaded of={load}>
        {({ mySecondFactor: state }) => (
          <>
            <h3 className="text-std-18B-160">{t('secondFactor.authenticator')}</h3>
            {state.totpSince === null ? (
              <WithoutTotp onDone={(issued) => show(issued, false)} />
            ) : (
              <WithTotp since={state.totpSince} demanded={state.demanded} />
            )}
            <h3 className="text-std-18B-160">{t('secondFactor.passkeys')}</h3>
            <Passkeys rows={state.passkeys} onCodes={(issued) => show(issued, false)} />
            {(state.totpSince !== null || state.passkeys.length > 0) && (
              <>
                <h3 className="text-std-18B-160">{t('secondFactor.recoveryCodes')}</h3>
                <CodesLeft left={state.recoveryCodesLeft} onCodes={(issued) => show(issued, true)} />
              </>
            )}
          </>
        )}
      </Loaded>
    </>
  );
}

function WithoutTotp({ onDone }: { readonly onDone: (codes: readonly string[]) => void }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <p>{t('secondFactor.totpLead')}</p>
      {open ? (
        <TotpSetUp onDone={onDone} onCancel={() => setOpen(false)} />
      ) : (
        <div>
          <Button onClick={() => setOpen(true)}>{t('secondFactor.setUp')}</Button>
        </div>
      )}
    </>
  );
}

interface WithTotpProps {
  readonly since: string;
  readonly demanded: boolean;
}

function WithTotp({ since, demanded }: WithTotpProps) {
  const { t } = useTranslation();
  const done = useDone();
  const [open, setOpen] = useState(false);
  const { run, busy, refusal, clear } = useAction(RemoveTotpDocument, 'SecondFactorState');
  const close = () => {
    clear();
    setOpen(false);
  };
  const takeAway = async (input: Proof) => {
    if (!(await run({ input }))) return;
    close();
    done(t('secondFactor.removed'));
  };
  return (
    <>
      <p>{t('secondFactor.since', { at: longInstant(since) })}</p>
      <div>
        <Button look="danger" onClick={() => setOpen(true)}>
          {t('secondFactor.remove')}
        </Button>
      </div>
      {open && (
        <ProofDialog
          title={t('secondFactor.remove')}
          confirm={t('secondFactor.removeDo')}
          busy={busy}
          refusal={refusal}
          onProof={(proof) => void takeAway(proof)}
          onClose={close}
        >
          <p>{demanded ? t('secondFactor.removeLeadDemanded') : t('secondFactor.removeLead')}</p>
        </ProofDialog>
      )}
    </>
  );
}

interface CodesLeftProps {
  readonly left: number;
  readonly onCodes: (codes: readonly string[]) => void;
}

function CodesLeft({ left, onCodes }: CodesLeftProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { run, busy, refusal, clear } = useAction(ReissueRecoveryCodesDocument, 'SecondFactorState');
  const getCodes = async (input: Proof) => {
    const result = await run({ input });
    if (result) onCodes(result.reissueRecoveryCodes.codes);
  };
  return (
    <>
      <p>{t('secondFactor.codesLeft', { n: left })}</p>
      {left < FEW_CODES && (
        <Notice tone="warning" title={t('secondFactor.fewCodes')}>
          <p>{t('secondFactor.fewCodesMore')}</p>
        </Notice>
      )}
      <div>
        <Button onClick={() => setOpen(true)}>{t('secondFactor.reissue')}</Button>
      </div>
      {open && (
        <ProofDialog
          title={t('secondFactor.reissue')}
          confirm={t('secondFactor.reissueDo')}
          busy={busy}
          refusal={refusal}
          onProof={(proof) => void getCodes(proof)}
          onClose={() => {
            clear();
            setOpen(false);
          }}
        >
          <p>{t('secondFactor.reissueLead')}</p>
        </ProofDialog>
      )}
    </>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../session';
import { Button } from '../../ui/Button';
import { PasskeySetUp } from './PasskeySetUp';
import { RecoveryCodes } from './RecoveryCodes';
import { TotpSetUp } from './TotpSetUp';

/** Where a second factor is demanded and there is none: nothing else is open until one is set up. */
export function SecondFactorFirst({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const { passkeysHere } = useSession();
  const [passkey, setPasskey] = useState(false);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  if (codes) return <RecoveryCodes codes={codes} onKept={onDone} />;
  return (
    <>
      {passkey ? <PasskeySetUp onDone={(_, issued) => setCodes(issued)} /> : <TotpSetUp onDone={setCodes} />}
      {passkeysHere && (
        <div>
          <Button look="quiet" onClick={() => setPasskey(!passkey)}>
            {passkey ? t('secondFactor.insteadTotp') : t('secondFactor.insteadPasskey')}
          </Button>
        </div>
      )}
    </>
  );
}

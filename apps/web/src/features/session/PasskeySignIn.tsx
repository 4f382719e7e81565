import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../gql/refusal';
import { useAction } from '../../gql/use-action';
import { Button } from '../../ui/Button';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { BeginPasskeySignInDocument, type SignedIn, SignInWithPasskeyDocument } from './sign-in.documents';

interface Props {
  readonly label: string;
  readonly main?: boolean;
  readonly onSignedIn: (who: SignedIn) => void;
}

/** The device knows who it is and asks its owner; nothing is typed. */
export function PasskeySignIn({ label, main = false, onSignedIn }: Props) {
  const { t } = useTranslation();
  const begin = useAction(BeginPasskeySignInDocument);
  const signIn = useAction(SignInWithPasskeyDocument);
  const [aborted, setAborted] = useState<Refusal | null>(null);
  const [asking, setAsking] = useState(false);

  const ask = async (options: string): Promise<string | null> => {
    setAsking(true);
    try {
      const { startAuthentication } = await import('@simplewebauthn/browser');
      return JSON.stringify(await startAuthentication({ optionsJSON: JSON.parse(options) }));
    } catch {
      // The owner said no, had no key, or took too long: browsers do not tell which.
      setAborted({ message: t('session.passkeyAborted'), code: 'PASSKEY', faults: [] });
      return null;
    } finally {
      setAsking(false);
    }
  };
  const press = async () => {
    setAborted(null);
    signIn.clear();
    const begun = await begin.run({});
    const response = begun && (await ask(begun.beginPasskeySignIn));
    const result = response && (await signIn.run({ response }));
    if (result) onSignedIn(result.signInWithPasskey);
  };
  return (
    <div className="flex flex-col gap-4">
      <ErrorSummary refusal={aborted ?? begin.refusal ?? signIn.refusal} />
      <div>
        <Button
          look={main ? 'primary' : 'secondary'}
          busy={begin.busy || asking || signIn.busy}
          onClick={() => void press()}
        >
          {label}
        </Button>
      </div>
    </div>
  );
}

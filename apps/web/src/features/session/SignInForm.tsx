import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { PasskeySignIn } from './PasskeySignIn';
import { type SignedIn, SignInDocument } from './sign-in.documents';
import { SignInCode } from './SignInCode';

interface Props {
  /** Whether passkeys work in this browser, at this address. */
  readonly passkeysHere: boolean;
  readonly onSignedIn: (who: SignedIn) => void;
}

/** The password is right and not enough: a code is asked for, or a passkey. */
const MORE_NEEDED = ['sign-in.code-needed', 'sign-in.passkey-needed'];

export function SignInForm({ passkeysHere, onSignedIn }: Props) {
  const { t } = useTranslation();
  const [loginId, setLoginId] = useState('');
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState<string | null>(null);
  const { run, busy, refusal, clear } = useAction(SignInDocument);
  const labels = { loginId: t('session.loginId'), password: t('session.password') };
  const more = MORE_NEEDED.find((reason) => reason === refusal?.reason);
  // What was typed stays; the second step takes the place of the first until the person goes back.
  if (more && !asked) setAsked(more);

  const submit = async (code: string | null) => {
    const result = await run({ loginId, password, code });
    if (result) onSignedIn(result.signIn);
  };

  if (asked)
    return (
      <SignInCode
        passkeysHere={passkeysHere}
        passkeyOnly={asked === 'sign-in.passkey-needed'}
        busy={busy}
        refusal={more ? null : refusal}
        onCode={(code) => void submit(code)}
        onBack={() => {
          clear();
          setAsked(null);
        }}
        onSignedIn={onSignedIn}
      />
    );

  return (
    <>
      <Form labels={labels} refusal={refusal} onSubmit={() => void submit(null)} label={t('session.title')}>
        <TextField
          name="loginId"
          value={loginId}
          onChange={setLoginId}
          autoComplete="username"
          spellCheck={false}
          required
        />
        <TextField
          name="password"
          type="password"
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          required
        />
        <div>
          <Button type="submit" look="primary" busy={busy}>
            {t('session.submit')}
          </Button>
        </div>
      </Form>
      {passkeysHere && (
        <>
          <p>{t('session.or')}</p>
          <PasskeySignIn label={t('session.passkey')} onSignedIn={onSignedIn} />
        </>
      )}
    </>
  );
}

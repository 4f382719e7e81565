import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyFields, type Refusal } from '../../gql/refusal';
import { Actions, Button } from '../../ui/Button';
import { TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { PasskeySignIn } from './PasskeySignIn';
import type { SignedIn } from './sign-in.documents';

interface Props {
  readonly passkeysHere: boolean;
  /** There is no authenticator: what is typed can only be a recovery code. */
  readonly passkeyOnly: boolean;
  readonly busy: boolean;
  readonly refusal: Refusal | null;
  readonly onCode: (code: string) => void;
  readonly onBack: () => void;
  readonly onSignedIn: (who: SignedIn) => void;
}

/** The second step of signing in: says that the first was right, and takes the focus. */
export function SignInCode({ passkeysHere, passkeyOnly, busy, refusal, onCode, onBack, onSignedIn }: Props) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const [missing, setMissing] = useState<Refusal | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const first = passkeyOnly && passkeysHere ? 'button' : 'input';
  useEffect(() => place.current?.querySelector<HTMLElement>(first)?.focus(), [first]);
  const submit = () => {
    const isEmpty = code.trim() === '';
    setMissing(emptyFields(isEmpty ? ['code'] : []));
    if (!isEmpty) onCode(code);
  };
  return (
    <Form
      labels={{ code: passkeyOnly ? t('session.recoveryCode') : t('session.code') }}
      refusal={missing ?? refusal}
      onSubmit={submit}
      label={t('session.codeTitle')}
    >
      <p role="status">{passkeyOnly ? t('session.passkeyLead') : t('session.codeLead')}</p>
      <div ref={place} className="flex flex-col gap-8">
        {passkeysHere && (
          <PasskeySignIn label={t('session.passkeyUse')} main={passkeyOnly} onSignedIn={onSignedIn} />
        )}
        <TextField
          name="code"
          value={code}
          onChange={setCode}
          hint={passkeyOnly ? t('session.recoveryHint') : t('session.codeHint')}
          autoComplete="one-time-code"
          spellCheck={false}
          maxLength={40}
          required
        />
      </div>
      <Actions>
        <Button type="submit" look={passkeyOnly ? 'secondary' : 'primary'} busy={busy}>
          {t('session.submit')}
        </Button>
        <Button look="quiet" onClick={onBack}>
          {t('session.codeBack')}
        </Button>
      </Actions>
      <p className="text-std-16N-170 text-solid-gray-700">{t('session.codeRemedy')}</p>
    </Form>
  );
}

import { startRegistration, WebAuthnError } from '@simplewebauthn/browser';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyFields, type Refusal } from '../../gql/refusal';
import { useAction } from '../../gql/use-action';
import { Actions, Button } from '../../ui/Button';
import { TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { BeginPasskeyDocument, RegisterPasskeyDocument } from './second-factor.documents';

interface Props {
  readonly onDone: (name: string, codes: readonly string[]) => void;
  readonly onCancel?: (() => void) | undefined;
}

/** A name and the password; then the device asks its owner. */
export function PasskeySetUp({ onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [presentPassword, setPresent] = useState('');
  const [local, setLocal] = useState<Refusal | null>(null);
  const [asking, setAsking] = useState(false);
  const begin = useAction(BeginPasskeyDocument);
  const register = useAction(RegisterPasskeyDocument, 'SecondFactorState BrowserSession');

  const ask = async (options: string): Promise<string | null> => {
    setAsking(true);
    try {
      return JSON.stringify(await startRegistration({ optionsJSON: JSON.parse(options) }));
    } catch (error) {
      const known =
        error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED';
      const message = known ? t('secondFactor.passkeyKnown') : t('secondFactor.passkeyAborted');
      setLocal({ message, code: 'PASSKEY', faults: [] });
      return null;
    } finally {
      setAsking(false);
    }
  };
  const submit = async () => {
    const missing = emptyFields(name.trim() === '' ? ['name'] : []);
    setLocal(missing);
    register.clear();
    if (missing) return;
    const begun = await begin.run({ presentPassword });
    const response = begun && (await ask(begun.beginPasskey));
    const result = response && (await register.run({ input: { name, response } }));
    if (result) onDone(name.trim(), result.registerPasskey.codes);
  };
  return (
    <Form
      labels={{ name: t('secondFactor.passkeyName'), presentPassword: t('account.presentPassword') }}
      refusal={local ?? begin.refusal ?? register.refusal}
      onSubmit={() => void submit()}
      label={t('secondFactor.addPasskey')}
    >
      <TextField
        name="name"
        required
        maxLength={40}
        hint={t('secondFactor.passkeyNameHint')}
        value={name}
        onChange={setName}
      />
      <TextField
        name="presentPassword"
        type="password"
        autoComplete="current-password"
        required
        hint={t('secondFactor.passwordHint')}
        value={presentPassword}
        onChange={setPresent}
      />
      <Actions>
        <Button type="submit" look="primary" busy={begin.busy || asking || register.busy}>
          {t('secondFactor.passkeyMake')}
        </Button>
        {onCancel && (
          <Button look="quiet" onClick={onCancel}>
            {t('ui.cancel')}
          </Button>
        )}
      </Actions>
    </Form>
  );
}

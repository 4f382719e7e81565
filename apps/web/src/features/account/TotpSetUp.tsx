import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResultOf } from '../../gql/graphql';
import { useAction } from '../../gql/use-action';
import { Actions, Button } from '../../ui/Button';
import { TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { QrCode } from './QrCode';
import { BeginTotpDocument, ConfirmTotpDocument } from './second-factor.documents';

type Key = ResultOf<typeof BeginTotpDocument>['beginTotp'];

interface Props {
  readonly onDone: (codes: readonly string[]) => void;
  readonly onCancel?: (() => void) | undefined;
}

/** Password, key, code: three steps, each with what it needs in sight. */
export function TotpSetUp({ onDone, onCancel }: Props) {
  const [key, setKey] = useState<Key | null>(null);
  return key ? (
    <Confirm totpKey={key} onDone={onDone} onCancel={onCancel} />
  ) : (
    <Begin onKey={setKey} onCancel={onCancel} />
  );
}

function Begin({ onKey, onCancel }: { readonly onKey: (key: Key) => void } & Pick<Props, 'onCancel'>) {
  const { t } = useTranslation();
  const [presentPassword, setPresent] = useState('');
  const { run, busy, refusal } = useAction(BeginTotpDocument);
  const submit = async () => {
    const result = await run({ presentPassword });
    if (result) onKey(result.beginTotp);
  };
  return (
    <Form
      labels={{ presentPassword: t('account.presentPassword') }}
      refusal={refusal}
      onSubmit={() => void submit()}
      label={t('secondFactor.setUp')}
    >
      <TextField
        name="presentPassword"
        type="password"
        autoComplete="current-password"
        required
        hint={t('secondFactor.passwordHint')}
        value={presentPassword}
        onChange={setPresent}
      />
      <Buttons confirm={t('secondFactor.begin')} busy={busy} onCancel={onCancel} />
    </Form>
  );
}

function Confirm({ totpKey, onDone, onCancel }: Props & { readonly totpKey: Key }) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const { run, busy, refusal } = useAction(ConfirmTotpDocument, 'BrowserSession SecondFactorState');
  const submit = async () => {
    const result = await run({ code });
    if (result) onDone(result.confirmTotp.codes);
  };
  return (
    <Form
      labels={{ code: t('secondFactor.code') }}
      refusal={refusal}
      onSubmit={() => void submit()}
      label={t('secondFactor.setUp')}
    >
      <ol className="list-decimal space-y-6 pl-6">
        <li>
          <div className="flex flex-col gap-4">
            <p>{t('secondFactor.scan')}</p>
            <QrCode text={totpKey.address} label={t('secondFactor.qrCode')} />
            <div>
              <p>{t('secondFactor.byHand')}</p>
              <p translate="no" className="mt-2 font-mono text-std-17B-170 break-all">
                {totpKey.key.replace(/.{4}(?=.)/g, '$& ')}
              </p>
            </div>
          </div>
        </li>
        <li>
          <CodeField value={code} onChange={setCode} hint={t('secondFactor.confirmHint')} />
        </li>
      </ol>
      <Buttons confirm={t('secondFactor.confirm')} busy={busy} onCancel={onCancel} />
    </Form>
  );
}

interface CodeFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint: string;
}

/** Six digits; browsers and telephones offer them by themselves. */
export function CodeField({ value, onChange, hint }: CodeFieldProps) {
  return (
    <TextField
      name="code"
      required
      hint={hint}
      autoComplete="one-time-code"
      spellCheck={false}
      maxLength={40}
      value={value}
      onChange={onChange}
    />
  );
}

interface ButtonsProps extends Pick<Props, 'onCancel'> {
  readonly confirm: string;
  readonly busy: boolean;
}

function Buttons({ confirm, busy, onCancel }: ButtonsProps) {
  const { t } = useTranslation();
  return (
    <Actions>
      <Button type="submit" look="primary" busy={busy}>
        {confirm}
      </Button>
      {onCancel && (
        <Button look="quiet" onClick={onCancel}>
          {t('ui.cancel')}
        </Button>
      )}
    </Actions>
  );
}

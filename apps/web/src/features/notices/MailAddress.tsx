import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { shortInstant } from '../../i18n/dates';
import { Actions, Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Notice } from '../../ui/Notice';
import {
  ConfirmMailAddressDocument,
  GiveMailAddressDocument,
  type NoticeSettings,
  RemoveMailAddressDocument,
} from './notices.documents';

/** The address, in three states: none, waiting for its code, confirmed. */
export function MailAddress({ settings }: { readonly settings: NoticeSettings }) {
  const { t } = useTranslation();
  const { address, confirmed, trouble, mailOn } = settings;
  const [changing, setChanging] = useState(false);
  if (address === null || changing)
    return mailOn ? (
      <Give address={address} onDone={() => setChanging(false)} />
    ) : (
      <p>{t('notices.noAddress')}</p>
    );
  return (
    <>
      <p>
        <span className="font-700 break-all">{address}</span>
        <span className="ml-3">{t(confirmed ? 'notices.confirmed' : 'notices.unconfirmed')}</span>
      </p>
      {trouble && (
        <Notice tone="warning" title={t('notices.trouble')}>
          <p>
            {t(`notices.troubleText.${trouble.reason}`, {
              at: shortInstant(trouble.at),
              answer: trouble.answer,
            })}
          </p>
        </Notice>
      )}
      {!confirmed && <Confirm />}
      <Others address={address} confirmed={confirmed} onChange={() => setChanging(true)} />
    </>
  );
}

function Give({ address, onDone }: { readonly address: string | null; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const done = useDone();
  const [mailAddress, setMailAddress] = useState(address ?? '');
  const { run, busy, refusal } = useAction(GiveMailAddressDocument, 'NoticeSettings');
  const give = async () => {
    if (!(await run({ mailAddress }))) return;
    onDone();
    done(t('notices.codeSent', { address: mailAddress }));
  };
  return (
    <Form labels={{ mailAddress: t('notices.address') }} refusal={refusal} onSubmit={() => void give()}>
      <TextField
        name="mailAddress"
        type="email"
        autoComplete="email"
        maxLength={254}
        required
        hint={t('notices.addressHint')}
        value={mailAddress}
        onChange={setMailAddress}
      />
      <Actions>
        <Button type="submit" look="primary" busy={busy}>
          {t('notices.sendCode')}
        </Button>
        {address !== null && (
          <Button look="quiet" onClick={onDone}>
            {t('ui.cancel')}
          </Button>
        )}
      </Actions>
    </Form>
  );
}

function Confirm() {
  const { t } = useTranslation();
  const done = useDone();
  const [mailCode, setMailCode] = useState('');
  const { run, busy, refusal } = useAction(ConfirmMailAddressDocument, 'NoticeSettings');
  const confirm = async () => {
    if (await run({ mailCode })) done(t('notices.addressConfirmed'));
  };
  return (
    <Form labels={{ mailCode: t('notices.code') }} refusal={refusal} onSubmit={() => void confirm()}>
      <TextField
        name="mailCode"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={20}
        required
        hint={t('notices.codeHint')}
        value={mailCode}
        onChange={setMailCode}
      />
      <Actions>
        <Button type="submit" look="primary" busy={busy}>
          {t('notices.confirm')}
        </Button>
      </Actions>
    </Form>
  );
}

function Others({
  address,
  confirmed,
  onChange,
}: {
  readonly address: string;
  readonly confirmed: boolean;
  readonly onChange: () => void;
}) {
  const { t } = useTranslation();
  const done = useDone();
  const again = useAction(GiveMailAddressDocument, 'NoticeSettings');
  const remove = useAction(RemoveMailAddressDocument, 'NoticeSettings');
  const sendAgain = async () => {
    if (await again.run({ mailAddress: address })) done(t('notices.codeSent', { address }));
  };
  const takeAway = async () => {
    if (await remove.run({})) done(t('notices.addressRemoved'));
  };
  return (
    <>
      <ErrorSummary refusal={again.refusal ?? remove.refusal} />
      <Actions>
        {!confirmed && (
          <Button size="small" busy={again.busy} onClick={() => void sendAgain()}>
            {t('notices.sendCodeAgain')}
          </Button>
        )}
        <Button size="small" onClick={onChange}>
          {t('notices.changeAddress')}
        </Button>
        <Button size="small" look="danger" busy={remove.busy} onClick={() => void takeAway()}>
          {t('notices.removeAddress')}
        </Button>
      </Actions>
    </>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { ChangePasswordDocument } from './account.documents';

/** A new password, by whoever knows the present one. */
export function PasswordForm() {
  const { t } = useTranslation();
  const done = useDone();
  const [presentPassword, setPresent] = useState('');
  const [newPassword, setNew] = useState('');
  const { run, busy, refusal } = useAction(ChangePasswordDocument, 'BrowserSession');
  const labels = { presentPassword: t('account.presentPassword'), newPassword: t('account.newPassword') };
  const submit = async () => {
    if (!(await run({ input: { presentPassword, newPassword } }))) return;
    setPresent('');
    setNew('');
    done(t('account.passwordChanged'));
  };
  return (
    <Form labels={labels} refusal={refusal} onSubmit={() => void submit()} label={t('account.password')}>
      <TextField
        name="presentPassword"
        type="password"
        autoComplete="current-password"
        required
        value={presentPassword}
        onChange={setPresent}
      />
      <TextField
        name="newPassword"
        type="password"
        autoComplete="new-password"
        required
        hint={t('account.passwordHint')}
        value={newPassword}
        onChange={setNew}
      />
      <div>
        <Button type="submit" busy={busy}>
          {t('account.changePassword')}
        </Button>
      </div>
    </Form>
  );
}

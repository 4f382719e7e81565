import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { graphql } from '../../gql/graphql';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { nameOf } from '../../i18n/words';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Loaded } from '../../ui/Loaded';
import { Notice } from '../../ui/Notice';
import { DoorPage } from './DoorPage';
import { Finished } from './InvitationPage';

const PasswordResetDocument = graphql(`
  query PasswordReset($token: String!) {
    passwordReset(token: $token) {
      name
      nameEn
      loginId
    }
  }
`);

const ResetPasswordDocument = graphql(`
  mutation ResetPassword($token: String!, $newPassword: String!) {
    resetPassword(token: $token, newPassword: $newPassword)
  }
`);

/** Where the link for a new password leads. */
export function NewPasswordPage() {
  const { t } = useTranslation();
  const token = useLocation().hash.slice(1);
  return (
    <DoorPage title={t('link.resetTitle')}>
      {token === '' ? (
        <Notice tone="warning">{t('link.noToken')}</Notice>
      ) : (
        <Opened key={token} token={token} />
      )}
    </DoorPage>
  );
}

function Opened({ token }: { readonly token: string }) {
  const { t } = useTranslation();
  const [newPassword, setNewPassword] = useState('');
  const [loginId, setLoginId] = useState<string | null>(null);
  const owner = useLoad(PasswordResetDocument, { token }, { pause: loginId !== null });
  const { run, busy, refusal } = useAction(ResetPasswordDocument);
  const submit = async () => {
    const done = await run({ token, newPassword });
    if (done) setLoginId(done.resetPassword);
  };
  if (loginId !== null)
    return (
      <Finished title={t('link.passwordSet')} text={t('link.createdText', { loginId })}>
        <Button look="primary" onClick={() => window.location.assign('/sign-in')}>
          {t('link.toSignIn')}
        </Button>
      </Finished>
    );
  return (
    <Loaded of={owner}>
      {({ passwordReset }) => (
        <>
          <p>{t('link.resetFor', { name: nameOf(passwordReset), loginId: passwordReset.loginId })}</p>
          <Form
            labels={{ newPassword: t('link.newPassword') }}
            refusal={refusal}
            onSubmit={() => void submit()}
            label={t('link.resetTitle')}
          >
            <TextField
              name="newPassword"
              type="password"
              autoComplete="new-password"
              required
              hint={t('account.passwordHint')}
              value={newPassword}
              onChange={setNewPassword}
            />
            <div>
              <Button type="submit" look="primary" busy={busy}>
                {t('link.setPassword')}
              </Button>
            </div>
          </Form>
        </>
      )}
    </Loaded>
  );
}

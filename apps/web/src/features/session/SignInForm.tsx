import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql, type ResultOf } from '../../gql/graphql';
import { useAction } from '../../gql/use-action';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';

const SignInDocument = graphql(`
  mutation SignIn($loginId: String!, $password: String!) {
    signIn(loginId: $loginId, password: $password) {
      name
      role
      prefectureId
      municipality {
        id
      }
      specialistId
    }
  }
`);

export type SignedIn = ResultOf<typeof SignInDocument>['signIn'];

interface Props {
  readonly onSignedIn: (who: SignedIn) => void;
}

export function SignInForm({ onSignedIn }: Props) {
  const { t } = useTranslation();
  const [loginId, setLoginId] = useState('');
  const [password, setPassword] = useState('');
  const { run, busy, refusal } = useAction(SignInDocument);
  const labels = { loginId: t('session.loginId'), password: t('session.password') };

  const submit = async () => {
    const result = await run({ loginId, password });
    if (result) onSignedIn(result.signIn);
  };

  return (
    <Form labels={labels} refusal={refusal} onSubmit={() => void submit()} label={t('session.title')}>
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
  );
}

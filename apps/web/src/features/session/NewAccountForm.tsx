import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql/graphql';
import { useAction } from '../../gql/use-action';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';

const AcceptDocument = graphql(`
  mutation AcceptInvitation($token: String!, $input: NewPersonInput!) {
    acceptInvitation(token: $token, input: $input)
  }
`);

interface Props {
  readonly token: string;
  readonly onCreated: (loginId: string) => void;
}

/** Somebody says who they are, and chooses a password that nobody else ever has. */
export function NewAccountForm({ token, onCreated }: Props) {
  const { t } = useTranslation();
  const [input, setInput] = useState({ loginId: '', displayName: '', nameEn: '', password: '' });
  const { run, busy, refusal } = useAction(AcceptDocument);
  const labels = {
    loginId: t('link.loginId'),
    displayName: t('link.displayName'),
    nameEn: t('link.nameEn'),
    password: t('link.password'),
  };
  const field = (name: keyof typeof input) => ({
    name,
    required: true,
    value: input[name],
    onChange: (value: string) => setInput({ ...input, [name]: value }),
  });
  const submit = async () => {
    const done = await run({ token, input });
    if (done) onCreated(done.acceptInvitation);
  };
  return (
    <Form labels={labels} refusal={refusal} onSubmit={() => void submit()} label={t('link.fresh')}>
      <TextField
        {...field('loginId')}
        hint={t('link.loginIdHint')}
        autoComplete="username"
        spellCheck={false}
      />
      <TextField {...field('displayName')} hint={t('link.displayNameHint')} autoComplete="name" />
      <TextField {...field('nameEn')} autoComplete="off" />
      <TextField
        {...field('password')}
        type="password"
        hint={t('account.passwordHint')}
        autoComplete="new-password"
      />
      <div>
        <Button type="submit" look="primary" busy={busy}>
          {t('link.create')}
        </Button>
      </div>
    </Form>
  );
}

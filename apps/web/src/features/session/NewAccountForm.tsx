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

const JoinDocument = graphql(`
  mutation BeginIdentityJoin($token: String!, $input: PersonFactsInput!) {
    beginIdentityJoin(token: $token, input: $input)
  }
`);

interface Props {
  readonly token: string;
  readonly onCreated: (loginId: string) => void;
}

/** Somebody says who they are, and chooses a password that nobody else ever has. */
export function NewAccountForm({ token, onCreated }: Props) {
  const { t } = useTranslation();
  const [facts, setFacts] = useState(NOBODY);
  const [password, setPassword] = useState('');
  const { run, busy, refusal } = useAction(AcceptDocument);
  const submit = async () => {
    const done = await run({ token, input: { ...facts, password } });
    if (done) onCreated(done.acceptInvitation);
  };
  return (
    <Form
      labels={{ ...useLabels(), password: t('link.password') }}
      refusal={refusal}
      onSubmit={() => void submit()}
      label={t('link.fresh')}
    >
      <Facts facts={facts} onChange={setFacts} />
      <TextField
        name="password"
        required
        type="password"
        hint={t('account.passwordHint')}
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
      />
      <div>
        <Button type="submit" look="primary" busy={busy}>
          {t('link.create')}
        </Button>
      </div>
    </Form>
  );
}

/** Somebody says who they are, and shows it at the prefecture's identity provider. */
export function JoinByIdentityForm({ token }: Pick<Props, 'token'>) {
  const { t } = useTranslation();
  const [facts, setFacts] = useState(NOBODY);
  const { run, busy, refusal } = useAction(JoinDocument);
  const submit = async () => {
    const result = await run({ token, input: facts });
    if (result) window.location.assign(result.beginIdentityJoin);
  };
  return (
    <Form labels={useLabels()} refusal={refusal} onSubmit={() => void submit()} label={t('link.identity')}>
      <Facts facts={facts} onChange={setFacts} />
      <div>
        <Button type="submit" look="primary" busy={busy}>
          {t('link.toIdentity')}
        </Button>
      </div>
    </Form>
  );
}

const NOBODY = { loginId: '', displayName: '', nameEn: '' };

function useLabels(): Readonly<Record<keyof typeof NOBODY, string>> {
  const { t } = useTranslation();
  return {
    loginId: t('link.loginId'),
    displayName: t('link.displayName'),
    nameEn: t('link.nameEn'),
  };
}

interface FactsProps {
  readonly facts: typeof NOBODY;
  readonly onChange: (facts: typeof NOBODY) => void;
}

function Facts({ facts, onChange }: FactsProps) {
  const { t } = useTranslation();
  const field = (name: keyof typeof NOBODY) => ({
    name,
    required: true,
    value: facts[name],
    onChange: (value: string) => onChange({ ...facts, [name]: value }),
  });
  return (
    <>
      <TextField
        {...field('loginId')}
        hint={t('link.loginIdHint')}
        autoComplete="username"
        spellCheck={false}
      />
      <TextField {...field('displayName')} hint={t('link.displayNameHint')} autoComplete="name" />
      <TextField {...field('nameEn')} autoComplete="off" />
    </>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { graphql } from '../../gql/graphql';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { longInstant } from '../../i18n/dates';
import { Actions, Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Notice } from '../../ui/Notice';
import { Section } from '../../ui/Page';

const MyIdentityDocument = graphql(`
  query MyIdentity {
    myIdentity {
      available
      linkedAt
    }
  }
`);

const BeginIdentityLinkDocument = graphql(`
  mutation BeginIdentityLink($presentPassword: String!) {
    beginIdentityLink(presentPassword: $presentPassword)
  }
`);

const UnlinkIdentityDocument = graphql(`
  mutation UnlinkIdentity($presentPassword: String!) {
    unlinkIdentity(presentPassword: $presentPassword)
  }
`);

/** The account of the prefecture, where it has an identity provider. */
export function Identity() {
  const { t } = useTranslation();
  const { data } = useLoad(MyIdentityDocument, {}, { about: ['IdentityState'] });
  const [query] = useSearchParams();
  if (!data?.myIdentity.available) return null;
  const { linkedAt } = data.myIdentity;
  const came = query.get('identity');
  return (
    <Section title={t('secondFactor.identity')} id="identity">
      {came === 'taken' && (
        <div role="alert">
          <Notice tone="error" title={t('secondFactor.identityTaken')}>
            <p>{t('secondFactor.identityTakenMore')}</p>
          </Notice>
        </div>
      )}
      {came === 'linked' && linkedAt && <Notice tone="done" title={t('secondFactor.identityLinked')} />}
      <p>
        {linkedAt
          ? t('secondFactor.identitySince', { at: longInstant(linkedAt) })
          : t('secondFactor.identityLead')}
      </p>
      {/* Another form for another thing: what was typed for one is not left in the other. */}
      <Ask key={String(linkedAt === null)} linked={linkedAt !== null} />
    </Section>
  );
}

function Ask({ linked }: { readonly linked: boolean }) {
  const { t } = useTranslation();
  const done = useDone();
  const [open, setOpen] = useState(false);
  const [presentPassword, setPresent] = useState('');
  const link = useAction(BeginIdentityLinkDocument);
  const unlink = useAction(UnlinkIdentityDocument, 'IdentityState');
  const label = linked ? t('secondFactor.unlink') : t('secondFactor.link');
  const submit = async () => {
    if (!linked) {
      const result = await link.run({ presentPassword });
      if (result) window.location.assign(result.beginIdentityLink);
    } else if (await unlink.run({ presentPassword })) done(t('secondFactor.unlinked'));
  };
  if (!open)
    return (
      <div>
        <Button onClick={() => setOpen(true)}>{label}</Button>
      </div>
    );
  return (
    <Form
      labels={{ presentPassword: t('account.presentPassword') }}
      refusal={link.refusal ?? unlink.refusal}
      onSubmit={() => void submit()}
      label={label}
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
      <Actions>
        <Button type="submit" look="primary" busy={link.busy || unlink.busy}>
          {label}
        </Button>
        <Button look="quiet" onClick={() => setOpen(false)}>
          {t('ui.cancel')}
        </Button>
      </Actions>
    </Form>
  );
}

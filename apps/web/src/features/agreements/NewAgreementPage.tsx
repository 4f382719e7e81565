import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { useDone } from '../../ui/Done';
import { Page } from '../../ui/Page';
import { emptyDraft } from './agreement-draft';
import { AgreementForm } from './AgreementForm';
import { type AgreementInput, DraftAgreementDocument } from './agreements.documents';

/** A new agreement: a draft that only the hub reads. */
export function NewAgreementPage() {
  const { t } = useTranslation();
  const done = useDone();
  const [initial] = useState(emptyDraft);
  const { run, busy, refusal } = useAction(DraftAgreementDocument);
  const save = async (input: AgreementInput) => {
    const result = await run({ input });
    if (!result) return false;
    done(t('agreements.done.drafted'), `/engagements/agreements/${result.draftAgreement.id}`);
    return true;
  };
  return (
    <Page
      title={t('agreements.new')}
      narrow
      back={{ to: '/engagements/agreements', label: t('agreements.title') }}
      lead={<p>{t('agreements.form.lead')}</p>}
    >
      <AgreementForm initial={initial} busy={busy} refusal={refusal} onSave={save} />
    </Page>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { useDone } from '../../ui/Done';
import { Loaded } from '../../ui/Loaded';
import { Notice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import { draftOf } from './agreement-draft';
import { AgreementForm } from './AgreementForm';
import {
  AgreementDocument,
  type AgreementInput,
  type AgreementRow,
  ReviseAgreementDocument,
} from './agreements.documents';

export function EditAgreementPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const load = useLoad(AgreementDocument, { id });
  return (
    <Page
      title={t('agreements.action.REVISE')}
      narrow
      back={{ to: `/engagements/agreements/${id}`, label: t('agreements.one') }}
    >
      <Loaded of={load}>
        {({ agreement }) =>
          agreement.viewerActions.includes('REVISE') ? (
            <Words key={agreement.id} agreement={agreement} />
          ) : (
            <Notice tone="warning">{t('agreements.form.notNow')}</Notice>
          )
        }
      </Loaded>
    </Page>
  );
}

function Words({ agreement }: { readonly agreement: AgreementRow }) {
  const { t } = useTranslation();
  const done = useDone();
  const [initial] = useState(() => draftOf(agreement));
  // Not the page's newest: that of the words in the form.
  const [read, setRead] = useState(agreement.version);
  const { run, busy, refusal } = useAction(ReviseAgreementDocument);
  const save = async (input: AgreementInput) => {
    const seen = refusal?.newer?.version ?? read;
    setRead(seen);
    if (!(await run({ id: agreement.id, input, seen }))) return false;
    done(t('agreements.done.revised'), `/engagements/agreements/${agreement.id}`);
    return true;
  };
  return <AgreementForm initial={initial} busy={busy} refusal={refusal} onSave={save} />;
}

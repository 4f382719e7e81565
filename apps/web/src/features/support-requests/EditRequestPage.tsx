import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { useDone } from '../../ui/Done';
import { Loaded } from '../../ui/Loaded';
import { Notice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import { draftOf, inputOf, type RequestDraft } from './request-draft';
import { ReviseDocument } from './request-form.documents';
import { RequestForm } from './RequestForm';
import { RequestDocument, type RequestRow } from './requests.documents';

interface Props {
  /** What it buys and from whom: saved on its own. */
  readonly purchase: (id: string) => ReactNode;
}

export function EditRequestPage({ purchase }: Props) {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const request = useLoad(RequestDocument, { id });
  return (
    <Page
      title={t('requestForm.titleEdit')}
      narrow
      back={{ to: `/requests/${id}`, label: t('requests.title') }}
      lead={<p>{t('requestForm.lead')}</p>}
    >
      <Loaded of={request}>
        {({ supportRequest }) =>
          supportRequest.viewerActions.includes('REVISE') ? (
            <>
              <Draft key={supportRequest.id} request={supportRequest} />
              {purchase(supportRequest.id)}
            </>
          ) : (
            <Notice tone="warning">{t(`requests.next.${supportRequest.status}`)}</Notice>
          )
        }
      </Loaded>
    </Page>
  );
}

function Draft({ request }: { readonly request: RequestRow }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const done = useDone();
  const { run, busy, refusal } = useAction(ReviseDocument);
  // Not the page's newest: that of the words in the form.
  const [read, setRead] = useState(request.version);
  const save = async (draft: RequestDraft, next: 'STAY' | 'REVIEW') => {
    const seen = refusal?.newer?.version ?? read;
    setRead(seen);
    const result = await run({ id: request.id, input: inputOf(draft), seen });
    if (!result) return false;
    setRead(result.reviseSupportRequest.version);
    if (next === 'REVIEW') await navigate(`/requests/${request.id}/review`);
    else done(t('requests.done.saved'));
    return true;
  };
  return (
    <RequestForm initial={draftOf(request)} busy={busy} refusal={refusal} forTown={false} onSave={save} />
  );
}

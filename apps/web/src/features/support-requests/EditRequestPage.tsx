import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { Loaded } from '../../ui/Loaded';
import { Notice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import { draftOf } from './request-draft';
import { RequestForm, type RequestFormProps } from './RequestForm';
import { RequestDocument, type RequestRow } from './requests.documents';

type Parts = Pick<RequestFormProps, 'purchase' | 'keptPurchase' | 'files' | 'beside'>;

/** A draft, opened again: from any desk, as it was left. */
export function EditRequestPage(parts: Parts) {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  return (
    <Page
      title={t('requestForm.titleEdit')}
      back={{ to: `/requests/${id}`, label: t('requests.title') }}
      lead={<p>{t('requestForm.lead')}</p>}
    >
      <OpenDraft id={id} {...parts} />
    </Page>
  );
}

export function OpenDraft({ id, ...parts }: Parts & { readonly id: string }) {
  const { t } = useTranslation();
  const request = useLoad(RequestDocument, { id });
  return (
    <Loaded of={request}>
      {({ supportRequest }) =>
        supportRequest.viewerActions.includes('REVISE') ? (
          <Draft key={supportRequest.id} request={supportRequest} {...parts} />
        ) : (
          <Notice tone="warning">{t(`requests.next.${supportRequest.status}`)}</Notice>
        )
      }
    </Loaded>
  );
}

function Draft({ request, ...parts }: Parts & { readonly request: RequestRow }) {
  const navigate = useNavigate();
  const nothing = useCallback(() => Promise.resolve(null), []);
  return (
    <RequestForm
      {...parts}
      initial={draftOf(request)}
      first={{ id: request.id, version: request.version }}
      forTown={false}
      create={nothing}
      onReview={({ id }) => void navigate(`/requests/${id}/review`)}
    />
  );
}

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { LinkButton } from '../../ui/Button';
import { Loaded } from '../../ui/Loaded';
import { Notice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import { RequestContent } from './RequestContent';
import { RequestDocument } from './requests.documents';
import { SendRequest } from './SendRequest';

interface Props {
  /** What it buys and from whom. */
  readonly purchase: (id: string) => ReactNode;
  /** What else is worth a look before sending, such as where else the trouble could go. */
  readonly beside?: (requestId: string) => ReactNode;
}

/** Everything once more before it is sent. */
export function ReviewRequestPage({ purchase, beside }: Props) {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const request = useLoad(RequestDocument, { id });
  return (
    <Page
      title={t('requestForm.reviewTitle')}
      narrow
      back={{ to: `/requests/${id}/edit`, label: t('requestForm.reviewBack') }}
      lead={<p>{t('requestForm.reviewLead')}</p>}
    >
      <Loaded of={request}>
        {({ supportRequest }) => (
          <>
            <RequestContent request={supportRequest} />
            {purchase(supportRequest.id)}
            {supportRequest.viewerActions.includes('SUBMIT') ? (
              <SendRequest request={supportRequest}>
                {supportRequest.viewerActions.includes('REVISE') && (
                  <LinkButton to={`/requests/${id}/edit`}>{t('requestForm.reviewBack')}</LinkButton>
                )}
                <LinkButton to={`/requests/${id}`} look="quiet">
                  {t('requestForm.reviewLater')}
                </LinkButton>
              </SendRequest>
            ) : (
              <Notice>{t(`requests.next.${supportRequest.status}`)}</Notice>
            )}
            {beside?.(id)}
          </>
        )}
      </Loaded>
    </Page>
  );
}

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { LinkButton } from '../../ui/Button';
import { Loaded } from '../../ui/Loaded';
import { Notice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import { RequestContent } from './RequestContent';
import { RequestDocument, type RequestRow } from './requests.documents';
import { SendRequest } from './SendRequest';
import { LikeRequests } from './TroubleQuestion';

interface Props {
  /** What it buys and from whom. */
  readonly purchase: (id: string) => ReactNode;
  /** What binds it, said before it is sent. */
  readonly warning?: (request: RequestRow) => ReactNode;
  /** What else is worth a look before sending, such as where else the trouble could go. */
  readonly beside?: (requestId: string) => ReactNode;
}

/** Everything once more before it is sent, or approved. */
export function ReviewRequestPage({ purchase, warning, beside }: Props) {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const load = useLoad(RequestDocument, { id });
  const request = load.data?.supportRequest;
  const approving = request?.status === 'IN_APPROVAL' && request.viewerActions.includes('SUBMIT');
  const revises = request?.viewerActions.includes('REVISE') ?? true;
  return (
    <Page
      title={t(approving ? 'requests.now.approveTitle' : 'requestForm.reviewTitle')}
      narrow
      back={
        revises
          ? { to: `/requests/${id}/edit`, label: t('requestForm.reviewBack') }
          : { to: `/requests/${id}`, label: t('requests.title') }
      }
      lead={<p>{t(approving ? 'requests.now.approveLead' : 'requestForm.reviewLead')}</p>}
    >
      <Loaded of={load}>
        {({ supportRequest }) => {
          const may = supportRequest.viewerActions;
          return (
            <>
              {warning?.(supportRequest)}
              {may.includes('REVISE') && supportRequest.themeId && (
                <LikeRequests themeId={supportRequest.themeId} exceptId={supportRequest.id} />
              )}
              <RequestContent request={supportRequest} />
              {purchase(supportRequest.id)}
              {may.includes('SUBMIT') || may.includes('SEND_FOR_APPROVAL') ? (
                <SendRequest request={supportRequest}>
                  {may.includes('REVISE') && (
                    <LinkButton to={`/requests/${id}/edit`}>{t('requestForm.reviewBack')}</LinkButton>
                  )}
                  {may.includes('REVISE') && (
                    <LinkButton to={`/requests/${id}`} look="quiet">
                      {t('requestForm.reviewLater')}
                    </LinkButton>
                  )}
                </SendRequest>
              ) : (
                <Notice>{t(`requests.next.${supportRequest.status}`)}</Notice>
              )}
              {beside?.(id)}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

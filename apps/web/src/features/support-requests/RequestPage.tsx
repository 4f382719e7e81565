import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { AsWritten } from '../../ui/AsWritten';
import { Loaded } from '../../ui/Loaded';
import { Name } from '../../ui/Name';
import { Notice } from '../../ui/Notice';
import { Page, Section } from '../../ui/Page';
import { HubQuestion } from './HubQuestion';
import { OfferAnswer } from './OfferAnswer';
import { RequestActions } from './RequestActions';
import { RequestContent } from './RequestContent';
import { RequestPapers } from './RequestPapers';
import { RequestHistory } from './RequestHistory';
import { RequestProgress } from './RequestStatus';
import { RequestDocument, type RequestRow } from './requests.documents';
import { Shortlist } from './Shortlist';

/** Their number comes when they are sent. */
const DRAFTS: readonly RequestRow['status'][] = ['DRAFT', 'IN_APPROVAL'];

interface Props {
  /** Where its list is. */
  readonly back: { readonly to: string; readonly label: string };
  /** What this role needs before everything else, such as the way to the next request. */
  readonly above?: (request: RequestRow) => ReactNode;
  /** What this role reads after the request, such as who could take it. */
  readonly beside?: (request: RequestRow) => ReactNode;
}

/** One request: where it stands, what can be done, what was asked and what happened. */
export function RequestPage({ back, above, beside }: Props) {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const request = useLoad(RequestDocument, { id });
  const written = request.data?.supportRequest.title;
  const title = written || t(written === undefined ? 'requests.title' : 'requests.untitled');
  return (
    <Page title={title} titleAsWritten={Boolean(written)} back={back}>
      <Loaded of={request}>
        {({ supportRequest }) => (
          <Request key={supportRequest.id} request={supportRequest} above={above} beside={beside} />
        )}
      </Loaded>
    </Page>
  );
}

/** The need is read before anybody is chosen for it; only a town that has to rank knows its own need. */
function Request({
  request,
  above,
  beside,
}: { readonly request: RequestRow } & Pick<Props, 'above' | 'beside'>) {
  const { t } = useTranslation();
  const shortlist = request.shortlist.length > 0 && <Shortlist request={request} />;
  const ranks = request.viewerActions.includes('RANK');
  return (
    <>
      <div className="flex flex-col gap-4">
        {above?.(request)}
        <p>
          <Name of={request.municipality} />
          {(request.number ?? DRAFTS.includes(request.status)) && (
            <span className="ml-4">
              {request.number ? `${t('requests.number')} ${request.number}` : t('requests.noNumber')}
            </span>
          )}
        </p>
        <RequestProgress status={request.status} />
        {request.outcome && (
          <Notice title={t('requests.field.outcome')}>
            <AsWritten block>{request.outcome}</AsWritten>
          </Notice>
        )}
        {request.viewerActions.length > 0 && <RequestActions request={request} />}
      </div>
      {request.viewerActions.includes('ANSWER_HUB') && <HubQuestion request={request} />}
      {ranks && shortlist}
      <Section title={t('requests.sections.content')} id="content">
        <RequestContent request={request} headed />
        <RequestPapers request={request} />
      </Section>
      {request.viewerActions.includes('ANSWER_OFFER') && <OfferAnswer request={request} />}
      {!ranks && shortlist}
      {beside?.(request)}
      <Section title={t('requests.sections.history')} id="history">
        <RequestHistory history={request.history} />
      </Section>
    </>
  );
}

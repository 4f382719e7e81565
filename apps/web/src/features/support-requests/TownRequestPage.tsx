import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { longDate, shortDate, shortInstant, tokyo } from '../../i18n/dates';
import { useViewer } from '../../session';
import { AsWritten } from '../../ui/AsWritten';
import { Actions, LinkButton } from '../../ui/Button';
import { classes } from '../../ui/classes';
import { Loaded } from '../../ui/Loaded';
import { Page, Section } from '../../ui/Page';
import { HubQuestion } from './HubQuestion';
import { InApproval } from './InApproval';
import { RequestContent } from './RequestContent';
import { RequestHistory } from './RequestHistory';
import { RequestPapers } from './RequestPapers';
import { RequestStatusText, RequestTracker } from './RequestStatus';
import { RequestDocument, type RequestRow } from './requests.documents';
import { ReturnButton } from './ReturnButton';
import { Shortlist } from './Shortlist';
import { WithdrawButton } from './WithdrawButton';

interface Props {
  readonly back: { readonly to: string; readonly label: string };
  /** What the town may have to do beside the request itself, such as a date to agree on. */
  readonly turn?: (request: RequestRow) => ReactNode;
  /** After what was asked: dates, visits, reports, files. */
  readonly below?: (request: RequestRow) => ReactNode;
  /** Beside it: whom to call, what is like it. */
  readonly aside?: (request: RequestRow) => ReactNode;
}

/** The town's page of a request: what happens now, what is its turn, and then what was asked. */
export function TownRequestPage({ back, ...parts }: Props) {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const request = useLoad(RequestDocument, { id });
  const written = request.data?.supportRequest.title;
  const title = written || t(written === undefined ? 'requests.title' : 'requests.untitled');
  return (
    <Page title={title} titleAsWritten={Boolean(written)} back={back}>
      <Loaded of={request}>
        {({ supportRequest }) => <Request key={supportRequest.id} request={supportRequest} {...parts} />}
      </Loaded>
    </Page>
  );
}

function Request({ request, turn, below, aside }: { readonly request: RequestRow } & Omit<Props, 'back'>) {
  const { t } = useTranslation();
  const shortlist = request.shortlist.length > 0 && <Shortlist request={request} />;
  const ranks = request.viewerActions.includes('RANK');
  return (
    <div className="-mt-2 flex flex-col gap-8">
      <NumberLine request={request} />
      <Now request={request} />
      <RequestTracker status={request.status} />
      <div className="grid items-start gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <div className="flex min-w-0 flex-col gap-10">
          {request.viewerActions.includes('ANSWER_HUB') && <HubQuestion request={request} />}
          {ranks && shortlist}
          {turn?.(request)}
          <Section title={t('requests.sections.content')} id="content">
            <RequestContent request={request} headed />
          </Section>
          {!ranks && shortlist}
          {below?.(request)}
          <details>
            <summary className="min-h-6 text-std-16B-170">{t('requests.now.fold')}</summary>
            <div className="mt-4">
              <RequestHistory history={request.history} />
            </div>
          </details>
        </div>
        <aside className="flex flex-col gap-8" aria-label={t('requestForm.besideLabel')}>
          <Stamps request={request} />
          {aside?.(request)}
          <RequestPapers request={request} />
          <WithdrawButton request={request} />
        </aside>
      </div>
    </div>
  );
}

function NumberLine({ request }: { readonly request: RequestRow }) {
  const { t } = useTranslation();
  if (!request.number || !request.submittedAt) return null;
  return (
    <p className="flex flex-wrap gap-x-4">
      <span className="text-std-18B-160 tabular-nums">
        {t('requests.now.number', { number: request.number })}
      </span>
      <span className="text-solid-gray-700">
        {t('requests.now.sentOn', { date: shortDate(tokyo(request.submittedAt).date) })}
      </span>
    </p>
  );
}

/** States in which the town itself has the next word, whoever of it. */
const MINE: readonly RequestRow['viewerActions'][number][] = [
  'SUBMIT',
  'REVISE',
  'SEND_FOR_APPROVAL',
  'RANK',
  'ANSWER_HUB',
];

/** Who asked a superior waits, even where the same person could approve. */
function useAskedByMe({ status, history }: RequestRow): boolean {
  const { name } = useViewer();
  const asked = history.filter(({ toStatus }) => toStatus === 'IN_APPROVAL');
  return status === 'IN_APPROVAL' && asked.some(({ actorName }) => actorName === name);
}

function Now({ request }: { readonly request: RequestRow }) {
  const { t } = useTranslation();
  const { status, viewerActions: may, answerBy, outcome } = request;
  const askedByMe = useAskedByMe(request);
  const mine = MINE.some((action) => may.includes(action)) && !askedByMe;
  const approving = status === 'IN_APPROVAL' && may.includes('SUBMIT');
  const drafting = status === 'DRAFT' && (may.includes('SUBMIT') || may.includes('SEND_FOR_APPROVAL'));
  return (
    <section
      aria-label={t('requests.now.title')}
      className={classes(
        'flex flex-col gap-4 rounded-8 border-l-8 px-5 py-5 sm:px-6',
        mine ? 'border-key-900 bg-key-50' : 'border-solid-gray-420 bg-solid-gray-50',
      )}
    >
      <div>
        <p className="flex flex-wrap items-baseline gap-x-4">
          <span className="text-std-18B-160">
            <RequestStatusText status={status} />
          </span>
          {mine && <span className="text-std-16B-170 text-key-1000">{t('requests.now.mine')}</span>}
        </p>
        <p className="mt-1">{t(`requests.next.${status}`)}</p>
        {answerBy && (
          <p className="text-std-16B-170">{t('requests.now.answerBy', { date: longDate(answerBy) })}</p>
        )}
        {status === 'AWAITING_INTAKE' && <p>{t('requests.now.nextAfterSend')}</p>}
        {outcome && (
          <div className="mt-3 border-t border-solid-gray-300 pt-3">
            <p className="text-std-16B-170">{t('requests.field.outcome')}</p>
            <AsWritten block>{outcome}</AsWritten>
          </div>
        )}
      </div>
      {(approving || drafting) && (
        <Actions>
          {(approving || drafting) && (
            <LinkButton to={`/requests/${request.id}/review`} look={askedByMe ? 'secondary' : 'primary'}>
              {t(approving ? 'requests.now.toApprove' : 'requests.now.toReview')}
            </LinkButton>
          )}
          {may.includes('REVISE') && (
            <LinkButton to={`/requests/${request.id}/edit`}>{t('requests.now.continue')}</LinkButton>
          )}
          {approving && may.includes('RETURN_TO_DRAFT') && <ReturnButton id={request.id} />}
        </Actions>
      )}
      {may.includes('REMIND') && <InApproval request={request} />}
    </section>
  );
}

/** Who approved it, under which post and when: as on paper. */
function Stamps({ request }: { readonly request: RequestRow }) {
  const { t } = useTranslation();
  const sent = request.history.find(({ toStatus }) => toStatus === 'AWAITING_INTAKE');
  if (!sent) return null;
  const approved = sent.fromStatus === 'IN_APPROVAL';
  return (
    <section aria-labelledby="stamps" className="flex flex-col gap-1">
      <h2 id="stamps" className="text-std-16B-170">
        {t(approved ? 'requests.field.stamp' : 'requests.field.stampSent')}
      </h2>
      <p>
        <AsWritten>{[sent.actorPost, sent.actorName].filter(Boolean).join('　')}</AsWritten>
        <span className="block text-dns-14N-130 text-solid-gray-700">{shortInstant(sent.at)}</span>
        {request.approvalNumber && (
          <span className="block">
            {t('requests.field.approval')} <AsWritten>{request.approvalNumber}</AsWritten>
          </span>
        )}
      </p>
    </section>
  );
}

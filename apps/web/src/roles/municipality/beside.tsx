import { useTranslation } from 'react-i18next';
import { HistoryLink } from '../../features/history/HistoryLink';
import { mayHaveVisits } from '../../features/support-requests/request-steps';
import type { RequestRow, RequestStatus } from '../../features/support-requests/requests.documents';
import type { About } from '../../features/support-requests/RequestForm';
import { Fold } from '../../ui/Fold';
import * as screens from './screens';

// What a town sees beside and below its screens.

/** While the town may still choose another way. */
const EARLY: readonly RequestStatus[] = ['DRAFT', 'IN_APPROVAL', 'AWAITING_INTAKE', 'IN_TRIAGE'];

/** What helps whoever writes, and what belongs to a draft. */
export const besideForm = {
  files: (id: string) => <screens.Attachments ownerType="SUPPORT_REQUEST" ownerId={id} editable />,
  keptPurchase: (id: string) => <screens.RequestPurchase id={id} />,
  beside: ({ themeId, words }: About) => (
    <>
      <screens.SimilarCases themeId={themeId} words={words} />
      <screens.HubContactCard />
    </>
  ),
};

/** Dates and reports stand first while the town has the next word about them. */
const REPORTING: readonly RequestStatus[] = ['AWAITING_CONFIRMATION', 'AWAITING_EVALUATION', 'COMPLETED'];

export const turnOfRequest = (request: RequestRow) =>
  mayHaveVisits(request.status) && (
    <>
      {REPORTING.includes(request.status) && <screens.Aftermath requestId={request.id} />}
      <screens.RequestDates requestId={request.id} />
      <screens.RequestVisits requestId={request.id} />
    </>
  );

export const belowRequest = (request: RequestRow) => (
  <>
    <screens.Attachments ownerType="SUPPORT_REQUEST" ownerId={request.id} editable />
    {mayHaveVisits(request.status) && !REPORTING.includes(request.status) && (
      <screens.Aftermath requestId={request.id} />
    )}
    <screens.RequestQuotas requestId={request.id} />
    <RequestRest request={request} />
  </>
);

/** Where else it could go, and what it buys: asked for now and then. */
function RequestRest({ request }: { readonly request: RequestRow }) {
  return (
    <div className="flex flex-col gap-4">
      {EARLY.includes(request.status) && <SchemesFold id={request.id} />}
      <PurchaseFold id={request.id} />
    </div>
  );
}

function PurchaseFold({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  return (
    <Fold title={t('conflicts.procurement.title')}>
      <screens.RequestPurchase id={id} />
    </Fold>
  );
}

export function SchemesFold({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  return (
    <Fold title={t('requestForm.way.schemes')}>
      <screens.RequestSchemes requestId={id} />
    </Fold>
  );
}

export const asideRequest = (request: RequestRow) => (
  <>
    <screens.HubContactCard />
    <screens.SimilarCases themeId={request.theme?.id ?? null} words={request.trouble} />
    <div className="flex flex-col gap-2">
      <screens.SheetLink id={request.id} />
      <HistoryLink of="request" id={request.id} />
    </div>
  </>
);

export const besideDraft = (id: string) => (
  <>
    <screens.Attachments ownerType="SUPPORT_REQUEST" ownerId={id} />
    <PurchaseFold id={id} />
  </>
);

export const besideConsultation = (id: string) => (
  <>
    <screens.Attachments ownerType="CONSULTATION" ownerId={id} editable />
    <screens.ConsultationPurchase id={id} />
    <screens.ConsultationSchemes id={id} />
    <HistoryLink of="consultation" id={id} />
  </>
);

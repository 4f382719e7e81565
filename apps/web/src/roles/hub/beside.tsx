import { useTranslation } from 'react-i18next';
import { HistoryLink, historyOf } from '../../features/history/HistoryLink';
import type { SpecialistRow } from '../../features/specialists/specialists.documents';
import { mayHaveVisits } from '../../features/support-requests/request-steps';
import type { RequestRow, RequestStatus } from '../../features/support-requests/requests.documents';
import { useDailyWork } from '../../session';
import { LinkButton } from '../../ui/Button';
import * as screens from './screens';

// What the hub sees beside and below its screens.

export const draftParts = {
  files: (id: string) => <screens.Attachments ownerType="SUPPORT_REQUEST" ownerId={id} editable />,
  keptPurchase: (id: string) => <screens.RequestPurchase id={id} />,
};

export const besideDraft = (id: string) => (
  <>
    <screens.Attachments ownerType="SUPPORT_REQUEST" ownerId={id} editable />
    <screens.RequestPurchase id={id} />
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

export const belowVisit = (id: string) => (
  <>
    <screens.VisitClaim id={id} />
    {historyOf('visit')(id)}
  </>
);

export const belowSpecialist = (id: string) => (
  <>
    {historyOf('specialist')(id)}
    <screens.EraseSpecialist id={id} />
  </>
);

export const besideSpecialist = (specialistId: string) => (
  <>
    <screens.Days specialistId={specialistId} />
    <screens.HandOverLink specialistId={specialistId} />
    <screens.SpecialistFirms specialistId={specialistId} />
  </>
);

/** Until somebody has the case, the hub looks at who could take it. */
const CHOOSING: readonly RequestStatus[] = ['AWAITING_INTAKE', 'IN_TRIAGE', 'SELECTING', 'SCHEDULING'];

/** Before it is accepted another scheme may do. */
const REFERRABLE: readonly RequestStatus[] = ['AWAITING_INTAKE', 'IN_TRIAGE'];

/** Nothing more will be used. */
const ENDED: readonly RequestStatus[] = [
  'COMPLETED',
  'FOLLOWED_UP',
  'ADVISED',
  'REFERRED',
  'TERMINATED',
  'WITHDRAWN',
  'NOT_ADOPTED',
];

/** What triage shows of other parts beside a request. */
export const TRIAGE_PARTS = {
  files: (id: string) => <screens.Attachments ownerType="SUPPORT_REQUEST" ownerId={id} />,
  quotas: (id: string) => <screens.RequestQuotas requestId={id} />,
};

export const nextInLine = (request: RequestRow) => <screens.NextInLine request={request} />;

export function besideRequest(request: RequestRow) {
  const urgent = request.status === 'SCHEDULING' && <screens.UrgentButton supportRequestId={request.id} />;
  const isUrgent = request.urgency === 'URGENT';
  return (
    <>
      <screens.Attachments ownerType="SUPPORT_REQUEST" ownerId={request.id} editable />
      {isUrgent && urgent}
      {CHOOSING.includes(request.status) && <screens.Candidates request={request} />}
      {!ENDED.includes(request.status) && <screens.RequestQuotas requestId={request.id} />}
      {REFERRABLE.includes(request.status) && (
        <screens.RequestSchemes requestId={request.id} refers={request.viewerActions.includes('REFER')} />
      )}
      {!isUrgent && urgent}
      {mayHaveVisits(request.status) && (
        <screens.RequestDates requestId={request.id} ask={<AskDates request={request} />} />
      )}
      {mayHaveVisits(request.status) && <screens.RequestVisits requestId={request.id} />}
      {mayHaveVisits(request.status) && <screens.Aftermath requestId={request.id} />}
      <screens.RequestPurchase id={request.id} />
      <screens.SheetLink id={request.id} />
      <HistoryLink of="request" id={request.id} />
    </>
  );
}

export const companionsOf = (id: string) => <screens.VisitCompanions visitId={id} />;

/** Dates are asked for while visits are to be given. */
function AskDates({ request }: { readonly request: RequestRow }) {
  const { t } = useTranslation();
  const worksDaily = useDailyWork();
  if (!worksDaily || (request.status !== 'SCHEDULING' && request.status !== 'IN_SUPPORT')) return null;
  return (
    <div>
      <LinkButton to={`/requests/${request.id}/dates`}>{t('dates.ask')}</LinkButton>
    </div>
  );
}

export function daysOf({ id, weekly, viewerActions }: SpecialistRow) {
  return (
    <>
      {viewerActions.includes('REVISE') && <screens.PatternSection specialistId={id} weekly={weekly} />}
      <screens.AvailabilityPanel specialistId={id} mayChange={viewerActions.includes('MANAGE_DAYS_OFF')} />
    </>
  );
}

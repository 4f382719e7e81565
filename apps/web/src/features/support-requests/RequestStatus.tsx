import { useTranslation } from 'react-i18next';
import { StatusText, type StatusTone } from '../../ui/StatusText';
import { Tracker } from '../../ui/Tracker';
import { STEP_OF, STEPS } from './request-steps';
import type { RequestStatus as Status } from './requests.documents';

const TONES: Readonly<Record<Status, StatusTone>> = {
  DRAFT: 'resting',
  IN_APPROVAL: 'waiting',
  AWAITING_INTAKE: 'waiting',
  IN_TRIAGE: 'moving',
  ADVISED: 'finished',
  REFERRED: 'finished',
  SELECTING: 'moving',
  TOWN_REVIEW: 'waiting',
  OFFERING: 'waiting',
  PREFECTURE_APPROVAL: 'waiting',
  DISPATCH_DECIDED: 'moving',
  SCHEDULING: 'moving',
  IN_SUPPORT: 'moving',
  AWAITING_REPORT: 'waiting',
  AWAITING_CONFIRMATION: 'waiting',
  AWAITING_EVALUATION: 'waiting',
  COMPLETED: 'finished',
  FOLLOWED_UP: 'finished',
  SUSPENDED: 'stopped',
  TERMINATED: 'stopped',
  WITHDRAWN: 'stopped',
  NOT_ADOPTED: 'stopped',
};

export function RequestStatusText({ status }: { readonly status: Status }) {
  const { t } = useTranslation();
  return <StatusText tone={TONES[status]}>{t(`requests.status.${status}`)}</StatusText>;
}

/** Where it stands, in a word, in a sentence and on the way. */
export function RequestProgress({ status }: { readonly status: Status }) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-col gap-4">
      <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <span className="text-std-18B-160">
          <RequestStatusText status={status} />
        </span>
        <span>{t(`requests.next.${status}`)}</span>
      </p>
      <RequestTracker status={status} />
    </div>
  );
}

/** Like a parcel; nothing where the way has ended early. */
export function RequestTracker({ status }: { readonly status: Status }) {
  const { t } = useTranslation();
  const step = STEP_OF[status];
  if (!step) return null;
  return (
    <Tracker
      label={t('requests.steps.label')}
      steps={STEPS.map((name) => t(`requests.steps.${name}`))}
      at={status === 'COMPLETED' || status === 'FOLLOWED_UP' ? STEPS.length : STEPS.indexOf(step)}
    />
  );
}

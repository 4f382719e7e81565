import { useTranslation } from 'react-i18next';
import { StatusText, type StatusTone } from '../../ui/StatusText';
import { Tracker } from '../../ui/Tracker';
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

const STEPS = ['ask', 'intake', 'selection', 'dates', 'support', 'report'] as const;

/** The step that a state belongs to; null where the way has ended early. */
const STEP_OF: Readonly<Record<Status, (typeof STEPS)[number] | null>> = {
  DRAFT: 'ask',
  IN_APPROVAL: 'ask',
  AWAITING_INTAKE: 'intake',
  IN_TRIAGE: 'intake',
  ADVISED: null,
  REFERRED: null,
  SELECTING: 'selection',
  TOWN_REVIEW: 'selection',
  OFFERING: 'selection',
  PREFECTURE_APPROVAL: 'selection',
  DISPATCH_DECIDED: 'dates',
  SCHEDULING: 'dates',
  IN_SUPPORT: 'support',
  AWAITING_REPORT: 'report',
  AWAITING_CONFIRMATION: 'report',
  AWAITING_EVALUATION: 'report',
  COMPLETED: 'report',
  FOLLOWED_UP: 'report',
  SUSPENDED: 'support',
  TERMINATED: null,
  WITHDRAWN: null,
  NOT_ADOPTED: null,
};

/** Before dates are made a request has no visits; one that ended early may have had some. */
export function mayHaveVisits(status: Status): boolean {
  const step = STEP_OF[status];
  return step === null || STEPS.indexOf(step) >= STEPS.indexOf('dates');
}

export function RequestStatusText({ status }: { readonly status: Status }) {
  const { t } = useTranslation();
  return <StatusText tone={TONES[status]}>{t(`requests.status.${status}`)}</StatusText>;
}

/** Where it stands, in a word, in a sentence and on the way. */
export function RequestProgress({ status }: { readonly status: Status }) {
  const { t } = useTranslation();
  const step = STEP_OF[status];
  return (
    <div className="flex flex-col gap-4">
      <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <span className="text-std-18B-160">
          <RequestStatusText status={status} />
        </span>
        <span>{t(`requests.next.${status}`)}</span>
      </p>
      {step && (
        <Tracker
          label={t('requests.steps.label')}
          steps={STEPS.map((name) => t(`requests.steps.${name}`))}
          at={STEPS.indexOf(step)}
        />
      )}
    </div>
  );
}

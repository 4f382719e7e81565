import { useTranslation } from 'react-i18next';
import { StatusText, type StatusTone } from '../../ui/StatusText';
import type { ClaimStatus as Status } from './travel-claims.documents';

const TONES: Readonly<Record<Status, StatusTone>> = {
  DRAFT: 'resting',
  SUBMITTED: 'waiting',
  RETURNED: 'waiting',
  APPROVED: 'moving',
  PAID: 'finished',
  DISCARDED: 'stopped',
};

export function ClaimStatus({ status }: { readonly status: Status }) {
  const { t } = useTranslation();
  return <StatusText tone={TONES[status]}>{t(`travelClaims.statuses.${status}`)}</StatusText>;
}

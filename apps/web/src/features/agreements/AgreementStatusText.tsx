import { useTranslation } from 'react-i18next';
import { StatusText, type StatusTone } from '../../ui/StatusText';
import type { AgreementStatus } from './agreements.documents';

const TONES: Readonly<Record<AgreementStatus, StatusTone>> = {
  DRAFT: 'resting',
  IN_CONSULTATION: 'waiting',
  CONCLUDED: 'moving',
  ACTIVE: 'moving',
  EXTENSION_CONSULTATION: 'waiting',
  EXPIRED: 'finished',
  TERMINATED: 'stopped',
  WITHDRAWN: 'stopped',
};

export function AgreementStatusText({ status }: { readonly status: AgreementStatus }) {
  const { t } = useTranslation();
  return <StatusText tone={TONES[status]}>{t(`agreements.status.${status}`)}</StatusText>;
}

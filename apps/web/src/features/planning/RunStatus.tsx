import { useTranslation } from 'react-i18next';
import { StatusText, type StatusTone } from '../../ui/StatusText';
import type { RunStatus as Status } from './plans.documents';

const TONES: Readonly<Record<Status, StatusTone>> = {
  QUEUED: 'waiting',
  SOLVING: 'moving',
  PROPOSED: 'waiting',
  PUBLISHED: 'finished',
  DISCARDED: 'stopped',
  CANCELLED: 'stopped',
  FAILED: 'stopped',
};

export function RunStatusText({ status }: { readonly status: Status }) {
  const { t } = useTranslation();
  return <StatusText tone={TONES[status]}>{t(`planning.status.${status}`)}</StatusText>;
}

import { useTranslation } from 'react-i18next';
import { StatusText, type StatusTone } from '../../ui/StatusText';
import type { PlacementRow } from './placements.documents';

const TONES: Readonly<Record<PlacementRow['status'], StatusTone>> = {
  PLANNED: 'waiting',
  ACTIVE: 'moving',
  ENDED: 'finished',
  CANCELLED: 'stopped',
};

export function PlacementStatus({ status }: Pick<PlacementRow, 'status'>) {
  const { t } = useTranslation();
  return <StatusText tone={TONES[status]}>{t(`joint.placements.status.${status}`)}</StatusText>;
}

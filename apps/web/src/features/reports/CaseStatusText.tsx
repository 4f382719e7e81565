import { useTranslation } from 'react-i18next';
import { StatusText, type StatusTone } from '../../ui/StatusText';
import type { CaseReportStatus } from './case-reports.documents';

const TONES: Readonly<Record<CaseReportStatus, StatusTone>> = {
  DRAFT: 'resting',
  IN_APPROVAL: 'waiting',
  APPROVED: 'finished',
  TOWN_REVIEW: 'waiting',
  AGREED: 'moving',
  PUBLISHED: 'finished',
};

export function CaseStatusText({ status }: { readonly status: CaseReportStatus }) {
  const { t } = useTranslation();
  return <StatusText tone={TONES[status]}>{t(`reports.case.status.${status}`)}</StatusText>;
}

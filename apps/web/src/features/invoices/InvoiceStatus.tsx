import { useTranslation } from 'react-i18next';
import { StatusText, type StatusTone } from '../../ui/StatusText';
import type { InvoiceRow } from './invoices.documents';

const TONES: Readonly<Record<InvoiceRow['status'], StatusTone>> = {
  DRAFT: 'waiting',
  ISSUED: 'finished',
  CANCELLED: 'stopped',
  DISCARDED: 'stopped',
};

export function InvoiceStatus({ status }: Pick<InvoiceRow, 'status'>) {
  const { t } = useTranslation();
  return <StatusText tone={TONES[status]}>{t(`invoices.statuses.${status}`)}</StatusText>;
}

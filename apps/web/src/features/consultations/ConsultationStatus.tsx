import { useTranslation } from 'react-i18next';
import { longInstant, shortInstant } from '../../i18n/dates';
import { StatusText, type StatusTone } from '../../ui/StatusText';
import type { ConsultationLineRow, ConsultationStatus as Status } from './consultations.documents';

const TONES: Readonly<Record<Status, StatusTone>> = {
  OPEN: 'moving',
  ASSIGNED: 'waiting',
  ANSWERED: 'finished',
  CLOSED: 'finished',
  TURNED_INTO_REQUEST: 'moving',
  WITHDRAWN: 'stopped',
};

const WAITING: readonly Status[] = ['OPEN', 'ASSIGNED'];

export function ConsultationStatusText({ status }: { readonly status: Status }) {
  const { t } = useTranslation();
  return <StatusText tone={TONES[status]}>{t(`consultations.status.${status}`)}</StatusText>;
}

interface DueProps {
  readonly row: ConsultationLineRow;
  /** In a table. */
  readonly short?: boolean;
}

/** By when it is to be answered; said in words when that has passed. */
export function DueText({ row: { status, dueAt }, short = false }: DueProps) {
  const { t } = useTranslation();
  const late = WAITING.includes(status) && new Date(dueAt) < new Date();
  return (
    <>
      {short ? shortInstant(dueAt) : longInstant(dueAt)}
      {late && <span className="block font-700 text-error-2">{t('consultations.overdue')}</span>}
    </>
  );
}

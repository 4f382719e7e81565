import { useTranslation } from 'react-i18next';
import { shortDate, timeRange, tokyo } from '../../../i18n/dates';
import { StatusText, type StatusTone } from '../../../ui/StatusText';
import type { Proposal } from './answers.documents';

const TONES: Readonly<Record<Proposal['status'], StatusTone>> = {
  OPEN: 'waiting',
  ACCEPTED: 'finished',
  REFUSED: 'stopped',
  WITHDRAWN: 'stopped',
  OVERTAKEN: 'stopped',
};

export function ProposalStatus({ status }: Pick<Proposal, 'status'>) {
  const { t } = useTranslation();
  return <StatusText tone={TONES[status]}>{t(`answers.status.${status}`)}</StatusText>;
}

const NOON = '12:00';

/** A specialist names the hours, a town the half-day. */
export function useSpanWords(side: Proposal['side']) {
  const { t } = useTranslation();
  return ({ from, to }: Proposal['slots'][number]): string => {
    const { date, time } = tokyo(from);
    const half = time < NOON ? 'AM' : 'PM';
    return side === 'TOWN'
      ? `${shortDate(date)} ${t(`ui.half.${half}`)}`
      : `${shortDate(date)} ${timeRange(from, to)}`;
  };
}

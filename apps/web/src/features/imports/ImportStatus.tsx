import { useTranslation } from 'react-i18next';
import { StatusText, type StatusTone } from '../../ui/StatusText';
import type { ImportLine, Outcome } from './imports.documents';

const TONES: Readonly<Record<ImportLine['status'], StatusTone>> = {
  OPEN: 'waiting',
  APPLIED: 'finished',
  UNDONE: 'stopped',
  DISCARDED: 'stopped',
};

export function ImportStatus({ status }: { readonly status: ImportLine['status'] }) {
  const { t } = useTranslation();
  return <StatusText tone={TONES[status]}>{t(`imports.statuses.${status}`)}</StatusText>;
}

const OUTCOMES: Readonly<Record<Outcome, StatusTone>> = {
  ADDED: 'moving',
  UPDATED: 'moving',
  UNCHANGED: 'resting',
  FAULTY: 'waiting',
};

export function OutcomeText({ outcome }: { readonly outcome: Outcome }) {
  const { t } = useTranslation();
  return <StatusText tone={OUTCOMES[outcome]}>{t(`imports.outcomes.${outcome}`)}</StatusText>;
}

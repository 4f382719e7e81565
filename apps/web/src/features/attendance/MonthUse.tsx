import { useTranslation } from 'react-i18next';
import { StatusText } from '../../ui/StatusText';
import type { SheetRow } from './attendance.documents';

type Use = Pick<SheetRow, 'usedDays' | 'agreedDays' | 'isCap'>;

export const isBeyond = ({ usedDays, agreedDays }: Use): boolean =>
  agreedDays !== null && usedDays > agreedDays;

/** 4.5日, or 5/4日 against what was agreed. */
export function UsedDays({ use: { usedDays: used, agreedDays: agreed } }: { readonly use: Use }) {
  const { t } = useTranslation();
  return (
    <span className="tabular-nums">
      {agreed === null ? t('attendance.used', { used }) : t('attendance.usedOf', { used, agreed })}
    </span>
  );
}

/** The days of a month, large, and what was agreed. */
export function MonthUse({ use }: { readonly use: Use }) {
  const { t } = useTranslation();
  const { agreedDays: agreed, isCap } = use;
  return (
    <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
      <span className="text-std-24B-150">
        <UsedDays use={use} />
      </span>
      <span>
        {agreed === null
          ? t('attendance.noGuideline')
          : t(isCap ? 'attendance.cap' : 'attendance.guideline', { agreed })}
      </span>
      {isBeyond(use) && <StatusText tone="waiting">{t('attendance.beyond')}</StatusText>}
    </p>
  );
}

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { QUOTA_TONE, useQuotaWords } from '../../i18n/quota-words';
import { nameOf } from '../../i18n/words';
import { AsWritten } from '../../ui/AsWritten';
import { Gauge } from '../../ui/Gauge';
import { StatusText } from '../../ui/StatusText';
import type { QuotaRow, UseRow } from './quotas.documents';

/** How much of one count is used: figures, a word with a shape, and a bar. */
export function UseWords({ use }: { readonly use: UseRow }) {
  const { t } = useTranslation();
  const { amountOf, stateOf } = useQuotaWords();
  const { used, limit, state, withMore, stateWithMore, quota } = use;
  const figures = (n: number) => ({ limit: amountOf(quota.unit, limit), used: amountOf(quota.unit, n) });
  return (
    <div className="flex min-w-40 flex-col gap-1">
      <span className="flex flex-wrap items-center gap-x-3">
        <span className="whitespace-nowrap">{t('quotas.used', figures(used))}</span>
        <StatusText tone={QUOTA_TONE[state]}>{stateOf(state)}</StatusText>
      </span>
      <Gauge used={used} more={withMore} limit={limit} />
      {withMore !== null && withMore > used && stateWithMore && (
        <span className="flex flex-wrap items-center gap-x-3">
          {t('quotas.withMore', { more: amountOf(quota.unit, withMore), limit: amountOf(quota.unit, limit) })}
          <StatusText tone={QUOTA_TONE[stateWithMore]}>{stateOf(stateWithMore)}</StatusText>
        </span>
      )}
    </div>
  );
}

/** Of which town or case a count is, and of which month or year. */
export function UseOf({ use }: { readonly use: UseRow }): ReactNode {
  const { spanOf } = useQuotaWords();
  const { municipality, supportRequest, span } = use;
  return (
    <>
      {municipality && nameOf(municipality)}{' '}
      {supportRequest && <AsWritten>{caseOf(supportRequest)}</AsWritten>}{' '}
      <span className="whitespace-nowrap text-solid-gray-700">{spanOf(span)}</span>
    </>
  );
}

const caseOf = ({ number, title }: NonNullable<UseRow['supportRequest']>): string =>
  number === null ? title : `${number} ${title}`;

/** Whose visits a quota counts, for how long and which. */
export function useQuotaTerms() {
  const { t } = useTranslation();
  const { amountOf, yearOf } = useQuotaWords();
  return {
    whoseOf: ({ scope, municipalityId, supportRequestId }: QuotaRow): string => {
      if (supportRequestId !== null) return t('quotas.oneCase');
      return municipalityId === null ? t(`quotas.scope.${scope}`) : t('quotas.oneTown');
    },
    periodOf: ({ period, fiscalYear }: QuotaRow): string =>
      fiscalYear === null
        ? t(`quotas.periodWord.${period}`)
        : t('quotas.onlyYear', { year: yearOf(fiscalYear) }),
    limitOf: ({ unit, limit, counts }: QuotaRow): string =>
      t('quotas.limitValue', { amount: amountOf(unit, limit), counts: t(`quotas.countsWord.${counts}`) }),
  };
}

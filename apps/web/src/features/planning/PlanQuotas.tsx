import { useTranslation } from 'react-i18next';
import { useLoad } from '../../gql/use-load';
import { QUOTA_TONE, useQuotaWords } from '../../i18n/quota-words';
import { nameOf } from '../../i18n/words';
import { AsWritten } from '../../ui/AsWritten';
import { Gauge } from '../../ui/Gauge';
import { Notice } from '../../ui/Notice';
import { StatusText } from '../../ui/StatusText';
import { type PartNames, PlanQuotasDocument, type PlanQuotaUse } from './part.documents';

/** What a plan, or a part of it, does to quotas; nothing where it touches none. */
export function PlanQuotas({ runId, names }: { readonly runId: string; readonly names: PartNames }) {
  const { t } = useTranslation();
  const load = useLoad(PlanQuotasDocument, {
    id: runId,
    only: [...names.only],
    callOff: [...names.callOff],
  });
  const uses = load.data?.planQuotas ?? [];
  if (uses.length === 0) return null;
  const over = uses.some(
    ({ stateWithMore, used, withMore }) => stateWithMore === 'OVER' && (withMore ?? 0) > used,
  );
  return (
    <div className="flex flex-col gap-3">
      <h3 className="text-std-16B-170">{t('quotas.onPublish')}</h3>
      {over && <Notice tone="warning" title={t('quotas.over')} />}
      <ul className="flex flex-col gap-3">
        {uses.map((use) => (
          <li key={`${use.quota.id} ${use.municipality?.id} ${use.supportRequest?.id} ${use.span}`}>
            <QuotaLine use={use} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function QuotaLine({ use }: { readonly use: PlanQuotaUse }) {
  const { t } = useTranslation();
  const { amountOf, spanOf, stateOf } = useQuotaWords();
  const { quota, municipality, supportRequest, used, limit, span, state } = use;
  const [more, stateThen] = [use.withMore ?? used, use.stateWithMore ?? state];
  return (
    <>
      <AsWritten>{quota.name}</AsWritten> {municipality && nameOf(municipality)}{' '}
      {supportRequest && <AsWritten>{supportRequest.number ?? supportRequest.title}</AsWritten>}{' '}
      {spanOf(span)}
      <span className="flex flex-wrap items-center gap-x-3">
        {t('quotas.used', { used: amountOf(quota.unit, used), limit: amountOf(quota.unit, limit) })}
        {' → '}
        {t('quotas.withPlan', { more: amountOf(quota.unit, more), limit: amountOf(quota.unit, limit) })}
        <StatusText tone={QUOTA_TONE[stateThen]}>{stateOf(stateThen)}</StatusText>
      </span>
      <Gauge used={used} more={more} limit={limit} />
    </>
  );
}

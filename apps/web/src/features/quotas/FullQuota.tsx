import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoad } from '../../gql/use-load';
import { Notice } from '../../ui/Notice';
import { RequestQuotasDocument } from './quotas.documents';

interface Props {
  readonly requestId: string;
  /** The way out, such as meeting online. */
  readonly children: ReactNode;
}

/** 枠がない: said before a request is sent, with a way that takes nothing of it. */
export function FullQuota({ requestId, children }: Props) {
  const { t } = useTranslation();
  const load = useLoad(RequestQuotasDocument, { supportRequestId: requestId }, { about: ['Quota', 'Visit'] });
  const full = (load.data?.requestQuotas ?? []).find(
    ({ quota, stateWithMore }) => stateWithMore === 'OVER' && quota.counts === 'ON_SITE',
  );
  if (!full) return null;
  return (
    <Notice tone="warning" title={t('requestForm.way.quotaFull', { name: full.quota.name })}>
      <div className="flex flex-col items-start gap-3">
        <p>{t('requestForm.way.quotaText')}</p>
        {children}
      </div>
    </Notice>
  );
}

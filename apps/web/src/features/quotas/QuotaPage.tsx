import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { longInstant } from '../../i18n/dates';
import { useViewer } from '../../session';
import { AsWritten } from '../../ui/AsWritten';
import { Actions, Button } from '../../ui/Button';
import { Facts } from '../../ui/Facts';
import { Empty, Loaded } from '../../ui/Loaded';
import { Page, Section } from '../../ui/Page';
import { Table } from '../../ui/Table';
import { EndQuota, RaiseQuota, ReviseQuota } from './QuotaActions';
import { QuotaDocument, type QuotaRow, type QuotaWithUse } from './quotas.documents';
import { UseOf, useQuotaTerms, UseWords } from './UseWords';

/** One quota: what it says, what is used of it, and what can be done with it. */
export function QuotaPage({ below }: { readonly below?: (id: string) => ReactNode }) {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const load = useLoad(QuotaDocument, { id }, { about: ['Quota', 'Visit'] });
  const name = load.data?.quota.quota.name;
  return (
    <Page
      title={name ?? t('quotas.one')}
      titleAsWritten={name !== undefined}
      back={{ to: '/engagements/quotas', label: t('quotas.title') }}
    >
      <Loaded of={load}>{({ quota }) => <Record {...quota} />}</Loaded>
      {below?.(id)}
    </Page>
  );
}

type Doing = 'revise' | 'raise' | 'end' | null;

function Record({ quota, uses }: QuotaWithUse) {
  const { t } = useTranslation();
  const { duties } = useViewer();
  const [doing, setDoing] = useState<Doing>(null);
  const close = () => setDoing(null);
  const open = quota.endedAt === null;
  const [coordinates, decides] = [duties.includes('COORDINATOR'), duties.includes('APPROVER')];
  const forHub = useViewer().role === 'HUB_STAFF';
  return (
    <>
      {open && forHub && (coordinates || decides) && (
        <Actions label={quota.name}>
          {coordinates && <Button onClick={() => setDoing('revise')}>{t('quotas.revise')}</Button>}
          {decides && <Button onClick={() => setDoing('raise')}>{t('quotas.raise')}</Button>}
          {decides && (
            <Button look="danger" onClick={() => setDoing('end')}>
              {t('quotas.end')}
            </Button>
          )}
        </Actions>
      )}
      <Terms quota={quota} />
      <Section title={t('quotas.uses')} id="uses">
        {uses.length === 0 ? (
          <Empty>{t('quotas.noUse')}</Empty>
        ) : (
          <Table
            caption={t('quotas.usesCaption')}
            rows={uses}
            keyOf={({ municipality, supportRequest, span }) =>
              `${municipality?.id} ${supportRequest?.id} ${span}`
            }
            cards
            columns={[
              { key: 'of', title: t('quotas.whose'), heads: true, cell: (use) => <UseOf use={use} /> },
              { key: 'use', title: t('quotas.uses'), cell: (use) => <UseWords use={use} /> },
            ]}
          />
        )}
      </Section>
      {doing === 'revise' && <ReviseQuota quota={quota} onClose={close} />}
      {doing === 'raise' && <RaiseQuota quota={quota} onClose={close} />}
      {doing === 'end' && <EndQuota quota={quota} onClose={close} />}
    </>
  );
}

function Terms({ quota }: { readonly quota: QuotaRow }) {
  const { t } = useTranslation();
  const { whoseOf, periodOf, limitOf } = useQuotaTerms();
  return (
    <Facts
      items={[
        { term: t('quotas.whose'), value: whoseOf(quota) },
        { term: t('quotas.period'), value: periodOf(quota) },
        { term: t('quotas.limit'), value: limitOf(quota) },
        {
          term: t('quotas.field.warnPercent'),
          value: `${quota.warnPercent}${t('quotas.percent')}`,
        },
        { term: t('quotas.field.source'), value: <AsWritten>{quota.source}</AsWritten> },
        quota.note !== null && {
          term: t('quotas.field.note'),
          value: <AsWritten block>{quota.note}</AsWritten>,
        },
        quota.raisedReason !== null && {
          term: t('quotas.raised'),
          value: <AsWritten block>{quota.raisedReason}</AsWritten>,
        },
        quota.endedAt !== null && {
          term: t('quotas.endedOn'),
          value: (
            <>
              {longInstant(quota.endedAt)} {quota.endedReason && <AsWritten>{quota.endedReason}</AsWritten>}
            </>
          ),
        },
        {
          term: t('quotas.setBy'),
          value: t('quotas.setLine', { at: longInstant(quota.setAt), by: quota.setByName }),
        },
      ]}
    />
  );
}

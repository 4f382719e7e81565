import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoad } from '../../gql/use-load';
import { longInstant } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { Button } from '../../ui/Button';
import { Facts } from '../../ui/Facts';
import { Empty, Loaded } from '../../ui/Loaded';
import { Notice } from '../../ui/Notice';
import { Page, Section } from '../../ui/Page';
import { Table } from '../../ui/Table';
import { DeadRows } from './DeadRows';
import { FirstInvitation, type FirstLink } from './FirstInvitation';
import { InstallationDocument, type InstallationState } from './operations.documents';
import { useWaiting } from './waiting';
import { WorkNow } from './WorkNow';

interface Props {
  /** Shows a link that was made just now. */
  readonly linkSheet: (link: FirstLink, onBack: () => void) => ReactNode;
}

/** How the installation is, and what its operator can do about it: not a word of anybody in it. */
export function OperationsPage({ linkSheet }: Props) {
  const { t } = useTranslation();
  const [link, setLink] = useState<FirstLink | null>(null);
  const state = useLoad(InstallationDocument, {}, { about: ['RetriedOutboxRows', 'Invitation'] });
  if (link) return linkSheet(link, () => setLink(null));
  return (
    <Page title={t('operations.title')} lead={<p>{t('operations.lead')}</p>}>
      <Loaded of={state}>
        {({ installation }) => (
          <>
            <Section
              title={t('operations.state')}
              id="state"
              aside={
                <Button size="small" onClick={state.reload}>
                  {t('operations.again')}
                </Button>
              }
            >
              <State of={installation} />
            </Section>
            <WorkNow />
            <Section title={t('operations.dead')} id="dead">
              <DeadRows />
            </Section>
            <Section title={t('operations.prefectures')} id="prefectures">
              <Prefectures of={installation} />
            </Section>
            <Section title={t('operations.first')} id="first">
              <FirstInvitation live={installation.prefectures} onLink={setLink} />
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function State({ of }: { readonly of: InstallationState }) {
  const { t } = useTranslation();
  const waiting = useWaiting();
  const { version, postgresVersion, queueBackend, schemaChanges, pendingChanges, auditSealedAt, outbox } = of;
  return (
    <>
      {pendingChanges.length > 0 && (
        <Notice tone="warning" title={t('operations.pending', { count: pendingChanges.length })}>
          <p>{pendingChanges.join(t('ui.listMark'))}</p>
        </Notice>
      )}
      <Facts
        items={[
          { term: t('operations.version'), value: version },
          { term: t('operations.postgres'), value: postgresVersion },
          { term: t('operations.queue'), value: t(`operations.queues.${queueBackend}`) },
          {
            term: t('operations.schema'),
            value: t('operations.schemaAt', {
              count: schemaChanges.length,
              latest: schemaChanges.at(-1) ?? t('ui.none'),
            }),
          },
          { term: t('operations.waiting'), value: t('ui.items', { count: outbox.waiting }) },
          { term: t('operations.lag'), value: waiting(outbox.oldestWaitingSeconds) },
          {
            term: t('operations.sealed'),
            value: auditSealedAt ? longInstant(auditSealedAt) : t('operations.neverSealed'),
          },
        ]}
      />
    </>
  );
}

function Prefectures({ of: { prefectures } }: { readonly of: InstallationState }) {
  const { t } = useTranslation();
  if (prefectures.length === 0) return <Empty>{t('operations.noPrefectures')}</Empty>;
  return (
    <Table
      caption={t('operations.prefectures')}
      rows={prefectures}
      keyOf={({ id }) => id}
      columns={[
        { key: 'name', title: t('operations.prefecture'), heads: true, cell: (one) => nameOf(one) },
        {
          key: 'hub',
          title: t('operations.hubAccounts'),
          numeric: true,
          cell: ({ hubAccounts }) => hubAccounts,
        },
        { key: 'towns', title: t('operations.towns'), numeric: true, cell: ({ towns }) => towns },
      ]}
    />
  );
}

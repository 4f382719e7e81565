import { useTranslation } from 'react-i18next';
import { shortInstant } from '../../i18n/dates';
import { AsWritten } from '../../ui/AsWritten';
import { Table } from '../../ui/Table';
import type { RequestRow } from './requests.documents';

/** Who did what, when and why. */
export function RequestHistory({ history }: Pick<RequestRow, 'history'>) {
  const { t } = useTranslation();
  return (
    <Table
      caption={t('requests.history.caption')}
      rows={history.map((event, i) => ({ ...event, i }))}
      keyOf={({ i }) => String(i)}
      cards
      columns={[
        { key: 'at', title: t('requests.history.when'), nowrap: true, cell: ({ at }) => shortInstant(at) },
        {
          key: 'what',
          title: t('requests.history.what'),
          heads: true,
          cell: ({ fromStatus, toStatus }) =>
            fromStatus === toStatus && toStatus === 'IN_APPROVAL'
              ? t('requests.history.reminded')
              : t('requests.history.revealed', {
                  from: fromStatus ? t(`requests.status.${fromStatus}`) : t('requests.history.first'),
                  to: t(`requests.status.${toStatus}`),
                }),
        },
        {
          key: 'who',
          title: t('requests.history.who'),
          cell: ({ actorName, actorRole, actorPost }) =>
            actorRole === 'SYSTEM' ? (
              t('requests.history.system')
            ) : (
              <AsWritten>{[actorPost, actorName].filter(Boolean).join('　')}</AsWritten>
            ),
        },
        {
          key: 'why',
          title: t('requests.history.why'),
          cell: ({ reason }) => (reason === null ? t('ui.none') : <AsWritten block>{reason}</AsWritten>),
        },
      ]}
    />
  );
}

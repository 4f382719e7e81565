import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { UnsentReport } from '../../features/reports/UnsentReport';
import { UnsentAcceptance } from '../../features/schedule/mine/UnsentAcceptance';
import { useFlush } from '../../offline/Outgoing';
import { useWishes } from '../../offline/outbox';
import { Actions, Button } from '../../ui/Button';
import { Empty } from '../../ui/Loaded';
import { Page } from '../../ui/Page';

/** 未送信: what waits on this phone, and what has to be decided before it can go out. */
export function UnsentPage() {
  const { t } = useTranslation();
  const wishes = useWishes();
  const flush = useFlush();
  const [said, setSaid] = useState(false);
  const [busy, setBusy] = useState(false);
  const waits = wishes.some(({ trouble }) => trouble === null);
  const send = async () => {
    setBusy(true);
    await flush();
    setBusy(false);
    setSaid(true);
  };
  return (
    <Page
      title={t('offline.title')}
      back={{ to: '/', label: t('schedule.mine') }}
      lead={<p>{t('offline.lead')}</p>}
      narrow
    >
      {wishes.length === 0 && <Empty>{t('offline.empty')}</Empty>}
      {wishes.length > 0 && (
        <div className="-mt-4 flex flex-col gap-4">
          {wishes.map((wish) =>
            wish.kind === 'ACCEPT' ? (
              <UnsentAcceptance key={wish.no} wish={wish} />
            ) : (
              <UnsentReport key={wish.no} wish={wish} />
            ),
          )}
          {waits && (
            <Actions>
              <Button look="primary" onClick={() => void send()} busy={busy}>
                {t('offline.sendNow')}
              </Button>
            </Actions>
          )}
          <p role="status">{said && waits && !busy && t('offline.stillAway')}</p>
        </div>
      )}
    </Page>
  );
}

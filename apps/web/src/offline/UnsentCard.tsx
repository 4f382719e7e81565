import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { longInstant } from '../i18n/dates';
import { ConfirmDialog } from '../ui/AskDialog';
import { Actions, Button } from '../ui/Button';
import { useDone } from '../ui/Done';
import { StatusText } from '../ui/StatusText';
import { dropWish } from './outbox';
import type { Wish } from './wish';

interface Props {
  readonly wish: Wish;
  /** Why it was not granted, in a few words; while it only waits, nothing. */
  readonly why?: string | undefined;
  /** What the person asked for, and what is there now. */
  readonly mine?: ReactNode;
  readonly now?: ReactNode;
  /** What can be done about it, besides throwing it away. */
  readonly actions?: ReactNode;
}

/** One change that has not been made yet, with both versions where they differ. */
export function UnsentCard({ wish, why, mine, now, actions }: Props) {
  const { t } = useTranslation();
  const done = useDone();
  const [asking, setAsking] = useState(false);
  const what = `${t(`offline.kind.${wish.kind}`)} ${wish.about}`;
  const discard = async () => {
    setAsking(false);
    await dropWish(wish);
    done(t('offline.discarded'));
  };
  return (
    <article aria-label={what} className="flex flex-col gap-3 rounded-12 border border-solid-gray-420 p-4">
      <div>
        <h2 className="text-std-17B-170">
          {t(`offline.kind.${wish.kind}`)} <span lang="ja">{wish.about}</span>
        </h2>
        <p>
          <StatusText tone="waiting">{why ?? t('offline.waits')}</StatusText>
        </p>
        <p className="text-dns-14N-130 text-solid-gray-700">
          {t('offline.askedAt', { at: longInstant(new Date(wish.at).toISOString()) })}
        </p>
      </div>
      {wish.trouble?.message && <p>{wish.trouble.message}</p>}
      {wish.trouble && (mine !== undefined || now !== undefined) && (
        <dl className="grid gap-3 sm:grid-cols-2">
          <div className="rounded-8 bg-solid-gray-50 p-3">
            <dt className="text-std-16B-170">{t('offline.mine')}</dt>
            <dd>{mine}</dd>
          </div>
          <div className="rounded-8 bg-solid-gray-50 p-3">
            <dt className="text-std-16B-170">{t('offline.now')}</dt>
            <dd>{now}</dd>
          </div>
        </dl>
      )}
      <Actions>
        {actions}
        <Button look="danger" onClick={() => setAsking(true)}>
          {t('offline.discard')}
        </Button>
      </Actions>
      <ConfirmDialog
        title={t('offline.discardTitle')}
        open={asking}
        onClose={() => setAsking(false)}
        confirm={t('offline.discard')}
        busy={false}
        refusal={null}
        onConfirm={() => void discard()}
      >
        <p>{t('offline.discardText', { what })}</p>
      </ConfirmDialog>
    </article>
  );
}

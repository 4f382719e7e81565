import { useTranslation } from 'react-i18next';
import { longInstant } from '../../i18n/dates';
import { keepDraft } from '../../offline/keeper';
import { dropWish } from '../../offline/outbox';
import type { Wish } from '../../offline/wish';
import { Actions, Button, LinkButton } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { draftOfInput, isInput } from './report-draft';

/** Handed in without a line: it waits on this phone, and may still be changed. */
export function WaitingReport({ wish }: { readonly wish: Wish }) {
  const { t } = useTranslation();
  const input = wish.variables['input'];
  const rewrite = async () => {
    if (!isInput(input)) return;
    await keepDraft(wish.visitId, { content: draftOfInput(input), seen: input.seen ?? null });
    await dropWish(wish, false);
  };
  return (
    <Notice
      tone={wish.trouble ? 'warning' : 'info'}
      title={t(wish.trouble ? 'reports.waitsForYou' : 'reports.waits')}
    >
      <p className="mb-3">
        {wish.trouble
          ? t('reports.waitsForYouMore')
          : t('reports.waitsMore', {
              at: longInstant(new Date(wish.at).toISOString()),
            })}
      </p>
      <Actions>
        {wish.trouble && (
          <LinkButton look="primary" to="/unsent">
            {t('offline.decide')}
          </LinkButton>
        )}
        <Button onClick={() => void rewrite()}>{t('reports.rewrite')}</Button>
      </Actions>
    </Notice>
  );
}

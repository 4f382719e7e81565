import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';
import { Actions, Button } from './Button';
import { Dialog } from './Dialog';

/** Asks before a page with unsaved words is left. */
export function UnsavedGuard({ unsaved }: { readonly unsaved: boolean }) {
  const { t } = useTranslation();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => unsaved && currentLocation.pathname !== nextLocation.pathname,
  );

  useEffect(() => {
    if (!unsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsaved]);

  return (
    <Dialog
      title={t('ui.unsaved.title')}
      open={blocker.state === 'blocked'}
      onClose={() => blocker.reset?.()}
    >
      <p>{t('ui.unsaved.text')}</p>
      <Actions>
        <Button look="primary" onClick={() => blocker.reset?.()}>
          {t('ui.unsaved.stay')}
        </Button>
        <Button look="danger" onClick={() => blocker.proceed?.()}>
          {t('ui.unsaved.leave')}
        </Button>
      </Actions>
    </Dialog>
  );
}

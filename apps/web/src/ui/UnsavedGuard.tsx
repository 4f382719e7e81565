import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Path } from 'react-router';
import { useHeld } from '../navigation/use-held';
import { Actions, Button } from './Button';
import { Dialog } from './Dialog';

/** Asks before a page with unsaved words is left. */
export function UnsavedGuard({ unsaved }: { readonly unsaved: boolean }) {
  const { t } = useTranslation();
  const { held, stay, leave } = useHeld(
    useCallback((from: Path, to: Path) => unsaved && from.pathname !== to.pathname, [unsaved]),
  );

  useEffect(() => {
    if (!unsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsaved]);

  return (
    <Dialog title={t('ui.unsaved.title')} open={held} onClose={stay}>
      <p>{t('ui.unsaved.text')}</p>
      <Actions>
        <Button look="primary" onClick={stay}>
          {t('ui.unsaved.stay')}
        </Button>
        <Button look="danger" onClick={leave}>
          {t('ui.unsaved.leave')}
        </Button>
      </Actions>
    </Dialog>
  );
}

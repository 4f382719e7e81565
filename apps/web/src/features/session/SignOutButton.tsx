import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWishes } from '../../offline/outbox';
import { ConfirmDialog } from '../../ui/AskDialog';
import { useSignOut } from './use-sign-out';

/** The way out; whoever has something that was not sent yet is asked first. */
export function SignOutButton() {
  const { t } = useTranslation();
  const { signOut, busy } = useSignOut();
  const unsent = useWishes().length;
  const [asking, setAsking] = useState(false);
  return (
    <>
      <button
        type="button"
        aria-disabled={busy || undefined}
        onClick={() => (unsent > 0 ? setAsking(true) : void signOut())}
        className="no-print min-h-11 px-1 text-oln-14N-100 underline underline-offset-4"
      >
        {t('session.signOut')}
      </button>
      <ConfirmDialog
        title={t('offline.signOut.title', { count: unsent })}
        open={asking}
        onClose={() => setAsking(false)}
        confirm={t('offline.signOut.anyway')}
        busy={busy}
        refusal={null}
        onConfirm={() => {
          setAsking(false);
          void signOut();
        }}
      >
        <p>{t('offline.signOut.text')}</p>
      </ConfirmDialog>
    </>
  );
}

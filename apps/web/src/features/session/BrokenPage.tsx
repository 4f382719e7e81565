import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { useTitle } from '../../ui/Page';

/** A bug on the screen itself, or a part of it that a newer release has replaced. */
export function BrokenPage() {
  const { t } = useTranslation();
  useTitle(t('session.broken.title'));
  return (
    <main className="mx-auto flex max-w-xl flex-col gap-6 px-4 py-10">
      <h1 className="text-std-28B-150">{t('session.broken.title')}</h1>
      <p>{t('session.broken.lead')}</p>
      <div>
        <Button look="primary" onClick={() => window.location.reload()}>
          {t('session.broken.reload')}
        </Button>
      </div>
    </main>
  );
}

import { useTranslation } from 'react-i18next';
import { useSession } from '../../session';
import { Notice } from '../../ui/Notice';
import { useTitle } from '../../ui/Page';
import { LanguageSwitch } from './LanguageSwitch';
import { SignInForm } from './SignInForm';

interface Props {
  /** Somebody followed a link to a screen. */
  readonly wanted: boolean;
}

export function SignInPage({ wanted }: Props) {
  const { t } = useTranslation();
  const { demo, begin } = useSession();
  useTitle(t('session.title'));
  return (
    <div className="mx-auto flex min-h-dvh max-w-xl flex-col px-4 py-6 sm:px-6 sm:py-10">
      <header className="flex flex-wrap items-center justify-between gap-4">
        <p className="text-std-22B-150 text-key-900">{t('ui.product')}</p>
        <LanguageSwitch />
      </header>
      <main className="mt-8 flex flex-col gap-6">
        <h1 className="text-std-28B-150">{t('session.title')}</h1>
        <p>{wanted ? t('session.wanted') : t('session.lead')}</p>
        {demo && (
          <Notice tone="warning" title={t('session.demo')}>
            <p>{t('session.demoMore')}</p>
          </Notice>
        )}
        <SignInForm onSignedIn={begin} />
      </main>
    </div>
  );
}

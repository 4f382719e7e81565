import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../session';
import { Notice } from '../../ui/Notice';
import { useTitle } from '../../ui/Page';
import { LanguageSwitch } from './LanguageSwitch';
import { SignOutButton } from './SignOutButton';

interface Props {
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
}

/** The frame of what comes before everything else: one thing to do, and nowhere else to go. */
export function BareFrame({ title, lead, children }: Props) {
  const { t } = useTranslation();
  const { demo, viewer } = useSession();
  useTitle(title);
  return (
    <div className="mx-auto flex min-h-dvh max-w-xl flex-col px-4 py-6 sm:px-6 sm:py-10">
      <header className="flex flex-wrap items-center justify-between gap-4">
        <p className="text-std-22B-150 text-key-900">{t('ui.product')}</p>
        <div className="flex items-center gap-4">
          <LanguageSwitch />
          {viewer && <SignOutButton />}
        </div>
      </header>
      <main className="mt-8 flex flex-col gap-6">
        <h1 className="text-std-28B-150">{title}</h1>
        <p>{lead}</p>
        {demo && !viewer && (
          <Notice tone="warning" title={t('session.demo')}>
            <p>{t('session.demoMore')}</p>
          </Notice>
        )}
        {children}
      </main>
    </div>
  );
}

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTitle } from '../../ui/Page';
import { LanguageSwitch } from './LanguageSwitch';

/** A screen before anybody has signed in. */
export function DoorPage({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const { t } = useTranslation();
  useTitle(title);
  return (
    <div className="mx-auto flex min-h-dvh max-w-xl flex-col px-4 py-6 sm:px-6 sm:py-10">
      <header className="flex flex-wrap items-center justify-between gap-4">
        <p className="text-std-22B-150 text-key-900">{t('ui.product')}</p>
        <LanguageSwitch />
      </header>
      <main className="mt-8 flex flex-col gap-6">
        <h1 className="text-std-28B-150">{title}</h1>
        {children}
      </main>
    </div>
  );
}

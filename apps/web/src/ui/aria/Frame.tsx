import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { useTranslation } from 'react-i18next';

/** React Aria speaks the language of the screen, not of the browser. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const { i18n } = useTranslation();
  return <I18nProvider locale={i18n.language === 'en' ? 'en-US' : 'ja-JP'}>{children}</I18nProvider>;
}

/** What opens over a modal dialog has to stand inside it: everything else is inert. */
export const placeFor = (trigger: Element | null | undefined): { UNSTABLE_portalContainer?: Element } => {
  const dialog = trigger?.closest('dialog');
  return dialog ? { UNSTABLE_portalContainer: dialog } : {};
};

export const PANEL_LOOK =
  'rounded-8 border border-solid-gray-420 bg-white text-solid-gray-900 shadow-2 forced-colors:border-[CanvasText]';

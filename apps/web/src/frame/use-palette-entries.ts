import { useTranslation } from 'react-i18next';
import { changeLanguage } from '../i18n';
import { isFound } from '../i18n/is-found';
import { useViewer } from '../session';
import { copyText } from './CopyLink';
import { addressOf } from './lists';
import type { Entry } from './palette-entries';
import { screensOf } from './screens';

export interface NavScreen {
  readonly to: string;
  readonly label: string;
}

export interface PaletteActions {
  readonly showKeys: () => void;
  readonly signOut: () => void;
  /** Says something that was done without leaving the screen. */
  readonly say: (words: string) => void;
}

/** What can be gone to or done and has the typed words in its name or reading. */
export function usePaletteEntries(
  typed: string,
  nav: readonly NavScreen[],
  { showKeys, signOut, say }: PaletteActions,
): readonly Entry[] {
  const { t, i18n } = useTranslation();
  const viewer = useViewer();
  const known = screensOf(viewer);
  const also = new Map(known.map((screen) => [screen.to, screen.also]));
  const named = new Set(nav.map(({ to }) => to));
  const screens = [
    ...nav.map(({ to, label }) => ({ to, label, words: also.get(to) ?? '' })),
    ...known
      .filter(({ to }) => !named.has(to))
      .map((one) => ({ to: one.to, label: t(one.label), words: one.also })),
  ];
  const other = i18n.language === 'ja' ? 'en' : 'ja';
  const copy = async () => {
    const done = await copyText(window.location.href);
    say(t(done ? 'frame.copied' : 'frame.notCopied'));
  };
  const actions = [
    { id: 'copy', label: t('frame.copyLink'), words: 'りんくをこぴー copy link', act: () => void copy() },
    { id: 'keys', label: t('frame.keys'), words: 'きー しょーとかっと keys shortcuts', act: showKeys },
    {
      id: 'language',
      label: other === 'en' ? 'English' : '日本語',
      asWritten: other === 'ja',
      words: 'えいご にほんご げんご english japanese language',
      act: () => void changeLanguage(other),
    },
    {
      id: 'sign-out',
      label: t('session.signOut'),
      words: 'さいんあうと ろぐあうと sign out logout',
      act: signOut,
    },
  ];
  const fits = (label: string, words: string): boolean => isFound(typed, [label, words]);
  return [
    ...screens
      .filter(({ label, words }) => fits(label, words))
      // With nothing typed: where one goes every day.
      .filter(({ to }) => typed.trim() !== '' || named.has(to))
      .map(({ to, label }): Entry => ({ id: `to-${to}`, group: 'screens', label, to })),
    ...viewer.savedViews
      .filter(({ name }) => fits(name, ''))
      .map((view): Entry => {
        const list = screens.find(({ to }) => to === view.path)?.label;
        return {
          id: view.id,
          group: 'views',
          label: view.name,
          asWritten: true,
          ...(list && { note: list }),
          to: addressOf(view),
        };
      }),
    ...actions
      .filter(({ label, words }) => fits(label, words))
      .map(({ id, label, asWritten = false, act }): Entry => ({
        id,
        group: 'actions',
        label,
        asWritten,
        act,
      })),
  ];
}

import { useTranslation } from 'react-i18next';

const KINDS = ['visits', 'moved', 'cancelled'] as const;

/** What a published version changed; what it did not change is not mentioned. */
export function useVersionWords() {
  const { t } = useTranslation();
  return (version: Readonly<Record<(typeof KINDS)[number], number>>): string =>
    KINDS.filter((kind) => version[kind] > 0)
      .map((kind) => t(`planning.changed.${kind}`, { count: version[kind] }))
      .join(t('ui.listMark')) || t('ui.none');
}

import { useTranslation } from 'react-i18next';
import { changeLanguage, type Language } from '../../i18n';
import { classes } from '../../ui/classes';

/** Each language by its own name. */
const NAMES: Readonly<Record<Language, string>> = { ja: '日本語', en: 'English' };

export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  return (
    <div role="group" aria-label={t('session.language')} className="no-print flex">
      {(['ja', 'en'] as const).map((language) => {
        const current = i18n.language === language;
        return (
          <button
            key={language}
            type="button"
            lang={language}
            aria-pressed={current}
            onClick={() => void changeLanguage(language)}
            className={classes(
              'min-h-11 px-2 text-oln-14N-100',
              current
                ? 'font-700 underline decoration-2 underline-offset-8'
                : 'text-key-1000 hover:underline',
            )}
          >
            {NAMES[language]}
          </button>
        );
      })}
    </div>
  );
}

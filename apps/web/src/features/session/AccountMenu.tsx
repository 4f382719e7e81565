import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { nameOf } from '../../i18n/words';
import { useAffiliation, useViewer } from '../../session';
import { Drop } from '../../ui/Drop';
import { PersonIcon } from '../../ui/icons';
import { LanguageSwitch } from './LanguageSwitch';
import { MembershipSwitch } from './MembershipSwitch';
import { SignOutButton } from './SignOutButton';

/** Who one is here, and what is one's own: settings, other parts, the language, the way out. */
export function AccountMenu({ onKeys }: { readonly onKeys: () => void }) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const affiliation = useAffiliation();
  const name = nameOf(viewer);
  return (
    <Drop
      look="inline-flex min-h-11 min-w-11 max-w-64 items-center justify-center gap-2 rounded-8 px-1 text-left hover:bg-key-50 lg:px-2"
      label={
        <>
          <PersonIcon />
          <span className="sr-only min-w-0 flex-col text-dns-14N-130 lg:not-sr-only lg:flex">
            <span className="font-700">{affiliation}</span> <span>{name}</span>
          </span>
          <span className="sr-only">{t('session.accountMenu')}</span>
        </>
      }
    >
      {(close) => (
        <div className="flex flex-col gap-4">
          <p className="text-dns-16N-130 lg:hidden">
            <span className="block font-700">{affiliation}</span> {name}
          </p>
          <MembershipSwitch />
          <ul className="flex flex-col">
            <li>
              <Link to="/account" className="link inline-flex min-h-11 items-center" onClick={close}>
                {t('session.accountOf', { name })}
              </Link>
            </li>
            <li>
              <button
                type="button"
                className="link min-h-11"
                onClick={() => {
                  close();
                  onKeys();
                }}
              >
                {t('frame.keys')}
              </button>
            </li>
          </ul>
          <div className="flex flex-wrap items-center justify-between gap-x-4 border-t border-solid-gray-200 pt-3">
            <LanguageSwitch />
            <SignOutButton />
          </div>
        </div>
      )}
    </Drop>
  );
}

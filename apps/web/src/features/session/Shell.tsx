import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useAffiliation, useSession, useViewer } from '../../session';
import { nameOf } from '../../i18n/words';
import { classes } from '../../ui/classes';
import { DoneProvider } from '../../ui/Done';
import { InboxLink } from './InboxLink';
import { LanguageSwitch } from './LanguageSwitch';
import { SearchBox } from './SearchBox';
import { SignOutButton } from './SignOutButton';

export interface NavItem {
  readonly to: string;
  readonly label: string;
  /** Other addresses that belong to the same place. */
  readonly also?: readonly string[];
}

interface Props {
  readonly nav: readonly NavItem[];
  readonly children: ReactNode;
}

/** The frame around every screen: the same things in the same places. */
export function Shell({ nav, children }: Props) {
  const { t } = useTranslation();
  const { demo } = useSession();
  const main = useFocusOnArrival();
  const { pathname } = useLocation();
  const here = placeOf(nav, pathname);
  return (
    <>
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:bg-white focus:p-3 link"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {t('ui.skip')}
      </a>
      <header className="border-b border-solid-gray-300 bg-white">
        {demo && <p className="bg-yellow-50 px-4 py-1 text-center text-dns-14N-130">{t('session.demo')}</p>}
        <div className="mx-auto max-w-7xl px-4 sm:px-6">
          <Identity />
          <nav aria-label={t('session.navigation')} className="no-print -mx-2">
            <ul className="flex flex-wrap gap-x-1">
              {nav.map((item) => (
                <li key={item.to}>
                  <NavItemLink item={item} current={item === here} />
                </li>
              ))}
            </ul>
          </nav>
        </div>
      </header>
      <main ref={main} id="main" tabIndex={-1} className="mx-auto max-w-7xl px-4 pt-6 pb-16 sm:px-6 sm:pt-8">
        <DoneProvider>{children}</DoneProvider>
      </main>
      <Credits />
    </>
  );
}

/** Whose facts the register rests on: the licences ask for it. */
function Credits() {
  const { t } = useTranslation();
  const sources = t('session.credits.sources', { returnObjects: true });
  return (
    <footer className="no-print mx-auto max-w-7xl px-4 pb-8 text-dns-14N-130 text-solid-gray-700 sm:px-6">
      <details>
        <summary className="min-h-6 cursor-pointer">{t('session.credits.title')}</summary>
        <ul className="mt-2 list-disc pl-6">
          {sources.map((source) => (
            <li key={source}>{source}</li>
          ))}
        </ul>
      </details>
    </footer>
  );
}

/** The place that the address belongs to: of `/requests` and `/requests/new` the longer one that fits. */
function placeOf(nav: readonly NavItem[], pathname: string): NavItem | undefined {
  const fits = (path: string) => pathname === path || pathname.startsWith(`${path}/`);
  const fit = (item: NavItem) =>
    Math.max(0, ...[item.to, ...(item.also ?? [])].filter(fits).map((path) => path.length));
  return nav.filter((item) => fit(item) > 0).sort((a, b) => fit(b) - fit(a))[0];
}

function NavItemLink({ item, current }: { readonly item: NavItem; readonly current: boolean }) {
  return (
    <Link
      to={item.to}
      aria-current={current ? 'page' : undefined}
      className={classes(
        'inline-flex min-h-11 items-center border-b-4 px-2 py-2 no-underline hover:bg-key-50 sm:px-3',
        current
          ? 'border-key-900 font-700 text-key-900'
          : 'border-transparent text-solid-gray-900 forced-colors:border-[Canvas]',
      )}
    >
      {item.label}
    </Link>
  );
}

function Identity() {
  const { t } = useTranslation();
  const viewer = useViewer();
  const affiliation = useAffiliation();
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-1 pt-3 pb-1">
      <Link to="/" className="text-std-20B-150 text-key-900 no-underline">
        {t('ui.product')}
      </Link>
      {/* Rather a line of its own than a column of letters. */}
      <p className="min-w-0 flex-1 basis-48 text-dns-16N-130 [word-break:auto-phrase]">
        <span className="font-700">{affiliation}</span>
        <Link
          to="/account"
          className="block w-fit whitespace-nowrap text-solid-gray-700 underline underline-offset-4 sm:ml-3 sm:inline"
          aria-label={t('session.accountOf', { name: nameOf(viewer) })}
        >
          {nameOf(viewer)}
        </Link>
      </p>
      {viewer.role !== 'OPERATOR' && <SearchBox />}
      <div className="flex items-center gap-4">
        {viewer.role !== 'OPERATOR' && <InboxLink />}
        <LanguageSwitch />
        <SignOutButton />
      </div>
    </div>
  );
}

/** A new screen begins at its top for readers of the screen too. */
function useFocusOnArrival() {
  const main = useRef<HTMLElement>(null);
  const { pathname, key } = useLocation();
  const last = useRef({ pathname, key });
  useEffect(() => {
    const moved = last.current.pathname !== pathname;
    const lost = last.current.key !== key && document.activeElement === document.body;
    last.current = { pathname, key };
    // The screen itself may have put focus on what was just done; the link that was pressed is about to go.
    const active = document.activeElement;
    const placed = active !== main.current && active?.matches('main [tabindex="-1"]');
    if ((moved && !placed) || lost) main.current?.focus({ preventScroll: true });
  }, [pathname, key]);
  return main;
}

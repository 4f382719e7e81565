import { lazy, type ReactNode, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate } from 'react-router';
import { HelpFor } from '../../frame/HelpFor';
import { isList } from '../../frame/lists';
import { SavedViews } from '../../frame/SavedViews';
import { topicOf } from '../../frame/topics';
import { useDefaultView } from '../../frame/use-default-view';
import { useFrameKeys } from '../../frame/use-frame-keys';
import { nameOf } from '../../i18n/words';
import { useWishes } from '../../offline/outbox';
import { useAffiliation, useSession, useViewer } from '../../session';
import { classes } from '../../ui/classes';
import { DoneProvider } from '../../ui/Done';
import { Loading } from '../../ui/Loaded';
import { HasTitle, PageTools } from '../../ui/Page';
import { AccountMenu } from './AccountMenu';
import { FindButton } from './FindButton';
import { InboxLink } from './InboxLink';
import type { NavItem } from './nav-item';
import { BottomBar } from './PhoneFrame';
import { useSignOut } from './use-sign-out';

export type { NavItem };

interface Props {
  readonly nav: readonly NavItem[];
  /** Used on a phone more than anywhere: a header of one line, the navigation under the thumb. */
  readonly onPhone?: boolean;
  /** Above every screen, such as that there is no line. */
  readonly above?: ReactNode;
  readonly children: ReactNode;
}

const Palette = lazy(async () => ({ default: (await import('../../frame/Palette')).Palette }));
const KeysDialog = lazy(async () => ({ default: (await import('../../frame/KeysDialog')).KeysDialog }));

/** The frame around every screen: the same things in the same places. */
export function Shell({ nav, onPhone = false, above, children }: Props) {
  const { t } = useTranslation();
  const { demo } = useSession();
  const main = useFocusOnArrival();
  const { pathname } = useLocation();
  const { signOut } = useSignOut();
  const navigate = useNavigate();
  const unsent = useWishes().length > 0;
  // What was not sent yet is shown before it could be lost.
  const leave = () => void (unsent ? navigate('/unsent') : signOut());
  const [open, setOpen] = useState<'palette' | 'keys' | null>(null);
  const showPalette = useCallback(() => setOpen('palette'), []);
  const showKeys = useCallback(() => setOpen('keys'), []);
  const close = useCallback(() => setOpen(null), []);
  useFrameKeys({ palette: showPalette, keys: showKeys });
  useDefaultView();
  const here = placeOf(nav, pathname);
  return (
    // As high as the window: what stands at its foot stays there while rows come.
    <div className="flex min-h-dvh flex-col print:block print:min-h-0">
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
        {demo && <p className="bg-yellow-50 px-4 py-0.5 text-center text-dns-14N-130">{t('session.demo')}</p>}
        <div className="relative mx-auto flex max-w-7xl flex-wrap items-center gap-x-2 px-4 sm:px-6 lg:flex-nowrap lg:gap-x-4">
          <Link
            to="/"
            className="inline-flex min-h-11 items-center text-std-18B-160 whitespace-nowrap text-key-900 no-underline"
          >
            {t('ui.product')}
          </Link>
          <nav
            aria-label={t('session.navigation')}
            className={classes(
              'no-print -mx-2 max-lg:order-last max-lg:basis-full lg:mx-0 lg:min-w-0 lg:flex-1',
              onPhone && 'max-sm:hidden',
            )}
          >
            <ul className="flex flex-wrap">
              {nav.map((item) => (
                <li key={item.to}>
                  <NavItemLink item={item} current={item === here} />
                </li>
              ))}
            </ul>
          </nav>
          <Own onFind={showPalette} onKeys={showKeys} />
        </div>
      </header>
      {above}
      <main
        ref={main}
        id="main"
        tabIndex={-1}
        className={classes(
          'mx-auto w-full max-w-7xl flex-1 px-4 pb-16 sm:px-6 sm:pt-8',
          onPhone ? 'pt-4' : 'pt-6',
        )}
      >
        <PageTools value={<ToolsOf pathname={pathname} onPhone={onPhone} />}>
          <DoneProvider>
            <HasTitle value={false}>
              <Suspense fallback={<Loading />}>{children}</Suspense>
            </HasTitle>
          </DoneProvider>
        </PageTools>
      </main>
      <Credits />
      {onPhone && <BottomBar nav={nav} here={here} />}
      <Suspense>
        {open === 'palette' && <Palette nav={nav} onClose={close} showKeys={showKeys} signOut={leave} />}
        {open === 'keys' && <KeysDialog onClose={close} />}
      </Suspense>
    </div>
  );
}

interface OwnProps {
  readonly onFind: () => void;
  readonly onKeys: () => void;
}

/** What is the reader's own: what to find, what they were told, who they are. */
function Own({ onFind, onKeys }: OwnProps) {
  const affiliation = useAffiliation();
  const viewer = useViewer();
  return (
    <>
      {/* On paper: whose it is. */}
      <p className="ml-auto hidden text-dns-14N-130 print:block">
        {affiliation} {nameOf(viewer)}
      </p>
      <div className="no-print ml-auto flex shrink-0 items-center gap-1 lg:gap-2">
        <FindButton onOpen={onFind} />
        {viewer.role !== 'OPERATOR' && <InboxLink />}
        <AccountMenu onKeys={onKeys} />
      </div>
    </>
  );
}

/** Beside the title of every screen: the ways in which a list can be shown, and help. */
function ToolsOf({ pathname, onPhone }: { readonly pathname: string; readonly onPhone: boolean }) {
  const { role } = useViewer();
  const topic = topicOf(role, pathname);
  return (
    <>
      {isList(pathname) && (
        <div className={classes(onPhone && 'max-sm:hidden')}>
          <SavedViews key={pathname} />
        </div>
      )}
      {topic && <HelpFor key={topic} topic={topic} />}
    </>
  );
}

/** Whose facts the register rests on: the licences ask for it. */
function Credits() {
  const { t } = useTranslation();
  const sources = t('session.credits.sources', { returnObjects: true });
  return (
    <footer className="no-print mx-auto w-full max-w-7xl px-4 pb-8 text-dns-14N-130 text-solid-gray-700 sm:px-6">
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
        'inline-flex min-h-11 items-center border-b-4 px-1.5 pt-1 text-dns-14N-130 whitespace-nowrap no-underline hover:bg-key-50 sm:px-2 sm:text-dns-16N-130 lg:min-h-14',
        current
          ? 'border-key-900 font-700 text-key-900'
          : 'border-transparent text-solid-gray-900 forced-colors:border-[Canvas]',
      )}
    >
      {item.label}
    </Link>
  );
}

/** A new screen begins at its top for readers of the screen too. */
function useFocusOnArrival() {
  const main = useRef<HTMLElement>(null);
  const { arrived } = useSession();
  useEffect(() => {
    if (arrived && document.activeElement === document.body) main.current?.focus({ preventScroll: true });
  }, [arrived]);
  const { pathname, key } = useLocation();
  const last = useRef({ pathname, key });
  // Whoever has just signed in stood on a button that is gone.
  useEffect(() => {
    if (document.activeElement === document.body) main.current?.focus({ preventScroll: true });
  }, []);
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

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { classes } from '../../ui/classes';
import type { NavItem } from './nav-item';

interface BarProps {
  readonly nav: readonly NavItem[];
  readonly here: NavItem | undefined;
}

/** Under the thumb. The words say it; the drawings are for the eye in a hurry. */
export function BottomBar({ nav, here }: BarProps) {
  const { t } = useTranslation();
  return (
    <nav
      aria-label={t('session.navigation')}
      className="bottom-bar no-print fixed inset-x-0 bottom-0 z-10 border-t border-solid-gray-420 bg-white pb-[env(safe-area-inset-bottom)] sm:hidden"
    >
      <ul className="grid auto-cols-fr grid-flow-col">
        {nav.map((item) => (
          <li key={item.to}>
            <Link
              to={item.to}
              aria-current={item === here ? 'page' : undefined}
              className={classes(
                'flex min-h-14 flex-col items-center justify-center gap-0.5 border-t-4 px-1 text-dns-14N-130 no-underline',
                item === here
                  ? 'border-key-900 font-700 text-key-900'
                  : 'border-transparent text-solid-gray-900 forced-colors:border-[Canvas]',
              )}
            >
              {item.mark}
              <span className="whitespace-nowrap">{item.short ?? item.label}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** A drawing of lines in the colour of the words beside it. */
export function NavMark({ children }: { readonly children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      className="size-6"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {children}
    </svg>
  );
}

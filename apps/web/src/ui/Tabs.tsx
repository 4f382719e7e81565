import { Link } from 'react-router';
import { classes } from './classes';

export interface Tab {
  readonly to: string;
  readonly label: string;
  readonly current: boolean;
}

/** Views that each have an address: links, not a widget. */
export function Tabs({ label, tabs }: { readonly label: string; readonly tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label} className="no-print border-b border-solid-gray-420">
      <ul className="-mb-px flex flex-wrap gap-x-2">
        {tabs.map((tab) => (
          <li key={tab.to}>
            <Link
              to={tab.to}
              aria-current={tab.current ? 'page' : undefined}
              className={classes(
                'inline-flex min-h-11 items-center border-b-4 px-3 py-2 no-underline hover:bg-key-50',
                tab.current
                  ? 'border-key-900 text-std-16B-170 text-key-900 forced-colors:border-[Highlight]'
                  : 'border-transparent forced-colors:border-[Canvas]',
              )}
            >
              {tab.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { graphql } from '../../gql/graphql';
import { useLoad } from '../../gql/use-load';
import { BellIcon } from '../../ui/icons';

const InboxCountsDocument = graphql(`
  query HeaderInboxCounts {
    inboxCounts {
      action
      inform
    }
  }
`);

/** The way to what one was told, with how much of it asks for something. */
export function InboxLink() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const { data, reload } = useLoad(InboxCountsDocument, {}, { about: ['InboxItem', 'InboxCounts'] });
  // What others told meanwhile is seen on the next screen at the latest.
  useEffect(reload, [pathname, reload]);
  const count = data?.inboxCounts.action ?? 0;
  return (
    <Link
      to="/notices"
      aria-current={pathname === '/notices' ? 'page' : undefined}
      className="inline-flex min-h-11 min-w-11 items-center justify-center gap-1 rounded-8 px-1 whitespace-nowrap no-underline hover:bg-key-50 sm:px-2"
    >
      <BellIcon />
      <span className="sr-only text-dns-14N-130 xl:not-sr-only">{t('notices.inbox')}</span>
      {count > 0 && (
        <span className="min-w-6 rounded-full border border-error-2 bg-error-2 px-1.5 text-center text-oln-14B-100 leading-160 text-white tabular-nums">
          {count > 99 ? '99+' : count}
          <span className="sr-only">{t('notices.headerOpen')}</span>
        </span>
      )}
    </Link>
  );
}

import { type ReactNode, useContext, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Load } from '../gql/use-load';
import { Button } from './Button';
import { Notice } from './Notice';
import { HasTitle, Page } from './Page';

function useElapsed(milliseconds: number): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds]);
  return over;
}

/** Nothing for a moment, then the place of what is coming, then a word about what is awaited. */
export function Loading() {
  const { t } = useTranslation();
  const visible = useElapsed(300);
  const long = useElapsed(3000);
  return (
    <div role="status" data-loading className="min-h-40">
      {visible && (
        <>
          <p>{long ? t('ui.loadingLong') : t('ui.loading')}</p>
          <div aria-hidden="true" className="mt-4 flex flex-col gap-3">
            <div className="h-4 w-2/3 rounded-4 bg-solid-gray-50" />
            <div className="h-4 w-full rounded-4 bg-solid-gray-50" />
            <div className="h-4 w-5/6 rounded-4 bg-solid-gray-50" />
          </div>
        </>
      )}
    </div>
  );
}

interface Props<Data> {
  readonly of: Load<Data>;
  readonly children: (data: Data) => ReactNode;
}

/** Rows when they are there; else what is awaited, or what went wrong and what to do. */
export function Loaded<Data>({ of: { data, refusal, busy, reload }, children }: Props<Data>) {
  const { t } = useTranslation();
  const hasTitle = useContext(HasTitle);
  if (data === undefined && !refusal) return <Loading />;
  const what = refusal && refusal.code !== 'SIGN_IN_REQUIRED' && (
    <div role="alert">
      <Notice tone="error" title={hasTitle && t('ui.notLoaded')}>
        <p className="mb-3">{refusal.message ?? t('ui.unreachableRead')}</p>
        <Button size="small" onClick={reload} busy={busy}>
          {t('ui.retry')}
        </Button>
      </Notice>
    </div>
  );
  if (data !== undefined)
    return (
      <>
        {what}
        {children(data)}
      </>
    );
  return hasTitle ? what : <Page title={t('ui.notLoaded')}>{what}</Page>;
}

/** Nothing here: what will appear, why it is empty, and one thing to do. */
export function Empty({ children, action }: { readonly children: ReactNode; readonly action?: ReactNode }) {
  return (
    <div className="rounded-8 border border-dashed border-solid-gray-420 px-4 py-6 sm:px-6">
      <p>{children}</p>
      {action && <div className="mt-4">{action}</div>}
    </div>
  );
}

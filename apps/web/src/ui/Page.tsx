import { createContext, type ReactNode, useContext, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DoneNotice } from './Done';
import { Mixed } from './Mixed';
import { classes } from './classes';

/** The name of the window: the page first, the product last. */
export function useTitle(title: string): void {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} | ${t('ui.product')}`;
  }, [title, t]);
}

/** Whether the screen has its title already: what is awaited before that gives it one if it does not come. */
export const HasTitle = createContext(true);

/** What the frame puts beside the title of every screen. */
export const PageTools = createContext<ReactNode>(null);

interface Props {
  readonly title: string;
  /** Somebody wrote the title; it is not a word of the screen. */
  readonly titleAsWritten?: boolean;
  /** A line under the title. */
  readonly lead?: ReactNode;
  /** Above the title: where it belongs. */
  readonly back?: { readonly to: string; readonly label: string };
  readonly narrow?: boolean;
  readonly children: ReactNode;
}

/** One screen: its title is the window's title and the only first-level heading. */
export function Page({ title, titleAsWritten = false, lead, back, narrow = false, children }: Props) {
  useTitle(title);
  const tools = useContext(PageTools);
  return (
    <div className={classes(narrow && 'max-w-3xl')}>
      {back && (
        <p className="no-print mb-2">
          <Link to={back.to} className="link">
            <span aria-hidden="true">← </span>
            {back.label}
          </Link>
        </p>
      )}
      <div className="relative mb-4 flex items-start justify-between gap-x-4 gap-y-2">
        <h1 lang={titleAsWritten ? 'ja' : undefined} className="min-w-0 text-std-24B-150 sm:text-std-28B-150">
          <Mixed>{title}</Mixed>
        </h1>
        {tools && <div className="no-print flex shrink-0 items-center gap-2 sm:mt-1">{tools}</div>}
      </div>
      <DoneNotice />
      {lead && <div className="mb-6 max-w-3xl text-std-16N-170">{lead}</div>}
      <div className="flex flex-col gap-10">
        <HasTitle value>{children}</HasTitle>
      </div>
    </div>
  );
}

interface SectionProps {
  readonly title: ReactNode;
  readonly id?: string;
  readonly children: ReactNode;
  readonly aside?: ReactNode;
}

export function Section({ title, id, children, aside }: SectionProps) {
  return (
    <section className="flex flex-col gap-4" {...(id && { 'aria-labelledby': id })}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 border-b border-solid-gray-300 pb-2">
        <h2 id={id} className="text-std-20B-150">
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}

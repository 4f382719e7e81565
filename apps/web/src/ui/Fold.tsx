import { type ReactNode, useState } from 'react';

interface Props {
  readonly title: ReactNode;
  /** Read by nobody before it is opened: what it loads is loaded then. */
  readonly children: ReactNode;
}

/** What is needed now and then, behind one line. */
export function Fold({ title, children }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <details
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      className="no-print border-t border-solid-gray-300 pt-4"
    >
      <summary className="min-h-6 text-std-16B-170">{title}</summary>
      {open && <div className="mt-6 flex flex-col gap-8">{children}</div>}
    </details>
  );
}

import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExplainPanelProps } from './aria/ExplainPanel';
import { onceLoaded } from './once-loaded';

const panel = onceLoaded<ExplainPanelProps>(async () => (await import('./aria/ExplainPanel')).ExplainPanel);

interface Props {
  /** The word or figure that is explained. */
  readonly title: string;
  /** Its definition, in a few lines. */
  readonly children: ReactNode;
}

/** A `?` beside a word or a figure: what it means and how it is counted. A finger hits it within 44 px. */
export function Explain({ title, children }: Props) {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const Panel = panel.usePart(open);
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-label={t('ui.help', { title })}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        onPointerEnter={panel.reach}
        onFocus={panel.reach}
        className="no-print relative inline-flex size-6 shrink-0 items-center justify-center rounded-full border border-key-900 bg-white align-middle text-oln-14B-100 text-key-900 hover:bg-key-50 pointer-coarse:after:absolute pointer-coarse:after:-inset-2.5"
      >
        ?
      </button>
      {open && Panel && (
        <Panel title={title} trigger={button} onClose={() => setOpen(false)}>
          {children}
        </Panel>
      )}
    </>
  );
}

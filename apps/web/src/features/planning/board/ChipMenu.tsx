import { useCallback, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../i18n';
import { classes } from '../../../ui/classes';
import type { Chip } from './board-model';
import { chipId } from './BoardChip';

/** One thing to do with a visit. */
export interface ChipAction {
  readonly id: string;
  readonly label: string;
  /** The key that does the same. */
  readonly hint?: string;
  readonly onAction: () => void;
}

interface Props {
  readonly chip: Chip;
  readonly label: string;
  readonly actions: readonly ChipAction[];
  readonly onClose: () => void;
}

const MARGIN = 8;

/** What can be done with one visit: one menu for the whole board, beside the visit that was pressed. */
export function ChipMenu({ chip, label, actions, onClose }: Props) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const language = currentLanguage();

  const lay = useCallback(() => {
    const panel = box.current;
    const anchor = document.getElementById(chipId(chip.id));
    if (!panel || !anchor) return;
    const from = anchor.getBoundingClientRect();
    const own = panel.getBoundingClientRect();
    const left = Math.max(MARGIN, Math.min(from.left, window.innerWidth - own.width - MARGIN));
    const below = from.bottom + 4;
    const top = below + own.height + MARGIN <= window.innerHeight ? below : from.top - own.height - 4;
    panel.style.left = `${left}px`;
    panel.style.top = `${Math.max(MARGIN, top)}px`;
  }, [chip.id]);
  useLayoutEffect(() => {
    lay();
    box.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus({ preventScroll: true });
  }, [lay]);

  useLayoutEffect(() => {
    const away = (event: Event) => {
      if (event.target instanceof Node && box.current?.contains(event.target)) return;
      onClose();
    };
    document.addEventListener('pointerdown', away, true);
    window.addEventListener('resize', lay);
    return () => {
      document.removeEventListener('pointerdown', away, true);
      window.removeEventListener('resize', lay);
    };
  }, [lay, onClose]);

  const close = () => {
    onClose();
    document.getElementById(chipId(chip.id))?.focus({ preventScroll: true });
  };

  return (
    <div
      ref={box}
      className="fixed z-50 w-72 max-w-[calc(100vw-1rem)] rounded-8 border border-solid-gray-600 bg-white py-2 shadow-2"
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        const items = [...(box.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
        const at = items.findIndex((item) => item === document.activeElement);
        const goals: Readonly<Record<string, number>> = {
          ArrowDown: (at + 1) % items.length,
          ArrowUp: (at - 1 + items.length) % items.length,
          Home: 0,
          End: items.length - 1,
        };
        const goal = goals[event.key];
        if (goal !== undefined) {
          event.preventDefault();
          items[goal]?.focus();
        } else if (event.key === 'Escape' || event.key === 'Tab') {
          event.preventDefault();
          event.stopPropagation();
          close();
        } else {
          const wanted = actions.findIndex(
            ({ hint }) => hint !== undefined && hint.toLowerCase() === event.key.toLowerCase(),
          );
          if (wanted === -1) return;
          event.preventDefault();
          items[wanted]?.click();
        }
      }}
    >
      <div className="border-b border-solid-gray-300 px-4 pb-2 text-dns-14N-130">
        <p className="font-700">{label}</p>
        {chip.request && <p lang="ja">{chip.request.title}</p>}
        {chip.broken.length > 0 && (
          <ul className="mt-1 list-none">
            {chip.broken.map(({ ruleId, sentence }) => (
              <li key={`${ruleId} ${sentence.ja}`}>△ {sentence[language]}</li>
            ))}
          </ul>
        )}
        {!chip.isDraft && chip.status !== 'HELD' && (
          <p className="mt-1 text-solid-gray-700">{t('board.menu.fixed')}</p>
        )}
      </div>
      <div role="menu" aria-label={label}>
        {actions.map(({ id, label: words, hint, onAction }) => (
          <button
            key={id}
            type="button"
            role="menuitem"
            tabIndex={-1}
            className={classes(
              'flex min-h-10 w-full items-center justify-between gap-4 px-4 text-left text-oln-16N-100',
              'focus:bg-key-50 focus:outline-3 focus:-outline-offset-3 focus:outline-black hover:bg-key-50',
            )}
            onClick={() => {
              close();
              onAction();
            }}
          >
            {words}
            {hint && (
              <kbd aria-hidden="true" className="text-dns-14N-130 text-solid-gray-700">
                {hint}
              </kbd>
            )}
          </button>
        ))}
      </div>
    </div>
  );
}

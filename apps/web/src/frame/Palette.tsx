import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { classes } from '../ui/classes';
import { Dialog } from '../ui/Dialog';
import { isOfComposition } from '../ui/key-press';
import type { Entry } from './palette-entries';
import { type NavScreen, type PaletteActions, usePaletteEntries } from './use-palette-entries';
import { usePaletteHits } from './use-palette-hits';

interface Props extends Pick<PaletteActions, 'showKeys' | 'signOut'> {
  readonly nav: readonly NavScreen[];
  readonly onClose: () => void;
}

const GROUPS = ['screens', 'views', 'hits', 'actions', 'all'] as const;

/** One field for everything: where to go, what to find, what to do. Keys of a composition are left to it. */
export function Palette({ nav, onClose, showKeys, signOut }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [said, setSaid] = useState('');
  const [active, setActive] = useState<string | null>(null);
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  // The dialog has given the focus to its first control.
  useEffect(() => field.current?.focus(), []);

  const closeAnd = (act: () => void) => () => {
    onClose();
    act();
  };
  const known = usePaletteEntries(typed, nav, {
    showKeys: closeAnd(showKeys),
    signOut: closeAnd(signOut),
    say: setSaid,
  });
  const { hits, busy } = usePaletteHits(typed);
  const words = typed.trim();
  const all: Entry[] =
    words === ''
      ? []
      : [
          {
            id: 'all',
            group: 'all',
            label: t('frame.searchAll', { words }),
            to: `/search?q=${encodeURIComponent(words)}`,
          },
        ];
  const entries = GROUPS.flatMap((group) => [...known, ...hits, ...all].filter((one) => one.group === group));
  const current = entries.find(({ id }) => id === active) ?? entries[0];
  const optionId = (entry: Entry): string => `${listId}-${entry.id}`;

  const currentId = current?.id;
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [currentId]);

  const choose = (entry: Entry | undefined) => {
    if (!entry) return;
    if (entry.act) return entry.act();
    onClose();
    if (entry.to) void navigate(entry.to);
  };

  const move = (event: KeyboardEvent, to: number) => {
    event.preventDefault();
    const next = entries[(to + entries.length) % entries.length];
    if (next) setActive(next.id);
  };

  const press = (event: KeyboardEvent) => {
    if (isOfComposition(event.nativeEvent)) return;
    const at = entries.findIndex(({ id }) => id === current?.id);
    if (event.key === 'ArrowDown') move(event, at + 1);
    else if (event.key === 'ArrowUp') move(event, at - 1);
    else if (event.key === 'Enter') {
      event.preventDefault();
      choose(current);
    }
  };

  return (
    <Dialog title={t('frame.palette')} open onClose={onClose}>
      <div role="search" className="flex flex-col gap-2">
        <label htmlFor={`${listId}-field`} className="text-std-16N-170">
          {t('frame.paletteLead')}
        </label>
        <input
          id={`${listId}-field`}
          type="text"
          role="combobox"
          ref={field}
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
          aria-expanded={entries.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={current ? optionId(current) : undefined}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setActive(null);
            setSaid('');
          }}
          onKeyDown={press}
          className="min-h-12 w-full rounded-8 border border-solid-gray-600 bg-white px-4 py-2 text-std-18N-160 hover:border-black"
        />
      </div>
      <p role="status" className={classes('text-dns-14N-130', said === '' && 'sr-only')}>
        {said || (busy ? t('frame.searching') : t('frame.choices', { count: entries.length }))}
      </p>
      <div
        ref={list}
        id={listId}
        role="listbox"
        aria-label={t('frame.palette')}
        className="-mx-2 flex max-h-[50dvh] flex-col gap-3 overflow-y-auto overscroll-contain"
      >
        {GROUPS.map((group) => {
          const members = entries.filter((one) => one.group === group);
          if (members.length === 0) return null;
          return (
            <div key={group} role="group" aria-labelledby={`${listId}-${group}`}>
              <p
                id={`${listId}-${group}`}
                role="presentation"
                className={classes(
                  'px-3 py-1 text-dns-14B-130 text-solid-gray-700',
                  group === 'all' && 'sr-only',
                )}
              >
                {t(`frame.groups.${group}`)}
              </p>
              {members.map((entry) => (
                <Option
                  key={entry.id}
                  id={optionId(entry)}
                  entry={entry}
                  selected={entry === current}
                  onChoose={() => choose(entry)}
                />
              ))}
            </div>
          );
        })}
      </div>
    </Dialog>
  );
}

interface OptionProps {
  readonly id: string;
  readonly entry: Entry;
  readonly selected: boolean;
  readonly onChoose: () => void;
}

function Option({ id, entry, selected, onChoose }: OptionProps) {
  return (
    // The field keeps the focus and takes the keys; this is for the hand.
    <div
      id={id}
      role="option"
      aria-selected={selected}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
      className={classes(
        'flex min-h-11 cursor-pointer flex-wrap items-baseline justify-between gap-x-4 rounded-8 border-2 px-3 py-2 hover:bg-key-50',
        selected ? 'border-key-900 bg-key-50' : 'border-transparent forced-colors:border-[Canvas]',
      )}
    >
      <span lang={entry.asWritten ? 'ja' : undefined}>{entry.label}</span>
      {entry.note && <span className="text-dns-14N-130 text-solid-gray-700">{entry.note}</span>}
    </div>
  );
}

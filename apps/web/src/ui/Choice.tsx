import type { ReactNode } from 'react';
import { classes } from './classes';
import { FieldGroup, type FieldProps } from './Field';

export interface ChoiceOption {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
}

interface Props extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly ChoiceOption[];
  /** `thirds`: three short words beside each other, for a thumb too. */
  readonly layout?: 'list' | 'row' | 'tiles' | 'thirds';
}

const LAYOUTS = {
  list: 'flex flex-col gap-1',
  row: 'flex flex-col gap-x-6 gap-y-1 sm:flex-row sm:flex-wrap',
  thirds: 'grid max-w-xl grid-cols-3 gap-2',
  // The last one is not left alone in its row.
  tiles:
    'grid gap-3 sm:grid-cols-2 lg:grid-cols-3 sm:max-lg:[&>:last-child:nth-child(odd)]:col-span-full lg:[&>:last-child:nth-child(3n+1)]:col-span-full',
} as const;

/** One of several, all of them to be seen: radio buttons, the last one where a finger hits it. */
export function Choice({
  name,
  hint,
  required,
  needless,
  bare,
  value,
  onChange,
  options,
  layout = 'list',
}: Props) {
  const thirds = layout === 'thirds';
  const tiles = layout === 'tiles' || thirds;
  return (
    <FieldGroup
      name={name}
      hint={hint}
      required={required ?? false}
      needless={needless ?? false}
      bare={bare ?? false}
    >
      <div className={LAYOUTS[layout]}>
        {options.map((option) => (
          <label
            key={option.value}
            className={classes(
              'flex cursor-pointer gap-3 py-2',
              thirds ? 'flex-col items-center gap-1 text-center' : 'items-start',
              tiles && 'rounded-8 border border-solid-gray-420 hover:bg-key-50',
              tiles && (thirds ? 'px-1 pb-2' : 'px-4 py-4'),
              tiles && 'has-checked:border-2 has-checked:border-key-900 has-checked:bg-key-50',
            )}
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              className="mt-1 size-6 shrink-0"
            />
            <span>
              <span className={classes(tiles && 'text-std-16B-170')}>{option.label}</span>
              {option.hint && (
                <span className="block text-dns-14N-130 text-solid-gray-700">{option.hint}</span>
              )}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}

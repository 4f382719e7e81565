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
  readonly layout?: 'list' | 'row' | 'tiles';
}

const LAYOUTS = {
  list: 'flex flex-col gap-1',
  row: 'flex flex-col gap-x-6 gap-y-1 sm:flex-row sm:flex-wrap',
  tiles: 'grid gap-3 sm:grid-cols-2 lg:grid-cols-3',
} as const;

/** One of several, all of them to be seen: radio buttons, the last one where a finger hits it. */
export function Choice({ name, hint, required, needless, value, onChange, options, layout = 'list' }: Props) {
  const tiles = layout === 'tiles';
  return (
    <FieldGroup name={name} hint={hint} required={required ?? false} needless={needless ?? false}>
      <div className={LAYOUTS[layout]}>
        {options.map((option) => (
          <label
            key={option.value}
            className={classes(
              'flex cursor-pointer items-start gap-3 py-2',
              tiles && 'rounded-8 border border-solid-gray-420 px-4 py-4 hover:bg-key-50',
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

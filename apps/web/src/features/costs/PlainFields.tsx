import { useId } from 'react';
import { languageOf } from '../../ui/Mixed';
import type { Option } from '../../ui/fields';
import { inputLook } from '../../ui/Field';

/** Many small fields beside each other, each with its label above: the form's faults name the row. */
export function PlainSelect({
  label,
  value,
  onChange,
  options,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly Option[];
}) {
  const id = useId();
  return (
    <div className="flex flex-col gap-2">
      <label htmlFor={id} className="text-std-16B-170">
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={inputLook(false, 'w-full max-w-sm')}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={languageOf(option.label)}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

export function PlainNumber({
  label,
  value,
  onChange,
  min,
}: {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly min: number;
}) {
  const id = useId();
  return (
    <div className="flex flex-col gap-2">
      <label htmlFor={id} className="text-std-16B-170">
        {label}
      </label>
      <input
        id={id}
        type="number"
        inputMode="numeric"
        min={min}
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? null : event.target.valueAsNumber)}
        className={inputLook(false, 'w-40')}
      />
    </div>
  );
}

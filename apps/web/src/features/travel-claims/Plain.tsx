import { type ReactNode, useId } from 'react';
import { languageOf } from '../../ui/Mixed';
import type { Option } from '../../ui/fields';
import { inputLook } from '../../ui/Field';

interface Labelled {
  readonly label: string;
}

function Labelled({ label, children }: Labelled & { readonly children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-dns-14N-130 text-solid-gray-800">
        {label}
      </label>
      {children(id)}
    </div>
  );
}

/** Many small fields of a row: the form's faults name the row. */
export function PlainSelect({
  label,
  value,
  onChange,
  options,
}: Labelled & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly Option[];
}) {
  return (
    <Labelled label={label}>
      {(id) => (
        <select
          id={id}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className={inputLook(false, 'w-full')}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value} lang={languageOf(option.label)}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}

export function PlainNumber({
  label,
  value,
  onChange,
  step = 1,
}: Labelled & {
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly step?: number;
}) {
  return (
    <Labelled label={label}>
      {(id) => (
        <input
          id={id}
          type="number"
          inputMode="decimal"
          min={0}
          step={step}
          value={value ?? ''}
          onChange={(event) => onChange(event.target.value === '' ? null : event.target.valueAsNumber)}
          className={inputLook(false, 'w-full')}
        />
      )}
    </Labelled>
  );
}

export function PlainText({
  label,
  value,
  onChange,
}: Labelled & { readonly value: string; readonly onChange: (value: string) => void }) {
  return (
    <Labelled label={label}>
      {(id) => (
        <input
          id={id}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className={inputLook(false, 'w-full')}
        />
      )}
    </Labelled>
  );
}

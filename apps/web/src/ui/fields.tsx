import type { ComponentProps, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFieldId } from './field-fault';
import { FieldFrame, type FieldProps, inputLook } from './Field';
import { languageOf } from './Mixed';

export { DateField } from './DateField';

interface ValueProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

type TextFieldProps = ValueProps &
  Pick<ComponentProps<'input'>, 'type' | 'autoComplete' | 'maxLength' | 'inputMode' | 'spellCheck'>;

export function TextField({ name, hint, required, needless, value, onChange, ...rest }: TextFieldProps) {
  return (
    <FieldFrame name={name} hint={hint} required={required ?? false} needless={needless ?? false}>
      {({ faulty, ...bound }) => (
        <input
          {...rest}
          {...bound}
          name={name}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className={inputLook(faulty, 'w-full')}
        />
      )}
    </FieldFrame>
  );
}

export function TextAreaField({
  name,
  hint,
  required,
  needless,
  bare,
  value,
  onChange,
  rows = 6,
  max,
}: ValueProps & {
  readonly rows?: number;
  /** Shown as a count; the server decides. */
  readonly max?: number;
}) {
  const { t } = useTranslation();
  return (
    <FieldFrame
      name={name}
      hint={hint}
      required={required ?? false}
      needless={needless ?? false}
      bare={bare ?? false}
      after={
        max !== undefined && (
          <p className="text-dns-14N-130 text-solid-gray-700">
            {t('ui.characters', { used: value.length, max })}
          </p>
        )
      }
    >
      {({ faulty, ...bound }) => (
        <textarea
          {...bound}
          name={name}
          rows={rows}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className={inputLook(faulty, 'w-full')}
        />
      )}
    </FieldFrame>
  );
}

interface NumberFieldProps extends FieldProps {
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly unit?: string;
}

export function NumberField({
  name,
  hint,
  required,
  needless,
  value,
  onChange,
  unit,
  ...limits
}: NumberFieldProps) {
  return (
    <FieldFrame name={name} hint={hint} required={required ?? false} needless={needless ?? false}>
      {({ faulty, ...bound }) => (
        <span className="flex items-center gap-2">
          <input
            {...limits}
            {...bound}
            name={name}
            type="number"
            inputMode="numeric"
            value={value ?? ''}
            onChange={(event) => onChange(event.target.value === '' ? null : event.target.valueAsNumber)}
            className={inputLook(faulty, 'w-32')}
          />
          {unit}
        </span>
      )}
    </FieldFrame>
  );
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

export function SelectField({
  name,
  hint,
  required,
  needless,
  value,
  onChange,
  options,
  empty,
}: ValueProps & {
  readonly options: readonly Option[];
  /** What the first, empty choice says. */
  readonly empty?: string;
}) {
  return (
    <FieldFrame name={name} hint={hint} required={required ?? false} needless={needless ?? false}>
      {({ faulty, ...bound }) => (
        <select
          {...bound}
          name={name}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className={inputLook(faulty, 'w-full max-w-md')}
        >
          {empty !== undefined && <option value="">{empty}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value} lang={languageOf(option.label)}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}

export function CheckBox({
  name,
  label,
  hint,
  checked,
  onChange,
}: {
  readonly name: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  const id = useFieldId()(name);
  return (
    <div className="flex items-start gap-3">
      <input
        id={id}
        name={name}
        type="checkbox"
        checked={checked}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.checked)}
        className="mt-1 size-6 shrink-0"
      />
      <div>
        <label htmlFor={id} className="text-std-16N-170">
          {label}
        </label>
        {hint && (
          <p id={`${id}-hint`} className="text-dns-14N-130 text-solid-gray-700">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}

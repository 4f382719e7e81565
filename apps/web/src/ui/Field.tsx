import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Mixed } from './Mixed';
import { classes } from './classes';
import { useFieldId } from './field-fault';
import { useFieldWords } from './Form';

export interface FieldProps {
  /** Name in the form; label and errors are found by it. */
  readonly name: string;
  readonly hint?: ReactNode;
  readonly required?: boolean;
  /** Neither demanded nor optional, as in a search. */
  readonly needless?: boolean;
  /** The heading right above says the same: the label is for listeners only. */
  readonly bare?: boolean;
}

export const inputLook = (faulty: boolean, extra = ''): string =>
  classes(
    'min-h-12 rounded-8 border bg-white px-4 py-3 text-std-16N-170',
    'hover:border-black',
    faulty ? 'border-2 border-error-1' : 'border-solid-gray-600',
    extra,
  );

/** 必須 or 任意 in words: never a star, never a colour alone. */
export function Need({ required }: { readonly required: boolean }) {
  const { t } = useTranslation();
  return (
    <span
      className={classes(
        'ml-2 text-oln-14N-100 whitespace-nowrap',
        required ? 'text-error-2' : 'text-solid-gray-700',
      )}
    >
      {required ? t('ui.required') : t('ui.optional')}
    </span>
  );
}

export function FaultTexts({ id, faults }: { readonly id: string; readonly faults: readonly string[] }) {
  const { t } = useTranslation();
  if (faults.length === 0) return null;
  return (
    <div id={id} className="text-std-16N-170 text-error-2">
      {faults.map((fault) => (
        <p key={fault}>
          <span aria-hidden="true">{t('ui.faultMark')} </span>
          {fault}
        </p>
      ))}
    </div>
  );
}

interface Bound {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-required': true | undefined;
  readonly faulty: boolean;
}

interface FieldFrameProps extends FieldProps {
  readonly children: (bound: Bound) => ReactNode;
  readonly after?: ReactNode;
  /** Where the field says its label itself; else the form does. */
  readonly label?: string;
  /** What the field itself finds wrong, before the server has seen it. */
  readonly fault?: string | undefined;
}

/** Label above, help below it, the error between help and control. */
export function FieldFrame({
  name,
  hint,
  required = false,
  needless = false,
  bare = false,
  children,
  after,
  label: ownLabel,
  fault,
}: FieldFrameProps) {
  const { label, faults: judged } = useFieldWords(name);
  const faults = fault === undefined ? judged : [fault, ...judged];
  const id = useFieldId()(name);
  const hintId = `${id}-hint`;
  const faultId = `${id}-fault`;
  const describedBy = [hint && hintId, faults.length > 0 && faultId].filter(Boolean).join(' ');
  return (
    <div className="flex flex-col gap-2">
      <label id={`${id}-label`} htmlFor={id} className={bare ? 'sr-only' : 'text-std-17B-170'}>
        {ownLabel ?? label}
        {!needless && <Need required={required} />}
      </label>
      {hint && (
        <div id={hintId} className="text-std-16N-170 text-solid-gray-700">
          <Mixed>{hint}</Mixed>
        </div>
      )}
      <FaultTexts id={faultId} faults={faults} />
      {children({
        id,
        'aria-describedby': describedBy || undefined,
        'aria-invalid': faults.length > 0 || undefined,
        'aria-required': required || undefined,
        faulty: faults.length > 0,
      })}
      {after}
    </div>
  );
}

/** Several controls under one question. */
export function FieldGroup({
  name,
  hint,
  required = false,
  needless = false,
  bare = false,
  children,
}: FieldProps & { readonly children: ReactNode }) {
  const { label, faults } = useFieldWords(name);
  const id = useFieldId()(name);
  const describedBy = [hint && `${id}-hint`, faults.length > 0 && `${id}-fault`].filter(Boolean).join(' ');
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      aria-describedby={describedBy || undefined}
      className="flex min-w-0 flex-col gap-2"
    >
      <legend className={bare ? 'sr-only' : 'mb-2 text-std-17B-170'}>
        {label}
        {!needless && <Need required={required} />}
      </legend>
      {hint && (
        <div id={`${id}-hint`} className="text-std-16N-170 text-solid-gray-700">
          <Mixed>{hint}</Mixed>
        </div>
      )}
      <FaultTexts id={`${id}-fault`} faults={faults} />
      {children}
    </fieldset>
  );
}

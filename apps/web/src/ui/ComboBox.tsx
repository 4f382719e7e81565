import { lazy, Suspense } from 'react';
import type { ComboBoxProps } from './combo-option';
import { FieldFrame, inputLook } from './Field';

const ComboBoxField = lazy(async () => ({
  default: (await import('./aria/ComboBoxField')).ComboBoxField,
}));

export type { ComboOption } from './combo-option';

/**
 * One of a long list, by typing a part of its name or its reading in any kana: ｱｿ, アソ and あそ find 阿蘇. For up to
 * ten choices take `SelectField` or `Choice`. It shows its place and its value until its code has come.
 */
export function ComboBox(props: ComboBoxProps) {
  return (
    <Suspense fallback={<Awaited {...props} />}>
      <ComboBoxField {...props} />
    </Suspense>
  );
}

function Awaited({ label, name, hint, required = false, needless = true, options, value }: ComboBoxProps) {
  return (
    <FieldFrame name={name ?? label} label={label} hint={hint} required={required} needless={needless}>
      {({ faulty, ...bound }) => (
        <input
          {...bound}
          readOnly
          value={options.find(({ id }) => id === value)?.label ?? ''}
          className={inputLook(faulty, 'w-full max-w-md')}
        />
      )}
    </FieldFrame>
  );
}

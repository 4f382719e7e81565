import { classes } from './classes';

interface Props<Value extends string> {
  /** Says what is chosen. */
  readonly label: string;
  /** Unique on the page. */
  readonly name: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** One of two to four short words, beside each other, that takes effect at once: radio buttons without their dots. */
export function Segments<Value extends string>({ label, name, options, value, onChange }: Props<Value>) {
  return (
    <fieldset className="no-print min-w-0">
      <legend className="sr-only">{label}</legend>
      <div className="inline-flex flex-wrap rounded-8 border border-key-900 bg-white p-0.5">
        {options.map((option) => (
          <label
            key={option.value}
            className={classes(
              'relative inline-flex min-h-9 cursor-pointer items-center rounded-6 px-4 text-oln-14B-100 text-key-900 pointer-coarse:min-h-11',
              'hover:bg-key-50 has-checked:bg-key-900 has-checked:text-white',
              'has-focus-visible:outline-4 has-focus-visible:outline-offset-2 has-focus-visible:outline-black',
              'forced-colors:has-checked:bg-[Highlight] forced-colors:has-checked:text-[HighlightText] forced-colors:has-checked:forced-color-adjust-none',
            )}
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              className="absolute inset-0 cursor-pointer appearance-none rounded-6 outline-none"
            />
            <span className="relative">{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

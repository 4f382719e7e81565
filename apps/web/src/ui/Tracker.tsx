import { useTranslation } from 'react-i18next';
import { classes } from './classes';

interface Props {
  readonly label: string;
  readonly steps: readonly string[];
  /** Index of the step it stands at; as many as there are steps when all are behind it. */
  readonly at: number;
}

/** How far something has come, like a parcel: each step says in words whether it is done. */
export function Tracker({ label, steps, at }: Props) {
  const { t } = useTranslation();
  return (
    <ol aria-label={label} className="flex flex-col gap-1 sm:flex-row sm:gap-0">
      {steps.map((step, i) => {
        const state = i < at ? 'past' : i === at ? 'now' : 'ahead';
        return (
          <li
            key={step}
            aria-current={state === 'now' ? 'step' : undefined}
            className={classes(
              'flex flex-1 items-center gap-2 border-l-4 py-1 pl-3 sm:flex-col sm:items-start sm:border-t-4 sm:border-l-0 sm:py-2 sm:pr-2 sm:pl-0',
              state === 'ahead'
                ? 'border-dotted border-solid-gray-420'
                : 'border-solid border-key-900 forced-colors:border-[Highlight]',
            )}
          >
            <span className={classes(state === 'now' && 'font-700')}>{step}</span>
            <span
              className={classes(
                'text-dns-14N-130',
                state === 'now' ? 'text-key-900' : 'text-solid-gray-700',
              )}
            >
              {t(`ui.step.${state}`)}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

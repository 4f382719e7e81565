import type { ComponentProps, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { classes } from './classes';

type Look = 'primary' | 'secondary' | 'quiet' | 'danger';
type Size = 'medium' | 'small';

const SHAPE = 'inline-flex items-center justify-center gap-2 rounded-8 text-center no-underline';

const SIZES: Readonly<Record<Size, string>> = {
  medium: 'min-h-12 min-w-24 px-4 py-3 text-oln-16B-100 leading-140',
  small: 'min-h-9 min-w-16 px-3 py-2 text-oln-14B-100 leading-130',
};

const LOOKS: Readonly<Record<Look, string>> = {
  primary:
    'border border-key-900 bg-key-900 text-white hover:bg-key-1000 active:bg-key-1200 aria-disabled:border-solid-gray-300 aria-disabled:bg-solid-gray-300 aria-disabled:text-solid-gray-900',
  secondary:
    'border border-key-900 bg-white text-key-900 hover:bg-key-50 active:bg-key-100 aria-disabled:border-solid-gray-300 aria-disabled:text-solid-gray-600',
  quiet:
    'border border-transparent text-key-900 underline underline-offset-4 hover:bg-key-50 aria-disabled:text-solid-gray-600',
  danger:
    'border border-error-2 bg-white text-error-2 hover:bg-red-50 active:bg-red-100 aria-disabled:border-solid-gray-300 aria-disabled:text-solid-gray-600',
};

interface Appearance {
  readonly look?: Look;
  readonly size?: Size;
}

interface ButtonProps extends Appearance, Omit<ComponentProps<'button'>, 'disabled'> {
  /** The work has begun: keeps its place and its focus, takes no second press. */
  readonly busy?: boolean;
  readonly children: ReactNode;
}

const look = ({ look: name = 'secondary', size = 'medium' }: Appearance, extra?: string): string =>
  classes(SHAPE, SIZES[size], LOOKS[name], extra);

export function Button({
  look: name,
  size,
  busy = false,
  className,
  onClick,
  children,
  ...rest
}: ButtonProps) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      {...rest}
      // Read as it is seen: what is busy says so, whatever it is called otherwise.
      aria-label={busy ? undefined : rest['aria-label']}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
      className={look({ ...(name && { look: name }), ...(size && { size }) }, className)}
    >
      {busy ? t('ui.busy') : children}
    </button>
  );
}

interface LinkButtonProps extends Appearance, ComponentProps<typeof Link> {}

/** Goes somewhere, and looks like the main thing to do. */
export function LinkButton({ look: name, size, className, ...rest }: LinkButtonProps) {
  return (
    <Link {...rest} className={look({ ...(name && { look: name }), ...(size && { size }) }, className)} />
  );
}

interface ActionsProps {
  readonly children: ReactNode;
  readonly label?: string;
  /** Two or three short words stay beside each other on a phone too. */
  readonly short?: boolean;
}

/** Several buttons in a row; under each other on a phone. */
export function Actions({ children, label, short = false }: ActionsProps) {
  return (
    <div
      {...(label && { role: 'group', 'aria-label': label })}
      className={classes(
        'no-print flex gap-3 sm:flex-row sm:flex-wrap sm:items-center',
        short ? 'flex-row flex-wrap' : 'flex-col',
      )}
    >
      {children}
    </div>
  );
}

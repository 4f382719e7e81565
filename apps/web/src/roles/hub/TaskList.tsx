import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { classes } from '../../ui/classes';

export interface Task {
  readonly to: string;
  readonly label: string;
  readonly count: number;
  /** The longest wait, or the rule behind the number. */
  readonly note?: string | undefined;
  /** Late already, or about to be. */
  readonly pressing?: boolean;
}

/** One line for each thing to do: how many, what, who waits longest. What is at zero is folded away. */
export function TaskList({ label, tasks }: { readonly label: string; readonly tasks: readonly Task[] }) {
  const { t } = useTranslation();
  const open = tasks.filter(({ count }) => count > 0);
  const none = tasks.filter(({ count }) => count === 0);
  return (
    <div className="flex flex-col gap-3">
      {open.length > 0 && (
        <ul aria-label={label} className="-mt-4">
          {open.map((task) => (
            <li key={task.to} className="border-b border-solid-gray-300">
              <TaskLine task={task} />
            </li>
          ))}
        </ul>
      )}
      {none.length > 0 && (
        <details className="text-dns-16N-130 text-solid-gray-800">
          <summary className="min-h-6 w-fit cursor-pointer py-1">{t('roles.hub.rest')}</summary>
          <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-2">
            {none.map(({ to, label: words }) => (
              <li key={to}>
                <Link to={to} className="link inline-block min-h-6">
                  {words}
                </Link>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function TaskLine({ task: { to, label, count, note, pressing = false } }: { readonly task: Task }) {
  const { t } = useTranslation();
  return (
    <Link
      to={to}
      className="grid min-h-11 grid-cols-[4rem_1fr] items-baseline gap-x-3 px-2 py-2 text-solid-gray-900 no-underline hover:bg-key-50"
    >
      <span
        className={classes(
          'text-right text-std-20B-150 tabular-nums whitespace-nowrap',
          pressing && 'text-error-1',
        )}
      >
        {t('ui.items', { count })}
      </span>
      <span className="flex flex-wrap items-baseline gap-x-3">
        <span className="text-std-16B-170 underline underline-offset-4">{label}</span>
        {pressing && (
          <span className="rounded-4 border border-error-1 px-1.5 text-dns-14B-130 text-error-1">
            {t('roles.hub.pressing')}
          </span>
        )}
        {note && <span className="text-dns-14N-130 text-solid-gray-700">{note}</span>}
      </span>
    </Link>
  );
}

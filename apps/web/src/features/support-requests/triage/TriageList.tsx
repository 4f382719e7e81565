import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { daysBetween, tokyo } from '../../../i18n/dates';
import { nameOf } from '../../../i18n/words';
import { useSession } from '../../../session';
import { AsWritten } from '../../../ui/AsWritten';
import { classes } from '../../../ui/classes';
import type { TriageLine } from './triage.documents';
import { walkByLetters } from './use-line';

const PRESSING: readonly TriageLine['urgency'][] = ['HIGH', 'URGENT'];

interface Props {
  readonly lines: readonly TriageLine[];
  readonly openId: string | undefined;
}

/** Who waits, the longest first: how long, which town, what for, and what is particular about it. */
export function TriageList({ lines, openId }: Props) {
  const { t } = useTranslation();
  const { today } = useSession();
  return (
    <div className="flex flex-col gap-2">
      <p className="text-dns-14N-130 text-solid-gray-700 pointer-coarse:hidden max-sm:hidden">
        {t('triage.keys')}
      </p>
      <ul
        aria-label={t('triage.list')}
        onKeyDown={walkByLetters}
        className="border-t border-solid-gray-300 lg:max-h-[calc(100dvh-14rem)] lg:overflow-y-auto"
      >
        {lines.map((line) => (
          <li key={line.id} className="border-b border-solid-gray-300">
            <Link
              to={`?request=${line.id}`}
              replace
              preventScrollReset
              aria-current={line.id === openId ? 'true' : undefined}
              className={classes(
                'grid grid-cols-[1fr_auto] gap-x-3 gap-y-0.5 border-l-4 px-3 py-2 text-solid-gray-900 no-underline hover:bg-key-50 focus-visible:-outline-offset-4',
                line.id === openId
                  ? 'border-key-900 bg-key-50 forced-colors:border-[Highlight]'
                  : 'border-transparent forced-colors:border-[Canvas]',
              )}
            >
              <span className="text-dns-16B-130">{nameOf(line.municipality)}</span>
              <span className="text-dns-14N-130 tabular-nums">
                {line.submittedAt &&
                  t('triage.waited', { days: daysBetween(tokyo(line.submittedAt).date, today) })}
              </span>
              <span className="col-span-2 underline underline-offset-4">
                {line.title ? <AsWritten>{line.title}</AsWritten> : t('requests.untitled')}
              </span>
              <span className="col-span-2 flex flex-wrap gap-x-3 text-dns-14N-130 text-solid-gray-700">
                <span>{line.theme ? nameOf(line.theme) : t('triage.unknown')}</span>
                {PRESSING.includes(line.urgency) && (
                  <span className="font-700 text-error-2">{t(`requests.urgency.${line.urgency}`)}</span>
                )}
                {line.asked && <span className="font-700">{t(`triage.asked.${line.asked}`)}</span>}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

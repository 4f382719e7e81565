import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { longDate, timeRange, tokyo } from '../../../i18n/dates';
import { nameOf } from '../../../i18n/words';
import { AsWritten } from '../../../ui/AsWritten';
import { LinkButton } from '../../../ui/Button';
import { Acceptance } from '../answers/Acceptance';
import { DeclineButton } from '../answers/DeclineButton';
import { ProposeButton } from '../answers/ProposeButton';
import { VisitFileButton } from '../VisitFileButton';
import { VisitForm, VisitOpenWords, VisitStatusText } from '../VisitWords';
import type { MyVisit } from './my-schedule.documents';
import { Leave, useOfficeName, WayLinks } from './Way';

interface Props {
  readonly visit: MyVisit;
  /** What the town has written about the place and who receives; its own part of the platform. */
  readonly preparation?: ReactNode;
}

/** The next visit, as it is needed on the way: when, where, when to leave, who receives, and yes or another day. */
export function NextVisit({ visit, preparation }: Props) {
  const { t } = useTranslation();
  const town = nameOf(visit.municipality);
  const { date } = tokyo(visit.startsAt);
  const may = visit.viewerActions;
  const officeName = useOfficeName();
  const asked = visit.proposals.some(({ status }) => status === 'OPEN');
  const { contactSection, title, id } = visit.supportRequest;
  return (
    <article
      aria-labelledby="next"
      className="flex flex-col gap-3 rounded-12 border-2 border-key-900 p-4 sm:p-6"
    >
      <div>
        <h2 id="next" className="flex flex-wrap items-center gap-x-3 text-dns-16B-130 text-key-900">
          {t('schedule.next')}
          <span className="font-400 text-solid-gray-900">
            <VisitStatusText visit={visit} />
          </span>
        </h2>
        <p className="mt-1 text-std-22B-150">
          <span className="inline-block">{longDate(date)}</span>{' '}
          <span className="inline-block whitespace-nowrap tabular-nums">
            {timeRange(visit.startsAt, visit.endsAt)}
          </span>
        </p>
        <p className="text-std-18B-160">
          {visit.mode === 'ON_SITE' ? officeName(visit.municipality) : town}
          <span className="ml-3 text-std-16N-170">
            <VisitForm visit={visit} />
          </span>
        </p>
        <VisitOpenWords visit={visit} />
      </div>
      <div className="flex flex-col gap-1">
        <Leave visit={visit} />
        {preparation && <div className="min-h-21">{preparation}</div>}
        {contactSection !== '' && (
          <p>
            {t('schedule.field.contact')} <AsWritten>{contactSection}</AsWritten>
          </p>
        )}
        <p>
          <Link to={`/requests/${id}`} className="link">
            <AsWritten>{title}</AsWritten>
          </Link>{' '}
          <span className="whitespace-nowrap">{t('schedule.nth', { n: visit.visitNo })}</span>
        </p>
      </div>
      <WayLinks visit={visit} />
      <div className="no-print grid gap-3 sm:grid-cols-2">
        <Acceptance visit={visit} wide />
        {may.includes('PROPOSE') && !asked && <ProposeButton visit={visit} wide />}
      </div>
      <details className="no-print">
        <summary className="min-h-11 py-2.5 text-oln-16N-100 leading-140">{t('schedule.more')}</summary>
        <div className="mt-2 flex flex-col items-start gap-3">
          {may.includes('DECLINE') && <DeclineButton visit={visit} />}
          <VisitFileButton id={visit.id} />
          <LinkButton size="small" className="min-h-11" to={`/visits/${visit.id}`}>
            {t('schedule.open')}
          </LinkButton>
          <LinkButton size="small" className="min-h-11" to={`/visits/${visit.id}/guide`}>
            {t('schedule.guide.open')}
          </LinkButton>
        </div>
      </details>
    </article>
  );
}

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { addDays, shortDate, tokyo } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { useSession } from '../../session';
import { ExportMenu } from '../../ui/ExportMenu';
import { Empty, Loaded } from '../../ui/Loaded';
import { Page, Section } from '../../ui/Page';
import { ComingVisits } from './mine/ComingVisits';
import { type MyVisit, MyScheduleDocument } from './mine/my-schedule.documents';
import { NextVisit } from './mine/NextVisit';
import { VisitPlanPaper } from './VisitPlanPaper';

/** How long a visit that was not reported is asked for. */
const LOOK_BACK_DAYS = 60;

interface Parts {
  /** Where the town receives, and who: of the next visit. */
  readonly preparation?: (visit: MyVisit) => ReactNode;
  /** Days used against what was agreed. */
  readonly days?: ReactNode;
  /** What waits for an answer besides visits. */
  readonly waiting?: ReactNode;
  readonly below?: ReactNode;
}

/** For a specialist, on a phone: where next, yes or no, and what is coming. */
export function MySchedulePage(parts: Parts) {
  const { t } = useTranslation();
  const { today } = useSession();
  const visits = useLoad(
    MyScheduleDocument,
    { from: addDays(today, -LOOK_BACK_DAYS) },
    { about: ['Visit', 'VisitProposal'] },
  );
  return (
    <Page title={t('schedule.mine')} narrow>
      <Loaded of={visits}>
        {(data) => (
          <>
            <Visits visits={data.visits.edges.map(({ node }) => node)} parts={parts} />
            {parts.below}
            <div className="flex flex-col gap-4">
              <VisitPlanPaper />
              <ExportMenu list="VISITS" filter={{ from: today }} />
            </div>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Visits({ visits, parts }: { readonly visits: readonly MyVisit[]; readonly parts: Parts }) {
  const { t } = useTranslation();
  const now = new Date();
  const isOver = ({ status, endsAt }: MyVisit) => status === 'DONE' || new Date(endsAt) <= now;
  const over = visits.filter(isOver);
  const [next, ...later] = visits.filter((visit) => !isOver(visit));
  return (
    <>
      <div className="-mt-2 flex flex-col gap-6">
        {next ? (
          <NextVisit key={next.id} visit={next} preparation={parts.preparation?.(next)} />
        ) : (
          <Empty>{t('schedule.emptyMine')}</Empty>
        )}
        {parts.waiting}
        {parts.days && <div className="min-h-28">{parts.days}</div>}
      </div>
      {later.length > 0 && <ComingVisits visits={later} />}
      {over.length > 0 && <Unreported visits={over} />}
    </>
  );
}

/** Over, and the report is still to be written, or to be written again: the first due first. */
function Unreported({ visits }: { readonly visits: readonly MyVisit[] }) {
  const { t } = useTranslation();
  const { today } = useSession();
  return (
    <Section title={t('schedule.unreported', { count: visits.length })} id="unreported">
      <ul className="-mt-4">
        {visits.map((visit) => (
          <li key={visit.id} className="border-b border-solid-gray-300 py-1">
            <Link
              to={`/visits/${visit.id}/report`}
              className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 no-underline hover:bg-key-50"
            >
              <span className="text-std-16B-170">
                {shortDate(tokyo(visit.startsAt).date)} {nameOf(visit.municipality)}
              </span>
              <span className={visit.reportDueOn < today ? 'text-error-2' : 'text-solid-gray-700'}>
                {t(visit.reportDueOn < today ? 'schedule.reportLate' : 'schedule.reportBy', {
                  date: shortDate(visit.reportDueOn),
                })}
              </span>
              <span className="link">{t('schedule.report')}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

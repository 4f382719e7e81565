import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoad } from '../../gql/use-load';
import { addDays, longDate, tokyo } from '../../i18n/dates';
import { useSession } from '../../session';
import { ExportMenu } from '../../ui/ExportMenu';
import { Empty, Loaded } from '../../ui/Loaded';
import { Page, Section } from '../../ui/Page';
import { DaysThisMonth } from './DaysThisMonth';
import { VisitPlanPaper } from './VisitPlanPaper';
import { VisitCard } from './VisitCard';
import { VisitListDocument, type VisitRow } from './visits.documents';

/** How long a visit that was not recorded is asked for. */
const LOOK_BACK_DAYS = 60;

/** For a specialist, on a phone: where next, yes or no, and what is coming. */
export function MySchedulePage({ above, below }: { readonly above?: ReactNode; readonly below?: ReactNode }) {
  const { t } = useTranslation();
  const { today } = useSession();
  const visits = useLoad(
    VisitListDocument,
    {
      first: 100,
      after: null,
      filter: { from: addDays(today, -LOOK_BACK_DAYS), statuses: ['PUBLISHED', 'CONFIRMED'] },
    },
    { about: ['Visit'] },
  );
  return (
    <Page title={t('schedule.mine')} narrow>
      {above}
      <Loaded of={visits}>{(data) => <Days visits={data.visits.edges.map(({ node }) => node)} />}</Loaded>
      {below}
      <ExportMenu list="VISITS" filter={{ from: today }} />
    </Page>
  );
}

function Days({ visits }: { readonly visits: readonly VisitRow[] }) {
  const { t } = useTranslation();
  const now = new Date();
  const over = visits.filter((visit) => new Date(visit.endsAt) <= now);
  const [next, ...later] = visits.filter((visit) => new Date(visit.endsAt) > now);
  const dates = [...new Set(later.map((visit) => tokyo(visit.startsAt).date))];
  return (
    <>
      <Section title={t('schedule.next')} id="next">
        {next ? <VisitCard visit={next} large /> : <Empty>{t('schedule.emptyMine')}</Empty>}
      </Section>
      {over.length > 0 && (
        <Section title={t('schedule.unrecorded')} id="unrecorded">
          <p>{t('schedule.unrecordedLead')}</p>
          {over.map((visit) => (
            <VisitCard key={visit.id} visit={visit} />
          ))}
        </Section>
      )}
      <DaysThisMonth />
      <VisitPlanPaper />
      {dates.length > 0 && (
        <Section title={t('schedule.upcoming')} id="upcoming">
          {dates.map((date) => (
            <div key={date} className="flex flex-col gap-3">
              <h3 className="text-std-17B-170">{longDate(date)}</h3>
              {later
                .filter((visit) => tokyo(visit.startsAt).date === date)
                .map((visit) => (
                  <VisitCard key={visit.id} visit={visit} />
                ))}
            </div>
          ))}
        </Section>
      )}
    </>
  );
}

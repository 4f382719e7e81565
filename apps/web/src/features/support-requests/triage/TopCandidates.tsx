import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLoad } from '../../../gql/use-load';
import { addDays, shortDate, timeRange, tokyo } from '../../../i18n/dates';
import { nameOf, useMinutes } from '../../../i18n/words';
import { useSession } from '../../../session';
import { Loaded } from '../../../ui/Loaded';
import type { RequestRow } from '../requests.documents';
import { DaysGivenDocument, type TopCandidate, TopCandidatesDocument } from './triage.documents';

/** As many as somebody compares at a glance. */
const SHOWN = 3;

/** Who could come, and why: the field, the days left, the way, and whether they were there before. */
export function TopCandidates({ request }: { readonly request: RequestRow }) {
  const { t } = useTranslation();
  const load = useLoad(TopCandidatesDocument, { id: request.id, municipalityId: request.municipality.id });
  return (
    <Loaded of={load}>
      {({ candidateRanking: { candidates }, travelTimes }) => {
        if (candidates.length === 0) return <p>{t('requests.shortlist.none')}</p>;
        const minutesTo = new Map(travelTimes.map(({ toId, minutes }) => [toId, minutes]));
        return (
          <ol className="grid gap-3 xl:grid-cols-3">
            {candidates.slice(0, SHOWN).map((candidate) => (
              <li key={candidate.specialist.id} className="rounded-8 border border-solid-gray-420 px-3 py-2">
                <CandidateWords
                  candidate={candidate}
                  minutes={
                    candidate.specialist.baseId === request.municipality.id
                      ? 0
                      : (minutesTo.get(candidate.specialist.baseId) ?? null)
                  }
                />
              </li>
            ))}
          </ol>
        );
      }}
    </Loaded>
  );
}

interface CandidateProps {
  readonly candidate: TopCandidate;
  /** From where they start; null: nobody knows. */
  readonly minutes: number | null;
}

function CandidateWords({ candidate, minutes }: CandidateProps) {
  const { t } = useTranslation();
  const minutesOf = useMinutes();
  const { specialist, parts, firstSlot, mode } = candidate;
  const partOf = (id: string) => parts.find((part) => part.id === id);
  const skill = partOf('skill');
  const wasThere = (partOf('continuity')?.points ?? 0) > 0;
  return (
    <>
      <p className="text-dns-16B-130">
        <Link to={`/specialists/${specialist.id}`} className="link">
          {nameOf(specialist)}
        </Link>
      </p>
      <ul className="mt-1 flex flex-col gap-0.5 text-dns-14N-130">
        {skill && <li>{t('triage.field', { points: skill.points, max: skill.max })}</li>}
        <DaysLeft specialist={specialist} />
        <li>
          {minutes === null
            ? t('triage.wayUnknown')
            : t('triage.way', {
                from: specialist.base ? nameOf(specialist.base) : '',
                minutes: minutesOf(minutes),
              })}
        </li>
        {wasThere && <li className="font-700">{t('triage.before')}</li>}
        <li>
          {firstSlot
            ? t('triage.firstSlot', {
                when: `${shortDate(tokyo(firstSlot.startsAt).date)} ${timeRange(firstSlot.startsAt, firstSlot.endsAt)}`,
                mode: t(`schedule.mode.${mode}`),
              })
            : t('requests.shortlist.noSlot')}
        </li>
      </ul>
    </>
  );
}

/** Days of this month's guideline that nobody has asked for yet. */
function DaysLeft({ specialist: { id, monthlyDays } }: Pick<TopCandidate, 'specialist'>) {
  const { t } = useTranslation();
  const { today } = useSession();
  const from = `${today.slice(0, 7)}-01`;
  const to = addDays(`${addDays(from, 31).slice(0, 7)}-01`, -1);
  const { data } = useLoad(
    DaysGivenDocument,
    {
      filter: {
        from,
        to,
        specialistId: id,
        statuses: ['PUBLISHED', 'CONFIRMED', 'DONE', 'REPORTED', 'RECEIVED', 'SETTLED'],
      },
    },
    { pause: monthlyDays === null },
  );
  if (monthlyDays === null) return <li>{t('triage.noGuideline')}</li>;
  if (!data) return <li>{t('ui.counting')}</li>;
  const given = new Set(data.visits.edges.map(({ node }) => tokyo(node.startsAt).date)).size;
  return <li>{t('triage.daysLeft', { left: monthlyDays - given, days: monthlyDays })}</li>;
}

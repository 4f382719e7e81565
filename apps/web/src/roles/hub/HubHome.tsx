import { useTranslation } from 'react-i18next';
import type { ResultOf } from '../../gql/graphql';
import { useLoad } from '../../gql/use-load';
import { daysBetween, tokyo } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { useDailyWork, useSession } from '../../session';
import { LinkButton } from '../../ui/Button';
import { Loaded } from '../../ui/Loaded';
import { Page, Section } from '../../ui/Page';
import { ABOUT_HOME, HubHomeDocument, HubPapersDocument } from './home.documents';
import { FirstDay } from './FirstDay';
import { type Task, TaskList } from './TaskList';

type Work = ResultOf<typeof HubHomeDocument>;
type Papers = ResultOf<typeof HubPapersDocument>;

/** Less than this share of the days that were agreed on is left. */
const NEARLY_USED = 0.9;
/** Japanese counts things by つ up to nine. */
const MOST_BY_TSU = 9;

/** The morning's sentence, then what is to be done, the late ones first. Every number leads to its rows. */
export function HubHome() {
  const { t } = useTranslation();
  const { today } = useSession();
  const worksDaily = useDailyWork();
  const work = useLoad(HubHomeDocument, { today }, { about: ABOUT_HOME });
  const papers = useLoad(HubPapersDocument, { today }, { about: ABOUT_HOME });
  const tasks = useTasks(work.data, papers.data);
  const isCounted = work.data !== undefined && papers.data !== undefined;
  const isFirstDay = worksDaily && papers.data?.everything.totalCount === 0;
  return (
    <Page title={isCounted ? sentence() : t('roles.hub.home')}>
      {isFirstDay && <FirstDay />}
      <div className="grid grid-cols-1 items-start gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,5fr)_minmax(0,3fr)]">
        <Section title={t('roles.hub.todo')} id="todo">
          <Loaded of={work}>{() => <TaskList label={t('roles.hub.todo')} tasks={tasks.own} />}</Loaded>
        </Section>
        <div className="flex flex-col gap-8">
          {worksDaily && (
            <Section title={t('roles.hub.begin')} id="begin">
              <ul className="flex flex-wrap gap-3">
                <li>
                  <LinkButton size="small" to="/plans/repair">
                    {t('roles.hub.sick')}
                  </LinkButton>
                </li>
                <li>
                  <LinkButton size="small" to="/requests/new">
                    {t('roles.hub.writeRequest')}
                  </LinkButton>
                </li>
                <li>
                  <LinkButton size="small" to="/consultations/new">
                    {t('roles.hub.writeQuestion')}
                  </LinkButton>
                </li>
              </ul>
            </Section>
          )}
          <Section title={t('roles.hub.waiting')} id="waiting">
            <Loaded of={papers}>
              {() => <TaskList label={t('roles.hub.waiting')} tasks={tasks.waiting} />}
            </Loaded>
          </Section>
        </div>
      </div>
    </Page>
  );

  function sentence(): string {
    const count = tasks.own.filter((task) => task.count > 0).length;
    if (isFirstDay) return t('roles.hub.welcome');
    if (count === 0) return t('roles.hub.nothing');
    return t(count > MOST_BY_TSU ? 'roles.hub.sentenceMany' : 'roles.hub.sentence', { count });
  }
}

interface Tasks {
  /** What this desk does. */
  readonly own: readonly Task[];
  /** What others do next: it comes back by itself. */
  readonly waiting: readonly Task[];
}

/** In the order of their haste; what is late comes before everything else. */
function useTasks(work: Work | undefined, papers: Papers | undefined): Tasks {
  const { t } = useTranslation();
  const { today } = useSession();
  const longest = ({ edges }: Work['intake']): string | undefined => {
    const first = edges[0]?.node;
    if (!first?.submittedAt) return undefined;
    const days = daysBetween(tokyo(first.submittedAt).date, today);
    return t('roles.hub.longest', { days, town: nameOf(first.municipality) });
  };
  const own: Task[] = [];
  if (work)
    own.push(
      {
        to: '/visits?view=gaps',
        label: t('roles.hub.gaps'),
        count: work.gaps.totalCount,
        pressing: true,
      },
      {
        to: '/visits?view=late',
        label: t('roles.hub.late'),
        count: work.late.totalCount,
        pressing: true,
      },
      {
        to: '/consultations?view=escalated',
        label: t('roles.hub.lateQuestions'),
        count: work.questions.totalCount,
        pressing: true,
      },
    );
  const late = papers?.reportTasks.filter(({ overdue }) => overdue).length ?? 0;
  if (papers)
    own.push({
      to: '/reports',
      label: t('roles.hub.reports'),
      note: late > 0 ? t('roles.hub.reportsLate', { count: late }) : undefined,
      count: papers.reportTasks.length,
      pressing: late > 0,
    });
  if (work)
    own.push(
      {
        to: '/triage',
        label: t('roles.hub.intake'),
        note: longest(work.intake),
        count: work.intake.totalCount,
      },
      { to: '/visits/proposals', label: t('roles.hub.otherDays'), count: work.openVisitProposals.totalCount },
      {
        to: '/inbox?view=selection&status=SELECTING',
        label: t('roles.hub.selecting'),
        count: work.selecting.totalCount,
      },
      {
        to: '/inbox?view=selection&status=PREFECTURE_APPROVAL',
        label: t('roles.hub.approving'),
        count: work.approving.totalCount,
      },
      {
        to: '/inbox?view=scheduling&status=SCHEDULING',
        label: t('roles.hub.scheduling'),
        note: longest(work.scheduling),
        count: work.scheduling.totalCount,
      },
      {
        to: '/board',
        label: t('roles.hub.proposals'),
        count: work.planningRuns.edges.filter(({ node }) => node.status === 'PROPOSED').length,
      },
    );
  if (papers)
    own.push(
      { to: '/reports?view=cases', label: t('roles.hub.caseReports'), count: papers.caseReports.totalCount },
      {
        to: '/engagements/travel-claims?status=SUBMITTED',
        label: t('roles.hub.claims'),
        count: papers.claims.totalCount,
      },
      {
        to: '/engagements/quotas',
        label: t('roles.hub.nearlyUsed'),
        count: papers.quotaUses
          .flatMap(({ uses }) => uses)
          .filter(({ quota, used, limit }) => quota.unit === 'DAYS' && used > limit * NEARLY_USED).length,
      },
      {
        to: '/engagements/agreements?view=due',
        label: t('roles.hub.agreementsDue'),
        count: papers.agreementsDue.totalCount,
      },
    );
  const waiting: Task[] = papers
    ? [
        { to: '/dates', label: t('roles.hub.asking'), count: papers.asking.totalCount },
        {
          to: '/visits?status=PUBLISHED',
          label: t('roles.hub.unconfirmed'),
          count: papers.unconfirmed.totalCount,
        },
      ]
    : [];
  const lateFirst = own.toSorted((a, b) => Number(b.pressing ?? false) - Number(a.pressing ?? false));
  return { own: lateFirst, waiting };
}

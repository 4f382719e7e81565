import type { TFunction } from 'i18next';
import { placeOf } from '../../features/reports/Tasks';
import type { Home } from './town-home.documents';

/** One thing that waits for this person. */
export interface Task {
  readonly key: string;
  readonly to: string;
  readonly what: string;
  readonly subject: string;
  readonly dueOn: string | null;
  readonly overdue: boolean;
}

/** Whose turn it is in the town. */
const TURN_OF = { DRAFT: 'REQUESTER', IN_APPROVAL: 'APPROVER', TOWN_REVIEW: 'REQUESTER' } as const;

const TASKS = {
  DRAFT: { what: 'roles.town.turnDraft', at: '/edit' },
  IN_APPROVAL: { what: 'roles.town.turnApproval', at: '/review' },
  TOWN_REVIEW: { what: 'roles.town.turnRank', at: '' },
} as const;

/** Everything that waits, in one list: what has a day comes first, the earliest first; drafts come last. */
export function turnOf(home: Home, duties: readonly string[], t: TFunction): Task[] {
  const requests = duties.includes('REQUESTER');
  const task = (part: Omit<Task, 'overdue' | 'dueOn'> & Partial<Task>): Task => ({
    dueOn: null,
    overdue: false,
    ...part,
  });
  const dated = [
    ...home.reportTasks.map((one) =>
      task({
        key: `${one.kind} ${one.subjectId}`,
        to: placeOf(one),
        what: t(`reports.tasks.kind.${one.kind}`),
        subject: one.supportRequest?.title ?? '',
        dueOn: one.dueOn,
        overdue: one.overdue,
      }),
    ),
    ...(requests ? home.dateInquiries.edges : []).map(({ node }) =>
      task({
        key: node.id,
        to: `/dates/${node.id}`,
        what: t('roles.town.turnDates'),
        subject: node.supportRequest?.title ?? '',
        dueOn: node.dueOn,
      }),
    ),
  ].sort((a, b) => (a.dueOn ?? '').localeCompare(b.dueOn ?? ''));
  const steps = home.supportRequests.edges.flatMap(({ node }) => {
    const { id, status, title } = node;
    if (status !== 'DRAFT' && status !== 'IN_APPROVAL' && status !== 'TOWN_REVIEW') return [];
    if (!duties.includes(TURN_OF[status])) return [];
    const { what, at } = TASKS[status];
    return [
      {
        status,
        one: task({
          key: id,
          to: `/requests/${id}${at}`,
          what: t(what),
          subject: title || t('requests.untitled'),
        }),
      },
    ];
  });
  const answers = (requests ? home.consultations.edges : []).map(({ node }) =>
    task({
      key: node.id,
      to: `/consultations/${node.id}`,
      what: t('roles.town.turnAnswer'),
      subject: node.question,
    }),
  );
  return [
    ...dated,
    ...steps.filter(({ status }) => status !== 'DRAFT').map(({ one }) => one),
    ...answers,
    ...steps.filter(({ status }) => status === 'DRAFT').map(({ one }) => one),
  ];
}

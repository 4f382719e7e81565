import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { shortDate } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { useViewer } from '../../session';
import { AsWritten } from '../../ui/AsWritten';
import { Empty, Loaded } from '../../ui/Loaded';
import { Section } from '../../ui/Page';
import { Table } from '../../ui/Table';
import { type TaskRow, TasksDocument } from './reports.documents';

/** Where a task is done. */
export const placeOf = ({
  visitId,
  supportRequest,
}: Pick<TaskRow, 'visitId'> & { readonly supportRequest: { readonly id: string } | null }): string =>
  visitId ? `/visits/${visitId}/report` : `/requests/${supportRequest?.id ?? ''}`;

const useTasks = () =>
  useLoad(TasksDocument, {}, { about: ['ReportTask', 'Visit', 'VisitReport', 'SupportRequest', 'FollowUp'] });

/** What is owed, the first due first; only where there is something, on a home page. */
export function TaskSection({ title }: { readonly title: string }) {
  const load = useTasks();
  const tasks = load.data?.reportTasks ?? [];
  if (tasks.length === 0) return null;
  return (
    <Section title={title} id="report-tasks">
      <TaskTable tasks={tasks} />
    </Section>
  );
}

/** The same, also when there is nothing. */
export function TaskList() {
  const { t } = useTranslation();
  const load = useTasks();
  return (
    <Loaded of={load}>
      {({ reportTasks }) =>
        reportTasks.length === 0 ? (
          <Empty>{t('reports.tasks.empty')}</Empty>
        ) : (
          <TaskTable tasks={reportTasks} />
        )
      }
    </Loaded>
  );
}

function TaskTable({ tasks }: { readonly tasks: readonly TaskRow[] }) {
  const { t } = useTranslation();
  const { role } = useViewer();
  return (
    <Table
      caption={t('reports.tasks.caption')}
      cards
      rows={tasks}
      keyOf={({ kind, subjectId }) => `${kind} ${subjectId}`}
      columns={[
        {
          key: 'what',
          title: t('reports.tasks.what'),
          heads: true,
          cell: (task) => (
            <Link to={placeOf(task)} className="link">
              {t(`reports.tasks.kind.${task.kind}`)}
              {role === 'HUB_STAFF' && task.specialist && task.kind === 'REPORT' && (
                <> {nameOf(task.specialist)}</>
              )}
            </Link>
          ),
        },
        {
          key: 'case',
          title: t('reports.tasks.case'),
          cell: ({ supportRequest }) => <AsWritten>{supportRequest?.title ?? ''}</AsWritten>,
        },
        ...(role === 'MUNICIPALITY_STAFF'
          ? []
          : [
              {
                key: 'town',
                title: t('reports.tasks.town'),
                cell: ({ municipality }: TaskRow) => (municipality ? nameOf(municipality) : ''),
              },
            ]),
        {
          key: 'due',
          title: t('reports.tasks.due'),
          nowrap: true,
          cell: ({ dueOn, overdue }) => (
            <>
              {shortDate(dueOn)}
              {overdue && <span className="block text-error-2">{t('reports.overdue')}</span>}
            </>
          ),
        },
      ]}
    />
  );
}

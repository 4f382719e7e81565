import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { shortDate } from '../../i18n/dates';
import { useSession } from '../../session';
import { AsWritten } from '../../ui/AsWritten';
import { WordsDialog } from '../../ui/AskDialog';
import { Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { StatusText } from '../../ui/StatusText';
import { Table } from '../../ui/Table';
import { CloseStepDocument, type StepRow } from './reports.documents';

interface Props<Row extends StepRow> {
  readonly steps: readonly Row[];
  /** Which case, where steps of several are listed. */
  readonly caseOf?: (row: Row) => ReactNode;
}

/** Next steps with whose turn each is; whoever it is closes it here. */
export function StepTable<Row extends StepRow>({ steps, caseOf }: Props<Row>) {
  const { t } = useTranslation();
  const { today, viewer } = useSession();
  const done = useDone();
  const [closing, setClosing] = useState<Row | null>(null);
  const { run, busy, refusal, clear } = useAction(CloseStepDocument, 'ReportStep');
  const forOthers = viewer?.role === 'HUB_STAFF' && closing?.owner !== 'HUB';
  const close = async (note: string) => {
    if (!closing || !(await run({ id: closing.id, note: note === '' ? null : note }))) return;
    setClosing(null);
    done(t('reports.done.stepClosed'));
  };
  return (
    <>
      <Table
        caption={t('reports.step.caption')}
        cards
        rows={steps}
        keyOf={({ id }) => id}
        columns={[
          {
            key: 'what',
            title: t('reports.step.title'),
            heads: true,
            cell: ({ what }) => <AsWritten>{what}</AsWritten>,
          },
          ...(caseOf ? [{ key: 'case', title: t('reports.step.case'), cell: caseOf }] : []),
          { key: 'owner', title: t('reports.step.who'), cell: ({ owner }) => t(`reports.owner.${owner}`) },
          {
            key: 'due',
            title: t('reports.step.by'),
            nowrap: true,
            cell: ({ dueOn, status }) => (
              <>
                {shortDate(dueOn)}
                {status === 'OPEN' && dueOn < today && (
                  <span className="block text-error-2">{t('reports.overdue')}</span>
                )}
              </>
            ),
          },
          {
            key: 'status',
            title: t('reports.step.state'),
            cell: ({ status, closedByName, closeNote }) => (
              <>
                <StatusText tone={status === 'OPEN' ? 'waiting' : 'finished'}>
                  {t(`reports.step.status.${status}`)}
                </StatusText>
                {closedByName !== null && (
                  <span className="block" lang="ja">
                    {closedByName}
                    {closeNote && `：${closeNote}`}
                  </span>
                )}
              </>
            ),
          },
          {
            key: 'close',
            title: t('reports.step.act'),
            nowrap: true,
            cell: (row) =>
              row.viewerCloses && (
                <Button
                  size="small"
                  onClick={() => setClosing(row)}
                  aria-label={t('reports.step.closeOne', { what: row.what })}
                >
                  {t('reports.step.close')}
                </Button>
              ),
          },
        ]}
      />
      <WordsDialog
        title={t('reports.step.close')}
        open={closing !== null}
        onClose={() => {
          setClosing(null);
          clear();
        }}
        confirm={t('reports.step.close')}
        busy={busy}
        refusal={refusal}
        name="note"
        label={t('reports.step.note')}
        hint={t(forOthers ? 'reports.hint.noteForOthers' : 'reports.hint.note')}
        optional={!forOthers}
        oneLine
        onConfirm={(note) => void close(note)}
      >
        <p lang="ja">{closing?.what}</p>
      </WordsDialog>
    </>
  );
}

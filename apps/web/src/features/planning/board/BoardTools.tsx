import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useLoad } from '../../../gql/use-load';
import { addDays } from '../../../i18n/dates';
import { useSession } from '../../../session';
import { Button, LinkButton } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { Loaded } from '../../../ui/Loaded';
import { NewRunForm } from '../NewRunForm';
import { RunDocument } from '../plans.documents';
import { PublishDialog } from '../PublishDialog';
import { BoardBar } from './BoardBar';
import type { BoardRow } from './board.documents';
import type { useBoardMoves } from './use-board-moves';

interface Props {
  readonly board: BoardRow;
  readonly moves: ReturnType<typeof useBoardMoves>;
  readonly papers: ReactNode;
  readonly worksDaily: boolean;
}

/** What is done with the whole plan: one stop of the Tab key. */
export function BoardTools({ board, moves, papers, worksDaily }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'make' | 'publish' | null>(null);
  const { history } = moves;
  const { run, drafts } = board;
  const may = run?.viewerActions ?? [];
  const close = () => setOpen(null);
  return (
    <>
      <BoardBar label={t('board.toolbar')}>
        <Button
          size="small"
          aria-label={history.last ? t('board.undoOf', { words: history.last.words }) : t('board.undo')}
          aria-disabled={history.last === null || undefined}
          title={history.last?.words}
          onClick={() => history.last && void moves.undo()}
        >
          {t('board.undo')}
        </Button>
        <Button
          size="small"
          aria-label={history.next ? t('board.redoOf', { words: history.next.words }) : t('board.redo')}
          aria-disabled={history.next === null || undefined}
          title={history.next?.words}
          onClick={() => history.next && void moves.redo()}
        >
          {t('board.redo')}
        </Button>
        {worksDaily && !board.openRun && (
          <Button size="small" onClick={() => setOpen('make')}>
            {t('board.make')}
          </Button>
        )}
        {run && (
          <>
            <LinkButton size="small" to={`/plans/${run.id}/compare`}>
              {t('board.compare')}
            </LinkButton>
            <LinkButton size="small" look="quiet" to={`/plans/${run.id}`}>
              {t('board.details')}
            </LinkButton>
          </>
        )}
        {worksDaily && (
          <LinkButton size="small" look="quiet" to="/plans/repair">
            {t('board.repair')}
          </LinkButton>
        )}
        {papers}
        {run && may.includes('PUBLISH') && drafts > 0 && (
          <Button size="small" look="primary" className="sm:ml-auto" onClick={() => setOpen('publish')}>
            {t('board.publish', { count: drafts })}
          </Button>
        )}
      </BoardBar>
      {open === 'make' && <MakeDialog board={board} onClose={close} />}
      {open === 'publish' && run && <Publish runId={run.id} onClose={close} />}
    </>
  );
}

function MakeDialog({ board, onClose }: { readonly board: BoardRow; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { today } = useSession();
  const navigate = useNavigate();
  const tomorrow = addDays(today, 1);
  const open = board.days.find(({ date, closure }) => date > today && closure === null)?.date;
  const first = board.from > today ? board.from : (open ?? tomorrow);
  return (
    <Dialog title={t('board.make')} open onClose={onClose}>
      <NewRunForm
        firstDay={first}
        lastDay={board.to > first ? board.to : null}
        onMade={() => {
          onClose();
          // What is being made is followed on the board itself.
          void navigate('/board');
        }}
      />
    </Dialog>
  );
}

/** Only whoever opens it needs every change of the plan. */
function Publish({ runId, onClose }: { readonly runId: string; readonly onClose: () => void }) {
  const load = useLoad(RunDocument, { id: runId });
  return (
    <Loaded of={load}>
      {({ planningRun }) => <PublishDialog run={planningRun} part={null} onClose={onClose} />}
    </Loaded>
  );
}

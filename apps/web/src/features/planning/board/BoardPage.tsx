import { type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoad } from '../../../gql/use-load';
import { currentLanguage } from '../../../i18n';
import { PublicationBar } from '../../../publication/PublicationBar';
import { WhoElse } from '../../../publication/WhoElse';
import { useDailyWork, useSession } from '../../../session';
import { LinkButton } from '../../../ui/Button';
import { DoneNotice } from '../../../ui/Done';
import { Empty, Loaded } from '../../../ui/Loaded';
import { HasTitle, PageTools, useTitle } from '../../../ui/Page';
import { BoardDocument, type BoardRow, BrokenRulesDocument } from './board.documents';
import { type BoardModel, boardModel } from './board-model';
import { BoardTable } from './BoardTable';
import { BoardTools } from './BoardTools';
import { FilterBar } from './FilterBar';
import { Making } from './Making';
import { PeriodBar } from './PeriodBar';
import { RefusedNotice } from './RefusedNotice';
import { TodayList } from './TodayList';
import { TownTable } from './TownTable';
import { spanOf, useBoardAddress } from './use-board-address';
import { useBoardKeys } from './use-board-keys';
import { useBoardMoves } from './use-board-moves';

interface Props {
  /** The month on paper. */
  readonly papers?: ReactNode;
}

/** 計画盤: who goes where on which day, what has no place and why, changed by hand and taken back. */
export function BoardPage({ papers }: Props) {
  const { t } = useTranslation();
  useTitle(t('board.title'));
  const address = useBoardAddress();
  const load = useLoad(
    BoardDocument,
    { ...address.period, runId: address.runId },
    { about: ['PlanningRun', 'Visit', 'SupportRequest', 'ProposedVisit'] },
  );
  // Another period is shown when it is there: until then the board stays as it is.
  const shown = useRef<BoardRow | null>(null);
  if (load.data) shown.current = load.data.board;
  const board = load.data?.board ?? shown.current;
  return (
    <div className="board-wide">
      <DoneNotice />
      {!board && <h1 className="mb-4 text-std-24B-150">{t('board.title')}</h1>}
      <HasTitle value>
        <Loaded of={{ ...load, data: board ?? undefined }}>
          {(one) => <OpenBoard board={one} address={address} papers={papers} onReload={load.reload} />}
        </Loaded>
      </HasTitle>
    </div>
  );
}

interface OpenProps extends Props {
  readonly board: BoardRow;
  readonly address: ReturnType<typeof useBoardAddress>;
  readonly onReload: () => void;
}

function OpenBoard({ board, address, papers, onReload }: OpenProps) {
  const { t } = useTranslation();
  const { today } = useSession();
  const worksDaily = useDailyWork();
  const page = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState('');
  const say = useCallback((words: string) => setSaid(words), []);
  const model = useRef<BoardModel | null>(null);
  const moves = useBoardMoves(model, board.run?.id ?? null, say);
  const current = useModel(board, moves.ahead, address.filters, today);
  model.current = current;
  useBoardKeys(page, {
    onUndo: () => (moves.history.last ? void moves.undo() : say(t('board.said.nothingToUndo'))),
    onRedo: () => (moves.history.next ? void moves.redo() : say(t('board.said.nothingToRedo'))),
  });
  // A plan that is made takes the button that asked for it away, and then itself.
  const making = board.openRun?.id;
  useEffect(() => {
    if (document.activeElement === document.body) page.current?.focus({ preventScroll: true });
  }, [making]);
  const tools = useContext(PageTools);
  // A published plan lies on the table no more: without its own days in the address the board would leave for today.
  const { change } = address;
  const { from, to } = board;
  const { span } = address;
  const published = useCallback(() => {
    change({ from, span: span ?? spanOf(from, to), run: null });
    onReload();
  }, [change, from, to, span, onReload]);
  const mayMove = board.run?.viewerActions.includes('MOVE') ?? false;
  const { waiting } = current;
  const count = waiting.reduce((sum, { visits }) => sum + visits.length, 0);

  return (
    <div ref={page} tabIndex={-1} className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <PeriodBar board={board} address={address} />
        {tools && <div className="no-print relative ml-auto flex shrink-0 items-center gap-2">{tools}</div>}
      </div>
      <PublicationBar onSettled={published} />
      {board.run && <WhoElse key={board.run.id} runId={board.run.id} />}
      <BoardTools board={board} moves={moves} papers={papers} worksDaily={worksDaily} />
      {board.openRun && <Making key={board.openRun.id} run={board.openRun} onEnd={onReload} />}
      {moves.refused && <RefusedNotice refused={moves.refused} onClose={moves.dismiss} />}
      {board.specialists.length === 0 ? (
        <Empty action={<LinkButton to="/imports">{t('board.empty.import')}</LinkButton>}>
          {t('board.empty.people')}
        </Empty>
      ) : (
        <>
          <TodayList model={current} today={today} mayRepair={worksDaily} />
          <div className="no-print flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
            <FilterBar board={board} filters={address.filters} onChange={address.change} />
            <p role="status" className="min-h-6 flex-1 text-right text-dns-16B-130">
              {said}
            </p>
            <p className="text-dns-16N-130 tabular-nums">
              {t('board.glance', {
                unplaced: count,
                days: Math.max(0, ...waiting.map(({ days }) => days)),
                drafts: board.drafts,
              })}
            </p>
          </div>
          <BoardTable
            board={board}
            model={current}
            moves={moves}
            today={today}
            mayMove={mayMove}
            say={say}
            onOutside={() => address.change({ from: null, span: null, run: board.run?.id ?? null })}
          />
          <TownTable model={current} filters={address.filters} />
        </>
      )}
    </div>
  );
}

/** The rows as they are shown; what shows the same as before stays the same. */
function useModel(
  board: BoardRow,
  ahead: ReturnType<typeof useBoardMoves>['ahead'],
  filters: ReturnType<typeof useBoardAddress>['filters'],
  today: string,
): BoardModel {
  const runId = board.run?.status === 'PROPOSED' ? board.run.id : null;
  const { data } = useLoad(BrokenRulesDocument, { runId: runId ?? '' }, { pause: runId === null });
  const broken = runId === null ? NONE : (data?.planViolations ?? NONE);
  const language = currentLanguage();
  const before = useRef<BoardModel | null>(null);
  const model = useMemo(
    () => boardModel({ board, broken, ahead, filters, today, language }, before.current),
    [board, broken, ahead, filters, today, language],
  );
  useEffect(() => {
    before.current = model;
  }, [model]);
  return model;
}

const NONE: readonly never[] = [];

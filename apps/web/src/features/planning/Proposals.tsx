import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChooseAll } from './ChooseAll';
import { ChosenBar } from './ChosenBar';
import type { ProposedRow, RunRow } from './plans.documents';
import { moveButtonId, ProposalTable } from './ProposalTable';
import { UndoBar } from './UndoBar';
import { useMoves } from './use-moves';

/** Comes when the first visit is moved: most who open a plan read it. */
const MoveDialog = lazy(async () => ({ default: (await import('./MoveDialog')).MoveDialog }));

/** The proposals of a run: moved by hand, and moved back. */
export function Proposals({ run }: { readonly run: RunRow }) {
  const { t } = useTranslation();
  const moves = useMoves();
  const [moving, setMoving] = useState<ProposedRow | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState<{ readonly what: 'moved' | 'undone'; readonly visit: ProposedRow } | null>(
    null,
  );
  const focusOn = useFocusAfterReload(run);

  const undo = async () => {
    const back = await moves.undo(run.proposedVisits.find(({ id }) => id === moves.last?.before.id) ?? null);
    if (!back) return;
    setLast({ what: 'undone', visit: back });
    focusOn(back.id);
  };
  const canPublish = run.viewerActions.includes('PUBLISH');
  const mayUndo = moves.last !== null && run.viewerActions.includes('MOVE');

  return (
    <div
      className="flex flex-col gap-4"
      onKeyDown={(event) => {
        const inField =
          event.target instanceof HTMLElement && event.target.closest('dialog, select, textarea');
        if (event.key !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || inField) return;
        if (!mayUndo || event.nativeEvent.isComposing) return;
        event.preventDefault();
        void undo();
      }}
    >
      {run.viewerActions.includes('PIN') && <p className="no-print">{t('planning.pinHint')}</p>}
      {canPublish && (
        <div className="no-print">
          <p>{t('publishing.hint')}</p>
          <ChooseAll
            onAll={() => setChosen(new Set(run.proposedVisits.map(({ id }) => id)))}
            onNone={() => setChosen(new Set())}
          />
        </div>
      )}
      <ProposalTable
        run={run}
        chosen={chosen}
        onChoose={(id, wanted) =>
          setChosen(new Set(wanted ? [...chosen, id] : [...chosen].filter((one) => one !== id)))
        }
        onMove={setMoving}
      />
      {/* Stays in sight below the table. */}
      <div className="no-print sticky bottom-0 z-10 flex flex-col">
        {canPublish && <ChosenBar run={run} chosen={chosen} />}
        <UndoBar
          last={last}
          now={run.proposedVisits.find(({ id }) => id === last?.visit.id) ?? null}
          moves={moves}
          mayUndo={mayUndo}
          onUndo={() => void undo()}
        />
      </div>
      {moving && (
        <Suspense>
          <MoveDialog
            run={run}
            visit={{ ...moving, now: moving }}
            version={moves.versionOf(moving)}
            onClose={() => setMoving(null)}
            onMoved={({ wish, version }) => {
              moves.add({ before: moving, to: wish }, version);
              setLast({ what: 'moved', visit: moving });
              setMoving(null);
              focusOn(moving.id);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}

/** The row of a moved visit goes elsewhere when the run is read again; focus goes with it. */
function useFocusAfterReload(run: RunRow): (visitId: string) => void {
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    const button = document.getElementById(moveButtonId(wanted.current));
    button?.focus();
    // Not under the bar that says what was done.
    button?.scrollIntoView({ block: 'center' });
  }, [run]);
  return (visitId) => {
    wanted.current = visitId;
    // The dialog gives focus back to the button that opened it; the row itself moves later.
    setTimeout(() => {
      if (wanted.current === visitId) wanted.current = null;
    }, 5_000);
  };
}

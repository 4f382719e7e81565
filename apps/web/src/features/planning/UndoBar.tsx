import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { JudgementWords } from './JudgementWords';
import type { useMoves } from './use-moves';

interface Props {
  readonly said: string;
  readonly moves: ReturnType<typeof useMoves>;
  readonly mayUndo: boolean;
  readonly onUndo: () => void;
}

/** What was just moved, and the way back. */
export function UndoBar({ said, moves, mayUndo, onUndo }: Props) {
  const { t } = useTranslation();
  return (
    <div role="status">
      {said !== '' && (
        <div className="flex flex-col gap-2 border border-solid-gray-420 bg-white px-4 py-3 shadow-2">
          <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
            <p className="min-w-0 flex-1 basis-60">{said}</p>
            {mayUndo && (
              <Button size="small" busy={moves.busy} onClick={onUndo}>
                {moves.count > 1 ? t('moving.undoCount', { count: moves.count }) : t('moving.undo')}
              </Button>
            )}
          </div>
          {moves.refusal && <p className="text-error-2">{moves.refusal.message ?? t('ui.unreachable')}</p>}
          {moves.refused && <JudgementWords judgement={moves.refused} />}
        </div>
      )}
    </div>
  );
}

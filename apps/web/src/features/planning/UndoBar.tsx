import { useTranslation } from 'react-i18next';
import { nameOf } from '../../i18n/words';
import { Button } from '../../ui/Button';
import { JudgementWords } from './JudgementWords';
import type { ProposedRow } from './plans.documents';
import { SlotWords } from './SlotWords';
import type { useMoves } from './use-moves';

interface Props {
  readonly last: { readonly what: 'moved' | 'undone'; readonly visit: ProposedRow } | null;
  /** The same visit as the plan has it now. */
  readonly now: ProposedRow | null;
  readonly moves: ReturnType<typeof useMoves>;
  readonly mayUndo: boolean;
  readonly onUndo: () => void;
}

/** What was just moved, and the way back. */
export function UndoBar({ last, now, moves, mayUndo, onUndo }: Props) {
  const { t } = useTranslation();
  return (
    <div role="status">
      {last && (
        <div className="flex flex-col gap-2 border border-solid-gray-420 bg-white px-4 py-3 shadow-2">
          <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
            <p className="min-w-0 flex-1 basis-60">
              {t(`moving.${last.what}`, { town: nameOf(last.visit.municipality) })}{' '}
              {last.what === 'moved' && (
                <>
                  <SlotWords slot={last.visit} /> →{' '}
                </>
              )}
              {now && <SlotWords slot={now} />}
            </p>
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

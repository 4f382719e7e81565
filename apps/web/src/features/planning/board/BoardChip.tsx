import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../i18n';
import { nameOf } from '../../../i18n/words';
import type { BoardRow } from './board.documents';
import type { Chip } from './board-model';

/** How a visit looks; what it says is said in words beside it. */
export function lookOf({
  status,
}: Pick<Chip, 'status'>): 'draft' | 'held' | 'published' | 'confirmed' | 'made' {
  switch (status) {
    case null:
      return 'draft';
    case 'HELD':
      return 'held';
    case 'PUBLISHED':
      return 'published';
    case 'CONFIRMED':
      return 'confirmed';
    default:
      return 'made';
  }
}

interface Props {
  readonly chip: Chip;
  readonly town: BoardRow['municipalities'][number] | undefined;
}

/** One visit on the board. Keys, presses and the pointer are heard by the table, once for all of them. */
export const BoardChip = memo(function BoardChip({ chip, town }: Props) {
  const { t } = useTranslation();
  const look = lookOf(chip);
  const language = currentLanguage();
  const broken = chip.broken.map(({ sentence }) => sentence[language]);
  return (
    <button
      type="button"
      id={chipId(chip.id)}
      tabIndex={-1}
      aria-haspopup="menu"
      className="board-chip"
      data-chip={chip.id}
      data-state={look}
      data-pinned={chip.pinned || undefined}
      data-other={chip.isOther || undefined}
      data-waits={chip.waits || undefined}
      data-leaving={chip.isMovedByDraft || undefined}
      title={[chip.request?.title ?? '', ...broken].join('\n')}
    >
      {chip.isDraft && (
        <span className="board-grip" data-grip aria-hidden="true">
          <svg viewBox="0 0 7 16" fill="currentColor">
            <path d="M0 1h2v2H0zM5 1h2v2H5zM0 5h2v2H0zM5 5h2v2H5zM0 9h2v2H0zM5 9h2v2H5zM0 13h2v2H0zM5 13h2v2H5z" />
          </svg>
        </span>
      )}
      <b>{town ? nameOf(town) : ''}</b>
      <span className="board-chip-words">
        <span>{chip.time}</span>
        {chip.mode === 'ONLINE' && <span>{t('board.online')}</span>}
        <span className={chip.isDraft ? 'board-mark' : undefined}>{t(`board.state.${look}`)}</span>
        {chip.pinned && <span className="board-mark">{t('board.pinned')}</span>}
        {broken.length > 0 && (
          <span className="board-mark">
            {t('board.broken', { count: broken.length })}
            <span className="sr-only">{broken.join(' ')}</span>
          </span>
        )}
        {chip.replaces && <span>{t('board.moves')}</span>}
        {chip.isMovedByDraft && <span>{t('board.leaving')}</span>}
        {(chip.nightBefore || chip.nightAfter) && <span>{t('board.night')}</span>}
        {chip.waits && <span>{t('board.waits')}</span>}
      </span>
    </button>
  );
});

export const chipId = (visitId: string): string => `chip-${visitId}`;

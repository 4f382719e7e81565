import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../i18n';
import { Button } from '../../../ui/Button';
import { Notice } from '../../../ui/Notice';
import type { Refused } from './use-board-moves';

/** Why something did not happen, and that nothing else is lost. */
export function RefusedNotice({
  refused,
  onClose,
}: {
  readonly refused: Refused;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const language = currentLanguage();
  const { words, why, judgement, refusal } = refused;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Newer browsers give a promise back, which is no way to clean up.
    box.current?.scrollIntoView({ block: 'nearest' });
  }, [words]);
  const sentences =
    why !== undefined
      ? [why]
      : judgement
        ? [
            ...new Set(
              judgement.violations.filter(({ hard }) => hard).map(({ sentence }) => sentence[language]),
            ),
          ]
        : refusal
          ? [refusal.message ?? t('ui.unreachable')]
          : [];
  return (
    <div ref={box} role="alert">
      <Notice tone="error" title={words}>
        <ul className="list-disc pl-5">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <p className="mt-2 flex flex-wrap items-center gap-3">
          <span>{t('board.refused.kept')}</span>
          {refused.overwrite && (
            <Button size="small" onClick={refused.overwrite}>
              {t('board.refused.overwrite')}
            </Button>
          )}
          <Button size="small" look="quiet" onClick={onClose}>
            {t('board.refused.close')}
          </Button>
        </p>
      </Notice>
    </div>
  );
}

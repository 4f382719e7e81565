import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Actions, Button } from '../../ui/Button';
import type { RunRow } from './plans.documents';
import { PublishDialog } from './PublishDialog';

interface Props {
  readonly run: RunRow;
  readonly chosen: ReadonlySet<string>;
}

/** A part of the plan is chosen: how much, and what to do with it. */
export function ChosenBar({ run, chosen }: Props) {
  const { t } = useTranslation();
  const [publishing, setPublishing] = useState(false);
  const ids = run.proposedVisits.map(({ id }) => id).filter((id) => chosen.has(id));
  return (
    <>
      <div role="status" className="sr-only">
        {ids.length > 0 && t('comparing.chosen', { count: ids.length })}
      </div>
      {ids.length > 0 && (
        <div className="border border-solid-gray-420 bg-white px-4 py-3 shadow-2">
          <Actions label={t('publishing.title')} short>
            <Button size="small" look="primary" onClick={() => setPublishing(true)}>
              {t('publishing.chosen', { count: ids.length })}
            </Button>
          </Actions>
        </div>
      )}
      {publishing && (
        <PublishDialog run={run} part={{ only: ids, callOff: [] }} onClose={() => setPublishing(false)} />
      )}
    </>
  );
}

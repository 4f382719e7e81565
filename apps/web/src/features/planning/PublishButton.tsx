import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import type { RunRow } from './plans.documents';
import { PublishDialog } from './PublishDialog';

/** Publishes the whole plan. */
export function PublishButton({ run }: { readonly run: RunRow }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="primary" onClick={() => setOpen(true)}>
        {t('planning.publishCount', { count: run.proposedVisits.length })}
      </Button>
      {open && <PublishDialog run={run} part={null} onClose={() => setOpen(false)} />}
    </>
  );
}

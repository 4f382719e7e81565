import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { nameOf } from '../../i18n/words';
import { ConfirmDialog } from '../../ui/AskDialog';
import { Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { PublishDocument, type RunRow } from './plans.documents';

/** Says how many visits and to which towns before anybody else sees them. */
export function PublishButton({ run }: { readonly run: RunRow }) {
  const { t } = useTranslation();
  const done = useDone();
  const [open, setOpen] = useState(false);
  const { run: publish, busy, refusal, clear } = useAction(PublishDocument);
  const count = run.proposedVisits.length;
  const towns = new Map<string, number>();
  for (const { municipality } of run.proposedVisits) {
    const name = nameOf(municipality);
    towns.set(name, (towns.get(name) ?? 0) + 1);
  }
  const confirm = async () => {
    const published = (await publish({ id: run.id }))?.publishPlan;
    if (!published) return;
    setOpen(false);
    done(t('planning.published', { version: published.version, count: published.visits }));
  };
  return (
    <>
      <Button look="primary" onClick={() => setOpen(true)}>
        {t('planning.publishCount', { count })}
      </Button>
      <ConfirmDialog
        title={t('planning.publishTitle')}
        open={open}
        onClose={() => {
          setOpen(false);
          clear();
        }}
        confirm={t('planning.publish')}
        busy={busy}
        refusal={refusal}
        onConfirm={() => void confirm()}
      >
        <p>{t('planning.publishText', { count })}</p>
        <div>
          <h3 className="text-std-16B-170">{t('planning.publishTowns')}</h3>
          <ul className="columns-2 gap-6 sm:columns-3">
            {[...towns].map(([name, visits]) => (
              <li key={name}>
                {name} {t('ui.items', { count: visits })}
              </li>
            ))}
          </ul>
        </div>
      </ConfirmDialog>
    </>
  );
}

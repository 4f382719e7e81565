import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { currentLanguage } from '../../i18n';
import { nameOf } from '../../i18n/words';
import { Actions, Button } from '../../ui/Button';
import { Dialog, DialogFoot } from '../../ui/Dialog';
import { useDone } from '../../ui/Done';
import { Form } from '../../ui/Form';
import { Loaded } from '../../ui/Loaded';
import { Notice } from '../../ui/Notice';
import { PartChanges } from './PublishWords';
import { RestorationDocument, type RestorationRow, RestoreDocument } from './restore.documents';

interface Props {
  /** The older version. */
  readonly id: string;
  readonly version: number;
  readonly onClose: () => void;
}

/** What going back to an older version does, and what cannot go back, before anybody hears of it. */
export function RestoreDialog({ id, version, onClose }: Props) {
  const { t } = useTranslation();
  const load = useLoad(RestorationDocument, { id });
  return (
    <Dialog title={t('publishing.restoreTitle', { version })} open onClose={onClose}>
      <Loaded of={load}>
        {({ planRestoration }) => (
          <Judged restoration={planRestoration} onStale={load.reload} onClose={onClose} />
        )}
      </Loaded>
    </Dialog>
  );
}

interface JudgedProps {
  readonly restoration: RestorationRow;
  readonly onStale: () => void;
  readonly onClose: () => void;
}

function Judged({ restoration, onStale, onClose }: JudgedProps) {
  const { t } = useTranslation();
  const done = useDone();
  const language = currentLanguage();
  const restore = useAction(RestoreDocument, 'PlanningRun PlanPublication Visit Restoration');
  const { publicationId, version, latest, changes, keptBack } = restoration;
  const confirm = async () => {
    const made = await restore.run({ id: publicationId, latest });
    if (!made) return onStale();
    onClose();
    done(t('publishing.restoreDone', { version: made.restorePublication.version, restores: version }));
  };
  return (
    <Form labels={{}} refusal={restore.refusal} onSubmit={() => void confirm()}>
      <p>
        {changes.length > 0
          ? t('publishing.restoreLead', { version, latest })
          : t('publishing.restoreNothing')}
      </p>
      <PartChanges changes={changes} inFull />
      {keptBack.length > 0 && (
        <Notice tone="warning" title={t('publishing.keptBack', { count: keptBack.length })}>
          <ul className="list-disc pl-5">
            {keptBack.map(({ change, sentence }) => (
              <li key={`${change.supportRequestId} ${change.visitNo}`}>
                {change.supportRequest && nameOf(change.supportRequest.municipality)}{' '}
                {t('schedule.nth', { n: change.visitNo })}: {sentence[language]}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <DialogFoot>
        <Actions short>
          {changes.length > 0 && (
            <Button type="submit" look="primary" busy={restore.busy}>
              {t('publishing.restoreConfirm', { count: changes.length })}
            </Button>
          )}
          <Button look="quiet" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
        </Actions>
      </DialogFoot>
    </Form>
  );
}

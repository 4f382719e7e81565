import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Actions, Button } from '../../../ui/Button';
import { CheckBox } from '../../../ui/fields';
import type { RunRow } from '../plans.documents';
import { PublishDialog } from '../PublishDialog';
import { callOffsOf, keyOf } from './calendar-changes';
import type { PlanChange } from './compare.documents';
import { MoveInto } from './MoveInto';

interface Props {
  readonly run: RunRow;
  readonly into: RunRow | null;
  readonly changes: readonly PlanChange[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (keys: readonly string[]) => void;
}

/** What can be done with the chosen differences. */
export function TakeOver({ run, into, changes, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const [alsoSame, setAlsoSame] = useState(true);
  const [publishing, setPublishing] = useState(false);
  const different = new Set(changes.map(keyOf));
  const all = run.proposedVisits.map((visit) => ({
    id: visit.id,
    key: keyOf({ supportRequestId: visit.supportRequest.id, visitNo: visit.visitNo }),
  }));
  const same = all.filter(({ key }) => !different.has(key));
  const withSame = alsoSame && into !== null;
  const wanted = all.filter(({ key }) => chosen.has(key) || (withSame && !different.has(key)));
  const callOff = callOffsOf(run)
    .filter(({ key }) => chosen.has(key))
    .map(({ visitId }) => visitId);
  const mayPublish = run.viewerActions.includes('PUBLISH');
  if (chosen.size === 0) return <p role="status" className="sr-only" />;
  return (
    <div className="no-print sticky bottom-0 z-10 flex flex-col gap-2 border border-solid-gray-420 bg-white px-4 py-3 shadow-2">
      <p role="status">{t('comparing.chosen', { count: chosen.size })}</p>
      {mayPublish && into && same.length > 0 && (
        <CheckBox
          name="alsoSame"
          label={t('comparing.alsoSame', { count: same.length })}
          checked={alsoSame}
          onChange={setAlsoSame}
        />
      )}
      <Actions label={t('comparing.takeOver')} short>
        {mayPublish && wanted.length + callOff.length > 0 && (
          <Button size="small" look="primary" onClick={() => setPublishing(true)}>
            {t('publishing.confirm', { count: wanted.length + callOff.length })}
          </Button>
        )}
        {into?.viewerActions.includes('MOVE') && (
          <MoveInto
            from={run}
            into={into}
            changes={changes.filter((change) => chosen.has(keyOf(change)))}
            onMoved={(keys) => onChoose([...chosen].filter((key) => !keys.includes(key)))}
          />
        )}
      </Actions>
      {publishing && (
        <PublishDialog
          run={run}
          part={{ only: wanted.map(({ id }) => id), callOff }}
          onClose={() => setPublishing(false)}
        />
      )}
    </div>
  );
}

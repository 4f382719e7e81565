import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../../gql/use-action';
import { nameOf } from '../../../i18n/words';
import { ConfirmDialog } from '../../../ui/AskDialog';
import { Button } from '../../../ui/Button';
import { useDone } from '../../../ui/Done';
import { JudgementWords } from '../JudgementWords';
import { type Judgement, MoveDocument } from '../moves.documents';
import type { RunRow } from '../plans.documents';
import { SlotWords } from '../SlotWords';
import { keyOf } from './calendar-changes';
import type { PlanChange } from './compare.documents';

interface Props {
  /** The plan whose places are taken over. */
  readonly from: RunRow;
  readonly into: RunRow;
  readonly changes: readonly PlanChange[];
  /** Which of them are there now. */
  readonly onMoved: (keys: readonly string[]) => void;
}

interface Refused {
  readonly change: PlanChange;
  readonly judgement: Judgement;
}

/** Moves visits of the other plan to where they are in this one; nothing is published by it. */
export function MoveInto({ from, into, changes, onMoved }: Props) {
  const { t } = useTranslation();
  const done = useDone();
  const [open, setOpen] = useState(false);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const move = useAction(MoveDocument, 'PlanningRun ProposedVisit PlanFigures PlanComparison');
  const proposals = new Map(
    into.proposedVisits.map((visit) => [
      keyOf({ supportRequestId: visit.supportRequest.id, visitNo: visit.visitNo }),
      visit,
    ]),
  );
  // A visit that the other plan has no place for cannot be moved in it.
  const movable = changes.filter((change) => change.after !== null && proposals.has(keyOf(change)));

  /** One may have to make room for another: tried again as long as any of them goes in. */
  const take = async () => {
    const moved: string[] = [];
    let waiting: PlanChange[] = [...movable];
    let failed: Refused[] = [];
    for (let before = waiting.length + 1; waiting.length > 0 && waiting.length < before;) {
      before = waiting.length;
      failed = [];
      for (const change of waiting) {
        const judgement = await moveOne(change);
        if (!judgement) return;
        if (judgement.applied) moved.push(keyOf(change));
        else failed.push({ change, judgement });
      }
      waiting = failed.map(({ change }) => change);
    }
    onMoved(moved);
    setRefused(failed);
    if (failed.length > 0) return;
    setOpen(false);
    done(t('comparing.movedInto', { count: moved.length, number: into.number }));
  };

  const moveOne = async ({ after, ...change }: PlanChange): Promise<Judgement | null> => {
    const visit = proposals.get(keyOf(change));
    if (!after || !visit) return null;
    const { specialistId, startsAt, mode } = after;
    const wish = { specialistId, startsAt, mode, dryRun: false };
    return (await move.run({ ...wish, id: visit.id, seen: visit.version }))?.moveProposedVisit ?? null;
  };

  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('comparing.moveInto', { number: into.number })}
      </Button>
      <ConfirmDialog
        title={t('comparing.moveIntoTitle', { number: into.number })}
        open={open}
        onClose={() => {
          setOpen(false);
          setRefused([]);
          move.clear();
        }}
        confirm={t('comparing.moveIntoConfirm', { count: movable.length })}
        busy={move.busy}
        refusal={move.refusal}
        onConfirm={() => void take()}
      >
        <p>{t('comparing.moveIntoText', { number: into.number, from: from.number })}</p>
        {movable.length < changes.length && (
          <p>{t('comparing.cannotMove', { count: changes.length - movable.length, number: into.number })}</p>
        )}
        <ul className="flex flex-col gap-2">
          {movable.map((change) => (
            <li key={keyOf(change)}>
              {change.supportRequest && nameOf(change.supportRequest.municipality)}{' '}
              {t('schedule.nth', { n: change.visitNo })}
              <br />
              {change.before && <SlotWords slot={change.before} />} →{' '}
              {change.after && <SlotWords slot={change.after} />}
            </li>
          ))}
        </ul>
        {refused.length > 0 && (
          <div role="alert" className="flex flex-col gap-3">
            {refused.map(({ change, judgement }) => (
              <div key={keyOf(change)}>
                <p className="text-std-16B-170">
                  {change.supportRequest && nameOf(change.supportRequest.municipality)}{' '}
                  {t('schedule.nth', { n: change.visitNo })}
                </p>
                <JudgementWords judgement={judgement} />
              </div>
            ))}
          </div>
        )}
      </ConfirmDialog>
    </>
  );
}

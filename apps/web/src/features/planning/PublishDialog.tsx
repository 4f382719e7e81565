import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { Actions, Button } from '../../ui/Button';
import { Dialog, DialogFoot } from '../../ui/Dialog';
import { useDone } from '../../ui/Done';
import { Form } from '../../ui/Form';
import { Loaded } from '../../ui/Loaded';
import { type PartNames, type PlanPart, PlanPartDocument } from './part.documents';
import { ScheduleDocument } from '../../publication/publication.documents';
import { TextField } from '../../ui/fields';
import { tokyo } from '../../i18n/dates';
import type { RunRow } from './plans.documents';
import { PlanQuotas } from './PlanQuotas';
import { NeededBeside, PartChanges } from './PublishWords';
import { ToldParties } from './ToldParties';

interface Props {
  readonly run: RunRow;
  /** The whole plan when null. */
  readonly part: PartNames | null;
  readonly onClose: () => void;
}

/** Everything that a plan changes. */
const wholeOf = ({ proposedVisits, unplacedVisits }: RunRow): PartNames => ({
  only: proposedVisits.map(({ id }) => id),
  callOff: unplacedVisits.flatMap(({ replacesVisitId }) => replacesVisitId ?? []),
});

/** Everything that publishing does, and what it cannot do without, before anybody else sees it. */
export function PublishDialog({ run, part, onClose }: Props) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState(part);
  const whole = wholeOf(run);
  const names = wanted ?? whole;
  const preview = useLoad(PlanPartDocument, {
    id: run.id,
    only: [...names.only],
    callOff: [...names.callOff],
  });
  const box = useRef<HTMLDivElement>(null);
  const add = ({ only, callOff }: PartNames) => {
    // The button that was pressed is gone when the answer comes.
    box.current?.focus();
    setWanted({ only: [...names.only, ...only], callOff: [...names.callOff, ...callOff] });
  };
  const countOf = ({ only, callOff }: PartNames) => only.length + callOff.length;
  return (
    <Dialog title={t(wanted === null ? 'planning.publishTitle' : 'publishing.title')} open onClose={onClose}>
      <div ref={box} tabIndex={-1} className="flex flex-col gap-4">
        <Loaded of={preview}>
          {({ planPart }) => (
            <Judged
              run={run}
              names={wanted}
              part={planPart}
              left={countOf(whole) - countOf(names)}
              onAdd={add}
              onStale={preview.reload}
              onClose={onClose}
            />
          )}
        </Loaded>
      </div>
    </Dialog>
  );
}

interface JudgedProps {
  readonly run: RunRow;
  readonly names: PartNames | null;
  readonly part: PlanPart;
  /** Changes of the plan that are not chosen. */
  readonly left: number;
  readonly onAdd: (needed: PartNames) => void;
  readonly onStale: () => void;
  readonly onClose: () => void;
}

function Judged({ run, names, part, left, onAdd, onStale, onClose }: JudgedProps) {
  const { t } = useTranslation();
  const done = useDone();
  const [words, setWords] = useState('');
  const publish = useAction(
    ScheduleDocument,
    'PlanningRun ProposedVisit PlanPublication Visit PlanComparison PublicationOrder',
  );
  const count = part.changes.length;
  const holds = part.possible && part.alsoNeeded.length === 0;
  const confirm = async () => {
    if (!holds) return;
    const made = await publish.run({
      id: run.id,
      only: names && [...names.only],
      callOff: names && [...names.callOff],
      words: words.trim() || null,
    });
    // The calendar has changed under our hands: it is looked at again.
    if (!made) return onStale();
    const { status, version, dueAt } = made.schedulePublication;
    onClose();
    done(
      status === 'WAITING'
        ? t('publishing.scheduled', { version, time: tokyo(dueAt).time })
        : t('publishing.sent', { version }),
    );
  };
  return (
    <Form labels={{ words: t('publishing.words') }} refusal={publish.refusal} onSubmit={() => void confirm()}>
      {!holds && <NeededBeside part={part} onAdd={() => onAdd(part.needed)} />}
      <div className="flex flex-col gap-2">
        <p>{t('publishing.lead', { count })}</p>
        {left > 0 && <p>{t('publishing.left', { count: left })}</p>}
        <p>{t('publishing.others')}</p>
      </div>
      <PartChanges changes={part.changes} />
      <ToldParties told={part.told} />
      <TextField name="words" needless hint={t('publishing.wordsHint')} value={words} onChange={setWords} />
      <PlanQuotas runId={run.id} names={names ?? wholeOf(run)} />
      <DialogFoot>
        <Actions short>
          {holds && (
            <Button type="submit" look="primary" busy={publish.busy}>
              {t('publishing.confirm', { count })}
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

import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { useTrial } from '../../gql/use-trial';
import { datesBetween, longInstant, tokyo } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { AsWritten } from '../../ui/AsWritten';
import { Actions, Button } from '../../ui/Button';
import { Choice } from '../../ui/Choice';
import { Dialog, DialogFoot } from '../../ui/Dialog';
import { CheckBox, DateField, SelectField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Loaded } from '../../ui/Loaded';
import type { SayValue } from '../../ui/NewerValues';
import { PeopleDocument } from './answers.documents';
import { isAllowed, JudgementWords } from './JudgementWords';
import { type Judgement, MoveDocument, type MoveWish, PlaceDocument } from './moves.documents';
import { OpenSlots } from './OpenSlots';
import { PinProposedDocument, type ProposedRow, type RunRow } from './plans.documents';
import { SlotWords } from './SlotWords';

const USUAL_START = '10:00';
/** What screens show of a plan: all of it may change. */
const PLAN_PARTS = 'PlanningRun ProposedVisit PlanFigures VisitExplanation PlanComparison Board PlanSlot';
/** Most people that a pool has on one page of the API. */
const MOST_PEOPLE = 100;
const MODES = ['ON_SITE', 'ONLINE'] as const;
/** Visits begin on the hour or half hour, within office hours. */
const STARTS = Array.from({ length: 16 }, (_, i) => {
  const minute = 9 * 60 + i * 30;
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
});

/** A visit of a plan: a proposal, or one that has no place yet. */
export type Moving = Pick<ProposedRow, 'visitNo' | 'pinned' | 'municipality' | 'supportRequest'> & {
  /** Of the proposal; null without a place. */
  readonly id: string | null;
  readonly now: Pick<ProposedRow, 'specialist' | 'startsAt' | 'endsAt' | 'mode'> | null;
};

interface Props {
  readonly run: Pick<RunRow, 'id' | 'fromOn' | 'toOn'>;
  readonly visit: Moving;
  readonly onClose: () => void;
  /** Of the visit, as its place is shown. */
  readonly version: string;
  readonly onMoved: (moved: Moved) => void;
}

/** What was made: of which proposal, where, and whether it stays there. */
export interface Moved {
  readonly id: string;
  readonly wish: MoveWish;
  readonly pinned: boolean;
  readonly version: string;
}

/** Who, when and how else; what the rules say of it is there before anything is changed. */
export function MoveDialog({ run, visit, version, onClose, onMoved }: Props) {
  const { t } = useTranslation();
  const people = useLoad(PeopleDocument, { first: MOST_PEOPLE });
  return (
    <Dialog
      title={t(visit.now ? 'moving.title' : 'moving.placeTitle', { town: nameOf(visit.municipality) })}
      open
      onClose={onClose}
    >
      <p>
        <AsWritten>{visit.supportRequest.title}</AsWritten> {t('schedule.nth', { n: visit.visitNo })}
        {visit.now && (
          <>
            <br />
            {t('moving.now')} <SlotWords slot={visit.now} />
          </>
        )}
      </p>
      <Loaded of={people}>
        {({ specialists }) => (
          <MoveForm
            run={run}
            visit={visit}
            version={version}
            people={specialists.edges.map(({ node }) => node).filter(({ active }) => active)}
            onClose={onClose}
            onMoved={onMoved}
          />
        )}
      </Loaded>
    </Dialog>
  );
}

interface Person {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
}

function MoveForm({
  run,
  visit,
  version,
  people,
  onClose,
  onMoved,
}: Props & { readonly people: readonly Person[] }) {
  const { t } = useTranslation();
  const { now: place } = visit;
  const now = place ? tokyo(place.startsAt) : { date: '', time: USUAL_START };
  const [specialistId, setSpecialist] = useState(place?.specialist.id ?? '');
  const [date, setDate] = useState(now.date);
  const [time, setTime] = useState(now.time);
  const [mode, setMode] = useState<MoveWish['mode']>(place?.mode ?? 'ON_SITE');
  const [pinned, setPinned] = useState(true);
  // Not the page's newest: that of the place from which it is moved.
  const [read] = useState(version);
  const inPeriod = date >= run.fromOn && date <= run.toOn;
  const startsAt = inPeriod ? new Date(`${date}T${time}:00+09:00`).toISOString() : '';
  const same =
    place !== null &&
    specialistId === place.specialist.id &&
    mode === place.mode &&
    startsAt === new Date(place.startsAt).toISOString();
  const wish = !same && inPeriod && specialistId !== '' ? { specialistId, startsAt, mode } : null;
  const { id } = visit;
  const named = { runId: run.id, supportRequestId: visit.supportRequest.id, visitNo: visit.visitNo };
  const tried = { dryRun: true, seen: read };
  const moveTrial = useTrial(MoveDocument, wish && id !== null ? { ...wish, id, ...tried } : null);
  const placeTrial = useTrial(PlaceDocument, wish && id === null ? { ...wish, ...named, ...tried } : null);
  const trial = id === null ? placeTrial : moveTrial;
  const moving = useAction(MoveDocument, PLAN_PARTS);
  const placing = useAction(PlaceDocument, PLAN_PARTS);
  const move = id === null ? placing : moving;
  const pin = useAction(PinProposedDocument, PLAN_PARTS);
  const [late, setLate] = useState<Judgement | null>(null);
  const judgement = late ?? moveTrial.data?.moveProposedVisit ?? placeTrial.data?.placeVisit ?? null;
  const change = (set: () => void) => {
    setLate(null);
    setTook(false);
    set();
  };
  const verdict = useRef<HTMLDivElement>(null);
  const submit = useRef<HTMLButtonElement>(null);
  // A place of the list is chosen with one press and confirmed with the next.
  const [took, setTook] = useState(false);
  useEffect(() => {
    if (!judgement) return;
    verdict.current?.scrollIntoView({ block: 'nearest' });
    if (took) submit.current?.focus();
  }, [judgement, took]);

  const save = async () => {
    if (!wish || !judgement || !isAllowed(judgement)) return;
    const seen = move.refusal?.newer?.version ?? read;
    const made =
      id === null
        ? (await placing.run({ ...wish, ...named, dryRun: false, seen }))?.placeVisit
        : (await moving.run({ ...wish, id, dryRun: false, seen }))?.moveProposedVisit;
    if (!made) return;
    // Somebody else changed the plan between the check and this.
    if (!made.applied || made.proposedVisitId === null) return setLate(made);
    const kept = pinned === visit.pinned ? null : await pin.run({ id: made.proposedVisitId, pinned });
    const newest = kept?.pinProposedVisit.version ?? made.version;
    onMoved({ id: made.proposedVisitId, wish, pinned: kept ? pinned : visit.pinned, version: newest });
  };

  const sayPlace: SayValue = (field, value) => {
    const person = people.find((one) => field === 'specialistId' && one.id === value);
    if (person) return nameOf(person);
    const newMode = MODES.find((one) => field === 'mode' && one === value);
    if (newMode) return t(`schedule.mode.${newMode}`);
    return field.endsWith('At') && typeof value === 'string' ? longInstant(value) : null;
  };

  return (
    <Form
      labels={{
        specialistId: t('planning.specialist'),
        date: t('moving.date'),
        startsAt: t('moving.start'),
        endsAt: t('moving.end'),
        mode: t('planning.mode'),
        pinned: t('moving.pin'),
      }}
      refusal={move.refusal ?? pin.refusal}
      sayValue={sayPlace}
      onSubmit={() => void save()}
    >
      <OpenSlots
        asked={id === null ? named : { runId: run.id, proposedVisitId: id }}
        onChoose={(slot) =>
          change(() => {
            setSpecialist(slot.specialistId);
            setDate(tokyo(slot.startsAt).date);
            setTime(tokyo(slot.startsAt).time);
            setMode(slot.mode);
            setTook(true);
          })
        }
      />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <SelectField
          name="specialistId"
          needless
          value={specialistId}
          onChange={(chosen) => change(() => setSpecialist(chosen))}
          {...(place === null && { empty: t('planning.whyNot.choose') })}
          options={people.map((person) => ({ value: person.id, label: nameOf(person) }))}
        />
        <Choice
          name="mode"
          needless
          layout="row"
          value={mode}
          onChange={(chosen) => change(() => setMode(MODES.find((one) => one === chosen) ?? mode))}
          options={MODES.map((one) => ({ value: one, label: t(`schedule.mode.${one}`) }))}
        />
        <DateField
          name="date"
          needless
          min={run.fromOn}
          max={run.toOn}
          value={date}
          onChange={(day) => change(() => setDate(day))}
        />
        <SelectField
          name="startsAt"
          needless
          value={time}
          onChange={(start) => change(() => setTime(start))}
          options={[...new Set([...STARTS, now.time])]
            .sort()
            .map((start) => ({ value: start, label: start }))}
        />
      </div>
      <div ref={verdict} role="status" className="min-h-24 scroll-mb-24">
        {(same || (place === null && date === '')) && <p>{t('moving.choose')}</p>}
        {!inPeriod && date !== '' && (
          <p>{t('moving.outside', { days: datesBetween(run.fromOn, run.toOn).length })}</p>
        )}
        {wish && trial.busy && <p>{t('moving.checking')}</p>}
        {trial.refusal && <p className="text-error-2">{trial.refusal.message ?? t('ui.unreachable')}</p>}
        {wish && judgement && <JudgementWords judgement={judgement} />}
      </div>
      <CheckBox
        name="pinned"
        label={t('moving.pin')}
        hint={t('moving.pinHint')}
        checked={pinned}
        onChange={setPinned}
      />
      <DialogFoot>
        <Actions short>
          {judgement && isAllowed(judgement) && wish ? (
            <Button ref={submit} type="submit" look="primary" busy={move.busy || pin.busy}>
              {t(id === null ? 'moving.place' : 'moving.save')}
            </Button>
          ) : (
            <p className="text-solid-gray-700">{t(id === null ? 'moving.notYetPlace' : 'moving.notYet')}</p>
          )}
          <Button look="quiet" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
        </Actions>
      </DialogFoot>
    </Form>
  );
}

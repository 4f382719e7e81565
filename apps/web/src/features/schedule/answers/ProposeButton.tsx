import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../../gql/use-action';
import { useLoad } from '../../../gql/use-load';
import { emptyFields, type Refusal } from '../../../gql/refusal';
import { longDate, timeRange, tokyo } from '../../../i18n/dates';
import { Button } from '../../../ui/Button';
import { Dialog, DialogFoot } from '../../../ui/Dialog';
import { DialogActions } from '../../../ui/DialogActions';
import { useDone } from '../../../ui/Done';
import { CheckBox, TextAreaField } from '../../../ui/fields';
import { FieldGroup } from '../../../ui/Field';
import { Form } from '../../../ui/Form';
import { Empty, Loaded } from '../../../ui/Loaded';
import type { VisitRow } from '../visits.documents';
import { type OpenSlot, OpenSlotsDocument, ProposeDocument } from './answers.documents';
import { SlotEffects } from './SlotEffects';

/** As many as the hub weighs against each other. */
const MOST = 3;
/** So many days are shown first: the nearest are what people ask for. */
const FIRST_DAYS = 8;

/** 別の日を提案: only half-days that can really be, each with what it means. */
export function ProposeButton({
  visit,
  wide = false,
}: {
  readonly visit: VisitRow;
  readonly wide?: boolean;
}) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button className={wide ? 'min-h-14 w-full text-oln-17B-100' : undefined} onClick={() => setOpen(true)}>
        {t('answers.propose.open')}
      </Button>
      <Dialog title={t('answers.propose.title')} open={open} onClose={() => setOpen(false)}>
        <Slots visit={visit} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

interface Props {
  readonly visit: VisitRow;
  readonly onClose: () => void;
}

function Slots({ visit, onClose }: Props) {
  const { t } = useTranslation();
  const load = useLoad(OpenSlotsDocument, { visitId: visit.id });
  return (
    <Loaded of={load}>
      {({ visitOpenSlots }) =>
        visitOpenSlots.length === 0 ? (
          <Empty>{t('answers.propose.none')}</Empty>
        ) : (
          <SlotsForm visit={visit} slots={visitOpenSlots} onClose={onClose} />
        )
      }
    </Loaded>
  );
}

function SlotsForm({ visit, slots, onClose }: Props & { readonly slots: readonly OpenSlot[] }) {
  const { t } = useTranslation();
  const done = useDone();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [note, setNote] = useState('');
  const [all, setAll] = useState(false);
  const [missing, setMissing] = useState<Refusal | null>(null);
  const { run, busy, refusal } = useAction(ProposeDocument);
  const dates = [...new Set(slots.map(({ slot }) => tokyo(slot.startsAt).date))];
  const shown = all ? dates : dates.slice(0, FIRST_DAYS);
  const toggle = (startsAt: string) =>
    setChosen(chosen.includes(startsAt) ? chosen.filter((one) => one !== startsAt) : [...chosen, startsAt]);
  const propose = async () => {
    const empty = chosen.length === 0 ? emptyFields(['startsAt']) : null;
    setMissing(empty);
    if (empty || !(await run({ input: { visitId: visit.id, startsAt: [...chosen], note } }))) return;
    onClose();
    done(t('answers.propose.done'));
  };
  return (
    <Form
      labels={{ startsAt: t('answers.propose.slots'), note: t('answers.propose.note') }}
      refusal={missing ?? refusal}
      onSubmit={() => void propose()}
    >
      <p>{t('answers.propose.lead')}</p>
      <FieldGroup name="startsAt" required hint={t('answers.propose.slotsHint', { most: MOST })}>
        {shown.map((date) => (
          <div
            key={date}
            role="group"
            aria-label={longDate(date)}
            className="border-t border-solid-gray-300 py-2"
          >
            <p className="text-std-16B-170">{longDate(date)}</p>
            {slots
              .filter(({ slot }) => tokyo(slot.startsAt).date === date)
              .map((open) => (
                <SlotBox
                  key={open.slot.startsAt}
                  open={open}
                  checked={chosen.includes(open.slot.startsAt)}
                  full={chosen.length >= MOST}
                  onToggle={() => toggle(open.slot.startsAt)}
                />
              ))}
          </div>
        ))}
        {dates.length > shown.length && (
          <div>
            <Button look="quiet" onClick={() => setAll(true)}>
              {t('answers.propose.more', { count: dates.length - shown.length })}
            </Button>
          </div>
        )}
      </FieldGroup>
      <TextAreaField
        name="note"
        rows={2}
        hint={t('answers.propose.noteHint')}
        value={note}
        onChange={setNote}
      />
      <DialogFoot>
        <DialogActions
          confirm={
            chosen.length > 0
              ? t('answers.propose.send', { count: chosen.length })
              : t('answers.propose.sendNone')
          }
          busy={busy}
          onClose={onClose}
        />
      </DialogFoot>
    </Form>
  );
}

/** One half-day; a fourth one is not taken. */
function SlotBox({
  open,
  checked,
  full,
  onToggle,
}: {
  readonly open: OpenSlot;
  readonly checked: boolean;
  readonly full: boolean;
  readonly onToggle: () => void;
}) {
  const { slot } = open;
  return (
    <div className="py-2">
      <CheckBox
        name={slot.startsAt}
        label={timeRange(slot.startsAt, slot.endsAt)}
        hint={<SlotEffects open={open} />}
        checked={checked}
        onChange={() => {
          if (checked || !full) onToggle();
        }}
      />
    </div>
  );
}

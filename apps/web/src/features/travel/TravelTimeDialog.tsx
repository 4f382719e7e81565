import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { useMinutes } from '../../i18n/words';
import { Actions, Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { useDone } from '../../ui/Done';
import { NumberField, TextAreaField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { ClearTravelTimeDocument, SetTravelTimeDocument, type TravelRow } from './travel.documents';

interface Props {
  readonly row: TravelRow;
  readonly from: string;
  readonly to: string;
  readonly onClose: () => void;
}

/** The hub knows the ferry; the estimate does not. */
export function TravelTimeDialog({ row, from, to, onClose }: Props) {
  const { t } = useTranslation();
  const minutesOf = useMinutes();
  const done = useDone();
  const [minutes, setMinutes] = useState<number | null>(row.minutes);
  const [note, setNote] = useState(row.note ?? '');
  const set = useAction(SetTravelTimeDocument);
  const clear = useAction(ClearTravelTimeDocument);
  const { fromId, toId } = row;
  const seen = (set.refusal ?? clear.refusal)?.newer?.version ?? row.version;

  const save = async () => {
    const input = {
      fromId,
      toId,
      minutes: minutes ?? 0,
      note,
      seen,
    };
    const saved = (await set.run({ input }))?.setTravelTime;
    if (!saved) return;
    onClose();
    done(t('travel.saved', { to, minutes: minutesOf(saved.minutes ?? 0) }));
  };
  const reset = async () => {
    if (!(await clear.run({ fromId, toId, seen }))) return;
    onClose();
    done(t('travel.cleared', { to }));
  };

  return (
    <Dialog title={t('travel.dialog', { from, to })} open onClose={onClose}>
      <Form
        labels={{ minutes: t('travel.minutesField'), note: t('travel.note') }}
        refusal={set.refusal ?? clear.refusal}
        onSubmit={() => void save()}
      >
        <NumberField
          name="minutes"
          required
          min={1}
          max={720}
          unit={t('travel.unit')}
          value={minutes}
          onChange={setMinutes}
        />
        <TextAreaField
          name="note"
          required
          rows={3}
          hint={t('travel.noteHint')}
          value={note}
          onChange={setNote}
        />
        <Actions>
          <Button type="submit" look="primary" busy={set.busy}>
            {t('travel.save')}
          </Button>
          {row.source === 'HUB' && (
            <Button onClick={() => void reset()} busy={clear.busy}>
              {t('travel.clear')}
            </Button>
          )}
          <Button look="quiet" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
        </Actions>
      </Form>
    </Dialog>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyFields, type Refusal } from '../../gql/refusal';
import { useAction } from '../../gql/use-action';
import { Actions, Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { NumberField, TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { KeepOfficeDocument, type Office } from './offices.documents';

interface Props {
  /** Null: a new one. */
  readonly office: Office | null;
  readonly onDone: () => void;
}

/** What is said of an office: its name, its seats, and what a month may take. */
export function OfficeForm({ office, onDone }: Props) {
  const { t } = useTranslation();
  const done = useDone();
  const [name, setName] = useState(office?.name ?? '');
  const [seats, setSeats] = useState<number | null>(office?.seats ?? null);
  const [monthlyHours, setMonthlyHours] = useState<number | null>(office?.monthlyHours ?? null);
  const { run, busy, refusal } = useAction(KeepOfficeDocument);
  const [missing, setMissing] = useState<Refusal | null>(null);
  const save = async () => {
    const empty = [...(name.trim() === '' ? ['name'] : []), ...(seats === null ? ['seats'] : [])];
    setMissing(emptyFields(empty));
    if (seats === null || empty.length > 0) return;
    const seen = refusal?.newer?.version ?? office?.version ?? null;
    const input = { id: office?.id ?? null, seen, name, seats, monthlyHours };
    if (!(await run({ input }))) return;
    done(t('offices.saved', { name }));
    onDone();
  };
  return (
    <Form
      labels={{
        name: t('offices.name'),
        seats: t('offices.seats'),
        monthlyHours: t('offices.monthlyHours'),
      }}
      refusal={missing ?? refusal}
      onSubmit={() => void save()}
    >
      <TextField name="name" required value={name} onChange={setName} />
      <NumberField
        name="seats"
        required
        min={1}
        max={200}
        unit={t('offices.seatUnit')}
        hint={t('offices.seatsHint')}
        value={seats}
        onChange={setSeats}
      />
      <NumberField
        name="monthlyHours"
        min={1}
        max={200}
        unit={t('offices.hourUnit')}
        hint={t('offices.monthlyHoursHint')}
        value={monthlyHours}
        onChange={setMonthlyHours}
      />
      <Actions>
        <Button type="submit" look="primary" busy={busy}>
          {t('offices.save')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('ui.cancel')}
        </Button>
      </Actions>
    </Form>
  );
}

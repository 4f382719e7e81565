import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyFields, type Refusal } from '../../gql/refusal';
import { useAction } from '../../gql/use-action';
import { useSession } from '../../session';
import { Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { DateField, TextAreaField, TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { MoveStopDocument, type Round, type Stop } from './council.documents';

export type NextStatus = Stop['status'];

const NEXT: Readonly<Record<Stop['status'], readonly NextStatus[]>> = {
  PLANNED: ['DATED'],
  DATED: ['COMPANION_SET', 'PLANNED'],
  COMPANION_SET: ['VISITED', 'PLANNED'],
  VISITED: ['ISSUES_NOTED'],
  ISSUES_NOTED: ['HANDLED'],
  HANDLED: [],
};

/** What may come next for a town; to a hearing online nobody comes along. */
export const nextOf = (kind: Round['kind'], status: Stop['status']): readonly NextStatus[] =>
  kind !== 'VISIT' && status === 'DATED' ? ['VISITED', 'PLANNED'] : NEXT[status];

interface Props {
  readonly stop: Stop;
  readonly to: NextStatus;
  readonly town: string;
  readonly onDone: () => void;
}

/** The next state of a town, with what it takes: a day, a companion, or words. */
export function StepForm({ stop, to, town, onDone }: Props) {
  const { t } = useTranslation();
  const done = useDone();
  const { today } = useSession();
  const [on, setOn] = useState(to === 'VISITED' ? (stop.plannedOn ?? today) : '');
  const [companion, setCompanion] = useState('');
  const [words, setWords] = useState('');
  const { run, busy, refusal } = useAction(MoveStopDocument, 'TownRound');
  const [missing, setMissing] = useState<Refusal | null>(null);
  const needs = {
    on: to === 'DATED' || to === 'VISITED',
    companion: to === 'COMPANION_SET',
    words: to === 'ISSUES_NOTED' || to === 'HANDLED',
  };
  const move = async () => {
    const said = { on, companion, words };
    const empty = (['on', 'companion', 'words'] as const).filter(
      (field) => needs[field] && said[field].trim() === '',
    );
    setMissing(emptyFields([...empty]));
    if (empty.length > 0) return;
    const input = { status: to, on: on || null, companion: companion || null, words: words || null };
    if (!(await run({ id: stop.id, input }))) return;
    done(t('council.moved', { town, status: t(`council.stopStatuses.${to}`) }));
    onDone();
  };
  return (
    <Form
      labels={{
        on: t('council.day'),
        companion: t('council.companion'),
        words: t(to === 'HANDLED' ? 'council.handling' : 'council.issues'),
      }}
      refusal={missing ?? refusal}
      onSubmit={() => void move()}
    >
      {needs.on && (
        <DateField name="on" required {...(to === 'VISITED' && { max: today })} value={on} onChange={setOn} />
      )}
      {needs.companion && (
        <TextField
          name="companion"
          required
          hint={t('council.companionHint')}
          value={companion}
          onChange={setCompanion}
        />
      )}
      {needs.words && (
        <TextAreaField name="words" required rows={5} max={4000} value={words} onChange={setWords} />
      )}
      {to === 'PLANNED' && <p>{t('council.backToPlan')}</p>}
      <div>
        <Button type="submit" look="primary" busy={busy}>
          {t(`council.steps.${to}`)}
        </Button>
      </div>
    </Form>
  );
}

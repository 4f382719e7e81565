import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { useViewer } from '../../session';
import { Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { FieldGroup } from '../../ui/Field';
import { TextAreaField, TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Section } from '../../ui/Page';
import { type Inquiry, type Mark, MarkDatesDocument } from './dates.documents';
import { HalfAdder, type HalfDay } from './HalfAdder';
import { MarkGrid } from './MarkGrid';

const keyOf = ({ date, half }: HalfDay): string => `${date} ${half}`;

/** ○△× for one person; what that name said before stands there already. */
export function MarkHalves({ inquiry }: { readonly inquiry: Inquiry }) {
  const { t } = useTranslation();
  const done = useDone();
  const viewer = useViewer();
  const [name, setName] = useState(viewer.name);
  const before = inquiry.answers.find((answer) => answer.name === name.trim());
  const [comment, setComment] = useState(before?.comment ?? '');
  const [added, setAdded] = useState<readonly HalfDay[]>([]);
  const [marks, setMarks] = useState<Readonly<Record<string, Mark>>>(() =>
    Object.fromEntries((before?.marks ?? []).map((mark) => [keyOf(mark), mark.mark])),
  );
  const { run, busy, refusal } = useAction(MarkDatesDocument, 'DateInquiry');

  const rows = [
    ...inquiry.halves,
    ...added
      .filter((half) => !inquiry.halves.some((one) => keyOf(one) === keyOf(half)))
      .map((half) => ({ ...half, byTown: true, yes: 0, maybe: 0, no: 0, isRefused: false, busy: null })),
  ].sort((a, b) => keyOf(a).localeCompare(keyOf(b)));
  const save = async () => {
    const said = rows.flatMap(({ date, half }) => {
      const mark = marks[keyOf({ date, half })];
      return mark ? [{ date, half, mark }] : [];
    });
    const input = { name, comment: comment || null, marks: said, added: [...added] };
    if (!(await run({ id: inquiry.id, input }))) return;
    setAdded([]);
    done(t('dates.done.marked'));
  };
  return (
    <Section title={t('dates.markTitle')} id="mark">
      <Form
        labels={{
          name: t('dates.name'),
          marks: t('dates.marks'),
          added: t('dates.addOwn'),
          comment: t('dates.comment'),
          date: t('dates.day'),
          half: t('dates.half'),
        }}
        refusal={refusal}
        onSubmit={() => void save()}
      >
        <TextField
          name="name"
          required
          hint={t('dates.nameHint')}
          value={name}
          onChange={setName}
          maxLength={60}
        />
        <FieldGroup name="marks" required hint={t('dates.marksHint')}>
          <MarkGrid
            rows={rows}
            marks={marks}
            onMark={(half, mark) => setMarks({ ...marks, [keyOf(half)]: mark })}
          />
        </FieldGroup>
        {inquiry.townMayAdd && (
          <FieldGroup name="added" hint={t('dates.addOwnHint')}>
            <HalfAdder label={t('dates.addOwn')} onAdd={(half) => setAdded([...added, half])} />
          </FieldGroup>
        )}
        <TextAreaField name="comment" rows={2} max={400} value={comment} onChange={setComment} />
        <div>
          <Button type="submit" look="primary" busy={busy}>
            {t('dates.saveMarks')}
          </Button>
        </div>
      </Form>
    </Section>
  );
}

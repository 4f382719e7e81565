import { useState } from 'react';
import { Choice } from '../../ui/Choice';
import { ComboBox } from '../../ui/ComboBox';
import { Actions, Button } from '../../ui/Button';
import { CheckBox, DateField, NumberField, SelectField, TextAreaField, TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Section } from '../../ui/Page';
import { Segments } from '../../ui/Segments';
import { LABELS, REFUSAL, SHAPES, THEMES, TOWNS } from './samples';

/** Every kind of field in a form, as it is filled in and as it comes back. */
export function FieldParts() {
  const [isFaulty, setFaulty] = useState(false);
  const [sent, setSent] = useState(0);
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  const [days, setDays] = useState<number | null>(2);
  const [date, setDate] = useState('');
  const [theme, setTheme] = useState('');
  const [shape, setShape] = useState('');
  const [kind, setKind] = useState('security');
  const [town, setTown] = useState<string | null>(null);
  const [agreed, setAgreed] = useState(false);
  const [view, setView] = useState<'month' | 'week' | 'list'>('month');
  return (
    <>
      <Section title="入力欄" id="fields">
        <Form
          labels={LABELS}
          refusal={isFaulty ? REFUSAL : null}
          onSubmit={() => setSent(sent + 1)}
          label="見本"
        >
          <TextField
            name="name"
            required
            value={name}
            onChange={setName}
            hint="全角でも半角でもかまいません"
          />
          <TextAreaField name="note" value={note} onChange={setNote} rows={3} max={200} />
          <NumberField name="days" value={days} onChange={setDays} min={1} max={12} unit="回" />
          <DateField name="date" required value={date} onChange={setDate} />
          <SelectField
            name="theme"
            value={theme}
            onChange={setTheme}
            options={THEMES}
            empty="選んでください"
          />
          <ComboBox label="市町村" name="town" options={TOWNS} value={town} onChange={setTown} />
          <Choice name="shape" required value={shape} onChange={setShape} options={SHAPES} />
          <Choice name="kind" value={kind} onChange={setKind} options={THEMES} layout="tiles" />
          <CheckBox
            name="agreed"
            label="個人情報を含みません"
            hint="送る前に確かめます"
            checked={agreed}
            onChange={setAgreed}
          />
          <Actions>
            <Button type="submit" look="primary">
              送る
            </Button>
            <Button onClick={() => setFaulty(!isFaulty)}>{isFaulty ? '誤りを消す' : '誤りを見る'}</Button>
          </Actions>
          <p role="status">{sent > 0 ? `${sent}回送りました（${date || '日付なし'}）` : ''}</p>
        </Form>
      </Section>
      <Section title="切り替え" id="segments">
        <Segments
          label="表示"
          name="view"
          value={view}
          onChange={setView}
          options={[
            { value: 'month', label: '月' },
            { value: 'week', label: '週' },
            { value: 'list', label: '一覧' },
          ]}
        />
      </Section>
    </>
  );
}

import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { shortInstant } from '../../i18n/dates';
import { AsWritten } from '../../ui/AsWritten';
import { Actions, Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { TextAreaField, TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Section } from '../../ui/Page';
import { UnsavedGuard } from '../../ui/UnsavedGuard';
import { type Preparation, type PreparedVisit, PrepareDocument, TickDocument } from './preparation.documents';
import { readyOf } from './PreparationNotes';

interface Props {
  readonly visit: PreparedVisit;
  readonly preparation: Preparation;
}

type Said = Pick<Preparation, 'purpose' | 'things' | 'room' | 'parking' | 'contact' | 'remarks'>;

const saidOf = ({ purpose, things, room, parking, contact, remarks }: Preparation): Said => ({
  purpose,
  things,
  room,
  parking,
  contact,
  remarks,
});

/** A tick is kept at once; words are kept together, by a button. */
export function PrepareForm({ visit, preparation }: Props) {
  const { t } = useTranslation();
  const done = useDone();
  const [said, setSaid] = useState<Said>(() => saidOf(preparation));
  const [kept, setKept] = useState(said);
  const [read, setRead] = useState(preparation.version);
  const [more, setMore] = useState('');
  const [spoken, setSpoken] = useState('');
  const line = useRef<Promise<void>>(Promise.resolve());
  const adding = useRef<HTMLDivElement>(null);
  const saving = useAction(PrepareDocument, 'VisitPreparation');
  const ticking = useAction(TickDocument, 'VisitPreparation');
  const change = (part: Partial<Said>) => setSaid((old) => ({ ...old, ...part }));
  const changed = said !== kept;

  const take = (saved: Preparation) => {
    const now = saidOf(saved);
    setRead(saved.version);
    setSaid(now);
    setKept(now);
  };
  const save = async () => {
    const seen = saving.refusal?.newer?.version ?? read;
    setRead(seen);
    const things = said.things.map(({ text, done: isDone }) => ({ text, done: isDone }));
    const saved = (await saving.run({ visitId: visit.id, input: { ...said, things, seen } }))?.prepareVisit;
    if (!saved) return;
    take(saved);
    done(t('preparation.saved'));
  };
  const tick = async (text: string, isDone: boolean) => {
    const things = said.things.map((thing) => (thing.text === text ? { ...thing, done: isDone } : thing));
    // With words that are not kept yet it goes along with them.
    if (changed) return change({ things });
    // Seen at once; taken back where the server refuses.
    const before = said;
    const now = { ...said, things };
    setSaid(now);
    setKept(now);
    // One after the other: two quick ticks are two ticks.
    line.current = line.current.then(async () => {
      const saved = (await ticking.run({ visitId: visit.id, text, done: isDone }))?.tickPreparation;
      if (saved) setRead(saved.version);
      else {
        setSaid(before);
        setKept(before);
      }
    });
    await line.current;
    setSpoken(t(isDone ? 'preparation.ticked' : 'preparation.unticked', { text }));
  };
  const add = () => {
    const text = more.trim();
    if (text === '' || said.things.some((thing) => thing.text === text)) return;
    change({ things: [...said.things, { text, done: false }] });
    setMore('');
    setSpoken(t('preparation.added', { text }));
  };
  const remove = (text: string) => {
    change({ things: said.things.filter((thing) => thing.text !== text) });
    setSpoken(t('preparation.removed', { text }));
    // The button goes with its line: whoever pressed it stays at the list.
    adding.current?.querySelector('input')?.focus();
  };

  const ready = readyOf(said);
  return (
    <Form
      label={t('preparation.title')}
      labels={{
        purpose: t('preparation.purpose'),
        things: t('preparation.things'),
        more: t('preparation.add'),
        room: t('preparation.room'),
        parking: t('preparation.parking'),
        contact: t('preparation.contact'),
        remarks: t('preparation.remarks'),
      }}
      refusal={saving.refusal}
      onSubmit={() => void save()}
    >
      <UnsavedGuard unsaved={changed} />
      <ErrorSummary refusal={ticking.refusal} />
      <div className="grid items-start gap-x-12 gap-y-8 lg:grid-cols-2">
        <Section
          title={t('preparation.things')}
          id="things"
          aside={
            ready.all > 0 && (
              <span className="text-dns-16N-130">
                {ready.done === ready.all ? t('preparation.allReady') : t('preparation.thingsDone', ready)}
              </span>
            )
          }
        >
          {ready.all === 0 && <p>{t('preparation.thingsNone')}</p>}
          <ul className="flex flex-col">
            {said.things.map(({ text, done: isDone }) => (
              <li key={text} className="flex items-center gap-3 border-b border-solid-gray-200 py-1">
                <label className="flex min-h-11 flex-1 cursor-pointer items-center gap-3">
                  <input
                    type="checkbox"
                    className="size-6 shrink-0"
                    checked={isDone}
                    onChange={(event) => void tick(text, event.target.checked)}
                  />
                  <span className={isDone ? 'text-solid-gray-700' : undefined}>
                    <AsWritten>{text}</AsWritten>
                  </span>
                </label>
                <Button
                  size="small"
                  look="quiet"
                  aria-label={t('preparation.removeOne', { text })}
                  onClick={() => remove(text)}
                >
                  {t('preparation.remove')}
                </Button>
              </li>
            ))}
          </ul>
          <div ref={adding} className="flex flex-wrap items-end gap-3">
            <div
              className="min-w-56 flex-1"
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.keyCode === 229) return;
                event.preventDefault();
                add();
              }}
            >
              <TextField name="more" needless maxLength={120} value={more} onChange={setMore} />
            </div>
            <Button onClick={add}>{t('preparation.addButton')}</Button>
          </div>
          <p role="status" className="text-dns-14N-130 text-solid-gray-700">
            {spoken}
          </p>
        </Section>
        <Section title={t('preparation.place')} id="place">
          <TextField
            name="purpose"
            maxLength={200}
            value={said.purpose}
            onChange={(purpose) => change({ purpose })}
          />
          {visit.mode !== 'ONLINE' && (
            <>
              <TextField
                name="room"
                hint={t('preparation.roomHint')}
                maxLength={120}
                value={said.room}
                onChange={(room) => change({ room })}
              />
              <TextField
                name="parking"
                hint={t('preparation.parkingHint')}
                maxLength={120}
                value={said.parking}
                onChange={(parking) => change({ parking })}
              />
            </>
          )}
          <TextField
            name="contact"
            hint={t('preparation.contactHint')}
            maxLength={120}
            value={said.contact}
            onChange={(contact) => change({ contact })}
          />
          <TextAreaField
            name="remarks"
            rows={3}
            value={said.remarks}
            onChange={(remarks) => change({ remarks })}
          />
        </Section>
      </div>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3 border-t border-solid-gray-300 pt-6">
        <Actions>
          <Button type="submit" look="primary" busy={saving.busy}>
            {t('preparation.save')}
          </Button>
          <Button onClick={() => window.print()}>{t('preparation.print')}</Button>
        </Actions>
        <p className="text-dns-14N-130 text-solid-gray-700">
          {preparation.writtenAt === null
            ? t('preparation.proposed')
            : t('preparation.written', {
                name: preparation.writtenByName ?? '',
                at: shortInstant(preparation.writtenAt),
              })}{' '}
          {t('preparation.lead')}
        </p>
      </div>
    </Form>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyFields, type Refusal } from '../../gql/refusal';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { nameOf } from '../../i18n/words';
import { townsOf } from '../../places';
import { Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { NumberField, SelectField, TextAreaField, TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Loaded } from '../../ui/Loaded';
import { CouncilTownsDocument, type Meeting, RecordMeetingDocument } from './council.documents';

interface Props {
  readonly meeting: Meeting;
  readonly onDone: () => void;
}

interface Town {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
}

/** Minutes, how many of each town came, and in a joint training the cases that were shared. */
export function RecordForm(props: Props) {
  const towns = useLoad(CouncilTownsDocument, {});
  return <Loaded of={towns}>{({ places }) => <Fields {...props} towns={townsOf(places)} />}</Loaded>;
}

interface Case {
  readonly municipalityId: string;
  readonly title: string;
  readonly body: string;
}

const NO_CASE: Case = { municipalityId: '', title: '', body: '' };

function Fields({ meeting, onDone, towns }: Props & { readonly towns: readonly Town[] }) {
  const { t } = useTranslation();
  const done = useDone();
  const isTraining = meeting.kind === 'JOINT_TRAINING';
  const [record, setRecord] = useState('');
  const [people, setPeople] = useState<Readonly<Record<string, number | null>>>({});
  const [cases, setCases] = useState<readonly Case[]>([]);
  const { run, busy, refusal } = useAction(RecordMeetingDocument, 'CouncilMeeting');
  const [missing, setMissing] = useState<Refusal | null>(null);
  const change = (index: number, part: Partial<Case>) =>
    setCases(cases.map((one, i) => (i === index ? { ...one, ...part } : one)));
  const save = async () => {
    const empty = [
      ...(record.trim() === '' ? ['record'] : []),
      ...cases.flatMap((one, i) =>
        Object.entries(one).flatMap(([field, value]) => (value.trim() === '' ? [`cases.${i}.${field}`] : [])),
      ),
    ];
    setMissing(emptyFields(empty));
    if (empty.length > 0) return;
    const came = Object.entries(people).flatMap(([municipalityId, count]) =>
      count === null || count === 0 ? [] : [{ municipalityId, people: count }],
    );
    if (!(await run({ id: meeting.id, input: { record, came, cases: [...cases] } }))) return;
    done(t('council.recorded', { title: meeting.title }));
    onDone();
  };
  const ofCases = cases.flatMap((_, i) => [
    [`cases.${i}.municipalityId`, t('council.caseTown', { no: i + 1 })],
    [`cases.${i}.title`, t('council.caseTitle', { no: i + 1 })],
    [`cases.${i}.body`, t('council.caseBody', { no: i + 1 })],
  ]);
  return (
    <Form
      labels={{
        record: t('council.minutes'),
        came: t('council.came'),
        cases: t('council.cases'),
        ...Object.fromEntries(towns.map((town) => [`people-${town.id}`, nameOf(town)])),
        ...Object.fromEntries(ofCases),
      }}
      refusal={missing ?? refusal}
      onSubmit={() => void save()}
    >
      <TextAreaField name="record" required rows={4} max={4000} value={record} onChange={setRecord} />
      <fieldset className="flex flex-col gap-3">
        <legend className="mb-2 text-std-16B-170">{t('council.came')}</legend>
        <p className="text-dns-14N-130 text-solid-gray-700">{t('council.cameHint')}</p>
        <div className="grid gap-3 sm:grid-cols-2">
          {towns.map(({ id }) => (
            <NumberField
              key={id}
              name={`people-${id}`}
              needless
              min={0}
              max={500}
              unit={t('council.personUnit')}
              value={people[id] ?? null}
              onChange={(count) => setPeople({ ...people, [id]: count })}
            />
          ))}
        </div>
      </fieldset>
      {isTraining && (
        <>
          {cases.map((one, i) => (
            <fieldset key={String(i)} className="flex flex-col gap-3 border-l-4 border-solid-gray-300 pl-3">
              <legend className="sr-only">{t('council.caseNo', { no: i + 1 })}</legend>
              <SelectField
                name={`cases.${i}.municipalityId`}
                required
                empty={t('ui.choose')}
                value={one.municipalityId}
                onChange={(municipalityId) => change(i, { municipalityId })}
                options={towns.map((town) => ({ value: town.id, label: nameOf(town) }))}
              />
              <TextField
                name={`cases.${i}.title`}
                required
                value={one.title}
                onChange={(title) => change(i, { title })}
              />
              <TextAreaField
                name={`cases.${i}.body`}
                required
                rows={3}
                max={2000}
                value={one.body}
                onChange={(body) => change(i, { body })}
              />
            </fieldset>
          ))}
          <div>
            <Button onClick={() => setCases([...cases, NO_CASE])}>{t('council.addCase')}</Button>
          </div>
        </>
      )}
      <div>
        <Button type="submit" look="primary" busy={busy}>
          {t('council.record')}
        </Button>
      </div>
    </Form>
  );
}

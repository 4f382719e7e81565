import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { nameOf } from '../../i18n/words';
import { Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { NumberField, TextAreaField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { AnswerSurveyDocument, type Profile, type Survey } from './demand.documents';

interface Props {
  readonly surveyId: string;
  readonly answer: Survey['answers'][number] | null;
  readonly profiles: readonly Profile[];
  readonly mayAnswer: boolean;
}

interface Line {
  readonly people: number | null;
  readonly sharePercent: number | null;
}

const NOBODY: Line = { people: 0, sharePercent: 100 };

/** A town's own answer: how many of each profile, for which part of the week. */
export function AnswerForm({ surveyId, answer, profiles, mayAnswer }: Props) {
  const { t } = useTranslation();
  const done = useDone();
  const [lines, setLines] = useState<Readonly<Record<string, Line>>>(
    Object.fromEntries((answer?.lines ?? []).map((line) => [line.profileId, line])),
  );
  const [note, setNote] = useState(answer?.note ?? '');
  const { run, busy, refusal } = useAction(AnswerSurveyDocument, 'DemandSurvey DemandAnswer');
  const lineOf = (id: string): Line => lines[id] ?? NOBODY;
  const set = (id: string, changes: Partial<Line>) =>
    setLines({ ...lines, [id]: { ...lineOf(id), ...changes } });
  const wanted = profiles.flatMap(({ id }) => {
    const { people, sharePercent } = lineOf(id);
    return people ? [{ profileId: id, people, sharePercent: sharePercent ?? 0 }] : [];
  });
  if (!mayAnswer)
    return answer ? (
      <ul className="flex flex-col gap-1">
        {wanted.length === 0 && <li>{t('joint.surveys.nobody')}</li>}
        {wanted.map(({ profileId, people, sharePercent }) => {
          const profile = profiles.find(({ id }) => id === profileId);
          return (
            <li key={profileId}>
              {t('joint.surveys.line', {
                profile: profile ? nameOf(profile) : profileId,
                count: people,
                percent: sharePercent,
              })}
            </li>
          );
        })}
        {note && <li>{note}</li>}
      </ul>
    ) : (
      <p>{t('joint.surveys.ownNone')}</p>
    );
  const labels = Object.fromEntries([
    ...profiles.flatMap((profile) => [
      [`people-${profile.id}`, t('joint.surveys.peopleOf', { profile: nameOf(profile) })],
      [`share-${profile.id}`, t('joint.surveys.shareOf', { profile: nameOf(profile) })],
    ]),
    ['note', t('joint.note')],
    ['lines', t('joint.surveys.answer')],
    ['sharePercent', t('joint.surveys.share')],
    ['people', t('joint.surveys.people')],
  ]);
  const save = async () => {
    const seen = refusal?.newer?.version ?? answer?.version ?? '0';
    const input = { surveyId, seen, lines: wanted, note: note.trim() || null };
    if (await run({ input })) done(t('joint.surveys.saved'));
  };
  return (
    <Form label={t('joint.surveys.own')} labels={labels} refusal={refusal} onSubmit={() => void save()}>
      {profiles.map((profile) => (
        <div key={profile.id} className="grid items-start gap-4 sm:grid-cols-2">
          <NumberField
            name={`people-${profile.id}`}
            required
            min={0}
            max={50}
            unit={t('joint.surveys.unitPeople')}
            value={lineOf(profile.id).people}
            onChange={(people) => set(profile.id, { people })}
          />
          <NumberField
            name={`share-${profile.id}`}
            required
            hint={t('joint.surveys.shareHint')}
            min={1}
            max={100}
            unit="%"
            value={lineOf(profile.id).sharePercent}
            onChange={(sharePercent) => set(profile.id, { sharePercent })}
          />
        </div>
      ))}
      <TextAreaField name="note" rows={3} max={500} value={note} onChange={setNote} />
      <div>
        <Button type="submit" look="primary" busy={busy}>
          {t(answer ? 'joint.surveys.change' : 'joint.surveys.send')}
        </Button>
      </div>
    </Form>
  );
}

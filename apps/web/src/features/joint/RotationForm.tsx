import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { emptyFields, type Refusal } from '../../gql/refusal';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { useSession } from '../../session';
import { Actions, Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { DateField, TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Loaded } from '../../ui/Loaded';
import { Page } from '../../ui/Page';
import { type MoveDraft, draftOf, EMPTY_MOVE, moveInput, MoveFields, useMoveLabels } from './MoveFields';
import { type Choices, ChoicesDocument, type PlacementRow, PlacementsDocument } from './placements.documents';
import { DraftRotationDocument, RotationDocument, type RotationRecord } from './rotation.documents';

/** Draws a rotation up. */
export function NewRotationPage() {
  return <Frame rotation={null} />;
}

/** Changes a draft. */
export function EditRotationPage() {
  const { id = '' } = useParams();
  const load = useLoad(RotationDocument, { id });
  return <Loaded of={load}>{({ rotation }) => <Frame key={rotation.version} rotation={rotation} />}</Loaded>;
}

function Frame({ rotation }: { readonly rotation: RotationRecord | null }) {
  const { t } = useTranslation();
  const choices = useLoad(ChoicesDocument, {});
  const placements = useLoad(PlacementsDocument, { statuses: ['ACTIVE'] });
  return (
    <Page
      title={t(rotation ? 'joint.rotation.edit' : 'joint.rotation.new')}
      narrow
      back={{
        to: rotation ? `/engagements/rotation/${rotation.id}` : '/engagements/rotation',
        label: t('joint.rotation.title'),
      }}
    >
      <Loaded of={choices}>
        {(known) => (
          <Loaded of={placements}>
            {({ placements: { edges } }) => (
              <RotationForm rotation={rotation} choices={known} placements={edges.map(({ node }) => node)} />
            )}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

/** The next first of April. */
const nextApril = (today: string): string =>
  `${Number(today.slice(0, 4)) + (today.slice(5) < '04-01' ? 0 : 1)}-04-01`;

interface Props {
  readonly rotation: RotationRecord | null;
  readonly choices: Choices;
  readonly placements: readonly PlacementRow[];
}

function RotationForm({ rotation, choices, placements }: Props) {
  const { t } = useTranslation();
  const { today } = useSession();
  const navigate = useNavigate();
  const done = useDone();
  const moveLabels = useMoveLabels();
  const [missing, setMissing] = useState<Refusal | null>(null);
  const [title, setTitle] = useState(rotation?.title ?? '');
  const [on, setOn] = useState(rotation?.on ?? nextApril(today));
  const [moves, setMoves] = useState<readonly MoveDraft[]>(
    rotation ? rotation.moves.map(draftOf) : [{ ...EMPTY_MOVE, key: 0 }],
  );
  const { run, busy, refusal } = useAction(DraftRotationDocument, 'Rotation');
  const save = async () => {
    const empty = [
      title.trim() === '' && 'title',
      on === '' && 'on',
      moves.some(({ specialistId }) => specialistId === '') && 'specialistId',
    ];
    const fields = empty.filter((name): name is string => name !== false);
    setMissing(emptyFields(fields));
    if (fields.length > 0) return;
    const input = {
      title,
      on,
      moves: moves.map(moveInput),
      ...(rotation && { id: rotation.id, seen: refusal?.newer?.version ?? rotation.version }),
    };
    const saved = await run({ input });
    if (!saved) return;
    done(t('joint.rotation.saved'));
    void navigate(`/engagements/rotation/${saved.draftRotation.id}`);
  };
  const labels = {
    ...moveLabels,
    title: t('joint.rotation.name'),
    on: t('joint.rotation.on'),
    moves: t('joint.rotation.moves'),
  };
  return (
    <Form labels={labels} refusal={missing ?? refusal} onSubmit={() => void save()}>
      <TextField name="title" required maxLength={100} value={title} onChange={setTitle} />
      <DateField
        name="on"
        required
        min={today}
        hint={t('joint.rotation.onHint')}
        value={on}
        onChange={setOn}
      />
      {moves.map((move, n) => (
        <fieldset key={move.key} className="flex flex-col gap-6 border-t border-solid-gray-300 pt-4">
          <legend className="text-std-18B-160">{t('joint.rotation.move', { no: n + 1 })}</legend>
          <MoveFields
            move={move}
            choices={choices}
            placements={placements}
            onChange={(changed) => setMoves(moves.map((one) => (one.key === move.key ? changed : one)))}
          />
          {moves.length > 1 && (
            <div>
              <Button
                size="small"
                aria-label={t('joint.rotation.removeOne', { no: n + 1 })}
                onClick={() => setMoves(moves.filter(({ key }) => key !== move.key))}
              >
                {t('joint.rotation.remove')}
              </Button>
            </div>
          )}
        </fieldset>
      ))}
      <div>
        <Button
          onClick={() =>
            setMoves([...moves, { ...EMPTY_MOVE, key: Math.max(...moves.map(({ key }) => key)) + 1 }])
          }
        >
          {t('joint.rotation.add')}
        </Button>
      </div>
      <Actions>
        <Button type="submit" look="primary" busy={busy}>
          {t('joint.rotation.save')}
        </Button>
      </Actions>
    </Form>
  );
}

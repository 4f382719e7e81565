import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { emptyFields, type Refusal } from '../../gql/refusal';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { nameOf } from '../../i18n/words';
import { Actions, Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { DateField, SelectField, TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Loaded } from '../../ui/Loaded';
import { Page } from '../../ui/Page';
import { type Choices, ChoicesDocument, PlanPlacementDocument, townsIn } from './placements.documents';
import { type HalfDay, weekOf } from './week';
import { WeekBoxes } from './WeekBoxes';

/** Plans a placement: it starts when its day has come and its gate is open. */
export function NewPlacementPage() {
  const { t } = useTranslation();
  const load = useLoad(ChoicesDocument, {});
  return (
    <Page
      title={t('joint.placements.plan')}
      narrow
      back={{ to: '/engagements/placements', label: t('joint.placements.title') }}
      lead={<p>{t('joint.placements.planLead')}</p>}
    >
      <Loaded of={load}>{(choices) => <PlacementForm choices={choices} />}</Loaded>
    </Page>
  );
}

function PlacementForm({ choices }: { readonly choices: Choices }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const done = useDone();
  const { run, busy, refusal } = useAction(PlanPlacementDocument, 'Placement');
  const [missing, setMissing] = useState<Refusal | null>(null);
  const [specialistId, setSpecialist] = useState('');
  const [agreementId, setAgreement] = useState('');
  const [municipalityId, setTown] = useState('');
  const [post, setPost] = useState('');
  const [weekly, setWeekly] = useState<HalfDay[]>([]);
  const [startsOn, setStart] = useState('');
  const [endsOn, setEnd] = useState('');
  const people = choices.specialists.edges.map(({ node }) => node);
  const person = people.find(({ id }) => id === specialistId);
  const { agreements } = choices.placementChoices;
  const agreement = agreements.find(({ id }) => id === agreementId);
  const towns = townsIn(choices).filter(({ id }) => !agreement || agreement.municipalityIds.includes(id));
  const input = { specialistId, agreementId, municipalityId, post, weekly, startsOn, endsOn };
  const plan = async () => {
    const empty = Object.entries(input).flatMap(([name, value]) => (value.length === 0 ? [name] : []));
    setMissing(emptyFields(empty));
    if (empty.length > 0) return;
    const planned = await run({ input });
    if (!planned) return;
    done(t('joint.placements.planned'));
    void navigate(`/engagements/placements/${planned.planPlacement.id}`);
  };
  const labels = {
    specialistId: t('joint.person'),
    agreementId: t('joint.agreement'),
    municipalityId: t('joint.town'),
    post: t('joint.placements.post'),
    weekly: t('joint.placements.weekly'),
    startsOn: t('joint.firstDay'),
    endsOn: t('joint.lastDay'),
  };
  return (
    <Form labels={labels} refusal={missing ?? refusal} onSubmit={() => void plan()}>
      <SelectField
        name="specialistId"
        required
        empty={t('joint.choose')}
        value={specialistId}
        onChange={(id) => {
          setSpecialist(id);
          setWeekly(weekOf(people.find((one) => one.id === id)?.weekly ?? []));
        }}
        options={people.map((one) => ({ value: one.id, label: nameOf(one) }))}
      />
      <SelectField
        name="agreementId"
        required
        empty={t('joint.choose')}
        hint={agreements.length === 0 ? t('joint.placements.noAgreement') : undefined}
        value={agreementId}
        onChange={(id) => {
          const chosen = agreements.find((one) => one.id === id);
          setAgreement(id);
          setStart(chosen?.startsOn ?? '');
          setEnd(chosen?.endsOn ?? '');
        }}
        options={agreements.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))}
      />
      <SelectField
        name="municipalityId"
        required
        empty={t('joint.choose')}
        value={municipalityId}
        onChange={setTown}
        options={towns.map((one) => ({ value: one.id, label: nameOf(one) }))}
      />
      <TextField name="post" required maxLength={60} value={post} onChange={setPost} />
      <WeekBoxes weekly={weekly} onChange={setWeekly} pattern={person?.weekly ?? null} />
      <DateField name="startsOn" required value={startsOn} onChange={setStart} />
      <DateField name="endsOn" required min={startsOn} value={endsOn} onChange={setEnd} />
      <Actions>
        <Button type="submit" look="primary" busy={busy}>
          {t('joint.placements.plan')}
        </Button>
      </Actions>
    </Form>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { nameOf } from '../../i18n/words';
import { useSession } from '../../session';
import { Actions, Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { DateField, NumberField, SelectField, TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import {
  CoverageDocument,
  SetTargetDocument,
  type TargetKind,
  type TargetVersion,
} from './overview.documents';

const KINDS = ['EXPERT', 'LEADER', 'STAFF', 'COVERAGE'] as const satisfies TargetKind[];
const FIELDS = [
  'kind',
  'municipalityId',
  'target',
  'secured',
  'trained',
  'headcount',
  'countedOn',
  'source',
] as const;

interface Props {
  readonly fiscalYear: number;
  /** What stands; null: a new one. */
  readonly from: TargetVersion | null;
  /** Those that stand: whoever enters one anew has read it. */
  readonly standing: readonly TargetVersion[];
  readonly onSaved: () => void;
}

/** A target and how far it is, for a town or the prefecture. */
export function TargetForm({ fiscalYear, from, standing, onSaved }: Props) {
  const { t } = useTranslation();
  const { today } = useSession();
  const done = useDone();
  const { run, busy, refusal } = useAction(SetTargetDocument, 'OverviewTarget');
  const towns = useLoad(CoverageDocument, { fiscalYear }).data?.coverageOverview.rows ?? [];
  const [kind, setKind] = useState<TargetKind>(from?.kind ?? 'EXPERT');
  const [municipalityId, setTown] = useState(from?.municipality?.id ?? '');
  const [figures, setFigures] = useState({
    target: from?.target ?? null,
    secured: from?.secured ?? null,
    trained: from?.trained ?? null,
    headcount: from?.headcount ?? null,
  });
  const [countedOn, setCountedOn] = useState(from?.countedOn ?? '');
  const [source, setSource] = useState(from?.source ?? '');
  const isCoverage = kind === 'COVERAGE';
  const save = async () => {
    const before = standing.find(
      (one) => one.kind === kind && (one.municipality?.id ?? '') === (isCoverage ? '' : municipalityId),
    );
    const input = {
      seen: refusal?.newer?.version ?? before?.version ?? null,
      fiscalYear,
      kind,
      municipalityId: isCoverage || municipalityId === '' ? null : municipalityId,
      target: figures.target ?? -1,
      secured: isCoverage || kind === 'STAFF' ? null : figures.secured,
      trained: isCoverage ? null : figures.trained,
      headcount: kind === 'STAFF' ? figures.headcount : null,
      countedOn: isCoverage ? null : countedOn || null,
      source,
    };
    if (!(await run({ input }))) return;
    done(t('overview.targets.saved'));
    onSaved();
  };
  const figure = (name: keyof typeof figures, most = 100_000) => (
    <NumberField
      name={name}
      required={name === 'target'}
      min={0}
      max={most}
      {...(name === 'target' && { hint: t('overview.targets.targetHint') })}
      value={figures[name]}
      onChange={(value) => setFigures({ ...figures, [name]: value })}
    />
  );
  return (
    <Form
      label={t('overview.targets.enter')}
      labels={Object.fromEntries(FIELDS.map((name) => [name, t(`overview.targets.field.${name}`)]))}
      refusal={refusal}
      onSubmit={() => void save()}
    >
      <div className="grid items-start gap-6 sm:grid-cols-2">
        <SelectField
          name="kind"
          required
          value={kind}
          onChange={(chosen) => setKind(KINDS.find((one) => one === chosen) ?? 'EXPERT')}
          options={KINDS.map((one) => ({ value: one, label: t(`overview.targets.kinds.${one}`) }))}
        />
        {!isCoverage && (
          <SelectField
            name="municipalityId"
            required
            empty={t('overview.targets.prefecture')}
            value={municipalityId}
            onChange={setTown}
            options={[...towns]
              .sort((a, b) => a.municipalityId.localeCompare(b.municipalityId))
              .flatMap(({ municipality }) =>
                municipality ? [{ value: municipality.id, label: nameOf(municipality) }] : [],
              )}
          />
        )}
        {figure('target', isCoverage || kind === 'STAFF' ? 100 : 100_000)}
        {!isCoverage && kind !== 'STAFF' && figure('secured')}
        {!isCoverage && figure('trained')}
        {kind === 'STAFF' && figure('headcount')}
        {!isCoverage && <DateField name="countedOn" max={today} value={countedOn} onChange={setCountedOn} />}
      </div>
      <TextField name="source" required maxLength={300} value={source} onChange={setSource} />
      <Actions>
        <Button type="submit" look="primary" busy={busy}>
          {t('overview.targets.save')}
        </Button>
      </Actions>
    </Form>
  );
}

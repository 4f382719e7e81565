import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { emptyFields, type Refusal } from '../../gql/refusal';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { nameOf } from '../../i18n/words';
import { useDailyWork } from '../../session';
import { AsWritten } from '../../ui/AsWritten';
import { Button } from '../../ui/Button';
import { Choice } from '../../ui/Choice';
import { useDone } from '../../ui/Done';
import { FieldGroup } from '../../ui/Field';
import { CheckBox, TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Empty, Loaded } from '../../ui/Loaded';
import { Notice } from '../../ui/Notice';
import { Page, Section } from '../../ui/Page';
import { Table } from '../../ui/Table';
import { CompletionTable } from './Completions';
import { ChoicesDocument } from './placements.documents';
import { DefineModuleDocument, SetRuleDocument, type Training, TrainingDocument } from './training.documents';
import { useBack } from './use-back';

/** For the hub: who has done what, which modules there are, and what comes before a placement. */
export function TrainingPage() {
  const { t } = useTranslation();
  const load = useLoad(
    TrainingDocument,
    {},
    { about: ['TrainingCompletion', 'TrainingModule', 'TrainingRule'] },
  );
  const people = useLoad(ChoicesDocument, {});
  return (
    <Page title={t('joint.training.title')} back={useBack()} lead={<p>{t('joint.training.lead')}</p>}>
      <Loaded of={load}>
        {(training) => (
          <>
            <Section title={t('joint.training.people')} id="training-people">
              <Loaded of={people}>
                {({ specialists: { edges, totalCount } }) =>
                  edges.length === 0 ? (
                    <Empty>{t('joint.training.nobody')}</Empty>
                  ) : (
                    <>
                      {totalCount > edges.length && (
                        <Notice>{t('joint.firstOnly', { shown: edges.length, total: totalCount })}</Notice>
                      )}
                      <People people={edges.map(({ node }) => node)} training={training} />
                    </>
                  )
                }
              </Loaded>
            </Section>
            <Rule key={training.trainingRule.version} training={training} />
            <Modules training={training} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
}

function People({ people, training }: { readonly people: readonly Named[]; readonly training: Training }) {
  const { t } = useTranslation();
  const doneBy = (person: Named, code: string) =>
    training.trainingCompletions.filter(
      (one) => one.specialistId === person.id && one.moduleCode === code && one.removedAt === null,
    );
  return (
    <Table
      caption={t('joint.training.people')}
      rows={people}
      keyOf={({ id }) => id}
      cards
      columns={[
        {
          key: 'person',
          title: t('joint.person'),
          heads: true,
          cell: (person) => (
            <Link to={`/engagements/training/${person.id}`} className="link">
              {nameOf(person)}
            </Link>
          ),
        },
        ...training.trainingModules.map((module) => ({
          key: module.code,
          title: module.code,
          cell: (person: Named) => {
            const done = doneBy(person, module.code);
            if (done.length === 0) return t('joint.training.notYet');
            return module.scope === 'PERSON'
              ? t('joint.training.done')
              : done.map((one) => one.municipality && nameOf(one.municipality)).join(t('ui.listMark'));
          },
        })),
      ]}
    />
  );
}

const VISITS = ['JOINT_HIRE', 'EVERYBODY', 'NOBODY'] as const;

function Rule({ training: { trainingModules, trainingRule } }: { readonly training: Training }) {
  const { t } = useTranslation();
  const worksDaily = useDailyWork();
  const done = useDone();
  const [gating, setGating] = useState<readonly string[]>(trainingRule.gating);
  const [gatedVisits, setVisits] = useState(trainingRule.gatedVisits);
  const { run, busy, refusal } = useAction(SetRuleDocument, 'TrainingRule Placement');
  const save = async () => {
    const { version } = trainingRule;
    if (await run({ input: { version, gating: [...gating], gatedVisits } }))
      done(t('joint.training.ruleSaved'));
  };
  const title = t('joint.training.rule');
  if (!worksDaily)
    return (
      <Section title={title} id="training-rule">
        <p>{trainingRule.gating.join(t('ui.listMark')) || t('joint.training.noGate')}</p>
        <p>{t(`joint.training.visits.${trainingRule.gatedVisits}`)}</p>
      </Section>
    );
  return (
    <Section title={title} id="training-rule">
      <Form
        label={title}
        labels={{ gating: t('joint.training.gating'), gatedVisits: t('joint.training.gatedVisits') }}
        refusal={refusal}
        onSubmit={() => void save()}
      >
        <FieldGroup name="gating" needless>
          <div className="flex flex-col gap-3">
            {trainingModules.map((module) => (
              <CheckBox
                key={module.code}
                name={`gating-${module.code}`}
                label={`${module.code} ${nameOf(module)}`}
                checked={gating.includes(module.code)}
                onChange={(checked) =>
                  setGating(
                    checked ? [...gating, module.code] : gating.filter((code) => code !== module.code),
                  )
                }
              />
            ))}
          </div>
        </FieldGroup>
        <Choice
          name="gatedVisits"
          required
          value={gatedVisits}
          onChange={(value) => setVisits(VISITS.find((one) => one === value) ?? 'JOINT_HIRE')}
          options={VISITS.map((value) => ({ value, label: t(`joint.training.visits.${value}`) }))}
        />
        <div>
          <Button type="submit" look="primary" busy={busy}>
            {t('joint.save')}
          </Button>
        </div>
      </Form>
    </Section>
  );
}

const SCOPES = ['PERSON', 'TOWN'] as const;

function Modules({ training: { trainingModules } }: { readonly training: Training }) {
  const { t } = useTranslation();
  const worksDaily = useDailyWork();
  return (
    <Section title={t('joint.training.modules')} id="training-modules">
      <Table
        caption={t('joint.training.modules')}
        rows={trainingModules}
        keyOf={({ code }) => code}
        columns={[
          {
            key: 'code',
            title: t('joint.training.code'),
            heads: true,
            nowrap: true,
            cell: ({ code }) => code,
          },
          {
            key: 'name',
            title: t('joint.training.name'),
            cell: (module) => <AsWritten>{nameOf(module)}</AsWritten>,
          },
          {
            key: 'scope',
            title: t('joint.training.scope'),
            cell: ({ scope }) => t(`joint.training.scopes.${scope}`),
          },
        ]}
      />
      {worksDaily && <NewModule />}
    </Section>
  );
}

function NewModule() {
  const { t } = useTranslation();
  const done = useDone();
  const [missing, setMissing] = useState<Refusal | null>(null);
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [nameEn, setNameEn] = useState('');
  const [scope, setScope] = useState<(typeof SCOPES)[number]>('PERSON');
  const { run, busy, refusal } = useAction(DefineModuleDocument, 'TrainingModule');
  const save = async () => {
    const input = { code: code.trim(), name, nameEn, scope };
    const empty = Object.entries(input).flatMap(([field, value]) => (value.trim() === '' ? [field] : []));
    setMissing(emptyFields(empty));
    if (empty.length > 0 || !(await run({ input }))) return;
    done(t('joint.training.moduleSaved'));
    setCode('');
    setName('');
    setNameEn('');
  };
  const labels = {
    code: t('joint.training.code'),
    name: t('joint.training.name'),
    nameEn: t('joint.training.nameEn'),
    scope: t('joint.training.scope'),
  };
  return (
    <Form
      label={t('joint.training.newModule')}
      labels={labels}
      refusal={missing ?? refusal}
      onSubmit={() => void save()}
    >
      <h3 className="text-std-18B-160">{t('joint.training.newModule')}</h3>
      <TextField
        name="code"
        required
        maxLength={10}
        hint={t('joint.training.codeHint')}
        value={code}
        onChange={setCode}
      />
      <TextField name="name" required maxLength={60} value={name} onChange={setName} />
      <TextField name="nameEn" required maxLength={100} value={nameEn} onChange={setNameEn} />
      <Choice
        name="scope"
        required
        layout="row"
        value={scope}
        onChange={(value) => setScope(SCOPES.find((one) => one === value) ?? 'PERSON')}
        options={SCOPES.map((value) => ({ value, label: t(`joint.training.scopes.${value}`) }))}
      />
      <div>
        <Button type="submit" busy={busy}>
          {t('joint.training.newModule')}
        </Button>
      </div>
    </Form>
  );
}

/** For a specialist: the own training. */
export function MyTrainingPage() {
  const { t } = useTranslation();
  const load = useLoad(TrainingDocument, {}, { about: ['TrainingCompletion'] });
  return (
    <Page title={t('joint.training.mine')} back={useBack()} lead={<p>{t('joint.training.mineLead')}</p>}>
      <Loaded of={load}>
        {(training) => (
          <Section title={t('joint.training.completions')} id="completions">
            <CompletionTable
              rows={training.trainingCompletions}
              modules={training.trainingModules}
              mayChange={false}
            />
          </Section>
        )}
      </Loaded>
    </Page>
  );
}

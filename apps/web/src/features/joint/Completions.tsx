import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyFields, type Refusal } from '../../gql/refusal';
import { useAction } from '../../gql/use-action';
import { longDate } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { useSession } from '../../session';
import { WordsDialog } from '../../ui/AskDialog';
import { AsWritten } from '../../ui/AsWritten';
import { Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { DateField, SelectField, TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Empty } from '../../ui/Loaded';
import { Table } from '../../ui/Table';
import {
  CompleteDocument,
  type Completion,
  TakeCompletionBackDocument,
  type Training,
} from './training.documents';

type Modules = Training['trainingModules'];

interface TableProps {
  readonly rows: readonly Completion[];
  readonly modules: Modules;
  readonly mayChange: boolean;
}

/** What somebody has done; what was taken back stays to be seen. */
export function CompletionTable({ rows, modules, mayChange }: TableProps) {
  const { t } = useTranslation();
  const done = useDone();
  const [wrong, setWrong] = useState<Completion | null>(null);
  const { run, busy, refusal } = useAction(TakeCompletionBackDocument, 'TrainingCompletion Placement');
  if (rows.length === 0) return <Empty>{t('joint.training.noCompletion')}</Empty>;
  const moduleOf = ({ moduleCode }: Completion) => {
    const module = modules.find(({ code }) => code === moduleCode);
    return module ? `${moduleCode} ${nameOf(module)}` : moduleCode;
  };
  return (
    <>
      <Table
        caption={t('joint.training.completions')}
        rows={rows}
        keyOf={({ id }) => id}
        cards
        columns={[
          { key: 'module', title: t('joint.training.module'), heads: true, cell: moduleOf },
          {
            key: 'town',
            title: t('joint.town'),
            nowrap: true,
            cell: ({ municipality }) => (municipality ? nameOf(municipality) : t('ui.none')),
          },
          {
            key: 'on',
            title: t('joint.training.completedOn'),
            cell: ({ completedOn }) => longDate(completedOn),
          },
          {
            key: 'evidence',
            title: t('joint.training.evidence'),
            cell: ({ evidence, removedAt, removedReason }) => (
              <>
                <AsWritten>{evidence}</AsWritten>
                {removedAt && (
                  <span className="block">{t('joint.takenBack', { reason: removedReason ?? '' })}</span>
                )}
              </>
            ),
          },
          ...(mayChange
            ? [
                {
                  key: 'back',
                  title: t('joint.takeBack'),
                  nowrap: true,
                  cell: (row: Completion) =>
                    row.removedAt === null && (
                      <Button
                        size="small"
                        aria-label={t('joint.training.takeBackOne', { module: moduleOf(row) })}
                        onClick={() => setWrong(row)}
                      >
                        {t('joint.takeBack')}
                      </Button>
                    ),
                },
              ]
            : []),
        ]}
      />
      <WordsDialog
        title={t('joint.takeBack')}
        open={wrong !== null}
        onClose={() => setWrong(null)}
        confirm={t('joint.takeBack')}
        busy={busy}
        refusal={refusal}
        name="reason"
        label={t('joint.reason')}
        onConfirm={(reason) =>
          void run({ id: wrong?.id ?? '', reason }).then((removed) => {
            if (!removed) return;
            setWrong(null);
            done(t('joint.training.takenBack'));
          })
        }
      />
    </>
  );
}

interface Town {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
}

export function NewCompletion({
  specialistId,
  modules,
  towns,
}: {
  readonly specialistId: string;
  readonly modules: Modules;
  readonly towns: readonly Town[];
}) {
  const { t } = useTranslation();
  const { today } = useSession();
  const done = useDone();
  const [missing, setMissing] = useState<Refusal | null>(null);
  const [moduleCode, setModule] = useState('');
  const [municipalityId, setTown] = useState('');
  const [completedOn, setDay] = useState(today);
  const [evidence, setEvidence] = useState('');
  const { run, busy, refusal } = useAction(CompleteDocument, 'TrainingCompletion Placement');
  const ofTown = modules.find(({ code }) => code === moduleCode)?.scope === 'TOWN';
  const save = async () => {
    const empty = [
      moduleCode === '' && 'moduleCode',
      ofTown && municipalityId === '' && 'municipalityId',
      evidence.trim() === '' && 'evidence',
    ].filter((name): name is string => name !== false);
    setMissing(emptyFields(empty));
    if (empty.length > 0) return;
    const town = ofTown ? municipalityId : null;
    if (!(await run({ input: { specialistId, moduleCode, municipalityId: town, completedOn, evidence } })))
      return;
    done(t('joint.training.recorded'));
    setEvidence('');
  };
  const labels = {
    moduleCode: t('joint.training.module'),
    municipalityId: t('joint.town'),
    completedOn: t('joint.training.completedOn'),
    evidence: t('joint.training.evidence'),
  };
  return (
    <Form
      label={t('joint.training.record')}
      labels={labels}
      refusal={missing ?? refusal}
      onSubmit={() => void save()}
    >
      <h3 className="text-std-18B-160">{t('joint.training.record')}</h3>
      <SelectField
        name="moduleCode"
        required
        empty={t('joint.choose')}
        value={moduleCode}
        onChange={setModule}
        options={modules.map((one) => ({ value: one.code, label: `${one.code} ${nameOf(one)}` }))}
      />
      {ofTown && (
        <SelectField
          name="municipalityId"
          required
          empty={t('joint.choose')}
          value={municipalityId}
          onChange={setTown}
          options={towns.map((one) => ({ value: one.id, label: nameOf(one) }))}
        />
      )}
      <DateField name="completedOn" required max={today} value={completedOn} onChange={setDay} />
      <TextField
        name="evidence"
        required
        maxLength={200}
        hint={t('joint.training.evidenceHint')}
        value={evidence}
        onChange={setEvidence}
      />
      <div>
        <Button type="submit" look="primary" busy={busy}>
          {t('joint.training.record')}
        </Button>
      </div>
    </Form>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyFields, type Refusal } from '../../gql/refusal';
import { useAction } from '../../gql/use-action';
import { longDate } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { useSession } from '../../session';
import { WordsDialog } from '../../ui/AskDialog';
import { AsWritten } from '../../ui/AsWritten';
import { Actions, Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { Form } from '../../ui/Form';
import { Empty } from '../../ui/Loaded';
import { Table } from '../../ui/Table';
import {
  EMPTY_EMPLOYMENT,
  employmentInput,
  EmploymentFields,
  emptyEmploymentFields,
  useEmploymentLabels,
} from './EmploymentFields';
import { EndDialog } from './EndDialog';
import type { Choices } from './placements.documents';
import {
  EndEmploymentDocument,
  type EmploymentRow,
  RecordEmploymentDocument,
  TakeEmploymentBackDocument,
} from './training.documents';

interface Props {
  readonly specialistId: string;
  readonly rows: readonly EmploymentRow[];
  readonly choices: Choices['placementChoices'];
  readonly mayChange: boolean;
}

/** How somebody is and was appointed, and what can be done about it. */
export function Employments({ specialistId, rows, choices, mayChange }: Props) {
  const { t } = useTranslation();
  return (
    <>
      {rows.length === 0 ? (
        <Empty>{t('joint.employment.empty')}</Empty>
      ) : (
        <EmploymentTable rows={rows} choices={choices} mayChange={mayChange} />
      )}
      {mayChange && <NewEmployment specialistId={specialistId} choices={choices} />}
    </>
  );
}

function EmploymentTable({ rows, choices, mayChange }: Omit<Props, 'specialistId'>) {
  const { t } = useTranslation();
  const { today } = useSession();
  const done = useDone();
  const [ending, setEnding] = useState<EmploymentRow | null>(null);
  const [wrong, setWrong] = useState<EmploymentRow | null>(null);
  const end = useAction(EndEmploymentDocument, 'Employment');
  const back = useAction(TakeEmploymentBackDocument, 'Employment');
  const employerOf = ({ partyId }: EmploymentRow): string => {
    const party = choices.employers.find(({ id }) => id === partyId);
    return party ? nameOf(party) : t('ui.none');
  };
  const agreementOf = ({ agreementId }: EmploymentRow): string =>
    choices.agreements.find(({ id }) => id === agreementId)?.number ?? t('ui.none');
  return (
    <>
      <Table
        caption={t('joint.employment.title')}
        rows={rows}
        keyOf={({ id }) => id}
        cards
        columns={[
          {
            key: 'form',
            title: t('joint.employment.form'),
            heads: true,
            cell: ({ form, removedAt, removedReason }) => (
              <>
                {t(`joint.employment.forms.${form}`)}
                {removedAt && (
                  <span className="block">{t('joint.takenBack', { reason: removedReason ?? '' })}</span>
                )}
              </>
            ),
          },
          {
            key: 'grade',
            title: t('joint.employment.grade'),
            cell: ({ grade }) => (grade ? <AsWritten>{grade}</AsWritten> : t('ui.none')),
          },
          { key: 'employer', title: t('joint.employment.employer'), cell: employerOf },
          { key: 'agreement', title: t('joint.agreement'), nowrap: true, cell: agreementOf },
          {
            key: 'term',
            title: t('joint.term'),
            cell: ({ startsOn, endsOn, endReason }) => (
              <>
                {t('joint.fromTo', {
                  from: longDate(startsOn),
                  to: endsOn ? longDate(endsOn) : t('joint.employment.open'),
                })}
                {endReason && <span className="block text-solid-gray-700">{endReason}</span>}
              </>
            ),
          },
          ...(mayChange
            ? [
                {
                  key: 'actions',
                  title: t('joint.actions'),
                  cell: (row: EmploymentRow) =>
                    row.removedAt === null && (
                      <Actions short>
                        <Button size="small" onClick={() => setEnding(row)}>
                          {t('joint.employment.end')}
                        </Button>
                        <Button size="small" onClick={() => setWrong(row)}>
                          {t('joint.takeBack')}
                        </Button>
                      </Actions>
                    ),
                },
              ]
            : []),
        ]}
      />
      {ending && (
        <EndDialog
          title={t('joint.employment.end')}
          onClose={() => setEnding(null)}
          busy={end.busy}
          refusal={end.refusal}
          day={today}
          onConfirm={(on, reason) =>
            void end.run({ id: ending.id, on, reason }).then((ended) => {
              if (!ended) return;
              setEnding(null);
              done(t('joint.employment.ended'));
            })
          }
        />
      )}
      <WordsDialog
        title={t('joint.takeBack')}
        open={wrong !== null}
        onClose={() => setWrong(null)}
        confirm={t('joint.takeBack')}
        busy={back.busy}
        refusal={back.refusal}
        name="reason"
        label={t('joint.reason')}
        onConfirm={(reason) =>
          void back.run({ id: wrong?.id ?? '', reason }).then((removed) => {
            if (!removed) return;
            setWrong(null);
            done(t('joint.employment.takenBack'));
          })
        }
      />
    </>
  );
}

function NewEmployment({ specialistId, choices }: Pick<Props, 'specialistId' | 'choices'>) {
  const { t } = useTranslation();
  const done = useDone();
  const labels = useEmploymentLabels();
  const [missing, setMissing] = useState<Refusal | null>(null);
  const [draft, setDraft] = useState(EMPTY_EMPLOYMENT);
  const { run, busy, refusal } = useAction(RecordEmploymentDocument, 'Employment');
  const save = async () => {
    const empty = emptyEmploymentFields(draft);
    setMissing(emptyFields(empty));
    if (empty.length > 0 || !(await run({ specialistId, input: employmentInput(draft) }))) return;
    done(t('joint.employment.recorded'));
    setDraft(EMPTY_EMPLOYMENT);
  };
  return (
    <Form
      label={t('joint.employment.record')}
      labels={labels}
      refusal={missing ?? refusal}
      onSubmit={() => void save()}
    >
      <h3 className="text-std-18B-160">{t('joint.employment.record')}</h3>
      <EmploymentFields draft={draft} onChange={setDraft} choices={choices} />
      <div>
        <Button type="submit" look="primary" busy={busy}>
          {t('joint.employment.record')}
        </Button>
      </div>
    </Form>
  );
}

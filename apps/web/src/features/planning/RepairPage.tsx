import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useAction } from '../../gql/use-action';
import { emptyFields, type Refusal } from '../../gql/refusal';
import { useLoad } from '../../gql/use-load';
import { nameOf } from '../../i18n/words';
import { useSession } from '../../session';
import { WordsDialog } from '../../ui/AskDialog';
import { Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { DateField, SelectField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Loaded } from '../../ui/Loaded';
import { Page, Section } from '../../ui/Page';
import { ApplyRepairDocument, PeopleDocument, RepairOptionsDocument } from './answers.documents';
import { type Option, OptionChanges, OptionList } from './OptionList';
import { SickSoon } from './SickSoon';

/** Most people that a pool has on one page of the API. */
const MOST_PEOPLE = 100;

interface Absence {
  readonly specialistId: string;
  readonly from: string;
  readonly to: string;
}

/** Somebody falls ill: who, when, which of three ways, done. */
export function RepairPage() {
  const { t } = useTranslation();
  const { today } = useSession();
  const [params] = useSearchParams();
  const people = useLoad(PeopleDocument, { first: MOST_PEOPLE });
  const [specialistId, setSpecialist] = useState(params.get('specialist') ?? '');
  const [from, setFrom] = useState(today);
  const [to, setTo] = useState(today);
  const [absence, setAbsence] = useState<Absence | null>(null);
  const [missing, setMissing] = useState<Refusal | null>(null);
  return (
    <Page title={t('planning.repair.title')} back={{ to: '/board', label: t('board.title') }}>
      <Section title={t('planning.repair.who')} id="who">
        <p>{t('planning.repair.lead')}</p>
        <SickSoon
          chosen={absence && absence.from === absence.to ? { ...absence, date: absence.from } : null}
          onChoose={({ specialistId: id, date }) => setAbsence({ specialistId: id, from: date, to: date })}
          otherOpen={params.has('specialist')}
          other={
            <Loaded of={people}>
              {({ specialists }) => (
                <Form
                  label={t('planning.repair.title')}
                  labels={{
                    specialistId: t('planning.specialist'),
                    from: t('planning.repair.from'),
                    to: t('planning.repair.to'),
                  }}
                  refusal={missing}
                  onSubmit={() => {
                    const empty = [
                      specialistId === '' && 'specialistId',
                      from === '' && 'from',
                      to === '' && 'to',
                    ];
                    const fields = empty.filter((field) => field !== false);
                    setMissing(emptyFields(fields));
                    setAbsence(fields.length > 0 ? null : { specialistId, from, to });
                  }}
                >
                  <div className="grid items-start gap-4 lg:grid-cols-3">
                    <SelectField
                      name="specialistId"
                      required
                      value={specialistId}
                      onChange={setSpecialist}
                      empty={t('planning.whyNot.choose')}
                      options={specialists.edges.map(({ node }) => ({ value: node.id, label: nameOf(node) }))}
                    />
                    <DateField
                      name="from"
                      required
                      min={today}
                      value={from}
                      onChange={(day) => {
                        setFrom(day);
                        if (to < day) setTo(day);
                      }}
                    />
                    <DateField name="to" required min={from} value={to} onChange={setTo} />
                  </div>
                  <div>
                    <Button type="submit" look="primary">
                      {t('planning.repair.look')}
                    </Button>
                  </div>
                </Form>
              )}
            </Loaded>
          }
        />
      </Section>
      {absence && <Ways key={JSON.stringify(absence)} absence={absence} />}
    </Page>
  );
}

function Ways({ absence }: { readonly absence: Absence }) {
  const { t } = useTranslation();
  const done = useDone();
  const load = useLoad(RepairOptionsDocument, absence);
  const [chosen, setChosen] = useState<Option | null>(null);
  const { run, busy, refusal, clear } = useAction(ApplyRepairDocument);
  const apply = async (reason: string) => {
    if (chosen === null) return;
    const made = (await run({ input: { ...absence, optionKey: chosen.key, reason } }))?.applyRepair;
    if (!made) return;
    setChosen(null);
    const { version, moved, cancelled } = made;
    done(t('planning.repair.done', { version, moved, cancelled }), '/visits');
  };
  return (
    <Section title={t('planning.repair.ways')} id="ways">
      <Loaded of={load}>
        {({ absenceRepairOptions }) => (
          <OptionList options={absenceRepairOptions} none={t('planning.repair.none')} onChoose={setChosen} />
        )}
      </Loaded>
      <WordsDialog
        title={t('planning.repair.applyTitle')}
        open={chosen !== null}
        onClose={() => {
          setChosen(null);
          clear();
        }}
        confirm={t('planning.repair.apply')}
        busy={busy}
        refusal={refusal}
        name="reason"
        label={t('planning.repair.reason')}
        hint={t('planning.repair.reasonHint')}
        initial={t('planning.repair.suggestion')}
        onConfirm={(reason) => void apply(reason)}
      >
        {chosen && (
          <>
            <OptionChanges option={chosen} />
            <p>{t('planning.repair.told', { count: chosen.towns })}</p>
          </>
        )}
      </WordsDialog>
    </Section>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import type { ResultOf } from '../../gql/graphql';
import { longDate, weekdayName } from '../../i18n/dates';
import { useSession } from '../../session';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { DialogActions } from '../../ui/DialogActions';
import { useDone } from '../../ui/Done';
import { FieldGroup } from '../../ui/Field';
import { DateField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Empty, Loaded } from '../../ui/Loaded';
import { Section } from '../../ui/Page';
import { CONCERNS, type HitRow, PatternsDocument, SetPatternDocument } from './availability.documents';
import { DecideDialog, type DecisionMade } from './DecideDialog';

type HalfDay = ResultOf<typeof PatternsDocument>['weeklyPatterns'][number]['weekly'][number];

const DAYS = ['MON', 'TUE', 'WED', 'THU', 'FRI'] as const;
const HALVES = ['AM', 'PM'] as const;
const dayName = (day: (typeof DAYS)[number]): string => weekdayName(DAYS.indexOf(day) + 1);
/** Before anybody changed it. */
const SINCE_EVER = '1900-01-01';

interface Props {
  readonly specialistId: string;
  readonly weekly: readonly HalfDay[];
}

/** For the hub: from which day on which week is worked. What was before a change stays as it was. */
export function PatternSection({ specialistId, weekly }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const load = useLoad(PatternsDocument, { specialistId }, { about: ['WeeklyPattern'] });
  const wordsOf = (halves: readonly HalfDay[]): string =>
    DAYS.flatMap((day) => {
      const parts = HALVES.filter((half) => halves.includes(`${day}_${half}`));
      if (parts.length === 0) return [];
      return [parts.length === 2 ? dayName(day) : `${dayName(day)} ${t(`ui.half.${parts[0] ?? 'AM'}`)}`];
    }).join(t('ui.listMark')) || t('availability.pattern.nothing');
  return (
    <Section title={t('availability.pattern.title')} id="availability-pattern">
      <div className="no-print">
        <Button onClick={() => setOpen(true)}>{t('availability.pattern.change')}</Button>
      </div>
      <Loaded of={load}>
        {({ weeklyPatterns: patterns }) =>
          patterns.length === 0 ? (
            <Empty>{t('availability.pattern.empty')}</Empty>
          ) : (
            <ul className="flex flex-col gap-1">
              {patterns.map(({ id, validFrom, weekly: halves }) => (
                <li key={id}>
                  {validFrom === SINCE_EVER
                    ? t('availability.pattern.before')
                    : t('availability.pattern.from', { date: longDate(validFrom) })}{' '}
                  {wordsOf(halves)}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <Dialog title={t('availability.pattern.change')} open={open} onClose={() => setOpen(false)}>
        <PatternForm specialistId={specialistId} weekly={weekly} onClose={() => setOpen(false)} />
      </Dialog>
    </Section>
  );
}

function PatternForm({ specialistId, weekly, onClose }: Props & { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { today } = useSession();
  const done = useDone();
  const [validFrom, setValidFrom] = useState('');
  const [halves, setHalves] = useState<readonly HalfDay[]>(weekly);
  const [hits, setHits] = useState<readonly HitRow[]>([]);
  const { run, busy, refusal, clear } = useAction(SetPatternDocument, CONCERNS);
  const put = async (decisions: DecisionMade[] | null = null) => {
    const answer = await run({ input: { specialistId, validFrom, weekly: [...halves], decisions } });
    if (!answer) return;
    const { applied, hits: hit } = answer.setWeeklyPattern;
    setHits(applied ? [] : hit);
    if (!applied) return;
    onClose();
    done(t('availability.pattern.changed', { date: longDate(validFrom) }));
  };
  return (
    <>
      <Form
        labels={{ validFrom: t('availability.pattern.validFrom'), weekly: t('availability.pattern.title') }}
        refusal={hits.length > 0 ? null : refusal}
        onSubmit={() => void put()}
      >
        <DateField
          name="validFrom"
          required
          min={today}
          hint={t('availability.pattern.hint')}
          value={validFrom}
          onChange={setValidFrom}
        />
        <FieldGroup name="weekly" required>
          <table className="self-start border-collapse text-center">
            <thead>
              <tr>
                <td />
                {DAYS.map((day) => (
                  <th key={day} scope="col" className="px-2 py-1">
                    {dayName(day)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {HALVES.map((half) => (
                <tr key={half}>
                  <th scope="row" className="pr-2 font-400 whitespace-nowrap">
                    {t(`ui.half.${half}`)}
                  </th>
                  {DAYS.map((day) => {
                    const one: HalfDay = `${day}_${half}`;
                    const works = halves.includes(one);
                    return (
                      <td key={day} className="w-13 border border-solid-gray-300 p-0">
                        <label className="flex min-h-11 items-center justify-center has-checked:bg-key-100">
                          <input
                            type="checkbox"
                            className="size-6"
                            aria-label={`${dayName(day)} ${t(`ui.half.${half}`)}`}
                            checked={works}
                            onChange={() =>
                              setHalves(works ? halves.filter((other) => other !== one) : [...halves, one])
                            }
                          />
                        </label>
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </FieldGroup>
        <DialogActions confirm={t('availability.pattern.change')} busy={busy} onClose={onClose} />
      </Form>
      <DecideDialog
        hits={hits}
        busy={busy}
        refusal={refusal}
        onClose={() => {
          setHits([]);
          clear();
        }}
        onDecide={(decisions) => void put(decisions)}
      />
    </>
  );
}

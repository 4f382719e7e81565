import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { useLoad } from '../../../gql/use-load';
import { shortDate } from '../../../i18n/dates';
import { Button } from '../../../ui/Button';
import { SelectField } from '../../../ui/fields';
import { Form } from '../../../ui/Form';
import { Loaded } from '../../../ui/Loaded';
import { Page } from '../../../ui/Page';
import { RunDocument, type RunRow } from '../plans.documents';
import { comparableWith } from './comparable';
import { type ComparableRun, RunsToCompareDocument } from './compare.documents';
import { BesideCalendar } from './BesideCalendar';
import { BesideRun } from './BesideRun';

/** As far back as anybody looks for another plan. */
const RECENT_RUNS = 100;
/** Stands for the published plan in the address. */
const CALENDAR = 'published';

/** Two plans beside each other, or one beside what is published: figures first, then visit by visit. */
export function ComparePage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const run = useLoad(RunDocument, { id }, { about: ['PlanPublication'] });
  const runs = useLoad(RunsToCompareDocument, { first: RECENT_RUNS });
  const number = run.data?.planningRun.number;
  const name = number === undefined ? t('planning.title') : t('planning.run', { number });
  return (
    <Page
      title={number === undefined ? t('comparing.title') : t('comparing.titleOf', { number })}
      back={{ to: `/plans/${id}`, label: name }}
      lead={<p>{t('comparing.lead')}</p>}
    >
      <Loaded of={run}>
        {({ planningRun }) => (
          <Loaded of={runs}>
            {({ planningRuns: { edges } }) => (
              <Compared
                run={planningRun}
                others={comparableWith(
                  planningRun,
                  edges.map(({ node }) => node),
                )}
              />
            )}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

function Compared({ run, others }: { readonly run: RunRow; readonly others: readonly ComparableRun[] }) {
  const [search] = useSearchParams();
  const wanted = search.get('with');
  const other = others.find(({ id }) => id === wanted) ?? (wanted === CALENDAR ? undefined : others[0]);
  return (
    <>
      <Chooser key={other?.id ?? CALENDAR} run={run} others={others} chosen={other?.id ?? CALENDAR} />
      {other ? (
        <BesideRun key={`beside ${other.id}`} run={run} otherId={other.id} />
      ) : (
        <BesideCalendar run={run} />
      )}
    </>
  );
}

interface ChooserProps {
  readonly run: RunRow;
  readonly others: readonly ComparableRun[];
  readonly chosen: string;
}

function Chooser({ run, others, chosen }: ChooserProps) {
  const { t } = useTranslation();
  const [, setSearch] = useSearchParams();
  const [id, setId] = useState(chosen);
  const labelOf = ({ number, fromOn, toOn, status, progress }: ComparableRun): string =>
    [
      t('planning.run', { number }),
      (fromOn !== run.fromOn || toOn !== run.toOn) &&
        t('planning.periodValue', { from: shortDate(fromOn), to: shortDate(toOn) }),
      progress && t('planning.resultValue', { placed: progress.placed, unplaced: progress.unplaced }),
      t(`planning.status.${status}`),
    ]
      .filter(Boolean)
      .join(' ');
  return (
    <search className="no-print">
      <Form
        labels={{ with: t('comparing.with') }}
        refusal={null}
        onSubmit={() => setSearch({ with: id }, { preventScrollReset: true })}
      >
        <div className="flex flex-wrap items-end gap-4">
          <div className="w-full max-w-md">
            <SelectField
              name="with"
              needless
              value={id}
              onChange={setId}
              options={[
                ...others.map((other) => ({ value: other.id, label: labelOf(other) })),
                { value: CALENDAR, label: t('comparing.calendar') },
              ]}
            />
          </div>
          <Button type="submit">{t('comparing.show')}</Button>
        </div>
      </Form>
    </search>
  );
}

import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { nameOf } from '../../i18n/words';
import { AsWritten } from '../../ui/AsWritten';
import { ConfirmDialog } from '../../ui/AskDialog';
import { Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { Notice } from '../../ui/Notice';
import { type ProposedRow, PublishDocument, type RunRow } from './plans.documents';
import { SlotWords } from './SlotWords';

interface Props {
  readonly run: RunRow;
  /** Proposals by id; all of them when null. */
  readonly only: readonly string[] | null;
  readonly onClose: () => void;
}

/** Everything that publishing does, before anybody else sees it. */
export function PublishDialog({ run, only, onClose }: Props) {
  const { t } = useTranslation();
  const done = useDone();
  const [added, setAdded] = useState<readonly string[]>([]);
  const {
    run: publish,
    busy,
    refusal,
    clear,
  } = useAction(PublishDocument, 'PlanningRun ProposedVisit PlanPublication Visit PlanComparison');
  const ids = only && new Set([...only, ...added]);
  const visits = run.proposedVisits.filter(({ id }) => ids?.has(id) ?? true);
  const fresh = visits.filter(({ replaces }) => replaces === null);
  const moved = visits.filter(({ replaces }) => replaces !== null);
  const calledOff = only === null ? run.unplacedVisits.filter(({ replaces }) => replaces !== null) : [];
  const left = run.proposedVisits.length - visits.length;
  const needed = neededOf(refusal?.facts).filter((id) => ids?.has(id) === false);

  const confirm = async () => {
    const published = (await publish({ id: run.id, only: ids && [...ids] }))?.publishPlan;
    if (!published) return;
    onClose();
    done(t('planning.published', { version: published.version, count: published.visits + published.moved }));
  };

  return (
    <ConfirmDialog
      title={t(only === null ? 'planning.publishTitle' : 'publishing.title')}
      open
      onClose={onClose}
      confirm={t('publishing.confirm', { count: visits.length })}
      busy={busy}
      refusal={needed.length > 0 ? null : refusal}
      onConfirm={() => void confirm()}
    >
      {needed.length > 0 && (
        <div role="alert">
          <Notice tone="warning" title={t('publishing.needs', { count: needed.length })}>
            <VisitList visits={run.proposedVisits.filter(({ id }) => needed.includes(id))} />
            <Button
              size="small"
              onClick={() => {
                clear();
                setAdded([...added, ...needed]);
              }}
            >
              {t('publishing.addNeeded', { count: needed.length })}
            </Button>
          </Notice>
        </div>
      )}
      <div className="flex flex-col gap-2">
        <p>{t('planning.publishText', { count: visits.length })}</p>
        {left > 0 && <p>{t('publishing.left', { count: left })}</p>}
        <p>{t('publishing.others')}</p>
      </div>
      {fresh.length > 0 && (
        <Group title={t('publishing.new', { count: fresh.length })}>
          <Towns visits={fresh} />
        </Group>
      )}
      {moved.length > 0 && (
        <Group title={t('publishing.moved', { count: moved.length })}>
          <VisitList visits={moved} />
        </Group>
      )}
      {calledOff.length > 0 && (
        <Group title={t('publishing.calledOff', { count: calledOff.length })}>
          <ul className="flex flex-col gap-2">
            {calledOff.map(({ supportRequest, visitNo, replaces }) => (
              <li key={`${supportRequest.id} ${visitNo}`}>
                {nameOf(supportRequest.municipality)} <AsWritten>{supportRequest.title}</AsWritten>{' '}
                {t('schedule.nth', { n: visitNo })}
                <br />
                {replaces && <SlotWords slot={replaces} />}
              </li>
            ))}
          </ul>
        </Group>
      )}
    </ConfirmDialog>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <h3 className="mb-2 text-std-16B-170">{title}</h3>
      {children}
    </div>
  );
}

function Towns({ visits }: { readonly visits: readonly ProposedRow[] }) {
  const { t } = useTranslation();
  const towns = new Map<string, number>();
  for (const { municipality } of visits) {
    const name = nameOf(municipality);
    towns.set(name, (towns.get(name) ?? 0) + 1);
  }
  return (
    <ul className="columns-2 gap-6 sm:columns-3">
      {[...towns].map(([name, count]) => (
        <li key={name}>
          {name} {t('ui.items', { count })}
        </li>
      ))}
    </ul>
  );
}

/** Which visits, and where from where they move. */
function VisitList({ visits }: { readonly visits: readonly ProposedRow[] }) {
  const { t } = useTranslation();
  return (
    <ul className="mb-3 flex flex-col gap-2">
      {visits.map((visit) => (
        <li key={visit.id}>
          {nameOf(visit.municipality)} <AsWritten>{visit.supportRequest.title}</AsWritten>{' '}
          {t('schedule.nth', { n: visit.visitNo })}
          <br />
          {visit.replaces && (
            <>
              <SlotWords slot={visit.replaces} /> →{' '}
            </>
          )}
          <SlotWords slot={visit} />
        </li>
      ))}
    </ul>
  );
}

/** Proposals that the chosen ones cannot do without, as the server names them. */
function neededOf(facts: Readonly<Record<string, unknown>> | undefined): string[] {
  const needed = facts?.['needed'];
  return Array.isArray(needed) ? needed.filter((id): id is string => typeof id === 'string') : [];
}

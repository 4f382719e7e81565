import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n';
import { nameOf } from '../../i18n/words';
import { AsWritten } from '../../ui/AsWritten';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import type { PlanPart } from './part.documents';
import { SlotWords } from './SlotWords';

type Changes = PlanPart['changes'];

/** Why a part cannot be published as it is, and what would have to come with it. */
export function NeededBeside({ part, onAdd }: { readonly part: PlanPart; readonly onAdd: () => void }) {
  const { t } = useTranslation();
  const language = currentLanguage();
  const count = part.alsoNeeded.length;
  const sentences = [...new Set(part.violations.map(({ sentence }) => sentence[language]))];
  return (
    <div role="alert">
      <Notice
        tone={part.possible ? 'warning' : 'error'}
        title={part.possible ? t('publishing.needs', { count }) : t('publishing.impossible')}
      >
        <div className="flex flex-col gap-3">
          {sentences.length > 0 && (
            <ul className="list-disc pl-5">
              {sentences.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          )}
          {count > 0 && (
            <>
              <PartChanges changes={part.alsoNeeded} inFull />
              <div>
                <Button size="small" onClick={onAdd}>
                  {t('publishing.addNeeded', { count })}
                </Button>
              </div>
            </>
          )}
        </div>
      </Notice>
    </div>
  );
}

interface PartChangesProps {
  readonly changes: Changes;
  /** Each new visit by itself instead of counted by town. */
  readonly inFull?: boolean;
}

/** What is new, what moves from where to where, and what is called off. */
export function PartChanges({ changes, inFull = false }: PartChangesProps) {
  const { t } = useTranslation();
  const of = (kind: Changes[number]['kind']) => changes.filter((change) => change.kind === kind);
  const [fresh, moved, gone] = [of('NEW'), of('MOVED'), of('CANCELLED')];
  return (
    <>
      {gone.length > 0 && (
        <Group title={t('publishing.calledOff', { count: gone.length })}>
          <ChangeList changes={gone} />
        </Group>
      )}
      {moved.length > 0 && (
        <Group title={t('publishing.moved', { count: moved.length })}>
          <ChangeList changes={moved} />
        </Group>
      )}
      {fresh.length > 0 && (
        <Group title={t('publishing.new', { count: fresh.length })}>
          {inFull ? <ChangeList changes={fresh} /> : <Towns changes={fresh} />}
        </Group>
      )}
    </>
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

function Towns({ changes }: { readonly changes: Changes }) {
  const { t } = useTranslation();
  const towns = new Map<string, number>();
  for (const { supportRequest } of changes) {
    const name = supportRequest ? nameOf(supportRequest.municipality) : t('ui.none');
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

function ChangeList({ changes }: { readonly changes: Changes }) {
  const { t } = useTranslation();
  return (
    <ul className="flex flex-col gap-2">
      {changes.map(({ supportRequest, supportRequestId, visitNo, before, after }) => (
        <li key={`${supportRequestId} ${visitNo}`}>
          {supportRequest && (
            <>
              {nameOf(supportRequest.municipality)} <AsWritten>{supportRequest.title}</AsWritten>{' '}
            </>
          )}
          {t('schedule.nth', { n: visitNo })}
          <br />
          {before && <SlotWords slot={before} />}
          {before && after && ' → '}
          {after && <SlotWords slot={after} />}
        </li>
      ))}
    </ul>
  );
}

import { useTranslation } from 'react-i18next';
import { Actions, Button } from '../../ui/Button';
import { classes } from '../../ui/classes';
import { NewerValues, type SayValue } from '../../ui/NewerValues';
import { Notice } from '../../ui/Notice';
import type { DraftKeeping } from './use-draft';

interface Props {
  readonly keeping: DraftKeeping;
}

/** One quiet line: whether what stands here is safe. */
export function DraftLine({ keeping: { state, savedAt, refusal } }: Props) {
  const { t } = useTranslation();
  const loud = state === 'AWAY' || state === 'REFUSED' || state === 'OVERTAKEN';
  const faults = (refusal?.faults ?? []).flatMap(({ message }) => (message ? [message] : []));
  return (
    <p role="status" className={classes('text-dns-14N-130', loud ? 'text-error-2' : 'text-solid-gray-700')}>
      {loud && <span aria-hidden="true">{t('ui.faultMark')} </span>}
      {state === 'SAVED' && savedAt
        ? t('requestForm.draft.savedAt', { time: savedAt })
        : t(`requestForm.draft.${state}`)}
      {state === 'REFUSED' && (faults.length > 0 ? faults.join('') : refusal?.message)}
    </p>
  );
}

interface OvertakenProps extends Props {
  readonly labels: Readonly<Record<string, string>>;
  readonly say: SayValue;
  /** Reads what stands there now. */
  readonly onTake: () => void;
}

/** Somebody else writes at the same draft: nothing is written over by itself. */
export function Overtaken({ keeping: { newer, refusal, save }, labels, say, onTake }: OvertakenProps) {
  const { t } = useTranslation();
  if (!newer) return null;
  return (
    <div role="alert">
      <Notice tone="warning" title={t('requestForm.draft.overtaken')}>
        <div className="flex flex-col gap-4">
          <p>{refusal?.message}</p>
          <NewerValues newer={newer} labels={labels} say={say} />
          <Actions>
            <Button onClick={onTake}>{t('requestForm.draft.take')}</Button>
            <Button onClick={() => void save(newer.version)}>{t('requestForm.draft.keep')}</Button>
          </Actions>
        </div>
      </Notice>
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n';
import { nameOf, useMinutes } from '../../i18n/words';
import { useDailyWork } from '../../session';
import { AsWritten } from '../../ui/AsWritten';
import { Button } from '../../ui/Button';
import { Empty } from '../../ui/Loaded';
import type { RepairOptions } from './answers.documents';
import { PriceWords } from './PriceWords';
import { SlotWords } from './SlotWords';

export type Option = RepairOptions['options'][number];

/** Ways to mend or change the published plan, best first, each with what it moves and what it costs. */
export function OptionList({
  options: { options, reasons },
  none,
  onChoose,
}: {
  readonly options: RepairOptions;
  /** What to say where there is no way. */
  readonly none: string;
  readonly onChoose: (option: Option) => void;
}) {
  const { t } = useTranslation();
  const worksDaily = useDailyWork();
  if (options.length === 0) {
    return (
      <Empty>
        {none}
        {reasons.map(({ ruleId, sentence }) => (
          <span key={ruleId} className="block">
            {sentence[currentLanguage()]}
          </span>
        ))}
      </Empty>
    );
  }
  return (
    <ol className="flex flex-col gap-6">
      {options.map((option, index) => (
        <li key={option.key} className="rounded-8 border border-solid-gray-300 p-4">
          <h3 className="mb-2 text-std-18B-160">
            {t('planning.repair.heading', { n: index + 1, kind: t(`planning.repair.kind.${option.kind}`) })}
          </h3>
          <OptionTowns option={option} />
          <OptionChanges option={option} />
          <details className="mb-3">
            <summary className="w-fit py-2 underline underline-offset-4">
              {t('planning.repair.price')}
            </summary>
            <PriceWords price={option.price} />
          </details>
          {worksDaily && (
            <Button
              aria-label={`${t('planning.repair.choose')} ${t('planning.repair.option', { n: index + 1 })}`}
              onClick={() => onChoose(option)}
            >
              {t('planning.repair.choose')}
            </Button>
          )}
        </li>
      ))}
    </ol>
  );
}

/** How many towns hear of it, and how much farther anybody travels. */
function OptionTowns({ option: { towns, travelMinutes } }: { readonly option: Option }) {
  const { t } = useTranslation();
  const minutesOf = useMinutes();
  return (
    <p className="mb-2">
      <span className="font-700">{t('answers.fallen.towns', { count: towns })}</span>
      {travelMinutes !== 0 &&
        t(travelMinutes > 0 ? 'answers.fallen.more' : 'answers.fallen.less', {
          minutes: minutesOf(Math.abs(travelMinutes)),
        })}
    </p>
  );
}

/** What becomes of each visit; told again before it is published. */
export function OptionChanges({ option: { changes, unplaced } }: { readonly option: Option }) {
  const { t } = useTranslation();
  return (
    <>
      <ul className="mb-3 flex flex-col gap-2">
        {changes.map((change) => (
          <Change key={`${change.supportRequestId} ${change.visitNo}`} change={change} />
        ))}
      </ul>
      {unplaced.length > 0 && (
        <p className="mb-3 text-error-2">{t('planning.repair.unplaced', { count: unplaced.length })}</p>
      )}
    </>
  );
}

function Change({ change }: { readonly change: Option['changes'][number] }) {
  const { t } = useTranslation();
  const { supportRequest, before, after } = change;
  return (
    <li>
      <p>
        {t(`planning.repair.change.${change.kind}`)}{' '}
        {supportRequest && (
          <>
            {nameOf(supportRequest.municipality)} <AsWritten>{supportRequest.title}</AsWritten>{' '}
          </>
        )}
        <span className="whitespace-nowrap">{t('schedule.nth', { n: change.visitNo })}</span>
      </p>
      <p>
        {before && <SlotWords slot={before} />}
        {before && after && ' → '}
        {after && <SlotWords slot={after} />}
      </p>
    </li>
  );
}

import { useTranslation } from 'react-i18next';
import { useLoad } from '../../gql/use-load';
import { shortDate, timeRange, tokyo } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { Button } from '../../ui/Button';
import { Loaded } from '../../ui/Loaded';
import { ExplainDocument, type Explanation } from './answers.documents';
import { PriceWords } from './PriceWords';
import { SlotWords } from './SlotWords';

type Slot = Explanation['alternatives'][number]['slot'];

/** Places that the rules allow, the cheapest first: one press fills the form in. */
export function NextBest({ id, onChoose }: { readonly id: string; readonly onChoose: (slot: Slot) => void }) {
  const { t } = useTranslation();
  const load = useLoad(ExplainDocument, { id });
  return (
    <section aria-labelledby="next-best" className="flex flex-col gap-2">
      <h3 id="next-best" className="text-std-17B-170">
        {t('moving.nextBest')}
      </h3>
      <Loaded of={load}>
        {({ explainProposedVisit: { alternatives } }) =>
          alternatives.length === 0 ? (
            <p>{t('planning.why.none')}</p>
          ) : (
            <ul className="flex flex-col">
              {alternatives.map(({ slot, price }) => (
                <li
                  key={`${slot.specialistId} ${slot.startsAt} ${slot.mode}`}
                  className="grid items-start gap-x-4 gap-y-1 border-b border-solid-gray-200 py-2 sm:grid-cols-[1fr_auto]"
                >
                  <div>
                    <p className="text-std-16B-170">
                      <SlotWords slot={slot} />
                    </p>
                    <div className="text-dns-14N-130">
                      <PriceWords price={price} />
                    </div>
                  </div>
                  <Button
                    size="small"
                    aria-label={t('moving.takeOne', {
                      when: `${shortDate(tokyo(slot.startsAt).date)} ${timeRange(slot.startsAt, slot.endsAt)}`,
                      who: slot.specialist ? nameOf(slot.specialist) : '',
                    })}
                    onClick={() => onChoose(slot)}
                  >
                    {t('moving.take')}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}

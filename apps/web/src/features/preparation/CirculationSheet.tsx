import { useTranslation } from 'react-i18next';
import { nameOf } from '../../i18n/words';
import type { Preparation, PreparedVisit } from './preparation.documents';
import { PreparationFacts } from './PreparationNotes';
import { VisitWords } from './VisitWords';

interface Props {
  readonly visit: PreparedVisit;
  readonly preparation: Preparation;
}

/** Room for the seals of those who have read it. */
const SEALS = 5;

/** 所内回覧用: one sheet, only on paper. */
export function CirculationSheet({ visit, preparation }: Props) {
  const { t } = useTranslation();
  return (
    <div className="hidden print:block">
      <p>{nameOf(visit.municipality)}</p>
      <VisitWords visit={visit} />
      <PreparationFacts preparation={preparation} />
      <table className="mt-6 w-full table-fixed border-collapse">
        <caption className="text-left">{t('preparation.circulate')}</caption>
        <tbody>
          <tr>
            {Array.from({ length: SEALS }, (_, i) => (
              <td key={i} className="h-20 border border-black" />
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}

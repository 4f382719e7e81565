import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { fiscalYearName } from '../../i18n/dates';
import { AsWritten } from '../../ui/AsWritten';
import { SimilarCasesDocument } from './case-reports.documents';

interface Props {
  readonly themeId: string | null;
  /** The trouble in words, as far as it is written. */
  readonly words: string;
}

/** The likest ones differ little after the first lines. */
const WORDS_COMPARED = 1_000;

/** 似た相談・事例: how others fared, without their names. */
export function SimilarCases({ themeId, words }: Props) {
  const { t } = useTranslation();
  const asked = themeId !== null || words.trim() !== '';
  const load = useLoad(
    SimilarCasesDocument,
    { themeId, words: words.slice(0, WORDS_COMPARED) },
    { pause: !asked, about: ['SharedCase'] },
  );
  const cases = load.data?.similarCases ?? [];
  return (
    <section aria-labelledby="similar-cases" className="flex flex-col gap-3">
      <h2 id="similar-cases" className="text-std-16B-170">
        {t('reports.shared.similar')}
      </h2>
      {cases.length === 0 ? (
        <p className="text-dns-14N-130 text-solid-gray-700">
          {t(asked && load.data ? 'reports.shared.similarEmpty' : 'reports.shared.similarNone')}
        </p>
      ) : (
        <ul className="flex flex-col gap-3">
          {cases.map(({ id, title, townSize, fiscalYear }) => (
            <li key={id} className="border-l-4 border-solid-gray-300 pl-3">
              <Link to={`/cases/${id}`} className="link">
                <AsWritten>{title}</AsWritten>
              </Link>
              <span className="block text-dns-14N-130 text-solid-gray-700">
                {t('reports.shared.townOf', {
                  size: t(`reports.shared.sizes.${townSize}`),
                  year: fiscalYearName(fiscalYear),
                })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

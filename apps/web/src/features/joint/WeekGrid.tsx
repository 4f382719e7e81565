import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { nameOf } from '../../i18n/words';
import { ScrollRegion } from '../../ui/Table';
import type { PlacementRow } from './placements.documents';
import { useHalfDayWords, WEEK } from './week';

export type By = 'person' | 'town';

interface Named {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
}

/** Who is where in an office week: a line for each person, or for each town. */
export function WeekGrid({ rows, by }: { readonly rows: readonly PlacementRow[]; readonly by: By }) {
  const { t } = useTranslation();
  const words = useHalfDayWords();
  const captionId = useId();
  const unknown = { id: '', name: t('joint.unknownPerson'), nameEn: t('joint.unknownPerson') };
  const headOf = (row: PlacementRow): Named =>
    by === 'person' ? (row.specialist ?? unknown) : row.municipality;
  const cellOf = (row: PlacementRow): Named =>
    by === 'person' ? row.municipality : (row.specialist ?? unknown);
  const heads = [...new Map(rows.map((row) => [headOf(row).id, headOf(row)])).values()];
  return (
    <ScrollRegion labelledBy={captionId}>
      <table className="border-collapse text-left text-dns-14N-130">
        <caption id={captionId} className="sr-only">
          {t('joint.placements.gridCaption')}
        </caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2} className="border border-solid-gray-300 bg-solid-gray-50 px-2 py-2">
              {t(`joint.placements.by.${by}`)}
            </th>
            {WEEK.map((day) => (
              <th
                key={day}
                scope="colgroup"
                colSpan={2}
                className="border border-solid-gray-300 bg-solid-gray-50 px-2 py-1 text-center"
              >
                {words.day(day)}
              </th>
            ))}
          </tr>
          <tr>
            {WEEK.flatMap((day) =>
              (['AM', 'PM'] as const).map((half) => (
                <th
                  key={`${day}_${half}`}
                  scope="col"
                  className="border border-solid-gray-300 bg-solid-gray-50 px-2 py-1 font-400 whitespace-nowrap"
                >
                  {t(`ui.half.${half}`)}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {heads.map((head) => (
            <tr key={head.id}>
              <th scope="row" className="border border-solid-gray-300 px-2 py-2 font-700 whitespace-nowrap">
                {nameOf(head)}
              </th>
              {WEEK.flatMap((day) =>
                (['AM', 'PM'] as const).map((half) => (
                  <td
                    key={`${day}_${half}`}
                    className="min-w-20 border border-solid-gray-300 px-2 py-2 align-top"
                  >
                    {rows
                      .filter((row) => headOf(row).id === head.id && row.weekly.includes(`${day}_${half}`))
                      .map((row) => (
                        <p key={row.id}>
                          <Link to={`/engagements/placements/${row.id}`} className="link">
                            {nameOf(cellOf(row))}
                          </Link>
                          {row.status === 'PLANNED' && (
                            <span className="block">{t('joint.placements.status.PLANNED')}</span>
                          )}
                        </p>
                      ))}
                  </td>
                )),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

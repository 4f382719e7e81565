import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { type TownOnMap, TownMap } from '../../town-map/TownMap';
import type { TownRow } from './overview.documents';

const LEVELS = [0, 1, 2, 3, 4] as const;
/** Days since the last visit up to which a level reaches. */
const REACH = [60, 120, 180, 365];

const levelOf = (days: number | null): (typeof LEVELS)[number] =>
  LEVELS.find((level) => days !== null && days <= (REACH[level] ?? -1)) ?? 4;

/** Where nobody has been for long. The table of all towns says the same. */
export function CoverageMap({ rows, year }: { readonly rows: readonly TownRow[]; readonly year: number }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const towns = rows.map(({ municipalityId: id, daysSince }): TownOnMap => ({
    id,
    level: levelOf(daysSince),
    words: daysSince === null ? t('overview.coverage.never') : t('overview.days', { value: daysSince }),
  }));
  return (
    <TownMap
      towns={towns}
      caption={t('overview.coverage.map')}
      levels={[
        t('overview.coverage.mapLevels.level0'),
        t('overview.coverage.mapLevels.level1'),
        t('overview.coverage.mapLevels.level2'),
        t('overview.coverage.mapLevels.level3'),
        t('overview.coverage.mapLevels.level4'),
      ]}
      onChoose={() => void navigate(`/overview/towns?year=${year}`)}
    />
  );
}

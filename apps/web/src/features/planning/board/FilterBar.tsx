import { useTranslation } from 'react-i18next';
import { nameOf } from '../../../i18n/words';
import { Button } from '../../../ui/Button';
import type { BoardRow } from './board.documents';
import { areaOf, CHIP_STATES, type Filters } from './board-model';

interface Props {
  readonly board: BoardRow;
  readonly filters: Filters;
  readonly onChange: (values: Readonly<Record<string, string | null>>) => void;
}

/** Area, theme and state: kept in the address. */
export function FilterBar({ board, filters, onChange }: Props) {
  const { t } = useTranslation();
  const areas = [...new Set(board.municipalities.map(areaOf))].sort((a, b) =>
    a === 'CITY' ? -1 : b === 'CITY' ? 1 : a.localeCompare(b, 'ja'),
  );
  const active = [filters.area, filters.theme, filters.state].filter((value) => value !== '').length;
  return (
    <div
      role="group"
      aria-label={t('board.filter.label')}
      className="flex flex-wrap items-end gap-x-3 gap-y-1"
    >
      <Pick
        label={t('board.filter.area')}
        value={filters.area}
        onChange={(area) => onChange({ area })}
        options={areas.map((area) => ({
          value: area,
          label: area === 'CITY' ? t('board.filter.cities') : area,
        }))}
      />
      <Pick
        label={t('board.filter.theme')}
        value={filters.theme}
        onChange={(theme) => onChange({ theme })}
        options={board.themes.map((theme) => ({ value: theme.id, label: nameOf(theme) }))}
      />
      <Pick
        label={t('board.filter.state')}
        value={filters.state}
        onChange={(state) => onChange({ state })}
        options={CHIP_STATES.map((state) => ({ value: state, label: t(`board.filter.states.${state}`) }))}
      />
      {active > 0 && (
        <Button size="small" look="quiet" onClick={() => onChange({ area: null, theme: null, state: null })}>
          {t('board.filter.clear', { count: active })}
        </Button>
      )}
    </div>
  );
}

interface PickProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

function Pick({ label, value, onChange, options }: PickProps) {
  const { t } = useTranslation();
  return (
    <label className="flex items-center gap-1.5 text-dns-14N-130">
      <span>{label}</span>
      <select
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="min-h-9 max-w-44 rounded-4 border border-solid-gray-600 bg-white px-2 text-dns-14N-130"
      >
        <option value="">{t('board.filter.all')}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

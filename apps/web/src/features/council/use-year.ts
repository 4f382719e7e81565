import { useSearchParams } from 'react-router';
import { SAME_SCREEN } from '../../navigation/use-change-search';

/** The fiscal year in the address, so that it can be kept and passed on; the given one unless it says another. */
export function useYear(current: number): readonly [year: number, choose: (year: number) => void] {
  const [search, setSearch] = useSearchParams();
  const said = Number(search.get('year'));
  const year = Number.isInteger(said) && Math.abs(said - current) <= 3 ? said : current;
  const choose = (wanted: number) => setSearch({ year: String(wanted) }, SAME_SCREEN);
  return [year, choose];
}

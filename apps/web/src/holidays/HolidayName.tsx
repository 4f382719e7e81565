import { graphql } from '../gql/graphql';
import { useLoad } from '../gql/use-load';
import { nameOf } from '../i18n/words';

const DayClosureDocument = graphql(`
  query DayClosure($date: LocalDate!) {
    officeClosures(from: $date, to: $date) {
      kind
      name
      nameEn
    }
  }
`);

/** The name of a holiday, or of the days around New Year; nothing on other days. */
export function HolidayName({ date }: { readonly date: string }) {
  const { data } = useLoad(DayClosureDocument, { date });
  const day = data?.officeClosures.find(({ kind }) => kind !== 'WEEKEND');
  return day ? <strong>{nameOf(day)}</strong> : null;
}

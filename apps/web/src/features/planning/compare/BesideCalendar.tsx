import { useTranslation } from 'react-i18next';
import { useLoad } from '../../../gql/use-load';
import { Facts } from '../../../ui/Facts';
import { Loaded } from '../../../ui/Loaded';
import { Section } from '../../../ui/Page';
import type { RunRow } from '../plans.documents';
import { changesOfCalendar } from './calendar-changes';
import { Changes } from './Changes';
import { PublishedCountDocument } from './compare.documents';

/** A plan beside what is published: what its publication would change. */
export function BesideCalendar({ run }: { readonly run: RunRow }) {
  const { t } = useTranslation();
  const count = useLoad(
    PublishedCountDocument,
    { from: run.fromOn, to: run.toOn },
    { about: ['PlanPublication'] },
  );
  if (run.status === 'PUBLISHED') return <p>{t('comparing.published')}</p>;
  const changes = changesOfCalendar(run);
  const countOf = (kind: (typeof changes)[number]['kind']) =>
    changes.filter((change) => change.kind === kind).length;
  const [added, moved, gone] = [countOf('NEW'), countOf('MOVED'), countOf('CANCELLED')];
  return (
    <Loaded of={count}>
      {({ visits: { totalCount } }) => (
        <>
          <Section title={t('comparing.figures')} id="figures">
            <Facts
              items={[
                { term: t('comparing.nowPublished'), value: t('ui.items', { count: totalCount }) },
                { term: t('comparing.kind.NEW'), value: t('ui.items', { count: added }) },
                { term: t('comparing.kind.MOVED'), value: t('ui.items', { count: moved }) },
                { term: t('comparing.kind.CANCELLED'), value: t('ui.items', { count: gone }) },
                {
                  term: t('comparing.thenPublished'),
                  value: t('ui.items', { count: totalCount + added - gone }),
                },
              ]}
            />
          </Section>
          <Section title={t('comparing.changes')} id="changes">
            <Changes
              run={run}
              into={null}
              changes={changes}
              unchanged={Math.max(0, totalCount - moved - gone)}
            />
          </Section>
        </>
      )}
    </Loaded>
  );
}

import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { shortDate, timeRange, tokyo } from '../../i18n/dates';
import { useSession } from '../../session';
import { AsWritten } from '../../ui/AsWritten';
import { Loaded } from '../../ui/Loaded';
import { Notice } from '../../ui/Notice';
import { type Town, TownPricesDocument, TownVisitsDocument } from './towns.documents';

/** What the next plan makes of all this. */
export function InPlanning({ town, forHub }: { readonly town: Town; readonly forHub: boolean }) {
  const { t } = useTranslation();
  const staff = town.townProfile?.itStaff ?? null;
  const kind = staff === null ? 'unknown' : town.townProfile?.isOnePerson ? 'onePerson' : 'several';
  const hasPeriods = (town.townProfile?.busy.length ?? 0) > 0;
  return (
    <>
      <ul className="list-disc pl-5">
        <li>{t(`towns.effect.${kind}`)}</li>
        <li>{t(hasPeriods ? 'towns.effect.busy' : 'towns.effect.free')}</li>
        <li>{t('towns.effect.published')}</li>
      </ul>
      {forHub && <Prices />}
      {hasPeriods && <Collisions town={town} />}
    </>
  );
}

/** In the points of the policy, where it counts them at all. */
function Prices() {
  const { t } = useTranslation();
  const policy = useLoad(TownPricesDocument, {});
  return (
    <Loaded of={policy}>
      {({ planningPolicy: { tiers, weights } }) => {
        const pointsOf = (weight: string) => weights.find(({ id }) => id === weight)?.points ?? 0;
        const sentence = (rule: string, weight: string, key: 'onePerson' | 'busy') => {
          const tier = tiers.findIndex((rules) => rules.includes(rule));
          return tier < 0
            ? t(`towns.price.${key}None`)
            : t(`towns.price.${key}`, { n: tier + 1, points: pointsOf(weight) });
        };
        return (
          <p>
            {sentence('town-left-out', 'oneItPersonTown', 'onePerson')}{' '}
            {sentence('assembly-day', 'assemblyDay', 'busy')}{' '}
            <Link to="/plans/policy" className="link">
              {t('planning.policy.title')}
            </Link>
          </p>
        );
      }}
    </Loaded>
  );
}

/** Published visits do not move by themselves: those on such days are named. */
function Collisions({ town }: { readonly town: Town }) {
  const { t } = useTranslation();
  const { today } = useSession();
  const visits = useLoad(TownVisitsDocument, { municipalityId: town.id, from: today }, { about: ['Visit'] });
  const isBusy = (date: string) =>
    town.townProfile?.busy.some(({ from, to }) => from <= date && date <= to) === true;
  return (
    <Loaded of={visits}>
      {({ visits: { edges } }) => {
        const hit = edges.map(({ node }) => node).filter(({ startsAt }) => isBusy(tokyo(startsAt).date));
        return (
          hit.length > 0 && (
            <Notice tone="warning" title={t('towns.collisions', { count: hit.length })}>
              <ul className="list-disc pl-5">
                {hit.map(({ id, startsAt, endsAt, supportRequest }) => (
                  <li key={id}>
                    <Link to={`/visits/${id}`} className="link">
                      {shortDate(tokyo(startsAt).date)} {timeRange(startsAt, endsAt)}{' '}
                      <AsWritten>{supportRequest.title}</AsWritten>
                    </Link>
                  </li>
                ))}
              </ul>
            </Notice>
          )
        );
      }}
    </Loaded>
  );
}

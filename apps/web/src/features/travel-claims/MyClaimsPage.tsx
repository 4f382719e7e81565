import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { longDate, tokyo } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { Actions, Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { CheckBox } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Empty, Loaded } from '../../ui/Loaded';
import { Page, Section } from '../../ui/Page';
import { Pager, usePage } from '../../ui/Pager';
import { ClaimTable } from './ClaimTable';
import {
  ClaimsDocument,
  StartClaimDocument,
  UnclaimedDocument,
  type UnclaimedVisit,
  WithoutTravelDocument,
} from './travel-claims.documents';

/** For a specialist, on a phone: from the finished visit to the claim in few taps. */
export function MyClaimsPage() {
  const { t } = useTranslation();
  const page = usePage();
  const open = useLoad(UnclaimedDocument, {}, { about: ['Visit', 'TravelClaim'] });
  const claims = useLoad(ClaimsDocument, page, { about: ['TravelClaim'] });
  return (
    <Page
      title={t('travelClaims.title')}
      narrow
      lead={<p>{t('travelClaims.leadMine')}</p>}
      back={{ to: '/engagements', label: t('travelClaims.back') }}
    >
      <Section title={t('travelClaims.open')} id="open">
        <Loaded of={open}>
          {({ unclaimedVisits }) =>
            unclaimedVisits.length === 0 ? (
              <Empty>{t('travelClaims.openNone')}</Empty>
            ) : (
              <OpenVisits visits={unclaimedVisits} />
            )
          }
        </Loaded>
      </Section>
      <Section title={t('travelClaims.mine')} id="mine">
        <Loaded of={claims}>
          {({ travelClaims: { edges, totalCount, pageInfo } }) =>
            edges.length === 0 ? (
              <Empty>{t('travelClaims.none')}</Empty>
            ) : (
              <div className="flex flex-col gap-4">
                <ClaimTable rows={edges.map(({ node }) => node)} />
                <Pager total={totalCount} pageInfo={pageInfo} />
              </div>
            )
          }
        </Loaded>
      </Section>
    </Page>
  );
}

const CONCERNS = 'TravelClaim Visit';

function OpenVisits({ visits }: { readonly visits: readonly UnclaimedVisit[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const done = useDone();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const start = useAction(StartClaimDocument, CONCERNS);
  const without = useAction(WithoutTravelDocument, CONCERNS);
  const begin = async (visitIds: readonly string[]) => {
    const id = (await start.run({ visitIds: [...visitIds] }))?.startTravelClaim.id;
    if (id) void navigate(`/engagements/travel-claims/${id}`);
  };
  const settle = async (visitId: string) => {
    if (await without.run({ visitId })) done(t('travelClaims.settledWithout'));
  };
  const toggle = (id: string, on: boolean) =>
    setChosen((before) => new Set(on ? [...before, id] : [...before].filter((one) => one !== id)));
  const onSite = visits.filter(({ mode }) => mode === 'ON_SITE');
  return (
    <Form labels={{}} refusal={null} onSubmit={() => void begin([...chosen])} label={t('travelClaims.open')}>
      <ErrorSummary refusal={start.refusal ?? without.refusal} />
      <ul className="flex flex-col gap-4">
        {visits.map((visit) => {
          const words = `${longDate(tokyo(visit.startsAt).date)} ${nameOf(visit.municipality)}`;
          return (
            <li key={visit.id} className="flex flex-col gap-2 border-b border-solid-gray-200 pb-4">
              {visit.mode === 'ON_SITE' && onSite.length > 1 ? (
                <CheckBox
                  name={visit.id}
                  label={words}
                  checked={chosen.has(visit.id)}
                  onChange={(on) => toggle(visit.id, on)}
                />
              ) : (
                <p>
                  {words} {visit.mode === 'ONLINE' && t('travelClaims.online')}
                </p>
              )}
              <Actions label={words} short>
                {visit.mode === 'ON_SITE' && (
                  <Button
                    size="small"
                    look="primary"
                    busy={start.busy}
                    onClick={() => void begin([visit.id])}
                  >
                    {t('travelClaims.start')}
                  </Button>
                )}
                <Button size="small" busy={without.busy} onClick={() => void settle(visit.id)}>
                  {t('travelClaims.settleWithout')}
                </Button>
              </Actions>
            </li>
          );
        })}
      </ul>
      {chosen.size > 1 && (
        <div>
          <Button type="submit" look="primary" busy={start.busy}>
            {t('travelClaims.startTour', { count: chosen.size })}
          </Button>
        </div>
      )}
    </Form>
  );
}

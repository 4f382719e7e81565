import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { yenOf } from '../../i18n/money';
import { useViewer } from '../../session';
import { Actions, Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { Section } from '../../ui/Page';
import { ClaimStatus } from './ClaimStatus';
import { StartClaimDocument, VisitClaimDocument, WithoutTravelDocument } from './travel-claims.documents';

const MADE = ['DONE', 'REPORTED', 'RECEIVED', 'SETTLED'];
const CONCERNS = 'TravelClaim Visit';

/** Beside a visit that was made: its claim, or how to begin one. */
export function VisitClaim({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const { role, duties } = useViewer();
  const { data } = useLoad(VisitClaimDocument, { id }, { about: ['TravelClaim'] });
  if (!data || !MADE.includes(data.visit.status)) return null;
  const claim = data.travelClaims.edges[0]?.node;
  const maySettle = role === 'SPECIALIST' || duties.includes('COORDINATOR');
  return (
    <Section title={t('travelClaims.one')} id="travel-claim">
      {claim ? (
        <p className="flex flex-wrap items-center gap-4">
          <Link to={`/engagements/travel-claims/${claim.id}`} className="link">
            {claim.withoutMoney ? t('travelClaims.withoutMoney') : yenOf(claim.totalYen)}
          </Link>
          <ClaimStatus status={claim.status} />
        </p>
      ) : maySettle && data.visit.status !== 'SETTLED' ? (
        <Begin id={id} claims={role === 'SPECIALIST' && data.visit.mode === 'ON_SITE'} />
      ) : (
        <p>{t('travelClaims.notYet')}</p>
      )}
    </Section>
  );
}

function Begin({ id, claims }: { readonly id: string; readonly claims: boolean }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const done = useDone();
  const start = useAction(StartClaimDocument, CONCERNS);
  const without = useAction(WithoutTravelDocument, CONCERNS);
  const begin = async () => {
    const claim = (await start.run({ visitIds: [id] }))?.startTravelClaim;
    if (claim) void navigate(`/engagements/travel-claims/${claim.id}`);
  };
  const settle = async () => {
    if (await without.run({ visitId: id })) done(t('travelClaims.settledWithout'));
  };
  return (
    <>
      <ErrorSummary refusal={start.refusal ?? without.refusal} />
      <Actions short>
        {claims && (
          <Button look="primary" busy={start.busy} onClick={() => void begin()}>
            {t('travelClaims.start')}
          </Button>
        )}
        <Button busy={without.busy} onClick={() => void settle()}>
          {t('travelClaims.settleWithout')}
        </Button>
      </Actions>
    </>
  );
}

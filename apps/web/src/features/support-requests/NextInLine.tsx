import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { graphql, type ResultOf } from '../../gql/graphql';
import { useLoad } from '../../gql/use-load';
import { nameOf } from '../../i18n/words';
import { AsWritten } from '../../ui/AsWritten';
import { LinkButton } from '../../ui/Button';
import type { RequestRow, RequestStatus } from './requests.documents';

const IntakeLineDocument = graphql(`
  query IntakeLine {
    supportRequests(first: 50, filter: { statuses: [AWAITING_INTAKE, IN_TRIAGE], oldestFirst: true }) {
      edges {
        node {
          id
          title
          municipality {
            id
            name
            nameEn
          }
        }
      }
      totalCount
    }
  }
`);

type Line = ResultOf<typeof IntakeLineDocument>['supportRequests'];

const INTAKE: readonly RequestStatus[] = ['AWAITING_INTAKE', 'IN_TRIAGE'];

/** For whoever works through the inbox: the next one is one press away, and stays so once this one is decided. */
export function NextInLine({ request }: { readonly request: RequestRow }) {
  const waiting = INTAKE.includes(request.status);
  const [begun] = useState(waiting);
  return begun ? <Next id={request.id} decided={!waiting} /> : null;
}

function Next({ id, decided }: { readonly id: string; readonly decided: boolean }) {
  const { data } = useLoad(IntakeLineDocument, {}, { about: ['SupportRequest'] });
  return data ? <NextLink id={id} decided={decided} line={data.supportRequests} /> : null;
}

interface NextLinkProps {
  readonly id: string;
  readonly decided: boolean;
  readonly line: Line;
}

function NextLink({ id, decided, line: { edges, totalCount } }: NextLinkProps) {
  const { t } = useTranslation();
  const at = edges.findIndex(({ node }) => node.id === id);
  // Where it stood in the line is remembered after it has left: who moved up into its place comes next.
  const [place, setPlace] = useState(0);
  if (at >= 0 && at !== place) setPlace(at);
  const others = edges.filter(({ node }) => node.id !== id);
  const next = (others[place] ?? others[0])?.node;
  if (!next) return decided ? <p>{t('requests.inbox.noneLeft')}</p> : null;
  const left = t('requests.inbox.left', { count: at >= 0 ? totalCount - 1 : totalCount });
  const words = (
    <>
      {t('requests.inbox.next')}
      <AsWritten>{next.title}</AsWritten> ({nameOf(next.municipality)})
    </>
  );
  return (
    <p className="no-print flex flex-wrap items-center gap-x-4 gap-y-2">
      {decided ? (
        <LinkButton to={`/requests/${next.id}`} look="primary">
          <span>{words}</span>
        </LinkButton>
      ) : (
        <Link to={`/requests/${next.id}`} className="link">
          {words}
        </Link>
      )}
      <span>{left}</span>
    </p>
  );
}

import type { Client } from 'urql';
import { PreparationNotesDocument } from '../../features/preparation/preparation.documents';
import { ReportOfVisit } from '../../features/reports/reports.documents';
import { VisitWhole } from '../../features/schedule/visits.documents';
import { RequestFull } from '../../features/support-requests/requests.documents';
import { graphql } from '../../gql/graphql';
import { keep, keeps } from '../../offline/keeper';
import { keptAs } from '../../offline/kept-queries';

/** The pages of the visits around today, in three questions instead of three for each visit. */
const VisitsAheadDocument = graphql(
  `
    query VisitsAhead($filter: VisitFilter) {
      visits(first: 40, filter: $filter) {
        edges {
          node {
            ...VisitWhole
          }
        }
      }
    }
  `,
  [VisitWhole],
);

const ReportsAheadDocument = graphql(
  `
    query ReportsAhead($filter: VisitFilter) {
      visits(first: 40, filter: $filter) {
        edges {
          node {
            ...ReportOfVisit
          }
        }
      }
    }
  `,
  [ReportOfVisit],
);

const RequestsAheadDocument = graphql(
  `
    query RequestsAhead($filter: VisitFilter) {
      visits(first: 40, filter: $filter) {
        edges {
          node {
            id
            supportRequest {
              ...RequestFull
            }
          }
        }
      }
    }
  `,
  [RequestFull],
);

interface Days {
  readonly from: string;
  readonly to: string;
}

/** Reads what may be wanted without a line, while there is one: each page finds its own answer on the phone. */
export async function keepAhead(client: Client, days: Days): Promise<void> {
  if (!keeps()) return;
  const variables = { filter: { ...days, statuses: ['PUBLISHED', 'CONFIRMED', 'DONE'] as const } };
  const asked = { filter: { ...variables.filter, statuses: [...variables.filter.statuses] } };
  const once = { requestPolicy: 'network-only' } as const;
  const [visits, reports, requests] = [
    await client.query(VisitsAheadDocument, asked, once).toPromise(),
    await client.query(ReportsAheadDocument, asked, once).toPromise(),
    await client.query(RequestsAheadDocument, asked, once).toPromise(),
  ];
  for (const { node } of visits.data?.visits.edges ?? []) {
    await keepAs('Visit', node.id, { visit: node });
    // What the town has ready is kept by being asked for.
    await client.query(PreparationNotesDocument, { visitId: node.id }, once).toPromise();
  }
  for (const { node } of reports.data?.visits.edges ?? [])
    await keepAs('VisitReportPage', node.id, { visit: node });
  for (const { node } of requests.data?.visits.edges ?? [])
    await keepAs('Request', node.supportRequest.id, { supportRequest: node.supportRequest });
}

async function keepAs(name: string, id: string, data: unknown): Promise<void> {
  const key = keptAs(name, { id });
  if (key) await keep(key, data);
}

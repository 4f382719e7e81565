import type { Actor, Change } from '@banso/kernel';
import { placesByIds } from '@banso/directory';
import { notify } from '@banso/notices';
import type { Tx } from '@banso/platform';
import { getSupportRequest } from '@banso/support';
import { specialistsByIds } from '@banso/talent';
import type { Visit } from '../visit.entity.js';
import type { VisitProposal } from './visit-proposal.entity.js';

/** What makes a mail about a visit complete in itself. */
async function factsOf(tx: Tx, actor: Actor, visit: Visit) {
  const request = await getSupportRequest(tx, actor, visit.supportRequestId);
  const [place] = await placesByIds(tx, [visit.municipalityId]);
  const [person] = await specialistsByIds(tx, actor, [visit.specialistId]);
  return {
    number: request.number,
    place: place?.name ?? null,
    startsAt: visit.startsAt.toISOString(),
    endsAt: visit.endsAt.toISOString(),
    person: person?.name ?? null,
  };
}

const aboutVisit = ({ visitId: id }: { readonly visitId: string }) => ({ type: 'VISIT', id }) as const;

/** Another day is asked for: the hub has to decide. */
export async function tellProposed(
  tx: Tx,
  visit: Visit,
  proposal: VisitProposal,
  change: Change,
): Promise<void> {
  await notify(tx, change, {
    kind: 'VISIT_OTHER_DAY_ASKED',
    about: aboutVisit(proposal),
    to: { hubDuty: 'COORDINATOR' },
    facts: await factsOf(tx, change.actor, visit),
    key: `visit-proposal/${proposal.id}/asked`,
  });
}

/** The hub leaves the visit where it is: whoever asked learns it. A visit that moves is told of as a move. */
export async function tellRefused(
  tx: Tx,
  visit: Visit,
  proposal: VisitProposal,
  change: Change,
): Promise<void> {
  await notify(tx, change, {
    kind: 'VISIT_OTHER_DAY_REFUSED',
    about: aboutVisit(proposal),
    to:
      proposal.side === 'TOWN'
        ? { municipalityId: visit.municipalityId }
        : { specialistId: visit.specialistId },
    facts: { ...(await factsOf(tx, change.actor, visit)), note: proposal.reason },
    key: `visit-proposal/${proposal.id}/refused`,
  });
}

/** A visit fell away at short notice: the hub looks at once what can be done. */
export async function tellFallen(tx: Tx, visit: Visit, change: Change): Promise<void> {
  await notify(tx, change, {
    kind: 'VISIT_FELL_AWAY',
    about: { type: 'VISIT', id: visit.id },
    to: { hubDuty: 'COORDINATOR' },
    facts: await factsOf(tx, change.actor, visit),
    key: `visit/${visit.id}/fell-away`,
  });
}

/** Whoever goes has not answered; told once on the day, and once after it. */
export async function tellAnswerDue(
  tx: Tx,
  visit: Visit,
  phase: 'due' | 'over',
  change: Change,
): Promise<void> {
  await notify(tx, change, {
    kind: 'VISIT_ANSWER_DUE',
    about: { type: 'VISIT', id: visit.id },
    to: { specialistId: visit.specialistId },
    facts: { ...(await factsOf(tx, change.actor, visit)), dueOn: visit.answerBy },
    key: `visit/${visit.id}/answer/${visit.answerBy ?? ''}/${phase}`,
  });
}

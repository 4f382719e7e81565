import { municipalitiesByIds } from '@banso/directory';
import type { Change } from '@banso/kernel';
import { notify } from '@banso/notices';
import type { Tx } from '@banso/platform';
import { getSupportRequest } from '@banso/support';
import type { Specialist } from '@banso/talent';
import type { Visit } from '../visit.entity.js';

/** The hub hears of a visit that whoever makes it cannot make any more: given back, or still to be decided. */
export async function tellHub(
  tx: Tx,
  about: {
    readonly visit: Visit;
    readonly specialist: Specialist;
    readonly decision: 'OTHER_DAY' | 'CALL_HUB';
  },
  change: Change,
): Promise<void> {
  const { visit, specialist, decision } = about;
  const { number } = await getSupportRequest(tx, change.actor, visit.supportRequestId);
  const [town] = await municipalitiesByIds(tx, [visit.municipalityId]);
  await notify(tx, change, {
    kind: decision === 'OTHER_DAY' ? 'VISIT_GIVEN_BACK' : 'VISIT_ON_BLOCKED_DAY',
    about: { type: 'VISIT', id: visit.id },
    to: { hubDuty: 'COORDINATOR' },
    facts: {
      number,
      place: town?.name ?? null,
      startsAt: visit.startsAt.toISOString(),
      endsAt: visit.endsAt.toISOString(),
      person: specialist.name,
    },
    key: `blocked ${visit.id} ${change.at.toISOString()}`,
  });
}

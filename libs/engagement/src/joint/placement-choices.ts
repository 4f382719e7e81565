import type { Actor } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import { In } from 'typeorm';
import { Agreement, AgreementParty } from '../agreement.entity.js';
import { Party } from '../party.entity.js';
import { SIGNED } from './placement-terms.js';

/** An agreement under which somebody can be placed. */
export interface AgreementChoice {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly municipalityIds: string[];
}

export interface PlacementChoices {
  readonly agreements: AgreementChoice[];
  readonly employers: Party[];
}

/** What a placement or an appointment of the prefecture can rest on. */
export async function placementChoices(tx: Tx, actor: Actor): Promise<PlacementChoices> {
  const prefectureId = actor.prefectureId ?? '';
  const agreements = await tx.find(Agreement, {
    where: { prefectureId, status: In([...SIGNED]) },
    order: { number: 'ASC' },
  });
  const parties = await tx.findBy(AgreementParty, { agreementId: In(agreements.map(({ id }) => id)) });
  return {
    agreements: agreements.map(({ id, number, title, startsOn, endsOn }) => ({
      id,
      number,
      title,
      startsOn,
      endsOn,
      municipalityIds: parties.flatMap(({ agreementId, municipalityId }) =>
        agreementId === id && municipalityId ? [municipalityId] : [],
      ),
    })),
    employers: await tx.find(Party, { where: { prefectureId }, order: { name: 'ASC' } }),
  };
}

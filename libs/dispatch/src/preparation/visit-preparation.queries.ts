import type { Actor } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import { getSupportRequest } from '@banso/support';
import { findTheme } from '@banso/talent';
import type { Visit } from '../visit.entity.js';
import { visitMay } from '../visit.policy.js';
import { getVisit } from '../visit.queries.js';
import { type PreparationContent, VisitPreparation } from './visit-preparation.entity.js';

/** Until it is made, and by its town alone. */
export const isToCome = ({ status }: Visit): boolean => status === 'PUBLISHED' || status === 'CONFIRMED';
export const mayPrepare = (actor: Actor, visit: Visit): boolean =>
  visitMay.prepare(actor, visit) && isToCome(visit);

export type Language = 'ja' | 'en';

/** What is known of a visit's preparation: what the town has written, or what is proposed to it. */
export interface PreparationKnown extends PreparationContent {
  readonly visit: Visit;
  /** Null: nothing was written yet. */
  readonly written: Pick<VisitPreparation, 'setAt' | 'setByName'> | null;
}

/** For whoever sees the visit. Places are those of the town's last visit; what to have ready follows the theme. */
export async function preparationOf(
  tx: Tx,
  actor: Actor,
  visitId: string,
  language: Language = 'ja',
): Promise<PreparationKnown> {
  const visit = await getVisit(tx, actor, visitId);
  const written = await tx.findOneBy(VisitPreparation, { visitId: visit.id });
  if (written) return { ...contentOf(written), visit, written };
  return { ...(await proposedFor(tx, actor, visit, language)), visit, written: null };
}

const contentOf = ({
  purpose,
  things,
  room,
  parking,
  contact,
  remarks,
}: PreparationContent): PreparationContent => ({
  purpose,
  things,
  room,
  parking,
  contact,
  remarks,
});

async function proposedFor(
  tx: Tx,
  actor: Actor,
  visit: Visit,
  language: Language,
): Promise<PreparationContent> {
  const request = await getSupportRequest(tx, actor, visit.supportRequestId);
  const theme = request.themeId ? await findTheme(tx, request.themeId) : null;
  const texts = (language === 'en' ? theme?.prepareEn : theme?.prepare) ?? [];
  // A room of another town is of no use to anybody: of the same town alone.
  const last = await tx.findOne(VisitPreparation, {
    where: { municipalityId: visit.municipalityId },
    order: { setAt: 'DESC' },
  });
  return {
    purpose: request.title,
    things: texts.map((text) => ({ text, done: false })),
    room: last?.room ?? '',
    parking: last?.parking ?? '',
    contact: last?.contact ?? request.contactSection,
    remarks: '',
  };
}

import type { Clock } from '@banso/kernel';
import type { QuickHandler } from '@banso/platform';
import { escalateOverdue, giveToDesk, sweepOverdue } from '@banso/support';

type One = { readonly consultationId: string };

export const assignConsultationHandler = (clock: Clock): QuickHandler<One> => ({
  run: (tx, actor, { consultationId }) => giveToDesk(tx, consultationId, { actor, at: clock.now() }),
});

export const sweepConsultationsHandler = (clock: Clock): QuickHandler<Record<string, never>> => ({
  run: (tx) => sweepOverdue(tx, clock.now()),
});

export const escalateConsultationHandler = (clock: Clock): QuickHandler<One> => ({
  run: (tx, actor, { consultationId }) => escalateOverdue(tx, consultationId, { actor, at: clock.now() }),
});

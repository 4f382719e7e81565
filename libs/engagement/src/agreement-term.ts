import { addDays, type LocalDate } from '@banso/kernel';
import type { AgreementStatus } from './agreement-status.js';

/** As much of an agreement as its calendar needs. */
export interface Termed {
  readonly status: AgreementStatus;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly endsEarly: boolean;
}

/** States that the calendar changes by itself. */
export const RUNNING = ['CONCLUDED', 'ACTIVE', 'EXTENSION_CONSULTATION'] as const satisfies AgreementStatus[];

/**
 * Where an agreement stands on a day, also when the nightly work has not been there yet: the first day makes it
 * active, the day after the last one expired, or terminated where the end had been brought forward.
 */
export function statusOn({ status, startsOn, endsOn, endsEarly }: Termed, today: LocalDate): AgreementStatus {
  if (!RUNNING.some((running) => running === status)) return status;
  if (today > endsOn) return endsEarly ? 'TERMINATED' : 'EXPIRED';
  return status === 'CONCLUDED' && today >= startsOn ? 'ACTIVE' : status;
}

/** `statusOn` for Postgres, of the alias `agreement` and the parameter `today`. */
export const STATUS_ON = `CASE
  WHEN agreement.status IN (${RUNNING.map((status) => `'${status}'`).join(', ')}) AND agreement.ends_on < :today
    THEN CASE WHEN agreement.ends_early THEN 'TERMINATED' ELSE 'EXPIRED' END
  WHEN agreement.status = 'CONCLUDED' AND agreement.starts_on <= :today THEN 'ACTIVE'
  ELSE agreement.status END`;

/** The day from which an agreement asks to be talked about: 2028-09-30 less 90 days is 2028-07-02. */
export const noticeOn = ({
  endsOn,
  noticeDays,
}: {
  readonly endsOn: LocalDate;
  readonly noticeDays: number;
}): LocalDate => addDays(endsOn, -noticeDays);

/** Whether its notice day has come and nobody has taken up or decided how it goes on. */
export const isDue = (
  agreement: Termed & { readonly noticeDays: number; readonly notExtendedOn: LocalDate | null },
  today: LocalDate,
): boolean =>
  statusOn(agreement, today) === 'ACTIVE' &&
  !agreement.endsEarly &&
  agreement.notExtendedOn === null &&
  noticeOn(agreement) <= today;

/** `isDue` for Postgres. */
export const IS_DUE = `(${STATUS_ON}) = 'ACTIVE' AND NOT agreement.ends_early
  AND agreement.not_extended_on IS NULL AND agreement.ends_on - agreement.notice_days <= :today`;

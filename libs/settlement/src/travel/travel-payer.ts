import { Agreement, Placement } from '@banso/engagement';
import { type LocalDate, localDateOf } from '@banso/kernel';
import { beyondOwnRows, type Tx } from '@banso/platform';
import { In } from 'typeorm';
import { type CostParty, partiesOf } from '../agreement-costs.queries.js';
import { versionsOfCosts } from '../cost.queries.js';
import {
  daysOf,
  type LineTerms,
  meetingOf,
  monthOf,
  type Period,
  type TermsVersion,
  versionOn,
  yenWords,
} from '../reckoning/index.js';
import type { ReckonedLine } from './rules/index.js';

/** A visit, as far as it decides who pays for the way to it. */
export interface PaidVisit {
  readonly id: string;
  readonly specialistId: string;
  readonly municipalityId: string;
  readonly startsAt: Date;
}

/** Who bears the travel of a visit, and by which row of which agreement. */
export interface Payer {
  /** Null: no agreement says who bears travel, and the prefecture does. */
  readonly agreement: PayingAgreement | null;
  /** Whose rule counts; null: the prefecture's. */
  readonly partyId: string | null;
  readonly partyName: string | null;
}

export interface PayingAgreement {
  readonly id: string;
  readonly term: Period;
  readonly versions: readonly TermsVersion[];
  /** The row of travel on the visit's day. */
  readonly travel: LineTerms;
}

const PREFECTURE: Payer = { agreement: null, partyId: null, partyName: null };

/**
 * Who pays for these visits. What an agreement costs is not for whoever is placed under it: beyond the own rows, of
 * visits that the asker sees, and only who pays by which rule comes back.
 */
export function payersOf(tx: Tx, visits: readonly PaidVisit[]): Promise<ReadonlyMap<string, PayerWithFee>> {
  return beyondOwnRows(tx, () => readPayers(tx, visits));
}

export interface PayerWithFee extends Payer {
  /** 謝金 of a day, where the agreement has a row for it. */
  readonly fee: LineTerms | null;
}

interface Ground {
  readonly agreement: Agreement;
  readonly parties: readonly CostParty[];
  readonly versions: readonly TermsVersion[];
}

async function readPayers(tx: Tx, visits: readonly PaidVisit[]): Promise<ReadonlyMap<string, PayerWithFee>> {
  const placements = await tx.find(Placement, {
    where: {
      specialistId: In([...new Set(visits.map(({ specialistId }) => specialistId))]),
      status: In(['ACTIVE', 'ENDED']),
    },
    order: { id: 'ASC' },
  });
  const ids = [...new Set(placements.flatMap(({ agreementId }) => agreementId ?? []))];
  const agreements = await tx.findBy(Agreement, { id: In(ids) });
  const parties = await partiesOf(tx, ids);
  const grounds = new Map<string, Ground>();
  for (const agreement of agreements)
    grounds.set(agreement.id, {
      agreement,
      parties: parties.filter(({ agreementId }) => agreementId === agreement.id),
      versions: await versionsOfCosts(tx, agreement.id),
    });
  return new Map(
    visits.map((visit) => {
      const ground = groundOf(visit, placements, grounds);
      return [visit.id, ground ? payerIn(visit, ground) : { ...PREFECTURE, fee: null }];
    }),
  );
}

/** The agreement under which somebody was sent to the town: a placement there beats one elsewhere. */
function groundOf(
  { municipalityId, specialistId, startsAt }: PaidVisit,
  placements: readonly Placement[],
  grounds: ReadonlyMap<string, Ground>,
): Ground | null {
  const date = localDateOf(startsAt);
  const sent = placements
    .filter((one) => one.specialistId === specialistId && one.startsOn <= date && date <= one.endsOn)
    .flatMap((placement) => {
      const ground = grounds.get(placement.agreementId ?? '');
      return ground && isPartyTo(ground, municipalityId, date) ? [{ placement, ground }] : [];
    });
  const here = sent.find(({ placement }) => placement.municipalityId === municipalityId);
  return (here ?? sent[0])?.ground ?? null;
}

const isPartyTo = ({ agreement, parties }: Ground, municipalityId: string, date: LocalDate): boolean =>
  agreement.startsOn <= date &&
  date <= agreement.endsOn &&
  parties.some((party) => party.municipalityId === municipalityId);

function payerIn(visit: PaidVisit, { agreement, parties, versions }: Ground): PayerWithFee {
  const term = { from: agreement.startsOn, to: agreement.endsOn };
  const lines = linesInMonth(versions, term, localDateOf(visit.startsAt));
  const travel = travelRow(lines);
  const fee = lines.find(isFeeOfVisits) ?? null;
  if (!travel) return { ...PREFECTURE, fee };
  const town = parties.find(({ municipalityId }) => municipalityId === visit.municipalityId);
  const party = parties.find(({ id }) => id === mainBearer(travel, town?.id ?? null));
  return {
    agreement: { id: agreement.id, term, versions, travel },
    // The prefecture has one rule, whether it pays under an agreement or without.
    partyId: party && party.kind !== 'PREFECTURE' ? party.id : null,
    partyName: party && party.kind !== 'PREFECTURE' ? party.name : null,
    fee,
  };
}

/** Entered amounts follow the terms of the last day of their month. */
export function linesInMonth(
  versions: readonly TermsVersion[],
  term: Period,
  date: LocalDate,
): readonly LineTerms[] {
  const inTerm = meetingOf(monthOf({ from: date, to: date }), term);
  return inTerm ? (versionOn(versions, inTerm.to)?.lines ?? []) : [];
}

/** Travel as it was really paid, if the agreement has such a row; otherwise one with an agreed amount. */
export const travelRow = (lines: readonly LineTerms[]): LineTerms | null =>
  lines.find((line) => line.item === 'TRAVEL' && takesActuals(line)) ??
  lines.find(({ item }) => item === 'TRAVEL') ??
  null;

/** Whether what was paid is entered there; where travel has an agreed price, a claim would pay it twice. */
export const takesActuals = ({ amountRule }: LineTerms): boolean =>
  amountRule === 'ENTERED' || amountRule === 'ATTENDANCE_TRAVEL';

/** 謝金 by days visited: the statement counts these days by itself. */
const isFeeOfVisits = ({ item, label, amountRule, daySource }: LineTerms): boolean =>
  item === 'FEE' && /謝金|報償/.test(label) && amountRule === 'PER_DAY' && daySource === 'VISIT';

/** By days, the town that was visited; otherwise who bears most, in doubt who bears remainders. */
function mainBearer({ shareRule, shares, remainderPartyId }: LineTerms, townId: string | null): string {
  if (shareRule === 'BY_DAYS')
    return shares.find(({ partyId }) => partyId === townId)?.partyId ?? remainderPartyId;
  const most = Math.max(...shares.map(({ weight }) => weight));
  const bearers = shares.filter(({ weight }) => weight === most).map(({ partyId }) => partyId);
  return bearers.includes(remainderPartyId) ? remainderPartyId : (bearers[0] ?? remainderPartyId);
}

/** The fee of one visit, half a day half the yen of a day, rounded down. */
export function feeLine(
  { yen, clauseNo, label }: LineTerms,
  { onDate, halfDays }: { readonly onDate: LocalDate; readonly halfDays: number },
): ReckonedLine {
  const each = yenWords(yen ?? 0);
  return {
    kind: 'FEE',
    onDate,
    yen: Math.floor(((yen ?? 0) * halfDays) / 2),
    clause: { ja: `協定第${clauseNo}条（${label}）`, en: `Agreement, article ${clauseNo} (${label})` },
    formula: { ja: `日額 ${each.ja} × ${daysOf(halfDays)}日`, en: `${each.en} a day × ${daysOf(halfDays)}` },
  };
}

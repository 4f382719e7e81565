import { randomUUID } from 'node:crypto';
import {
  Agreement,
  AgreementClause,
  AgreementParty,
  type MonthlyRule,
  Party,
  Placement,
} from '@banso/engagement';
import type { LocalDate, WeeklyHalf } from '@banso/kernel';
import type { Db } from '@banso/platform';

interface PartyWish {
  readonly name: string;
  readonly kind: Party['kind'];
  readonly municipalityId?: string;
  readonly part: AgreementParty['part'];
}

export interface AgreementWish {
  readonly prefectureId: string;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly parties: readonly PartyWish[];
  readonly monthly?: { readonly days: number; readonly rule: MonthlyRule };
  /** By name. */
  readonly remainder?: string;
}

export interface GivenAgreement {
  readonly id: string;
  /** Ids of its parties, by name. */
  readonly party: (name: string) => string;
}

const partyId = async (db: Db, prefectureId: string, wish: PartyWish): Promise<string> =>
  db.system(prefectureId, async (tx) => {
    const { name, kind, municipalityId = null } = wish;
    // A town is one party, whoever has written it down and under which name.
    const known = await tx.findOneBy(
      Party,
      municipalityId === null ? { name, prefectureId } : { municipalityId, prefectureId },
    );
    if (known) return known.id;
    const id = randomUUID();
    await tx.insert(Party, { id, prefectureId, kind, municipalityId, name, nameEn: name, address: null });
    return id;
  });

/** An agreement in force, with ten articles, as if both sides had signed it. */
export async function givenAgreement(db: Db, wish: AgreementWish): Promise<GivenAgreement> {
  const { prefectureId, startsOn, endsOn, monthly } = wish;
  const ids = new Map<string, string>();
  for (const party of wish.parties) ids.set(party.name, await partyId(db, prefectureId, party));
  const party = (name: string) => {
    const id = ids.get(name);
    if (!id) throw new Error(`No party: ${name}`);
    return id;
  };
  const id = randomUUID();
  const of = { prefectureId, agreementId: id };
  await db.system(prefectureId, async (tx) => {
    await tx.insert(Agreement, {
      id,
      prefectureId,
      number: `K-${id.slice(0, 8)}`,
      title: '専門人材の派遣に関する協定',
      kind: 'COMPANY_DISPATCH',
      status: 'ACTIVE',
      startsOn,
      endsOn,
      monthlyDays: monthly?.days ?? null,
      monthlyRule: monthly?.rule ?? null,
      noticeDays: 90,
      duties: 'x',
      confidentiality: 'x',
      remainderPartyId: wish.remainder ? party(wish.remainder) : null,
    });
    await tx.insert(
      AgreementParty,
      wish.parties.map(({ name, municipalityId = null, part }, i) => ({
        ...of,
        partyId: party(name),
        municipalityId,
        part,
        signatoryTitle: 'x',
        signatoryName: 'x',
        position: i + 1,
      })),
    );
    await tx.insert(
      AgreementClause,
      Array.from({ length: 10 }, (_, i) => ({ ...of, no: i + 1, heading: `第${i + 1}条`, body: 'x' })),
    );
  });
  return { id, party };
}

interface PlacementWish {
  readonly prefectureId: string;
  readonly agreementId: string | null;
  readonly specialistId: string;
  readonly municipalityId: string;
  readonly weekly?: readonly WeeklyHalf[];
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
}

/** Somebody who is placed and working. */
export async function givenPlacement(db: Db, { weekly = [], ...wish }: PlacementWish): Promise<string> {
  const id = randomUUID();
  await db.system(wish.prefectureId, (tx) =>
    tx.insert(Placement, { id, ...wish, weekly: [...weekly], post: 'デジタル推進室長', status: 'ACTIVE' }),
  );
  return id;
}

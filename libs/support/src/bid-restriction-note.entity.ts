import { randomUUID } from 'node:crypto';
import { localDateOf } from '@banso/kernel';
import type { FirmRelation, Specialist, SpecialistFirm } from '@banso/talent';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Procurement } from './procurement.entity.js';

/** What the advice was: a visit that was made, or an answer to a question. */
export const ADVICE_CAUSES = ['VISIT', 'ANSWER'] as const;
export type AdviceCause = (typeof ADVICE_CAUSES)[number];

/** Who advised on what, and when. */
export interface Advice {
  readonly cause: AdviceCause;
  /** The visit, or the consultation. */
  readonly causeId: string;
  /** What people call the case by. */
  readonly caseNumber: string;
  readonly specialist: Pick<Specialist, 'id' | 'name' | 'nameEn'>;
  readonly at: Date;
}

export interface RestrictedFirm {
  readonly name: string;
  readonly corporateNumber: string | null;
  readonly relation: FirmRelation;
}

const RELATIONS: Readonly<Record<FirmRelation, { readonly ja: string; readonly en: string }>> = {
  EMPLOYER: { ja: '所属先', en: 'employer' },
  SHAREHOLDING: { ja: '株式の保有', en: 'shareholding' },
  PAST_VENDOR: { ja: '過去の取引先', en: 'past client or contractor' },
};

/** 応札制限の確認記録: who advised on the specification, and which firms may have to stay out of the bidding. */
@Entity('bid_restriction_note')
export class BidRestrictionNote {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('uuid', { name: 'specialist_id' }) specialistId: string;
  @Column('text') cause: AdviceCause;
  @Column('uuid', { name: 'cause_id' }) causeId: string;
  @Column('timestamptz', { name: 'advised_at' }) advisedAt: Date;
  @Column('jsonb') firms: readonly RestrictedFirm[];
  @Column('text', { name: 'text_ja' }) textJa: string;
  @Column('text', { name: 'text_en' }) textEn: string;

  static of(
    { caseId, prefectureId }: Procurement,
    advice: Advice,
    ties: readonly SpecialistFirm[],
  ): BidRestrictionNote {
    const firms = ties.map(({ name, corporateNumber, relation }) => ({ name, corporateNumber, relation }));
    return Object.assign(new BidRestrictionNote(), {
      id: randomUUID(),
      prefectureId,
      caseId,
      specialistId: advice.specialist.id,
      cause: advice.cause,
      causeId: advice.causeId,
      advisedAt: advice.at,
      firms,
      textJa: inJapanese(advice, firms),
      textEn: inEnglish(advice, firms),
    });
  }
}

function inJapanese({ cause, caseNumber, specialist, at }: Advice, firms: readonly RestrictedFirm[]): string {
  const [year, month, day] = localDateOf(at).split('-').map(Number);
  const how = cause === 'VISIT' ? '訪問' : '相談への回答';
  return [
    `応札制限の確認記録（${caseNumber}）`,
    `${year}年${month}月${day}日、専門人材 ${specialist.name}さんが、仕様書の作成段階にあるこの案件に${how}で助言しました。`,
    ...(firms.length === 0
      ? ['この人と関わりのある事業者は登録されていません。']
      : [
          '次の事業者は、この調達への入札を制限すべきか、公告の前に町で確認してください。',
          ...firms.map((firm) => `・${firm.name}${numberJa(firm)}：${RELATIONS[firm.relation].ja}`),
        ]),
  ].join('\n');
}

function inEnglish({ cause, caseNumber, specialist, at }: Advice, firms: readonly RestrictedFirm[]): string {
  const how = cause === 'VISIT' ? 'at a visit' : 'by an answer';
  return [
    `Note on bid restriction (${caseNumber})`,
    `On ${localDateOf(at)} the specialist ${specialist.nameEn} advised on this case ${how} while its specification was being written.`,
    ...(firms.length === 0
      ? ['No firm is registered as tied to this person.']
      : [
          'Before the tender is announced, the town should decide whether these firms must be kept from bidding:',
          ...firms.map((firm) => `- ${firm.name}${numberEn(firm)}: ${RELATIONS[firm.relation].en}`),
        ]),
  ].join('\n');
}

const numberJa = ({ corporateNumber }: RestrictedFirm): string =>
  corporateNumber ? `（法人番号 ${corporateNumber}）` : '';
const numberEn = ({ corporateNumber }: RestrictedFirm): string =>
  corporateNumber ? ` (corporate number ${corporateNumber})` : '';

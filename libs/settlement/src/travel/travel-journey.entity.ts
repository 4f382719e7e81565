import type { LocalDate } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LegFacts, LegMode, Meals, NightFacts, ReceiptFacts, ReceiptKind } from './rules/index.js';

/** Whose journey a row belongs to. */
abstract class OfJourney {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('uuid', { name: 'claim_id' }) claimId: string;
  @Column('uuid', { name: 'specialist_id' }) specialistId: string;
  @Column('date', { name: 'on_date' }) onDate: LocalDate;
}

/** 区間. */
@Entity('travel_leg')
export class TravelLeg extends OfJourney implements LegFacts {
  @Column('int') position: number;
  @Column('text', { name: 'from_name' }) fromName: string;
  @Column('text', { name: 'to_name' }) toName: string;
  @Column('text') mode: LegMode;
  @Column('int', { nullable: true }) meters: number | null;
  @Column('int', { name: 'fare_yen', nullable: true }) fareYen: number | null;
  @Column('int', { nullable: true }) minutes: number | null;
}

/** 宿泊. */
@Entity('travel_night')
export class TravelNight extends OfJourney implements NightFacts {
  @Column('text', { name: 'place_name' }) placeName: string;
  @Column('text', { name: 'region_id' }) regionId: string;
  @Column('boolean') paid: boolean;
  @Column('text') meals: Meals;
  @Column('text', { name: 'beyond_reason', nullable: true }) beyondReason: string | null;
}

/** 領収書: what it says. The paper is an attachment of the claim. */
@Entity('travel_receipt')
export class TravelReceipt extends OfJourney implements ReceiptFacts {
  @Column('int') position: number;
  @Column('text') kind: ReceiptKind;
  @Column('int') yen: number;
  @Column('text', { nullable: true }) note: string | null;
}

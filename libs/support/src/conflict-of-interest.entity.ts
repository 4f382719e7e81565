import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody is shut out of a case: a firm of theirs is one of its vendors. Ids only, made by `judgeConflicts`. */
@Entity('conflict_of_interest')
export class ConflictOfInterest {
  @PrimaryColumn('uuid', { name: 'case_id' }) caseId: string;
  @PrimaryColumn('uuid', { name: 'specialist_id' }) specialistId: string;
  @PrimaryColumn('uuid', { name: 'vendor_id' }) vendorId: string;
  @PrimaryColumn('uuid', { name: 'firm_id' }) firmId: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
}

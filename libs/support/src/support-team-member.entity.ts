import { Entity, PrimaryColumn, Column } from 'typeorm';

/** A specialist who was given a visit of the case, and may therefore read it. */
@Entity('support_team')
export class SupportTeamMember {
  @PrimaryColumn('uuid', { name: 'support_request_id' }) supportRequestId: string;
  @PrimaryColumn('uuid', { name: 'specialist_id' }) specialistId: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
}

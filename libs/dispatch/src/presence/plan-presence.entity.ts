import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody of the hub who has a plan before them; worth nothing when it was not told again for a while. */
@Entity('plan_presence')
export class PlanPresence {
  @PrimaryColumn('uuid', { name: 'run_id' }) runId: string;
  @PrimaryColumn('uuid', { name: 'account_id' }) accountId: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('timestamptz') since: Date;
  @Column('timestamptz', { name: 'seen_at' }) seenAt: Date;
}

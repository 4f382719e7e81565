import { randomUUID } from 'node:crypto';
import type { Role } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a list is called as it is shown now. */
export interface NewView {
  readonly path: string;
  /** Filters and order, as they stand in the address; without the question mark. */
  readonly query: string;
  readonly name: string;
  readonly isDefault: boolean;
}

/** A list as somebody likes to see it: one address of theirs, in one of their roles. */
@Entity('saved_view')
export class SavedView implements NewView {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'account_id' }) accountId: string;
  @Column('text') role: Role;
  @Column('text') path: string;
  @Column('text') query: string;
  @Column('text') name: string;
  /** The list opens so. */
  @Column('boolean', { name: 'is_default' }) isDefault: boolean;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;

  static of(owner: { readonly accountId: string; readonly role: Role }, view: NewView, now: Date): SavedView {
    return Object.assign(new SavedView(), { id: randomUUID(), ...owner, ...view, createdAt: now });
  }
}

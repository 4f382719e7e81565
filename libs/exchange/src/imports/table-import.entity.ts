import { randomUUID } from 'node:crypto';
import { DomainError, type HubStaff, type MunicipalityStaff } from '@banso/kernel';
import type { ReadEncoding } from '@banso/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { isAct } from './act-kinds.js';
import type { ImportKind } from './import-kinds.js';

/** `APPLIED`: rows with faults may still wait in it. */
export const IMPORT_STATUSES = ['OPEN', 'APPLIED', 'UNDONE', 'DISCARDED'] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

/** How long what was taken in can be taken back. */
export const UNDO_HOURS = 24;
/** How long rows wait that were not taken in. */
export const WAITING_DAYS = 7;

const HOUR_MS = 3_600_000;
export const undoUntil = (at: Date): Date => new Date(at.getTime() + UNDO_HOURS * HOUR_MS);
export const waitUntil = (at: Date): Date => new Date(at.getTime() + WAITING_DAYS * 24 * HOUR_MS);

interface Brought {
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly encoding: ReadEncoding;
  readonly headers: string[];
  readonly mapping: Readonly<Record<string, string>>;
}

/** A table that somebody brought. */
@Entity('table_import')
export class TableImport {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  /** Null: brought by the hub. */
  @Column('text', { name: 'municipality_id', nullable: true }) municipalityId: string | null;
  @Column('text') kind: ImportKind;
  @Column('text') status: ImportStatus;
  @Column('text', { name: 'file_name' }) fileName: string;
  @Column('text') encoding: ReadEncoding;
  @Column('text', { array: true }) headers: string[];
  /** The head of the file for each column that it has. */
  @Column('jsonb') mapping: Readonly<Record<string, string>>;
  @Column('uuid', { name: 'requested_by' }) requestedBy: string;
  @Column('text', { name: 'requested_by_name' }) requestedByName: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'applied_at', nullable: true }) appliedAt: Date | null;
  /** Null also of acts: an answer is not taken back. */
  @Column('timestamptz', { name: 'undo_until', nullable: true }) undoUntil: Date | null;
  @Column('timestamptz', { name: 'undone_at', nullable: true }) undoneAt: Date | null;

  static of(actor: HubStaff | MunicipalityStaff, brought: Brought, at: Date): TableImport {
    return Object.assign(new TableImport(), {
      id: randomUUID(),
      prefectureId: actor.prefectureId,
      municipalityId: actor.role === 'MUNICIPALITY_STAFF' ? actor.municipalityId : null,
      status: 'OPEN',
      ...brought,
      requestedBy: actor.accountId,
      requestedByName: actor.name,
      createdAt: at,
      appliedAt: null,
      undoUntil: null,
      undoneAt: null,
    });
  }

  /** Its rows can be read in another way, put right, taken in. */
  requireUsable(): void {
    if (this.status === 'OPEN' || this.status === 'APPLIED') return;
    throw new DomainError('INVALID_STATE', 'import.over');
  }

  apply(at: Date): void {
    this.requireUsable();
    this.status = 'APPLIED';
    this.appliedAt = at;
    this.undoUntil = isAct(this.kind) ? null : undoUntil(at);
  }

  undo(at: Date): void {
    if (this.status !== 'APPLIED') throw new DomainError('INVALID_STATE', 'import.not-applied');
    if (!this.undoUntil) throw new DomainError('INVALID_STATE', 'import.no-undo');
    if (at > this.undoUntil) throw new DomainError('INVALID_STATE', 'import.too-late', { hours: UNDO_HOURS });
    this.status = 'UNDONE';
    this.undoneAt = at;
  }

  discard(): void {
    if (this.status !== 'OPEN') throw new DomainError('INVALID_STATE', 'import.not-open');
    this.status = 'DISCARDED';
  }
}

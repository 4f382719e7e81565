import { type Actor, DomainError } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { extensionOf, type FileKind } from './file-kinds.js';

/** What files hang on. Each has a line in the registry of the API: who may read and change them there. */
export const ATTACHMENT_OWNERS = ['SUPPORT_REQUEST', 'CONSULTATION', 'VISIT_REPORT', 'TRAVEL_CLAIM'] as const;
export type AttachmentOwnerType = (typeof ATTACHMENT_OWNERS)[number];

/** 未検査・検査済み・隔離. Without a scanner everything stays NOT_SCANNED, and is said to be. */
export const SCAN_STATES = ['NOT_SCANNED', 'CLEAN', 'QUARANTINED'] as const;
export type ScanState = (typeof SCAN_STATES)[number];

/** 添付: a file that somebody put to a record. The row is the truth; the file itself lies in the store. */
@Entity('attachment')
export class Attachment {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('text', { name: 'owner_type' }) ownerType: AttachmentOwnerType;
  @Column('uuid', { name: 'owner_id' }) ownerId: string;
  /** The town whose record it is. */
  @Column('text', { name: 'municipality_id', nullable: true }) municipalityId: string | null;
  /** Whose report, claim or answer it belongs to. */
  @Column('uuid', { name: 'specialist_id', nullable: true }) specialistId: string | null;
  /** As given, without folders and unseen characters. */
  @Column('text') name: string;
  @Column('text') kind: FileKind;
  @Column('int') bytes: number;
  /** Of what is stored: of a photo, without its place. */
  @Column('text') sha256: string;
  /** Its key in the store. */
  @Column('uuid', { name: 'stored_as' }) storedAs: string;
  @Column('text') scan: ScanState;
  @Column('timestamptz', { name: 'scanned_at', nullable: true }) scannedAt: Date | null;
  @Column('uuid', { name: 'added_by', nullable: true }) addedBy: string | null;
  @Column('text', { name: 'added_by_name' }) addedByName: string;
  @Column('text', { name: 'added_role' }) addedRole: Actor['role'];
  @Column('timestamptz', { name: 'added_at' }) addedAt: Date;

  /** Its extension says what it is, and stays. */
  rename(name: string): void {
    if (extensionOf(name) !== extensionOf(this.name))
      throw new DomainError('BAD_INPUT', 'attachment.extension-stays', { extension: extensionOf(this.name) });
    this.name = name;
  }

  judge(clean: boolean, at: Date): void {
    this.scan = clean ? 'CLEAN' : 'QUARANTINED';
    this.scannedAt = at;
  }

  /** `scanned`: a scanner is at work, so that nothing unknown is handed out. */
  assertHandedOut(scanned: boolean): void {
    if (this.scan === 'QUARANTINED') throw new DomainError('FORBIDDEN', 'attachment.quarantined');
    if (scanned && this.scan === 'NOT_SCANNED')
      throw new DomainError('CONFLICT', 'attachment.not-scanned-yet');
  }
}

export const attachmentEntities = [Attachment];

import { createHash, randomInt, randomUUID } from 'node:crypto';
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** Codes that a person gets at a time. */
export const RECOVERY_CODES = 10;

/** Nothing that looks like something else on paper. */
const SIGNS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const GROUPS = 4;
const GROUP = 4;
const SHAPE = new RegExp(`^[${SIGNS}]{${GROUPS * GROUP}}$`);

const group = (): string => Array.from({ length: GROUP }, () => SIGNS[randomInt(SIGNS.length)]).join('');

/** As people type it: width, case, spaces and hyphens do not matter. */
export const asCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐-―−ー]/g, '');

export const isRecoveryCode = (code: string): boolean => SHAPE.test(code);

/** Nearly 80 bits by chance: a digest cannot be turned back, so a slow one would protect nothing. */
export const hashCode = (accountId: string, code: string): string =>
  createHash('sha256').update(`${accountId} ${code}`).digest('hex');

/** Opens the account once, in place of the authenticator. */
@Entity({ name: 'recovery_code' })
@Unique(['accountId', 'codeHash'])
export class RecoveryCode {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'account_id', type: 'uuid' })
  accountId: string;

  @Column({ name: 'code_hash', type: 'text' })
  codeHash: string;

  @Column({ name: 'used_at', type: 'timestamptz', nullable: true })
  usedAt: Date | null;

  /** Ten new ones: the codes for the person, the rows for the table. */
  static issue(accountId: string): { codes: string[]; rows: RecoveryCode[] } {
    const codes = Array.from({ length: RECOVERY_CODES }, () =>
      Array.from({ length: GROUPS }, group).join('-'),
    );
    const rows = codes.map((code) =>
      Object.assign(new RecoveryCode(), {
        id: randomUUID(),
        accountId,
        codeHash: hashCode(accountId, asCode(code)),
        usedAt: null,
      }),
    );
    return { codes, rows };
  }
}

import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const CIPHER = 'aes-256-gcm';
const KEY_MARK_BYTES = 8;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const FILE = 'secret-key';

/** Where the key of the installation comes from. */
export interface KeySource {
  /** The setting; any long random text. */
  readonly key?: string | undefined;
  /** Without a setting the key lies in a file here, made when it is first needed. */
  readonly folder?: string | undefined;
}

/** The file as one process made it: of several that start at once, all read what the first wrote. */
function keyInFile(folder: string): string {
  const file = join(folder, FILE);
  const read = () => readFileSync(file, 'utf8').trim();
  try {
    return read();
  } catch {
    mkdirSync(folder, { recursive: true });
    const mine = `${file}.${randomBytes(6).toString('hex')}`;
    writeFileSync(mine, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
    try {
      linkSync(mine, file);
    } catch (error) {
      if (!existsSync(file)) throw error;
    } finally {
      unlinkSync(mine);
    }
    return read();
  }
}

/**
 * Seals what the platform itself must read again: who has the database, or a copy of it, has not the key. A sealed
 * text belongs to its owner; moved to the row of somebody else it does not open.
 */
export class SecretBox {
  private known: { readonly key: Buffer; readonly mark: Buffer } | undefined;

  constructor(private readonly source: KeySource = {}) {}

  seal(text: string, owner: string): Buffer {
    const { key, mark } = this.secret();
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(owner));
    return Buffer.concat([mark, nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  }

  /** The text as it was; null when another key sealed it. Throws for another owner, or when a byte was changed. */
  open(box: Buffer, owner: string): string | null {
    const { key, mark } = this.secret();
    if (!box.subarray(0, KEY_MARK_BYTES).equals(mark)) return null;
    const sealed = box.subarray(KEY_MARK_BYTES);
    const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE_BYTES));
    decipher.setAAD(Buffer.from(owner)).setAuthTag(sealed.subarray(-TAG_BYTES));
    const text = decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES));
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  }

  /** Read when it is first needed: a platform where nobody has a secret needs no key. */
  private secret() {
    if (this.known) return this.known;
    const { key: given, folder } = this.source;
    const text = given ?? (folder === undefined ? undefined : keyInFile(folder));
    if (!text) throw new Error('BANSO_SECRET_KEY is not set and there is no folder for a key file');
    const key = Buffer.from(hkdfSync('sha256', text, '', 'banso.secret-box', 32));
    const mark = createHash('sha256').update(key).update('mark').digest().subarray(0, KEY_MARK_BYTES);
    this.known = { key, mark };
    return this.known;
  }
}

import { join } from 'node:path';
import type { Config } from '../config.js';
import type { FileStore } from './file-store.js';
import { LocalFileStore } from './local-store.js';
import { S3FileStore } from './s3-store.js';
import { Spool } from './spool.js';
import { ClamdScanner, type VirusScanner } from './virus-scanner.js';

/** Where files lie, where they wait, and who looks at them. */
export interface FileKeeping {
  readonly store: FileStore;
  readonly spool: Spool;
  /** Null where none is set. */
  readonly scanner: VirusScanner | null;
}

type Settings = Pick<Config, 'BANSO_FILES'> & Partial<Pick<Config, 'BANSO_S3' | 'BANSO_CLAMD'>>;

/** By the settings: a folder unless a bucket is named. */
export function openFileKeeping(config: Settings): FileKeeping {
  return {
    store: config.BANSO_S3 ? new S3FileStore(config.BANSO_S3) : new LocalFileStore(config.BANSO_FILES),
    spool: new Spool(join(config.BANSO_FILES, 'incoming')),
    scanner: config.BANSO_CLAMD ? new ClamdScanner(config.BANSO_CLAMD) : null,
  };
}
